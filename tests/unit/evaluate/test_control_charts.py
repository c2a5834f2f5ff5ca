"""Centre lines and limits: c, u, XmR and Laney's u′."""

import numpy as np
import pytest

from etl.evaluate.control_charts import c_chart, laney_u_chart, u_chart, xmr_chart, xmr_charts


def test_a_c_chart_is_three_roots_wide_and_never_below_zero() -> None:
    chart = c_chart([16, 16, 16])
    assert chart is not None
    assert (chart.centre, chart.low, chart.high) == (16, 4, 28)
    low_counts = c_chart([4, 4])
    assert low_counts is not None
    assert (low_counts.low, low_counts.high) == (0, 10)
    assert c_chart([]) is None


def test_what_lies_on_a_limit_is_not_outside() -> None:
    chart = c_chart([16])
    assert chart is not None
    assert [chart.is_outside(value) for value in (3, 4, 28, 29)] == [True, False, False, True]


def test_an_xmr_chart_takes_its_spread_from_neighbouring_months() -> None:
    """Ranges of 2 throughout: 2 · 3/1.128 on each side of 11."""
    chart = xmr_chart([10, 12, 10, 12])
    assert chart is not None
    assert (chart.centre, chart.high - 11) == (11, pytest.approx(6 / 1.128))


def test_no_range_is_taken_across_a_missing_month() -> None:
    with_gap, without = xmr_chart([10, 12, None, 100, 102]), xmr_chart([10, 12, 100, 102])
    assert with_gap is not None
    assert without is not None
    assert with_gap.high - with_gap.centre == pytest.approx(6 / 1.128)
    assert without.high > with_gap.high
    assert xmr_chart([10, None, 12]) is None
    assert xmr_chart([10]) is None


def test_many_xmr_charts_at_once_and_the_months_outside_them() -> None:
    counts = np.full((3, 24), np.nan)
    counts[0] = 5
    counts[0, 20] = 90
    counts[1, :12] = [3, 4] * 6
    charts = xmr_charts(counts)
    one = xmr_chart(counts[0].tolist())
    assert one is not None
    assert (charts.centre[0], charts.low[0], charts.high[0]) == pytest.approx((one.centre, one.low, one.high))
    assert charts.outside.tolist() == [1, 0, 0]
    assert (charts.centre[2], charts.low[2], charts.high[2]) == (0, 0, 0)


def test_a_u_chart_is_narrower_for_a_larger_population() -> None:
    chart = u_chart([8, 8], [10_000, 10_000])
    assert chart is not None
    assert chart.centre == pytest.approx(8)
    assert chart.at(40_000).high - 8 == pytest.approx((chart.at(10_000).high - 8) / 2)
    assert chart.at(1).low == 0
    assert u_chart([], []) is None


def test_laneys_limits_widen_with_the_swings_between_periods() -> None:
    calm, wild = (laney_u_chart(counts, [10_000] * 6) for counts in ([20, 21] * 3, [5, 36] * 3))
    assert calm is not None
    assert wild is not None
    assert calm.sigma_z < 1 < wild.sigma_z
    assert laney_u_chart([3], [10_000]) is None
    assert laney_u_chart([0, 0], [10_000, 10_000]) is None


def test_counts_that_are_none_and_exposures_of_zero_are_refused() -> None:
    with pytest.raises(ValueError, match="noll eller större"):
        c_chart([3, -1])
    with pytest.raises(ValueError, match="exponering"):
        u_chart([3], [0])
    with pytest.raises(ValueError, match="exponering"):
        u_chart([3, 4], [10_000])
    chart = u_chart([3], [10_000])
    assert chart is not None
    with pytest.raises(ValueError, match="exponeringen"):
        chart.at(0)
