"""The change between two published shares, from their published limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.published_change import PublishedShare, published_change
from etl.evaluate.survey import newcombe, wilson


def share(value: float, low: float, high: float) -> PublishedShare:
    return PublishedShare(value=value, low=low, high=high)


def test_the_difference_with_its_limits() -> None:
    """The whole country felt less unsafe in 2025 than in 2017 (NTU: 27.7 and 25.0 %)."""
    change = published_change(share(27.7, 27.3, 28.1), share(25.0, 24.6, 25.4))
    assert change.difference == pytest.approx(-2.7)
    assert (change.low, change.high) == pytest.approx((-3.2657, -2.1343), abs=1e-4)
    assert change.is_significant
    assert change.intervals_apart


def test_intervals_that_overlap_may_still_be_significantly_apart() -> None:
    change = published_change(share(30, 24, 36), share(21, 16, 27))
    assert change.is_significant
    assert not change.intervals_apart


def test_no_change_is_never_significant() -> None:
    same = share(20, 16, 24)
    assert not published_change(same, same).is_significant
    exact = share(20, 20, 20)
    assert not published_change(exact, exact).is_significant


@pytest.mark.parametrize("wrong", [(20, 21, 24), (20, 16, 19), (float("nan"), 1, 2), (20, 16, float("inf"))])
def test_limits_on_the_wrong_side_are_refused(wrong: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="värdet"):
        share(*wrong)


percents = st.integers(1, 99)
sizes = st.integers(30, 3000)


@given(percents, percents, sizes, sizes)
def test_with_wilson_limits_it_is_the_method_used_for_our_own_surveys(p0: int, p1: int, n0: int, n1: int) -> None:
    before, after = (share(p, *(100 * limit for limit in wilson(p / 100, n))) for p, n in ((p0, n0), (p1, n1)))
    change = published_change(before, after)
    low, high = newcombe(p0 / 100, n0, p1 / 100, n1)
    assert (change.low, change.high) == pytest.approx((100 * low, 100 * high))
    assert change.is_significant or not change.intervals_apart
