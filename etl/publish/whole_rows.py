"""Quarters and years that were not handed in, summed from their months (or a year from its quarters)."""

from collections.abc import Iterable
from typing import Any

from etl.contract.periods import PeriodKind
from etl.evaluate.rates import fingertips
from etl.publish.crime_keys import Row, parts_of

Series = tuple[Any, ...]
_SERIES = ("municipality_code", "area_id", "region", "crime_type", "definition")


def with_whole_periods(rows: Iterable[Row]) -> list[Row]:
    """The rows, and one for each quarter and year that lacks a row and whose parts are all there with a count."""
    by_series: dict[Series, dict[tuple[str, str], Row]] = {}
    for row in rows:
        by_series.setdefault(tuple(row[name] for name in _SERIES), {})[(row["granularity"], row["period"])] = row
    for found in by_series.values():
        for granularity in (PeriodKind.QUARTER, PeriodKind.YEAR):
            for period in _possible(granularity, found):
                if (granularity, period) not in found:
                    whole = _whole(granularity, period, found)
                    if whole is not None:
                        found[(granularity, period)] = whole
    return [row for found in by_series.values() for row in found.values()]


def _possible(granularity: PeriodKind, found: Iterable[tuple[str, str]]) -> list[str]:
    years = sorted({period[:4] for _, period in found})
    return [f"{year}-K{n}" for year in years for n in range(1, 5)] if granularity == PeriodKind.QUARTER else years


def _whole(granularity: str, period: str, found: dict[tuple[str, str], Row]) -> Row | None:
    for kind, parts in parts_of(granularity, period):
        rows = [found.get((kind, part)) for part in parts]
        if kind != PeriodKind.HALF_YEAR and all(row is not None and row["count"] is not None for row in rows):
            return _sum(granularity, period, [row for row in rows if row is not None])
    return None


def _sum(granularity: str, period: str, rows: list[Row]) -> Row:
    first, last = rows[0], rows[-1]
    count = sum(row["count"] for row in rows)
    population = next((row["population_mean"] for row in rows if row["population_mean"]), None)
    summed = {
        **first,
        "granularity": str(granularity),
        "period": period,
        "period_end": last["period_end"],
        "count": count,
        "population_mean": population,
        "rate_per_100k": None,
        "rate_low": None,
        "rate_high": None,
        "rate_printed": None,
        "rate_source": None,
        "rolling_12": None,
        "preliminary": any(row["preliminary"] for row in rows),
    }
    if population:
        low, high = fingertips(count)
        per = 100_000 / population
        summed |= {
            "rate_per_100k": count * per,
            "rate_low": low * per,
            "rate_high": high * per,
            "rate_source": "beräknad",
        }
    return summed
