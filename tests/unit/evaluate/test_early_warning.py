"""Early warning from the same season of three earlier years, one month or many series at once."""

from math import nan

import numpy as np
import pytest

from etl.evaluate.early_warning import BASE_LAGS, base_of, early_warning, early_warnings
from tests.unit.evaluate.count_reference import START, malkommun

NINE_TENS = [10.0] * 9


def test_the_base_is_the_same_month_and_its_neighbours_three_years_back() -> None:
    assert BASE_LAGS == (11, 12, 13, 23, 24, 25, 35, 36, 37)
    months = list(range(100))
    assert base_of(months, 60) == (49, 48, 47, 37, 36, 35, 25, 24, 23)
    assert base_of(months, 36) == (25, 24, 23, 13, 12, 11, 1, 0, None)


def test_a_doubling_is_seen_and_the_usual_is_not() -> None:
    doubled, usual = early_warning(24, NINE_TENS), early_warning(12, NINE_TENS)
    assert doubled is not None
    assert usual is not None
    assert (doubled.expected, doubled.phi) == (10, 1)
    assert doubled.is_alarm
    assert not usual.is_alarm
    assert doubled.p < 0.01 < usual.p


def test_limit_and_p_say_the_same() -> None:
    """At the 99 % limit the one-sided p is one in a hundred."""
    warning = early_warning(20, [8, 9, 11, 14, 6, 10, 9, 12, 7])
    assert warning is not None
    at_limit = early_warning(warning.limit, [8, 9, 11, 14, 6, 10, 9, 12, 7])
    assert at_limit is not None
    assert at_limit.p == pytest.approx(0.01)


def test_swinging_years_raise_the_limit() -> None:
    calm, swinging = early_warning(20, NINE_TENS), early_warning(20, [1, 1, 1, 10, 10, 10, 19, 19, 19])
    assert calm is not None
    assert swinging is not None
    assert calm.expected == swinging.expected
    assert calm.limit < swinging.limit
    assert (calm.is_alarm, swinging.is_alarm) == (True, False)


def test_fewer_than_five_cases_are_never_an_alarm() -> None:
    four, five = (early_warning(count, [0.0] * 9) for count in (4, 5))
    assert four is not None
    assert five is not None
    assert four.count > four.limit
    assert (four.is_alarm, five.is_alarm) == (False, True)
    assert (five.expected, five.limit > 0, 0 < five.p < 0.01) == (0, True, True)


def test_seven_of_the_nine_months_are_needed() -> None:
    assert early_warning(10, [None, None, *NINE_TENS[:7]]) is not None
    assert early_warning(10, [None, None, None, *NINE_TENS[:6]]) is None
    assert early_warning(10, []) is None


def test_a_missing_month_is_not_a_zero() -> None:
    warning = early_warning(10, [*NINE_TENS[:8], None])
    assert warning is not None
    assert (warning.expected, warning.base_months) == (10, 8)


@pytest.mark.parametrize(("count", "base"), [(-1, NINE_TENS), (nan, NINE_TENS), (5, [-1.0] * 9)])
def test_what_is_no_count_is_refused(count: float, base: list[float]) -> None:
    with pytest.raises(ValueError, match="noll eller större"):
        early_warning(count, base)
    with pytest.raises(ValueError, match="risknivån"):
        early_warning(5, NINE_TENS, alpha=0)


def test_many_series_at_once_are_as_one_at_a_time() -> None:
    random = np.random.default_rng(20261122)
    counts = random.poisson(3, (60, 50)).astype(np.float32)
    counts[random.random(counts.shape) < 0.05] = nan
    last = random.integers(30, 50, 60)
    counts[np.arange(60), last] = 9
    together = early_warnings(counts, last)
    judged = 0
    for row, place in enumerate(last):
        values = [None if np.isnan(value) else float(value) for value in counts[row]]
        one = early_warning(9, base_of(values, int(place)))
        assert bool(together.is_judged[row]) is (one is not None)
        if one is not None:
            judged += 1
            assert (together.expected[row], together.phi[row], together.limit[row], together.p[row]) == pytest.approx(
                (one.expected, one.phi, one.limit, one.p)
            )
            assert bool(together.is_alarm[row]) is one.is_alarm
    assert 10 < judged < 60


def test_the_reference_municipality_in_one_row() -> None:
    counts = np.array([malkommun()] * 12, dtype=np.float32)
    together = early_warnings(counts, np.arange(START, START + 12))
    assert together.expected[:2].tolist() == pytest.approx([12, 10.4444444444])
    assert not together.is_alarm.any()
