"""May it be said that the work had an effect? The ladder of the method, section 1(d), and when not to climb it.

Description is what every goal has already. The first step up compares with other municipalities, the next fits
a time series. Whatever comes out, nothing stronger is said than that it agrees with an effect.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log

from etl.evaluate.difference_in_differences import (
    Displacement,
    Placebo,
    RelativeIncidence,
    between_years,
    placebo_rank,
    relative_incidence,
    weighted_displacement_difference,
)
from etl.evaluate.interrupted_series import STEP, CountSeries, fit_interrupted_series, negative_binomial
from etl.evaluate.verdict import Direction

LEAST_BEFORE = 24
LEAST_AFTER = 12
LEAST_PER_MONTH = 5
LEAST_PER_YEAR = 20
"""Under five a month, quarters are used, and then there must be twenty a year."""
LEAST_COMPARISONS = 5
LEAST_PLACEBOS = 20
LARGEST_PLACEBO_P = 0.05
LEAST_DONE = 0.80


class Level(StrEnum):
    """How high the ladder was climbed; the words are stored."""

    NONE = "ingen"
    COMPARISON = "jämförelse"
    SERIES = "tidsserie"


class Condition(StrEnum):
    """What has to hold before anything is said of an effect."""

    START_KNOWN = "start_known"
    ENOUGH_BEFORE = "enough_before"
    ENOUGH_AFTER = "enough_after"
    ENOUGH_CRIMES = "enough_crimes"
    SAME_DEFINITION = "same_definition"
    ENOUGH_COMPARISONS = "enough_comparisons"
    WORK_DONE = "work_done"


class Finding(StrEnum):
    """What the numbers say of an effect."""

    AGREES = "agrees"
    UNCLEAR = "unclear"
    SERIES_DISAGREES = "series_disagrees"
    COMMON_CHANGE = "common_change"
    AGAINST = "against"


@dataclass(frozen=True, kw_only=True)
class Counts:
    """Crimes before and after, here and in all comparison municipalities together."""

    here_before: float
    here_after: float
    there_before: float
    there_after: float


@dataclass(frozen=True, kw_only=True)
class EffectEvidence:
    """What an effect is judged on.

    `months_before` and `months_after` are whole years in an unbroken run on either side of the start, and
    `mean_per_year` the crimes of a year before it, None when there is none; `counts`
    are those of all of them and `year_counts` those of the last year before and the first after. `done_share`
    is the share of the planned work that the log shows (0–1), None when that cannot be told. `placebos` are the
    ln RIRR of the comparison municipalities. `series` is None when there are no months, quarters or population.
    """

    start_known: bool
    months_before: int
    months_after: int
    mean_per_year: float | None
    definition_changed: bool
    comparisons: int
    done_share: float | None
    phi: float
    tau: float
    direction: Direction = Direction.DECREASE
    counts: Counts | None = None
    year_counts: Counts | None = None
    placebos: Sequence[float] = ()
    series: CountSeries | None = None


@dataclass(frozen=True, kw_only=True)
class EffectJudgement:
    """What may be said. Without `finding` nothing may, and `unmet` says what was missing; every number is None.

    `change_here` and `change_there` are the changes per unit of time in percent.
    """

    level: Level
    unmet: tuple[Condition, ...] = ()
    finding: Finding | None = None
    incidence: RelativeIncidence | None = None
    displacement: Displacement | None = None
    series_ratio: tuple[float, float, float] | None = None
    placebo: Placebo | None = None
    comparisons: int = 0
    change_here: float | None = None
    change_there: float | None = None


def unmet_conditions(evidence: EffectEvidence) -> tuple[Condition, ...]:
    """Every condition that does not hold. Without a start nothing can be measured, so then only that is named,
    and whether the work was done."""
    done = evidence.done_share is not None and evidence.done_share >= LEAST_DONE
    work = () if done else (Condition.WORK_DONE,)
    if not evidence.start_known:
        return (Condition.START_KNOWN, *work)
    holds = {
        Condition.ENOUGH_BEFORE: evidence.months_before >= LEAST_BEFORE,
        Condition.ENOUGH_AFTER: evidence.months_after >= LEAST_AFTER,
        Condition.ENOUGH_CRIMES: evidence.mean_per_year is None or evidence.mean_per_year >= LEAST_PER_YEAR,
        Condition.SAME_DEFINITION: not evidence.definition_changed,
        Condition.ENOUGH_COMPARISONS: evidence.comparisons >= LEAST_COMPARISONS,
    }
    return (*(condition for condition, met in holds.items() if not met), *work)


def by_quarter(mean_per_year: float) -> bool:
    """Whether crimes are too few for months, so that quarters are used."""
    return mean_per_year < 12 * LEAST_PER_MONTH


def judge_effect(evidence: EffectEvidence) -> EffectJudgement:
    """Climb as far as the evidence reaches. Nothing is fitted unless every condition holds."""
    unmet = unmet_conditions(evidence)
    counts, year = evidence.counts, evidence.year_counts
    if unmet:
        return EffectJudgement(level=Level.NONE, unmet=unmet, comparisons=evidence.comparisons)
    if counts is None or year is None:
        raise ValueError("när alla villkor är uppfyllda ska antalen före och efter vara kända")
    incidence = relative_incidence(
        counts.here_before,
        counts.here_after,
        counts.there_before,
        counts.there_after,
        phi=evidence.phi,
        between_years=between_years(evidence.tau, evidence.months_before, evidence.months_after, evidence.comparisons),
    )
    lower_is_better = evidence.direction is not Direction.INCREASE
    placebo = placebo_rank(log(incidence.value), evidence.placebos, lowest_first=lower_is_better)
    ratio = _series_ratio(evidence)
    per_month = evidence.months_before / evidence.months_after
    return EffectJudgement(
        level=Level.COMPARISON if ratio is None else Level.SERIES,
        finding=_finding(evidence, incidence, placebo, ratio),
        incidence=incidence,
        displacement=_displacement(evidence),
        series_ratio=ratio,
        placebo=placebo,
        comparisons=evidence.comparisons,
        change_here=100 * (counts.here_after / counts.here_before * per_month - 1),
        change_there=100 * (counts.there_after / counts.there_before * per_month - 1),
    )


def _displacement(evidence: EffectEvidence) -> Displacement | None:
    """None where nothing was reported here in either year: there is nothing to count fewer of."""
    year = evidence.year_counts
    if year is None or year.here_before + year.here_after == 0:
        return None
    return weighted_displacement_difference(
        year.here_before,
        year.here_after,
        year.there_before,
        year.there_after,
        weight=year.here_before / year.there_before if year.there_before > 0 else 0.0,
        phi=evidence.phi,
        tau=evidence.tau,
    )


def _series_ratio(evidence: EffectEvidence) -> tuple[float, float, float] | None:
    if evidence.series is None:
        return None
    fit = fit_interrupted_series(evidence.series)
    return None if fit is None else fit.ratio(STEP)


def _finding(
    evidence: EffectEvidence,
    incidence: RelativeIncidence,
    placebo: Placebo,
    ratio: tuple[float, float, float] | None,
) -> Finding:
    """A clear difference agrees with an effect unless one of the other ways to look at it says otherwise."""
    if not incidence.is_clear:
        return Finding.UNCLEAR
    if not _favours(incidence.value, evidence.direction):
        return Finding.AGAINST
    if len(evidence.placebos) >= LEAST_PLACEBOS and placebo.p_value > LARGEST_PLACEBO_P:
        return Finding.COMMON_CHANGE
    if ratio is not None and evidence.series is not None:
        sensitivity = negative_binomial(evidence.series)
        others = (ratio[0], sensitivity.ratio(STEP)[0] if sensitivity is not None else ratio[0])
        if not all(_favours(other, evidence.direction) for other in others):
            return Finding.SERIES_DISAGREES
    return Finding.AGREES


def _favours(ratio: float, direction: Direction) -> bool:
    return ratio > 1 if direction is Direction.INCREASE else ratio < 1
