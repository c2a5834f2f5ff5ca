"""One file into `raw`: recognised by content, read the fast way when it is regular, else row by row."""

import csv
import io
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from etl.build.raw_tables import QUESTION_PREFIX, RawTables
from etl.contract import TABLES, Table
from etl.contract.headings import HeadingMatch, match, table_named
from etl.errors import Fault, LofteskollenError
from etl.extract.contract_csv import (
    HEAD_BYTES,
    ContractCsv,
    heading_faults,
    read_carefully,
    recognise_contract_csv,
    unknown_file,
)
from etl.extract.recognise import KNOWN_KINDS, read_foreign
from etl.extract.text_encoding import UTF8, UTF8_BOM, detect
from etl.extract.workbook_cells import is_workbook, read_workbook
from etl.extract.workbook_model import Sheet, Workbook
from etl.template.workbook import LISTS_SHEET, READ_ME_SHEET

CAREFUL_BELOW_BYTES = 2_000_000
_BLOCK = 1 << 20


@dataclass(kw_only=True)
class Intake:
    """What was said while reading: faults of whole files, headings and records, and remarks."""

    raw: RawTables
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)


def receive(path: Path, name: str, intake: Intake) -> None:
    """Read one file. Everything wrong with it becomes a fault that names it; nothing is raised for its content."""
    before = len(intake.raw.files)
    try:
        _refuse_empty(path)
        foreign = _recognise(path, name, intake)
        if foreign:
            intake.kinds[name] = foreign
    except LofteskollenError as error:
        intake.faults.append(
            Fault(file=name, reason=_with_place(error, name), remedy=error.todo or "Rätta filen och försök igen.")
        )
    except duckdb.Error as error:
        del intake.raw.files[before:]
        raise LofteskollenError(
            what="Filen kunde inte läsas in", where=name, todo="Felet finns i loggen; rapportera det."
        ) from error


def _with_place(error: LofteskollenError, name: str) -> str:
    place = error.where.removeprefix(Path(name).name).lstrip(", ")
    return f"{error.what.rstrip('.')} ({place})" if place and place != name else error.what.rstrip(".")


def _refuse_empty(path: Path) -> None:
    if path.stat().st_size == 0:
        raise LofteskollenError(what="Filen är tom (0 byte)", todo="Kontrollera att rätt fil lämnades in.")


def _recognise(path: Path, name: str, intake: Intake) -> str:
    if is_workbook(path):
        workbook = read_workbook(path)
        return _receive_foreign(path, name, intake, workbook) or _receive_workbook(path, name, workbook, intake)
    _refuse_endless_line(path)
    encoding = detect(path)
    shape = recognise_contract_csv(path, _head(path, encoding))
    if shape is not None and shape.match.fits:
        return _receive_csv(path, name, shape, encoding, intake)
    foreign = _receive_foreign(path, name, intake)
    if foreign:
        return foreign
    if shape is None:
        raise unknown_file(path, [*(kind.name for kind in KNOWN_KINDS), f"våra egna tabeller ({', '.join(TABLES)})"])
    intake.faults += heading_faults(shape.match, file=name, sheet=None, table=shape.table, row=shape.header_line)
    return f"tabellen {shape.table.name}, ofullständig"


def _receive_foreign(path: Path, name: str, intake: Intake, workbook: Workbook | None = None) -> str | None:
    received = read_foreign(path, workbook=workbook)
    if received is None:
        return None
    intake.notes += [f"{name}: {note}" for note in received.notes]
    intake.faults += [_renamed(fault, name) for fault in received.faults]
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


def _renamed(fault: Fault, name: str) -> Fault:
    return Fault(**{**fault.__dict__, "file": name})


def _receive_csv(path: Path, name: str, shape: ContractCsv, encoding: str, intake: Intake) -> str:
    _note_extra(shape.table, shape.match, name, intake)
    regular = path.stat().st_size >= CAREFUL_BELOW_BYTES and shape.header_line == 1
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
        try:
            raw.append_csv(
                table=shape.table.name,
                path=path,
                name=name,
                utf8_path=utf8,
                delimiter=shape.delimiter,
                encoding=encoding,
                columns=_targets(shape.table, shape.match, len(shape.headings)),
            )
        except (duckdb.InvalidInputException, duckdb.ConversionException):
            return False
    return True


