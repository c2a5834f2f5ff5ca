"""Two published shares with published 95 % limits: is the change between them more than chance?"""

from dataclasses import dataclass
from math import isfinite, sqrt


@dataclass(frozen=True, kw_only=True)
class PublishedShare:
    """A share and its 95 % limits as published, in percent. The limits may lie unevenly around the value."""

    value: float
    low: float
    high: float

    def __post_init__(self) -> None:
        if not all(isfinite(number) for number in (self.value, self.low, self.high)):
            raise ValueError("värdet och gränserna ska vara tal")
        if not self.low <= self.value <= self.high:
            raise ValueError("värdet ska ligga mellan sina gränser")


@dataclass(frozen=True, kw_only=True)
class PublishedChange:
    """`difference` (percentage points, later less earlier) with 95 % limits, and whether the two intervals are apart.

    Intervals that are apart are much rarer than a significant difference: the one implies the other, not the reverse.
    """

    difference: float
    low: float
    high: float
    intervals_apart: bool

    @property
    def is_significant(self) -> bool:
        """Whether no change lies outside the limits of the difference."""
        return self.low > 0 or self.high < 0


def published_change(before: PublishedShare, after: PublishedShare) -> PublishedChange:
    """The change between two independent published shares, from their limits alone (MOVER, Zou & Donner 2008).

    The distance from each value to its limit takes the place of a standard error; with Wilson limits it is Newcombe's
    method 10. Limits that are published in whole percent make the answer as coarse.
    """
    difference = after.value - before.value
    return PublishedChange(
        difference=difference,
        low=difference - sqrt((after.value - after.low) ** 2 + (before.high - before.value) ** 2),
        high=difference + sqrt((after.high - after.value) ** 2 + (before.value - before.low) ** 2),
        intervals_apart=before.high < after.low or after.high < before.low,
    )
