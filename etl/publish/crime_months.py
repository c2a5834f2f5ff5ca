"""Months of a quarter that is not whole: shown only in series that are far from small."""

from collections.abc import Iterator

from etl.contract.periods import PeriodKind
from etl.publish.crime_keys import WHOLE, CrimeKey
from etl.publish.crime_relations import Values
from etl.publish.rule import CellRule

STEADY_MONTHS = 12


def unsettled_months(counts: Values, rule: CellRule) -> Iterator[CrimeKey]:
    """Months of the whole municipality that wait for their quarter.

    A month shown today cannot be hidden when a small one comes beside it and their exact sum is published. So a month
    goes before its quarter only when it and the eleven before it are all large enough to be shown.
    """
    for key in counts:
        if key.place != WHOLE or key.granularity != PeriodKind.MONTH:
            continue
        quarter = key._replace(granularity=PeriodKind.QUARTER, period=key.quarter)
        if quarter in counts:
            continue
        before = [counts.get(key._replace(period=period)) for period in _last_months(key.period)]
        if not all(count is not None and count >= rule.smallest_shown for count in before):
            yield key


def _last_months(period: str) -> list[str]:
    number = int(period[:4]) * 12 + int(period[5:7]) - 1
    return [f"{n // 12}-{n % 12 + 1:02d}" for n in range(number - STEADY_MONTHS + 1, number + 1)]