def _load_carefully(path: Path, name: str, shape: ContractCsv, encoding: str, intake: Intake) -> None:
    targets = _targets(shape.table, shape.match, len(shape.headings))
    kept = [(i, target) for i, target in enumerate(targets) if target is not None]

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


def _receive_workbook(path: Path, name: str, workbook: Workbook, intake: Intake) -> str:
    intake.notes += [f"{name}: {note}" for note in workbook.notes]
    intake.faults += [_renamed(fault, name) for fault in workbook.faults]
    found = [_receive_sheet(path, name, sheet, intake) for sheet in _data_sheets(workbook)]
    tables = [table for table in found if table]
    if not tables:
        raise LofteskollenError(
            what="Arbetsboken har inget blad som känns igen (blad: "
            + ", ".join(f"”{sheet.name}”" for sheet in workbook.sheets)
            + ")",
            todo="Ge bladet tabellens namn, till exempel aktiviteter eller brott. "
            "Mallen visar alla blad: python -m etl template mall.xlsx.",
        )
    return "arbetsbok med " + ", ".join(tables)


def _data_sheets(workbook: Workbook) -> list[Sheet]:
    return [sheet for sheet in workbook.sheets if sheet.name not in (READ_ME_SHEET, LISTS_SHEET)]


def _receive_sheet(path: Path, name: str, sheet: Sheet, intake: Intake) -> str | None:
    table = table_named(TABLES.values(), sheet.name)
    rows = [(sheet.first_row + i, row) for i, row in enumerate(sheet.rows) if any(cell.strip() for cell in row)]
    if table is None:
        if rows:
            intake.notes.append(f"{name}: bladet ”{sheet.name}” är ingen av våra tabeller och lästes inte.")
        return None
    if not rows:
        return table.name
    header_row, headings = rows[0]
    found = match(table, headings)
    faults = heading_faults(found, file=name, sheet=sheet.name, table=table, row=header_row)
    if faults:
        intake.faults += faults
        return table.name
    _note_extra(table, found, f"{name}, bladet {sheet.name}", intake)
    targets = _targets(table, found, len(headings))
    kept = [(i, target) for i, target in enumerate(targets) if target is not None]
    intake.raw.append_rows(
        table=table.name,
        path=path,
        name=name,
        sheet=sheet.name,
        columns=[target for _, target in kept],
        rows=((number, [row[i] if i < len(row) else "" for i, _ in kept]) for number, row in rows[1:]),
    )
    return table.name


def _targets(table: Table, found: HeadingMatch, width: int) -> list[str | None]:
    targets: list[str | None] = [None] * width
    for column, position in found.positions.items():
        targets[position] = column
    if table.open_columns:
        for extra in found.extra:
            targets[extra.position] = QUESTION_PREFIX + extra.heading.strip().casefold()
    return targets


def _note_extra(table: Table, found: HeadingMatch, where: str, intake: Intake) -> None:
    if found.extra and not table.open_columns:
        names = ", ".join(f"”{extra.heading}”" for extra in found.extra)
        intake.notes.append(f"{where}: kolumner som tabellen {table.name} inte har lästes inte: {names}.")


def _refuse_endless_line(path: Path) -> None:
    with path.open("rb") as stream:
        while len(block := stream.read(_BLOCK)) == _BLOCK:
            if b"\n" not in block and b"\r" not in block:
                raise LofteskollenError(
                    what="Filen har en rad som är längre än en miljon tecken",
                    todo="Kontrollera att filen är en tabell med en rad för varje post.",
                )


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
        reader = csv.reader(stream, delimiter=delimiter)
        next(reader, None)
        record, line = -1, reader.line_num
        for cells in reader:
            if any(cell.strip() for cell in cells):
                record += 1
                if record in records:
                    lines[record] = line + 1
                if record >= wanted:
                    break
            line = reader.line_num
    return lines
