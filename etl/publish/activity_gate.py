"""The gates of the log: where work was done, no closer than a part of the municipality, and when it was reported."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from etl.publish.public_areas import PublicAreas

Row = Mapping[str, Any]
_DONE = ("activities", "hours")


def gate_activity_places(rows: Sequence[Row], areas: PublicAreas) -> list[dict[str, Any]]:
    """Rows with an area_name (marts.public_activity, marts.problem), where a place becomes what holds it."""
    return [{**row, "area_name": areas.shown_name(row["municipality_code"], row["area_name"])} for row in rows]


def gate_activity_months(rows: Sequence[Row], areas: PublicAreas) -> list[dict[str, Any]]:
    """Rows of marts.activity_month. Work in a place is summed into what holds it, or into the municipality."""
    summed: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in gate_activity_places(rows, areas):
        key = tuple(value for name, value in row.items() if name not in _DONE)
        if key in summed:
            for name in _DONE:
                summed[key][name] = _plus(summed[key][name], row[name])
        else:
            summed[key] = row
    return list(summed.values())


def _plus(one: float | None, other: float | None) -> float | None:
    return other if one is None else one if other is None else one + other


def gate_report_days(rows: Sequence[Row], counted: Collection[str]) -> list[dict[str, Any]]:
    """Rows of marts.report_day: nil reports, and of the other days the first and the last of each month.

    Two reports more than 45 days apart are the last of one month and the first of another, so every gap in the
    reporting is seen as before, and the days of the work are not. Only of the commitments in `counted`: gaps decide
    nothing about the others.
    """
    months: dict[tuple[str, int, int], list[date]] = defaultdict(list)
    considered = [row for row in rows if row["commitment_id"] in counted]
    for row in considered:
        if not row["is_nil_report"]:
            months[_month(row)].append(row["day"])
    kept = {(month[0], day) for month, days in months.items() for day in (min(days), max(days))}
    return [
        {**row, "concerns_period": row["concerns_period"] if row["is_nil_report"] else None}
        for row in considered
        if row["is_nil_report"] or (row["commitment_id"], row["day"]) in kept
    ]


def _month(row: Row) -> tuple[str, int, int]:
    return row["commitment_id"], row["day"].year, row["day"].month
