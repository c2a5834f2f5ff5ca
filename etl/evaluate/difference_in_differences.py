"""What happened here against what happened in comparable places: the second rung of an effect assessment."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, isfinite, log, sqrt

import numpy as np
from numpy.typing import NDArray

from etl.evaluate.poisson_regression import Array, fit_poisson
from etl.evaluate.verdict import Z95

HALF_A_CRIME = 0.5
"""Stands in for no crimes at all in a ratio, as in the rule for goals."""


@dataclass(frozen=True, kw_only=True)
class RelativeIncidence:
    """(T1/T0)/(C1/C0) with 95 % limits: below 1, the counts fell more here than in the comparison."""

    value: float
    log_se: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        return self.low > 1 or self.high < 1


@dataclass(frozen=True, kw_only=True)
class Displacement:
    """Crimes more (positive) or fewer (negative) than if the places had changed alike, with 95 % limits."""

    value: float
    se: float
    low: float
    high: float

    @property
    def z(self) -> float:
        return self.value / self.se


@dataclass(frozen=True, kw_only=True)
class Placebo:
    """Where the municipality stands when each comparison municipality is tried as if it had made the promise."""

    rank: int
    of: int

    @property
    def p_value(self) -> float:
        """One-sided: the share that changed at least as favourably, itself included."""
        return self.rank / self.of


@dataclass(frozen=True, kw_only=True)
class FixedEffects:
    """The coefficient of treated × after in a Poisson model with a level for each place and each period.

    `se_cluster` is for comparison only: with one treated place it is far too small.
    """

    coefficient: float
    se_poisson: float
    phi: float
    se_quasi: float
    se_cluster: float


def relative_incidence(
    t0: float, t1: float, c0: float, c1: float, *, phi: float = 1.0, between_years: float = 0.0
) -> RelativeIncidence:
    """Relative incident rate ratio (Wilson 2022) of counts before (0) and after (1), here (t) and there (c).

    Variance of the logarithm: φ(1/t0 + 1/t1 + 1/c0 + 1/c1) + `between_years`. The lengths before and after are
    the same here and there, so they cancel. Raises ValueError on counts before the start that are not above zero.
    """
    _require_counts(t0, t1, c0, c1)
    if t0 <= 0 or c0 <= 0:
        raise ValueError("kvoten kräver anmälda brott före starten, både här och i jämförelsen")
    t1, c1 = max(t1, HALF_A_CRIME), max(c1, HALF_A_CRIME)
    logarithm = log(t1 / t0) - log(c1 / c0)
    log_se = sqrt(phi * (1 / t0 + 1 / t1 + 1 / c0 + 1 / c1) + between_years)
    half = Z95 * log_se
    return RelativeIncidence(
        value=exp(logarithm),
        log_se=log_se,
        low=exp(max(logarithm - half, -50.0)),
        high=exp(min(logarithm + half, 50.0)),
    )


def between_years(tau: float, months0: int, months1: int, comparisons: int) -> float:
    """Variance that ordinary years add to the logarithm of a relative incidence.

    τ²(12/m0 + 12/m1) as in the rule for goals (method, section 3), and a `comparisons`-th of it for the mean of so
    many comparison municipalities. Raises ValueError unless all are above zero.
    """
    if min(months0, months1, comparisons) <= 0:
        raise ValueError("månader och jämförelsekommuner ska vara fler än noll")
    return tau**2 * (12 / months0 + 12 / months1) * (1 + 1 / comparisons)


def weighted_displacement_difference(
    t0: float, t1: float, c0: float, c1: float, *, weight: float = 1.0, phi: float = 1.0, tau: float = 0.0
) -> Displacement:
    """(T1 − T0) − w(C1 − C0) over one year before and one after (Wheeler & Ratcliffe 2018, no displacement area).

    With a comparison of another size than the place itself, `weight` brings it to the same size: T0/C0.
    Variance: φ(t0 + t1 + w²(c0 + c1)), and (τ·count)² for each year here. Raises ValueError on counts below
    zero, or when there are no crimes at all.
    """
    _require_counts(t0, t1, c0, c1)
    value = (t1 - t0) - weight * (c1 - c0)
    variance = phi * (t0 + t1 + weight**2 * (c0 + c1)) + tau**2 * (t0**2 + t1**2)
    if variance <= 0:
        raise ValueError("skillnaden kräver minst ett anmält brott")
    se = sqrt(variance)
    return Displacement(value=value, se=se, low=value - Z95 * se, high=value + Z95 * se)


def log_relative_incidences(before: Array, after: Array) -> Array:
    """ln RIRR of each place against all the others together, for those that can be compared.

    `before` and `after` are counts (m). A place without crimes before, or alone in having any, is left out.
    """
    rest_before, rest_after = before.sum() - before, after.sum() - after
    usable = (before > 0) & (rest_before > 0)
    own = np.maximum(after[usable], HALF_A_CRIME) / before[usable]
    rest = np.maximum(rest_after[usable], HALF_A_CRIME) / rest_before[usable]
    return np.asarray(np.log(own / rest), dtype=float)


def placebo_rank(treated: float, placebos: Sequence[float] | Array, *, lowest_first: bool = True) -> Placebo:
    """The place of `treated` among itself and the `placebos`, all ln ratios; ties count against it."""
    others = np.asarray(placebos, dtype=float)
    if not (isfinite(treated) and np.isfinite(others).all()):
        raise ValueError("kvoterna ska vara ändliga tal")
    ahead = others <= treated if lowest_first else others >= treated
    return Placebo(rank=1 + int(ahead.sum()), of=1 + len(others))


def fixed_effects(counts: Array, populations: Array, *, treated: int, after: NDArray[np.bool_]) -> FixedEffects | None:
    """Poisson model with fixed effects of place and period and the population as offset.

    `counts` and `populations` are places × periods, `treated` a row, `after` (periods) true from the start on.
    Cluster errors by place, factor G/(G − 1)·(n − 1)/(n − k). None when there is no finite estimate.
    """
    places, periods = counts.shape
    place = np.repeat(np.arange(places), periods)
    period = np.tile(np.arange(periods), places)
    matrix = np.column_stack(
        [
            (place == treated) & np.tile(after, places),
            place[:, None] == np.arange(places),
            period[:, None] == np.arange(1, periods),
        ]
    ).astype(float)
    names = ["treated:after", *(f"place{n}" for n in range(places)), *(f"period{n}" for n in range(1, periods))]
    observed = counts.astype(float).ravel()
    fit = fit_poisson(observed, matrix, np.log(populations.astype(float)).ravel(), names)
    if fit is None:
        return None
    scores = (matrix * (observed - fit.expected)[:, None]).reshape(places, periods, -1).sum(axis=1)
    factor = places / (places - 1) * (observed.size - 1) / fit.degrees
    clustered = fit.covariance @ (scores.T @ scores) @ fit.covariance * factor
    return FixedEffects(
        coefficient=fit.coefficient("treated:after"),
        se_poisson=fit.standard_error("treated:after", phi=1.0),
        phi=fit.phi,
        se_quasi=fit.standard_error("treated:after"),
        se_cluster=float(np.sqrt(max(clustered[0, 0], 0.0))),
    )


def placebo_log_ratios(
    counts: Array, populations: Array, *, treated: int, after: NDArray[np.bool_]
) -> tuple[float | None, ...]:
    """`fixed_effects` of every place; a comparison place is tried against the other comparison places only."""
    found: list[float | None] = []
    comparisons = np.arange(len(counts)) != treated
    for place in range(len(counts)):
        chosen = np.ones(len(counts), dtype=bool) if place == treated else comparisons
        row = int(chosen[:place].sum())
        fit = fixed_effects(counts[chosen], populations[chosen], treated=row, after=after)
        found.append(None if fit is None else fit.coefficient)
    return tuple(found)


def _require_counts(*counts: float) -> None:
    if any(not isfinite(count) or count < 0 for count in counts):
        raise ValueError("antalen ska vara noll eller större")
