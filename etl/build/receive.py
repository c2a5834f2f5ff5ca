"""One file into `raw`: recognised by content, read the fast way when it is regular, else row by row."""

import csv
import io
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import duckdb

from etl.build.intake import Intake, note_extra, printable, targets
from etl.build.os_words import os_words
from etl.build.raw_tables import RawTables
from etl.build.receive_workbook import receive_workbook
from etl.contract import TABLES
from etl.errors import Fault, LofteskollenError
from etl.extract.contract_csv import (
    HEAD_BYTES,
    MAX_LINE,
    ContractCsv,
    heading_faults,
    headings_further_down,
    is_empty,
    misplaced_headings,
    read_carefully,
    recognise_contract_csv,
)
from etl.extract.recognise import KnownKind, read_foreign, unknown_kind
from etl.extract.text_encoding import UTF8, UTF8_BOM, detect
from etl.extract.workbook_cells import is_workbook, read_workbook
from etl.extract.workbook_model import Workbook

__all__ = ["Intake", "line_numbers", "receive"]

CAREFUL_BELOW_BYTES = 2_000_000
_BLOCK = 1 << 20
OWN_TABLES = KnownKind(
    name="kontraktstabell",
    description=f"våra egna tabeller ({', '.join(TABLES)}); mallen visar rubrikerna: python -m etl template mall.xlsx",
)


def receive(path: Path, name: str, intake: Intake) -> None:
    """Read one file. Everything wrong with it becomes a fault that names it; nothing is raised for its content.

    Raises LofteskollenError, with the cause, for an error in the program itself.
    """
    name = printable(name)
    try:
        _refuse_empty(path)
        intake.kinds[name] = _recognise(path, name, intake)
    except LofteskollenError as error:
        intake.faults.append(
            Fault(
                file=name,
                reason=_with_place(error, path, name),
                remedy=error.todo or "Rätta filen och försök igen.",
            )
        )
    except OSError as error:
        intake.faults.append(
            Fault(
                file=name,
                reason=f"filen kan inte läsas: {os_words(error)}",
                remedy="Kontrollera att filen finns och att du har rätt att läsa den.",
            )
        )
    except MemoryError:
        raise
    except Exception as error:
        raise LofteskollenError(
            what="Filen kunde inte läsas in på grund av ett fel i programmet",
            where=name,
            todo="Ta bort filen så länge, och rapportera felet.",
        ) from error


def _with_place(error: LofteskollenError, path: Path, name: str) -> str:
    place = printable(error.where).removeprefix(name).removeprefix(printable(path.name)).lstrip(", ")
    return f"{error.what.rstrip('.')} ({place})" if place else error.what.rstrip(".")


def _refuse_empty(path: Path) -> None:
    if path.stat().st_size == 0:
        raise LofteskollenError(what="Filen är tom (0 byte)", todo="Kontrollera att rätt fil lämnades in.")


def _recognise(path: Path, name: str, intake: Intake) -> str:
    if is_workbook(path):
        workbook = read_workbook(path)
        return _receive_foreign(path, name, intake, workbook) or receive_workbook(path, name, workbook, intake)
    _refuse_endless_line(path)
    encoding = detect(path)
    head = _head(path, encoding)
    shape = recognise_contract_csv(path, head)
    fits = shape is not None and shape.match.fits
    # A foreign list may hold all headings of a table of ours by chance (Region, År, Antal), so its kind goes first
    # unless every heading is ours.
    if not (fits and shape is not None and not shape.match.extra):
        foreign = _receive_foreign(path, name, intake)
        if foreign:
            return foreign
    if fits and shape is not None:
        return _receive_csv(path, name, shape, encoding, intake)
    below = headings_further_down(path, head, shape.header_line if shape else 1)
    if below is not None:
        intake.faults.append(misplaced_headings(below.table, name, None, below.header_line))
        return f"tabellen {below.table.name}, med rader ovanför rubrikerna"
    if shape is None:
        raise unknown_kind(path.name, more=[OWN_TABLES])
    intake.faults += heading_faults(shape.match, file=name, sheet=None, table=shape.table, row=shape.header_line)
    return f"tabellen {shape.table.name}, ofullständig"


def _receive_foreign(path: Path, name: str, intake: Intake, workbook: Workbook | None = None) -> str | None:
    received = read_foreign(path, workbook=workbook)
    if received is None:
        return None
    intake.notes += [f"{name}: {note}" for note in received.notes]
    intake.faults += [replace(fault, file=name) for fault in received.faults]
    for table in received.tables:
        columns = {column.heading: column.name for column in TABLES[table.table].columns}
        used = [heading for heading in columns if any(heading in row.values for row in table.rows)]
        intake.raw.append_rows(
            table=table.table,
            path=path,
            name=name,
            sheet=table.sheet,
            columns=[columns[heading] for heading in used],
            rows=((row.row, [row.values.get(heading, "") for heading in used]) for row in table.rows),
        )
    return received.kind


