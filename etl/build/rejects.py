"""Everything that was refused, with its place in the source, in the database and as a CSV beside it."""

import csv
import re
from collections.abc import Iterable
from pathlib import Path

import duckdb
import pyarrow as pa

from etl.build.cross_checks import REPEATS
from etl.build.database import scalar
from etl.build.places import UNFINISHED
from etl.build.raw_tables import RawFile, RawTables
from etl.build.receive import line_numbers
from etl.contract.personal_data import CANDIDATE_PATTERN, mask
from etl.errors import Fault

HEADINGS = ("fil", "blad", "rad", "kolumn", "värde", "fel", "åtgärd", "tabell")
_FIELDS = ("file", "sheet", "row", "column", "value", "reason", "remedy", "table")
MAX_LOCATED = 200_000
_COLUMNS = ("file", "sheet", "row", "column_name", "value", "reason", "remedy", "table_name")
_BLOCK = 10_000
# Where the first row with the same key stands, for the words after "från en tidigare rad".
_EARLIER = """earlier AS (
    SELECT repeat.table_name, repeat.row_id, ' (' || concat_ws(', ',
        CASE WHEN there.name <> here.name THEN there.name END,
        CASE WHEN there.sheet <> here.sheet OR there.name <> here.name THEN 'bladet ' || there.sheet END,
        'rad ' || first.line) || ')' AS place
    FROM staging.repeat
    JOIN staging.place first ON first.table_name = repeat.table_name AND first.row_id = repeat.first_row_id
    JOIN staging.place mine ON mine.table_name = repeat.table_name AND mine.row_id = repeat.row_id
    JOIN staging.file there ON there.file_id = first.file_id
    JOIN staging.file here ON here.file_id = mine.file_id
)"""
_FORMULA = re.compile(r"[=@]|[-+](?![0-9 .,]*$)")


def write_rejects(raw: RawTables, faults: Iterable[Fault]) -> int:
    """Fill main.rejects from reading faults and staging faults. Returns how many faults there are."""
    con = raw.con
    con.execute(
        "CREATE TABLE main.rejects (file VARCHAR, sheet VARCHAR, row BIGINT, column_name VARCHAR, value VARCHAR,"
        " reason VARCHAR, remedy VARCHAR, table_name VARCHAR)"
    )
    _insert_reading_faults(con, list(faults))
    _locate_rows(raw)
    con.execute(
        f"WITH {_EARLIER}"
        " INSERT INTO main.rejects SELECT file.name, file.sheet, place.line, fault.column_name, fault.value,"
        " concat(fault.reason, earlier.place), fault.remedy, fault.table_name FROM staging.fault"
        " JOIN staging.place USING (table_name, row_id) JOIN staging.file USING (file_id)"
        " LEFT JOIN earlier ON earlier.table_name = fault.table_name AND earlier.row_id = fault.row_id"
        " AND starts_with(fault.reason, $repeats) ORDER BY ALL",
        {"repeats": REPEATS},
    )
    _mask_personal_data(con)
    return int(scalar(con, "SELECT count(*) FROM main.rejects"))


def refused_rows(con: duckdb.DuckDBPyConnection) -> int:
    """How many rows (or whole files) were refused; a row with two faults counts once."""
    return int(scalar(con, "SELECT count(*) FROM (SELECT DISTINCT file, sheet, row FROM main.rejects)"))


def read_rejects(con: duckdb.DuckDBPyConnection, limit: int) -> list[Fault]:
    rows = con.execute(
        "SELECT file, sheet, row, column_name, value, reason, remedy, table_name FROM main.rejects"
        " ORDER BY file, sheet, row, column_name LIMIT $limit",
        {"limit": limit},
    ).fetchall()
    return [Fault(**dict(zip(_FIELDS, row, strict=True))) for row in rows]


