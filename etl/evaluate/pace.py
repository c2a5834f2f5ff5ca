"""The pace of a commitment: elapsed weekdays, weekly sums, forecast."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

from etl.evaluate.reports import LogEntry
from etl.evaluate.verdict import Z80

LEAST_WEEKS = 4


@dataclass(frozen=True, kw_only=True)
class Forecast:
    """Where the present pace leads, with an 80 % interval."""

    total: float
    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class ProgressPoint:
    """One week of a commitment: done in it, done so far, and what the plan says by its end."""

    period_start: date
    done: float
    cumulative: float
    planned: float


def weekdays(start: date, end: date) -> int:
    """Mondays to Fridays from `start` through `end`; public holidays are not removed."""
    if end < start:
        return 0
    weeks, rest = divmod((end - start).days + 1, 7)
    first = start.weekday()
    return 5 * weeks + sum((first + day) % 7 < 5 for day in range(rest))


def elapsed_weekdays(start: date, end: date, through: date) -> float:
    """The share (0–1) of the period's weekdays that lie on or before `through`."""
    total = weekdays(start, end)
    if total == 0:
        return 1.0 if through >= end else 0.0
    return weekdays(start, min(through, end)) / total


def elapsed_days(start: date, end: date, through: date) -> float:
    """The share (0–1) of the period's days that lie on or before `through`: the calendar pace, weekends counted."""
    total = (end - start).days + 1
    if total <= 0:
        return 1.0 if through >= end else 0.0
    return min(max((through - start).days + 1, 0), total) / total


def pace_ratio(done: float, *, target: float, elapsed: float) -> float | None:
    """Done over what the plan says by now (target · elapsed); above one is ahead. None before the plan asks anything.

    `elapsed` is a share of the period, counted in weekdays (the method's) or calendar days.
    """
    expected = target * elapsed
    return done / expected if expected > 0 else None


def weekly_sums(entries: Sequence[LogEntry], start: date, cutoff: date) -> tuple[float, ...]:
    """Sums per complete Monday–Sunday week, from the Monday of the first entry up to `cutoff`.

    A week without entries is zero: the log was running. Entries outside the period are left out.
    """
    inside = [entry for entry in entries if start <= entry.day <= cutoff]
    if not inside:
        return ()
    first_day = min(entry.day for entry in inside)
    monday = first_day - timedelta(days=first_day.weekday())
    weeks = ((cutoff - monday).days + 1) // 7
    sums = [0.0] * weeks
    for entry in inside:
        week = (entry.day - monday).days // 7
        if week < weeks:
            sums[week] += entry.amount
    return tuple(sums)


def mean_and_sd(sums: Sequence[float]) -> tuple[float, float]:
    """Mean and sample standard deviation; zero where there are too few weeks for them."""
    if not sums:
        return 0.0, 0.0
    mean = sum(sums) / len(sums)
    if len(sums) < 2:
        return mean, 0.0
    return mean, sqrt(sum((value - mean) ** 2 for value in sums) / (len(sums) - 1))


def forecast(*, done: float, weeks_left: float, weeks: int, mean_week: float, sd_week: float) -> Forecast | None:
    """done + m·mean, ± 1.2816·sd·√(m + m²/k) for m weeks left and k weeks seen; None on fewer than four."""
    if weeks < LEAST_WEEKS:
        return None
    total = done + weeks_left * mean_week
    half = Z80 * sd_week * sqrt(weeks_left + weeks_left**2 / weeks)
    return Forecast(total=total, low=max(done, total - half), high=total + half)


def progress(
    entries: Sequence[LogEntry], *, target: float, start: date, end: date, today: date
) -> tuple[ProgressPoint, ...]:
    """One point per week of the period up to today, the first and last week cut at the period's edges."""
    points: list[ProgressPoint] = []
    cumulative = 0.0
    last = min(end, today)
    monday = start - timedelta(days=start.weekday())
    of_week: dict[int, float] = defaultdict(float)
    for entry in entries:
        if start <= entry.day <= last:
            of_week[(entry.day - monday).days // 7] += entry.amount
    days = weekdays(start, end)
    passed = 0
    while monday <= last:
        sunday = monday + timedelta(days=6)
        first_day, last_day = max(monday, start), min(sunday, last)
        done = of_week[len(points)]
        cumulative += done
        passed += weekdays(first_day, last_day)
        plan = target * passed / days if days else target
        points.append(ProgressPoint(period_start=first_day, done=done, cumulative=cumulative, planned=plan))
        monday += timedelta(days=7)
    return tuple(points)
