"""One survey goal: which two waves, judgement, sentence and the points of its chart."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from etl.build.goal_frame import Goal, Judged
from etl.build.goal_waves import are_comparable, is_hidden, is_over, two_waves
from etl.evaluate.sentences import SurveyContext, Told, tell_survey
from etl.evaluate.survey_goal import SurveyEvidence, judge_survey
from etl.evaluate.verdict import Judgement, Reason, undecidable

Row = Mapping[str, Any]


def judge_survey_goal(goal: Goal, rows: Sequence[Row], breaks: Sequence[Row], today: date) -> Judged:
    """Judge a goal on a survey question: the last wave of the baseline against the last wave of the follow-up."""
    waves = [row for row in rows if _is_group(row, goal) and is_over(row, today)]
    breaks_here = [known for known in breaks if known["crime_type"] in (None, goal.indicator)]
    before, after = two_waves(goal.window, waves, breaks_here)
    context = _context(goal, waves, before, after)
    if goal.blocked is not None:
        judgement = undecidable(goal.blocked, open_period=goal.is_open, direction=goal.direction)
    elif not waves or (before is None and after is None):
        judgement = undecidable(_nothing_to_compare(goal, waves), open_period=goal.is_open, direction=goal.direction)
    else:
        judgement = _judgement(goal, before, after, breaks_here)

    def told(judged: Judgement) -> Told:
        return tell_survey(judged, context)

    used = {id(row) for row in (before, after) if row is not None}
    return Judged(
        judgement=judgement,
        told=told(judgement),
        retell=told,
        points=tuple(_point(goal, row, id(row) in used) for row in waves),
        facts=_facts(waves, before, after, today),
    )


def _nothing_to_compare(goal: Goal, waves: Sequence[Row]) -> Reason:
    if not waves:
        return Reason.NO_DATA
    earlier = goal.window is not None and any(row["starts"] < goal.window.followup[0] for row in waves)
    return Reason.NO_FOLLOWUP_WAVE if earlier else Reason.NO_BASELINE_WAVE


def _judgement(goal: Goal, before: Row | None, after: Row | None, breaks: Sequence[Row]) -> Judgement:
    p0, n0, neff0 = _share(before)
    p1, n1, neff1 = _share(after)
    pair = [row for row in (before, after) if row is not None]
    if len(pair) == 2 and any(is_hidden(row) for row in pair):
        few = undecidable(Reason.TOO_FEW_ANSWERS, open_period=goal.is_open, direction=goal.direction)
        return replace(few, n0=n0, n1=n1)
    is_index = any(row["unit"] != "procent" for row in pair)
    unpublished = any(row["published"] and row["answers"] is None and row["value"] is not None for row in pair)
    return judge_survey(
        SurveyEvidence(
            p0=p0,
            neff0=neff0,
            n0=n0,
            p1=p1,
            neff1=neff1,
            n1=n1,
            direction=goal.direction,
            high_is_good=goal.good != "lågt",
            target=goal.least_change / 100,
            open_period=goal.is_open,
            instrument_changed=len(pair) == 2 and not are_comparable(pair[0], pair[1], breaks),
            published_without_n=unpublished and not is_index,
            index_scale=is_index,
        )
    )


def _share(row: Row | None) -> tuple[float | None, float | None, float | None]:
    if row is None:
        return None, None, None
    if row["value"] is None:
        return None, row["answers"], row["n_eff"]
    value = row["value"] / 100 if row["unit"] == "procent" else row["value"]
    return value, row["answers"], row["n_eff"]


def _is_group(row: Row, goal: Goal) -> bool:
    if goal.group_name:
        return bool(row["group_value"] == goal.group_name)
    kind = "område" if goal.area_id and not row["published"] else "alla"
    return bool(row["group_kind"] == kind)


def _context(goal: Goal, waves: Sequence[Row], before: Row | None, after: Row | None) -> SurveyContext:
    example = after or before or (waves[-1] if waves else None)
    years = [day.year for row in waves for day in (row["starts"], row["ends"])]
    return SurveyContext(
        indicator=goal.key,
        indicator_name=goal.indicator_name,
        place=goal.place,
        wave0=_name(before),
        wave1=_name(after),
        value0=before["value"] if before else None,
        value1=after["value"] if after else None,
        unit=example["unit"] if example else "procent",
        instrument=(example["instrument"] or "") if example else "",
        high_is_good=goal.good != "lågt",
        group=goal.group_name or "",
        chart_years=(min(years), max(years)) if years else None,
        assumed_deff=any(row is not None and row["published"] and row["answers"] for row in (before, after)),
    )


def _name(row: Row | None) -> str:
    return str(row["wave"] or row["year"]) if row else ""


def _facts(waves: Sequence[Row], before: Row | None, after: Row | None, today: date) -> dict[str, Any]:
    example = after or before or (waves[-1] if waves else None)
    return {
        "baseline_from": before["starts"] if before else None,
        "baseline_to": before["ends"] if before else None,
        "followup_from": after["starts"] if after else None,
        "followup_to": after["ends"] if after else None,
        "baseline_value": before["value"] if before else None,
        "followup_value": after["value"] if after else None,
        "unit": example["unit"] if example else None,
        "source": "; ".join(dict.fromkeys(row["source"] for row in waves if row["source"])) or None,
        "data_through": min(today, max(row["ends"] for row in waves)) if waves else None,
    }


def _point(goal: Goal, row: Row, used: bool) -> dict[str, Any]:
    starts, ends = row["starts"], row["ends"]
    return {
        "municipality_code": goal.municipality_code,
        "promise_id": goal.promise_id,
        "goal_id": goal.goal_id,
        "series_id": row["series_id"],
        "period": row["wave"] or str(row["year"]),
        "period_start": starts,
        "period_end": ends,
        "value": row["value"],
        "low": row["low"],
        "high": row["high"],
        "answers": row["answers"],
        "unit": row["unit"],
        "role": goal.role(starts, ends),
        "used": used,
        "preliminary": False,
        "instrument": row["instrument"],
        "source": row["source"],
    }
