"""What ties counts of reported crime together: periods in periods, areas in places, crime types in crime types."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from etl.contract.periods import PeriodKind
from etl.publish.cells import Key, Relation
from etl.publish.crime_keys import WHOLE, CrimeKey, parts_of
from etl.publish.crime_types import CrimeTypes
from etl.publish.released import State

Values = Mapping[CrimeKey, int | None]
Family = tuple[str, tuple[str, ...]]
"""A crime type with the types directly under it."""

MONTH = PeriodKind.MONTH
REST = "rest:"
"""What the shown areas of a place leave over is a place of its own."""


def complete_families(counts: Values, types: CrimeTypes) -> frozenset[Family]:
    """Crime types that are exactly the sum of the types under them, in every published total of the municipality."""
    return _complete({key: count for key, count in _totals(counts).items() if key.granularity != MONTH}, types)


def complete_then(state: State, types: CrimeTypes) -> frozenset[Family]:
    """The same in what an earlier edition showed, month by month where it showed no longer periods.

    Readers who then took it for a rule can go on believing it of that year, even if it has turned out not to be one.
    """
    totals = _totals({key: count for key, count in state.items() if isinstance(count, int)})
    longer = {key: count for key, count in totals.items() if key.granularity != MONTH}
    return _complete(longer or totals, types)


def _totals(counts: Values) -> dict[CrimeKey, int]:
    return {key: count for key, count in counts.items() if key.place == WHOLE and count is not None}


def _complete(totals: Mapping[CrimeKey, int], types: CrimeTypes) -> frozenset[Family]:
    present: dict[tuple[str, str], set[str]] = {}
    for key in totals:
        present.setdefault((key.granularity, key.period), set()).add(key.crime_type)
    holds: dict[Family, bool] = {}
    for (granularity, period), found in present.items():
        for family in types.children(found).items():
            above, *below = (
                totals[CrimeKey(WHOLE, crime_type, granularity, period)] for crime_type in (family[0], *family[1])
            )
            holds[family] = holds.get(family, True) and above == sum(below)
    return frozenset(family for family, holds_always in holds.items() if holds_always)


def period_relations(keys: Collection[CrimeKey]) -> Iterator[Relation]:
    """A period is the sum of its parts; when some are missing, no less than the others."""
    for whole in keys:
        for kind, parts in parts_of(whole.granularity, whole.period):
            found = [part for text in parts if (part := whole._replace(granularity=kind, period=text)) in keys]
            if found:
                yield _sum_within(found, whole, equal=len(found) == len(parts))


def place_relations(counts: Values, holders: Mapping[str, str]) -> tuple[list[Relation], dict[CrimeKey, int | None]]:
    """The areas of a place and what is left over make the place. Also the remainders, with their values."""
    relations: list[Relation] = []
    rests: dict[CrimeKey, int | None] = {}
    under: dict[str, list[str]] = {}
    for area_id, place in holders.items():
        under.setdefault(place, []).append(area_id)
    for whole, total in counts.items():
        found = [part for area_id in under.get(whole.place, ()) if (part := whole._replace(place=area_id)) in counts]
        if found:
            values = [counts[part] for part in found]
            rest = whole._replace(place=REST + whole.place)
            rests[rest] = None if total is None or None in values else total - sum(value or 0 for value in values)
            relations.append(_sum_within([*found, rest], whole, equal=True))
    return relations, rests


def type_relations(counts: Values, types: CrimeTypes, complete: Collection[Family]) -> Iterator[Relation]:
    """A crime type is no less than the types under it together, and exactly that where it always is in the totals.

    Types that overlap, so that together they are more, are each no more than the type that holds them.
    """
    present: dict[tuple[str, str, str], set[str]] = {}
    for key in counts:
        present.setdefault((key.place, key.granularity, key.period), set()).add(key.crime_type)
    for (place, granularity, period), found in present.items():
        for above, below in types.children(found).items():
            whole = CrimeKey(place, above, granularity, period)
            parts = [whole._replace(crime_type=crime_type) for crime_type in below]
            exact = _sum_within(parts, whole, equal=True)
            within = _sum_within(parts, whole, equal=False)
            if (above, below) in complete and exact.holds(counts):
                yield exact
            elif within.holds(counts):
                yield within
            else:
                yield from (_sum_within([part], whole, equal=False) for part in parts)


def at_most(relation: Relation, rests: Collection[CrimeKey]) -> Relation | None:
    """The areas of a place are no more than the place, whatever they leave over; None for other relations."""
    terms = tuple(term for term in relation.terms if term[0] not in rests)
    return Relation(terms=terms, equal=False) if relation.equal and 1 < len(terms) < len(relation.terms) else None


def _sum_within(parts: Iterable[Key], whole: Key, *, equal: bool) -> Relation:
    return Relation(terms=(*((part, 1) for part in parts), (whole, -1)), equal=equal)
