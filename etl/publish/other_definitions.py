"""What has been told under one definition is remembered under every definition.

A definition that gets a new name counts much the same crimes. So what an edition hid or left out stays so whatever the
definition is called now, and what it showed is known, or nearly known where it has been revised.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from etl.publish.crime_keys import CrimeKey
from etl.publish.crime_relations import Values
from etl.publish.crime_system import is_exact
from etl.publish.crime_types import CrimeTypes
from etl.publish.editions import World
from etl.publish.released import HIDDEN, State


@dataclass(frozen=True, kw_only=True)
class Memory:
    """`states` and `left_out` are those of one municipality's earlier editions, `counts` its counts by definition now.

    Two things are not carried over: a zero beside a hidden count that the other definition still has, since they are
    not the same count then, and what is exact under one definition only (months that Brå itself publishes).
    """

    states: Mapping[World, Sequence[State]]
    left_out: Mapping[World, frozenset[CrimeKey]]
    counts: Mapping[str, Values]
    types: CrimeTypes

    def states_for(self, world: World) -> list[State]:
        """What the definition's own editions showed in the year, then those of the other definitions."""
        return [
            *self.states.get(world, ()),
            *(
                {key: then for key, then in state.items() if self._carries_over(key, then, other, world[0])}
                for other, states in self._others(world)
                for state in states
            ),
        ]

    def left_out_for(self, world: World) -> frozenset[CrimeKey]:
        """What was left out of the year under any definition."""
        own = self.left_out.get(world, frozenset())
        return own.union(
            key
            for (other, year), keys in sorted(self.left_out.items())
            if year == world[1] and other != world[0]
            for key in keys
            if self._carries_over(key, HIDDEN, other, world[0])
        )

    def _others(self, world: World) -> Iterator[tuple[str, Sequence[State]]]:
        for (other, year), states in sorted(self.states.items(), key=lambda item: item[0]):
            if year == world[1] and other != world[0]:
                yield other, states

    def _carries_over(self, key: CrimeKey, then: int | str, other: str, definition: str) -> bool:
        exact = is_exact(key, definition, self.types)
        if then != HIDDEN:
            return exact or not is_exact(key, other, self.types)
        is_another_zero = self.counts[definition].get(key) == 0 and key in self.counts.get(other, {})
        return not exact and not is_another_zero
