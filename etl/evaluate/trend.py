"""Trends of monthly counts: rank tests, slopes and the rolling twelve months."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, sqrt

import numpy as np
from numpy.typing import NDArray

from etl.evaluate.multiple_testing import two_sided_p
from etl.evaluate.seasonal_trend import LEAST_MONTHS, seasonal_trends

LEAST_VALUES = 3
YEAR = 12


@dataclass(frozen=True, kw_only=True)
class MannKendall:
    """S with its variance, z (corrected for continuity), two-sided p, τ-a, τ-b and the Theil–Sen slope per step."""

    n: int
    s: int
    var_s: float
    z: float
    p: float
    tau_a: float
    tau_b: float
    slope: float


@dataclass(frozen=True, kw_only=True)
class SeasonalMannKendall:
    """S summed over the calendar months, its variance, z, two-sided p, τ (S over the pairs) and slope per year."""

    months: int
    s: int
    var_s: float
    z: float
    p: float
    tau: float
    slope_per_year: float


def mann_kendall(values: Sequence[float]) -> MannKendall | None:
    """Mann–Kendall's test of a monotone trend in values of equal steps (Mann 1945, Kendall 1975).

    The variance is corrected for ties. None on fewer than three values; a constant series has z 0 and p 1.
    """
    series = _finite(values)
    n = len(series)
    if n < LEAST_VALUES:
        return None
    before, after = np.triu_indices(n, 1)
    s = int(np.sign(series[after] - series[before]).sum())
    ties = np.unique(series, return_counts=True)[1]
    var_s = float(n * (n - 1) * (2 * n + 5) - (ties * (ties - 1) * (2 * ties + 5)).sum()) / 18
    z = 0.0 if var_s == 0 else (s - np.sign(s)) / sqrt(var_s)
    pairs = n * (n - 1) / 2
    untied = pairs - float((ties * (ties - 1)).sum()) / 2
    return MannKendall(
        n=n,
        s=s,
        var_s=var_s,
        z=float(z),
        p=two_sided_p(float(z)),
        tau_a=s / pairs,
        tau_b=s / sqrt(pairs * untied) if untied else 0.0,
        slope=float(np.median((series[after] - series[before]) / (after - before))),
    )


def theil_sen(values: Sequence[float]) -> float | None:
    """The median of the slopes of all pairs, per step (Sen 1968); None on fewer than three values."""
    test = mann_kendall(values)
    return None if test is None else test.slope


def seasonal_mann_kendall(values: Sequence[float | None], first_month: int = 1) -> SeasonalMannKendall | None:
    """Mann–Kendall within each calendar month, summed (Hirsch, Slack & Smith 1982).

    `values` are months in a row, None where one is missing; `first_month` (1–12) is the calendar month of the
    first. The slope is the median over all pairs of the same month. None on fewer than 24 months.
    """
    row = np.array([[np.nan if value is None else float(value) for value in values]])
    if np.isinf(row).any() or not 1 <= first_month <= YEAR:
        raise ValueError("månadsantalen ska vara ändliga och första månaden 1–12")
    known = int((~np.isnan(row)).sum())
    if known < LEAST_MONTHS:
        return None
    trends = seasonal_trends(row, first_month)
    return SeasonalMannKendall(
        months=known,
        s=int(trends.s[0]),
        var_s=float(trends.var_s[0]),
        z=float(trends.z[0]),
        p=float(trends.p[0]),
        tau=float(trends.tau[0]),
        slope_per_year=float(trends.slope_per_year[0]),
    )


def rolling_12(counts: Sequence[float | None]) -> tuple[float | None, ...]:
    """The sum of each month and the eleven before it; None until there are twelve, and where one of them is missing."""
    sums: list[float | None] = []
    for end in range(1, len(counts) + 1):
        twelve = [count for count in counts[max(0, end - YEAR) : end] if count is not None]
        sums.append(sum(twelve) if len(twelve) == YEAR else None)
    return tuple(sums)


def _finite(values: Sequence[float]) -> NDArray[np.float64]:
    series = np.asarray(values, dtype=float)
    if not all(isfinite(value) for value in series):
        raise ValueError("värdena ska vara ändliga")
    return series
