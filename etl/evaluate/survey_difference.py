"""The difference between two waves of a survey, or between two groups of one wave."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, log1p, sqrt
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from etl.evaluate.multiple_testing import two_sided_p
from etl.evaluate.survey import ShareEstimate, newcombe
from etl.evaluate.verdict import Z95

Floats = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class ShareDifference:
    """p1 − p0 as a proportion, with 95 % limits.

    `low` and `high` are Newcombe's on the variance n_eff, which verdicts use; `kish` the same on Kish's n_eff and
    `wald` the difference ± 1.96·SE, for comparison. `z` and the p-values are None when neither wave varies.
    """

    difference: float
    se: float
    low: float
    high: float
    wald: tuple[float, float]
    kish: tuple[float, float] | None
    z: float | None
    p_two_sided: float | None
    p_increase: float | None


@dataclass(frozen=True, kw_only=True)
class LogOddsRatio:
    """ln of the odds ratio, after against before, with its standard error and t-test."""

    value: float
    se: float
    df: int
    p_value: float


@dataclass(frozen=True, kw_only=True)
class TableTest:
    """An F-statistic with its degrees of freedom and p-value."""

    f: float
    ndf: float
    ddf: float
    p_value: float


def difference_of_shares(before: ShareEstimate, after: ShareEstimate) -> ShareDifference:
    """The change between two independent samples (Newcombe 1998, method 10; Wald)."""
    difference = after.p - before.p
    se = sqrt(before.se**2 + after.se**2)
    low, high = newcombe(before.p, before.n_eff, after.p, after.n_eff)
    kish = None
    if before.kish is not None and after.kish is not None:
        kish = newcombe(before.p, before.kish, after.p, after.kish)
    z = difference / se if se > 0 else None
    two_sided = None if z is None else two_sided_p(z)
    increase = None
    if z is not None and two_sided is not None:
        increase = two_sided / 2 if z > 0 else 1 - two_sided / 2
    return ShareDifference(
        difference=difference,
        se=se,
        low=low,
        high=high,
        wald=(difference - Z95 * se, difference + Z95 * se),
        kish=kish,
        z=z,
        p_two_sided=two_sided,
        p_increase=increase,
    )


def log_odds_ratio(before: ShareEstimate, after: ShareEstimate) -> LogOddsRatio | None:
    """The coefficient of the wave in a design-based logistic regression with the waves as strata (R: svyglm).

    None when a share is 0 or 1, or the answers are too few for a test.
    """
    from scipy.special import stdtr

    df = before.n + after.n - 3
    if before.se <= 0 or after.se <= 0 or df < 1:
        return None
    value = _logit(after.p) - _logit(before.p)
    se = sqrt(sum((share.se / (share.p * (1 - share.p))) ** 2 for share in (before, after)))
    return LogOddsRatio(value=value, se=se, df=df, p_value=float(2 * stdtr(df, -abs(value / se))))


def rao_scott(groups: Sequence[Any], answers: Sequence[Any], w: ArrayLike | None = None) -> TableTest | None:
    """Whether answers are spread alike in all groups: Pearson's χ² with Rao and Scott's second-order correction.

    `groups` and `answers` are category labels, one a respondent, without missing ones; the groups (waves) are the
    strata of the design. F on d₀ and d₀·(n − groups) degrees of freedom (Rao & Scott 1984; R: svychisq). None with
    fewer than two groups or answers, a group of one, or no variance.
    """
    from scipy.special import fdtrc

    rows, row = np.unique(np.asarray(groups), return_inverse=True)
    columns, column = np.unique(np.asarray(answers), return_inverse=True)
    n, cells = len(row), len(rows) * len(columns)
    if len(rows) < 2 or len(columns) < 2 or np.bincount(row).min() < 2:
        return None
    weights = np.ones(n) if w is None else np.asarray(w, dtype=float)
    cell = row * len(columns) + column
    shares = np.bincount(cell, weights, cells) / weights.sum()
    table = shares.reshape(len(rows), len(columns))
    expected = np.outer(table.sum(1), table.sum(0))
    if not np.all(expected > 0):
        return None
    x2 = n * float(((table - expected) ** 2 / expected).sum())
    indicator = np.zeros((n, cells))
    indicator[np.arange(n), cell] = 1.0
    scores = weights[:, None] * (indicator - shares) / weights.sum()
    effects = _interaction_effects(expected, shares, _stratified_covariance(scores, row), n)
    trace = float(np.trace(effects))
    if trace <= 1e-12:
        return None
    ndf = trace**2 / float(np.trace(effects @ effects))
    ddf = ndf * (n - len(rows))
    f = x2 / trace
    return TableTest(f=f, ndf=ndf, ddf=ddf, p_value=float(fdtrc(ndf, ddf, f)))


def _interaction_effects(expected: Floats, shares: Floats, covariance: Floats, n: int) -> Floats:
    """The generalised design effects of the interaction of groups and answers, as a matrix."""
    many, wide = expected.shape
    a, b = np.eye(many)[:, :-1] - 1 / many, np.eye(wide)[:, :-1] - 1 / wide
    ones_a, ones_b = np.ones((many, 1)), np.ones((wide, 1))
    main = np.hstack([np.kron(ones_a, ones_b), np.kron(a, ones_b), np.kron(ones_a, b)])
    both = np.kron(a, b)
    contrast = both - main @ np.linalg.lstsq(main, both, rcond=None)[0]
    # A cell nobody is in has no variance; its inverse share counts as zero, as in R.
    inverse = np.divide(1.0, shares, out=np.zeros_like(shares), where=shares > 0)[:, None]
    scaled = inverse * contrast
    simple = (contrast.T @ scaled) / n
    return np.asarray(np.linalg.lstsq(simple, scaled.T @ covariance @ scaled, rcond=None)[0], dtype=float)


def _stratified_covariance(scores: Floats, stratum: NDArray[np.intp]) -> Floats:
    total = np.zeros((scores.shape[1], scores.shape[1]))
    for label in range(int(stratum.max()) + 1):
        part = scores[stratum == label]
        centred = part - part.mean(0)
        total += len(part) / (len(part) - 1) * centred.T @ centred
    return total


def _logit(p: float) -> float:
    return log(p) - log1p(-p)
