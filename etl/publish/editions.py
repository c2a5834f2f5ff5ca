"""What has been published so far: the memory of the gate, kept in the public database itself.

A cell is written down when it is shown or hidden for the first time and when that changes, so each edition can be told
from the rows up to it. Nothing in it is secret: a hidden count is written as hidden.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from etl.publish.crime_keys import WHOLE, CrimeKey, Row, key_of
from etl.publish.released import HIDDEN, State
from etl.publish.rule import LEFT_OUT

World = tuple[str, str]
"""(definition, year): counts that can be worked out from one another lie in the same."""


@dataclass(frozen=True, kw_only=True)
class EditionCell:
    """A row of editions.cell. Without count and reason the cell is not in the edition (or the count is missing).

    A cell that the gate left out has the reason LEFT_OUT, so that it stays out.
    """

    municipality_code: str | None
    area_id: str | None
    region: str | None
    crime_type: str
    definition: str
    granularity: str
    period: str
    published_on: date
    edition: str
    count: int | None
    hidden_reason: str | None

    @property
    def key(self) -> CrimeKey:
        return CrimeKey(self.area_id or WHOLE, self.crime_type, self.granularity, self.period)

    @property
    def world(self) -> World:
        return self.definition, self.period[:4]


def states(earlier: Iterable[EditionCell]) -> dict[World, list[State]]:
    """Per definition and year, what each edition that changed anything showed: key to count, or HIDDEN."""
    by_world: dict[World, dict[str, list[EditionCell]]] = {}
    for cell in earlier:
        by_world.setdefault(cell.world, {}).setdefault(cell.edition, []).append(cell)
    found: dict[World, list[State]] = {}
    for world, editions in by_world.items():
        state: dict[CrimeKey, int | str] = {}
        for edition in sorted(editions):
            for cell in editions[edition]:
                if cell.hidden_reason not in (None, LEFT_OUT):
                    state[cell.key] = HIDDEN
                elif cell.count is not None:
                    state[cell.key] = cell.count
                else:
                    state.pop(cell.key, None)
            found.setdefault(world, []).append(dict(state))
    return found


def left_out(earlier: Iterable[EditionCell]) -> dict[World, frozenset[CrimeKey]]:
    """Per definition and year, the counts that an edition left out: they stay out, gone for a while or not."""
    found: dict[World, set[CrimeKey]] = {}
    for cell in earlier:
        if cell.hidden_reason == LEFT_OUT:
            found.setdefault(cell.world, set()).add(cell.key)
    return {world: frozenset(keys) for world, keys in found.items()}


def changed_cells(
    rows: Iterable[Row], earlier: Iterable[EditionCell], *, edition: str, published_on: date
) -> list[EditionCell]:
    """The rows to add to editions.cell: what is shown, hidden or left out otherwise than in the edition before."""
    latest: dict[tuple[str, CrimeKey], EditionCell] = {}
    for cell in sorted(earlier, key=lambda cell: cell.edition):
        latest[(cell.definition, cell.key)] = cell
    found: list[EditionCell] = []
    seen = set()
    for row in rows:
        place = (row["definition"], key_of(row))
        seen.add(place)
        if not _is_told(latest.get(place), row):
            found.append(_written(row, edition, published_on))
    gone = [
        cell for place, cell in latest.items() if place not in seen and (cell.count, cell.hidden_reason) != (None, None)
    ]
    return found + [
        replace(cell, edition=edition, published_on=published_on, count=None, hidden_reason=None) for cell in gone
    ]


def _is_told(before: EditionCell | None, row: Row) -> bool:
    now = (row["count"], row["hidden_reason"])
    return (before.count, before.hidden_reason) == now if before is not None else now == (None, None)


def _written(row: Mapping[str, Any], edition: str, published_on: date) -> EditionCell:
    own = {field.name: row[field.name] for field in fields(EditionCell) if field.name in row}
    return EditionCell(**{**own, "edition": edition, "published_on": published_on})
