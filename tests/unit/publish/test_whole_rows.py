"""Quarters and years that nobody handed in."""

from datetime import date
from typing import Any

import pytest

from etl.evaluate.rates import fingertips
from etl.publish.whole_rows import with_whole_periods
from tests.unit.publish.municipality import row


def months(*counts: int | None, **more: Any) -> list[dict[str, Any]]:
    return [row("a", "total", f"2025-{n:02d}", count, **more) for n, count in enumerate(counts, start=1)]


def found(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {r["period"]: r["count"] for r in with_whole_periods(rows) if r["granularity"] != "månad"}


def test_a_quarter_is_the_sum_of_its_months_and_a_year_of_all_twelve() -> None:
    assert found(months(1, 2, 3)) == {"2025-K1": 6}
    assert found(months(*range(1, 13))) == {"2025-K1": 6, "2025-K2": 15, "2025-K3": 24, "2025-K4": 33, "2025": 78}


def test_a_year_is_the_sum_of_four_quarters() -> None:
    rows = [row("a", "total", f"2025-K{n}", n) for n in range(1, 5)]

    assert found(rows)["2025"] == 10


def test_nothing_is_summed_when_a_month_is_missing_or_has_no_count() -> None:
    assert found(months(1, 2)) == {}
    assert found(months(1, None, 3)) == {}


def test_a_figure_that_was_handed_in_is_not_replaced() -> None:
    assert found([*months(1, 2, 3), row("a", "total", "2025-K1", 7)]) == {"2025-K1": 7}


def test_series_are_not_mixed() -> None:
    rows = [*months(1, 2), row("a", "total", "2025-03", 3, definition="annan")]

    assert found(rows) == {}


def test_a_sum_has_its_own_rate_and_limits() -> None:
    quarter = next(r for r in with_whole_periods(months(1, 2, 4, rolling_12=40, rate_printed=9.0)) if r["count"] == 7)

    low, high = fingertips(7)
    assert (quarter["period_start"], quarter["period_end"]) == (date(2025, 1, 1), date(2025, 3, 31))
    assert quarter["rate_per_100k"] == pytest.approx(70.0)
    assert (quarter["rate_low"], quarter["rate_high"]) == pytest.approx((low * 10, high * 10))
    assert (quarter["rate_source"], quarter["rate_printed"], quarter["rolling_12"]) == ("beräknad", None, None)


def test_without_a_population_there_is_no_rate() -> None:
    quarter = next(r for r in with_whole_periods(months(1, 2, 4, population=None)) if r["count"] == 7)

    assert (quarter["rate_per_100k"], quarter["rate_source"]) == (None, None)


def test_a_sum_of_preliminary_figures_is_preliminary() -> None:
    rows = months(1, 2, 4)
    rows[1]["preliminary"] = True

    assert [r["preliminary"] for r in with_whole_periods(rows) if r["granularity"] == "kvartal"] == [True]
