"""Periods: `2017`, `2017-H1`, `2017-K1`, `2017-03`, `2017-V07`, and how they contain each other."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from etl.contract.blanks import plain_dashes, tidy
from etl.contract.dates import FIRST_YEAR, LAST_YEAR, MONTH_NAMES, MONTHS, parse_date
from etl.contract.outcome import Parsed, Refusal


class PeriodKind(StrEnum):
    """The same words as `ataganden.intervall`."""

    YEAR = "år"
    HALF_YEAR = "halvår"
    QUARTER = "kvartal"
    MONTH = "månad"
    WEEK = "vecka"


MONTHS_IN: dict[PeriodKind, int] = {
    PeriodKind.YEAR: 12,
    PeriodKind.HALF_YEAR: 6,
    PeriodKind.QUARTER: 3,
    PeriodKind.MONTH: 1,
}
_LETTERS = {
    **dict.fromkeys(("h", "halvår", "halvåret"), PeriodKind.HALF_YEAR),
    **dict.fromkeys(("k", "q", "kv", "kvartal", "kvartalet"), PeriodKind.QUARTER),
    **dict.fromkeys(("m", "månad"), PeriodKind.MONTH),
    **dict.fromkeys(("v", "w", "vecka"), PeriodKind.WEEK),
}
_ORDINALS = {"första": "1", "andra": "2", "tredje": "3", "fjärde": "4"}
_HOW = "Skriv perioden som 2017, 2017-H1, 2017-K1, 2017-03 eller 2017-V07."

_YEAR = re.compile(r"(?:helår(?:et)? |år(?:et)? )?([0-9]{4})(?: helår|\.0+)?")
_YEAR_FIRST = re.compile(r"([0-9]{4})[ -]?([a-zåäö]+)\.? ?([0-9]{1,2})")
_YEAR_LAST = re.compile(r"([a-zåäö]+)\.? ?([0-9]{1,2})(?: ?[-/]? ?|, )([0-9]{4})")
_ORDINAL = re.compile(r"([1-4]):[ae] ([a-zåäö]+),? ([0-9]{4})")
_NUMBER = re.compile(r"([0-9]{4})-?([0-9]{2})")
_WORD_LAST = re.compile(r"([0-9]{4})[ -]?([a-zåäö]{3,})\.?")
_WORD_FIRST = re.compile(r"([a-zåäö]{3,})\.?,? ?-?([0-9]{4})")


@dataclass(frozen=True, kw_only=True)
class Period:
    """`start` and `end` are both inside the period; `text` is the canonical form. A week has its ISO year."""

    kind: PeriodKind
    start: date
    end: date
    text: str


def parse_period(text: str) -> Period | Refusal:
    """The canonical forms, and others with only one meaning: 2017K1, kvartal 1 2017, mars 2017, V7 2017."""
    cleaned = plain_dashes(tidy(text)).casefold()
    for word, digit in _ORDINALS.items():
        cleaned = re.sub(rf"^{word} ", f"{digit}:a ", cleaned)
    parts = _parts(cleaned)
    return _unknown(cleaned) if parts is None else _existing(*parts)


def period(kind: PeriodKind, year: int, number: int = 1) -> Period:
    """The `number`th period of its kind in `year` (ISO year for weeks). ValueError when there is none."""
    if kind is PeriodKind.WEEK:
        start = date.fromisocalendar(year, number, 1)
        return Period(kind=kind, start=start, end=start + timedelta(days=6), text=f"{year:04}-V{number:02}")
    size = MONTHS_IN[kind]
    if not 1 <= number <= 12 // size:
        raise ValueError(f"no {kind} number {number} in a year")
    start = date(year, (number - 1) * size + 1, 1)
    last = number * size
    end = date(year, 12, 31) if last == 12 else date(year, last + 1, 1) - timedelta(days=1)
    text = {
        PeriodKind.YEAR: f"{year:04}",
        PeriodKind.HALF_YEAR: f"{year:04}-H{number}",
        PeriodKind.QUARTER: f"{year:04}-K{number}",
        PeriodKind.MONTH: f"{year:04}-{number:02}",
    }[kind]
    return Period(kind=kind, start=start, end=end, text=text)


def period_of(day: date, kind: PeriodKind) -> Period:
    """The period of that kind that holds `day`."""
    if kind is PeriodKind.WEEK:
        year, week, _ = day.isocalendar()
        return period(kind, year, week)
    return period(kind, day.year, (day.month - 1) // MONTHS_IN[kind] + 1)


def contains(whole: Period, day: date) -> bool:
    """Whether `day` lies in the period, first and last day included."""
    return whole.start <= day <= whole.end


def covers(outer: Period, inner: Period) -> bool:
    """Whether every day of `inner` lies in `outer`."""
    return outer.start <= inner.start and inner.end <= outer.end


def overlaps(one: Period, other: Period) -> bool:
    """Whether the two share at least one day."""
    return one.start <= other.end and other.start <= one.end


def months(whole: Period) -> int | None:
    """Length in months; None for a week."""
    return MONTHS_IN.get(whole.kind)


def sub_periods(whole: Period, kind: PeriodKind) -> tuple[Period, ...]:
    """The periods of `kind` inside `whole`, in order; a week belongs where its Thursday lies (ISO 8601)."""
    if kind is not PeriodKind.WEEK:
        return tuple(p for p in periods_between(whole.start, whole.end, kind) if covers(whole, p))
    weeks = periods_between(whole.start, whole.end, kind)
    return tuple(week for week in weeks if contains(whole, week.start + timedelta(days=3)))


def periods_between(start: date, end: date, kind: PeriodKind) -> tuple[Period, ...]:
    """All periods of `kind` that share a day with `start` to `end`; none when `end` is before `start`."""
    found: list[Period] = []
    if start > end:
        return ()
    current = period_of(start, kind)
    while current.start <= end:
        found.append(current)
        current = following(current)
    return tuple(found)


def following(whole: Period) -> Period:
    """The next period of the same kind."""
    return period_of(whole.end + timedelta(days=1), whole.kind)


def preceding(whole: Period) -> Period:
    """The previous period of the same kind."""
    return period_of(whole.start - timedelta(days=1), whole.kind)


def _parts(cleaned: str) -> tuple[PeriodKind, int, int] | None:
    """Kind, year and number as written, not yet known to exist; None when the text is no period at all."""
    if found := _YEAR.fullmatch(cleaned):
        return PeriodKind.YEAR, int(found[1]), 1
    if found := _NUMBER.fullmatch(cleaned):
        return PeriodKind.MONTH, int(found[1]), int(found[2])
    if (found := _YEAR_FIRST.fullmatch(cleaned)) and found[2] in _LETTERS:
        return _LETTERS[found[2]], int(found[1]), int(found[3])
    if (found := _YEAR_LAST.fullmatch(cleaned)) and found[1] in _LETTERS:
        return _LETTERS[found[1]], int(found[3]), int(found[2])
    if (found := _ORDINAL.fullmatch(cleaned)) and found[2] in _LETTERS:
        return _LETTERS[found[2]], int(found[3]), int(found[1])
    if (found := _WORD_LAST.fullmatch(cleaned)) and found[2] in MONTHS:
        return PeriodKind.MONTH, int(found[1]), MONTHS[found[2]]
    if (found := _WORD_FIRST.fullmatch(cleaned)) and found[1] in MONTHS:
        return PeriodKind.MONTH, int(found[2]), MONTHS[found[1]]
    return None


def _existing(kind: PeriodKind, year: int, number: int) -> Period | Refusal:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Refusal(reason=f"år {year} ligger utanför {FIRST_YEAR}–{LAST_YEAR}", remedy="Kontrollera årtalet.")
    try:
        return period(kind, year, number)
    except ValueError:
        return Refusal(reason=f"{kind} {number} finns inte {year}", remedy=_HOW)


def _unknown(cleaned: str) -> Refusal:
    shown = cleaned if len(cleaned) <= 40 else cleaned[:40] + "…"
    day = parse_date(cleaned)
    if isinstance(day, Parsed):
        year, month = day.value[:4], int(day.value[5:7])
        return Refusal(
            reason=f"”{shown}” är ett datum och inte en period",
            remedy=f"Skriv {year}-{month:02} om {MONTH_NAMES[month - 1]} {year} avses. "
            "Välj talformatet Text i Excel, annars gör Excel om perioden till ett datum.",
        )
    if found := re.fullmatch(r"([0-9]{4})-([0-9])", cleaned):
        year, digit = found[1], found[2]
        quarter = f" eller {year}-K{digit} för kvartal {digit}" if digit in "1234" else ""
        if digit != "0":
            return Refusal(
                reason=f"”{shown}” kan betyda flera perioder",
                remedy=f"Skriv {year}-0{digit} för {MONTH_NAMES[int(digit) - 1]}{quarter}.",
            )
    if re.fullmatch(r"[0-9]{4} ?- ?[0-9]{4}", cleaned):
        return Refusal(reason=f"”{shown}” är flera år", remedy="Skriv en rad för varje år.")
    return Refusal(reason=f"”{shown}” är inte en period", remedy=_HOW)
