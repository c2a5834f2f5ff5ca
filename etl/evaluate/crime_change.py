"""How reported crime has moved: the latest twelve months beside the same months of the years before.

A description and no verdict: nothing here knows of a promise. The interval is that of the rule for crime goals
(crime_goal.judge_crime), so that "more than usual" means the same everywhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import isfinite

from etl.evaluate.crime_goal import LEAST_BASE, CrimeEvidence, assumed_phi, judge_crime

MOST_YEARS, LEAST_YEARS = 3, 2


class Change(StrEnum):
    """What may be said of the latest twelve months."""

    MORE = "fler"
    FEWER = "färre"
    UNCLEAR = "inget tydligt"
    SMALL = "för få för att räkna i procent"
    NONE_REPORTED = "inga anmälda"
    NO_HISTORY = "inget att jämföra med"
    HIDDEN = "visas inte"


@dataclass(frozen=True, kw_only=True)
class Twelve:
    """Twelve months by their first and last day. `count` is None where it is not known or not shown.

    `rate` is per 100 000 inhabitants, `hidden_reason` why a known count is not shown.
    """

    first: date
    last: date
    count: int | None
    rate: float | None = None
    preliminary: bool = False
    hidden_reason: str = ""

    def __post_init__(self) -> None:
        if self.count is not None and self.count < 0:
            raise ValueError("antalet ska vara noll eller större")
        if self.rate is not None and not (isfinite(self.rate) and self.rate >= 0):
            raise ValueError("talet per invånare ska vara noll eller större")


@dataclass(frozen=True, kw_only=True)
class CrimeChange:
    """`percent` with its 95 % limits is None unless `kind` is MORE, FEWER or UNCLEAR.

    `per_inhabitant` is False where a population is missing: then counts are compared. `before` are the years that were
    compared with, oldest first; `base` their mean count.
    """

    kind: Change
    latest: Twelve
    before: tuple[Twelve, ...] = ()
    base: float | None = None
    percent: float | None = None
    low: float | None = None
    high: float | None = None
    per_inhabitant: bool = False


def crime_change(crime: str, series: Sequence[Twelve]) -> CrimeChange | None:
    """The latest of the `series` against the two or three years just before it; None of an empty series.

    `series` is of one crime type, area and definition, after its latest break. Never a percentage on a mean of fewer
    than LEAST_BASE a year, and never across a year that is missing or hidden.
    """
    if not series:
        return None
    ordered = sorted(series, key=lambda twelve: twelve.last)
    latest = ordered[-1]
    if latest.count is None:
        return CrimeChange(kind=Change.HIDDEN, latest=latest)
    before = _years_before(latest, ordered[:-1])
    if len(before) < LEAST_YEARS:
        kind = Change.NONE_REPORTED if latest.count == 0 else Change.NO_HISTORY
        return CrimeChange(kind=kind, latest=latest)
    counts = [twelve.count or 0 for twelve in before]
    base = sum(counts) / len(counts)
    if latest.count == 0 or base < LEAST_BASE:
        kind = Change.NONE_REPORTED if latest.count == 0 else Change.SMALL
        return CrimeChange(kind=kind, latest=latest, before=before, base=base)
    years, years_before = _person_years(latest), [_person_years(twelve) for twelve in before]
    known = years is not None and None not in years_before
    judged = judge_crime(
        CrimeEvidence(
            x0=sum(counts),
            person_years0=sum(y or 0.0 for y in years_before) if known else float(len(before)),
            months0=12 * len(before),
            x1=latest.count,
            person_years1=years if known else 1.0,
            months1=12,
            phi=assumed_phi(crime),
            phi_assumed=True,
        )
    )
    kind = Change.UNCLEAR
    if (judged.low or 0.0) > 0:
        kind = Change.MORE
    elif (judged.high or 0.0) < 0:
        kind = Change.FEWER
    return CrimeChange(
        kind=kind, latest=latest, before=before, base=base, percent=judged.estimate, low=judged.low, high=judged.high,
        per_inhabitant=known,
    )  # fmt: skip


def _years_before(latest: Twelve, earlier: Sequence[Twelve]) -> tuple[Twelve, ...]:
    """The unbroken run of shown years that end one, two and three years earlier; oldest first."""
    by_end = {(twelve.last.year, twelve.last.month): twelve for twelve in earlier}
    found: list[Twelve] = []
    for back in range(1, MOST_YEARS + 1):
        twelve = by_end.get((latest.last.year - back, latest.last.month))
        if twelve is None or twelve.count is None:
            break
        found.insert(0, twelve)
    return tuple(found)


def _person_years(twelve: Twelve) -> float | None:
    """The population behind a count and its rate; none can be told from a rate of nothing."""
    return 100_000 * twelve.count / twelve.rate if twelve.count and twelve.rate else None
