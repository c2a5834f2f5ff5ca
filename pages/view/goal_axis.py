"""What of a goal's series is drawn, and on which axes: shared by the chart on the screen and the still picture."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.view.chart_frame import end_of, nice_top, year_of
from pages.view.formats import given, text, to_date
from pages.view.lines import break_note, breaks

BASELINE, DURING = "utgångsläge", "löftestid"
# More points than this are drawn small and without whiskers.
MANY = 30
_YEARS_BEFORE, _YEARS_AFTER = 7, 9
_FEWEST_YEARS = 4
Goal = Mapping[str, Any]


def placed(goal: Goal, points: pd.DataFrame) -> pd.DataFrame:
    """The points near the promise, with their place on the axis of years."""
    shown = points.copy()
    shown["left"] = [year_of(to_date(day) or _never()) for day in shown["period_start"]]
    shown["right"] = [end_of(to_date(day) or _never()) for day in shown["period_end"]]
    shown["x"] = (shown["left"] + shown["right"]) / 2
    first = start_year(goal, "baseline_from", shown["left"].min()) - _YEARS_BEFORE
    last = end_year(goal, "followup_to", shown["right"].max()) + _YEARS_AFTER
    return shown[(shown["left"] >= first) & (shown["right"] <= last)].sort_values(["series_id", "x"])


def _never() -> Any:
    raise ValueError("marts.goal_point: period_start and period_end are never empty")


def start_year(goal: Goal, name: str, otherwise: float) -> float:
    """A first day of the goal as a point on the axis of years."""
    day = to_date(goal[name])
    return year_of(day) if day else otherwise


def end_year(goal: Goal, name: str, otherwise: float) -> float:
    """A last day of the goal as a point on the axis of years."""
    day = to_date(goal[name])
    return end_of(day) if day else otherwise


def year_range(goal: Goal, shown: pd.DataFrame) -> tuple[float, float]:
    """From the first year to the last, with air around a goal that was only measured a time or two."""
    left, right = shown["left"].min(), shown["right"].max()
    first, last = min(left, start_year(goal, "baseline_from", left)), max(right, end_year(goal, "followup_to", right))
    return (first, last) if last - first >= _FEWEST_YEARS else (first - 1, last + 1)


def promise_words(x0: float, x1: float) -> str:
    """What the shaded time is called; the weeks of a survey are no year."""
    return "uppföljning" if x1 - x0 < 0.7 else "löftesår" if x1 - x0 < 1.05 else "löftestid"


def value_range(goal: Goal, shown: pd.DataFrame) -> tuple[float, float]:
    """From zero: the whole scale of a survey, a round number above the highest of anything else."""
    unit = unit_of(goal, shown)
    if unit == "procent":
        return (0.0, 100.0)
    if unit.startswith("index 0"):
        return (0.0, float(unit.rsplit("–", 1)[-1].rsplit("-", 1)[-1]))
    drawn = ["value"] if len(shown) > MANY else ["value", "high"]
    level = float(goal["baseline_value"]) if given(goal["baseline_value"]) else 0.0
    return (0.0, nice_top(max(float(shown[drawn].max().max()), level)))


def unit_of(goal: Goal, shown: pd.DataFrame) -> str:
    """The unit of the values; of the goal where no point states one."""
    units = [text(unit) for unit in shown["unit"] if given(unit)]
    return units[0] if units else text(goal["unit"])


def room_above(shown: pd.DataFrame, level: float, to: float) -> bool:
    """Whether fewer points, and no figure written over its point, stand above the level at the right of the chart."""
    near = shown[(shown["x"] > to - 0.22 * (to - shown["left"].min())) & shown["value"].notna()]
    written = near[near["used"].astype(bool) & (near["role"] == DURING)]["value"].tail(3)
    if ((written - level).abs() < 0.15 * max(level, shown["value"].max())).any():
        return False
    return bool((near["value"] >= level).sum() < (near["value"] < level).sum())


def subtitle(goal: Goal, shown: pd.DataFrame, place: str) -> str:
    """What, where, when: the statistical line below the claim."""
    where = " · ".join(filter(None, (text(goal["area_name"]) or place, text(goal["group_name"]))))
    unit = unit_of(goal, shown)
    first, last = int(shown["left"].min()), int(shown["right"].max() - 0.001)
    years = str(first) if first == last else f"{first}–{last}"
    return ", ".join(filter(None, (where, text(goal["indicator_name"]), unit, years)))


def notes_of(goal: Goal, shown: pd.DataFrame) -> tuple[str, ...]:
    """What a reader of the chart must know besides what is drawn."""
    notes = [text(goal["baseline_note"]), *map(break_note, breaks(shown))]
    if not shown["used"].astype(bool).all():
        notes.append("Ljusare punkter visas men ingår inte i bedömningen.")
    if shown["preliminary"].fillna(False).astype(bool).any():
        notes.append("Ihåliga punkter är preliminära.")
    if text(goal["measure"]) == "enkät" and shown["low"].isna().all():
        notes.append("Publicerade värden utan antal svarande: inget intervall kan räknas ut.")
    return tuple(note for note in notes if note)
