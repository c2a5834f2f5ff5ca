"""Kan vi ens se det? The computed chances against the rule itself, run many times over."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.crime_goal import CrimeEvidence, judge_crime
from etl.evaluate.detectable import SEEN, Chance, CrimePlan, Detectable, SurveyPlan, never_met, plan
from etl.evaluate.survey_goal import SurveyEvidence, judge_survey
from etl.evaluate.verdict import Direction, Reason, Verdict

RUNS = 2500
INHABITANTS = 10_000.0


def drawn(rng: np.random.Generator, mean: float, *, years: int, phi: float, tau: float) -> np.ndarray:
    """Sums over whole years of monthly counts: each year its own level (gamma), each month a gamma-Poisson count."""
    level = rng.gamma(tau**-2, tau**2, (RUNS, years, 1)) if tau else np.ones((RUNS, years, 1))
    means = np.broadcast_to(mean * level, (RUNS, years, 12))
    counts = rng.negative_binomial(means / (phi - 1), 1 / phi) if phi > 1 else rng.poisson(means)
    return counts.sum(axis=(1, 2))


def called_met(asked: CrimePlan, change: float, seed: int) -> float:
    """How often judge_crime says Uppfyllt when the true change is `change` percent."""
    rng = np.random.default_rng(seed)
    years0, years1 = asked.months0 // 12, asked.months1 // 12
    sign = 1 if asked.direction is Direction.INCREASE else -1
    monthly = asked.x0 / asked.months0
    noise = {"phi": asked.phi, "tau": asked.tau}
    before = drawn(rng, monthly, years=years0, **noise)
    after = drawn(rng, monthly * (1 + sign * change / 100), years=years1, **noise)
    verdicts = [
        judge_crime(
            CrimeEvidence(
                x0=int(x0),
                person_years0=INHABITANTS * years0,
                months0=asked.months0,
                x1=int(x1),
                person_years1=INHABITANTS * years1,
                months1=asked.months1,
                phi=asked.phi,
                phi_assumed=False,
                tau=asked.tau,
                target_ratio=asked.target,
                direction=asked.direction,
            )
        ).verdict
        for x0, x1 in zip(before, after, strict=True)
    ]
    return verdicts.count(Verdict.MET) / RUNS


def chance_at(found: Detectable, change: float) -> float:
    chance = next(each.chance for each in found.changes if each.change == change)
    assert chance is not None
    return chance


TWENTY_A_MONTH = CrimePlan(x0=720, months0=36, phi=1.5)


@pytest.mark.parametrize(
    ("asked", "change"),
    [
        (TWENTY_A_MONTH, 20),
        (TWENTY_A_MONTH, 30),
        (replace(TWENTY_A_MONTH, months1=24), 20),
        (replace(TWENTY_A_MONTH, x0=480, months0=24, phi=2.8), 30),
        (replace(TWENTY_A_MONTH, target=0.1), 30),
        (replace(TWENTY_A_MONTH, direction=Direction.INCREASE), 30),
        (replace(TWENTY_A_MONTH, x0=180), 30),
        (replace(TWENTY_A_MONTH, x0=72), 30),
        (replace(TWENTY_A_MONTH, x0=2160, tau=0.2), 20),
        (replace(TWENTY_A_MONTH, phi=1.0, tau=0.0), 10),
    ],
    ids=lambda value: f"{value:g}" if isinstance(value, int) else None,
)
def test_the_chance_for_crime_is_that_of_the_rule(asked: CrimePlan, change: float) -> None:
    assert chance_at(plan(asked), change) == pytest.approx(called_met(asked, change, seed=1), abs=0.03)


@pytest.mark.parametrize("asked", [TWENTY_A_MONTH, replace(TWENTY_A_MONTH, x0=180), replace(TWENTY_A_MONTH, x0=72)])
def test_the_least_change_is_seen_in_eight_cases_of_ten(asked: CrimePlan) -> None:
    least = plan(asked).least_change
    assert least is not None
    assert called_met(asked, least, seed=2) == pytest.approx(SEEN, abs=0.03)


def test_nothing_changed_is_seen_when_the_goal_is_to_maintain() -> None:
    asked = replace(TWENTY_A_MONTH, x0=7200, direction=Direction.MAINTAIN)
    found = plan(asked)
    assert found.if_unchanged == pytest.approx(called_met(asked, 0, seed=3), abs=0.03)
    assert (found.least_change, found.changes) == (None, ())


def test_the_powers_of_the_method() -> None:
    """At 20 a month: 30 and 63 % with one follow-up year, 44 and 83 % with two; there φ is estimated, here known."""
    one, two = plan(TWENTY_A_MONTH), plan(replace(TWENTY_A_MONTH, months1=24))
    assert [chance_at(one, 20), chance_at(one, 30)] == pytest.approx([0.30, 0.63], abs=0.03)
    assert [chance_at(two, 20), chance_at(two, 30)] == pytest.approx([0.44, 0.83], abs=0.03)


def survey_met(asked: SurveyPlan, change: float, seed: int) -> float:
    rng = np.random.default_rng(seed)
    n = round(asked.neff0)
    share1 = asked.share0 + (-1 if asked.falls_is_good else 1) * change / 100
    pairs = zip(rng.binomial(n, asked.share0, RUNS) / n, rng.binomial(n, share1, RUNS) / n, strict=True)
    verdicts = [
        judge_survey(
            SurveyEvidence(
                p0=float(p0),
                neff0=n,
                n0=n,
                p1=float(p1),
                neff1=n,
                n1=n,
                direction=asked.direction,
                high_is_good=asked.high_is_good,
                target=asked.target,
            )
        ).verdict
        for p0, p1 in pairs
    ]
    return verdicts.count(Verdict.MET) / RUNS


HALF_OF_417 = SurveyPlan(share0=0.5, n0=500, neff0=417)


@pytest.mark.parametrize(
    ("asked", "change"),
    [
        (HALF_OF_417, 5),
        (HALF_OF_417, 10),
        (replace(HALF_OF_417, share0=0.8), 5),
        (replace(HALF_OF_417, share0=0.25, direction=Direction.DECREASE), 5),
        (replace(HALF_OF_417, target=0.03), 10),
        (SurveyPlan(share0=0.6, n0=100, neff0=100), 10),
    ],
)
def test_the_chance_for_a_survey_is_that_of_the_rule(asked: SurveyPlan, change: float) -> None:
    assert chance_at(plan(asked), change) == pytest.approx(survey_met(asked, change, seed=4), abs=0.03)


def test_a_survey_goal_to_maintain() -> None:
    asked = replace(HALF_OF_417, n0=2000, neff0=1600, direction=Direction.MAINTAIN)
    assert plan(asked).if_unchanged == pytest.approx(survey_met(asked, 0, seed=5), abs=0.03)


def test_the_powers_of_the_method_for_surveys() -> None:
    """n = 500 and design effect 1.2: 30 % at five and 84 % at ten percentage points."""
    found = plan(HALF_OF_417)
    assert [chance_at(found, 5), chance_at(found, 10)] == pytest.approx([0.30, 0.84], abs=0.03)


def test_a_change_that_cannot_be_has_no_chance() -> None:
    found = plan(SurveyPlan(share0=0.93, n0=800, neff0=800))
    assert [each.chance is None for each in found.changes] == [False, False, True]
    assert plan(SurveyPlan(share0=1.0, n0=800, neff0=800)).least_change is None


def test_from_a_rate() -> None:
    by_rate = CrimePlan.from_rate(rate_per_1000=12.0, inhabitants=20_000, months0=36, phi=1.5)
    assert by_rate == TWENTY_A_MONTH
    assert by_rate.per_year == 240


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (CrimePlan(x0=19, months0=36, phi=1.5), Reason.BASE_TOO_SMALL),
        (CrimePlan(x0=500, months0=12, phi=1.5), Reason.BASELINE_TOO_SHORT),
        (CrimePlan(x0=500, months0=36, months1=5, phi=1.5), Reason.FOLLOWUP_TOO_SHORT),
        (SurveyPlan(share0=0.5, n0=29, neff0=29), Reason.TOO_FEW_ANSWERS),
        (SurveyPlan(share0=0.5, n0=40, neff0=29.9), Reason.TOO_FEW_ANSWERS),
    ],
)
def test_what_the_rule_refuses_can_never_be_met(asked: CrimePlan | SurveyPlan, reason: Reason) -> None:
    found = plan(asked)
    assert found.reason is reason
    assert found.least_change is None
    assert {each.chance for each in found.changes} == {0.0}


def test_a_goal_to_maintain_that_can_never_be_met() -> None:
    found = never_met(Reason.N_NOT_PUBLISHED, unit="procentenheter", direction=Direction.MAINTAIN)
    assert (found.if_unchanged, found.changes) == (0.0, ())


@pytest.mark.parametrize(
    "wrong",
    [{"x0": -1.0}, {"x0": float("nan")}, {"phi": 0.0}, {"phi": float("inf")}, {"tau": -0.1}, {"target": 1.0}],
)
def test_impossible_plans_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"ska vara|kan inte"):
        replace(TWENTY_A_MONTH, **wrong)
    with pytest.raises(ValueError, match="mellan 0 och 1"):
        SurveyPlan(share0=1.2, n0=100, neff0=100)


crime_plans = st.builds(
    CrimePlan,
    x0=st.integers(20, 20_000).map(float),
    months0=st.sampled_from([24, 36, 60]),
    months1=st.sampled_from([6, 9, 12, 24]),
    phi=st.floats(1, 5),
    tau=st.floats(0, 0.2),
    target=st.sampled_from([0.0, 0.1]),
    direction=st.sampled_from([Direction.DECREASE, Direction.INCREASE]),
)
survey_plans = st.builds(
    SurveyPlan,
    share0=st.integers(0, 100).map(lambda percent: percent / 100),
    n0=st.integers(30, 5000),
    neff0=st.integers(30, 5000),
    target=st.sampled_from([0.0, 0.03]),
    direction=st.sampled_from([Direction.DECREASE, Direction.INCREASE]),
)


def known(changes: tuple[Chance, ...]) -> list[float]:
    return [each.chance for each in changes if each.chance is not None]


@given(st.one_of(crime_plans, survey_plans))
def test_a_larger_change_is_never_less_likely_to_be_seen(asked: CrimePlan | SurveyPlan) -> None:
    found = plan(asked)
    chances = known(found.changes)
    assert chances == pytest.approx(sorted(chances), abs=0.005)
    assert all(0 <= chance <= 1 for chance in chances)


@given(crime_plans, st.floats(1.05, 3))
def test_more_crimes_never_hide_a_change(asked: CrimePlan, times: float) -> None:
    fewer, more = plan(asked), plan(replace(asked, x0=times * asked.x0))
    useful = [(a, b) for a, b in zip(known(fewer.changes), known(more.changes), strict=True) if a > 0.05]
    assert all(b >= a - 0.01 for a, b in useful)
    if fewer.least_change is not None:
        assert more.least_change is not None
        assert more.least_change <= fewer.least_change + 0.2


@given(survey_plans, st.floats(1.05, 3))
def test_more_answers_never_hide_a_change(asked: SurveyPlan, times: float) -> None:
    fewer, more = plan(asked), plan(replace(asked, n0=times * asked.n0, neff0=times * asked.neff0))
    useful = [(a, b) for a, b in zip(known(fewer.changes), known(more.changes), strict=True) if a > 0.05]
    assert all(b >= a - 0.01 for a, b in useful)
    if fewer.least_change is not None:
        assert more.least_change is not None
        assert more.least_change <= fewer.least_change + 0.2
