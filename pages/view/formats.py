"""Numbers, dates and periods as a Swede writes them; the numbers are those of etl.evaluate, so all texts agree."""

import math
import re
from datetime import date, datetime
from typing import Any

import pandas as pd

from etl.evaluate.numbers_sv import (
    MONTHS,
    NBSP,
    date_sv,
    join_sv,
    number,
    percent,
    period_text,
    plural,
    signed,
    upper_first,
)

__all__ = [
    "MONTHS",
    "NBSP",
    "TOO_FEW",
    "date_iso",
    "date_sv",
    "day_sv",
    "days_sv",
    "given",
    "interval_sv",
    "join_sv",
    "number",
    "percent",
    "period_sv",
    "period_text",
    "plain",
    "plural",
    "shown_value",
    "signed",
    "text",
    "to_date",
    "unbroken",
    "upper_first",
    "with_unit",
]

_GROUP_OF_DIGITS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_PARTS = {"H": "halvåret", "K": "kvartalet"}
_ORDINALS = ("första", "andra", "tredje", "fjärde")


def given(value: Any) -> bool:
    """False for what a mart holds when nothing is known: None, NaN, NaT and the empty text."""
    return not (value is None or value is pd.NaT or pd.isna(value) or value == "")


def text(value: Any) -> str:
    """The value as text, and nothing where nothing is known."""
    return str(value) if given(value) else ""


def unbroken(value: Any) -> str:
    """Text that somebody has written, where "4 000" is never parted by the end of a line."""
    return _GROUP_OF_DIGITS.sub(NBSP, text(value))


def to_date(value: Any) -> date | None:
    """A calendar day from whatever DuckDB or pandas hands over."""
    if not given(value):
        return None
    if isinstance(value, str):
        return date.fromisoformat(value[:10])
    return value.date() if isinstance(value, datetime) else value  # a Timestamp is a datetime


def date_iso(value: Any) -> str:
    """2017-03-31, or nothing."""
    day = to_date(value)
    return day.isoformat() if day else ""


def day_sv(value: Any) -> str:
    """31 mars 2017, or nothing."""
    day = to_date(value)
    return date_sv(day) if day else ""


def days_sv(first: Any, last: Any) -> str:
    """The time from `first` to `last` in its shortest true form: ”2017”, ”2015–2016”, ”mars–maj 2017”."""
    start, end = to_date(first), to_date(last)
    if start is None or end is None:
        return date_sv(end) if end else (f"från och med {date_sv(start)}" if start else "")
    return period_text(start, end)


def period_sv(period: Any) -> str:
    """`2017-K1` as ”första kvartalet 2017”, `2017-03` as ”mars 2017”, `2017-V07` as ”vecka 7, 2017”."""
    code = text(period)
    if match := re.fullmatch(r"(\d{4})-([HK])([1-4])", code):
        return f"{_ORDINALS[int(match[3]) - 1]} {_PARTS[match[2]]} {match[1]}"
    if match := re.fullmatch(r"(\d{4})-V(\d{2})", code):
        return f"vecka {int(match[2])}, {match[1]}"
    if (match := re.fullmatch(r"(\d{4})-(\d{2})", code)) and 1 <= int(match[2]) <= 12:
        return f"{MONTHS[int(match[2]) - 1]} {match[1]}"
    return code


def plain(value: Any, unit: Any = "") -> str:
    """A number with the decimals it needs: 12 345, 9,8, and 1,94 on an index; an en dash where there is none."""
    if not given(value) or not math.isfinite(float(value)):
        return "–"
    figure = float(value)
    decimals = 2 if text(unit).startswith("index") or abs(figure) < 1 else 1
    trimmed = number(figure, decimals).rstrip("0").rstrip(",")
    return trimmed if "," in number(figure, decimals) else number(figure)


def with_unit(value: Any, unit: Any) -> str:
    """48 %, 1,94 (index 0–6), 4 000 timmar; long units of rates are left to the axis."""
    name = text(unit)
    figure = plain(value, name)
    if figure == "–" or not name or name.startswith(("index", "per ")) or " per " in name:
        return figure
    return f"{figure}{NBSP}{'%' if name in ('procent', '%') else name}"


TOO_FEW = "visas inte: för få svar"


def shown_value(value: Any, unit: Any, answers: Any) -> str:
    """As `with_unit`; a survey value that is left out by the display rule although people answered says so."""
    return TOO_FEW if not given(value) and given(answers) and int(answers) > 0 else with_unit(value, unit)


def interval_sv(low: Any, high: Any, unit: Any = "") -> str:
    """”7,1 till 11,4”, or nothing when a limit is missing."""
    return f"{plain(low, unit)} till {plain(high, unit)}" if given(low) and given(high) else ""
