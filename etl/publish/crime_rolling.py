"""Sums of twelve months: shown only where they tell nothing that is not shown already."""

from collections.abc import Iterable
from typing import Any

from etl.contract.periods import PeriodKind

Series = tuple[Any, ...]
_SERIES = ("municipality_code", "area_id", "region", "crime_type", "definition")


def with_public_rolling(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Public rows, with the rolling sum blank unless all its months, or the four quarters it is, are shown."""
    shown = list(rows)
    counted = {
        (_series(row), row["granularity"], row["period"])
        for row in shown
        if row["count"] is not None and row["granularity"] in (PeriodKind.MONTH, PeriodKind.QUARTER)
    }
    return [
        row if row["rolling_12"] is None or _is_told(row, counted) else {**row, "rolling_12": None} for row in shown
    ]


def _series(row: dict[str, Any]) -> Series:
    return tuple(row[name] for name in _SERIES)


def _is_told(row: dict[str, Any], counted: set[tuple[Series, str, str]]) -> bool:
    series, last = _series(row), int(row["period"][:4]) * 12 + int(row["period"][5:7]) - 1
    months = range(last - 11, last + 1)
    if all((series, PeriodKind.MONTH, f"{n // 12}-{n % 12 + 1:02d}") in counted for n in months):
        return True
    quarters = {f"{n // 12}-K{n % 12 // 3 + 1}" for n in months}
    return len(quarters) == 4 and all((series, PeriodKind.QUARTER, quarter) in counted for quarter in quarters)
