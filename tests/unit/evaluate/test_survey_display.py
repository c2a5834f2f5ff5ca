"""Which groups are shown: every row of the reference, and the edges of the rule."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.survey import share_from_answers, wilson
from etl.evaluate.survey_display import Hidden, hidden_codes, hidden_reason, hidden_texts
from etl.evaluate.survey_intervals import beta_interval
from tests.unit.evaluate.survey_reference import answered, expected

GROUPS = expected()["disaggregation"]


def test_the_reference_has_groups_of_every_kind() -> None:
    assert len(GROUPS) == 32
    assert {(row["grupp"], row["nchs"]) for row in GROUPS} >= {("kon", "visa"), ("alder", "visa"), ("omrade", "visa")}


@pytest.mark.parametrize("row", GROUPS, ids=lambda row: f"{row['vag']} {row['niva']} {row['variabel']}")
def test_a_group_is_as_in_r(row: dict[str, Any]) -> None:
    rows = answered(row["variabel"], row["vag"], **{row["grupp"]: row["niva"]})
    y, w = [answer for answer, _ in rows], [float(kept["vikt"]) for _, kept in rows]
    share = share_from_answers(y, w)
    assert share is not None
    assert (share.n, sum(y)) == (row["n"], row["cases"])
    assert (share.p, share.se) == pytest.approx((row["p"], row["se"]), rel=1e-6)
    assert (share.kish, share.n_eff) == pytest.approx((row["kish_n_eff"], row["variance_n_eff"]), rel=1e-6)
    assert beta_interval(share) == pytest.approx(row["ci95_beta"], abs=1e-6)
    assert wilson(share.p, share.kish or 0) == pytest.approx(row["ci95_wilson_kish"], abs=1e-6)
    hidden = hidden_reason(n=share.n, p=share.p, n_eff=share.n_eff)
    assert (hidden is None) is (row["nchs"] == "visa")


@pytest.mark.parametrize(
    ("n", "p", "n_eff", "reason"),
    [
        (29, 0.5, 29, Hidden.FEW_ANSWERS),
        (40, 0.5, 29.9, Hidden.FEW_EFFECTIVE),
        (40, 0.5, 40, Hidden.WIDE),
        (60, 0.5, 60, None),
        (100, 0.03, 100, Hidden.WIDE_FOR_ITS_SIZE),
        (60, 0.0, 60, Hidden.WIDE_FOR_ITS_SIZE),
        (300, 0.0, 300, None),
        (60, 1.0, 60, None),
    ],
)
def test_the_reason_is_said(n: int, p: float, n_eff: float, reason: Hidden | None) -> None:
    assert hidden_reason(n=n, p=p, n_eff=n_eff) is reason


groups = st.tuples(st.integers(1, 3000), st.floats(0, 1), st.floats(0.5, 3000))


@given(st.lists(groups, min_size=1, max_size=20))
def test_many_groups_at_once_agree_with_one_at_a_time(sample: list[tuple[int, float, float]]) -> None:
    n, p, n_eff = zip(*sample, strict=True)
    texts = hidden_texts(hidden_codes(n=n, p=p, n_eff=n_eff))
    assert texts == [hidden_reason(n=a, p=b, n_eff=c) for a, b, c in sample]
    assert all(text is not None for text, count in zip(texts, n, strict=True) if count < 30)


@given(st.floats(0, 1), st.floats(30, 3000))
def test_ten_times_the_answers_never_hide_what_was_shown(p: float, n_eff: float) -> None:
    if hidden_reason(n=int(n_eff), p=p, n_eff=n_eff) is None:
        assert hidden_reason(n=int(10 * n_eff), p=p, n_eff=10 * n_eff) is None
