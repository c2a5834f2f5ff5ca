"""Interrupted time series: does a series of counts step down when something starts, beyond trend and season?

Segmented quasi-Poisson regression with two harmonics and the population as offset (Lopez Bernal, Cummins &
Gasparrini 2017), a negative binomial model as sensitivity, and Newey–West standard errors for comparison.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import exp, isfinite
from typing import Any

import numpy as np

from etl.evaluate.poisson_regression import Array, PoissonFit, fit_poisson
from etl.evaluate.verdict import Z95

STEP = "post"
SLOPE = "tpost"
TREND = "t"
LEAST_ALPHA = 1e-6
"""Below this the counts vary no more than Poisson counts do."""


@dataclass(frozen=True, kw_only=True)
class CountSeries:
    """Counts by period, and where among them the promise starts.

    `periods` are numbered from a January (months: 12 · year + month − 1) or a first quarter, `per_year` 12 or 4, in
    order; `first_after` is the index of the first one after the start. Without `populations` no offset is used.
    """

    counts: Sequence[int]
    periods: Sequence[int]
    first_after: int
    populations: Sequence[float] | None = None
    per_year: int = 12

    def __post_init__(self) -> None:
        lengths = {len(self.counts), len(self.periods), len(self.populations or self.counts)}
        if len(lengths) > 1:
            raise ValueError("antal, säsong och folkmängd ska ha lika många perioder")
        if any(later <= earlier for earlier, later in pairwise(self.periods)):
            raise ValueError("perioderna ska stå i ordning")
        if not 0 < self.first_after < len(self.counts):
            raise ValueError("starten ska ligga inne i serien")
        if any(not isfinite(people) or people <= 0 for people in self.populations or ()):
            raise ValueError("folkmängden ska vara större än noll")

    @property
    def offset(self) -> Array:
        if self.populations is None:
            return np.zeros(len(self.counts))
        return np.asarray(np.log(self.populations), dtype=float)


@dataclass(frozen=True, kw_only=True)
class SensitivityFit:
    """A model that the main one is held against. `errors` go with `coefficients`.

    `theta`, its error and the logarithm of the likelihood belong to the negative binomial. `fell_back` says that it
    did not converge, so that these are the Poisson numbers.
    """

    names: tuple[str, ...]
    coefficients: tuple[float, ...]
    errors: tuple[float, ...]
    theta: float | None = None
    theta_error: float | None = None
    log_likelihood: float | None = None
    fell_back: bool = False

    def coefficient(self, name: str) -> float:
        return self.coefficients[self.names.index(name)]

    def standard_error(self, name: str) -> float:
        return self.errors[self.names.index(name)]

    def ratio(self, name: str) -> tuple[float, float, float]:
        """e^coefficient with 95 % limits from the normal distribution."""
        middle, half = self.coefficient(name), Z95 * self.standard_error(name)
        return exp(middle), exp(min(middle - half, 50.0)), exp(min(middle + half, 50.0))


def design(
    series: CountSeries, *, trend: bool = True, slope: bool = False, seasons: int = 2
) -> tuple[Array, tuple[str, ...]]:
    """The model matrix (n × k) and its column names: intercept, trend, step, change of slope, harmonics.

    The trend counts the periods from 1, the slope those since the start (0 in the first one after it). A harmonic that
    is zero in every period (the second sine of quarters) is left out.
    """
    periods = np.asarray(series.periods, dtype=float)
    after = (np.arange(len(series.counts)) >= series.first_after).astype(float)
    columns: list[tuple[str, Array]] = [("(Intercept)", np.ones_like(periods))]
    if trend:
        columns.append((TREND, periods - periods[0] + 1))
    columns.append((STEP, after))
    if slope:
        columns.append((SLOPE, after * (periods - periods[series.first_after])))
    angle = 2 * np.pi * (periods + 1) / series.per_year
    for order in range(1, seasons + 1):
        if 2 * order < series.per_year:
            columns.append((f"s{order}", np.sin(order * angle)))
        columns.append((f"c{order}", np.cos(order * angle)))
    return np.column_stack([values for _, values in columns]), tuple(name for name, _ in columns)


def fit_interrupted_series(
    series: CountSeries, *, trend: bool = True, slope: bool = False, seasons: int = 2
) -> PoissonFit | None:
    """The quasi-Poisson model. None when it has no finite estimate."""
    matrix, names = design(series, trend=trend, slope=slope, seasons=seasons)
    return fit_poisson(np.asarray(series.counts, dtype=float), matrix, series.offset, names)


def negative_binomial(
    series: CountSeries, *, trend: bool = True, slope: bool = False, seasons: int = 2
) -> SensitivityFit | None:
    """The same model with variance μ + μ²/θ, θ by maximum likelihood (Venables & Ripley 2002, section 7.4).

    Where θ does not converge, as for counts that vary no more than chance, the Poisson numbers stand instead.
    None when not even they exist.
    """
    poisson = fit_interrupted_series(series, trend=trend, slope=slope, seasons=seasons)
    if poisson is None:
        return None
    matrix, names = design(series, trend=trend, slope=slope, seasons=seasons)
    counts = np.asarray(series.counts, dtype=float)
    found = _negative_binomial_alpha(counts, matrix, series.offset, poisson)
    if found is None:
        errors = np.sqrt(np.diag(poisson.covariance))
        return replace(_sensitivity(names, poisson.coefficients, errors), fell_back=True)

    from statsmodels.genmod.families import NegativeBinomial
    from statsmodels.genmod.generalized_linear_model import GLM

    # The errors for a known θ, which are R's; the ones that let θ vary differ in the third digit.
    fitted = GLM(counts, matrix, family=NegativeBinomial(alpha=found.alpha), offset=series.offset).fit()
    return replace(
        _sensitivity(names, fitted.params, fitted.bse),
        theta=1 / found.alpha,
        theta_error=found.error / found.alpha**2,
        log_likelihood=found.log_likelihood,
    )


def newey_west(
    series: CountSeries, *, lags: int = 12, trend: bool = True, slope: bool = False, seasons: int = 2
) -> SensitivityFit | None:
    """Poisson with Newey–West errors (1987): Bartlett's kernel, factor n/(n − k).

    For comparison only: on series this short the errors are too small. None when there is no finite estimate.
    """
    poisson = fit_interrupted_series(series, trend=trend, slope=slope, seasons=seasons)
    if poisson is None:
        return None
    matrix, names = design(series, trend=trend, slope=slope, seasons=seasons)
    scores = matrix * (np.asarray(series.counts, dtype=float) - poisson.expected)[:, None]
    middle = scores.T @ scores
    for lag in range(1, min(lags, len(scores) - 1) + 1):
        shared = scores[lag:].T @ scores[:-lag]
        middle += (1 - lag / (lags + 1)) * (shared + shared.T)
    covariance = poisson.covariance @ middle @ poisson.covariance * len(scores) / poisson.degrees
    # Rounding can leave a variance of nothing a hair below zero.
    errors = np.sqrt(np.maximum(np.diag(covariance), 0.0))
    return _sensitivity(names, poisson.coefficients, errors)


def autocorrelation(values: Sequence[float] | Array, lag: int = 1) -> float | None:
    """r = Σ(x_t − x̄)(x_{t+lag} − x̄)/Σ(x − x̄)². None when nothing varies."""
    centred = np.asarray(values, dtype=float) - np.mean(values)
    total = float(centred @ centred)
    return float(centred[lag:] @ centred[:-lag]) / total if total > 0 and len(centred) > lag else None


def ljung_box(values: Sequence[float] | Array, lags: int = 12) -> tuple[float, float] | None:
    """Ljung & Box (1978): the statistic n(n + 2)Σ r²/(n − lag) and its χ² probability. None when nothing varies."""
    from scipy.special import chdtrc

    correlations = [autocorrelation(values, lag) for lag in range(1, lags + 1)]
    if len(values) <= lags or None in correlations:
        return None
    n = len(values)
    statistic = n * (n + 2) * sum((r or 0.0) ** 2 / (n - lag) for lag, r in enumerate(correlations, 1))
    return statistic, float(chdtrc(lags, statistic))


@dataclass(frozen=True, kw_only=True)
class _Alpha:
    alpha: float
    error: float
    log_likelihood: float


def _negative_binomial_alpha(counts: Array, matrix: Array, offset: Array, poisson: PoissonFit) -> _Alpha | None:
    """1/θ by maximum likelihood; None where there is no maximum above zero."""
    from warnings import catch_warnings, simplefilter

    from statsmodels.discrete.discrete_model import NegativeBinomial

    start = max((poisson.phi - 1) / float(poisson.expected.mean()), 1e-3)
    with catch_warnings(), np.errstate(all="ignore"):
        # statsmodels warns of what the caller is told by the fall-back: that it did not converge.
        simplefilter("ignore")
        try:
            result: Any = NegativeBinomial(counts, matrix, offset=offset).fit(
                start_params=np.append(poisson.coefficients, start), method="newton", maxiter=100, disp=0
            )
        except (np.linalg.LinAlgError, ValueError, FloatingPointError):
            return None
        found = _Alpha(alpha=float(result.params[-1]), error=float(result.bse[-1]), log_likelihood=float(result.llf))
    if not result.mle_retvals["converged"] or not all(map(isfinite, (found.alpha, found.error, found.log_likelihood))):
        return None
    return found if found.alpha > LEAST_ALPHA else None


def _sensitivity(names: tuple[str, ...], coefficients: Array, errors: Array) -> SensitivityFit:
    return SensitivityFit(
        names=names,
        coefficients=tuple(float(value) for value in coefficients),
        errors=tuple(float(value) for value in errors),
    )
