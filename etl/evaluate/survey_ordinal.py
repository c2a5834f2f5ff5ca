"""Questions whose answers have an order: the full distribution, the mean on 0–100, and a test of ranks."""

from dataclasses import dataclass
from math import sqrt
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from etl.evaluate.multiple_testing import two_sided_p
from etl.evaluate.verdict import Z95

Floats = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class AnswerSums:
    """One element an answer, in rising order: its code, the number who gave it, Σw and Σw² over them."""

    code: Floats
    n: Floats
    w: Floats
    w2: Floats


@dataclass(frozen=True, kw_only=True)
class OrdinalMean:
    """A mean on 0–100, where 0 is the lowest answer of the scale and 100 the highest, with 95 % limits.

    `se`, `low` and `high` are None for one answer alone, or when all answers are alike.
    """

    n: int
    mean: float
    se: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, kw_only=True)
class MeanDifference:
    """After less before, in points of 0–100, with its 95 % limits and two-sided p-value."""

    difference: float
    se: float
    low: float
    high: float
    p_value: float


@dataclass(frozen=True, kw_only=True)
class RankTest:
    """The difference in mean rank (0–1), its t-statistic, degrees of freedom and two-sided p-value."""

    difference: float
    t: float
    df: int
    p_value: float


def answer_sums(codes: ArrayLike, w: ArrayLike | None = None) -> AnswerSums:
    """Sums per answer from micro-data; a code or weight that is NaN is left out."""
    given = np.asarray(codes, dtype=float)
    weights = np.ones_like(given) if w is None else np.asarray(w, dtype=float)
    keep = ~(np.isnan(given) | np.isnan(weights))
    given, weights = given[keep], weights[keep]
    if np.any(weights < 0):
        raise ValueError("vikter får inte vara negativa")
    code, which = np.unique(given, return_inverse=True)
    size = len(code)
    return AnswerSums(
        code=code,
        n=np.bincount(which, minlength=size).astype(float),
        w=np.bincount(which, weights, size).astype(float),
        w2=np.bincount(which, weights * weights, size).astype(float),
    )


def distribution(sums: AnswerSums) -> dict[float, float]:
    """The weighted share of each answer, by its code; they add up to 1. Empty without weights."""
    total = float(sums.w.sum())
    return dict(zip(sums.code.tolist(), (sums.w / total).tolist(), strict=True)) if total > 0 else {}


def mean_0_100(sums: AnswerSums, lowest: float, highest: float) -> OrdinalMean | None:
    """Σw(code − lowest)/(highest − lowest)·100/Σw with linearised variance n/(n − 1)·Σ(w(x − mean)/Σw)².

    `lowest` and `highest` are the ends of the scale, whether or not anybody answered there. None without weights.
    Raises ValueError for an answer outside the scale.
    """
    if not lowest < highest or np.any((sums.code < lowest) | (sums.code > highest)):
        raise ValueError("svaren ska ligga på skalan")
    n, total = int(sums.n.sum()), float(sums.w.sum())
    if total <= 0:
        return None
    points = (sums.code - lowest) / (highest - lowest) * 100
    mean = float((sums.w * points).sum()) / total
    squares = float((sums.w2 * (points - mean) ** 2).sum()) / total**2
    if n < 2 or squares < 1e-18:
        return OrdinalMean(n=n, mean=mean, se=None, low=None, high=None)
    se = sqrt(n / (n - 1) * squares)
    return OrdinalMean(n=n, mean=mean, se=se, low=max(0.0, mean - Z95 * se), high=min(100.0, mean + Z95 * se))


def difference_of_means(before: OrdinalMean, after: OrdinalMean) -> MeanDifference | None:
    """The change between two independent waves; None when one of them has no standard error."""
    if before.se is None or after.se is None:
        return None
    difference, se = after.mean - before.mean, sqrt(before.se**2 + after.se**2)
    return MeanDifference(
        difference=difference,
        se=se,
        low=difference - Z95 * se,
        high=difference + Z95 * se,
        p_value=two_sided_p(difference / se),
    )


def rank_test(
    before: ArrayLike,
    w_before: ArrayLike,
    after: ArrayLike,
    w_after: ArrayLike,
    ties: Literal["midrank", "in_order"] = "midrank",
) -> RankTest | None:
    """Wilcoxon's test for weighted samples, the waves as strata (Lumley & Scott 2013; R: svyranktest).

    Answers are ranked by estimated population rank and the difference in mean rank is tested with t on n − 3
    degrees of freedom. Equal answers get the middle of their ranks; `in_order` averages the ranks they would have
    had one after another in the order given, as R does, which changes a little with the order of the rows. None
    when a wave has fewer than two answers or nothing varies.
    """
    from scipy.special import stdtr

    waves = [np.asarray(codes, dtype=float) for codes in (before, after)]
    weights = [np.asarray(w, dtype=float) for w in (w_before, w_after)]
    codes, w = np.concatenate(waves), np.concatenate(weights)
    if min(len(wave) for wave in waves) < 2 or min(part.sum() for part in weights) <= 0:
        return None
    ranks = _population_ranks(codes, w, ties)
    means, variance = [], 0.0
    for rank, weight in zip(np.split(ranks, [len(waves[0])]), weights, strict=True):
        mean = float((weight * rank).sum() / weight.sum())
        scores = weight * (rank - mean) / weight.sum()
        n = len(scores)
        variance += n / (n - 1) * float((scores**2).sum())
        means.append(mean)
    df = len(codes) - 3
    if variance < 1e-18 or df < 1:
        return None
    difference = means[1] - means[0]
    t = difference / sqrt(variance)
    return RankTest(difference=difference, t=t, df=df, p_value=float(2 * stdtr(df, -abs(t))))


def _population_ranks(codes: Floats, w: Floats, ties: str) -> Floats:
    """The share of the weighted sample below each answer, half of its own included."""
    order = np.argsort(codes, kind="stable")
    _, which = np.unique(codes, return_inverse=True)
    if ties == "in_order":
        reached = np.empty_like(w)
        reached[order] = np.cumsum(w[order]) - w[order] / 2
        middle = np.bincount(which, reached) / np.bincount(which)
    else:
        own = np.bincount(which, w)
        middle = np.cumsum(own) - own / 2
    return np.asarray(middle[which] / w.sum(), dtype=float)
