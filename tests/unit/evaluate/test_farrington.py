"""Farrington's regression: when there is a limit, what it does with past outbreaks, and the three ways to draw it."""

from datetime import date

import numpy as np
import pytest

from etl.evaluate.farrington import Threshold, farrington
from etl.evaluate.quasi_poisson import fit_log_linear, fitted_at
from tests.unit.evaluate.count_reference import START, malkommun

FIRST = date(2020, 1, 1)
STEADY = [10, 11, 9, 10] * 15


def test_no_limit_without_three_whole_years_before() -> None:
    assert farrington(STEADY, FIRST, 36) is None
    assert farrington(STEADY, FIRST, 37) is not None
    assert farrington([0] * 60, FIRST, 48) is None


def test_a_burst_is_an_alarm_and_a_usual_month_is_not() -> None:
    for threshold in Threshold:
        burst, usual = (farrington([*STEADY[:48], count], FIRST, 48, threshold=threshold) for count in (40, 11))
        assert burst is not None
        assert usual is not None
        assert (burst.is_alarm, usual.is_alarm) == (True, False)
        assert burst.expected == pytest.approx(10, rel=0.1)


def test_no_alarm_on_fewer_than_five_cases_in_four_months() -> None:
    quiet = [0] * 48
    quiet[11] = quiet[12] = 1
    few, more = (farrington([*quiet, count], FIRST, 48) for count in (4, 9))
    assert few is not None
    assert more is not None
    assert few.count > few.limit
    assert (few.is_alarm, more.is_alarm) == (False, True)


def test_a_past_outbreak_does_not_hide_the_next() -> None:
    outbreak = list(STEADY)
    outbreak[24] = 80
    with_outbreak, without = farrington(outbreak, FIRST, 48), farrington(STEADY, FIRST, 48)
    assert with_outbreak is not None
    assert without is not None
    plain_mean = (9 * 10 + 80) / 10
    assert without.expected < with_outbreak.expected < plain_mean - 2


def test_a_trend_never_predicts_more_than_was_ever_seen() -> None:
    rising = [2 + month for month in range(60)]
    limit = farrington(rising, FIRST, 48)
    assert limit is not None
    assert not limit.has_trend
    assert limit.expected <= max(rising[:48])


def test_the_three_limits_widen_in_order_for_the_reference_municipality() -> None:
    plugin, with_error = (
        farrington(malkommun(), FIRST, START, threshold=threshold)
        for threshold in (Threshold.NB_PLUGIN, Threshold.MUAN)
    )
    assert plugin is not None
    assert with_error is not None
    assert plugin.expected == with_error.expected
    assert plugin.limit < with_error.limit


def test_what_is_no_count_and_no_month_is_refused() -> None:
    with pytest.raises(ValueError, match="noll eller större"):
        farrington([*STEADY, -1], FIRST, 48)
    with pytest.raises(ValueError, match="månaden"):
        farrington(STEADY, FIRST, 60)


def test_a_fit_is_refused_when_it_runs_away() -> None:
    """Zeros first and then one count: the trend that fits best is infinitely steep."""
    counts, times = np.array([0.0, 0, 0, 0, 5]), np.arange(5.0)
    assert fit_log_linear(counts, times, np.ones(5), trend=True) is None
    level = fit_log_linear(counts, times, np.ones(5), trend=False)
    assert level is not None
    assert fitted_at(level, 3)[0] == pytest.approx(1)
    assert fit_log_linear(np.zeros(5), times, np.ones(5), trend=False) is None
    assert fit_log_linear(np.ones(2), times[:2], np.ones(2), trend=True) is None
    assert fit_log_linear(counts, np.full(5, 2.0), np.ones(5), trend=True) is None
