"""The goal rule, case by case, against the reference statuses computed in R."""

import csv
import json
from typing import Any

import pytest

from etl.evaluate.count_goal import CountEvidence, judge_count
from etl.evaluate.crime_goal import CrimeEvidence, judge_crime
from etl.evaluate.headline import verdict_words
from etl.evaluate.recurring import RecurringEvidence, judge_recurring
from etl.evaluate.survey_goal import SurveyEvidence, judge_survey
from etl.evaluate.verdict import Direction, State
from tests.support import shared_path

MET, ON_TRACK, NOT_MET, GREY = "Uppfyllt", "På väg", "Ej uppfyllt", "Går inte att avgöra"

# id, x0, person-years, months, x1, person-years, months, phi, tau, target, open, definition changed
CRIME = [
    ("c1", 435, 42808, 36, 80, 14438, 12, 2.4, 0.1, 0, 0, 0, MET),
    ("c2", 435, 42808, 36, 105, 14438, 12, 2.4, 0.1, 0, 0, 0, GREY),
    ("c3", 435, 42808, 36, 105, 14438, 12, 2.4, 0.1, 0, 1, 0, ON_TRACK),
    ("c4", 435, 42808, 36, 190, 14438, 12, 2.4, 0.1, 0, 0, 0, NOT_MET),
    ("c5", 12, 42808, 36, 1, 14438, 12, 1, 0.1, 0, 0, 0, GREY),
    ("c6", 435, 42808, 36, 80, 14438, 12, 2.4, 0.1, 0, 0, 1, GREY),
]
CRIME_LIMITS = {
    "c1": (0.54527882201, 0.22102166118, 0.35357752497, 0.84091598797, 0.45272312735, 0.65675680293),
    "c2": (0.71567845389, 0.20422467424, 0.47960266175, 1.0679583126, 0.60265877468, 0.849893291),
    "c3": (0.71567845389, 0.20422467424, 0.47960266175, 1.0679583126, 0.60265877468, 0.849893291),
    "c4": (1.2950372023, 0.17743211, 0.91464330259, 1.8336343256, 1.1153952106, 1.5036117596),
}
# id, p0, n_eff, p1, n_eff, direction, target, open, question changed
SURVEY = [
    ("s1", 0.54, 210, 0.67, 215, "oka", 0, 0, 0, MET),
    ("s2", 0.54, 210, 0.60, 215, "oka", 0, 0, 0, GREY),
    ("s3", 0.54, 210, 0.60, 215, "oka", 0, 1, 0, ON_TRACK),
    ("s4", 0.54, 210, 0.47, 215, "oka", 0, 0, 0, NOT_MET),
    ("s5", 0.12, 210, 0.11, 215, "minska", 0, 0, 0, GREY),
    ("s6", 0.54, 22, 0.70, 30, "oka", 0, 0, 0, GREY),
]
SURVEY_LIMITS = {
    "s1": (0.13, 0.037056740608, 0.2199221041, 0.090199988045, 0.16923524616),
    "s2": (0.06, -0.03388439622, 0.15246829997, 0.019576687593, 0.10015857117),
    "s3": (0.06, -0.03388439622, 0.15246829997, 0.019576687593, 0.10015857117),
    "s4": (-0.07, -0.16311718671, 0.024879480304, -0.11049267599, -0.029177586166),
    "s5": (-0.01, -0.071879324071, 0.051447670864, -0.036176631871, 0.016092211235),
}
# id, goal, done, open, complete, elapsed, days since report, planned, weeks, weeks left, mean, sd
ACTIVITY = [
    ("a1", 2200, 928, 1, 1, 0.42, 1, 0, 21, 30.57, 42.76, 6.70, ON_TRACK),
    ("a2", 2200, 700, 1, 1, 0.42, 1, 0, 21, 30.57, 33, 7, NOT_MET),
    ("a3", 2200, 2250, 1, 1, 0.97, 1, 0, 50, 1, 44, 7, MET),
    ("a4", 2200, 2100, 0, 1, 1, 1, 0, 52, 0, 41, 7, NOT_MET),
    ("a5", 2, 0, 1, 1, 0.7, 10, 0, 0, 0, 0, 0, NOT_MET),
    ("a6", 2, 1, 1, 1, 0.7, 10, 0, 0, 0, 0, 0, ON_TRACK),
    ("a7", 2200, 100, 1, 1, 0.05, 1, 0, 2, 49, 40, 7, GREY),
]
# id: forecast with its 80 % limits, and done over what the elapsed share asks for
FORECASTS = {
    "a1": (2235.1732, 2160.777552859, 2309.568847141, 1.0043290043),
    "a2": (1708.81, 1631.0832044796, 1786.5367955204, 0.75757575758),
}
SO_FAR = ("a2", "a5")
"""Not met in a period that is still open: "Ej uppfyllt (hittills)"."""
# id, sub-periods, closed, kept, unknown, current on plan, tolerance
RECURRING = [
    ("r1", 2, 2, 2, 0, 1, "", MET, 2),
    ("r2", 2, 1, 0, 0, 1, "", NOT_MET, 2),
    ("r3", 2, 0, 0, 0, 1, "", ON_TRACK, 2),
    ("r4", 50, 10, 10, 0, 1, "", ON_TRACK, 45),
    ("r5", 50, 50, 43, 0, 1, "", NOT_MET, 45),
    ("r6", 4, 4, 3, 1, 1, "", GREY, 4),
]


