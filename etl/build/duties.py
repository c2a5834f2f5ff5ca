"""The clock of feedback: each promised report, when it was due and when it was given."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from math import floor
from typing import Any

import duckdb

from etl import sql
from etl.build.rows import fetch, insert_rows
from etl.contract.outcome import Refusal
from etl.contract.periods import Period, PeriodKind, contains, covers, parse_period, periods_between
from etl.evaluate.feedback import Feedback, feedback_status
from etl.evaluate.pace import elapsed_weekdays

Row = Mapping[str, Any]


def fill_duties(con: duckdb.DuckDBPyConnection, today: date) -> dict[str, dict[str, Any]]:
    """Fill marts.duty. Returns, by promise, feedback_required, feedback_given and feedback_latest."""
    given = _given(con)
    rows: list[dict[str, Any]] = []
    counts: dict[str, dict[str, Any]] = defaultdict(lambda: {"feedback_required": None, "feedback_given": None})
    for duty in _duties(con):
        days = given.get(duty["duty_id"], []) + given.get(f"löfte {duty['promise_id']}", [])
        base = {name: duty[name] for name in _KEPT}
        periods = _periods(duty)
        if not periods:
            rows.append(base)
        required = kept = 0
        for period in periods:
            feedback = feedback_status(
                period.end, _of_period(days, period), today, required=duty["times_per_year"] or 1
            )
            rows.append(base | _status(period, feedback))
            asked, done = _counted(duty, period, feedback, _of_period(days, period), today)
            required, kept = required + asked, kept + done
        if duty["promise_id"]:
            _add(counts[duty["promise_id"]], bool(periods), required, kept, [day for day, _ in days if day <= today])
    insert_rows(con, "marts.duty", rows)
    return dict(counts)


def _counted(duty: Row, period: Period, feedback: Feedback, days: Sequence[date], today: date) -> tuple[int, int]:
    """How many reports were due by today, and how many of them were given in time."""
    times = duty["times_per_year"]
    if not times:
        due = feedback.status in ("i tid", "för sent", "saknas")
        return int(due), int(feedback.kept)
    asked = times if today > period.end else floor(times * elapsed_weekdays(period.start, period.end, today))
    return (max(asked, 0) if today >= period.start else 0), min(times, sum(day <= feedback.due for day in days))


def _add(count: dict[str, Any], has_clock: bool, required: int, kept: int, days: Sequence[date]) -> None:
    if has_clock:
        count["feedback_required"] = (count["feedback_required"] or 0) + required
        count["feedback_given"] = (count["feedback_given"] or 0) + kept
    latest = [day for day in (count.get("feedback_latest"), *days) if day is not None]
    count["feedback_latest"] = max(latest, default=None)


def _periods(duty: Row) -> tuple[Period, ...]:
    starts, ends = duty["starts"], duty["ends"]
    kind = "år" if duty["times_per_year"] and not duty["interval"] else duty["interval"]
    if starts is None or ends is None or not kind:
        return ()
    return tuple(p for p in periods_between(starts, ends, PeriodKind(kind)) if p.start >= starts and p.end <= ends)


def _of_period(days: Sequence[tuple[date, Period | None]], period: Period) -> list[date]:
    return [day for day, concerned in days if _belongs(day, concerned, period)]


def _belongs(day: date, concerned: Period | None, period: Period) -> bool:
    """A report belongs to the period it concerns; without one, to the period it was given in."""
    if concerned is None:
        return contains(period, day)
    return covers(period, concerned) or covers(concerned, period)


def _status(period: Period, feedback: Feedback) -> dict[str, Any]:
    return {
        "period": period.text,
        "due": feedback.due,
        "given_on": feedback.given_on,
        "status": feedback.status,
        "days_late": feedback.days_late,
    }


_KEPT = (
    "municipality_code",
    "promise_id",
    "agreement_id",
    "duty_id",
    "recipient",
    "channel",
    "interval",
    "times_per_year",
)


def _duties(con: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    return fetch(con, sql.read("evaluate", "duties"))


def _given(con: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[date, Period | None]]]:
    found: dict[str, list[tuple[date, Period | None]]] = defaultdict(list)
    for row in fetch(con, sql.read("evaluate", "feedback")):
        parsed = parse_period(row["concerns_period"]) if row["concerns_period"] else None
        period = None if isinstance(parsed, Refusal) else parsed
        found[row["duty_id"] or f"löfte {row['promise_id']}"].append((row["day"], period))
    return dict(found)
