"""Tables on their way to CSV files, written the Swedish way and always in the same bytes."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, time
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

Cell: TypeAlias = str | int | bool | date | time | None
Row: TypeAlias = tuple[Cell, ...]

SOURCE = "påhittad"


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """`table` is the name in the contract, `headings` as in the contract, each row as long as `headings`."""

    table: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.headings):
                raise ValueError(f"{self.table}: {len(row)} cells under {len(self.headings)} headings: {row}")


def decimal(value: float, places: int) -> str:
    """A number with decimal comma and no thousands separator."""
    return f"{value:.{places}f}".replace(".", ",")


def record_row(record: Any) -> Row:
    """The fields of a dataclass in their order, which is that of the headings."""
    return tuple(getattr(record, field.name) for field in fields(record))


def until(today: date, rows: Iterable[Row], column: int = 0) -> tuple[Row, ...]:
    """The rows whose date in `column` is not later than `today`."""
    return tuple(row for row in rows if isinstance(day := row[column], date) and day <= today)


def generator(seed: int, part: int) -> np.random.Generator:
    """A stream of its own for each part, so that a change in one part leaves the others as they were."""
    return np.random.Generator(np.random.PCG64([seed, part]))


def write_sheet(sheet: Sheet, folder: Path) -> Path:
    """Writes `folder/<table>.csv`: semicolons, UTF-8, line feeds on every system."""
    path = folder / f"{sheet.table}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(sheet.headings)
        writer.writerows([_text(cell) for cell in row] for row in sheet.rows)
    return path


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "ja" if cell else "nej"
        case date() | time():
            return cell.isoformat()
        case _:
            return str(cell)
