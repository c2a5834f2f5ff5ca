"""Small pieces of the English version: dates, names and verdicts, with what is in Swedish marked as such."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from etl.evaluate.english.names_en import INTERVALS, measure_name, quoted, unit_word
from etl.evaluate.english.numbers_en import MONTHS, date_en, period_text, units
from etl.evaluate.english.verdicts_en import VERDICTS, reason_from_swedish
from etl.evaluate.numbers_sv import upper_first
from etl.evaluate.verdict import Verdict
from pages.view.formats import given, text, to_date
from pages.view.markup import esc
from pages.view.palette import NOT_FULFILLED
from pages.view.verdict_chip import chip_saying

Row = Mapping[str, Any]
WHAT_IT_IS = (
    'In a <i lang="sv">medborgarlöfte</i> (a promise to the citizens) the Swedish police and a municipality promise '
    "the inhabitants what they will do together against crime and insecurity. Löfteskollen follows up whether they "
    "did it, and whether it got better."
)
HOW_JUDGED = (
    "Each promise is followed up with two questions, and the answers are never merged: Did we do what we promised? "
    "Did it get better?",
    "Commitments are compared with the activity log. What has not been reported does not count as nothing done, but "
    "as unknown.",
    "Goals are compared with the years before the promise. A change counts only when it is larger than the usual "
    "variation between years (crime) or than chance in the sample can explain (surveys). Otherwise the answer is "
    "“Cannot be determined”: in a small municipality that is often the honest answer.",
)
_NOT_ALL_CRIME = "This is about reported crime, not all crime that is committed."
_STATES: Mapping[str, str] = MappingProxyType(
    {
        "pågår": "ongoing",
        "avslutat": "ended",
        "pausat": "paused",
        "villkorat": "applies only on a condition",
        "period saknas": "no period given",
    }
)
_PARTS = {"H": "half", "K": "quarter"}
_ORDINALS = ("first", "second", "third", "fourth")
_QUOTED = re.compile("“([^“”]*)”")


def in_english(words: object) -> str:
    """English text from the marts as HTML; what stands between “ and ” is Swedish and is marked so."""
    return _QUOTED.sub(r'“<span lang="sv">\1</span>”', esc(words))


def paragraph_en(words: object, *, kind: str = "lk-p") -> str:
    """A paragraph of `in_english`, or nothing when there is nothing to say."""
    return f'<p class="{kind}">{in_english(words)}</p>' if text(words) else ""


def swedish(words: object, *, kind: str = "lk-p") -> str:
    """A paragraph of the register's own words."""
    return f'<p class="{kind}" lang="sv">{esc(words)}</p>' if text(words) else ""


def only_swedish() -> str:
    """What the screens without an English version say."""
    return '<p class="lk-notice lk-quiet" role="note" lang="en">This page is available in Swedish only.</p>'


def english_chip(verdict: object, state: object = "", *, large: bool = False, reason: object = "") -> str:
    """Shape and word of a verdict in English, with the reason in English where there is one."""
    word = text(verdict)
    if word not in list(Verdict):
        return f'<span class="lk-chip lk-none">{esc("No goal in figures")}</span>'
    so_far = " (so far)" if word == NOT_FULFILLED and text(state) == "pågår" else ""
    why = reason_from_swedish(text(reason))
    return chip_saying(": ".join(filter(None, (VERDICTS[Verdict(word)] + so_far, why))), word, large=large)


def day_en(value: Any) -> str:
    """31 March 2017, or nothing."""
    day = to_date(value)
    return date_en(day) if day else ""


def days_en(first: Any, last: Any) -> str:
    """The time from `first` to `last` in its shortest true form."""
    start, end = to_date(first), to_date(last)
    if start is None or end is None:
        return date_en(end) if end else (f"from {date_en(start)}" if start else "")
    return period_text(start, end)


def period_en(period: Any) -> str:
    """`2017-K1` as "first quarter of 2017", `2017-03` as "March 2017", `2017-V07` as "week 7, 2017"."""
    code = text(period)
    if match := re.fullmatch(r"(\d{4})-([HK])([1-4])", code):
        return f"{_ORDINALS[int(match[3]) - 1]} {_PARTS[match[2]]} of {match[1]}"
    if match := re.fullmatch(r"(\d{4})-V(\d{2})", code):
        return f"week {int(match[2])}, {match[1]}"
    if (match := re.fullmatch(r"(\d{4})-(\d{2})", code)) and 1 <= int(match[2]) <= 12:
        return f"{MONTHS[int(match[2]) - 1]} {match[1]}"
    return code


def commitment_name(row: Row) -> str:
    """ "At least 4,000 hours"; nothing where no number is promised."""
    if not given(row["target"]):
        return ""
    per = f" per {INTERVALS[text(row['interval'])][0]}" if text(row["interval"]) in INTERVALS else ""
    return f"At least {units(row['target'])} {unit_word(row['target'], text(row['unit']))}{per}"


def goal_name(row: Row) -> str:
    """What the goal is measured by; nothing where it has several measures or none."""
    if text(row["measure"]) not in ("brott", "enkät"):
        return ""
    place = f" in {text(row['area_name'])}" if text(row["area_name"]) else ""
    return f"{measure_name(text(row['indicator']), text(row['indicator_name']))}{place}"


def caution(row: Row) -> str:
    """What a reader of a goal on reported crime has to know."""
    return _NOT_ALL_CRIME if text(row["measure"]) == "brott" else ""


def meta_en(promise: Row) -> str:
    """Its time, where it stands, and how far the data reach."""
    period = days_en(promise["period_start"], promise["period_end"])
    through = day_en(promise["data_through"])
    state = text(promise["state"])
    said = (
        f"Applies to {period}" if period else "",
        upper_first(_STATES.get(state, state)) if period or state != "period saknas" else "No period given",
        f"Data up to {through}" if through else "",
    )
    return " · ".join(filter(None, said))


def told_back(promise: Row) -> str:
    """How often the parties have told the inhabitants, against what they promised."""
    required = promise["feedback_required"]
    if not given(required) or int(required) == 0:
        return "The promise does not say how often the results are reported back to the inhabitants."
    latest = day_en(promise["feedback_latest"])
    often = f"{units(promise['feedback_given'])} of {units(required)} times on time"
    return f"Reported back to the inhabitants: {often}{f', most recently on {latest}' if latest else ''}."


def recipient_en(recipient: str) -> str:
    return "the inhabitants" if recipient == "invånarna" else quoted(recipient)
