"""The weighted shares of many groups at once: share_from_sums for arrays, without strata."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from etl.evaluate.verdict import Z95

Floats = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class ShareColumns:
    """One element a group: share, effective number of answers and 95 % Wilson limits, all as proportions."""

    p: Floats
    n_eff: Floats
    low: Floats
    high: Floats


def share_columns(*, n: Floats, w: Floats, wy: Floats, w2: Floats, w2y: Floats) -> ShareColumns:
    """Arrays of equal length with the sums of ShareSums; every n at least 1 and every w above zero.

    The same numbers as share_from_sums with one stratum, to rounding.
    """
    p = np.clip(wy / w, 0.0, 1.0)
    squares = (w2y * (1 - 2 * p) + p * p * w2) / w**2
    mean = (wy - p * w) / w / n
    spread = np.maximum(0.0, squares - np.where(n > 1, n * mean**2, 0.0))
    variance = spread * np.where(n > 1, n / np.maximum(n - 1, 1), 1.0)
    degenerate = (p * (1 - p) < 1e-12) | (variance < 1e-18)
    n_eff = np.where(degenerate, w**2 / w2, p * (1 - p) / np.where(degenerate, 1.0, variance))
    low, high = wilson_columns(p, n_eff)
    return ShareColumns(p=p, n_eff=n_eff, low=low, high=high)


def wilson_columns(p: Floats, n_eff: Floats, z: float = Z95) -> tuple[Floats, Floats]:
    """Wilson's limits (survey.wilson) for arrays of equal length; every n_eff above zero."""
    extra = z * z / n_eff
    centre = (p + extra / 2) / (1 + extra)
    half = z * np.sqrt(p * (1 - p) / n_eff + extra / (4 * n_eff)) / (1 + extra)
    return np.maximum(0.0, np.minimum(p, centre - half)), np.minimum(1.0, np.maximum(p, centre + half))
