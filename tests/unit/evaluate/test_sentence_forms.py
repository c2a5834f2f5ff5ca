"""One judgement, six forms: sentence, display, alt text, chart title, easy-read and report say the same."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.contexts import CountContext, RecurringContext, Told
from etl.evaluate.count_goal import CountEvidence, judge_count
from etl.evaluate.crime_goal import judge_crime
from etl.evaluate.numbers_sv import in_words
from etl.evaluate.promise import Part, combine
from etl.evaluate.recurring import RecurringEvidence, judge_recurring
from etl.evaluate.sentences import (
    PartLine,
    tell_commitments,
    tell_count,
    tell_crime,
    tell_goals,
    tell_recurring,
    tell_survey,
    tell_unmeasured,
)
from etl.evaluate.sentences_shared import EASY_REASONS
from etl.evaluate.survey_goal import judge_survey
from etl.evaluate.verdict import Judgement, Reason, Verdict, undecidable
from etl.evaluate.wording import _BRIEF_WHO, _CRIMES, _WHO, who
from tests.unit.evaluate.contexts import crime_context, survey_context, years
from tests.unit.evaluate.factories import crime
from tests.unit.evaluate.one_voice import (
    SAID,
    assert_only_facts,
    assert_reason_is_said,
    assert_well_formed,
    days,
    numbers_in,
)
from tests.unit.evaluate.strategies import CALM, crimes, surveys
from tests.unit.evaluate.test_properties import counts, recurrings

MONTHS = [
    (date(2017, 1, 1), date(2017, 12, 31)),
    (date(2017, 1, 1), date(2017, 10, 31)),
    (date(2017, 1, 1), date(2017, 6, 30)),
    (date(2017, 1, 1), date(2018, 12, 31)),
    (date(2017, 3, 1), date(2018, 2, 28)),
]
PLACES = st.sampled_from(["Svedala kommun", "Ö", "Södra delen av centrala Exempelköping"])
UNITS = st.sampled_from(
    ["timmar", "uppstartsmöten för grannsamverkan", "dialoger", "besök", "okända ting", "områden med dialog"]
)
crime_contexts = st.builds(
    crime_context,
    crime=st.sampled_from([*sorted(_CRIMES), "brott:okänt"]),
    crime_name=st.sampled_from(["", "Häleri och penningtvätt av mycket grov art"]),
    place=PLACES,
    baseline=st.sampled_from([years(2015, 2016), years(2016, 2016), (date(2014, 4, 1), date(2016, 3, 31))]),
    followup=st.sampled_from(MONTHS),
    rate0=st.none() | st.floats(0, 500),
    rate1=st.none() | st.floats(0, 500),
    preliminary=st.booleans(),
)
survey_contexts = st.builds(
    survey_context,
    indicator=st.sampled_from([*sorted(_WHO), "enkat:okänd"]),
    place=PLACES,
    wave0=st.sampled_from(["2016", "våren 2016"]),
    group=st.sampled_from(["", "kvinnor"]),
    instrument=st.sampled_from(["", "Polisens trygghetsmätning", "NTU"]),
    high_is_good=st.booleans(),
    assumed_deff=st.booleans(),
)
ANY_CRIME = (95, 100, 1000, 10, 5, 2, 6)
"""In any text about crime: 95 procent, 100 brott, per 1 000, tio gånger, mer än 5 procent, två år, sex månader."""
ANY_SURVEY = (95, 100, 3, 1.3)
ANY_COUNT = (80, 45, 4)


def crime_facts(judgement: Judgement, context) -> list[float | None]:  # type: ignore[no-untyped-def]
    estimate = judgement.estimate
    rounded = None if estimate is None else 100 + float(f"{abs(estimate) + 1e-9:.0f}") * (1 if estimate > 0 else -1)
    months = [1 + i for i in range(12)]
    return [
        *ANY_CRIME, estimate, judgement.low, judgement.high, judgement.target, judgement.phi, judgement.tau,
        rounded,
        context.x0, context.x1, context.rate0, context.rate1, *(context.chart_years or ()), *months,
        *days(context.baseline, context.followup), None if estimate is None else 100 + estimate,
    ]  # fmt: skip


def survey_facts(judgement: Judgement, context) -> list[float | None]:  # type: ignore[no-untyped-def]
    return [
        *ANY_SURVEY, judgement.estimate, judgement.low, judgement.high, judgement.target, judgement.n0, judgement.n1,
        context.value0, context.value1, 2016, 2017,
    ]  # fmt: skip


def count_facts(judgement: Judgement) -> list[float | None]:
    forecast = judgement.forecast
    near = [] if forecast is None else [forecast, 10 * round(forecast / 10), int(forecast), int(forecast) + 1]
    return [
        *ANY_COUNT, judgement.done, judgement.target, judgement.forecast_low, judgement.forecast_high, *near,
        judgement.needed_per_week, judgement.mean_per_week, judgement.rows_without_hours,
        *days(years(2017, 2017), date(2017, 3, 31)),
    ]  # fmt: skip


def assert_same_way(judgement: Judgement, told: Told) -> None:
    """Fewer is never called more, and no form contradicts the verdict."""
    texts = (told.sentence, told.short, told.easy, told.report, told.claim)
    if judgement.estimate and judgement.target is None:
        wrong = "färre" if judgement.estimate > 0 else "fler"
        assert not any(f"procent {wrong}" in text for text in texts), texts
    if judgement.decided:
        assert not any(re.search(r"går inte att (säga|avgöra|bedöma)", text) for text in texts), texts
    if judgement.verdict is Verdict.NOT_MET:
        assert "Målet är nått" not in told.easy
    if judgement.verdict in (Verdict.MET, Verdict.ON_TRACK):
        assert not re.search("[Mm]ålet är inte nått|räcker inte|inte nått", " ".join(texts))


@CALM
@given(crimes, crime_contexts)
def test_crime_says_the_same_in_every_form(evidence, context) -> None:  # type: ignore[no-untyped-def]
    judgement = judge_crime(evidence)
    context = replace(context, x0=evidence.x0, x1=evidence.x1)
    told = tell_crime(judgement, context)
    assert_well_formed(told)
    assert_only_facts(told, crime_facts(judgement, context))
    assert_same_way(judgement, told)
    if not judgement.decided:
        assert_reason_is_said(told, judgement.reason_code)


@CALM
@given(surveys, survey_contexts, st.booleans())
def test_surveys_say_the_same_in_every_form(evidence, context, unpublished: bool) -> None:  # type: ignore[no-untyped-def]
    evidence = replace(evidence, published_without_n=unpublished)
    judgement = judge_survey(evidence)
    values = [None if p is None else 100 * p for p in (evidence.p0, evidence.p1)]
    context = replace(context, value0=values[0], value1=values[1])
    told = tell_survey(judgement, context)
    assert_well_formed(told)
    assert_only_facts(told, survey_facts(judgement, context))
    assert_same_way(judgement, told)
    if not judgement.decided:
        assert_reason_is_said(told, judgement.reason_code)
    if judgement.reason_code is Reason.TOO_FEW_ANSWERS:
        assert numbers_in(told.short + told.easy + told.report + told.alt + told.claim) == []


@CALM
@given(counts, UNITS, st.booleans(), st.sampled_from([None, date(2017, 3, 31)]))
def test_counts_say_the_same_in_every_form(evidence: CountEvidence, unit: str, areas: bool, last: date | None) -> None:
    judgement = judge_count(evidence)
    told = tell_count(
        judgement, CountContext(unit=unit, distinct_areas=areas, last_report=last, period=years(2017, 2017))
    )
    assert_well_formed(told)
    assert_only_facts(told, count_facts(judgement))
    if not judgement.decided:
        assert_reason_is_said(told, judgement.reason_code)


@CALM
@given(recurrings(), st.sampled_from(["vecka", "månad", "kvartal", "halvår", "år"]), UNITS, st.integers(1, 14))
def test_returning_commitments_say_the_same_in_every_form(
    evidence: RecurringEvidence, interval: str, unit: str, often: int
) -> None:
    judgement = judge_recurring(evidence)
    told = tell_recurring(
        judgement, RecurringContext(interval=interval, per_period=often, unit=unit, period=years(2017, 2017))
    )
    assert_well_formed(told)
    known = (judgement.periods_kept, judgement.periods_closed, judgement.periods_total)
    more = (judgement.periods_needed, judgement.periods_unknown, often, 3, 6)
    assert_only_facts(told, [*known, *more, *days(years(2017, 2017))])
    if not judgement.decided:
        assert_reason_is_said(told, judgement.reason_code)


parts_of_promise = st.lists(
    st.tuples(st.one_of(crimes.map(judge_crime), surveys.map(judge_survey), counts.map(judge_count)), st.booleans()),
    max_size=14,
)


@CALM
@given(parts_of_promise, st.integers(0, 5))
def test_a_promise_says_the_same_in_every_form(parts: list[tuple[Judgement, bool]], descriptive: int) -> None:
    claim = "Anmälda skadegörelser blev fler under löftesåret"
    lines = [PartLine(verdict=j.verdict, claim=claim, reason_code=j.reason_code, primary=p) for j, p in parts]
    goals = combine([Part(judgement=judgement, primary=primary) for judgement, primary in parts])
    commitments = combine([Part(judgement=judgement) for judgement, _ in parts])
    all_primary = [replace(line, primary=True) for line in lines]
    done = tell_commitments(commitments, all_primary, total=len(parts) + descriptive)
    for judgement, told in ((goals, tell_goals(goals, lines)), (commitments, done)):
        assert_well_formed(told)
        assert_only_facts(told, [*range(len(parts) + descriptive + 1), 45, 6, 4, 2])
        if not judgement.decided:
            assert_reason_is_said(told, judgement.reason_code)


@pytest.mark.parametrize("reason", [Reason.NO_MEASURE, Reason.PAUSED, Reason.CONDITIONAL, Reason.PERIOD_MISSING])
def test_a_goal_in_words_is_quoted(reason: Reason) -> None:
    told = tell_unmeasured(undecidable(reason), "Hälsan ska bli mer jämlik. Löftet anger inget mått.")
    assert_well_formed(told)
    assert_reason_is_said(told, reason)
    assert "”Hälsan ska bli mer jämlik”" in told.sentence
    assert told.claim == "Hälsan ska bli mer jämlik"


GREY = [reason for reason in Reason if reason in SAID]


@pytest.mark.parametrize("reason", GREY)
def test_every_reason_has_everyday_words(reason: Reason) -> None:
    words = " ".join(EASY_REASONS[reason])
    assert re.search(SAID[reason], words)
    assert not [sentence for sentence in words.split(". ") if len(sentence.split(" ")) > 15]


def test_no_undecided_reason_is_forgotten() -> None:
    """A new reason in the rules must get everyday words before it can reach a reader."""
    assert set(EASY_REASONS) == set(SAID)
    decided = {"improved", "maintained", "towards_goal", "worsened", "no_improvement", "done", "not_done", "on_pace"}
    decided |= {"behind_pace", "all_met", "all_on_track", "some_not_met"}
    assert {reason.value for reason in Reason} - decided == {reason.value for reason in SAID}


def test_brief_words_are_for_questions_that_have_full_ones() -> None:
    for key, brief in _BRIEF_WHO.items():
        full = who(key)
        assert full is not None
        assert len(brief.split(" ")) < len(full.split(" "))


def test_small_numbers_are_words_in_running_text() -> None:
    assert [in_words(n) for n in (0, 1, 2, 12, 13, 2.5)] == ["noll", "ett", "två", "tolv", "13", "2,5"]
    assert in_words(1, "en") == "en"


@pytest.mark.parametrize(
    ("x0", "start"),
    [(0, "Inga ofredanden anmäldes"), (1, "Bara ett ofredande anmäldes"), (9, "Bara 9 ofredanden anmäldes")],
)
def test_one_crime_is_not_many(x0: int, start: str) -> None:
    told = tell_crime(judge_crime(crime(x0=x0)), crime_context(x0, 5, crime="brott:ofredande"))
    assert told.sentence.startswith(start)


def test_a_target_reached_but_not_surely_is_not_called_missed() -> None:
    """The estimate lies beyond the target, but more than 5 % beyond is ruled out: red, without saying "mindre"."""
    many = {"x0": 403000, "person_years0": 4.0e6, "person_years1": 2.0e6, "phi": 1.0, "tau": 0.001}
    evidence = crime(**many, x1=160900, target_ratio=0.2)
    judgement = judge_crime(evidence)
    assert (judgement.verdict, judgement.reason_code) == (Verdict.NOT_MET, Reason.NO_IMPROVEMENT)
    told = tell_crime(judgement, crime_context(evidence.x0, evidence.x1))
    assert told.claim == "Anmälda skadegörelser blev färre, men målet är inte säkert nått"
    assert told.headline == "Ej uppfyllt: det är inte säkerställt att målet är nått"
    assert told.short.endswith("men målet är inte säkert nått.")
