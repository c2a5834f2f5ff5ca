"""Weighted shares against R's survey package and the literature."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.survey import (
    ShareEstimate,
    ShareSums,
    is_large_sample,
    newcombe,
    share_from_answers,
    share_from_sums,
    share_published,
    show_share,
    wilson,
)
from etl.evaluate.survey_columns import share_columns
from tests.unit.evaluate.survey_reference import VARIABLES, answered, expected

ANSWERS = [1, 0, 1, 1, 0, 1, 0, 1]
WEIGHTS = [2.0, 1.0, 1.5, 1.0, 3.0, 0.5, 1.0, 2.0]
STRATA = ["A", "A", "A", "B", "B", "B", "C", "C"]


def by_hand(answers: list[int], weights: list[float]) -> tuple[float, float]:
    """Share and standard error straight from the definition in the reference."""
    total = sum(weights)
    p = sum(w * y for w, y in zip(weights, answers, strict=True)) / total
    n = len(answers)
    squares = sum((w * (y - p) / total) ** 2 for w, y in zip(weights, answers, strict=True))
    return p, sqrt(n / (n - 1) * squares)


def found(estimate: ShareEstimate | None) -> ShareEstimate:
    assert estimate is not None
    return estimate


def test_weights_only() -> None:
    p, se = by_hand(ANSWERS, WEIGHTS)
    share = found(share_from_answers(ANSWERS, WEIGHTS))
    assert (share.n, share.p, share.se) == pytest.approx((8, p, se), rel=1e-12)
    assert share.n_eff == pytest.approx(p * (1 - p) / se**2)
    assert (share.low, share.high) == wilson(share.p, share.n_eff)


def test_strata_with_population() -> None:
    p, _ = by_hand(ANSWERS, WEIGHTS)
    total, variance = sum(WEIGHTS), 0.0
    sizes = {"A": 30.0, "B": 12.0, "C": 20.0}
    for stratum, size in sizes.items():
        u = np.array([w * (y - p) / total for y, w, s in zip(ANSWERS, WEIGHTS, STRATA, strict=True) if s == stratum])
        variance += (1 - len(u) / size) * len(u) / (len(u) - 1) * ((u - u.mean()) ** 2).sum()
    share = found(share_from_answers(ANSWERS, WEIGHTS, STRATA, sizes))
    assert share.se == pytest.approx(sqrt(variance), rel=1e-12)


def test_sums_and_answers_agree() -> None:
    w, y = np.array(WEIGHTS), np.array(ANSWERS)
    sums = ShareSums(n=8, w=w.sum(), wy=(w * y).sum(), w2=(w * w).sum(), w2y=(w * w * y).sum())
    assert share_from_sums(sums) == share_from_answers(ANSWERS, WEIGHTS)


def test_many_groups_at_once_agree_with_one_at_a_time() -> None:
    groups = [(ANSWERS, WEIGHTS), ([1, 1, 1], [1.0, 2.0, 4.0]), ([0], [3.0]), ([1, 0], [1.0, 1.0])]
    sums = []
    for answers, weights in groups:
        y, w = np.array(answers), np.array(weights)
        sums.append((len(y), w.sum(), (w * y).sum(), (w * w).sum(), (w * w * y).sum()))
    n, w, wy, w2, w2y = (np.array(column, dtype=float) for column in zip(*sums, strict=True))
    columns = share_columns(n=n, w=w, wy=wy, w2=w2, w2y=w2y)
    for index, (answers, weights) in enumerate(groups):
        one = found(share_from_answers(answers, weights))
        many = (columns.p[index], columns.n_eff[index], columns.low[index], columns.high[index])
        assert many == pytest.approx((one.p, one.n_eff, one.low, one.high), abs=1e-12)


def test_missing_answers_and_weights_are_left_out() -> None:
    nan = float("nan")
    assert share_from_answers([*ANSWERS, nan, 1], [*WEIGHTS, 4.0, nan]) == share_from_answers(ANSWERS, WEIGHTS)


@pytest.mark.parametrize("answer", [0, 1])
def test_all_alike_falls_back_on_kish(answer: int) -> None:
    share = found(share_from_answers([answer] * 4, [1, 2, 3, 4]))
    assert (share.p, share.se, share.n_eff) == (answer, 0.0, pytest.approx(100 / 30))
    assert 0 <= share.low < share.high <= 1


def test_nothing_to_share() -> None:
    assert share_from_answers([], []) is None
    assert share_from_answers([1, 0], [0, 0]) is None
    assert share_from_sums([]) is None


def test_a_stratum_of_one_still_counts() -> None:
    share = found(share_from_answers([1, 0, 1, 0, 1], [1, 1, 1, 1, 1], ["A", "A", "A", "A", "B"]))
    assert share.se > 0


def test_answers_that_are_no_share_are_refused() -> None:
    with pytest.raises(ValueError, match="0 eller 1"):
        share_from_answers([0, 2])
    with pytest.raises(ValueError, match="negativa"):
        share_from_answers([0, 1], [1, -1])
    with pytest.raises(ValueError, match="mellan 0 och 1"):
        share_published(1.2, 300)


def test_a_published_share_has_an_assumed_design_effect() -> None:
    share = share_published(0.4, 390)
    assert share.n_eff == pytest.approx(300)
    assert (share.low, share.high) == wilson(0.4, 300)


@pytest.mark.parametrize(
    ("cases", "n", "limits"),
    [(81, 263, (0.25528851988, 0.36620957698)), (1, 29, (0.0061132142928, 0.17175521879))],
)
def test_wilson_as_newcombe_printed_it(cases: int, n: int, limits: tuple[float, float]) -> None:
    assert wilson(cases / n, n) == pytest.approx(limits, rel=1e-6)


def test_newcombe_as_he_printed_it() -> None:
    """56/70 − 48/80, method 10."""
    assert newcombe(48 / 80, 80, 56 / 70, 70) == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_few_answers_are_not_shown() -> None:
    assert (show_share(29), show_share(30), show_share(None)) == (False, True, True)


@pytest.mark.parametrize("wave", ["2023", "2024"])
@pytest.mark.parametrize("variable", VARIABLES)
@pytest.mark.parametrize("design", ["weights_only", "strata_fpc"])
def test_a_share_is_as_in_r(design: str, variable: str, wave: str) -> None:
    reference = expected()["proportions"][wave][variable][design]
    rows = answered(variable, wave)
    y, w = [answer for answer, _ in rows], [float(row["vikt"]) for _, row in rows]
    sizes = {row["omrade"]: float(row["N_omrade"]) for _, row in rows}
    if design == "weights_only":
        share = found(share_from_answers(y, w))
    else:
        share = found(share_from_answers(y, w, [row["omrade"] for _, row in rows], sizes))
    assert (share.n, sum(y), share.df) == (reference["n"], reference["cases"], reference["df"])
    assert sum(y) / len(y) == pytest.approx(reference["p_unweighted"], rel=1e-6)
    assert (share.p, share.se, share.deff) == pytest.approx(
        (reference["p"], reference["se"], reference["deff"]), rel=1e-6
    )
    assert (share.kish, share.n_eff) == pytest.approx((reference["kish_n_eff"], reference["variance_n_eff"]), rel=1e-6)
    limits = reference["ci95"]
    assert (share.low, share.high) == pytest.approx(limits["wilson_neff"], rel=1e-6)
    assert wilson(share.p, share.kish or 0) == pytest.approx(limits["wilson_kish"], rel=1e-6)
    assert wilson(sum(y) / len(y), len(y)) == pytest.approx(limits["unweighted_wilson"], rel=1e-6)


def test_the_finite_population_correction_is_optional() -> None:
    sizes = {"A": 30.0, "B": 12.0, "C": 20.0}
    corrected = found(share_from_answers(ANSWERS, WEIGHTS, STRATA, sizes))
    plain = found(share_from_answers(ANSWERS, WEIGHTS, STRATA, sizes, fpc=False))
    assert plain == share_from_answers(ANSWERS, WEIGHTS, STRATA)
    assert corrected.se < plain.se


def test_the_correction_is_for_samples_of_more_than_a_tenth() -> None:
    assert (is_large_sample(100, 1000), is_large_sample(101, 1000)) == (False, True)


def test_an_assumed_design_effect_is_flagged() -> None:
    assert share_published(0.4, 390).deff_assumed
    assert not found(share_from_answers(ANSWERS, WEIGHTS)).deff_assumed


def test_where_everybody_agrees_there_is_no_design_effect() -> None:
    assert found(share_from_answers([1, 1, 1], [1, 2, 3])).deff is None


@given(st.lists(st.tuples(st.integers(0, 1), st.floats(0.1, 50), st.sampled_from("ABC")), min_size=1, max_size=60))
def test_the_parts_make_the_whole(sample: list[tuple[int, float, str]]) -> None:
    def share(label: str) -> tuple[float, float, int]:
        chosen = [(y, w) for y, w, group in sample if label in ("alla", group)]
        estimate = share_from_answers([y for y, _ in chosen], [w for _, w in chosen])
        return (estimate.p, sum(w for _, w in chosen), estimate.n) if estimate else (0.0, 0.0, 0)

    parts = [share(label) for label in "ABC"]
    p, weight, n = share("alla")
    assert sum(part_p * part_w for part_p, part_w, _ in parts) == pytest.approx(p * weight, abs=1e-9)
    assert sum(part_n for _, _, part_n in parts) == n