def crime_evidence(case: Any) -> CrimeEvidence:
    x0, py0, m0, x1, py1, m1, phi, tau, target, is_open, changed = (float(value) for value in case)
    return CrimeEvidence(
        x0=int(x0), person_years0=py0, months0=int(m0), x1=int(x1), person_years1=py1, months1=int(m1),
        phi=phi, phi_assumed=False, tau=tau, target_ratio=target, open_period=bool(is_open),
        definition_changed=bool(changed),
    )  # fmt: skip


def survey_evidence(case: Any) -> SurveyEvidence:
    p0, neff0, p1, neff1, direction, target, is_open, changed = case
    return SurveyEvidence(
        p0=float(p0), neff0=float(neff0), n0=None, p1=float(p1), neff1=float(neff1), n1=None,
        direction=Direction.INCREASE if direction == "oka" else Direction.DECREASE, target=float(target),
        open_period=bool(int(is_open)), instrument_changed=bool(int(changed)),
    )  # fmt: skip


def count_evidence(case: Any) -> CountEvidence:
    goal, done, is_open, complete, elapsed, silent, planned, weeks, left, mean, sd = (float(v) for v in case)
    return CountEvidence(
        target=goal, done=done, state=State.ONGOING if is_open else State.CLOSED, has_log=True,
        reporting_complete=bool(complete), elapsed=elapsed, days_since_report=int(silent), planned=planned,
        weeks=int(weeks), weeks_left=left, mean_week=mean, sd_week=sd, expected_now=goal * elapsed,
    )  # fmt: skip


def recurring_evidence(case: Any) -> RecurringEvidence:
    total, closed, kept, unknown, current_ok, tolerance = case
    return RecurringEvidence(
        total=int(total), closed=int(closed), kept=int(kept), unknown=int(unknown),
        current_ok=bool(int(current_ok)), tolerance=float(tolerance) if tolerance else None,
    )  # fmt: skip


@pytest.mark.parametrize("case", CRIME, ids=lambda case: case[0])
def test_crime(case: Any) -> None:
    judgement = judge_crime(crime_evidence(case[1:-1]))
    assert judgement.verdict == case[-1]
    if case[0] in CRIME_LIMITS:
        ratio, log_se, low, high, low60, high60 = CRIME_LIMITS[case[0]]
        assert judgement.rate_ratio == pytest.approx(ratio, rel=1e-6)
        assert judgement.log_se == pytest.approx(log_se, rel=1e-6)
        shown = (judgement.low, judgement.high, judgement.low60, judgement.high60)
        assert shown == pytest.approx([100 * (r - 1) for r in (low, high, low60, high60)], abs=1e-4)


