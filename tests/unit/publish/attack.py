"""An outsider with everything that has been published, a list of crime types and a solver of linear programmes.

Written without any of the gate's own code. It knows: counts are not negative; a year is its quarters and a quarter its
months; areas are no more than their municipality (and all of it, if that has always been so where all are shown); a
crime type is no less than the types under it (and exactly that, if it always is in the totals). It computes counts from
rates and populations, takes sums of twelve months apart, remembers earlier editions, and knows by luck which counts
have been revised since. If it likes it also uses what the two labels mean.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

import numpy as np

from etl.evaluate.rates import fingertips
from tests.unit.publish.attack_solver import Fact, Interval, Spans, Spot, intervals_of

Row = Mapping[str, Any]
SMALL = "färre än 5"


@dataclass
class Edition:
    """What one edition tells: counts that can be read or computed, and hidden ones with their labels."""

    counts: dict[Spot, int] = field(default_factory=dict)
    hidden: dict[Spot, str] = field(default_factory=dict)
    rolling: list[tuple[Spot, int]] = field(default_factory=list)


def spot_of(row: Row) -> Spot:
    return Spot(row["municipality_code"], row["area_id"] or "", row["crime_type"], row["definition"], row["period"])


def read(rows: Iterable[Row]) -> Edition:
    """Everything that a table of crime counts says, openly or through a rate."""
    edition = Edition()
    for row in rows:
        spot = spot_of(row)
        count = row["count"] if row["count"] is not None else count_from_rate(row)
        if count is not None:
            edition.counts[spot] = int(count)
        if row["hidden_reason"]:
            edition.hidden[spot] = row["hidden_reason"]
        if row["rolling_12"] is not None:
            edition.rolling.append((spot, int(row["rolling_12"])))
    return edition


def count_from_rate(row: Row) -> int | None:
    """The count behind a rate or a limit of it, when there is a population to go with it."""
    population = row["population_mean"]
    if not population:
        return None
    for name in ("rate_per_100k", "rate_printed"):
        if row[name] is not None:
            return round(row[name] * population / 100_000)
    for name, end in (("rate_low", 0), ("rate_high", 1)):
        if row[name] is not None:
            wanted = row[name] * population / 100_000
            return min(range(2000), key=lambda count: abs(fingertips(count)[end] - wanted))
    return None


def attack(
    editions: Sequence[Edition],
    parents: Mapping[str, str],
    truth: Mapping[Spot, int | None],
    *,
    knowing_labels: bool,
    inside: Mapping[str, str] | None = None,
    then: Sequence[Mapping[Spot, int | None]] = (),
) -> dict[Spot, Interval]:
    """The interval of every count that any edition hides and the last one does not show.

    `truth` is used for one thing only: the outsider is lucky, and never believes anything that is not so.
    `inside`: areas that lie in another area. `then`: the truth when each edition came. Without it the outsider even
    believes what was not so when it was published but has become so, which takes more luck than there is.
    """
    latest = editions[-1]
    hidden = {spot for edition in editions for spot in edition.hidden if spot not in latest.counts}
    spans: Spans = dict.fromkeys(hidden, (0.0, None))
    if knowing_labels:
        for spot, label in latest.hidden.items():
            if label == SMALL:
                spans[spot] = (1.0, 4.0)
            elif (truth[spot] or 0) >= 5:
                spans[spot] = (5.0, None)
    facts: dict[Fact, None] = {}
    for number, edition in enumerate(editions):
        believed = facts_of(edition, parents, inside or {})
        if then and edition is not latest:
            believed = [fact for fact in believed if _is_so(fact, then[number], if_unknown=True)]
        facts |= dict.fromkeys(believed)
        facts |= {
            Fact(terms=((spot, 1),), low=count, high=count): None
            for spot, count in edition.counts.items()
            if spot not in latest.counts
        }
    mentioned = {spot for fact in facts for spot, _ in fact.terms}
    facts |= {
        Fact(terms=((spot, 1),), low=count, high=count): None
        for spot, count in latest.counts.items()
        if spot in mentioned
    }
    now = set(facts_of(latest, parents, inside or {}))
    true = [fact for fact in facts if _is_so(fact, truth, if_unknown=fact in now)]
    every = {spot: spans.get(spot, (0.0, None)) for fact in true for spot, _ in fact.terms} | spans
    return intervals_of(sorted(hidden), true, every)


def _is_so(fact: Fact, truth: Mapping[Spot, int | None], *, if_unknown: bool) -> bool:
    values = [truth.get(spot) for spot, _ in fact.terms]
    if None in values:
        return if_unknown
    total = sum(factor * (value or 0) for (_, factor), value in zip(fact.terms, values, strict=True))
    return fact.low <= total <= fact.high


def facts_of(edition: Edition, parents: Mapping[str, str], inside: Mapping[str, str]) -> list[Fact]:
    """The relations, with what the edition shows put in."""
    spots = list(edition.counts) + list(edition.hidden)
    worlds = sorted({(spot.municipality, spot.definition) for spot in spots})
    found: list[Fact] = []
    for municipality, definition in worlds:
        own = [spot for spot in spots if (spot.municipality, spot.definition) == (municipality, definition)]
        areas = sorted({spot.area for spot in own})
        types = sorted({spot.crime_type for spot in own})
        years = sorted({spot.period[:4] for spot in own})
        periods = sorted({spot.period for spot in own})
        for area, crime_type, year in product(areas, types, years):
            found += _time(edition, Spot(municipality, area, crime_type, definition, year))
        for crime_type, period in product(types, periods):
            found += _space(edition, Spot(municipality, "", crime_type, definition, period), areas, inside)
        for area, period in product(areas, periods):
            found += _kinds(edition, Spot(municipality, area, "", definition, period), types, parents, periods)
    for spot, total in edition.rolling:
        found += _fact(edition, [(one, 1) for one in _twelve_months(spot)], total, total)
    return found


def _time(edition: Edition, year: Spot) -> list[Fact]:
    found: list[Fact] = []
    text = year.period
    quarters = [year._replace(period=f"{text}-K{n}") for n in range(1, 5)]
    found += _fact(edition, [*((q, 1) for q in quarters), (year, -1)], 0, 0)
    if not year.area:
        for n, quarter in enumerate(quarters):
            months = [year._replace(period=f"{text}-{m:02d}") for m in range(3 * n + 1, 3 * n + 4)]
            found += _fact(edition, [*((m, 1) for m in months), (quarter, -1)], 0, 0)
        for half in (1, 2):
            own = year._replace(period=f"{text}-H{half}")
            found += _fact(edition, [*((q, 1) for q in quarters[2 * half - 2 : 2 * half]), (own, -1)], 0, 0)
    return found


def _space(edition: Edition, whole: Spot, areas: Sequence[str], inside: Mapping[str, str]) -> list[Fact]:
    if len(whole.period) > 4 and whole.period[5] not in "K":
        return []
    found: list[Fact] = []
    for place in ("", *areas):
        parts = [area for area in areas if area and inside.get(area, "") == place]
        if parts:
            everything = _is_always_all(edition, whole, place, parts)
            terms = [(whole._replace(area=area), 1) for area in parts]
            found += _fact(edition, [*terms, (whole._replace(area=place), -1)], 0 if everything else -np.inf, 0)
    return found


def _is_always_all(edition: Edition, whole: Spot, place: str, parts: Sequence[str]) -> bool:
    """Wherever the place and all its areas are shown, they add up; and they are shown together somewhere."""
    sums = [
        (total, sum(edition.counts[spot._replace(area=area)] for area in parts))
        for spot, total in edition.counts.items()
        if spot.area == place
        and spot.definition == whole.definition
        and all(spot._replace(area=area) in edition.counts for area in parts)
    ]
    return bool(sums) and all(total == together for total, together in sums)


def _kinds(
    edition: Edition, place: Spot, types: Sequence[str], parents: Mapping[str, str], periods: Sequence[str]
) -> list[Fact]:
    found: list[Fact] = []
    for above in types:
        below = [kind for kind in types if _nearest(kind, types, parents) == above]
        if not below:
            continue
        sums = [
            (edition.counts[total], sum(edition.counts[total._replace(crime_type=kind)] for kind in below))
            for period in periods
            if (total := place._replace(area="", crime_type=above, period=period)) in edition.counts
            and all(total._replace(crime_type=kind) in edition.counts for kind in below)
        ]
        own = [(place._replace(crime_type=kind), 1) for kind in below]
        total = (place._replace(crime_type=above), -1)
        if any(together > whole for whole, together in sums):
            for one in own:
                found += _fact(edition, [one, total], -np.inf, 0)
        else:
            is_all = bool(sums) and all(together == whole for whole, together in sums)
            found += _fact(edition, [*own, total], 0 if is_all else -np.inf, 0)
    return found


def _nearest(kind: str, types: Sequence[str], parents: Mapping[str, str]) -> str | None:
    above = parents.get(kind)
    while above is not None and above not in types:
        above = parents.get(above)
    return above


def _twelve_months(last: Spot) -> list[Spot]:
    number = int(last.period[:4]) * 12 + int(last.period[5:7]) - 1
    return [last._replace(period=f"{n // 12}-{n % 12 + 1:02d}") for n in range(number - 11, number + 1)]


def _fact(edition: Edition, terms: Sequence[tuple[Spot, int]], low: float, high: float) -> list[Fact]:
    """The fact about what is not shown. A fact that the shown counts contradict (bad data) tells nothing."""
    known = sum(factor * edition.counts[spot] for spot, factor in terms if spot in edition.counts)
    unknown = tuple((spot, factor) for spot, factor in terms if spot not in edition.counts)
    return [Fact(terms=unknown, low=low - known, high=high - known)] if unknown else []
