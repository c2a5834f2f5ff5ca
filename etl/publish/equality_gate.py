"""The gate of what is made from survey groups: gaps between them, and efforts beside insecurity."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from etl.evaluate.numbers_sv import rounded_half_up
from etl.evaluate.sentences_equality import EffortContext, tell_effort
from etl.publish.limits import SurveyLimits
from etl.publish.survey_gate import survey_key

Row = Mapping[str, Any]
_DECIMALS = re.compile(r"\d,\d")
_SAFETY = ("enkat:trygg", "enkat:otrygg", "enkat:trygg_morker")


def gate_gaps(
    rows: Sequence[Row], before: Sequence[Row], after: Sequence[Row], limits: SurveyLimits
) -> list[dict[str, Any]]:
    """Rows of marts.equality_gap where both groups are shown, coarse as they are.

    `before` and `after` are marts.survey_series without and with its gate. Without a whole number to say there is
    nothing to say: a sentence with decimals is left out with its row.
    """
    shown = {survey_key(row) for row in after if row["value"] is not None}
    open_groups = {_figures(row) for row in before if survey_key(row) in shown}
    return [
        {
            **row,
            **{name: limits.coarse_share(row[name]) for name in ("value_a", "value_b", "gap", "low", "high")},
            **{name: limits.coarse_answers(row[name]) for name in ("answers_a", "answers_b")},
            "q_value": None if row["q_value"] is None else float(rounded_half_up(row["q_value"], 2)),
        }
        for row in rows
        if {_side(row, "a"), _side(row, "b")} <= open_groups and not _DECIMALS.search(row["sentence"])
    ]


def _figures(row: Row) -> tuple[Any, ...]:
    names = ("municipality_code", "series_id", "question", "wave", "group_kind", "value", "answers")
    return tuple(row[name] for name in names)


def _side(row: Row, side: str) -> tuple[Any, ...]:
    of = tuple(row[name] for name in ("municipality_code", "series_id", "question", "wave", "kind"))
    return (*of, row[f"value_{side}"], row[f"answers_{side}"])


def gate_efforts(
    rows: Sequence[Row], before: Sequence[Row], after: Sequence[Row], limits: SurveyLimits
) -> list[dict[str, Any]]:
    """Rows of marts.area_effort; the insecurity of an area is shown as coarse as its survey, or not at all."""
    shown = {survey_key(row) for row in after if row["value"] is not None}
    asked: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in before:
        if row["area_id"] is not None and row["indicator"] in _SAFETY and row["value"] is not None:
            asked[row["municipality_code"], row["area_id"], row["wave"], row["answers"]].append(row)
    hours: dict[tuple[Any, ...], float] = defaultdict(float)
    for row in rows:
        hours[row["municipality_code"], row["year"]] += row["hours"] or 0.0
    return [_effort(row, _is_shown(row, asked, shown), hours, limits) for row in rows]


def _is_shown(row: Row, asked: Mapping[tuple[Any, ...], Sequence[Row]], shown: set[tuple[Any, ...]]) -> bool:
    """Whether each survey row that the insecurity may come from is shown."""
    behind = asked.get((row["municipality_code"], row["area_id"], row["wave"], row["answers"]), [])
    return bool(behind) and all(survey_key(one) in shown for one in behind)


def _effort(row: Row, is_shown: bool, hours: Mapping[tuple[Any, ...], float], limits: SurveyLimits) -> dict[str, Any]:
    if row["insecurity"] is None:
        few = row["answers"] is not None and row["answers"] < limits.answers
        return {**row, "answers": None if few else limits.coarse_answers(row["answers"])}
    if is_shown:
        coarse = limits.coarse_share(row["insecurity"])
        return {**row, "insecurity": coarse, "answers": limits.coarse_answers(row["answers"])}
    total = hours[row["municipality_code"], row["year"]]
    context = EffortContext(
        area=row["area_name"],
        year=row["year"],
        hours=row["hours"],
        activities=row["activities"],
        share_of_hours=100 * row["hours"] / total if row["hours"] is not None and total else None,
        indicator="",
        insecurity=None,
        wave=row["wave"] or "",
        asked=True,
    )
    return {**row, "insecurity": None, "answers": None, "sentence": tell_effort(context)}
