"""Counts and rates of events with limits."""

from dataclasses import dataclass
from functools import lru_cache
from math import exp, isfinite, log, sqrt

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


def z_value(level: float) -> float:
    """Two-sided normal quantile of a confidence level between 0 and 1."""
    from scipy.special import ndtri

    if not 0 < level < 1:
        raise ValueError(f"nivån ska ligga mellan 0 och 1, inte {level}")
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


def _require_count(count: float) -> None:
    if not isfinite(count) or count < 0:
        raise ValueError(f"antalet ska vara noll eller större, inte {count}")


def _require_exposure(exposure: float) -> None:
    if not isfinite(exposure) or exposure <= 0:
        raise ValueError(f"personåren ska vara större än noll, inte {exposure}")
