"""Rows of regions: the country, counties and police regions are larger than a municipality and are exact.

Every other region may be a part of a municipality, or a few of them, so it is left out.
"""

from collections.abc import Iterable
from typing import Any

from etl.contract.periods import PeriodKind
from etl.publish.crime_keys import Row
from etl.publish.crime_rolling import with_public_rolling
from etl.publish.crime_types import CrimeTypes
from etl.publish.larger_regions import is_larger


def public_region_rows(rows: Iterable[Row], types: CrimeTypes) -> list[dict[str, Any]]:
    """Quarters, half-years and years; months where Brå publishes them by month."""
    return with_public_rolling(
        {**row, "hidden_reason": None}
        for row in sorted(
            rows, key=lambda row: (row["region"] or "", row["definition"], row["crime_type"], row["period"])
        )
        if is_larger(row["region"] or "") and _is_exact(row, types)
    )


def _is_exact(row: Row, types: CrimeTypes) -> bool:
    if row["granularity"] == PeriodKind.MONTH:
        return types.is_monthly_at_bra(row["crime_type"], row["definition"])
    return str(row["granularity"]) != PeriodKind.WEEK
