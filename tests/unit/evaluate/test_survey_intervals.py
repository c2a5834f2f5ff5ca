"""Intervals named as in R's svyciprop, against R."""

from collections.abc import Callable
from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.survey import ShareEstimate, share_from_answers, share_published
from etl.evaluate.survey_intervals import (
    Interval,
    arcsine_interval,
    beta_interval,
    beta_limits,
    likelihood_interval,
    logit_interval,
    mean_interval,
    t_quantile,
)
from tests.unit.evaluate.survey_reference import VARIABLES, answered, expected

METHODS: dict[str, tuple[Callable[[ShareEstimate], Interval | None], float]] = {
    "xlogit": (logit_interval, 1e-6),
    "logit": (logit_interval, 1e-6),
    "asin": (arcsine_interval, 1e-6),
    "beta": (beta_interval, 1e-6),
    "mean": (mean_interval, 1e-6),
    # R draws a spline through the profile of the likelihood.
    "likelihood": (likelihood_interval, 2e-5),
}


@pytest.mark.parametrize("wave", ["2023", "2024"])
@pytest.mark.parametrize("variable", VARIABLES)
@pytest.mark.parametrize("method", METHODS)
def test_every_interval_is_as_in_r(method: str, variable: str, wave: str) -> None:
    interval, tolerance = METHODS[method]
    rows = answered(variable, wave)
    y, w = [answer for answer, _ in rows], [float(row["vikt"]) for _, row in rows]
    strata = [row["omrade"] for _, row in rows]
    sizes = {row["omrade"]: float(row["N_omrade"]) for _, row in rows}
    reference = expected()["proportions"][wave][variable]
    for share, design in (
        (share_from_answers(y, w), "weights_only"),
        (share_from_answers(y, w, strata, sizes), "strata_fpc"),
    ):
        assert share is not None
        assert interval(share) == pytest.approx(reference[design]["ci95"][method], abs=tolerance)


def test_a_published_share_has_intervals_too() -> None:
    share = share_published(0.4, 390)
    low, high = beta_interval(share)
    assert low < share.low < 0.4 < share.high < high


@pytest.mark.parametrize("p", [0.0, 1.0])
def test_where_everybody_agrees_only_the_exact_interval_has_limits(p: float) -> None:
    share = share_from_answers([p] * 40)
    assert share is not None
    assert [f(share) for f in (mean_interval, logit_interval, arcsine_interval, likelihood_interval)] == [None] * 4
    low, high = beta_interval(share)
    # The rule of three, nearly: 1 − 0.025^(1/40).
    assert (low, high) == pytest.approx((0, 0.0880973) if p == 0 else (1 - 0.0880973, 1), abs=1e-6)


def test_what_is_no_share_is_refused() -> None:
    with pytest.raises(ValueError, match="mellan 0 och 1"):
        beta_limits([1.2], [100])
    with pytest.raises(ValueError, match="större än noll"):
        beta_limits([0.5], [0])
    with pytest.raises(ValueError, match="frihetsgraderna"):
        t_quantile(0)


@given(st.lists(st.tuples(st.integers(0, 1), st.floats(0.1, 50)), min_size=2, max_size=60))
def test_the_share_lies_within_every_interval(sample: list[tuple[int, float]]) -> None:
    share = share_from_answers(*(list(column) for column in zip(*sample, strict=True)))
    assert share is not None
    for interval, _ in METHODS.values():
        limits = interval(share)
        if limits is not None:
            assert all(isfinite(limit) for limit in limits)
            assert 0 <= limits[0] <= share.p + 1e-12
            assert share.p - 1e-12 <= limits[1] <= 1
