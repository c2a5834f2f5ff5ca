"""The same count under two definitions: what is hidden in one is not shown in the other."""

from collections.abc import Callable, Collection, Mapping
from typing import TypeAlias

from etl.publish.cells import Key, Pattern, Role, System

World: TypeAlias = tuple[str, str]
Protect: TypeAlias = Callable[[World, frozenset[Key], frozenset[Key]], Pattern]
"""(world, also hidden, also left out) to pattern."""


def protected_together(systems: Mapping[World, System], protect: Protect) -> dict[World, Pattern]:
    """The pattern of every world (definition, year). Worlds of the same year share what they hide.

    Zeros stay as they are: a zero under one definition says nothing of what another one counts.
    """
    patterns = {world: protect(world, frozenset(), frozenset()) for world in systems}
    years = {year: [world for world in systems if world[1] == year] for _, year in systems}
    for worlds in years.values():
        changed = len(worlds) > 1
        while changed:
            changed = False
            for world in worlds:
                others = [patterns[other] for other in worlds if other != world]
                own = patterns[world]
                hidden = _open(systems[world], {key for other in others for key in other.hidden}) - own.left_out
                left_out = _open(systems[world], {key for other in others for key in other.left_out})
                if not hidden <= own.hidden or not left_out <= own.left_out:
                    patterns[world] = protect(world, hidden | own.hidden, left_out | own.left_out)
                    changed = True
    return patterns


def _open(system: System, keys: Collection[Key]) -> frozenset[Key]:
    """Those of the keys that the system shows with a count that is not zero."""
    return frozenset(
        key for key in keys if (cell := system.cells.get(key)) is not None and cell.role is Role.OPEN and cell.value
    )
