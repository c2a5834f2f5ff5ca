"""Places of the log become what holds them; days of reports are thinned out, and every gap is seen as before."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.reports import LogEntry, reporting_gaps
from etl.publish.activity_gate import gate_activity_months, gate_activity_places, gate_report_days
from etl.publish.public_areas import public_areas

START, END = date(2025, 1, 1), date(2026, 12, 31)
DAYS = st.lists(st.integers(0, (END - START).days).map(lambda days: START + timedelta(days=days)), max_size=60)


def report(day: date, *, nil: bool = False, period: str | None = None) -> dict[str, Any]:
    return {"commitment_id": "A1", "day": day, "is_nil_report": nil, "concerns_period": period}


def gaps(rows: list[dict[str, Any]]) -> Any:
    entries = [LogEntry(row["day"], 0.0, is_nil=row["is_nil_report"]) for row in rows]
    return reporting_gaps(entries, start=START, end=END)


def test_a_month_keeps_its_first_and_last_report() -> None:
    days = [date(2025, 3, day) for day in (2, 5, 9, 30)]
    shown = gate_report_days([report(day) for day in days], {"A1"})
    assert [row["day"] for row in shown] == [date(2025, 3, 2), date(2025, 3, 30)]


def test_a_nil_report_says_which_period_it_is_about_and_others_do_not() -> None:
    rows = [report(date(2025, 3, 31), nil=True, period="2025-03"), report(date(2025, 4, 1), period="2025-03")]
    assert [row["concerns_period"] for row in gate_report_days(rows, {"A1"})] == ["2025-03", None]


@given(DAYS, DAYS)
def test_every_gap_is_the_same(worked: list[date], nothing_done: list[date]) -> None:
    rows = [report(day) for day in sorted(set(worked))] + [report(day, nil=True) for day in sorted(set(nothing_done))]
    shown = gate_report_days(rows, {"A1"})
    assert gaps(shown) == gaps(rows)
    assert len([row for row in shown if not row["is_nil_report"]]) <= 2 * 24


def test_the_days_of_work_that_is_not_counted_are_not_told() -> None:
    rows = [report(date(2025, 3, 2)), report(date(2025, 3, 31), nil=True, period="2025-03")]
    assert gate_report_days(rows, set()) == []


AREAS = public_areas(
    [
        {"area_id": name, "municipality_code": "9999", "name": name, "kind": kind, "part_of": part_of}
        for name, kind, part_of in (
            ("Norrby", "stadsdel", None),
            ("Norrby norra", "DeSO", "Norrby"),
            ("Storgatan 4", "plats", "Norrby norra"),
            ("Torget", "plats", None),
        )
    ]
)


def month(area: str | None, activities: int, hours: float | None, key: str = "A1") -> dict[str, Any]:
    return {
        "municipality_code": "9999", "commitment_id": key, "month": date(2025, 3, 1), "area_name": area,
        "activities": activities, "hours": hours,
    }  # fmt: skip


def test_work_in_a_place_is_summed_into_what_holds_it() -> None:
    rows = [
        month(None, 2, None),
        month("Norrby", 3, 4.5),
        month("Norrby norra", 1, None),
        month("Storgatan 4", 1, 7.5),
        month("Torget", 1, 1.0),
        month("Torget", 1, None, key="A2"),
    ]
    assert gate_activity_months(rows, AREAS) == [
        month(None, 3, 1.0),
        month("Norrby", 5, 12.0),
        month(None, 1, None, key="A2"),
    ]


def test_an_activity_that_is_marked_public_does_not_name_its_place_either() -> None:
    rows = [month(name, 1, None) for name in ("Norrby", "Storgatan 4", "Torget", None)]
    assert [row["area_name"] for row in gate_activity_places(rows, AREAS)] == ["Norrby", "Norrby", None, None]
