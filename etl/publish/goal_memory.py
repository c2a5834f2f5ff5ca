"""A goal whose survey is told as an earlier edition told it is told as that edition told the goal."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from etl.publish.goal_gate import FIGURES, GatedGoals, Shown
from etl.publish.goal_texts import TEXTS

Row = Mapping[str, Any]
_TOLD = (*TEXTS, *FIGURES, "headline", "reason", "phi", "phi_assumed", "tau", "tau_assumed", "data_hash")
_FREE = (*_TOLD, "as_of", "data_through", "assessment")
_POINT = ("series_id", "period", "role", "used", "value", "low", "high", "count", "answers")


@dataclass(frozen=True, kw_only=True)
class ToldGoals:
    """Rows of marts.goal_verdict and goal_point of the newest public edition."""

    verdicts: Sequence[Row] = ()
    points: Sequence[Row] = ()


def as_told_before(gated: GatedGoals, goals: Sequence[Row], before: ToldGoals) -> GatedGoals:
    """`gated` with the earlier texts and figures of held goals. `goals` are today's rows, before the gate.

    Only where nothing but those could differ: the same verdict on the same goal, and the same public points.
    """
    old = {row["goal_id"]: row for row in before.verdicts}
    points, old_points = _points(gated.points), _points(before.points)
    held = [row for row in gated.verdicts if row["goal_id"] in gated.held]
    again = {
        row["goal_id"]
        for row in held
        if row["goal_id"] in old
        and _is_same_goal(row, old[row["goal_id"]])
        and points[row["goal_id"]] == old_points[row["goal_id"]]
    }
    again -= {row["part_of"] for row in held if row["goal_id"] not in again}
    claims = {row["goal_id"]: row["claim"] for row in goals}
    agreeing = {goal for goal in again if claims[goal] == old[goal]["claim"]}
    return replace(
        gated,
        verdicts=[
            {**row, **{name: old[row["goal_id"]][name] for name in _TOLD}} if row["goal_id"] in again else row
            for row in gated.verdicts
        ],
        shown={**gated.shown, **dict.fromkeys(agreeing, Shown.TENTHS)},
    )


def _is_same_goal(row: Row, old: Row) -> bool:
    return all(row.get(name) == value for name, value in old.items() if name not in _FREE)


def _points(rows: Iterable[Row]) -> dict[str, list[tuple[Any, ...]]]:
    found: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        found[row["goal_id"]].append(tuple(row[name] for name in _POINT))
    for of_goal in found.values():
        of_goal.sort(key=str)
    return found
