"""When something may be said of an effect, and what the numbers then say."""

from dataclasses import replace
from math import isfinite
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.effect import (
    Condition,
    Counts,
    EffectEvidence,
    Finding,
    Level,
    by_quarter,
    judge_effect,
    unmet_conditions,
)
from etl.evaluate.interrupted_series import CountSeries
from etl.evaluate.verdict import Direction

MONTHS_BEFORE, MONTHS_AFTER = 36, 12


def months(ratio: float, *, level: int = 40) -> CountSeries:
    """Four years with a season and some noise, the last one multiplied by `ratio`."""
    draw = np.random.default_rng(7)
    season = np.tile(1 + 0.3 * np.sin(np.arange(12) / 12 * 2 * np.pi), 4)
    after = np.arange(48) >= MONTHS_BEFORE
    means = level * season * np.where(after, ratio, 1)
    return CountSeries(
        counts=[int(count) for count in draw.negative_binomial(means, 0.5)],
        periods=range(48),
        first_after=MONTHS_BEFORE,
        populations=[20_000.0] * 48,
    )


def counts(here: float = 0.5, there: float = 0.95) -> Counts:
    """One follow-up year at so many times the level of three baseline years."""
    return Counts(here_before=1440, here_after=480 * here, there_before=7200, there_after=2400 * there)


def yearly(here: float = 0.5, there: float = 0.95) -> Counts:
    return Counts(here_before=480, here_after=480 * here, there_before=2400, there_after=2400 * there)


COMPLETE = EffectEvidence(
    start_known=True,
    months_before=MONTHS_BEFORE,
    months_after=MONTHS_AFTER,
    mean_per_year=480.0,
    definition_changed=False,
    comparisons=8,
    done_share=0.95,
    phi=2.0,
    tau=0.10,
    counts=counts(),
    year_counts=yearly(),
    placebos=(0.1, -0.1, 0.05, 0.0, -0.02, 0.12, -0.15, 0.08),
    series=months(0.5),
)
"""Everything in order: fewer than half as many here, five percent fewer in eight other municipalities."""


def evidence(**changes: Any) -> EffectEvidence:
    return replace(COMPLETE, **changes)


def test_with_everything_in_order_the_ladder_is_climbed_to_the_top() -> None:
    judgement = judge_effect(evidence())
    assert (judgement.level, judgement.unmet, judgement.finding) == (Level.SERIES, (), Finding.AGREES)
    assert judgement.incidence is not None
    assert judgement.displacement is not None
    assert judgement.series_ratio is not None
    assert judgement.placebo is not None
    assert judgement.incidence.value == pytest.approx(0.5 / 0.95)
    assert judgement.displacement.value == pytest.approx(480 * (0.5 - 1) - 480 * (0.95 - 1))
    assert judgement.series_ratio[0] < 0.8
    assert (judgement.placebo.rank, judgement.placebo.of) == (1, 9)
    assert (judgement.change_here, judgement.change_there) == pytest.approx((-50, -5))


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"months_before": 12}, Condition.ENOUGH_BEFORE),
        ({"months_after": 0}, Condition.ENOUGH_AFTER),
        ({"mean_per_year": 19.9}, Condition.ENOUGH_CRIMES),
        ({"definition_changed": True}, Condition.SAME_DEFINITION),
        ({"comparisons": 4}, Condition.ENOUGH_COMPARISONS),
        ({"done_share": 0.79}, Condition.WORK_DONE),
        ({"done_share": None}, Condition.WORK_DONE),
    ],
)
def test_each_condition_that_does_not_hold_is_named_and_nothing_is_computed(
    changes: dict[str, Any], missing: Condition
) -> None:
    judgement = judge_effect(evidence(**changes))
    assert (judgement.level, judgement.unmet, judgement.finding) == (Level.NONE, (missing,), None)
    assert (judgement.incidence, judgement.displacement, judgement.series_ratio, judgement.placebo) == (None,) * 4


@pytest.mark.parametrize(
    "changes",
    [
        {"months_before": 24},
        {"mean_per_year": 20.0},
        {"comparisons": 5},
        {"done_share": 0.80},
    ],
)
def test_just_enough_is_enough(changes: dict[str, Any]) -> None:
    assert judge_effect(evidence(**changes)).unmet == ()


def test_everything_that_is_missing_is_listed() -> None:
    found = unmet_conditions(
        evidence(months_before=0, months_after=0, mean_per_year=None, comparisons=0, done_share=None, counts=None)
    )
    assert found == (
        Condition.ENOUGH_BEFORE,
        Condition.ENOUGH_AFTER,
        Condition.ENOUGH_COMPARISONS,
        Condition.WORK_DONE,
    )


def test_without_a_start_nothing_else_can_be_measured() -> None:
    found = unmet_conditions(evidence(start_known=False, months_before=0, months_after=0, comparisons=0))
    assert found == (Condition.START_KNOWN,)


def test_complete_evidence_has_its_counts() -> None:
    with pytest.raises(ValueError, match="antalen före och efter"):
        judge_effect(evidence(counts=None))


def test_without_months_there_is_still_the_comparison() -> None:
    judgement = judge_effect(evidence(series=None))
    assert (judgement.level, judgement.finding) == (Level.COMPARISON, Finding.AGREES)
    assert judgement.series_ratio is None


def test_a_series_that_cannot_be_fitted_leaves_the_comparison() -> None:
    silent = CountSeries(counts=[9] * 36 + [0] * 12, periods=range(48), first_after=36)
    assert judge_effect(evidence(series=silent)).level is Level.COMPARISON


