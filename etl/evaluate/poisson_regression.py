"""Log-linear regression of counts by maximum likelihood: coefficients, covariance, dispersion and residuals."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
MOST_STEPS = 50
CLOSE_ENOUGH = 1e-10
LARGEST_RANGE = 25.0
"""Expected counts further apart than e^25 come only from a coefficient on its way to infinity."""


@dataclass(frozen=True, kw_only=True)
class PoissonFit:
    """A fitted model ln μ = X·b + offset. `names` (k) go with `coefficients` (k) and `covariance` (k × k).

    `covariance` is that of Poisson counts. `phi` is Pearson's χ² by degrees of freedom (n − k), and `residuals` (n) are
    Pearson's.
    """

    names: tuple[str, ...]
    coefficients: Array
    covariance: Array
    observed: Array
    expected: Array
    residuals: Array
    degrees: int
    phi: float

    @property
    def deviance(self) -> float:
        """2Σ(y ln(y/μ) − (y − μ)), where y ln y is 0 for no events."""
        ratio = np.where(self.observed > 0, self.observed / self.expected, 1.0)
        return float(2 * (self.observed * np.log(ratio) - (self.observed - self.expected)).sum())

    @property
    def log_likelihood(self) -> float:
        """Of Poisson counts: Σ(y ln μ − μ − ln y!)."""
        from scipy.special import gammaln

        terms = self.observed * np.log(self.expected) - self.expected - gammaln(self.observed + 1)
        return float(terms.sum())

    def coefficient(self, name: str) -> float:
        return float(self.coefficients[self.names.index(name)])

    def standard_error(self, name: str, *, phi: float | None = None) -> float:
        """Standard error with overdispersion (quasi-Poisson, the model's own φ); `phi=1` gives plain Poisson."""
        place = self.names.index(name)
        return float(np.sqrt(self.covariance[place, place] * (self.phi if phi is None else phi)))

    def ratio(self, name: str, *, level: float = 0.95, student: bool = True) -> tuple[float, float, float]:
        """e^coefficient with quasi-Poisson limits: Student's t with n − k degrees of freedom, or the normal."""
        from scipy.special import ndtri, stdtrit

        tail = 0.5 + level / 2
        quantile = float(stdtrit(self.degrees, tail) if student else ndtri(tail))
        middle, half = self.coefficient(name), quantile * self.standard_error(name)
        return exp(middle), exp(min(middle - half, 50.0)), exp(min(middle + half, 50.0))


def fit_poisson(
    counts: Sequence[float] | Array, design: Array, offset: Array, names: Sequence[str]
) -> PoissonFit | None:
    """Iteratively reweighted least squares (McCullagh & Nelder 1989, chapter 2.5).

    `counts` (n) are zero or more, `design` is n × k, `offset` (n) the logarithm of the exposure. None when the
    model has no finite estimate: too few points, columns that say the same thing, or a group of zeros only.
    Raises ValueError on numbers that are not finite, on counts below zero and on shapes that do not agree.
    """
    observed = np.asarray(counts, dtype=float)
    _require(observed, design, offset, names)
    rows, terms = design.shape
    if rows <= terms or not observed.any() or np.linalg.matrix_rank(design) < terms:
        return None
    predictor = np.log(observed + 0.1)
    for _ in range(MOST_STEPS):
        expected = np.exp(predictor)
        weighted = design.T * expected
        working = predictor - offset + (observed - expected) / expected
        try:
            coefficients = np.asarray(np.linalg.solve(weighted @ design, weighted @ working), dtype=float)
        except np.linalg.LinAlgError:
            return None
        moved = design @ coefficients + offset
        if np.ptp(moved - offset) > LARGEST_RANGE:
            return None
        if np.max(np.abs(moved - predictor)) < CLOSE_ENOUGH:
            return _fitted(observed, design, coefficients, moved, names)
        predictor = moved
    return None


def _fitted(observed: Array, design: Array, coefficients: Array, predictor: Array, names: Sequence[str]) -> PoissonFit:
    expected = np.exp(predictor)
    residuals = (observed - expected) / np.sqrt(expected)
    degrees = design.shape[0] - design.shape[1]
    return PoissonFit(
        names=tuple(names),
        coefficients=coefficients,
        covariance=np.asarray(np.linalg.inv((design.T * expected) @ design), dtype=float),
        observed=observed,
        expected=expected,
        residuals=residuals,
        degrees=degrees,
        phi=float(residuals @ residuals / degrees),
    )


def _require(observed: Array, design: Array, offset: Array, names: Sequence[str]) -> None:
    if observed.ndim != 1 or design.shape != (observed.size, len(names)) or offset.shape != observed.shape:
        raise ValueError("antal, modell och exponering ska ha lika många rader, och varje kolumn ett namn")
    if not (np.isfinite(observed).all() and np.isfinite(design).all() and np.isfinite(offset).all()):
        raise ValueError("antal, modell och exponering ska vara ändliga tal")
    if observed.size and observed.min() < 0:
        raise ValueError("antalen ska vara noll eller större")
