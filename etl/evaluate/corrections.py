"""Then and now: why something that was published has changed, and the sentence that says so."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from etl.evaluate.numbers_sv import date_sv, join_sv, number, plural, rounded_half_up
from etl.evaluate.wording import crime_words, who

LISTED_FIGURES = 3


class Cause(StrEnum):
    """Why a verdict or a figure is not what it was, the strongest explanation first."""

    RULE = "ändrad regel"
    REGISTER = "ändrat register"
    REVISED = "ändrade uppgifter"
    NEW = "nya uppgifter"


class Concerns(StrEnum):
    """What a correction is about."""

    PROMISE = "löfte"
    COMMITMENT = "åtagande"
    GOAL = "mål"
    FIGURE = "siffra"


@dataclass(frozen=True, kw_only=True)
class Correction:
    """One thing that has changed. `before` or `after` is None when there was, or is, nothing."""

    concerns: Concerns
    concerns_id: str
    cause: Cause
    before: str | None
    after: str | None
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Published:
    """What was said of a promise's question, a commitment or a goal in one build.

    `words` is the goal or commitment in words, or the promise's question. `register` is what the register says
    that can decide the verdict; `estimate` is in `unit`.
    """

    words: str
    verdict: str
    estimate: float | None
    unit: str
    rule_version: str
    register: str


@dataclass(frozen=True, kw_only=True)
class FigureChange:
    """A published figure in two builds. `after` is None when it has been withdrawn. `preliminary`: as first shown."""

    period: str
    before: float
    after: float | None
    preliminary: bool = False


@dataclass(frozen=True, kw_only=True)
class SeriesNames:
    """Which series the figures belong to. `indicator` is its key, or `folkmangd`; `place` follows "i"."""

    indicator: str
    name: str
    place: str
    unit: str = ""


def cause_of(before: Published, after: Published, *, revised: bool, register_changed: bool = False) -> Cause:
    """Why a verdict moved: the rule, the register, a published figure that is another; else new data or more time.

    `revised`: a figure behind it has changed. `register_changed`: the promise it belongs to was edited.
    """
    if before.rule_version != after.rule_version:
        return Cause.RULE
    if register_changed or before.register != after.register:
        return Cause.REGISTER
    return Cause.REVISED if revised else Cause.NEW


def strongest(causes: Iterable[Cause]) -> Cause:
    """The one that explains most, of several; new data when there is none."""
    found = set(causes)
    return next((cause for cause in Cause if cause in found), Cause.NEW)


def verdict_correction(
    concerns: Concerns, concerns_id: str, before: Published, after: Published, cause: Cause
) -> Correction | None:
    """A verdict that is another, or, under a new rule, an estimate that is. None when nothing worth telling moved.

    An estimate moves a little with every new month: alone that is no correction.
    """
    subject = _subject(concerns, after.words)
    why = _BECAUSE[cause].format(before=before.rule_version, after=after.rule_version)
    if before.verdict != after.verdict:
        told = f"{subject} ändrades från {before.verdict} till {after.verdict}, eftersom {why}."
        said = (before.verdict, after.verdict)
    elif cause is Cause.RULE and _differ(before.estimate, after.estimate):
        said = (_estimate(before), _estimate(after))
        told = f"{subject} är fortfarande {after.verdict}, men beräkningen ändrades från {said[0]} till {said[1]}, "
        told += f"eftersom {why}."
    else:
        return None
    return Correction(
        concerns=concerns, concerns_id=concerns_id, cause=cause, before=said[0], after=said[1], sentence=told
    )


def done_correction(concerns_id: str, before: Published, after: Published) -> Correction:
    """Less has been done than was said before: rows of the log have been taken away or changed."""
    said = _estimate(before), _estimate(after)
    return Correction(
        concerns=Concerns.FIGURE,
        concerns_id=concerns_id,
        cause=Cause.REVISED,
        before=said[0],
        after=said[1],
        sentence=f"Det som är gjort för åtagandet {_quoted(after.words)} ändrades från {said[0]} till {said[1]}, "
        "eftersom rader i aktivitetsloggen har ändrats eller tagits bort.",
    )


def figures_correction(concerns_id: str, names: SeriesNames, figures: Sequence[FigureChange]) -> Correction:
    """Published figures of one series that have changed, in order of time. At least one."""
    before, after = _listed([figure.before for figure in figures], names), _listed([f.after for f in figures], names)
    return Correction(
        concerns=Concerns.FIGURE,
        concerns_id=concerns_id,
        cause=Cause.REVISED,
        before=before,
        after=after if any(figure.after is not None for figure in figures) else None,
        sentence=_one_figure(names, figures[0]) if len(figures) == 1 else _many_figures(names, figures),
    )


def register_correction(
    concerns: Concerns, concerns_id: str, *, words: str, before: str | None, after: str | None, told: str = ""
) -> Correction:
    """Something in the register was changed, added (`before` is None) or taken away after the promise began."""
    subject = f"{_DEFINITE[concerns]} {_quoted(words)}"
    if before is None:
        sentence = f"{subject} lades till i registret efter att löftet hade börjat."
    elif after is None:
        sentence = told or f"{subject} togs bort ur registret efter att löftet hade börjat."
    else:
        sentence = told or f"{subject} ändrades i registret efter att löftet hade börjat."
    return Correction(
        concerns=concerns, concerns_id=concerns_id, cause=Cause.REGISTER, before=before, after=after, sentence=sentence
    )


def withheld_correction(concerns: Concerns, words: str) -> str:
    """That something was corrected, without figures. `words` is the goal or commitment in words, or empty."""
    about = f"{_DEFINITE[Concerns.GOAL].lower()} {_quoted(words)}" if words else "ett av målen"
    if concerns is Concerns.FIGURE:
        return f"Siffror bakom {about} har ändrats. De visas inte, för att skydda små tal."
    return f"Beräkningen bakom {about} har ändrats. Talen visas inte, för att skydda små tal."


def dates_in_words(text: str) -> str:
    """What the register says, with its ISO dates written out."""
    return re.sub(r"\d{4}-\d\d-\d\d", lambda found: date_sv(date.fromisoformat(found[0])), text)


def _one_figure(names: SeriesNames, figure: FigureChange) -> str:
    subject = f"{_series(names)} {figure.period}"
    before = _value(figure.before, names)
    note = " Den tidigare siffran var preliminär." if figure.preliminary else ""
    if figure.after is None:
        return f"{subject} finns inte längre i underlaget; siffran var {before}.{note}"
    return f"{subject} ändrades från {before} till {_value(figure.after, names)}.{note}"


def _many_figures(names: SeriesNames, figures: Sequence[FigureChange]) -> str:
    gone = sum(figure.after is None for figure in figures)
    count = plural(len(figures), "siffra", "siffror")
    subject = f"{_series(names)}: {count} mellan {figures[0].period} och {figures[-1].period}"
    lost = f", varav {number(gone)} inte längre finns i underlaget" if gone else ""
    note = " De tidigare siffrorna var preliminära." if all(figure.preliminary for figure in figures) else ""
    first = figures[0]
    example = (
        f", till exempel {first.period} från {_value(first.before, names)} till {_value(first.after, names)}"
        if first.after is not None
        else ""
    )
    return f"{subject} ändrades{lost}{example}.{note}"


def _series(names: SeriesNames) -> str:
    kind, _, key = names.indicator.partition(":")
    if kind == "folkmangd":
        return f"Folkmängden i {names.place}"
    if kind == "brott":
        return f"Antalet anmälda {crime_words(key, names.name).plural} i {names.place}"
    people = who(key)
    return (
        f"Andelen som {people} i {names.place}"
        if people and names.unit == "procent"
        else (f"Värdet för ”{names.name or names.indicator}” i {names.place}")
    )


def _listed(values: Sequence[float | None], names: SeriesNames) -> str:
    shown = [_value(value, names) if value is not None else "ingen siffra" for value in values[:LISTED_FIGURES]]
    more = len(values) - len(shown)
    return join_sv([*shown, f"{number(more)} till"] if more else shown)


def _value(value: float, names: SeriesNames) -> str:
    whole = rounded_half_up(value, 2) == rounded_half_up(value, 0)
    tenths = rounded_half_up(value, 2) == rounded_half_up(value, 1)
    text = number(value, 0 if whole else 1 if tenths else 2)
    return f"{text} procent" if names.unit == "procent" else text


def _estimate(said: Published) -> str:
    if said.estimate is None:
        return "ingen beräkning"
    decimals = 0 if rounded_half_up(said.estimate, 1) == rounded_half_up(said.estimate, 0) else 1
    return f"{number(said.estimate, decimals)} {said.unit}".strip()


def _differ(before: float | None, after: float | None) -> bool:
    if before is None or after is None:
        return before is not after
    return rounded_half_up(before, 1) != rounded_half_up(after, 1)


def _subject(concerns: Concerns, words: str) -> str:
    if concerns is Concerns.PROMISE:
        return f"Svaret på frågan ”{words}”"
    return f"Omdömet om {_DEFINITE[concerns].lower()} {_quoted(words)}"


def _quoted(text: str) -> str:
    return f"”{text.strip().rstrip('.')}”"


_DEFINITE = {Concerns.GOAL: "Målet", Concerns.COMMITMENT: "Åtagandet", Concerns.PROMISE: "Löftet"}

_BECAUSE = {
    Cause.RULE: "sättet att bedöma har bytt version från {before} till {after}",
    Cause.REGISTER: "registret har ändrats",
    Cause.REVISED: "uppgifter som redan var publicerade har ändrats",
    Cause.NEW: "nya uppgifter har kommit eller löftestiden har gått vidare",
}
