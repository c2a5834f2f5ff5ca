"""What must hold for any counts: finite numbers or none, limits in order, and the order of rows never matters."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from math import isfinite
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.evaluate.control_charts import c_chart, laney_u_chart, u_chart, xmr_chart, xmr_charts
from etl.evaluate.early_warning import early_warning, early_warnings
from etl.evaluate.ears import ears_c1, ears_c2
from etl.evaluate.farrington import Threshold, farrington
from etl.evaluate.month_table import month_table
from etl.evaluate.multiple_testing import benjamini_hochberg
from etl.evaluate.rates import rate_dispersion, rate_ratio_exact, rate_ratio_midp
from etl.evaluate.seasonal_trend import seasonal_trends
from etl.evaluate.trend import mann_kendall, rolling_12, seasonal_mann_kendall

CALM = settings(max_examples=80, deadline=None, database=None, derandomize=True)

counts = st.one_of(st.integers(0, 12), st.integers(0, 100_000))
missing = st.none() | counts
exposures = st.floats(0.5, 1e7)
levels = st.sampled_from([0.6, 0.9, 0.95, 0.999])


def numbers_in(answer: Any) -> Iterable[float]:
    if is_dataclass(answer):
        answer = [getattr(answer, field.name) for field in fields(answer)]
    if isinstance(answer, np.ndarray):
        answer = answer.tolist()
    if isinstance(answer, list | tuple):
        for part in answer:
            yield from numbers_in(part)
    elif isinstance(answer, int | float):
        yield float(answer)


def assert_finite(answer: Any) -> None:
    assert all(isfinite(number) for number in numbers_in(answer)), answer


@CALM
@given(counts, exposures, counts, exposures, levels)
def test_exact_and_mid_p_limits(x0: int, t0: float, x1: int, t1: float, level: float) -> None:
    if x0 + x1 == 0:
        return
    exact = rate_ratio_exact(x0, t0, x1, t1, level=level)
    low, high = rate_ratio_midp(x0, t0, x1, t1, level=level)
    assert_finite([exact, low, high])
    slack = 1 + 1e-9
    assert 0 <= exact.low <= low * slack
    if exact.high is not None and high is not None and exact.value is not None:
        assert low <= high <= exact.high * slack
        assert exact.low / slack <= exact.value <= exact.high * slack
    assert 0 <= exact.p_two_sided <= 1
    assert 0 <= exact.p_decrease <= 1


@CALM
@given(st.lists(st.tuples(counts, exposures), max_size=12), st.randoms(use_true_random=False))
def test_dispersion_knows_no_order(rows: list[tuple[int, float]], random: Any) -> None:
    answer = rate_dispersion([count for count, _ in rows], [exposure for _, exposure in rows])
    random.shuffle(rows)
    again = rate_dispersion([count for count, _ in rows], [exposure for _, exposure in rows])
    assert_finite([answer, again])
    assert (answer is None) is (again is None)
    if answer is not None and again is not None:
        assert abs(answer - again) <= 1e-9 * max(1, answer)


@CALM
@given(st.lists(missing, max_size=60), st.integers(1, 12))
def test_trends(values: list[int | None], first_month: int) -> None:
    known = [value for value in values if value is not None]
    test, seasonal = mann_kendall(known), seasonal_mann_kendall(values, first_month)
    assert_finite([test, seasonal, rolling_12(values)])
    if test is not None:
        assert -1 <= test.tau_a <= 1
        assert abs(test.tau_a) <= abs(test.tau_b) <= 1 + 1e-12
        assert 0 <= test.p <= 1
    if seasonal is not None:
        assert -1 <= seasonal.tau <= 1
        assert seasonal.slope_per_year * seasonal.s >= 0


@CALM
@given(st.lists(counts, min_size=24, max_size=60))
def test_a_series_upside_down_has_the_opposite_trend(values: list[int]) -> None:
    top = max(values)
    one, other = seasonal_mann_kendall(values), seasonal_mann_kendall([top - value for value in values])
    assert one is not None
    assert other is not None
    assert (other.s, other.p, other.slope_per_year) == (-one.s, one.p, -one.slope_per_year)


@CALM
@given(counts, st.lists(missing, max_size=9), st.randoms(use_true_random=False))
def test_early_warning(count: int, base: list[int | None], random: Any) -> None:
    warning = early_warning(count, base)
    assert_finite(warning)
    shuffled = list(base)
    random.shuffle(shuffled)
    again = early_warning(count, shuffled)
    assert (warning is None) is (again is None)
    if warning is not None and again is not None:
        assert abs(warning.limit - again.limit) <= 1e-9 * warning.limit
        assert 0 <= warning.p <= 1
        assert warning.limit > warning.expected
        assert warning.phi >= 1
        assert not (warning.is_alarm and count < 5)


@CALM
@given(st.lists(counts, min_size=38, max_size=60), st.sampled_from(Threshold), st.data())
def test_farrington(values: list[int], threshold: Threshold, data: st.DataObject) -> None:
    month = data.draw(st.integers(0, len(values) - 1))
    limit = farrington(values, date(2020, 1, 1), month, threshold=threshold)
    assert_finite(limit)
    if limit is not None:
        assert limit.expected > 0
        assert limit.limit >= 0
        assert limit.phi >= 1


@CALM
@given(st.lists(counts, max_size=20))
def test_ears(values: list[int]) -> None:
    for limit in (ears_c1(values), ears_c2(values)):
        assert_finite(limit)
        assert limit is None or limit.limit >= limit.expected


@CALM
@given(st.lists(st.tuples(counts, exposures), max_size=40), st.lists(missing, max_size=40))
def test_control_charts(rows: list[tuple[int, float]], values: list[int | None]) -> None:
    events, exposure = [count for count, _ in rows], [at for _, at in rows]
    assert_finite([c_chart(events), xmr_chart(values)])
    for chart in (u_chart(events, exposure), laney_u_chart(events, exposure)):
        if chart is not None:
            limits = chart.at(exposure[-1])
            assert_finite([chart, limits])
            assert 0 <= limits.low <= limits.centre <= limits.high


cells = st.dictionaries(st.tuples(st.integers(0, 4), st.integers(24_000, 24_070)), counts, min_size=1, max_size=200)


@CALM
@given(cells, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_signal(counted: dict[tuple[int, int], int], random: Any) -> None:
    def signals(rows: list[tuple[tuple[int, int], int]]) -> list[Any]:
        table = month_table(
            [series for (series, _), _ in rows],
            [month for (_, month), _ in rows],
            [count for _, count in rows],
            size=5,
        )
        return [
            early_warnings(table.counts, table.last),
            seasonal_trends(table.counts, table.calendar_month),
            xmr_charts(table.counts),
        ]

    rows = list(counted.items())
    in_order = signals(rows)
    random.shuffle(rows)
    shuffled = signals(rows)
    assert_finite(in_order)
    for one, other in zip(in_order, shuffled, strict=True):
        assert list(numbers_in(one)) == list(numbers_in(other))


@CALM
@given(st.lists(st.floats(0, 1), max_size=30), st.randoms(use_true_random=False))
def test_q_values_follow_their_p_values_in_any_order(p: list[float], random: Any) -> None:
    pairs = list(zip(p, benjamini_hochberg(p), strict=True))
    order = list(range(len(p)))
    random.shuffle(order)
    shuffled = benjamini_hochberg([p[place] for place in order])
    assert [pairs[place] for place in order] == [(p[place], q) for place, q in zip(order, shuffled, strict=True)]
    assert all(value <= q <= 1 for value, q in pairs)
