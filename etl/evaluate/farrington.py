"""Farrington's early warning with its regression: quasi-Poisson on earlier years, past outbreaks weighted down.

The algorithm of Farrington, Andrews, Beale & Catchpole (1996) with the limits of Noufaily and others (2013) and of
Salmon, Schumacher & Höhle (2016), for monthly counts. It agrees with R surveillance 1.20.3, farringtonFlexible with
one period, a trend whenever it does not extrapolate (pThresholdTrend 1) and dates as its time axis. The everyday
early warning is early_warning.py, which needs no regression.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import exp, isfinite, log, sqrt

import numpy as np

from etl.evaluate.quasi_poisson import Fit, fit_log_linear, fitted_at

MONTH_DAYS = 31
"""The unit of the time axis."""
WEIGHTS_ABOVE = 2.58
"""Standardised Anscombe residuals above this are weighted down."""
LEAST_CASES = 5
RECENT_MONTHS = 4
"""No alarm on fewer than five cases in the four months up to and with the one judged."""
LEAST_TREND_YEARS = 3
LARGEST_LOG = 50.0


class Threshold(StrEnum):
    """How the limit is drawn: two-thirds power; negative binomial; the same with the mean's own uncertainty."""

    DELTA = "delta"
    NB_PLUGIN = "nbPlugin"
    MUAN = "muan"


@dataclass(frozen=True, kw_only=True)
class FarringtonLimit:
    """What was expected of a month, and the limit above which it is unusual. `has_trend`: time was in the model."""

    count: float
    expected: float
    limit: float
    phi: float
    has_trend: bool
    is_alarm: bool


def farrington(
    counts: Sequence[float],
    first: date,
    month: int,
    *,
    years: int = 3,
    neighbours: int = 1,
    alpha: float = 0.01,
    threshold: Threshold = Threshold.DELTA,
) -> FarringtonLimit | None:
    """The limit for one month of a monthly series.

    `counts` are months in a row, the first of them the month of `first`; `month` is the place (from 0) of the one
    judged. The base is the same month ± `neighbours` in `years` earlier years and the `neighbours` months just
    before. None when the series does not reach that far back or holds no case there. Raises ValueError for counts
    below zero.
    """
    if any(not isfinite(count) or count < 0 for count in counts) or not 0 < alpha < 1:
        raise ValueError("antalen ska vara noll eller större och risknivån mellan 0 och 1")
    if not 0 <= month < len(counts):
        raise ValueError("månaden ska finnas i serien")
    lags = [12 * year + step for year in range(1, years + 1) for step in range(-neighbours, neighbours + 1)]
    places = [month - lag for lag in sorted({*lags, *range(1, neighbours + 1)}, reverse=True)]
    if not places or places[0] < 0:
        return None
    base = np.array([counts[place] for place in places], dtype=float)
    if base.sum() == 0:
        return None
    days = np.array([_first_of(first, place).toordinal() for place in (*places, month)], dtype=float)
    times = (days - days[0]) / MONTH_DAYS
    fit, has_trend = _choose(base, times, years)
    mean, error = fitted_at(fit, times[-1])
    limit = _limit(mean, error, fit.phi, alpha, threshold)
    recent = sum(counts[max(0, month + 1 - RECENT_MONTHS) : month + 1])
    return FarringtonLimit(
        count=float(counts[month]),
        expected=mean,
        limit=limit,
        phi=fit.phi,
        has_trend=has_trend,
        is_alarm=counts[month] > limit and recent >= LEAST_CASES,
    )


def _choose(base: np.ndarray, times: np.ndarray, years: int) -> tuple[Fit, bool]:
    """With a trend when it converges and does not predict more than has ever been seen; otherwise without."""
    if years >= LEAST_TREND_YEARS:
        with_trend = _reweighted(base, times[:-1], trend=True)
        if with_trend is not None and fitted_at(with_trend, times[-1])[0] <= base.max():
            return with_trend, True
    without = _reweighted(base, times[:-1], trend=False)
    if without is None:
        raise ValueError("ett medelvärde över noll går alltid att anpassa")
    return without, False


def _reweighted(base: np.ndarray, times: np.ndarray, *, trend: bool) -> Fit | None:
    """Fitted twice: months far above the first fit count for less in the second (weights sum to their number)."""
    first = fit_log_linear(base, times, np.ones(len(base)), trend=trend)
    if first is None:
        return None
    anscombe = 1.5 * (base ** (2 / 3) * first.means ** (-1 / 6) - np.sqrt(first.means))
    residuals = anscombe / np.sqrt(first.phi * np.maximum(1 - first.leverage, 1e-9))
    weights = np.where(residuals > WEIGHTS_ABOVE, 1 / np.maximum(residuals, WEIGHTS_ABOVE) ** 2, 1)
    return fit_log_linear(base, times, weights * len(base) / weights.sum(), trend=trend)


def _limit(mean: float, error: float, phi: float, alpha: float, threshold: Threshold) -> float:
    """`error` is the standard error of the logarithm of the mean."""
    from scipy.special import ndtri

    z = float(ndtri(1 - alpha))
    if threshold is Threshold.DELTA:
        spread = sqrt(4 / 9 * mean ** (1 / 3) * (phi + mean * error**2))
        return float((mean ** (2 / 3) + z * spread) ** 1.5)
    centre = mean if threshold is Threshold.NB_PLUGIN else exp(min(log(mean) + z * error, LARGEST_LOG))
    return _quantile(centre, phi, 1 - alpha)


def _quantile(mean: float, phi: float, level: float) -> float:
    """Of the negative binomial with variance φ·mean, Poisson when φ is 1."""
    from scipy.stats import nbinom, poisson

    distribution = nbinom(mean / (phi - 1), 1 / phi) if phi > 1 else poisson(mean)
    return float(distribution.ppf(level))


def _first_of(first: date, months_later: int) -> date:
    number = first.year * 12 + first.month - 1 + months_later
    return date(number // 12, number % 12 + 1, 1)
