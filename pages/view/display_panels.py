"""What a screen in a library or a reception shows: one thing per panel, in the order it is told.

Pure: from rows of the marts to panels. Drawing is handed in, so that a panel can be made without matplotlib.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from pages.view.display_age import Freshness, freshness
from pages.view.display_marks import Mark, feedback_marks, feedback_sentence, kept_marks
from pages.view.display_source import brief_source
from pages.view.formats import NBSP, day_sv, days_sv, given, text, to_date, unbroken
from pages.view.palette import FULFILLED, NOT_FULFILLED, ON_TRACK, UNDECIDABLE
from pages.view.verdict_card import BETTER, DID_WE
from pages.view.verdict_chip import verdict_word

Row = Mapping[str, Any]
Rows = Sequence[Row]
DrawGoal = Callable[[Row, pd.DataFrame], str]
DrawCommitment = Callable[[Row], str]

TONES: Mapping[str, str] = {FULFILLED: "met", ON_TRACK: "way", NOT_FULFILLED: "not", UNDECIDABLE: "grey"}
FEEDBACK = "Har vi berättat hur det går?"
# A commitment longer than this is not read from a distance; its sentence says what was promised.
_READABLE = 80
_BLOCKED = ("pausat", "villkorat")
_STATES = {
    "pågår": "pågår",
    "avslutat": "avslutat",
    "pausat": "pausat",
    "villkorat": "gäller under vissa villkor",
    "period saknas": "period saknas",
}


@dataclass(frozen=True, kw_only=True)
class Panel:
    """One thing to show. `picture` is ready SVG or nothing; `fresh_until` is the last day the data are not too old.

    `data` is how far the data reach, and `data_brief` the same where there is no room for it.
    """

    key: str
    kind: str
    promise: str
    question: str
    about: str = ""
    verdict: str = ""
    tone: str = ""
    sentence: str = ""
    picture: str = ""
    marks: tuple[Mark, ...] = ()
    data: str = ""
    data_brief: str = ""
    source: str = ""
    fresh_until: date | None = None
    stale: str = ""


@dataclass(frozen=True, kw_only=True)
class Known:
    """One promise with its rows of the marts; `progress` and `points` are those of all its commitments and goals."""

    promise: Row
    commitments: Rows
    progress: Rows
    goals: Rows
    points: pd.DataFrame
    duties: Rows


def promise_panels(known: Known, *, draw_goal: DrawGoal, draw_commitment: DrawCommitment) -> tuple[Panel, ...]:
    """The panels of one promise: title, was it done, did it get better, were the inhabitants told."""
    promise = known.promise
    done = list(_commitments(known, draw_commitment))
    better = list(_goals(known, draw_goal))
    return (
        _title(promise),
        *_with_whole(_whole(known, "commitment", DID_WE, _latest_report(known)), done),
        *_with_whole(_whole(known, "goal", BETTER, promise["data_through"]), better),
        *_feedback(known),
    )


def _title(promise: Row) -> Panel:
    period = days_sv(promise["period_start"], promise["period_end"])
    state = _STATES.get(text(promise["state"]), text(promise["state"]))
    when = ", ".join(filter(None, (period, state)))
    return Panel(
        key=f"{promise['promise_id']}:titel",
        kind="title",
        promise=text(promise["title"]),
        question=text(promise["title"]),
        about=when,
        sentence=unbroken(promise["summary"]),
        **_measured(promise["data_through"]),
    )


def _whole(known: Known, kind: str, question: str, through: object) -> Panel:
    promise, age = known.promise, _age(known, through)
    return Panel(
        key=f"{promise['promise_id']}:{kind}",
        kind="verdict",
        promise=text(promise["title"]),
        question=question,
        sentence=text(promise[f"{kind}_short"]) or text(promise[f"{kind}_sentence"]),
        **(_measured(through) if kind == "goal" else _reported(through)),
        fresh_until=age.until,
        stale=age.words,
        **_judged(promise[f"{kind}_verdict"], promise["state"]),
    )


def _with_whole(whole: Panel, parts: Sequence[Panel]) -> Iterator[Panel]:
    """The whole before its parts; a single part with the same verdict says it all by itself.

    A part that is only words, all of them already in the whole, is left out.
    """
    if not (len(parts) == 1 and parts[0].verdict == whole.verdict):
        yield whole
        parts = [p for p in parts if p.picture or p.marks or p.sentence.rstrip(".") not in whole.sentence]
    yield from parts


def _commitments(known: Known, draw: DrawCommitment) -> Iterator[Panel]:
    for row in known.commitments:
        picture, marks = draw(row), kept_marks(row, known.progress)
        if not given(row["verdict"]) or not _brief(row) or _says_nothing_more(known, row, bool(picture)):
            continue
        words = text(row["commitment"])
        age = _age(known, row["last_report"])
        yield Panel(
            key=text(row["commitment_id"]),
            kind="verdict",
            promise=text(known.promise["title"]),
            question=DID_WE,
            about=words if len(words) <= _READABLE else "",
            sentence=_brief(row),
            picture=picture,
            marks=marks,
            **_reported(row["last_report"]),
            fresh_until=age.until,
            stale=age.words,
            **_judged(row["verdict"], row["state"]),
        )


def _goals(known: Known, draw: DrawGoal) -> Iterator[Panel]:
    for row in _in_reading_order(known.goals):
        points = known.points[known.points["goal_id"] == row["goal_id"]]
        picture = draw(row, points) if points["value"].notna().any() else ""
        if not _brief(row) or _says_nothing_more(known, row, bool(picture)):
            continue
        age = _age(known, row["data_through"], yearly=text(row["measure"]) == "enkät")
        yield Panel(
            key=text(row["goal_id"]),
            kind="verdict",
            promise=text(known.promise["title"]),
            question=BETTER,
            about=_about_goal(row),
            sentence=_brief(row),
            picture=picture,
            **_measured(row["data_through"]),
            source=brief_source(text(row["source"])),
            fresh_until=age.until,
            stale=age.words,
            **_judged(row["verdict"], row["state"]),
        )


def _brief(row: Row) -> str:
    """The sentence for a distance; the title of its chart where there is none."""
    return text(row["short"]) or text(row["claim"])


def _in_reading_order(goals: Rows) -> Iterator[Row]:
    """Every goal, followed by the measures that it is judged by."""
    for goal in goals:
        if not given(goal["part_of"]):
            yield goal
            yield from (row for row in goals if text(row["part_of"]) == text(goal["goal_id"]))


def _about_goal(row: Row) -> str:
    if text(row["measure"]) in ("brott", "enkät"):
        return ", ".join(filter(None, (text(row["indicator_name"]), text(row["area_name"]))))
    words = text(row["goal"])
    return words if len(words) <= _READABLE else ""


def _says_nothing_more(known: Known, row: Row, drawn: bool) -> bool:
    """A part of a promise that is not judged at all adds nothing, unless it has something to draw."""
    return text(known.promise["state"]) in _BLOCKED and text(row["verdict"]) == UNDECIDABLE and not drawn


def _feedback(known: Known) -> Iterator[Panel]:
    promise = known.promise
    sentence = feedback_sentence(promise)
    as_of = f"Läget den {_unbroken(promise['as_of'])}" if given(promise["as_of"]) else ""
    if sentence:
        yield Panel(
            key=f"{promise['promise_id']}:aterkoppling",
            kind="feedback",
            promise=text(promise["title"]),
            question=FEEDBACK,
            sentence=sentence,
            marks=feedback_marks(known.duties),
            data=as_of,
            data_brief=as_of,
        )


def _judged(verdict: object, state: object) -> dict[str, Any]:
    word = text(verdict) or UNDECIDABLE
    return {"verdict": verdict_word(word, state), "tone": TONES.get(word, "grey")}


def _measured(day: object) -> dict[str, Any]:
    return _through(day, "Uppgifter till och med", "Inga uppgifter")


def _reported(day: object) -> dict[str, Any]:
    return _through(day, "Rapporterat till och med", "Inget är rapporterat")


def _through(day: object, words: str, nothing: str) -> dict[str, Any]:
    if not given(day):
        return {"data": nothing, "data_brief": nothing}
    return {"data": f"{words} {_unbroken(day)}", "data_brief": f"Till och med {_unbroken(day)}"}


def _unbroken(day: object) -> str:
    return day_sv(day).replace(" ", NBSP)


def _latest_report(known: Known) -> date | None:
    days = [day for row in known.commitments if (day := to_date(row["last_report"]))]
    return max(days, default=None)


def _age(known: Known, through: object, *, yearly: bool = False) -> Freshness:
    return freshness(to_date(through), text(known.promise["state"]), known.duties, yearly=yearly)
