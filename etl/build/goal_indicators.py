"""Goals with several measures: the judgements of the parts put together into that of their goal."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from etl.build.goal_frame import Goal, Judged
from etl.evaluate.indicators import IndicatorVerdict, combine_goal
from etl.evaluate.promise import reporting_effect
from etl.evaluate.sentences import PartLine
from etl.evaluate.sentences_indicators import reporting_caution, tell_indicators, with_reporting_caution

# The same exposure, reported to the police and told in a survey.
SAME_EXPOSURE = {"brott:skadegorelse": "enkat:utsatt_skadegorelse", "brott:ofredande": "enkat:utsatt_ofredande"}
Measured = tuple[str, str | None, str | None]
"""What is measured, in which area and of whom: only equal ones can contradict each other."""


def with_reporting_effects(goals: Sequence[Goal], judged: Mapping[str, Judged]) -> dict[str, Judged]:
    """The reports of each promise against its survey of the same exposure, be they parts of one goal or two goals."""
    surveys: dict[tuple[str, Measured], Judged] = {
        (goal.promise_id, _measured(goal, goal.indicator)): judged[goal.goal_id] for goal in goals
    }
    found = dict(judged)
    for goal in goals:
        result = judged[goal.goal_id]
        twin = surveys.get((goal.promise_id, _measured(goal, SAME_EXPOSURE.get(goal.indicator, ""))))
        if twin is not None and result.retell is not None:
            judgement = reporting_effect(result.judgement, twin.judgement, same_exposure=True)
            if judgement is not result.judgement:
                found[goal.goal_id] = result.retold(judgement)
    return found


def with_parts(goals: Sequence[Goal], judged: Mapping[str, Judged]) -> dict[str, Judged]:
    """Every goal that others are parts of gets the verdict of its measures together; its parts keep their own."""
    parts: dict[str, list[Goal]] = defaultdict(list)
    for goal in goals:
        if goal.part_of is not None:
            parts[goal.part_of].append(goal)
    found = dict(judged)
    for goal in goals:
        if goal.goal_id in parts:
            own = [goal] if goal.has_indicator else []
            found[goal.goal_id] = _together(goal, [*own, *parts[goal.goal_id]], judged)
    return found


def _together(goal: Goal, measures: Sequence[Goal], judged: Mapping[str, Judged]) -> Judged:
    results = [judged[measure.goal_id] for measure in measures]
    verdict = combine_goal(
        [
            IndicatorVerdict(
                judgement=result.judgement,
                primary=measure.is_primary or measure is goal,
                exposure=_measured(measure, SAME_EXPOSURE.get(measure.indicator, measure.indicator)),
                is_survey=measure.measure == "enkät",
            )
            for measure, result in zip(measures, results, strict=True)
        ]
    )
    own = judged[goal.goal_id]
    judgement = replace(
        verdict.judgement if not goal.has_indicator else own.judgement,
        verdict=verdict.judgement.verdict,
        reason_code=verdict.judgement.reason_code,
        open_period=goal.is_open,
        direction=goal.direction,
    )
    reported = [results[place] for place in verdict.deciding if measures[place].measure == "brott"]
    change = next((one.judgement.estimate for one in reported if one.judgement.estimate is not None), None)
    if len(verdict.deciding) == 1:
        told = results[verdict.deciding[0]].told
        told = with_reporting_caution(told, change) if verdict.needs_caution else told
    else:
        lines = [
            PartLine(
                verdict=results[place].judgement.verdict,
                claim=results[place].told.claim,
                reason_code=results[place].judgement.reason_code,
            )
            for place in verdict.deciding
        ]
        told = tell_indicators(judgement, lines, caution=reporting_caution(change) if verdict.needs_caution else "")
    facts = own.facts if goal.has_indicator else _shared_facts(results)
    return replace(own, judgement=judgement, told=told, facts=facts, retell=None)


def _shared_facts(results: Sequence[Judged]) -> dict[str, Any]:
    sources = [result.facts["source"] for result in results if result.facts.get("source")]
    days = [result.facts["data_through"] for result in results if result.facts.get("data_through")]
    return {"source": "; ".join(dict.fromkeys(sources)) or None, "data_through": max(days, default=None)}


def _measured(goal: Goal, indicator: str) -> Measured:
    return indicator, goal.area_id, goal.group_name
