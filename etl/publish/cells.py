"""A table as a system of cells: whole numbers that are not negative, and the sums and limits that tie them together."""

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, TypeAlias

Key: TypeAlias = Hashable


class Role(StrEnum):
    """What may become of a cell.

    EXACT    published as it is
    OPEN     published if that tells no small count, otherwise hidden
    DERIVED  not published, but what others leave over: anyone can try to compute it
    """

    EXACT = "exact"
    OPEN = "open"
    DERIVED = "derived"


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One count.

    `value` is None when nobody knows it. Cells of a `group` are left out together, and if that is not enough the whole
    `family` is. `cap` is an exact total that holds the cell: nobody can be kept from knowing that it is not more.
    """

    key: Key
    value: int | None
    role: Role
    group: Key = None
    family: Key = None
    cap: int | None = None


@dataclass(frozen=True, kw_only=True)
class Relation:
    """Σ factor · cell = constant, or ≤ constant when not `equal`."""

    terms: tuple[tuple[Key, int], ...]
    equal: bool
    constant: int = 0

    def holds(self, values: Mapping[Any, int | None]) -> bool:
        """True of the real values. A relation with a value that nobody knows is taken to hold."""
        total = 0
        for key, factor in self.terms:
            value = values[key]
            if value is None:
                return True
            total += factor * value
        return total == self.constant if self.equal else total <= self.constant


@dataclass(frozen=True, kw_only=True)
class System:
    """Cells by key, in a fixed order, and relations that are true of them."""

    cells: Mapping[Key, Cell]
    relations: tuple[Relation, ...]
    touching: Mapping[Key, tuple[Relation, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found: dict[Key, list[Relation]] = {key: [] for key in self.cells}
        for relation in self.relations:
            for key, _ in relation.terms:
                found[key].append(relation)
        object.__setattr__(self, "touching", {key: tuple(relations) for key, relations in found.items()})


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """What is not shown.

    `hidden` cells stand in the table with a label, cells that are `left_out` are not there at all. Readers remember the
    label of a cell that was `once_hidden` in an earlier edition, even if it is left out now.
    """

    hidden: frozenset[Key] = frozenset()
    left_out: frozenset[Key] = frozenset()
    once_hidden: frozenset[Key] = frozenset()

    def has_label(self, key: Key) -> bool:
        return key in self.hidden or key in self.once_hidden

    def with_hidden(self, keys: Iterable[Key]) -> "Pattern":
        return replace(self, hidden=(self.hidden | frozenset(keys)) - self.left_out)

    def with_left_out(self, keys: Iterable[Key]) -> "Pattern":
        left_out = self.left_out | frozenset(keys)
        return replace(self, hidden=self.hidden - left_out, left_out=left_out)

    def unknown(self, system: System, known: Collection[Key]) -> dict[Key, Cell]:
        """The cells that a reader has to guess.

        A remainder of zero counts as known: whoever sees that areas always add up to the total will guess so.
        """
        return {
            key: cell
            for key, cell in system.cells.items()
            if key not in known
            and (
                cell.value is None
                or key in self.hidden
                or key in self.left_out
                or (cell.role is Role.DERIVED and cell.value != 0)
            )
        }


def system_of(cells: Iterable[Cell], relations: Iterable[Relation]) -> System:
    """A system of the relations that are true; each once."""
    by_key = {cell.key: cell for cell in cells}
    values = {key: cell.value for key, cell in by_key.items()}
    true = dict.fromkeys(relation for relation in relations if relation.terms and relation.holds(values))
    return System(cells=by_key, relations=tuple(true))
