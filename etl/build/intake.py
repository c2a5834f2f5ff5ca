"""What is kept while files are read: their rows, what was wrong with them, and remarks."""

from dataclasses import dataclass, field

from etl.build.raw_tables import QUESTION_PREFIX, RawTables
from etl.contract import Table
from etl.contract.headings import HeadingMatch
from etl.contract.values import shown
from etl.errors import Fault


@dataclass(kw_only=True)
class Intake:
    """What was said while reading: faults of whole files, headings and records, and remarks."""

    raw: RawTables
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)


def printable(name: str) -> str:
    """A file's name as it can be shown: bytes that are no text, line breaks and control characters made visible."""
    return shown(name.encode("utf-8", "replace").decode("utf-8"), limit=300)


def targets(table: Table, found: HeadingMatch, width: int) -> list[str | None]:
    """For each position the column it fills; None is not read. Extra headings of an open table are questions."""
    columns: list[str | None] = [None] * width
    for column, position in found.positions.items():
        columns[position] = column
    if table.open_columns:
        for extra in found.extra:
            columns[extra.position] = QUESTION_PREFIX + extra.heading.strip().casefold()
    return columns


def note_extra(table: Table, found: HeadingMatch, where: str, intake: Intake) -> None:
    """Say which columns are not read."""
    if found.extra and not table.open_columns:
        names = ", ".join(f"”{shown(extra.heading)}”" for extra in found.extra)
        intake.notes.append(f"{where}: kolumner som tabellen {table.name} inte har lästes inte: {names}.")
    if found.unnamed:
        numbers = ", ".join(str(position + 1) for position in found.unnamed)
        intake.notes.append(f"{where}: kolumner utan rubrik lästes inte: nummer {numbers}.")
