"""The gate of goals: a verdict is always public, its figures only when every number behind it is."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from etl.evaluate.contexts import WithheldContext
from etl.evaluate.sentences_withheld import tell_withheld
from etl.evaluate.verdict import Direction, State, Verdict
from etl.publish.coarse_reasons import COARSE, depends_on_counts
from etl.publish.goal_texts import TEXTS, names_exact_figures, names_exact_figures_in_english
from etl.publish.limits import SurveyLimits
from etl.publish.public_areas import smaller_area

Row = Mapping[str, Any]
FIGURES = ("estimate", "low", "high", "low60", "high60", "baseline_value", "followup_value")
_NULL_WHEN_WITHHELD = (*FIGURES, "phi", "phi_assumed", "tau", "tau_assumed", "data_hash")
_POINT_FIGURES = ("value", "low", "high", "count", "answers")


class Shown(StrEnum):
    """How much of a goal may be seen."""

    EXACT = "exakt"
    TENTHS = "en decimal"
    COARSE = "avrundat"
    WITHHELD = "dolt"


@dataclass(frozen=True, kw_only=True)
class GatedGoals:
    """Public rows of marts.goal_verdict and goal_point, and how much is shown of each goal by its id.

    `held` are the goals on a survey wave that is told as an earlier edition told it, and those that they are part of.
    """

    verdicts: list[dict[str, Any]]
    points: list[dict[str, Any]]
    shown: Mapping[str, Shown]
    held: Collection[str] = frozenset()

    def exact(self) -> Collection[str]:
        """The goals whose verdict is told with all its figures, as they are."""
        return {goal for goal, shown in self.shown.items() if shown is Shown.EXACT}

    def told(self) -> Collection[str]:
        """The goals whose verdict is told with all its figures, as they are or to one decimal."""
        return {goal for goal, shown in self.shown.items() if shown in (Shown.EXACT, Shown.TENTHS)}


PublicPoint = Callable[[Row, Row], Row | None]
"""(goal, point) to the figures that are public of it; None when the period is left out altogether."""


def gate_goals(
    goals: Sequence[Row], points: Sequence[Row], places: Mapping[str, str], public: PublicPoint, limits: SurveyLimits
) -> GatedGoals:
    """`places` are the municipalities' names by code; `public` looks up what the gates of the series let through."""
    of_goal = {row["goal_id"]: row for row in goals}
    points = [point for point in points if not of_goal[point["goal_id"]].get("is_unnamed")]
    behind: dict[str, list[tuple[Row, Row | None]]] = defaultdict(list)
    shown_points = []
    for point in points:
        figures = public(of_goal[point["goal_id"]], point)
        behind[point["goal_id"]].append((point, figures))
        if figures is not None:
            shown_points.append({**point, **{name: figures.get(name) for name in _POINT_FIGURES}})
    shown = {row["goal_id"]: _how_much(row, behind[row["goal_id"]], limits) for row in goals}
    for row in goals:
        if row["part_of"] is not None and shown[row["goal_id"]] not in (Shown.EXACT, Shown.TENTHS):
            shown[row["part_of"]] = Shown.WITHHELD
    verdicts = [_verdict(row, shown[row["goal_id"]], behind[row["goal_id"]], places, limits) for row in goals]
    held = {row["goal_id"] for row in goals if _is_held(behind[row["goal_id"]])}
    held |= {row["part_of"] for row in goals if row["goal_id"] in held and row["part_of"] is not None}
    return GatedGoals(verdicts=verdicts, points=shown_points, shown=shown, held=held)


