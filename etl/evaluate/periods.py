"""Calendar sub-periods: weeks, months, quarters, half-years, years."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

INTERVALS = ("vecka", "månad", "kvartal", "halvår", "år")
_MONTHS = {"månad": 1, "kvartal": 3, "halvår": 6, "år": 12}
_LETTER = {"kvartal": "K", "halvår": "H"}


@dataclass(frozen=True, kw_only=True)
class SubPeriod:
    """`key` is the contract's way of writing it: 2017-V07, 2017-03, 2017-K1, 2017-H1, 2017."""

    key: str
    start: date
    end: date

    def contains(self, day: date) -> bool:
        return self.start <= day <= self.end


@lru_cache(maxsize=8192)
def sub_period(interval: str, day: date) -> SubPeriod:
    """The sub-period of this interval that holds `day`; raises ValueError on an unknown interval."""
    if interval == "vecka":
        year, week, _ = day.isocalendar()
        monday = day - timedelta(days=day.weekday())
        return SubPeriod(key=f"{year}-V{week:02d}", start=monday, end=monday + timedelta(days=6))
    if interval not in _MONTHS:
        raise ValueError(f"okänt intervall: {interval} (kända: {', '.join(INTERVALS)})")
    length = _MONTHS[interval]
    index = (day.month - 1) // length
    start = date(day.year, index * length + 1, 1)
    end = _add_months(start, length) - timedelta(days=1)
    return SubPeriod(key=_key(interval, start, index), start=start, end=end)


def sub_periods(interval: str, start: date, end: date, weekday: int | None = None) -> tuple[SubPeriod, ...]:
    """The sub-periods of a promise that runs from `start` through `end`.

    One at the edge belongs to the promise when half of its days do (more than half for the last, so that a year
    from April through March has two half-years and not three), or, for a duty bound to a weekday (0 = Monday), when
    that day does. A promise shorter than that keeps the one it overlaps most.
    """
    if end < start:
        return ()
    touched = []
    day = start
    while day <= end:
        period = sub_period(interval, day)
        touched.append(period)
        day = period.end + timedelta(days=1)

    def days_inside(period: SubPeriod) -> int:
        return (min(period.end, end) - max(period.start, start)).days + 1

    def belongs(period: SubPeriod) -> bool:
        if weekday is not None and interval == "vecka":
            return start <= period.start + timedelta(days=weekday) <= end
        length = (period.end - period.start).days + 1
        return 2 * days_inside(period) >= length + (period.end > end)

    kept = tuple(period for period in touched if belongs(period))
    return kept or (max(touched, key=days_inside),)


def counted_days(periods: Sequence[SubPeriod], start: date, end: date) -> tuple[tuple[date, date], ...]:
    """The first and last day that count towards each of `periods`, which are those of `sub_periods`.

    Together they are the promise, day by day: what is left of it at an edge goes with the nearest sub-period, so
    that a promise from February through April has one quarter of three months, and nothing outside it counts.
    """
    firsts = [start, *(period.start for period in periods[1:])]
    lasts = [*(first - timedelta(days=1) for first in firsts[1:]), end]
    return tuple(zip(firsts, lasts, strict=True)) if periods else ()


def _key(interval: str, start: date, index: int) -> str:
    if interval == "år":
        return f"{start.year}"
    if interval == "månad":
        return f"{start.year}-{start.month:02d}"
    return f"{start.year}-{_LETTER[interval]}{index + 1}"


def _add_months(day: date, months: int) -> date:
    total = day.year * 12 + day.month - 1 + months
    return date(total // 12, total % 12 + 1, 1)
