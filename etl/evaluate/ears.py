"""EARS limits C1 and C2: a fallback for series shorter than two years, where there is no season to compare with."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, sqrt

BASELINE = 7
C2_LAG = 2


@dataclass(frozen=True, kw_only=True)
class EarsLimit:
    """Mean of the baseline and the limit above which a count is unusual."""

    expected: float
    limit: float


def ears_c1(counts: Sequence[float], alpha: float = 0.001) -> EarsLimit | None:
    """Limit for the last count from the seven before it: mean + z·sd (Hutwagner and others 2003).

    Season is not taken into account. None on fewer than seven counts before the last.
    """
    return _limit(counts, 0, alpha)


def ears_c2(counts: Sequence[float], alpha: float = 0.001) -> EarsLimit | None:
    """As C1, with the two counts just before the last left out, so that a slow rise does not hide itself."""
    return _limit(counts, C2_LAG, alpha)


def _limit(counts: Sequence[float], lag: int, alpha: float) -> EarsLimit | None:
    from scipy.special import ndtri

    if not 0 < alpha < 1:
        raise ValueError(f"risknivån ska ligga mellan 0 och 1, inte {alpha}")
    if any(not isfinite(count) or count < 0 for count in counts):
        raise ValueError("antalen ska vara noll eller större")
    last = len(counts) - 1 - lag
    if last < BASELINE:
        return None
    baseline = counts[last - BASELINE : last]
    mean = sum(baseline) / BASELINE
    sd = sqrt(sum((count - mean) ** 2 for count in baseline) / (BASELINE - 1))
    return EarsLimit(expected=mean, limit=mean + float(ndtri(1 - alpha)) * sd)
