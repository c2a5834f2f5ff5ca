"""Who is not as safe as others: the gap between two groups of one survey wave, with its uncertainty.

Groups are independent samples and the interval is Newcombe's (1998, method 10) on n_eff. A comparison that was decided
beforehand (women and men) stands by itself. Which area or age is highest and which is lowest is seen only in the
answers, so that gap is exploratory: its q-value comes from Benjamini and Hochberg over every pair that could have been
the widest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from etl.evaluate.multiple_testing import FALSE_DISCOVERY_RATE, q_values
from etl.evaluate.survey import newcombe
from etl.evaluate.survey_columns import wilson_columns
from etl.evaluate.survey_display import hidden_reason

Floats = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Group:
    """A group's share `p` (0–1) on `n` answers that are worth `n_eff`."""

    name: str
    p: float
    n: int
    n_eff: float

    @property
    def is_shown(self) -> bool:
        """Whether the display rule lets the share be seen."""
        return hidden_reason(n=self.n, p=self.p, n_eff=self.n_eff) is None


@dataclass(frozen=True, kw_only=True)
class Gap:
    """Group a less group b as a proportion, its 95 % limits, and the p- and q-value of no difference."""

    a: Group
    b: Group
    gap: float
    low: float
    high: float
    p_value: float
    q_value: float
    compared: int

    @property
    def is_clear(self) -> bool:
        """Whether it is larger than chance, counting how many comparisons were made."""
        return bool(are_clear([self.q_value], [self.low], [self.high])[0])


@dataclass(frozen=True, kw_only=True)
class GapColumns:
    """One element a comparison, all as proportions."""

    gap: Floats
    low: Floats
    high: Floats
    p_value: Floats


def gap_between(a: Group, b: Group) -> Gap | None:
    """The gap of two groups chosen beforehand; None when either fails the display rule."""
    return _gap(a, b, None, 1) if a.is_shown and b.is_shown else None


def widest_gap(groups: Sequence[Group]) -> Gap | None:
    """The highest share against the lowest among the groups that may be shown; None with fewer than two.

    Equal shares are taken in the order of their names, so that the order of the rows never matters.
    """
    shown = sorted((group for group in groups if group.is_shown), key=lambda group: (-group.p, group.name))
    if len(shown) < 2:
        return None
    pairs = list(combinations(shown, 2))
    a, b = (np.array([[pair[side].p, pair[side].n_eff] for pair in pairs]) for side in (0, 1))
    q = q_values(gap_columns(p_a=a[:, 0], n_eff_a=a[:, 1], p_b=b[:, 0], n_eff_b=b[:, 1]).p_value)
    return _gap(shown[0], shown[-1], float(q[pairs.index((shown[0], shown[-1]))]), len(shown))


def gap_columns(*, p_a: ArrayLike, n_eff_a: ArrayLike, p_b: ArrayLike, n_eff_b: ArrayLike) -> GapColumns:
    """Gaps for arrays of equal length; shares 0–1 and every n_eff above zero.

    The p-value is that of the score test: (p_a − p_b)/√(p̄(1 − p̄)(1/n_a + 1/n_b)) with the common share p̄.
    """
    from scipy.special import erfc

    a, n_a, b, n_b = (np.asarray(given, dtype=float) for given in (p_a, n_eff_a, p_b, n_eff_b))
    (low_a, high_a), (low_b, high_b) = wilson_columns(a, n_a), wilson_columns(b, n_b)
    gap = a - b
    common = (n_a * a + n_b * b) / (n_a + n_b)
    spread = np.sqrt(np.maximum(0.0, common * (1 - common)) * (1 / n_a + 1 / n_b))
    z = np.divide(np.abs(gap), spread, out=np.zeros_like(gap), where=spread > 0)
    return GapColumns(
        gap=gap,
        low=gap - np.hypot(a - low_a, high_b - b),
        high=gap + np.hypot(high_a - a, b - low_b),
        p_value=np.minimum(1.0, erfc(z / np.sqrt(2))),
    )


def are_clear(q_value: ArrayLike, low: ArrayLike, high: ArrayLike) -> NDArray[np.bool_]:
    """Which gaps are larger than chance: q at most 5 %, and zero outside the 95 % interval."""
    beyond_zero = (np.asarray(low) > 0) | (np.asarray(high) < 0)
    return np.asarray((np.asarray(q_value) <= FALSE_DISCOVERY_RATE) & beyond_zero, dtype=bool)


def _gap(a: Group, b: Group, q_value: float | None, compared: int) -> Gap:
    low, high = newcombe(b.p, b.n_eff, a.p, a.n_eff)
    p_value = float(gap_columns(p_a=[a.p], n_eff_a=[a.n_eff], p_b=[b.p], n_eff_b=[b.n_eff]).p_value[0])
    return Gap(
        a=a,
        b=b,
        gap=a.p - b.p,
        low=low,
        high=high,
        p_value=p_value,
        q_value=p_value if q_value is None else q_value,
        compared=compared,
    )
