"""The rule for small counts of reported crime, from the limits in data/reference/rojandeskydd.csv."""

from collections.abc import Mapping
from dataclasses import dataclass

from etl.errors import BuildError

HIDDEN_COMPLEMENT = "döljs för att skydda ett litet tal"
LEFT_OUT = "utelämnas för att skydda ett litet tal"
"""Only in the memory of editions: the row itself is not published."""


@dataclass(frozen=True, kw_only=True)
class CellRule:
    """Counts from 1 to under `smallest_shown` are hidden, and none may be told within `narrowest_interval`."""

    smallest_shown: int = 5
    narrowest_interval: int = 5

    @property
    def small_label(self) -> str:
        return f"färre än {self.smallest_shown}"

    def is_small(self, count: int | None) -> bool:
        return count is not None and 0 < count < self.smallest_shown

    def label(self, count: int | None) -> str:
        """Why a hidden cell is hidden."""
        return self.small_label if self.is_small(count) else HIDDEN_COMPLEMENT


def cell_rule(thresholds: Mapping[str, float]) -> CellRule:
    """The rule from marts.threshold, key to value. Raises BuildError when a limit is missing or not a whole number."""
    return CellRule(
        smallest_shown=_limit(thresholds, "minsta_antal"), narrowest_interval=_limit(thresholds, "minsta_spann")
    )


def _limit(thresholds: Mapping[str, float], key: str) -> int:
    value = thresholds.get(key)
    if value is None or value != int(value) or value < 1:
        raise BuildError(
            what=f"Gränsen {key} saknas eller är inte ett heltal över noll",
            where="data/reference/rojandeskydd.csv",
            todo="Rätta filen och bygg om databasen. Inget har publicerats.",
        )
    return int(value)