def _receive_csv(path: Path, name: str, shape: ContractCsv, encoding: str, intake: Intake) -> str:
    note_extra(shape.table, shape.match, name, intake)
    regular = path.stat().st_size >= CAREFUL_BELOW_BYTES and shape.header_line == shape.header_lines == 1
    if not (regular and _load_fast(path, name, shape, encoding, intake.raw)):
        _load_carefully(path, name, shape, encoding, intake)
    return f"tabellen {shape.table.name}"


def _load_fast(path: Path, name: str, shape: ContractCsv, encoding: str, raw: RawTables) -> bool:
    """False when DuckDB's reader finds the file irregular: then the careful reader says where and how."""
    with tempfile.TemporaryDirectory() as folder:
        utf8 = path
        if encoding not in (UTF8, UTF8_BOM):
            utf8 = Path(folder) / "utf8.csv"
            _rewrite_as_utf8(path, encoding, utf8)
        if _has_loose_quotes(utf8, shape.delimiter):
            return False
        try:
            raw.append_csv(
                table=shape.table.name,
                path=path,
                name=name,
                utf8_path=utf8,
                delimiter=shape.delimiter,
                encoding=encoding,
                columns=targets(shape.table, shape.match, len(shape.headings)),
            )
        except (duckdb.InvalidInputException, duckdb.ConversionException):
            return False
    return True


def _has_loose_quotes(path: Path, delimiter: str) -> bool:
    """Blanks after a closing quotation mark: DuckDB's reader lets them pass, and the careful one does not."""
    loose = re.compile(b'" +[' + re.escape(delimiter).encode() + rb"\r\n]|\" +\Z")
    with path.open("rb") as stream:
        tail = b""
        while block := stream.read(_BLOCK):
            if b'"' in block or b'"' in tail:
                if loose.search(tail + block):
                    return True
                tail = block[block.rfind(b'"') :][:MAX_LINE] if b'"' in block else b""
    return False


def _load_carefully(path: Path, name: str, shape: ContractCsv, encoding: str, intake: Intake) -> None:
    kept = [(i, t) for i, t in enumerate(targets(shape.table, shape.match, len(shape.headings))) if t is not None]

    def regular() -> Iterator[tuple[int, Sequence[str]]]:
        with path.open(encoding=encoding, newline="") as stream:
            for record in read_carefully(stream, shape, name):
                if isinstance(record, Fault):
                    intake.faults.append(record)
                else:
                    line, cells = record
                    yield line, [cells[i] for i, _ in kept]

    intake.raw.append_rows(
        table=shape.table.name,
        path=path,
        name=name,
        sheet=None,
        columns=[target for _, target in kept],
        rows=regular(),
    )


def _refuse_endless_line(path: Path) -> None:
    """A line is let in only up to MAX_LINE bytes, so that memory stays bounded whatever the file holds."""
    with path.open("rb") as stream:
        length = 0
        while block := stream.read(_BLOCK):
            breaks = (block.find(b"\n"), block.find(b"\r"))
            length += min((place for place in breaks if place >= 0), default=len(block))
            if length > MAX_LINE:
                raise LofteskollenError(
                    what="Filen har en rad som är längre än en miljon tecken",
                    todo="Kontrollera att filen är en tabell med en rad för varje post.",
                )
            last = max(block.rfind(b"\n"), block.rfind(b"\r"))
            if last >= 0:
                length = len(block) - last - 1


def _head(path: Path, encoding: str) -> str:
    with path.open("rb") as stream:
        data = stream.read(HEAD_BYTES)
    return io.TextIOWrapper(io.BytesIO(data), encoding=encoding, errors="ignore", newline="").read()


def _rewrite_as_utf8(source: Path, encoding: str, target: Path) -> None:
    with source.open(encoding=encoding, newline="") as old, target.open("w", encoding="utf-8", newline="") as new:
        while text := old.read(_BLOCK):
            new.write(text)


def line_numbers(path: Path, encoding: str, delimiter: str, records: set[int]) -> dict[int, int]:
    """The line on which each record (0-based, header not counted) of a regular CSV begins."""
    wanted, lines = max(records, default=-1), {}
    with path.open(encoding=encoding, newline="") as stream:
        reader = csv.reader(stream, delimiter=delimiter, skipinitialspace=True)
        next(reader, None)
        record, line = -1, reader.line_num
        for cells in reader:
            if not is_empty(cells):
                record += 1
                if record in records:
                    lines[record] = line + 1
                if record >= wanted:
                    break
            line = reader.line_num
    return lines
