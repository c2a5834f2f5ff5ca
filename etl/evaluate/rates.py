"""Counts and rates of events with limits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, isfinite, log, sqrt

import numpy as np

EXACT_BELOW = 10
"""Fingertips' rule: exact limits for counts under ten, Byar's from ten."""


@dataclass(frozen=True, kw_only=True)
class Rate:
    """Events per `per` person-years, with limits."""

    value: float
    low: float
    high: float
    per: int


@dataclass(frozen=True, kw_only=True)
class RateRatio:
    """(x1/t1)/(x0/t0) with limits on the log scale."""

    value: float
    log_se: float
    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class ExactRatio:
    """(x1/t1)/(x0/t0) judged on the total x0 + x1. `value` and `high` are None when x0 is zero: no upper end."""

    value: float | None
    low: float
    high: float | None
    p_two_sided: float
    p_decrease: float


def z_value(level: float) -> float:
    """Two-sided normal quantile of a confidence level between 0 and 1."""
    from scipy.special import ndtri

    _require_level(level)
    return float(ndtri(0.5 + level / 2))


def garwood(count: float, level: float = 0.95) -> tuple[float, float]:
    """Exact Poisson limits (Garwood 1936), from the gamma form of the chi-square quantiles."""
    from scipy.special import gammaincinv

    _require_count(count)
    tail = (1 - level) / 2
    low = float(gammaincinv(count, tail)) if count > 0 else 0.0
    return low, float(gammaincinv(count + 1, 1 - tail))


def byar(count: float, level: float = 0.95) -> tuple[float, float]:
    """Byar's approximation to the Poisson limits (Breslow & Day 1987)."""
    _require_count(count)
    z = z_value(level)
    low = count * (1 - 1 / (9 * count) - z / (3 * sqrt(count))) ** 3 if count > 0 else 0.0
    above = count + 1
    return max(0.0, low), above * (1 - 1 / (9 * above) + z / (3 * sqrt(above))) ** 3


@lru_cache(maxsize=4096)
def fingertips(count: float, level: float = 0.95) -> tuple[float, float]:
    """Exact limits below ten events, Byar's from ten."""
    return garwood(count, level) if count < EXACT_BELOW else byar(count, level)


def rate(count: float, person_years: float, per: int = 1_000, level: float = 0.95) -> Rate:
    """Events per `per` person-years with Fingertips' limits; raises ValueError on a population of zero."""
    _require_exposure(person_years)
    low, high = fingertips(count, level)
    factor = per / person_years
    return Rate(value=count * factor, low=low * factor, high=high * factor, per=per)


def rate_ratio(x0: float, t0: float, x1: float, t1: float, *, phi: float = 1.0, level: float = 0.95) -> RateRatio:
    """Wald limits on the log scale, standard error √(φ(1/x0 + 1/x1)); both counts must be above zero."""
    _require_exposure(t0)
    _require_exposure(t1)
    if x0 <= 0 or x1 <= 0:
        raise ValueError("kvoten kräver att båda antalen är större än noll")
    ratio = (x1 / t1) / (x0 / t0)
    log_se = sqrt(phi * (1 / x0 + 1 / x1))
    half = z_value(level) * log_se
    return RateRatio(value=ratio, log_se=log_se, low=exp(log(ratio) - half), high=exp(log(ratio) + half))


def rate_ratio_exact(x0: int, t0: float, x1: int, t1: float, *, level: float = 0.95) -> ExactRatio:
    """Clopper–Pearson limits of the rate ratio, given the total: x1 is then binomial (Przyborowski & Wilenski 1940).

    `p_two_sided` adds up every outcome that is no more likely than the one seen, as R's poisson.test does.
    Raises ValueError when there is no event at all.
    """
    from scipy.special import bdtr, betaincinv

    _require_pair(x0, t0, x1, t1)
    _require_level(level)
    share = t1 / (t0 + t1)
    tail = (1 - level) / 2
    low = _odds(betaincinv(x1, x0 + 1, tail)) * t0 / t1 if x1 else 0.0
    # The share of the earlier period, so that nothing is lost when it is close to zero.
    high = t0 / t1 / _odds(betaincinv(x0, x1 + 1, tail)) if x0 else None
    return ExactRatio(
        value=(x1 / t1) / (x0 / t0) if x0 else None,
        low=low,
        high=high,
        p_two_sided=_as_unlikely(x1, x0 + x1, share),
        p_decrease=float(bdtr(x1, x0 + x1, share)),
    )


