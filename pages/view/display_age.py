"""When figures on a display are older than promised.

A running promise that says how often the inhabitants are told has promised figures that often: they may be as old as
that interval and the time it takes to report (45 days, as for feedback). A survey is at most asked for once a year.
A promise that says nothing about it is measured against fifteen months: Brå's final yearly figures are that old
before the next ones come. A finished promise owes no newer figures.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import Any

from etl.evaluate.feedback import GRACE_DAYS
from pages.view.formats import given, text

UNPROMISED_DAYS = 457
_YEAR = 366
_INTERVALS = {"vecka": 7, "månad": 31, "kvartal": 92, "halvår": 184, "år": _YEAR}
_OLDER = "Uppgifterna är äldre än utlovat"


@dataclass(frozen=True, kw_only=True)
class Freshness:
    """`until` is the last day on which the figures are fresh (None: always); `words` are said after it."""

    until: date | None = None
    words: str = ""


def freshness(
    through: date | None, state: str, duties: Sequence[Mapping[str, Any]], *, yearly: bool = False
) -> Freshness:
    """How long figures up to `through` are fresh. `duties` are rows of marts.duty of the promise.

    `yearly` is for what is measured once a year whatever the promise says. Figures that do not exist have no age.
    """
    if through is None or state == "avslutat":
        return Freshness()
    promised = _most_often(duties) if state == "pågår" else None
    if promised is None:
        return Freshness(
            until=through + timedelta(days=UNPROMISED_DAYS), words="Uppgifterna är mer än 15 månader gamla"
        )
    days, often = promised
    return Freshness(
        until=through + timedelta(days=max(days, _YEAR if yearly else 0) + GRACE_DAYS),
        words=_OLDER if yearly and days < _YEAR else f"{_OLDER}: besked skulle ges {often}",
    )


def _most_often(duties: Sequence[Mapping[str, Any]]) -> tuple[int, str] | None:
    """Days between reports and how that is said, of the duty that asks for them most often."""
    found = [kept for duty in duties if (kept := _interval(duty)) is not None]
    return min(found) if found else None


def _interval(duty: Mapping[str, Any]) -> tuple[int, str] | None:
    if text(duty["interval"]) in _INTERVALS:
        return _INTERVALS[text(duty["interval"])], f"varje {text(duty['interval'])}"
    times = int(duty["times_per_year"]) if given(duty["times_per_year"]) else 0
    if times < 1:
        return None
    return ceil(_YEAR / times), "en gång per år" if times == 1 else f"{times} gånger per år"
