"""Goals with several measures: the judgements of the parts put together into that of their goal."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
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


def with_reporting_effects(
    goals: Sequence[Goal], judged: Mapping[str, Judged], first_seen: Mapping[str, date]
) -> dict[str, Judged]:
    """The reports of each promise against its survey of the same exposure, be they parts of one goal or two goals.

    `first_seen` has the day each locked goal was first seen: a survey that came later cannot move a locked goal.
    """
    surveys: dict[tuple[str, Measured], list[Goal]] = defaultdict(list)
    for goal in goals:
        surveys[goal.promise_id, _measured(goal, goal.indicator)].append(goal)
    found = dict(judged)
    for goal in goals:
        result = judged[goal.goal_id]
        twins = surveys.get((goal.promise_id, _measured(goal, SAME_EXPOSURE.get(goal.indicator, ""))), [])
        heard = [judged[twin.goal_id] for twin in twins if _may_contradict(twin, goal, first_seen)]
        if heard and result.retell is not None:
            judgement = reporting_effect(result.judgement, heard[-1].judgement, same_exposure=True)
            if judgement is not result.judgement:
                found[goal.goal_id] = result.retold(judgement)
    return found


def _may_contradict(survey: Goal, goal: Goal, first_seen: Mapping[str, date]) -> bool:
    if goal.goal_id not in first_seen:
        return True
    return survey.goal_id in first_seen and first_seen[survey.goal_id] <= first_seen[goal.goal_id]


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
    # The goal's own figures stand beside its verdict only where they have a say in it.
    own_decides = goal.has_indicator and 0 in verdict.deciding
    judgement = replace(
        own.judgement if own_decides else verdict.judgement,
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
                english_claim=results[place].told.english_claim,
                reason_code=results[place].judgement.reason_code,
            )
            for place in verdict.deciding
        ]
        told = tell_indicators(judgement, lines, caution=reporting_caution(change) if verdict.needs_caution else "")
    facts = own.facts if own_decides else _shared_facts([results[place] for place in verdict.deciding] or results)
    return replace(own, judgement=judgement, told=told, facts=facts, retell=None)


def _shared_facts(results: Sequence[Judged]) -> dict[str, Any]:
    sources = [result.facts["source"] for result in results if result.facts.get("source")]
    days = [result.facts["data_through"] for result in results if result.facts.get("data_through")]
    return {"source": "; ".join(dict.fromkeys(sources)) or None, "data_through": max(days, default=None)}


def _measured(goal: Goal, indicator: str) -> Measured:
    return indicator, goal.area_id, goal.group_name