def _how_much(goal: Row, behind: Sequence[tuple[Row, Row | None]], limits: SurveyLimits) -> Shown:
    """What the verdict rests on is all that a goal's row tells; the other points are only drawn.

    A survey wave that is told as an earlier edition told it, otherwise than the verdict has it, withholds the figures.
    """
    resting = [(point, figures) for point, figures in behind if _decides(point)]
    if goal.get("is_unnamed") or _is_held(behind):
        return Shown.WITHHELD
    if all(_is_whole(point, figures) for point, figures in resting):
        return Shown.EXACT
    if goal["measure"] != "enkät":
        return Shown.WITHHELD
    if all(_is_whole(point, figures) or _is_whole(_in_tenths(point, limits), figures) for point, figures in resting):
        return Shown.TENTHS
    is_coarse = not any(_is_gone(point, figures) for point, figures in resting)
    return Shown.COARSE if is_coarse else Shown.WITHHELD


def _is_held(behind: Sequence[tuple[Row, Row | None]]) -> bool:
    return any(_decides(point) and figures is not None and figures.get("is_held") for point, figures in behind)


def _decides(point: Row) -> bool:
    """Used in the comparison, or in the baseline that the spread between months is measured in."""
    return bool(point["used"]) or point["role"] == "utgångsläge"


def _is_whole(point: Row, figures: Row | None) -> bool:
    return figures is not None and all(figures.get(name) == point[name] for name in _POINT_FIGURES)


def _in_tenths(point: Row, limits: SurveyLimits) -> Row:
    return {**point, **{name: limits.tenth(point[name]) for name in ("value", "low", "high")}}


def _is_gone(point: Row, figures: Row | None) -> bool:
    """Whether the point has no value any more."""
    return figures is None or (point["value"] is not None and figures.get("value") is None)


def _verdict(
    goal: Row,
    shown: Shown,
    behind: Sequence[tuple[Row, Row | None]],
    places: Mapping[str, str],
    limits: SurveyLimits,
) -> dict[str, Any]:
    if shown is Shown.EXACT:
        return {**goal, "assessment": None}
    if shown is Shown.TENTHS:
        return {**goal, **{name: limits.tenth(goal[name]) for name in FIGURES}, "data_hash": None, "assessment": None}
    if shown is Shown.WITHHELD:
        goal = _without_reason_by_counts(goal)
    told = _withheld_texts(goal, places)
    if shown is Shown.WITHHELD:
        return {**goal, **told, **dict.fromkeys(_NULL_WHEN_WITHHELD), "assessment": None}
    exact = [point["answers"] for point, _ in behind if point["answers"] is not None]
    kept = {name: text for name, text in told.items() if names_exact_figures(goal[name], exact)}
    if "sentence" in kept or names_exact_figures_in_english(goal["english"], exact):
        kept["english"] = told["english"]
    figures = {name: limits.coarse_share(goal[name]) for name in FIGURES}
    return {**goal, **kept, **figures, "low60": None, "high60": None, "data_hash": None, "assessment": None}


def _without_reason_by_counts(goal: Row) -> Row:
    """Too few reports, or no clear change: beside the other figures that would tell the hidden ones."""
    if not depends_on_counts(goal["reason"]):
        return goal
    return {**goal, "reason": COARSE, "headline": (goal["headline"] or "").replace(goal["reason"], COARSE)}


def _withheld_texts(goal: Row, places: Mapping[str, str]) -> dict[str, str | None]:
    verdict = Verdict(goal["verdict"])
    told = tell_withheld(
        WithheldContext(
            measure=goal["measure"],
            key=(goal["indicator"] or "").partition(":")[2] or (goal["indicator"] or ""),
            name=goal["indicator_name"] or "",
            goal=goal["goal"] or "",
            place=goal["area_name"] or places.get(goal["municipality_code"], ""),
            direction=Direction(goal["direction"]) if goal["direction"] else None,
            verdict=verdict,
            headline=goal["headline"] or str(verdict),
            reason=goal["reason"] or "",
            group=goal["group_name"] or "",
            high_is_good=goal["good"] != "lågt",
            is_open=goal["state"] == State.ONGOING or "(hittills)" in (goal["headline"] or ""),
        )
    )
    texts: dict[str, str | None] = {name: getattr(told, name) or None for name in TEXTS}
    # The words of an area that may not be named are the only name that has to be translated.
    return texts | {"english": told.english.replace(smaller_area(""), "a smaller part of ") or None}