def test_a_fall_that_everyone_has_says_nothing() -> None:
    judgement = judge_effect(evidence(counts=counts(0.5, 0.5), year_counts=yearly(0.5, 0.5)))
    assert judgement.finding is Finding.UNCLEAR


def test_a_fall_within_ordinary_swings_says_nothing() -> None:
    assert judge_effect(evidence(counts=counts(0.80, 0.95))).finding is Finding.UNCLEAR
    # A larger fall does, but not where years vary more.
    assert judge_effect(evidence(counts=counts(0.60, 0.95), tau=0.05)).finding is Finding.AGREES
    assert judge_effect(evidence(counts=counts(0.60, 0.95), tau=0.20)).finding is Finding.UNCLEAR


def test_more_here_than_elsewhere_speaks_against() -> None:
    judgement = judge_effect(evidence(counts=counts(1.6, 0.9), year_counts=yearly(1.6, 0.9)))
    assert judgement.finding is Finding.AGAINST


def test_a_goal_of_more_reports_is_helped_by_more() -> None:
    more = evidence(
        counts=counts(1.6, 0.9), year_counts=yearly(1.6, 0.9), direction=Direction.INCREASE, series=months(1.6)
    )
    assert judge_effect(more).finding is Finding.AGREES
    assert judge_effect(evidence(direction=Direction.INCREASE)).finding is Finding.AGAINST
    assert judge_effect(evidence(direction=Direction.MAINTAIN)).finding is Finding.AGREES


def test_a_time_series_that_says_otherwise_is_heard() -> None:
    assert judge_effect(evidence(series=months(1.3))).finding is Finding.SERIES_DISAGREES


def test_with_twenty_placebos_the_municipality_has_to_be_the_first_of_twenty_one() -> None:
    ordinary = tuple(np.linspace(-0.1, 0.1, 20))
    assert judge_effect(evidence(placebos=ordinary, comparisons=20)).finding is Finding.AGREES
    one_like_it = (*ordinary[1:], -0.9)
    assert judge_effect(evidence(placebos=one_like_it, comparisons=20)).finding is Finding.COMMON_CHANGE
    # With fewer the rank is shown but decides nothing.
    assert judge_effect(evidence(placebos=one_like_it[1:], comparisons=19)).finding is Finding.AGREES


def test_under_five_a_month_quarters_are_used() -> None:
    assert by_quarter(59.9)
    assert not by_quarter(60.0)


def test_without_any_effect_hardly_one_in_forty_is_said_to_agree_with_one() -> None:
    """20 crimes a month here, ten times that there, overdispersion 1.5, years that differ by 10 %: 2.5 % by chance."""
    draw = np.random.default_rng(20261122)

    def crimes(places: int, years: int) -> float:
        means = 240 * np.exp(draw.normal(0, 0.1, (places, years)))
        return float(draw.negative_binomial(means / 0.5, 1 / 1.5).sum())

    found = [
        judge_effect(
            evidence(
                counts=Counts(
                    here_before=crimes(1, 3), here_after=crimes(1, 1),
                    there_before=crimes(10, 3), there_after=crimes(10, 1),
                ),
                phi=1.5, comparisons=10, series=None,
            )
        ).finding
        for _ in range(2000)
    ]  # fmt: skip
    assert 0.01 < found.count(Finding.AGREES) / len(found) < 0.04
    assert 0.01 < found.count(Finding.AGAINST) / len(found) < 0.04


AMOUNT = st.integers(0, 5000)


@given(
    here=st.tuples(st.integers(40, 5000), AMOUNT),
    there=st.tuples(st.integers(1, 50_000), AMOUNT),
    phi=st.floats(1, 20),
    tau=st.floats(0.05, 0.20),
    direction=st.sampled_from(Direction),
)
def test_no_number_is_ever_infinite_and_no_finding_contradicts_its_ratio(
    here: tuple[int, int], there: tuple[int, int], phi: float, tau: float, direction: Direction
) -> None:
    found = Counts(here_before=here[0], here_after=here[1], there_before=there[0], there_after=there[1])
    judgement = judge_effect(
        evidence(counts=found, year_counts=found, phi=phi, tau=tau, direction=direction, series=None)
    )
    assert judgement.incidence is not None
    assert judgement.displacement is not None
    numbers = (
        judgement.incidence.value, judgement.incidence.low, judgement.incidence.high, judgement.displacement.value,
        judgement.displacement.low, judgement.displacement.high, judgement.change_here, judgement.change_there,
    )  # fmt: skip
    assert all(value is not None and isfinite(value) for value in numbers)
    if judgement.finding is Finding.AGREES:
        assert (judgement.incidence.value > 1) == (direction is Direction.INCREASE)
        assert judgement.incidence.is_clear


@given(phi=st.floats(1, 20), more=st.floats(1, 5))
def test_a_wider_interval_never_makes_an_effect(phi: float, more: float) -> None:
    narrow = judge_effect(evidence(phi=phi, series=None))
    wide = judge_effect(evidence(phi=phi * more, series=None))
    if narrow.finding is Finding.UNCLEAR:
        assert wide.finding is Finding.UNCLEAR


def test_where_nothing_was_reported_in_either_year_no_displacement_is_counted() -> None:
    """2016–2017: 100 a year; 2018 and 2019: none. The comparison stands, the number of crimes does not."""
    nothing = Counts(here_before=0, here_after=0, there_before=2400, there_after=2280)
    judgement = judge_effect(evidence(year_counts=nothing, series=None))
    assert judgement.displacement is None
    assert judgement.incidence is not None
