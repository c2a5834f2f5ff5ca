"""Seasonal Mann–Kendall for many monthly series at once."""

from dataclasses import dataclass, fields
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Floats = NDArray[np.floating]
YEAR = 12
LEAST_MONTHS = 24
MOST_SLOPES = 10_000_000
"""Held in memory at once."""


@dataclass(frozen=True, kw_only=True)
class SeasonalTrends:
    """One value a series: S, its variance, z, two-sided p, τ (S over the pairs) and median slope per year.

    Where a series has no pair of the same calendar month, z, τ and slope are 0 and p is 1.
    """

    s: Numbers
    var_s: Numbers
    z: Numbers
    p: Numbers
    tau: Numbers
    slope_per_year: Numbers


def seasonal_trends(counts: Floats, first_month: int = 1) -> SeasonalTrends:
    """Seasonal Mann–Kendall and seasonal Kendall slope (Hirsch, Slack & Smith 1982) of series × months.

    `counts` has one row a series and one column a month, NaN where a month is missing; `first_month` (1–12) is the
    calendar month of the first column. Ties are corrected for within each calendar month; months are taken as
    independent of each other. Counts in single precision (exact below 16 million) halve the memory it takes.
    """
    spans = -(-(first_month - 1 + counts.shape[1]) // YEAR)
    block = max(1, MOST_SLOPES // (YEAR * max(1, spans * (spans - 1) // 2)))
    parts = [_trends(counts[row : row + block], first_month) for row in range(0, max(1, len(counts)), block)]
    return SeasonalTrends(
        **{
            field.name: np.concatenate([getattr(part, field.name) for part in parts])
            for field in fields(SeasonalTrends)
        }
    )


def _trends(counts: Floats, first_month: int) -> SeasonalTrends:
    from scipy.special import ndtr

    years = _by_year(counts, first_month)
    spans, series = years.shape[:2]
    n = (~np.isnan(years)).sum(axis=0, dtype=float)
    rises = np.zeros((series, YEAR), dtype=np.int32)
    tied_with = np.zeros(years.shape, dtype=np.int32)
    slopes = np.empty((spans * (spans - 1) // 2, series, YEAR), dtype=years.dtype)
    for pair, (earlier, later) in enumerate(combinations(range(spans), 2)):
        # A comparison with a missing month is false both ways, and its slope is not a number.
        rises += years[later] > years[earlier]
        rises -= years[later] < years[earlier]
        equal = years[later] == years[earlier]
        tied_with[later] += equal
        tied_with[earlier] += equal
        np.subtract(years[later], years[earlier], out=slopes[pair])
        slopes[pair] /= later - earlier
    s = rises.sum(axis=1, dtype=float)
    pairs = (n * (n - 1) / 2).sum(axis=1)
    # A group of t equal values counts t times (t − 1)(2t + 5), once for each of its members.
    ties = (tied_with * (2 * tied_with + 7)).sum(axis=(0, 2), dtype=float)
    var_s = ((n * (n - 1) * (2 * n + 5)).sum(axis=1) - ties) / 18
    z = np.divide(s - np.sign(s), np.sqrt(var_s), out=np.zeros(series), where=var_s > 0)
    return SeasonalTrends(
        s=s,
        var_s=var_s,
        z=z,
        p=2 * ndtr(-np.abs(z)),
        tau=np.divide(s, pairs, out=np.zeros(series), where=pairs > 0),
        slope_per_year=_medians(slopes.transpose(1, 0, 2).reshape(series, len(slopes) * YEAR), pairs.astype(int)),
    )


def _by_year(counts: Floats, first_month: int) -> Floats:
    """Years × series × calendar months, NaN before the first month and after the last."""
    before = first_month - 1
    after = -(before + counts.shape[1]) % YEAR
    padded = np.pad(counts, ((0, 0), (before, after)), constant_values=np.nan)
    return np.ascontiguousarray(padded.reshape(len(counts), padded.shape[1] // YEAR, YEAR).transpose(1, 0, 2))


def _medians(values: Floats, sizes: NDArray[np.int_]) -> Numbers:
    """The median of the `sizes[i]` numbers of row i, the rest of which are NaN; 0 for a row without any."""
    answer = np.zeros(len(values))
    for size in np.unique(sizes[sizes > 0]):
        rows = sizes == size
        middle = sorted({(size - 1) // 2, size // 2})
        # Whatever is not a number ends up last.
        parted = np.partition(values if rows.all() else values[rows], middle, axis=1)
        answer[rows] = parted[:, middle].mean(axis=1, dtype=float)
    return answer
