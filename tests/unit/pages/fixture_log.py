"""What the fixture database holds of the log for everybody, made from the rows of the whole log."""

from collections import defaultdict
from datetime import date

from tests.unit.pages.fixture_facts import Row
from tests.unit.pages.fixture_series import activity

_SHOWN = (
    "municipality_code",
    "promise_id",
    "commitment_id",
    "commitment",
    "day",
    "activity",
    "hours",
    "area_name",
    "party",
    "is_fictitious",
    "as_of",
)
_OF_MONTH = ("municipality_code", "promise_id", "commitment_id", "commitment", "area_name", "is_fictitious", "as_of")


def public_activity() -> list[Row]:
    """Every tenth row of the log is marked offentlig."""
    marked = [row for row in activity()[::10] if not row["is_nil_report"]]
    return [
        {name: row.get(name) for name in _SHOWN} | {"note": "Vi mötte många på torget." if not number else None}
        for number, row in enumerate(marked)
    ]


def activity_month() -> list[Row]:
    months: dict[tuple[str, date], list[Row]] = defaultdict(list)
    for row in activity():
        if row.get("commitment_id") and not row["is_nil_report"]:
            months[row["commitment_id"], row["day"].replace(day=1)].append(row)
    return [
        {name: rows[0].get(name) for name in _OF_MONTH}
        | {"month": month, "activities": len(rows), "hours": float(sum(row["hours"] for row in rows))}
        for (_, month), rows in sorted(months.items())
    ]


def report_day() -> list[Row]:
    names = ("municipality_code", "promise_id", "commitment_id", "day", "is_nil_report")
    return [{name: row[name] for name in names} for row in activity() if row.get("commitment_id")]
