"""Survey goals beyond the reference cases."""

import pytest

from etl.evaluate.survey_goal import judge_survey
from etl.evaluate.verdict import Direction, Leaning, Reason, Verdict
from tests.unit.evaluate.factories import survey


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"p0": None, "p1": None}, Reason.NO_DATA),
        ({"p0": None}, Reason.NO_BASELINE_WAVE),
        ({"p1": None}, Reason.NO_FOLLOWUP_WAVE),
        ({"p0": 1.94, "p1": 1.94, "index_scale": True, "n": None}, Reason.INDEX_NEVER_DECIDES),
        ({"p0": 1.94, "p1": 1.2, "index_scale": True, "n": 2000}, Reason.INDEX_NEVER_DECIDES),
        ({"instrument_changed": True}, Reason.INSTRUMENT_CHANGED),
        ({"p0": 0.40, "p1": 0.48, "n": None}, Reason.N_NOT_PUBLISHED),
        ({"published_without_n": True}, Reason.N_NOT_PUBLISHED),
        ({"n": 29}, Reason.TOO_FEW_ANSWERS),
        ({"n1": 29}, Reason.TOO_FEW_ANSWERS),
        ({"neff0": 29.9}, Reason.TOO_FEW_ANSWERS),
        ({"n": 29, "instrument_changed": True}, Reason.TOO_FEW_ANSWERS),
    ],
)
def test_what_cannot_be_judged_has_no_estimate(changes: dict[str, object], reason: Reason) -> None:
    judgement = judge_survey(survey(**changes))
    assert (judgement.verdict, judgement.reason_code) == (Verdict.UNDECIDABLE, reason)
    assert (judgement.estimate, judgement.low, judgement.high) == (None, None, None)


@pytest.mark.parametrize(
    ("p1", "verdict", "leaning"),
    [
        (0.66, Verdict.MET, Leaning.INCREASE),
        (0.57, Verdict.UNDECIDABLE, Leaning.INCREASE),
        (0.53, Verdict.UNDECIDABLE, None),
        (0.50, Verdict.NOT_MET, Leaning.DECREASE),
        (0.40, Verdict.NOT_MET, Leaning.DECREASE),
    ],
)
def test_more_safety(p1: float, verdict: Verdict, leaning: Leaning | None) -> None:
    judgement = judge_survey(survey(0.53, p1))
    assert (judgement.verdict, judgement.leaning) == (verdict, leaning)
    assert judgement.estimate == pytest.approx(100 * (p1 - 0.53))


def test_an_open_period_is_on_track_at_sixty_per_cent() -> None:
    assert judge_survey(survey(0.53, 0.57, open_period=True)).reason_code is Reason.TOWARDS_GOAL
    assert judge_survey(survey(0.53, 0.66, open_period=True)).verdict is Verdict.ON_TRACK


def test_less_exposure() -> None:
    assert judge_survey(survey(0.11, 0.05, direction=Direction.DECREASE)).verdict is Verdict.MET
    assert judge_survey(survey(0.11, 0.16, direction=Direction.DECREASE)).verdict is Verdict.NOT_MET


def test_red_when_three_points_are_ruled_out() -> None:
    judgement = judge_survey(survey(0.53, 0.53, n=50_000))
    assert (judgement.verdict, judgement.reason_code) == (Verdict.NOT_MET, Reason.NO_IMPROVEMENT)


@pytest.mark.parametrize(
    ("p1", "high_is_good", "verdict"),
    [
        (0.53, True, Verdict.MET),
        (0.47, True, Verdict.NOT_MET),
        (0.47, False, Verdict.MET),
        (0.59, False, Verdict.NOT_MET),
    ],
)
def test_maintaining_follows_what_is_good(p1: float, high_is_good: bool, verdict: Verdict) -> None:
    evidence = survey(0.53, p1, n=4000, direction=Direction.MAINTAIN, high_is_good=high_is_good)
    assert judge_survey(evidence).verdict is verdict


def test_maintaining_on_few_answers_is_undecided() -> None:
    assert judge_survey(survey(0.53, 0.53, n=300, direction=Direction.MAINTAIN)).verdict is Verdict.UNDECIDABLE


def test_a_promised_size_has_to_be_reached() -> None:
    assert judge_survey(survey(0.53, 0.62, target=0.0)).verdict is Verdict.MET
    assert judge_survey(survey(0.53, 0.62, target=0.05)).verdict is Verdict.UNDECIDABLE


@pytest.mark.parametrize("changes", [{"p0": 1.2}, {"p1": -0.1}, {"n": float("nan")}])
def test_evidence_that_cannot_be_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"mellan 0 och 1|noll eller större"):
        survey(**changes)
