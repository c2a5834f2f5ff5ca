"""Early warning: is a month's count unusual against the same season of three earlier years?

The limit on the two-thirds power is Farrington's (Farrington, Andrews, Beale & Catchpole 1996), here without its
regression: the count is set against the mean of the same month and its neighbours in three earlier years.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Floats = NDArray[np.floating]
ALPHA = 0.01
"""Above the 99 % limit."""
LEAST_CASES = 5
YEARS = 3
NEIGHBOURS = 1
LEAST_BASE = 7
"""Of the nine months: with seven, each of the three years is there."""
LEAST_EXPECTED = 0.5
"""Cases in the whole base when none was seen, so that limit and p stay finite."""
BASE_LAGS = tuple(12 * year + step for year in range(1, YEARS + 1) for step in range(-NEIGHBOURS, NEIGHBOURS + 1))
"""How many months before the month judged each month of the base lies."""


@dataclass(frozen=True, kw_only=True)
class EarlyWarning:
    """A month against what was expected. `p` is one-sided; `is_alarm` needs the limit passed and five cases."""

    count: float
    base_months: int
    expected: float
    phi: float
    limit: float
    p: float
    is_alarm: bool


@dataclass(frozen=True, kw_only=True)
class EarlyWarnings:
    """One value a series. Where `is_judged` is false the base is too short, and every number is 0 and p 1."""

    count: Numbers
    base_months: NDArray[np.int64]
    is_judged: NDArray[np.bool_]
    expected: Numbers
    phi: Numbers
    limit: Numbers
    p: Numbers
    is_alarm: NDArray[np.bool_]


def early_warning(count: float, base: Sequence[float | None], alpha: float = ALPHA) -> EarlyWarning | None:
    """One month against its base: the nine counts of the same month ± 1 in the three years before, in any order.

    limit = expected·(1 + ⅔·z·√(expected·(φ + φ/n))/expected)^1.5 with expected the mean of the base and
    φ = max(1, variance/mean). Never an alarm on fewer than five cases. None when fewer than seven months are known.
    """
    months = np.array([[np.nan if value is None else float(value) for value in base]])
    known = months[~np.isnan(months)]
    if not np.all(np.isfinite([count, *known])) or count < 0 or np.any(known < 0):
        raise ValueError("antalen ska vara noll eller större")
    warning = _judge(np.array([float(count)]), months, alpha)
    if not warning.is_judged[0]:
        return None
    return EarlyWarning(
        count=float(count),
        base_months=int(warning.base_months[0]),
        expected=float(warning.expected[0]),
        phi=float(warning.phi[0]),
        limit=float(warning.limit[0]),
        p=float(warning.p[0]),
        is_alarm=bool(warning.is_alarm[0]),
    )


def base_of(counts: Sequence[float | None], month: int) -> tuple[float | None, ...]:
    """The base of one month of a series: `month` is its place in `counts`, which are months in a row."""
    return tuple(counts[month - lag] if month >= lag else None for lag in BASE_LAGS)


def early_warnings(counts: Floats, last: NDArray[np.int64], alpha: float = ALPHA) -> EarlyWarnings:
    """early_warning of the month in column `last[i]` of each row of series × months (NaN where one is missing)."""
    rows = np.arange(len(counts))
    # Before the first column there is nothing; the added column of NaN stands for it.
    padded = np.concatenate([np.full((len(counts), 1), np.nan, dtype=counts.dtype), counts], axis=1)
    base = np.stack([padded[rows, np.maximum(last - lag, -1) + 1] for lag in BASE_LAGS], axis=1)
    return _judge(counts[rows, last].astype(float), base.astype(float), alpha)


def _judge(count: Numbers, base: Numbers, alpha: float) -> EarlyWarnings:
    from scipy.special import ndtr, ndtri

    if not 0 < alpha < 1:
        raise ValueError(f"risknivån ska ligga mellan 0 och 1, inte {alpha}")
    known = ~np.isnan(base)
    n = known.sum(axis=1)
    judged = (n >= LEAST_BASE) & ~np.isnan(count)
    size = np.maximum(n, 2)
    values = np.where(known, base, 0)
    expected = values.sum(axis=1) / size
    variance = np.where(known, (values - expected[:, None]) ** 2, 0).sum(axis=1) / (size - 1)
    phi = np.maximum(1, np.divide(variance, expected, out=np.ones(len(base)), where=expected > 0))
    mean = np.maximum(expected, LEAST_EXPECTED / size)
    spread = np.sqrt(mean * phi * (1 + 1 / size))
    limit = mean * (1 + 2 / 3 * float(ndtri(1 - alpha)) * spread / mean) ** 1.5
    seen = np.where(judged, count, 0)
    z = 1.5 * ((seen / mean) ** (2 / 3) - 1) * mean / spread
    return EarlyWarnings(
        count=seen,
        base_months=n,
        is_judged=judged,
        expected=np.where(judged, expected, 0),
        phi=np.where(judged, phi, 0),
        limit=np.where(judged, limit, 0),
        p=np.where(judged, ndtr(-z), 1),
        is_alarm=judged & (seen > limit) & (seen >= LEAST_CASES),
    )
