"""No number that is none, no infinity and no Python word ever reaches a reader."""

import re
from dataclasses import fields, is_dataclass
from math import isfinite
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.contexts import CountContext, RecurringContext
from etl.evaluate.count_goal import count_evidence, judge_count
from etl.evaluate.crime_goal import CrimeEvidence, judge_crime
from etl.evaluate.detectable import CrimePlan, SurveyPlan, plan
from etl.evaluate.promise import Part, combine
from etl.evaluate.published_change import PublishedShare, published_change
from etl.evaluate.recurring import judge_recurring, recurring_evidence
from etl.evaluate.reports import LogEntry
from etl.evaluate.sentences import (
    PartLine,
    tell_commitments,
    tell_count,
    tell_crime,
    tell_goals,
    tell_recurring,
    tell_survey,
)
from etl.evaluate.sentences_detectable import tell_detectable
from etl.evaluate.survey_goal import SurveyEvidence, judge_survey
from etl.evaluate.verdict import Direction, Judgement, State
from tests.unit.evaluate.contexts import crime_context, survey_context
from tests.unit.evaluate.strategies import (
    CALM,
    FIRST_DAY,
    LAST_DAY,
    crimes,
    directions,
    extreme_crimes,
    extreme_surveys,
    logs,
    surveys,
)

_UNREADABLE = re.compile(r"\bnan\b|\binf(inity)?\b|\bNone\b(?! of the)|\bTrue\b|\bFalse\b|\d[eE][+-]?\d|[{}<>]|\(\)|  ")


def assert_readable(thing: Any) -> None:
    """Every number in it is finite, and every text can be read."""
    if is_dataclass(thing):
        for field in fields(thing):
            assert_readable(getattr(thing, field.name))
    elif isinstance(thing, tuple | list):
        for part in thing:
            assert_readable(part)
    elif isinstance(thing, str):
        assert not _UNREADABLE.search(thing), thing
    elif isinstance(thing, float | int):
        assert isfinite(thing)


@CALM
@given(extreme_crimes)
def test_of_crime_goals(evidence: CrimeEvidence) -> None:
    judgement = judge_crime(evidence)
    assert_readable(judgement)
    assert_readable(tell_crime(judgement, crime_context(evidence.x0, evidence.x1)))


@CALM
@given(extreme_surveys)
def test_of_survey_goals(evidence: SurveyEvidence) -> None:
    judgement = judge_survey(evidence)
    assert_readable(judgement)
    values = [None if share is None else 100 * share for share in (evidence.p0, evidence.p1)]
    unit = "index 0–100" if evidence.index_scale else "procent"
    assert_readable(tell_survey(judgement, survey_context(*values, unit=unit, high_is_good=evidence.high_is_good)))


@CALM
@given(logs, st.floats(0.5, 1e6), st.integers(0, 400), st.sampled_from(State), st.booleans(), st.booleans())
def test_of_counted_commitments(
    entries: list[LogEntry], target: float, days: int, state: State, areas: bool, dated: bool
) -> None:
    judgement = judge_count(
        count_evidence(
            entries,
            target=target,
            start=FIRST_DAY if dated else None,
            end=LAST_DAY if dated else None,
            today=date_after(days),
            state=state,
            distinct_areas=areas,
        )
    )
    assert_readable(judgement)
    assert_readable(tell_count(judgement, CountContext(unit="timmar", distinct_areas=areas)))


@CALM
@given(logs, st.integers(1, 20), st.integers(0, 400), st.sampled_from(["vecka", "månad", "kvartal", "halvår", "år"]))
def test_of_returning_commitments(entries: list[LogEntry], per_period: int, days: int, interval: str) -> None:
    evidence = recurring_evidence(
        entries,
        interval=interval,
        per_period=per_period,
        start=FIRST_DAY,
        end=LAST_DAY,
        today=date_after(days),
        state=State.ONGOING,
    )
    judgement = judge_recurring(evidence)
    assert_readable(judgement)
    context = RecurringContext(interval=interval, per_period=per_period, unit="utsättningar")
    assert_readable(tell_recurring(judgement, context))


def date_after(days: int) -> Any:
    return FIRST_DAY + (LAST_DAY - FIRST_DAY) * days / 365


@CALM
@given(st.lists(crimes.map(judge_crime) | surveys.map(judge_survey), max_size=5), st.integers(0, 3), st.booleans())
def test_of_whole_promises(judgements: list[Judgement], described: int, primary: bool) -> None:
    together = combine([Part(judgement=judgement, primary=primary) for judgement in judgements])
    lines = [
        PartLine(verdict=each.verdict, claim="Fler är trygga", reason_code=each.reason_code, primary=primary)
        for each in judgements
    ]
    assert_readable(together)
    assert_readable(tell_commitments(together, lines, total=len(lines) + described))
    assert_readable(tell_goals(together, lines))


crime_plans = st.builds(
    CrimePlan,
    x0=st.floats(0, 1e7),
    months0=st.integers(0, 120),
    months1=st.integers(0, 60),
    phi=st.floats(0.01, 1e4),
    tau=st.floats(0, 2),
    target=st.floats(0, 0.99),
    direction=directions,
)
survey_plans = st.builds(
    SurveyPlan,
    share0=st.floats(0, 1),
    n0=st.floats(0, 1e7),
    neff0=st.floats(0, 1e7),
    neff1=st.none() | st.floats(0, 1e7),
    target=st.floats(0, 1),
    direction=directions,
    high_is_good=st.booleans(),
)


@CALM
@given(crime_plans | survey_plans)
def test_of_what_can_be_seen(asked: CrimePlan | SurveyPlan) -> None:
    found = plan(asked)
    assert_readable(found)
    assert_readable(tell_detectable(found, asked))
    chances = [each.chance for each in found.changes if each.chance is not None]
    assert all(0 <= chance <= 1 for chance in chances)
    assert (found.if_unchanged is None) is (asked.direction is not Direction.MAINTAIN)


@CALM
@given(*(st.lists(st.floats(0, 100), min_size=3, max_size=3).map(sorted) for _ in range(2)))
def test_of_published_changes(before: list[float], after: list[float]) -> None:
    shares = [PublishedShare(low=low, value=value, high=high) for low, value, high in (before, after)]
    assert_readable(published_change(*shares))
