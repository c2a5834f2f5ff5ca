"""The counts of one definition and one year in one municipality, as a system of cells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from etl.contract.periods import PeriodKind
from etl.publish.cells import Cell, Key, Pattern, Relation, Role, System, system_of
from etl.publish.crime_keys import WHOLE, CrimeKey
from etl.publish.crime_relations import Family, Values, at_most, period_relations, place_relations, type_relations
from etl.publish.crime_types import CrimeTypes
from etl.publish.released import State, once_hidden, once_shown, still_known, then_relations
from etl.publish.rule import CellRule
from etl.publish.suppression import protect


@dataclass(frozen=True, kw_only=True)
class CrimeYear:
    """`system` holds every count that may be shown.

    `impossible` areas count more than the place that holds them, or stand beside one that is gone. Earlier editions
    have shown what is `told` (`known` if it is what it was), hidden what is `once_hidden`, and `left_out` the rest.
    """

    system: System
    impossible: frozenset[CrimeKey]
    known: frozenset[CrimeKey]
    told: frozenset[CrimeKey]
    once_hidden: frozenset[CrimeKey]
    left_out: frozenset[CrimeKey]

    def protected(self, rule: CellRule, also_hidden: frozenset[Key], also_left_out: frozenset[Key]) -> Pattern:
        """What to hide and what to leave out."""
        return protect(
            self.system,
            rule,
            known=self.known,
            told=self.told,
            once_hidden=self.once_hidden,
            also_hidden=also_hidden,
            also_left_out=self.impossible | self.left_out | also_left_out,
        )


def crime_year(
    counts: Values,
    *,
    definition: str,
    types: CrimeTypes,
    holders: Mapping[str, str],
    complete: Iterable[Family],
    states: Sequence[State],
    left_out: frozenset[CrimeKey],
    beside_gone: frozenset[CrimeKey] = frozenset(),
) -> CrimeYear:
    """`counts` of one year; `holders` from shown_areas; `states`: what earlier editions showed of these counts.

    `beside_gone` from beside_gone_areas.
    """
    places, rests = place_relations(counts, holders)
    below_zero = {key for key, value in rests.items() if value is not None and value < 0}
    impossible = frozenset(
        key
        for relation in places
        if any(key in below_zero for key, _ in relation.terms)
        for key, factor in relation.terms
        if factor > 0 and isinstance(key, CrimeKey) and key not in rests
    )
    values = dict(counts) | {key: value for key, value in rests.items() if key not in below_zero}
    relations: list[Relation] = [
        *period_relations(counts),
        *(relation for relation in places if not any(key in below_zero for key, _ in relation.terms)),
        *type_relations(values, types, frozenset(complete)),
    ]
    remembered = [*relations, *(loose for relation in relations if (loose := at_most(relation, rests)) is not None)]
    relations += [then for state in states for then in then_relations(remembered, state, values)]
    cells = (_cell(key, value, counts, definition, types, holders) for key, value in values.items())
    return CrimeYear(
        system=system_of(cells, relations),
        impossible=impossible | beside_gone,
        known=still_known(states, counts),
        told=once_shown(states),
        once_hidden=once_hidden(states),
        left_out=left_out,
    )


def is_exact(key: CrimeKey, definition: str, types: CrimeTypes) -> bool:
    """True of the municipality's quarters, half-years and years, and of months that Brå itself publishes."""
    is_month = key.granularity == PeriodKind.MONTH
    return key.place == WHOLE and (not is_month or types.is_monthly_at_bra(key.crime_type, definition))


def _cell(
    key: CrimeKey, value: int | None, counts: Values, definition: str, types: CrimeTypes, holders: Mapping[str, str]
) -> Cell:
    whole = key._replace(place=WHOLE)
    if key.place == WHOLE:
        if is_exact(key, definition, types):
            return Cell(key=key, value=value, role=Role.EXACT, family=("månader", key.crime_type))
        quarter = whole._replace(granularity=PeriodKind.QUARTER, period=key.quarter)
        group = ("månader", key.crime_type, key.quarter)
        return Cell(
            key=key,
            value=value,
            role=Role.OPEN,
            group=group,
            family=("månader", key.crime_type),
            cap=counts.get(quarter),
        )
    is_area = key.place in holders
    return Cell(
        key=key,
        value=value,
        role=Role.OPEN if is_area else Role.DERIVED,
        group=("områden", key.crime_type, key.period),
        family=("områden", key.crime_type),
        cap=counts.get(whole),
    )
