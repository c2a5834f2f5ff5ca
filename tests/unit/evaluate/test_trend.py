"""Rank tests of trend, slopes, the rolling year, and many series at once."""

from math import inf, nan

import numpy as np
import pytest

from etl.evaluate import seasonal_trend
from etl.evaluate.seasonal_trend import seasonal_trends
from etl.evaluate.trend import mann_kendall, rolling_12, seasonal_mann_kendall, theil_sen
from tests.unit.evaluate.count_reference import malkommun


def test_a_series_that_only_rises() -> None:
    test = mann_kendall([1, 2, 3, 4, 5])
    assert test is not None
    assert (test.s, test.tau_a, test.tau_b, test.slope) == (10, 1, 1, 1)
    assert test.var_s == pytest.approx(5 * 4 * 15 / 18)
    assert test.p < 0.05


def test_a_series_that_never_changes_has_no_trend() -> None:
    test = mann_kendall([7, 7, 7, 7])
    assert test is not None
    assert (test.s, test.z, test.p, test.tau_b, test.slope) == (0, 0, 1, 0, 0)


def test_two_values_are_no_trend() -> None:
    assert mann_kendall([1, 2]) is None
    assert theil_sen([1, 2]) is None


def test_one_wild_value_does_not_move_the_slope() -> None:
    assert theil_sen([1, 2, 3, 400, 5, 6, 7]) == 1


def test_a_summer_peak_is_not_a_trend() -> None:
    """The same season every year: nothing moves within any calendar month."""
    test = seasonal_mann_kendall([3, 3, 4, 6, 9, 12, 20, 15, 9, 6, 4, 3] * 4)
    assert test is not None
    assert (test.s, test.z, test.p, test.tau, test.slope_per_year) == (0, 0, 1, 0, 0)


def test_a_season_that_rises_by_two_a_year() -> None:
    test = seasonal_mann_kendall([month % 5 + 2 * year for year in range(3) for month in range(12)])
    assert test is not None
    assert (test.tau, test.slope_per_year) == (1, 2)
    assert test.p < 0.001


def test_nothing_is_said_of_less_than_24_months() -> None:
    assert seasonal_mann_kendall([5] * 23) is None
    assert seasonal_mann_kendall([5] * 24) is not None
    assert seasonal_mann_kendall([5] * 23 + [None] * 12) is None


def test_missing_months_are_left_out_and_not_zeros() -> None:
    whole, ragged = (seasonal_mann_kendall(values) for values in (malkommun(), [*malkommun(), None, None]))
    assert whole == ragged
    shifted = seasonal_mann_kendall([None, *malkommun()], first_month=12)
    assert whole == shifted


def test_it_matters_which_calendar_month_is_the_first_only_for_ragged_ends() -> None:
    assert seasonal_mann_kendall(malkommun(), 1) == seasonal_mann_kendall(malkommun(), 7)


def test_the_rolling_year() -> None:
    sums = rolling_12([*range(1, 13), 14, None, 3])
    assert sums[:11] == (None,) * 11
    assert sums[11:] == (78, 91, None, None)
    assert rolling_12([]) == ()


def test_many_series_at_once_are_as_one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when they are taken in blocks."""
    random = np.random.default_rng(20261122)
    counts = random.poisson(6, (40, 58)).astype(np.float32)
    counts[random.random(counts.shape) < 0.1] = nan
    together = seasonal_trends(counts, 4)
    monkeypatch.setattr(seasonal_trend, "MOST_SLOPES", 1000)
    in_blocks = seasonal_trends(counts, 4)
    for row, values in enumerate(counts):
        one = seasonal_mann_kendall([None if np.isnan(value) else float(value) for value in values], 4)
        assert one is not None
        for trends in (together, in_blocks):
            assert (trends.s[row], trends.var_s[row]) == (one.s, pytest.approx(one.var_s))
            assert (trends.z[row], trends.p[row], trends.tau[row]) == pytest.approx((one.z, one.p, one.tau))
            assert trends.slope_per_year[row] == pytest.approx(one.slope_per_year, abs=1e-6)


def test_a_series_without_pairs_has_no_trend() -> None:
    trends = seasonal_trends(np.array([[nan, nan, nan], [1, 2, 3]]))
    assert trends.p.tolist() == [1, 1]
    assert trends.z.tolist() == trends.tau.tolist() == trends.slope_per_year.tolist() == [0, 0]
    assert len(seasonal_trends(np.empty((0, 0))).s) == 0


@pytest.mark.parametrize("bad", [nan, inf])
def test_what_is_not_a_number_is_refused(bad: float) -> None:
    with pytest.raises(ValueError, match="ändliga"):
        mann_kendall([1, 2, bad])
    with pytest.raises(ValueError, match="ändliga"):
        seasonal_mann_kendall([1.0] * 24 + [inf])
    with pytest.raises(ValueError, match="första månaden"):
        seasonal_mann_kendall([1.0] * 24, 13)
