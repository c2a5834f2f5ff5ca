"""Many exploratory comparisons at once: the false discovery rate of Benjamini and Hochberg (1995)."""

from collections.abc import Sequence
from math import erfc, sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray

FALSE_DISCOVERY_RATE = 0.05
"""Of the comparisons called clear, at most this share is expected to be chance."""


def benjamini_hochberg(p: Sequence[float]) -> tuple[float, ...]:
    """The q-value of each p-value, in the order given: the least false discovery rate at which it is called clear.

    Step-up: qᵢ = min over j ≥ i of p₍ⱼ₎·m/j with p sorted upwards, at most 1 (Benjamini & Hochberg 1995). Raises
    ValueError for a p-value outside 0–1 or one that is not a number: a comparison never made is left out, not entered.
    """
    return tuple(q_values(p).tolist())


def q_values(p: ArrayLike, family: ArrayLike | None = None) -> NDArray[np.float64]:
    """benjamini_hochberg for an array of p-values (one dimension); an array of the same length.

    `family` says which comparisons belong together, one label each: every family is corrected by itself.
    """
    values = np.asarray(p, dtype=float).reshape(-1)
    if not np.all((values >= 0) & (values <= 1)):
        raise ValueError("p-värden ska ligga mellan 0 och 1")
    labels = np.zeros(len(values)) if family is None else np.asarray(family).reshape(-1)
    if len(values) == 0:
        return values
    _, label = np.unique(labels, return_inverse=True)
    upwards = np.lexsort((values, label))
    group, size = label[upwards], np.bincount(label)
    start = np.concatenate(([0], np.cumsum(size)[:-1]))
    rank = np.arange(1, len(values) + 1) - start[group]
    scaled = np.minimum(1.0, values[upwards] * size[group] / rank)
    # The running minimum from the end is taken over places in the order of size: whole numbers, so that each family can
    # stand above the one before it, out of reach of its minimum, without any rounding.
    by_size = np.argsort(scaled, kind="stable")
    place = np.empty(len(values), dtype=np.int64)
    place[by_size] = np.arange(len(values))
    floor = group.astype(np.int64) * len(values)
    least = np.minimum.accumulate((place + floor)[::-1])[::-1] - floor
    answer = np.empty_like(values)
    answer[upwards] = scaled[by_size][least]
    return np.clip(answer, values, 1.0)


def two_sided_p(z: float) -> float:
    """The two-sided p-value of a standard normal statistic."""
    return erfc(abs(z) / sqrt(2))
