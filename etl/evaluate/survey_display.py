"""Which groups' shares are reliable enough to show: the rule of the National Center for Health Statistics.

Parker et al. 2017, Vital and Health Statistics 2(175): hidden with fewer than 30 answers or 30 effective ones, with
an interval 0.30 wide or more, and with one wider than 0.05 that is more than 1.3 times the share. The interval is
the exact one on n_eff (survey_intervals.beta_limits).
"""

from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from etl.evaluate.survey import LEAST_ANSWERS
from etl.evaluate.survey_intervals import beta_limits

WIDEST = 0.30
ALWAYS_NARROW = 0.05
WIDEST_RELATIVE = 1.30


class Hidden(StrEnum):
    """Why a group is not shown, as it is told."""

    FEW_ANSWERS = "färre än 30 svar"
    FEW_EFFECTIVE = "för få svar när de har viktats"
    WIDE = "osäkerheten är 30 procentenheter eller mer"
    WIDE_FOR_ITS_SIZE = "osäkerheten är för stor för en så liten andel"


_IN_ORDER: tuple[Hidden | None, ...] = (None, *Hidden)


def hidden_reason(*, n: int, p: float, n_eff: float) -> Hidden | None:
    """Why a group's share `p` (0–1) on `n` answers is hidden, or None when it may be shown."""
    return _IN_ORDER[int(hidden_codes(n=[n], p=[p], n_eff=[n_eff])[0])]


def hidden_codes(*, n: ArrayLike, p: ArrayLike, n_eff: ArrayLike) -> NDArray[np.int8]:
    """hidden_reason for arrays of equal length: 0 for shown, else the place of the reason in Hidden, from 1."""
    shares = np.asarray(p, dtype=float)
    low, high = beta_limits(shares, n_eff)
    width = high - low
    rules = [
        np.asarray(n) < LEAST_ANSWERS,
        np.asarray(n_eff) < LEAST_ANSWERS,
        width >= WIDEST,
        (width > ALWAYS_NARROW) & (width > WIDEST_RELATIVE * shares),
    ]
    return np.select(rules, [np.int8(place) for place in range(1, len(rules) + 1)], np.int8(0)).astype(np.int8)


def hidden_texts(codes: NDArray[np.int8]) -> list[str | None]:
    """What hidden_codes means, as the words of Hidden; None for shown."""
    words = [None if reason is None else str(reason) for reason in _IN_ORDER]
    return [words[code] for code in codes.tolist()]
