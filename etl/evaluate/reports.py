"""What an activity log says about when something was reported, and when nothing was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

MAX_SILENCE_DAYS = 45


class LogEntry(NamedTuple):
    """One row of the activity log (a tuple, since a build makes hundreds of thousands of them).

    `amount` is hours, or 1 per activity; `missing` counts rows whose hours nobody wrote down, which are not
    zero. `is_nil` marks a nollrapport: nothing was done, which is a report all the same. `covers` is the period
    the row concerns, when it says so.
    """

    day: date
    amount: float
    area: str | None = None
    is_nil: bool = False
    covers: tuple[date, date] | None = None
    missing: int = 0


@dataclass(frozen=True, kw_only=True)
class Gap:
    """A stretch without a report: the days between `start` and `end`, neither of which lacks one."""

    start: date
    end: date
    days: int


def reporting_gaps(
    entries: Sequence[LogEntry], *, start: date, end: date, max_days: int = MAX_SILENCE_DAYS
) -> tuple[Gap, ...]:
    """Stretches of more than `max_days` without a report between `start` and `end`.

    The edges of the period count as reports, so a late first or an early last report leaves a gap too. A
    nollrapport for a period reports it up to the day of the report: it cannot know more.
    """
    gaps = []
    reported_to = start
    for first, last in sorted(_reported(entries, start, end)):
        if (first - reported_to).days > max_days:
            gaps.append(Gap(start=reported_to, end=first, days=(first - reported_to).days))
        reported_to = max(reported_to, last)
    if (end - reported_to).days > max_days:
        gaps.append(Gap(start=reported_to, end=end, days=(end - reported_to).days))
    return tuple(gaps)


def known_on(entries: Sequence[LogEntry], today: date) -> list[LogEntry]:
    """What had been reported on `today`."""
    return [entry for entry in entries if entry.day <= today]


def last_report(entries: Sequence[LogEntry], *, start: date, through: date) -> date | None:
    """The last day reported up to `through`, or None without any report in the period."""
    reported = _reported(entries, start, through)
    return max(last for _, last in reported) if reported else None


def days_since_report(entries: Sequence[LogEntry], *, start: date, today: date) -> int | None:
    """Days from the last report to today; None without any report."""
    last = last_report(entries, start=start, through=today)
    return None if last is None else (today - last).days


def _reported(entries: Sequence[LogEntry], start: date, through: date) -> list[tuple[date, date]]:
    """The reported stretches that touch the period: days of entries, and periods of nil reports."""
    stretches = [(day, day) for day in {entry.day for entry in entries} if start <= day <= through]
    for entry in entries:
        if entry.is_nil and entry.covers is not None and entry.covers[0] <= entry.day:
            first, last = entry.covers[0], min(entry.covers[1], entry.day)
            if first <= through and last >= start:
                stretches.append((max(first, start), min(last, through)))
    return stretches