def save_rejects(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Write the rejects as a CSV that Excel opens: semicolons, UTF-8 with byte order mark, Swedish headings.

    Written aside and then renamed, so that a half-written list is never taken for a whole one.
    """
    rows = con.execute(f"SELECT {', '.join(_COLUMNS)} FROM main.rejects ORDER BY ALL")
    aside = path.with_name(path.name + UNFINISHED)
    with aside.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(HEADINGS)
        while block := rows.fetchmany(_BLOCK):
            writer.writerows([[_no_formula(cell) for cell in row] for row in block])
    aside.replace(path)


def _no_formula(cell: str | int | None) -> str | int | None:
    """A value that a spreadsheet would run as a formula is written as text, with an apostrophe before it."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def _insert_reading_faults(con: duckdb.DuckDBPyConnection, faults: list[Fault]) -> None:
    if not faults:
        return
    table = pa.table(
        {
            name: pa.array([getattr(fault, name) for fault in faults], pa.int64() if name == "row" else pa.string())
            for name in _FIELDS
        }
    )
    con.register("reading_faults", table)
    con.execute("INSERT INTO main.rejects SELECT * FROM reading_faults")
    con.unregister("reading_faults")


def _mask_personal_data(con: duckdb.DuckDBPyConnection) -> None:
    """Whoever wrote the fault: nothing that points out a person is kept in it."""
    for column in ("file", "sheet", "column_name", "value", "reason", "remedy"):
        texts = con.execute(
            f"SELECT DISTINCT {column} FROM main.rejects WHERE regexp_matches({column}, $pattern)",
            {"pattern": CANDIDATE_PATTERN},
        ).fetchall()
        for (text,) in texts:
            if mask(text) != text:
                con.execute(
                    f"UPDATE main.rejects SET {column} = $masked WHERE {column} = $text",
                    {"masked": mask(text), "text": text},
                )


def _locate_rows(raw: RawTables) -> None:
    """Make staging.file and staging.place: the file and line of every faulty row."""
    con = raw.con
    con.execute("CREATE OR REPLACE TABLE staging.file (file_id INTEGER, name VARCHAR, sheet VARCHAR)")
    con.execute(
        "CREATE OR REPLACE TABLE staging.place (table_name VARCHAR, row_id BIGINT, file_id INTEGER, line BIGINT)"
    )
    if raw.files:
        con.executemany(
            "INSERT INTO staging.file VALUES ($1, $2, $3)", [(f.file_id, f.name, f.sheet) for f in raw.files]
        )
    for table in raw.tables():
        con.execute(
            f"INSERT INTO staging.place SELECT '{table}', r.rowid, r.file_id, r.line FROM raw.{table} r"
            f" WHERE r.rowid IN (SELECT row_id FROM staging.fault WHERE table_name = '{table}'"
            f" UNION ALL SELECT first_row_id FROM staging.repeat WHERE table_name = '{table}')"
        )
    for file in raw.files:
        if file.delimiter is not None:
            _number_lines(con, file)


def _number_lines(con: duckdb.DuckDBPyConnection, file: RawFile) -> None:
    rows = con.execute(
        "SELECT row_id FROM staging.place WHERE table_name = $table AND file_id = $file AND line IS NULL"
        " ORDER BY row_id LIMIT $limit",
        {"table": file.table, "file": file.file_id, "limit": MAX_LOCATED},
    ).fetchall()
    if not rows or file.encoding is None or file.delimiter is None:
        return
    records = {row_id - file.first_row_id for (row_id,) in rows}
    lines = line_numbers(file.path, file.encoding, file.delimiter, records)
    located = pa.table(
        {
            "row_id": pa.array([record + file.first_row_id for record in lines], pa.int64()),
            "line": pa.array(list(lines.values()), pa.int64()),
        }
    )
    con.register("located", located)
    con.execute(
        f"UPDATE staging.place SET line = located.line FROM located"
        f" WHERE place.row_id = located.row_id AND place.table_name = '{file.table}' AND place.file_id = {file.file_id}"
    )
    con.unregister("located")
