"""The clock of feedback: each promised report, when it was due and when it was given."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import floor
from typing import Any

import duckdb

from etl import sql
from etl.build.rows import fetch, insert_rows
from etl.contract.outcome import Refusal
from etl.contract.periods import (
    MONTHS_IN,
    Period,
    PeriodKind,
    contains,
    covers,
    overlaps,
    parse_period,
    periods_between,
)
from etl.evaluate.feedback import Feedback, feedback_status
from etl.evaluate.pace import elapsed_weekdays

Row = Mapping[str, Any]


def fill_duties(con: duckdb.DuckDBPyConnection, today: date) -> dict[str, dict[str, Any]]:
    """Fill marts.duty. Returns, by promise, feedback_required, feedback_given and feedback_latest.

    A promise without a duty has only the latest, when feedback was given all the same.
    """
    given, latest = _given(con, today)
    rows: list[dict[str, Any]] = []
    counts: dict[str, dict[str, Any]] = {
        promise: {"feedback_required": None, "feedback_given": None, "feedback_latest": day}
        for promise, day in latest.items()
    }
    for duty in _duties(con):
        days = given.get(duty["duty_id"], []) + given.get(f"löfte {duty['promise_id']}", [])
        base = {name: duty[name] for name in _KEPT}
        clock = duty_periods(duty["starts"], duty["ends"], duty["interval"], duty["times_per_year"])
        if not clock:
            rows.append(base)
        required = kept = 0
        for period, times in clock:
            reports = _of_period(days, period)
            feedback = feedback_status(period.end, reports, today, required=times)
            rows.append(base | _status(period, feedback))
            asked, done = _counted(period, times, feedback, reports, today, in_steps=not duty["interval"])
            required, kept = required + asked, kept + done
        if duty["promise_id"] and clock:
            _add(counts.setdefault(duty["promise_id"], {}), required, kept)
    insert_rows(con, "marts.duty", rows)
    return counts


def duty_periods(
    starts: date | None, ends: date | None, interval: str | None, times_per_year: int | None
) -> tuple[tuple[Period, int], ...]:
    """Each period of the promise that is to be reported on, and how many times.

    With an interval: once for each of its whole calendar periods; the times a year only say the same again. A
    promise that none of them fits in, as one from February through April, is counted from its start instead.
    Without an interval: the times of each year counted from the promise's start, in proportion for a shorter rest.
    """
    if starts is None or ends is None:
        return ()
    if interval:
        between = periods_between(starts, ends, PeriodKind(interval))
        whole = tuple((p, 1) for p in between if p.start >= starts and p.end <= ends)
        return whole or _promise_steps(starts, ends, PeriodKind(interval))
    return _promise_years(starts, ends, times_per_year or 0)


def _promise_steps(starts: date, ends: date, kind: PeriodKind) -> tuple[tuple[Period, int], ...]:
    """Whole intervals counted from the promise's start; a promise shorter than one asks for nothing."""
    found: list[tuple[Period, int]] = []
    first = starts
    while (last := _step(starts, kind, len(found) + 1) - timedelta(days=1)) <= ends:
        found.append((_named(first, last, kind), 1))
        first = last + timedelta(days=1)
    return tuple(found)


def _step(starts: date, kind: PeriodKind, number: int) -> date:
    if kind is PeriodKind.WEEK:
        return starts + timedelta(days=7 * number)
    return _months_later(starts, MONTHS_IN[kind] * number)


def _named(first: date, last: date, kind: PeriodKind) -> Period:
    return Period(kind=kind, start=first, end=last, text=f"{first.isoformat()}–{last.isoformat()}")


def _promise_years(starts: date, ends: date, times: int) -> tuple[tuple[Period, int], ...]:
    found = []
    number = 0
    while (first := _months_later(starts, 12 * number)) <= ends:
        last = min(_months_later(starts, 12 * (number + 1)) - timedelta(days=1), ends)
        after = last + timedelta(days=1)
        whole_months = sum(_months_later(starts, 12 * number + month) <= after for month in range(1, 13))
        if asked := times * whole_months // 12:
            found.append((_year_of(first, last), asked))
        number += 1
    return tuple(found)


def _year_of(first: date, last: date) -> Period:
    calendar = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    named = _named(first, last, PeriodKind.YEAR)
    return replace(named, text=f"{first.year:04}") if calendar else named


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, or the first of the next one where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        return date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)


def _counted(
    period: Period, times: int, feedback: Feedback, reports: Sequence[date], today: date, *, in_steps: bool
) -> tuple[int, int]:
    """How many reports were due by today, and how many of them were given in time."""
    if not in_steps:
        due = feedback.status in ("i tid", "för sent", "saknas")
        return int(due), int(feedback.kept)
    asked = times if today > period.end else floor(times * elapsed_weekdays(period.start, period.end, today))
    return (asked if today >= period.start else 0), min(times, sum(day <= feedback.due for day in reports))


def _add(count: dict[str, Any], required: int, kept: int) -> None:
    count["feedback_required"] = (count.get("feedback_required") or 0) + required
    count["feedback_given"] = (count.get("feedback_given") or 0) + kept


def _of_period(days: Sequence[tuple[date, Period | None]], period: Period) -> list[date]:
    return [day for day, concerned in days if _belongs(day, concerned, period)]


def _belongs(day: date, concerned: Period | None, period: Period) -> bool:
    """A report belongs to the period it concerns; when that says nothing, to the period it was given in."""
    if concerned is not None and (covers(period, concerned) or covers(concerned, period)):
        return True
    return (concerned is None or overlaps(period, concerned)) and contains(period, day)


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


def _given(
    con: duckdb.DuckDBPyConnection, today: date
) -> tuple[dict[str, list[tuple[date, Period | None]]], dict[str, date]]:
    """What was given up to today by duty (or by promise, as ”löfte …”), and the latest day by promise."""
    found: dict[str, list[tuple[date, Period | None]]] = defaultdict(list)
    latest: dict[str, date] = {}
    for row in fetch(con, sql.read("evaluate", "feedback"), {"today": today}):
        parsed = parse_period(row["concerns_period"]) if row["concerns_period"] else None
        period = None if isinstance(parsed, Refusal) else parsed
        found[row["duty_id"] or f"löfte {row['promise_id']}"].append((row["day"], period))
        if row["promise_id"]:
            latest[row["promise_id"]] = max(row["day"], latest.get(row["promise_id"], row["day"]))
    return dict(found), latest
