"""Verdicts put together."""

import pytest

from etl.evaluate.crime_goal import judge_crime
from etl.evaluate.promise import Part, combine, combine_indicators, reporting_effect
from etl.evaluate.survey_goal import judge_survey
from etl.evaluate.verdict import Direction, Judgement, Reason, Verdict, undecidable
from tests.unit.evaluate.factories import crime, survey

MET, ON_TRACK, NOT_MET, GREY = Verdict.MET, Verdict.ON_TRACK, Verdict.NOT_MET, Verdict.UNDECIDABLE


def judged(verdict: Verdict, reason: Reason = Reason.DONE) -> Judgement:
    return Judgement(verdict=verdict, reason_code=reason)


@pytest.mark.parametrize(
    ("verdicts", "together"),
    [
        ([MET, MET], MET),
        ([MET, ON_TRACK], ON_TRACK),
        ([MET, ON_TRACK, GREY], GREY),
        ([MET, GREY], GREY),
        ([MET, ON_TRACK, GREY, NOT_MET], NOT_MET),
    ],
)
def test_the_weakest_decides(verdicts: list[Verdict], together: Verdict) -> None:
    assert combine([Part(judgement=judged(verdict)) for verdict in verdicts]).verdict is together
    assert combine_indicators([judged(verdict) for verdict in reversed(verdicts)]).verdict is together


def test_secondary_and_descriptive_parts_are_left_out() -> None:
    parts = [
        Part(judgement=judged(MET)),
        Part(judgement=judged(NOT_MET), primary=False),
        Part(judgement=judged(GREY), countable=False),
    ]
    assert combine(parts).verdict is MET


def test_nothing_to_count_is_undecidable() -> None:
    assert combine([]).reason_code is Reason.NO_PARTS
    assert combine([Part(judgement=judged(MET), countable=False)]).reason_code is Reason.NO_PARTS
    assert combine([Part(judgement=judged(MET), primary=False)]).reason_code is Reason.NO_PRIMARY
    assert combine_indicators([]).verdict is GREY


def test_a_reason_shared_by_all_is_kept() -> None:
    log = undecidable(Reason.NO_ACTIVITY_LOG)
    assert combine_indicators([log, log]).reason_code is Reason.NO_ACTIVITY_LOG
    assert combine_indicators([log, judged(MET)]).reason_code is Reason.PART_UNDECIDED
    assert combine_indicators([log, undecidable(Reason.NO_DATA)]).reason_code is Reason.PART_UNDECIDED


MORE_REPORTS, FEWER_REPORTS = judge_crime(crime(x1=308)), judge_crime(crime(x1=60))
FEWER_EXPOSED = judge_survey(survey(0.15, 0.08, direction=Direction.DECREASE))
MORE_EXPOSED = judge_survey(survey(0.08, 0.15, direction=Direction.DECREASE))
UNCLEAR = judge_survey(survey(0.11, 0.11, direction=Direction.DECREASE))
WITHOUT_N = judge_survey(survey(0.15, 0.08, n=None, direction=Direction.DECREASE))


@pytest.mark.parametrize(
    ("reports", "other", "verdict"),
    [
        (MORE_REPORTS, FEWER_EXPOSED, GREY),
        (FEWER_REPORTS, MORE_EXPOSED, GREY),
        (MORE_REPORTS, MORE_EXPOSED, NOT_MET),
        (FEWER_REPORTS, FEWER_EXPOSED, MET),
        (MORE_REPORTS, UNCLEAR, NOT_MET),
        (MORE_REPORTS, WITHOUT_N, NOT_MET),
        (MORE_REPORTS, None, NOT_MET),
    ],
)
def test_reports_against_survey(reports: Judgement, other: Judgement | None, verdict: Verdict) -> None:
    found = reporting_effect(reports, other, same_exposure=True)
    assert found.verdict is verdict
    if verdict is GREY:
        assert found.reason_code is Reason.REPORTING_EFFECT
        assert found.estimate == reports.estimate


def test_another_exposure_changes_nothing() -> None:
    assert reporting_effect(MORE_REPORTS, FEWER_EXPOSED, same_exposure=False) is MORE_REPORTS


def test_a_survey_of_those_not_exposed_is_read_the_other_way() -> None:
    spared = judge_survey(survey(0.79, 0.88))
    found = reporting_effect(MORE_REPORTS, spared, same_exposure=True, survey_is_exposure=False)
    assert found.verdict is GREY
    assert reporting_effect(MORE_REPORTS, spared, same_exposure=True).verdict is NOT_MET
