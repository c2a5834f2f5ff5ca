"""What earlier editions told, and what can be worked out from them together with a new one.

A hidden count may be the same as it was in an earlier edition while others have been revised. So every relation is also
kept with the numbers that were shown then, if it is true of the counts that are hidden now: an outsider may guess so.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from etl.publish.cells import Relation
from etl.publish.crime_keys import CrimeKey

HIDDEN = "dold"
State: TypeAlias = Mapping[CrimeKey, int | str]
"""What one edition showed: key to count, or HIDDEN. What is not there was not published."""


def then_relations(
    relations: Iterable[Relation], state: State, values: Mapping[CrimeKey, int | None]
) -> Iterator[Relation]:
    """The relations with what the edition showed, where that differs from now and is true of the rest."""
    for relation in relations:
        shown = _shown(relation, state)
        if any(values[key] != then for key, then in shown.items()):
            remaining = tuple((key, factor) for key, factor in relation.terms if key not in shown)
            known = sum(
                factor * shown[key] for key, factor in relation.terms if isinstance(key, CrimeKey) and key in shown
            )
            earlier = Relation(terms=remaining, equal=relation.equal, constant=relation.constant - known)
            if remaining and earlier.holds(values):
                yield earlier


def _shown(relation: Relation, state: State) -> dict[CrimeKey, int]:
    """Those of the relation's counts that the edition showed."""
    return {
        key: then for key, _ in relation.terms if isinstance(key, CrimeKey) and isinstance(then := state.get(key), int)
    }


def still_known(states: Sequence[State], values: Mapping[CrimeKey, int | None]) -> frozenset[CrimeKey]:
    """Counts that have been shown before and are what they were: hiding them now would hide nothing."""
    return frozenset(
        key for state in states for key, then in state.items() if then != HIDDEN and values.get(key) == then
    )


def once_shown(states: Sequence[State]) -> frozenset[CrimeKey]:
    """Counts that have been shown before, revised since or not: hiding them now would protect little."""
    return frozenset(key for state in states for key, then in state.items() if then != HIDDEN)


def once_hidden(states: Sequence[State]) -> frozenset[CrimeKey]:
    """Counts that have been hidden before: they stay hidden."""
    return frozenset(key for state in states for key, then in state.items() if then == HIDDEN)