@pytest.mark.parametrize("case", SURVEY, ids=lambda case: case[0])
def test_survey(case: Any) -> None:
    judgement = judge_survey(survey_evidence(case[1:-1]))
    assert judgement.verdict == case[-1]
    if case[0] in SURVEY_LIMITS:
        shown = (judgement.estimate, judgement.low, judgement.high, judgement.low60, judgement.high60)
        assert shown == pytest.approx([100 * value for value in SURVEY_LIMITS[case[0]]], abs=1e-6)


@pytest.mark.parametrize("case", ACTIVITY, ids=lambda case: case[0])
def test_activity(case: Any) -> None:
    judgement = judge_count(count_evidence(case[1:-1]))
    assert judgement.verdict == case[-1]
    assert (verdict_words(judgement) == "Ej uppfyllt (hittills)") is (case[0] in SO_FAR)
    if case[0] in FORECASTS:
        assert judgement.done
        assert judgement.expected_now
        pace = judgement.done / judgement.expected_now
        shown = (judgement.forecast, judgement.forecast_low, judgement.forecast_high, pace)
        assert shown == pytest.approx(FORECASTS[case[0]], rel=1e-6)


@pytest.mark.parametrize("case", RECURRING, ids=lambda case: case[0])
def test_recurring(case: Any) -> None:
    judgement = judge_recurring(recurring_evidence(case[1:-2]))
    assert (judgement.verdict, judgement.periods_needed) == case[-2:]


def test_every_limit_that_was_typed_in_belongs_to_a_case() -> None:
    assert set(CRIME_LIMITS) == {case[0] for case in CRIME} - {"c5", "c6"}
    assert set(SURVEY_LIMITS) == {case[0] for case in SURVEY} - {"s6"}


@pytest.mark.parametrize(
    ("kind", "evidence", "judge"),
    [
        ("crime", crime_evidence, judge_crime),
        ("survey", survey_evidence, judge_survey),
        ("activity", count_evidence, judge_count),
        ("recurring", recurring_evidence, judge_recurring),
    ],
)
def test_the_reference_files_say_the_same(kind: str, evidence: Any, judge: Any) -> None:
    folder = shared_path("reference/stats")
    expected = json.loads((folder / "expected" / "decisions.json").read_text("utf-8"))[kind]
    with (folder / "data" / f"decide_{kind}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    by_kind: dict[str, list[Any]] = {
        "crime": CRIME, "survey": SURVEY, "activity": ACTIVITY, "recurring": RECURRING,
    }  # fmt: skip
    typed = by_kind[kind]
    got = {row["id"]: judge(evidence(list(row.values())[1:])).verdict.value for row in rows}
    assert got == {case: answer["status"] for case, answer in expected.items()}
    assert [case[0] for case in typed] == list(expected)
    for case in typed:
        assert reference_numbers(kind, case) == pytest.approx(numbers_of(expected[case[0]]), rel=1e-6)


def numbers_of(answer: dict[str, Any]) -> list[float]:
    """Every number of one expected answer, in the order of the file."""
    found: list[float] = []
    for value in answer.values():
        if isinstance(value, list):
            found += value
        elif isinstance(value, int | float) and not isinstance(value, bool):
            found.append(value)
    return found


def reference_numbers(kind: str, case: Any) -> list[float]:
    """The same numbers as they are typed in above."""
    if kind == "recurring":
        return [case[-1]]
    typed: dict[str, Any] = {"crime": CRIME_LIMITS, "survey": SURVEY_LIMITS, "activity": FORECASTS}
    return list(typed[kind].get(case[0], ()))
