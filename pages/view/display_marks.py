"""Rows of marks on a display: one for each report or part of a promise, with its period and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pages.view.formats import MONTHS, day_sv, given, plural, text, to_date

Row = Mapping[str, Any]
# More marks than this are not told apart from a distance.
MOST_MARKS = 8
_TOLD = {"i tid": "met", "för sent": "way", "saknas": "not", "väntar": "wait", "kommande": "wait"}
_KEPT = {"hölls": "met", "missades": "not", "okänt": "grey", "undantag": "grey"}
_KINDS = {"K": "Kvartal", "H": "Halvår", "V": "Vecka"}
_MONTHS_IN = {"kvartal": 3, "halvår": 6}


@dataclass(frozen=True, kw_only=True)
class Mark:
    """`shape` is met, way, not, grey or wait; `name` is the period and `words` what became of it."""

    shape: str
    name: str
    words: str


def feedback_sentence(promise: Row) -> str:
    """At most fourteen words; nothing when nothing was promised or told."""
    latest = f"Senast återkopplat {day_sv(promise['feedback_latest'])}." if given(promise["feedback_latest"]) else ""
    required = int(promise["feedback_required"]) if given(promise["feedback_required"]) else 0
    if not required:
        return latest
    told = int(promise["feedback_given"]) if given(promise["feedback_given"]) else 0
    lead = "Hittills" if text(promise["state"]) == "pågår" else ""
    count = f"{told} av {required} återkopplingar i tid."
    return " ".join(filter(None, (lead, count, latest)))


def feedback_marks(duties: Sequence[Row]) -> tuple[Mark, ...]:
    """One mark per promised report, first to last; none when there are too many to tell apart."""
    dated = [duty for duty in duties if given(duty["period"]) and text(duty["interval"])]
    years = {text(duty["period"])[:4] for duty in dated}
    return _few(
        tuple(
            Mark(
                shape=_TOLD.get(text(duty["status"]), "wait"),
                name=_period(text(duty["period"]), with_year=len(years) > 1),
                words=_late(duty),
            )
            for duty in dated
        )
    )


def kept_marks(commitment: Row, progress: Sequence[Row]) -> tuple[Mark, ...]:
    """One mark per part of a recurring commitment: kept, missed, unknown or still to come."""
    if text(commitment["kind"]) != "återkommande":
        return ()
    own = [row for row in progress if row["commitment_id"] == commitment["commitment_id"] and given(row["status"])]
    years = {text(row["period_start"])[:4] for row in own}
    return _few(
        tuple(
            Mark(
                shape=_KEPT.get(text(row["status"]), "wait"),
                name=_start(row, text(commitment["interval"]), with_year=len(years) > 1),
                words=text(row["status"]),
            )
            for row in own
        )
    )


def _few(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    return marks if 1 < len(marks) <= MOST_MARKS else ()


def _late(duty: Row) -> str:
    late = int(duty["days_late"]) if given(duty["days_late"]) else 0
    if text(duty["status"]) == "för sent" and late:
        return f"{plural(late, 'dag', 'dagar')} sent"
    return text(duty["status"])


def _period(code: str, *, with_year: bool) -> str:
    """`2017-K1` as ”Kvartal 1”, with its year where several are shown; anything else as it is written."""
    year, _, part = code.partition("-")
    if part[:1] in _KINDS and part[1:].isdigit():
        name = f"{_KINDS[part[0]]} {int(part[1:])}"
    elif part.isdigit() and len(part) == 2 and 1 <= int(part) <= 12:
        name = MONTHS[int(part) - 1].capitalize()
    else:
        return code
    return f"{name}, {year}" if with_year else name


def _start(row: Row, interval: str, *, with_year: bool) -> str:
    """The part of the year that begins on the row's first day."""
    day = to_date(row["period_start"])
    if day is None:
        return ""
    if interval in _MONTHS_IN and day.day == 1 and (day.month - 1) % _MONTHS_IN[interval] == 0:
        letter = interval[0].upper()
        return _period(f"{day.year}-{letter}{(day.month - 1) // _MONTHS_IN[interval] + 1}", with_year=with_year)
    if interval == "månad" and day.day == 1:
        return _period(f"{day.year}-{day.month:02}", with_year=with_year)
    return str(day.year) if interval == "år" and (day.month, day.day) == (1, 1) else day_sv(day)
