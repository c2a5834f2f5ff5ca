"""τ, the ordinary variation between years beyond chance, estimated from the years of comparison municipalities."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from etl.evaluate.crime_goal import TAU
from etl.evaluate.poisson_regression import Array

LEAST_MUNICIPALITIES = 6
LEAST_YEARS = 5
SMALLEST, LARGEST = 0.05, 0.20


@dataclass(frozen=True, kw_only=True)
class YearVariation:
    """How the counts of one municipality vary: over years, and over months within the same calendar month."""

    years: int
    phi_year: float
    phi_month: float
    mean_year: float


@dataclass(frozen=True, kw_only=True)
class Tau:
    """`assumed` is true when there were too few municipalities or years to estimate it from."""

    value: float
    assumed: bool


ASSUMED_TAU = Tau(value=TAU, assumed=True)


@dataclass(frozen=True, kw_only=True)
class TauTerms:
    """What each municipality (m) adds to τ²: (K − 1)(φ_year − φ_month) above, (K − 1)·mean year count below.

    Kept apart so that a municipality can be left out of the estimate that its own goal is judged with.
    """

    above: Array
    below: Array

    def estimate(self, without: int | None = None) -> Tau:
        """τ from all municipalities but the one numbered `without`; the assumed one when there are too few."""
        above, below = self.above, self.below
        if without is not None:
            above, below = np.delete(above, without), np.delete(below, without)
        if len(below) < LEAST_MUNICIPALITIES or below.sum() <= 0:
            return ASSUMED_TAU
        return Tau(value=clipped(float(above.sum() / below.sum())), assumed=False)


def year_variation(counts: Array) -> YearVariation:
    """From monthly counts, years (K) × 12, K at least 2. φ is Pearson's χ² by degrees of freedom (method, 3)."""
    years = len(counts)
    if counts.ndim != 2 or years < 2:
        raise ValueError("variationen mellan år kräver minst två hela år")
    totals, months = counts.sum(axis=1), counts.mean(axis=0)
    mean = float(totals.mean())
    seen = months > 0
    chi_month = float((((counts - months) ** 2)[:, seen] / months[seen]).sum())
    return YearVariation(
        years=years,
        phi_year=float(((totals - mean) ** 2).sum()) / mean / (years - 1) if mean > 0 else 0.0,
        phi_month=chi_month / (counts.size - counts.shape[1]),
        mean_year=mean,
    )


def year_variation_assumed(totals: Array, phi: float) -> YearVariation:
    """From yearly counts (K), K at least 2, with the φ that is assumed for a crime type without months (method, 6)."""
    if totals.ndim != 1 or len(totals) < 2:
        raise ValueError("variationen mellan år kräver minst två hela år")
    mean = float(totals.mean())
    phi_year = float(((totals - mean) ** 2).sum()) / mean / (len(totals) - 1) if mean > 0 else 0.0
    return YearVariation(years=len(totals), phi_year=phi_year, phi_month=phi, mean_year=mean)


def tau_squared(panel: Sequence[YearVariation]) -> float | None:
    """τ² = Σ(K − 1)(φ_year − φ_month) / Σ(K − 1)·mean year count; may be negative. None without any crime."""
    terms = tau_terms(panel)
    below = float(terms.below.sum())
    return float(terms.above.sum()) / below if below > 0 else None


def tau_terms(panel: Sequence[YearVariation]) -> TauTerms:
    """The terms of τ², one a municipality."""
    return TauTerms(
        above=np.array([(each.years - 1) * (each.phi_year - each.phi_month) for each in panel], dtype=float),
        below=np.array([(each.years - 1) * each.mean_year for each in panel], dtype=float),
    )


def clipped(squared: float) -> float:
    """√τ² held between 0.05 and 0.20; a negative τ² says that years vary no more than chance, and gives 0.05."""
    return min(max(sqrt(max(squared, 0.0)), SMALLEST), LARGEST)


def estimate_tau(panel: Sequence[YearVariation]) -> Tau:
    """τ from comparison municipalities with at least five years each, if at least six; otherwise the assumed 0.10."""
    return tau_terms([each for each in panel if each.years >= LEAST_YEARS]).estimate()
