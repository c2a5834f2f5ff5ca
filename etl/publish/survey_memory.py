"""A wave of a survey is published once: later editions tell the same, until many more have answered.

Otherwise whoever compares two editions, with one late answer between them, can tell what that person answered. Rounding
is not enough against it: of 900 answers one moves a share by 0.1, of 100 by a whole percent.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from etl.publish.limits import SurveyLimits

Row = Mapping[str, Any]
ALREADY_PUBLISHED = "mätningen är redan publicerad"
LEFT_OUT = "utelämnas för att skydda ett litet tal"
SPREAD = "svar"
"""The kind of group of one answer to a question, in marts.survey_distribution."""
FIGURES = ("value", "low", "high", "mean", "mean_low", "mean_high", "answers", "hidden_reason")


@dataclass(frozen=True, kw_only=True)
class SurveyCell:
    """A row of editions.survey: what an edition told of one group (or of one answer, with its `code`) in one wave."""

    municipality_code: str | None
    region: str | None
    area_id: str | None
    series: str | None
    question: str | None
    indicator: str | None
    wave: str | None
    year: int | None
    starts: date | None
    group_kind: str
    group_value: str | None
    code: float | None
    published_on: date
    edition: str
    value: float | None
    low: float | None
    high: float | None
    mean: float | None
    mean_low: float | None
    mean_high: float | None
    answers: int | None
    hidden_reason: str | None

    @property
    def sitting(self) -> tuple[Any, ...]:
        """What was asked where and when, whatever the survey is called."""
        return self.municipality_code, self.region, self.question, self.indicator, self.year, self.group_kind == SPREAD

    @property
    def taken(self) -> tuple[Any, ...]:
        """The wave of the series."""
        return *self.sitting, self.series, self.wave, self.starts

    @property
    def group(self) -> tuple[Any, ...]:
        return self.area_id, self.group_kind, self.group_value, self.code

    def figures(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in FIGURES}


@dataclass(frozen=True, kw_only=True)
class Remembered:
    """`cells`: what may be told of each cell that was asked about, in the same order. `new`: to add to editions.survey.

    `held`: places in `cells` where what is told differs from what the answers say today.
    """

    cells: list[SurveyCell]
    new: list[SurveyCell]
    held: frozenset[int]


def as_cell(row: Row, *, published_on: date, edition: str) -> SurveyCell:
    """A public row of marts.survey_series or survey_distribution as a cell."""
    about = {field.name: row.get(field.name) for field in fields(SurveyCell)}
    about |= {"published_on": published_on, "edition": edition}
    if "series_id" in row and "share" not in row:
        return SurveyCell(**{**about, "series": row["series_id"], "code": None})
    return SurveyCell(**{**about, "series": row["instrument"], "group_kind": SPREAD, "value": row["share"]})


def remembered(now: Sequence[SurveyCell], earlier: Iterable[SurveyCell], limits: SurveyLimits) -> Remembered:
    """`now` is what the gate would tell if nothing had been published, `earlier` all of editions.survey.

    A wave that has been published stays as it was unless each group shown then has at least `limits.answers` answers
    more, or fewer. A group that was not there then is hidden. So is a wave that takes the place of one that is gone:
    the same survey may have got a new name.
    """
    latest = {(cell.taken, cell.group): cell for cell in sorted(earlier, key=lambda cell: cell.edition)}
    before = _by_wave(latest.values())
    of_today = _by_wave(now)
    gone: dict[tuple[Any, ...], list[Mapping[Any, SurveyCell]]] = defaultdict(list)
    for taken, wave in before.items():
        if taken not in of_today:
            gone[next(iter(wave.values())).sitting].append(wave)
    told = []
    for cell in now:
        own = before.get(cell.taken)
        wave = of_today[cell.taken]
        if own is not None:
            is_open = _has_many_more(own, wave, limits)
        else:
            is_open = all(_has_many_more(other, wave, limits) for other in gone[cell.sitting])
            own = {}
        told.append(cell if is_open else _as_before(cell, own.get(cell.group)))
    return Remembered(
        cells=told,
        new=[
            cell
            for cell in told
            if cell.hidden_reason != ALREADY_PUBLISHED and not _is_same(cell, latest.get((cell.taken, cell.group)))
        ],
        held=frozenset(place for place, cell in enumerate(now) if not _is_same(told[place], cell)),
    )


def _by_wave(cells: Iterable[SurveyCell]) -> dict[tuple[Any, ...], dict[tuple[Any, ...], SurveyCell]]:
    found: dict[tuple[Any, ...], dict[tuple[Any, ...], SurveyCell]] = defaultdict(dict)
    for cell in cells:
        found[cell.taken][cell.group] = cell
    return dict(found)


def _has_many_more(before: Mapping[Any, SurveyCell], now: Mapping[Any, SurveyCell], limits: SurveyLimits) -> bool:
    """Whether so many answers are new, or gone, in each group that was shown that they are a group of their own.

    Nothing was shown: then in each that would be shown now. A base that was not told was smaller than the least.
    """
    compared = [group for group, cell in before.items() if cell.value is not None]
    compared = compared or [group for group, cell in now.items() if cell.value is not None]
    return bool(compared) and all(_moved(before.get(group), now.get(group), limits) for group in compared)


def _moved(before: SurveyCell | None, now: SurveyCell | None, limits: SurveyLimits) -> bool:
    if now is None or now.answers is None:
        return False
    then = limits.answers if before is None or before.answers is None else before.answers
    # Two numbers that are rounded to tens may be ten further apart than what they stand for.
    slack = limits.answers_to if then % limits.answers_to == 0 or now.answers % limits.answers_to == 0 else 0
    return abs(now.answers - then) >= limits.answers + slack


def _as_before(cell: SurveyCell, before: SurveyCell | None) -> SurveyCell:
    if before is None:
        nothing: dict[str, Any] = dict.fromkeys(FIGURES)
        return replace(cell, **{**nothing, "hidden_reason": ALREADY_PUBLISHED})
    return replace(cell, **before.figures())


def _is_same(cell: SurveyCell, other: SurveyCell | None) -> bool:
    return other is not None and cell.figures() == other.figures()
