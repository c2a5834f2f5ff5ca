"""Names of the cells of reported crime, and how their periods hold one another."""

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeAlias

from etl.contract.periods import PeriodKind

Row: TypeAlias = Mapping[str, Any]
"""A row of marts.crime_series by column name."""

WHOLE = ""
"""The place that is the whole municipality."""


class CrimeKey(NamedTuple):
    """One count of one definition: an area (WHOLE: the municipality), a type and a period."""

    place: str
    crime_type: str
    granularity: str
    period: str

    @property
    def year(self) -> str:
        return self.period[:4]

    @property
    def quarter(self) -> str:
        """The quarter that holds a month."""
        return f"{self.year}-K{(int(self.period[5:7]) - 1) // 3 + 1}"


def key_of(row: Row) -> CrimeKey:
    return CrimeKey(row["area_id"] or WHOLE, row["crime_type"], row["granularity"], row["period"])


def parts_of(granularity: str, period: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The ways a period is made of shorter ones: (granularity, periods)."""
    year = period[:4]
    quarters = tuple(f"{year}-K{number}" for number in range(1, 5))
    months = tuple(f"{year}-{number:02d}" for number in range(1, 13))
    halves = (f"{year}-H1", f"{year}-H2")
    if granularity == PeriodKind.YEAR:
        return (PeriodKind.QUARTER, quarters), (PeriodKind.HALF_YEAR, halves), (PeriodKind.MONTH, months)
    number = int(period[-1]) - 1
    if granularity == PeriodKind.HALF_YEAR:
        return (
            (PeriodKind.QUARTER, quarters[2 * number : 2 * number + 2]),
            (PeriodKind.MONTH, months[6 * number : 6 * number + 6]),
        )
    if granularity == PeriodKind.QUARTER:
        return ((PeriodKind.MONTH, months[3 * number : 3 * number + 3]),)
    return ()
