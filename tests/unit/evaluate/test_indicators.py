"""A goal with several measures: never an average, and reports are heard together with the survey of the same thing."""

import pytest

from etl.evaluate.crime_goal import judge_crime
from etl.evaluate.indicators import IndicatorVerdict, combine_goal
from etl.evaluate.survey_goal import judge_survey
from etl.evaluate.verdict import Direction, Judgement, Reason, Verdict, undecidable
from tests.unit.evaluate.factories import crime, survey

MET, ON_TRACK, NOT_MET, GREY = Verdict.MET, Verdict.ON_TRACK, Verdict.NOT_MET, Verdict.UNDECIDABLE
DAMAGE = ("skadegörelse", "Bara", None)
MORE_REPORTS, FEWER_REPORTS = judge_crime(crime(x1=308)), judge_crime(crime(x1=60))
NO_REPORTS = judge_crime(crime(x0=None, x1=None))


def told(before: float, after: float, n: float | None = 500) -> Judgement:
    return judge_survey(survey(before, after, n=n, direction=Direction.DECREASE))


FEWER_EXPOSED, MORE_EXPOSED, UNCLEAR, NO_CHANGE = told(0.15, 0.08), told(0.08, 0.15), told(0.15, 0.13), told(0.1, 0.1)
WITHOUT_N = told(0.15, 0.08, n=None)


def judged(verdict: Verdict) -> IndicatorVerdict:
    return IndicatorVerdict(judgement=Judgement(verdict=verdict, reason_code=Reason.DONE))


def reports(judgement: Judgement, *, primary: bool = True) -> IndicatorVerdict:
    return IndicatorVerdict(judgement=judgement, exposure=DAMAGE, primary=primary)


def exposure(judgement: Judgement, of: object = DAMAGE) -> IndicatorVerdict:
    return IndicatorVerdict(judgement=judgement, exposure=of, is_survey=True)


@pytest.mark.parametrize(
    ("verdicts", "together"),
    [
        ([MET, MET], MET),
        ([MET, NOT_MET], NOT_MET),
        ([MET, GREY], GREY),
        ([ON_TRACK, GREY], GREY),
        ([MET, ON_TRACK], ON_TRACK),
        ([NOT_MET, GREY], NOT_MET),
    ],
)
def test_all_must_be_met_and_one_is_enough_to_fail(verdicts: list[Verdict], together: Verdict) -> None:
    found = combine_goal([judged(verdict) for verdict in verdicts])
    assert (found.judgement.verdict, found.deciding, found.needs_caution) == (together, (0, 1), False)
    assert combine_goal([judged(verdict) for verdict in reversed(verdicts)]).judgement.verdict is together


@pytest.mark.parametrize(
    ("reported", "survey_says", "verdict"),
    [
        (MORE_REPORTS, FEWER_EXPOSED, GREY),
        (FEWER_REPORTS, MORE_EXPOSED, GREY),
        (FEWER_REPORTS, FEWER_EXPOSED, MET),
        (FEWER_REPORTS, UNCLEAR, MET),
        (FEWER_REPORTS, NO_CHANGE, MET),
        (FEWER_REPORTS, WITHOUT_N, MET),
        (MORE_REPORTS, MORE_EXPOSED, NOT_MET),
        (MORE_REPORTS, WITHOUT_N, NOT_MET),
    ],
)
def test_the_reports_stand_unless_the_survey_clearly_points_the_other_way(
    reported: Judgement, survey_says: Judgement, verdict: Verdict
) -> None:
    found = combine_goal([reports(reported), exposure(survey_says)])
    assert (found.judgement.verdict, found.deciding, found.needs_caution) == (verdict, (0,), True)
    assert (found.judgement.reason_code is Reason.REPORTING_EFFECT) is (verdict is GREY)


def test_where_the_reports_cannot_be_judged_the_survey_speaks_for_itself() -> None:
    found = combine_goal([reports(NO_REPORTS), exposure(MORE_EXPOSED)])
    assert (found.judgement.verdict, found.deciding, found.needs_caution) == (NOT_MET, (0, 1), True)
    assert combine_goal([reports(NO_REPORTS), exposure(FEWER_EXPOSED)]).judgement.verdict is GREY


def test_a_survey_of_another_exposure_is_a_measure_of_its_own() -> None:
    found = combine_goal([reports(MORE_REPORTS), exposure(FEWER_EXPOSED, of=("brott av alla slag", "Bara", None))])
    assert (found.judgement.verdict, found.deciding, found.needs_caution) == (NOT_MET, (0, 1), True)


def test_a_survey_of_those_who_were_spared_is_read_the_other_way() -> None:
    spared = IndicatorVerdict(
        judgement=judge_survey(survey(0.79, 0.88)), exposure=DAMAGE, is_survey=True, counts_exposed=False
    )
    assert combine_goal([reports(MORE_REPORTS), spared]).judgement.reason_code is Reason.REPORTING_EFFECT
    assert combine_goal([reports(FEWER_REPORTS), spared]).judgement.verdict is MET


def test_a_contradiction_is_said_even_when_another_measure_is_undecided_too() -> None:
    other = IndicatorVerdict(judgement=undecidable(Reason.NO_DATA))
    found = combine_goal([other, reports(MORE_REPORTS), exposure(FEWER_EXPOSED)])
    assert found.judgement.reason_code is Reason.REPORTING_EFFECT
    failed = combine_goal([judged(NOT_MET), reports(MORE_REPORTS), exposure(FEWER_EXPOSED)])
    assert failed.judgement.verdict is NOT_MET


def test_secondary_measures_are_shown_but_do_not_decide() -> None:
    found = combine_goal([judged(MET), IndicatorVerdict(judgement=MORE_REPORTS, primary=False)])
    assert (found.judgement.verdict, found.deciding) == (MET, (0,))
    beside = combine_goal([reports(MORE_REPORTS, primary=False), exposure(FEWER_EXPOSED)])
    assert (beside.judgement.verdict, beside.deciding, beside.needs_caution) == (MET, (1,), False)


def test_nothing_to_put_together_is_undecidable() -> None:
    assert combine_goal([]).judgement.reason_code is Reason.NO_MEASURE
    secondary = IndicatorVerdict(judgement=MORE_REPORTS, primary=False)
    assert combine_goal([secondary]).judgement.reason_code is Reason.NO_PRIMARY
