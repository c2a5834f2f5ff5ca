"""Words and numbers point the same way: "färre" only of what fell, "ökade" only of what rose, in every form."""

import re
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.contexts import SurveyContext, Told
from etl.evaluate.crime_goal import judge_crime
from etl.evaluate.sentences import tell_crime, tell_survey
from etl.evaluate.survey_goal import SurveyEvidence, judge_survey
from etl.evaluate.verdict import Direction, Judgement
from tests.unit.evaluate.contexts import crime_context, survey_context
from tests.unit.evaluate.factories import crime, survey
from tests.unit.evaluate.strategies import CALM, GREEN, crimes, surveys

UP = {"fler", "ökade", "ökningen", "öka"}
DOWN = {"färre", "minskade", "minskningen", "minska"}
# What was promised ("minst 20 procent färre", "den utlovade minskningen") is no statement about what happened.
_COUNTED = re.compile(r"(?P<promised>minst )?(?:[\d\u00a0]+|knappt 1) procent (?P<way>fler|färre)")
_HAPPENED = re.compile(
    r"(?:blev|är hittills) (?P<way>fler|färre)(?! eller)|ser ut att (?P<leaning>öka|minska)\b", re.IGNORECASE
)
_MOVED = re.compile(r"(?<!utlovade )\b(?P<way>ökade|minskade|ökningen|minskningen)\b", re.IGNORECASE)
_PEOPLE = re.compile(r"^(?P<way>Fler|Färre) ")


def texts(told: Told) -> tuple[str, ...]:
    return told.sentence, told.claim, told.headline, told.alt, told.short, told.easy, told.report


def ways(found: Iterator[re.Match[str]]) -> set[str]:
    """The directions that were stated, without those that were only promised."""
    said = set()
    for match in found:
        groups = match.groupdict()
        if not groups.get("promised"):
            said.add(str(groups.get("way") or groups.get("leaning")).lower())
    return said


def said_of_crimes(told: Told) -> set[str]:
    return {way for text in texts(told) for pattern in (_COUNTED, _HAPPENED) for way in ways(pattern.finditer(text))}


def said_of_shares(told: Told) -> set[str]:
    return ways(_PEOPLE.finditer(told.claim)) | {way for text in texts(told) for way in ways(_MOVED.finditer(text))}


def assert_points(said: set[str], change: float) -> None:
    assert said <= UP | DOWN
    assert not (change <= 0 and said & UP), said
    assert not (change >= 0 and said & DOWN), said


def assert_verdict_agrees(judgement: Judgement) -> None:
    """Green is never for a change in the wrong direction."""
    if judgement.verdict in GREEN and judgement.direction is not Direction.MAINTAIN:
        assert judgement.estimate is not None
        assert (judgement.estimate > 0) is (judgement.direction is Direction.INCREASE)


@CALM
@given(crimes)
def test_of_reported_crime(evidence) -> None:  # type: ignore[no-untyped-def]
    judgement = judge_crime(evidence)
    told = tell_crime(judgement, crime_context(evidence.x0, evidence.x1))
    said = said_of_crimes(told)
    assert_verdict_agrees(judgement)
    if judgement.estimate is None:
        assert said == set()
    else:
        assert_points(said, judgement.estimate)


@CALM
@given(st.integers(20, 5000), st.integers(-3, 3), st.sampled_from([0.0, 0.2]), st.sampled_from(Direction))
def test_of_crimes_that_hardly_changed(x0: int, more: int, target: float, direction: Direction) -> None:
    evidence = crime(x0=x0, person_years0=1000.0, x1=x0 + more, person_years1=1000.0, phi=1.0, tau=0.0)
    evidence = crime(**(evidence.__dict__ | {"target_ratio": target, "direction": direction}))
    judgement = judge_crime(evidence)
    told = tell_crime(judgement, crime_context(evidence.x0, evidence.x1))
    assert judgement.estimate is not None
    assert_points(said_of_crimes(told), judgement.estimate)


def told_of(evidence: SurveyEvidence) -> tuple[Judgement, SurveyContext, Told]:
    judgement = judge_survey(evidence)
    values = [None if share is None else 100 * share for share in (evidence.p0, evidence.p1)]
    context = survey_context(*values, high_is_good=evidence.high_is_good)
    return judgement, context, tell_survey(judgement, context)


@CALM
@given(surveys)
def test_of_survey_shares(evidence: SurveyEvidence) -> None:
    judgement, context, told = told_of(evidence)
    said = said_of_shares(told)
    assert_verdict_agrees(judgement)
    if context.value0 is None or context.value1 is None:
        assert said == set()
    else:
        assert_points(said, context.value1 - context.value0)


@CALM
@given(st.integers(0, 1000), st.integers(-3, 3), st.integers(30, 9000), st.sampled_from([0.0, 0.05]), surveys)
def test_of_shares_that_hardly_changed(
    thousandths: int, more: int, n: int, target: float, other: SurveyEvidence
) -> None:
    p1 = min(1000, max(0, thousandths + more)) / 1000
    _, context, told = told_of(survey(thousandths / 1000, p1, n, target=target, direction=other.direction))
    assert context.value0 is not None
    assert context.value1 is not None
    assert_points(said_of_shares(told), context.value1 - context.value0)


def test_what_is_looked_for_is_found() -> None:
    """A search that finds nothing would agree with everything."""
    told = tell_crime(judge_crime(crime()), crime_context())
    assert said_of_crimes(told) == {"fler"}
    assert said_of_shares(told_of(survey(0.5, 0.7, 900))[2]) == {"ökade", "ökningen", "fler"}