def rate_ratio_midp(x0: int, t0: float, x1: int, t1: float, *, level: float = 0.95) -> tuple[float, float | None]:
    """Mid-p limits of the rate ratio: half of the outcome seen counts in each tail (Rothman & Boice 1979).

    Low is 0 when x1 is zero, and high None when x0 is. Raises ValueError when there is no event at all.
    """
    from scipy.special import bdtr, bdtrc, expit

    exact = rate_ratio_exact(x0, t0, x1, t1, level=level)
    total, tail = x0 + x1, (1 - level) / 2

    def outcome(share: float) -> float:
        return float(bdtr(x1, total, share) - (bdtr(x1 - 1, total, share) if x1 else 0.0))

    def beyond(log_ratio: float) -> float:
        share = expit(log_ratio + log(t1 / t0))
        return float(bdtrc(x1, total, share)) + outcome(share) / 2 - tail

    def below(log_ratio: float) -> float:
        share = expit(log_ratio + log(t1 / t0))
        return float(bdtr(x1, total, share)) - outcome(share) / 2 - tail

    # The exact limits lie outside; 50 on the log scale is where one period has every event.
    low = _root(beyond, log(exact.low), log(exact.low) + 50) if x1 else 0.0
    return low, _root(below, log(exact.high) - 50, log(exact.high)) if exact.high is not None else None


def rate_dispersion(counts: Sequence[float], person_years: Sequence[float]) -> float | None:
    """Pearson's χ² of the counts around their common rate, over (number of counts − 1); None when that is undefined.

    One for counts that vary by chance only. `person_years` goes with `counts`, period by period.
    """
    observed, exposure = np.asarray(counts, dtype=float), np.asarray(person_years, dtype=float)
    if observed.shape != exposure.shape:
        raise ValueError("varje antal ska ha sina personår")
    if len(observed) < 2 or observed.sum() <= 0 or np.any(exposure <= 0):
        return None
    expected = exposure * observed.sum() / exposure.sum()
    return float(((observed - expected) ** 2 / expected).sum() / (len(observed) - 1))


def _root(function: Callable[[float], float], low: float, high: float) -> float:
    from scipy.optimize import brentq

    return exp(brentq(function, low, high, xtol=1e-13, rtol=1e-13))


def _odds(share: float) -> float:
    return float(share / (1 - share))


def _as_unlikely(seen: int, total: int, share: float) -> float:
    """The probability of all binomial outcomes that are at most as likely as the one seen."""
    from scipy.special import gammaln, xlog1py, xlogy

    k = np.arange(total + 1)
    ways = gammaln(total + 1) - gammaln(k + 1) - gammaln(total - k + 1)
    likelihood = np.exp(ways + xlogy(k, share) + xlog1py(total - k, -share))
    # Outcomes equally likely differ in the last digits.
    return min(1.0, float(likelihood[likelihood <= likelihood[seen] * (1 + 1e-7)].sum()))


def _require_pair(x0: int, t0: float, x1: int, t1: float) -> None:
    for count, exposure in ((x0, t0), (x1, t1)):
        _require_count(count)
        _require_exposure(exposure)
    if x0 + x1 == 0:
        raise ValueError("kvoten kräver minst en händelse")


def _require_count(count: float) -> None:
    if not isfinite(count) or count < 0:
        raise ValueError(f"antalet ska vara noll eller större, inte {count}")


def _require_level(level: float) -> None:
    if not 0 < level < 1:
        raise ValueError(f"nivån ska ligga mellan 0 och 1, inte {level}")


def _require_exposure(exposure: float) -> None:
    if not isfinite(exposure) or exposure <= 0:
        raise ValueError(f"personåren ska vara större än noll, inte {exposure}")
