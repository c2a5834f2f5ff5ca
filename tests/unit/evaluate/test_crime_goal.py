"""Crime goals beyond the reference cases: Svedala 2017, zero and missing, direction, dispersion."""

import csv
import json
from math import exp, log, sqrt

import pytest

from etl.evaluate.crime_goal import assumed_phi, judge_crime, overdispersion
from etl.evaluate.verdict import Direction, Leaning, Reason, Verdict
from tests.support import shared_path
from tests.unit.evaluate.factories import SVEDALA_SKADEGORELSE, crime

SEASON = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]


def test_svedala_skadegorelse_2017() -> None:
    """403 crimes on 40 971.5 person-years against 308 on 20 922.5, worked out by hand from section 6."""
    judgement = judge_crime(SVEDALA_SKADEGORELSE)
    ratio = (308 / 20922.5) / (403 / 40971.5)
    se = sqrt(2.8 * (1 / 403 + 1 / 308) + 0.1**2 * (12 / 24 + 12 / 12))
    assert judgement.verdict is Verdict.NOT_MET
    assert judgement.reason_code is Reason.WORSENED
    assert judgement.estimate == pytest.approx(49.66, abs=0.005)
    assert judgement.low == pytest.approx(100 * (exp(log(ratio) - 1.959963985 * se) - 1), abs=1e-6)
    assert judgement.high == pytest.approx(100 * (exp(log(ratio) + 1.959963985 * se) - 1), abs=1e-6)
    assert (round(judgement.low or 0), round(judgement.high or 0)) == (6, 111)
    assert (judgement.phi, judgement.phi_assumed, judgement.tau) == (2.8, True, 0.10)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"x0": None, "x1": None}, Reason.NO_DATA),
        ({"x0": None}, Reason.NO_BASELINE),
        ({"x1": None}, Reason.NO_FOLLOWUP),
        ({"definition_changed": True}, Reason.DEFINITION_CHANGED),
        ({"months0": 23}, Reason.BASELINE_TOO_SHORT),
        ({"x0": 19}, Reason.BASE_TOO_SMALL),
        ({"months1": 5}, Reason.FOLLOWUP_TOO_SHORT),
        ({"person_years0": None}, Reason.NO_POPULATION),
        ({"person_years1": 0.0}, Reason.NO_POPULATION),
    ],
)
def test_what_cannot_be_judged_has_no_percentage(changes: dict[str, object], reason: Reason) -> None:
    judgement = judge_crime(crime(**changes))
    assert (judgement.verdict, judgement.reason_code) == (Verdict.UNDECIDABLE, reason)
    assert (judgement.estimate, judgement.low, judgement.high, judgement.rate_ratio) == (None,) * 4


def test_the_thresholds_themselves_are_enough() -> None:
    assert judge_crime(crime(x0=20, months0=24, months1=6)).estimate is not None


def test_zero_crimes_is_data() -> None:
    """No crime afterwards is computed on half a crime, in the ratio and in its variance."""
    judgement = judge_crime(crime(x1=0))
    se = sqrt(2.8 * (1 / 403 + 1 / 0.5) + 0.1**2 * 1.5)
    assert judgement.verdict is Verdict.MET
    assert judgement.rate_ratio == pytest.approx((0.5 / 20922.5) / (403 / 40971.5))
    assert judgement.log_se == pytest.approx(se)


def test_an_open_period_is_never_met() -> None:
    assert judge_crime(crime(x1=60)).verdict is Verdict.MET
    assert judge_crime(crime(x1=60, open_period=True)).verdict is Verdict.ON_TRACK


def test_red_also_when_an_improvement_worth_the_name_is_ruled_out() -> None:
    """Equal rates on counts so large that 5 % fewer would have shown."""
    judgement = judge_crime(crime(x0=40300, x1=20150, person_years0=4.0e6, person_years1=2.0e6, phi=1.0, tau=0.01))
    assert (judgement.verdict, judgement.reason_code) == (Verdict.NOT_MET, Reason.NO_IMPROVEMENT)


def test_a_promised_size_has_to_be_reached() -> None:
    assert judge_crime(crime(x1=130)).verdict is Verdict.MET
    promised = judge_crime(crime(x1=130, target_ratio=0.3))
    assert (promised.verdict, promised.target) == (Verdict.UNDECIDABLE, pytest.approx(30))


@pytest.mark.parametrize(
    ("x1", "verdict", "leaning"),
    [
        (60, Verdict.MET, Leaning.DECREASE),
        (140, Verdict.MET, Leaning.DECREASE),
        (170, Verdict.UNDECIDABLE, Leaning.DECREASE),
        (205, Verdict.UNDECIDABLE, None),
        (300, Verdict.NOT_MET, Leaning.INCREASE),
    ],
)
def test_maintaining(x1: int, verdict: Verdict, leaning: Leaning | None) -> None:
    """Svedala's limits are wide: only clearly fewer crimes rule out five per cent more."""
    judgement = judge_crime(crime(x1=x1, direction=Direction.MAINTAIN))
    assert (judgement.verdict, judgement.leaning) == (verdict, leaning)


def test_more_reports_can_be_the_goal() -> None:
    assert judge_crime(crime(x1=400, direction=Direction.INCREASE)).verdict is Verdict.MET
    assert judge_crime(crime(x1=100, direction=Direction.INCREASE)).verdict is Verdict.NOT_MET


@pytest.mark.parametrize(
    "changes", [{"x0": -1}, {"phi": float("nan")}, {"person_years1": float("inf")}, {"target_ratio": 1.0}]
)
def test_evidence_that_cannot_be_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"noll eller större|100 procent"):
        crime(**changes)


def test_dispersion_is_taken_around_the_calendar_month() -> None:
    """Twice the same seasonal year: nothing left to explain, so φ is its floor."""
    seasonal = [5, 8, 12, 20, 30, 40, 45, 38, 22, 14, 9, 6]
    assert overdispersion(seasonal * 2, SEASON * 2) == 1.0


def test_dispersion_by_hand() -> None:
    """Ten and thirty in every month: mean 20, (100 + 100)/20 = 10 a month, on 12 degrees of freedom."""
    assert overdispersion([10] * 12 + [30] * 12, SEASON * 2) == pytest.approx(10.0)


def test_dispersion_needs_two_years() -> None:
    assert overdispersion([10] * 23, (SEASON * 2)[:23]) is None
    assert overdispersion([0] * 24, SEASON * 2) == 1.0
    with pytest.raises(ValueError, match="kalendermånad"):
        overdispersion([1, 2], [1])


def test_dispersion_of_the_reference_series() -> None:
    folder = shared_path("reference/stats")
    expected = json.loads((folder / "expected" / "series.json").read_text("utf-8"))["recommended_rule"]
    with (folder / "data" / "monthly_counts.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kommun"] == "Malkommun" and int(row["ar"]) < 2024]
    rows = rows[-36:]
    phi = overdispersion([int(row["antal"]) for row in rows], [int(row["manad"]) for row in rows])
    assert phi == pytest.approx(expected["phi"], rel=1e-6)


def test_assumed_dispersion() -> None:
    assert [assumed_phi(key) for key in ("skadegorelse", "ofredande", "theft")] == [2.8, 1.6, 2.0]
