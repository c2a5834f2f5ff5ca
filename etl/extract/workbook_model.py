"""A workbook as text: what every reader of Excel files builds on."""

from collections.abc import Iterator
from dataclasses import dataclass

from etl.errors import Fault


@dataclass(frozen=True, kw_only=True)
class CellRef:
    """A cell that could not be read as a value: `reference` as Excel writes it (B7), `value` as shown
    (#REF!)."""

    reference: str
    row: int
    column: int
    value: str


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """`rows[0]` is row `first_row` (1-based) of the sheet; column A is index 0; all rows are equally wide.

    An empty cell is "". `merged` holds ranges such as "A1:C1" (the value stands in the first cell, the others
    are ""). `error_cells` are also faults of the workbook and are "" in `rows`. `hidden_rows` are 1-based.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    first_row: int = 1
    merged: tuple[str, ...] = ()
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    error_cells: tuple[CellRef, ...] = ()

    def numbered(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Pairs of (1-based row number, cells)."""
        return enumerate(self.rows, start=self.first_row)


@dataclass(frozen=True, kw_only=True)
class Workbook:
    """`faults`: cells that cannot be read, with sheet, row and column. `notes`: formulas, hidden parts
    (Swedish)."""

    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()

    def sheet(self, name: str) -> Sheet | None:
        return next((s for s in self.sheets if s.name == name), None)


def column_name(index: int) -> str:
    """0 as "A", 26 as "AA"."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def column_index(name: str) -> int:
    """ "A" as 0, "AA" as 26."""
    index = 0
    for letter in name:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1
