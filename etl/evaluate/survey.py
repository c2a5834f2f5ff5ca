"""Weighted shares of survey answers with their uncertainty, and the difference between two waves."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from etl.evaluate.verdict import Z95

LEAST_ANSWERS = 30
ASSUMED_DEFF = 1.3
"""Design effect assumed for published shares, whose weights are not known."""


@dataclass(frozen=True, kw_only=True)
class ShareSums:
    """Sums over the answers of one stratum: 1, w, w·y, w², w²·y, where y is 0 or 1 and missing is removed.

    `population` is the stratum's size, given only when the finite population correction is wanted.
    """

    n: int
    w: float
    wy: float
    w2: float
    w2y: float
    population: float | None = None


@dataclass(frozen=True, kw_only=True)
class ShareEstimate:
    """A share between 0 and 1 with a 95 % Wilson interval on `n_eff`, the variance one: p(1 − p)/SE².

    `kish` is (Σw)²/Σw², `df` the number of answers less the number of strata; None for a published share, whose
    design effect is assumed (`deff_assumed`).
    """

    n: int
    p: float
    se: float
    n_eff: float
    low: float
    high: float
    kish: float | None = None
    df: int | None = None
    deff_assumed: bool = False

    @property
    def deff(self) -> float | None:
        """The variance against that of a simple random sample of as many: SE²(n − 1)/p(1 − p). None when all agree."""
        return self.se**2 * (self.n - 1) / (self.p * (1 - self.p)) if self.se > 0 else None


def share_from_sums(sums: ShareSums | Sequence[ShareSums]) -> ShareEstimate | None:
    """The weighted share from sufficient sums, one per stratum; None without answers or weights.

    Taylor-linearised variance with u = w(y − p)/Σw: within a stratum n/(n−1)·Σ(u − ū)². A stratum with one
    answer is centred at the overall mean, which is zero.
    """
    strata = [sums] if isinstance(sums, ShareSums) else list(sums)
    strata = [stratum for stratum in strata if stratum.n > 0]
    n = sum(stratum.n for stratum in strata)
    weight = sum(stratum.w for stratum in strata)
    if n == 0 or weight <= 0:
        return None
    p = min(1.0, max(0.0, sum(stratum.wy for stratum in strata) / weight))
    variance = 0.0
    for stratum in strata:
        squares = (stratum.w2y * (1 - 2 * p) + p * p * stratum.w2) / weight**2
        mean = (stratum.wy - p * stratum.w) / weight / stratum.n
        correction = 1 - stratum.n / stratum.population if stratum.population else 1.0
        if stratum.n > 1:
            spread = max(0.0, squares - stratum.n * mean**2) * stratum.n / (stratum.n - 1)
        else:
            spread = max(0.0, squares)
        variance += max(0.0, correction) * spread
    kish = weight**2 / sum(stratum.w2 for stratum in strata)
    return _estimate(n=n, p=p, variance=variance, kish=kish, df=n - len(strata))


def share_from_answers(
    y: ArrayLike,
    w: ArrayLike | None = None,
    strata: Sequence[Any] | None = None,
    populations: dict[Any, float] | None = None,
    fpc: bool = True,
) -> ShareEstimate | None:
    """The weighted share of y = 1 from micro-data; y or w that is NaN is left out.

    `populations` (size per stratum) switches the finite population correction on, unless `fpc` is False: a goal
    is about change, so the correction belongs only to a statement about these people at that moment.
    """
    answers = np.asarray(y, dtype=float)
    weights = np.ones_like(answers) if w is None else np.asarray(w, dtype=float)
    keep = ~(np.isnan(answers) | np.isnan(weights))
    labels = np.zeros(len(answers), dtype=int) if strata is None else np.asarray(strata)
    answers, weights, labels = answers[keep], weights[keep], labels[keep]
    if np.any((answers != 0) & (answers != 1)):
        raise ValueError("svaren ska vara 0 eller 1")
    if np.any(weights < 0):
        raise ValueError("vikter får inte vara negativa")
    sizes = (populations or {}) if fpc else {}
    sums = [
        _sums(answers[labels == label], weights[labels == label], sizes.get(label))
        for label in np.unique(labels).tolist()
    ]
    return share_from_sums(sums)


def share_published(p: float, n: int, deff: float = ASSUMED_DEFF) -> ShareEstimate:
    """A published share with its number of answers; n_eff = n/deff, where deff is assumed."""
    if not 0 <= p <= 1 or n <= 0 or deff <= 0:
        raise ValueError("andelen ska ligga mellan 0 och 1 och antalet svar vara större än noll")
    n_eff = n / deff
    low, high = wilson(p, n_eff)
    return ShareEstimate(n=n, p=p, se=sqrt(p * (1 - p) / n_eff), n_eff=n_eff, low=low, high=high, deff_assumed=True)


def is_large_sample(n: int, population: float) -> bool:
    """Whether more than every tenth was asked, so that the finite population correction is worth its while."""
    return n > 0.1 * population


def wilson(p: float, n_eff: float, z: float = Z95) -> tuple[float, float]:
    """Wilson's interval for a share (1927)."""
    spread = z * z / n_eff
    centre = (p + spread / 2) / (1 + spread)
    half = z * sqrt(p * (1 - p) / n_eff + spread / (4 * n_eff)) / (1 + spread)
    return max(0.0, min(p, centre - half)), min(1.0, max(p, centre + half))


def newcombe(p0: float, neff0: float, p1: float, neff1: float, z: float = Z95) -> tuple[float, float]:
    """Newcombe's hybrid interval for p1 − p0 (1998, method 10)."""
    low0, high0 = wilson(p0, neff0, z)
    low1, high1 = wilson(p1, neff1, z)
    difference = p1 - p0
    return (
        difference - sqrt((p1 - low1) ** 2 + (high0 - p0) ** 2),
        difference + sqrt((high1 - p1) ** 2 + (p0 - low0) ** 2),
    )


def show_share(n: int | None) -> bool:
    """Whether a share may be shown: never on a known number of answers under 30."""
    return n is None or n >= LEAST_ANSWERS


def _sums(y: NDArray[np.float64], w: NDArray[np.float64], population: float | None) -> ShareSums:
    return ShareSums(
        n=len(y),
        w=float(w.sum()),
        wy=float((w * y).sum()),
        w2=float((w * w).sum()),
        w2y=float((w * w * y).sum()),
        population=population,
    )


def _estimate(*, n: int, p: float, variance: float, kish: float, df: int) -> ShareEstimate:
    # All answers alike leave no variance to invert; a residue of rounding is no variance either.
    degenerate = p * (1 - p) < 1e-12 or variance < 1e-18
    n_eff = kish if degenerate else p * (1 - p) / variance
    low, high = wilson(p, n_eff)
    return ShareEstimate(
        n=n,
        p=p,
        se=0.0 if degenerate else sqrt(variance),
        n_eff=n_eff,
        low=low,
        high=high,
        kish=kish,
        df=df,
    )
