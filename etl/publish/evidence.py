"""Evidence packages: for each verdict its rule, the rows behind, the query that fetches them, and how to recompute."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

import duckdb

from etl.build.database import quoted_text
from etl.build.rows import fetch
from etl.publish.columns import TableInfo, describe
from etl.publish.evidence_csv import csv_bytes
from etl.publish.evidence_text import Subject, citation, read_me
from etl.publish.file_names import file_name
from etl.publish.published_files import Folder, json_bytes
from etl.publish.verdict_prints import BEHIND, rows_by

Row = Mapping[str, Any]
Rows = list[dict[str, Any]]
# The oldest time that a zip file can hold: the same content gives the same bytes whenever it is written.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, kw_only=True)
class _Kind:
    """Goals or commitments: their mart, the column of their id, the marts with what lies behind, their Swedish word."""

    mart: str
    key: str
    behind: tuple[str, ...]
    word: str


_GOALS = _Kind(mart="goal_verdict", key="goal_id", behind=BEHIND["goal_verdict"][1], word="mal")
_COMMITMENTS = _Kind(
    mart="commitment_verdict",
    key="commitment_id",
    behind=BEHIND["commitment_verdict"][1],
    word="atagande",
)


def write_evidence(con: duckdb.DuckDBPyConnection, folder: Folder) -> None:
    """bevis/<municipality>/<promise>/<goal or commitment>.zip for everything that has a verdict."""
    promises = {row["promise_id"]: row for row in fetch(con, "FROM marts.promise")}
    rules = {row["goal_id"]: row for row in _rows(con, "goal_rule")}
    names: set[str] = set()
    for kind in (_GOALS, _COMMITMENTS):
        verdicts = fetch(con, f"FROM marts.{kind.mart} ORDER BY promise_id, ordinal, {kind.key}")
        behind = {table.name: (table, rows_by(con, table.name, kind.key)) for table in _tables(con, kind)}
        for place, row in enumerate(verdicts, start=1):
            if not row["verdict"]:
                continue
            promise = promises[row["promise_id"]]
            name = _name(row, kind, names)
            subject = Subject(
                promise=promise,
                row=row,
                rule=rules.get(row[kind.key]) if kind is _GOALS else None,
                address=folder.address(name),
                page=folder.page(f"lofte?kommun={row['municipality_code']}&lofte={row['promise_id']}"),
                published=folder.published,
            )
            parts = [part for part in verdicts if part.get("part_of") == row[kind.key]]
            found = [(table, rows.get(row[kind.key], [])) for table, rows in behind.values()]
            folder.write(
                name,
                package(subject, found, parts=parts, query=_query(folder, kind, row, [table for table, _ in found])),
                kind="bevis",
                title=f"Bevispaket: {row['goal' if kind is _GOALS else 'commitment']}",
                about={
                    "kommun": row["municipality_code"],
                    "lofte": row["promise_id"],
                    kind.word: row[kind.key],
                    "omdome": row["verdict"],
                    "lage": row["state"],
                    "ordning": str(place),
                },
            )


def package(subject: Subject, behind: Sequence[tuple[TableInfo, Rows]], *, parts: Sequence[Row], query: str) -> bytes:
    """The zip file. `behind` are the tables with the rows that the verdict rests on, `parts` the verdicts of the
    measures of a goal that has several, `query` the SQL that fetches the rows from the published files."""
    files = {"omdome.json": json_bytes(_plain(subject.row))}
    if subject.rule:
        files["regel.json"] = json_bytes(_plain(subject.rule))
    if parts:
        files["delmal.json"] = json_bytes([_plain(part) for part in parts])
    for table, rows in behind:
        files[f"{table.name}.csv"] = csv_bytes(table, rows)
        files[f"{table.name}.json"] = json_bytes([_plain(row) for row in rows])
    files["fraga.sql"] = query.encode()
    files["citat.txt"] = f"{citation(subject)}\n".encode()
    files["LASMIG.txt"] = read_me(subject, {table.name: len(rows) for table, rows in behind}, list(files)).encode()
    sums = "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    files["SHA256SUMS"] = sums.encode()
    return _zipped(files)


def _zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()


def _query(folder: Folder, kind: _Kind, row: Row, tables: Sequence[TableInfo]) -> str:
    head = (
        "-- Hämtar raderna bakom bedömningen ur de öppna datafilerna.\n"
        "-- Körs i DuckDB (https://duckdb.org), som läser Parquet-filerna direkt från webben.\n"
    )
    return head + "".join(
        f"\nSELECT * FROM {quoted_text(folder.address(f'{table.name}.parquet'))}\n"
        f"WHERE promise_id = {quoted_text(row['promise_id'])} AND {kind.key} = {quoted_text(row[kind.key])}\n"
        "ORDER BY ALL;\n"
        for table in tables
    )


def _name(row: Row, kind: _Kind, taken: set[str]) -> str:
    """The address of the package. A commitment with the same id as a goal of its promise says what it is."""
    start = f"bevis/{file_name(row['municipality_code'])}/{file_name(row['promise_id'])}/{file_name(row[kind.key])}"
    name = f"{start}.zip" if f"{start}.zip" not in taken else f"{start}-{kind.word}.zip"
    taken.add(name)
    return name


def _tables(con: duckdb.DuckDBPyConnection, kind: _Kind) -> list[TableInfo]:
    return [told for mart in kind.behind if (told := describe(con, mart))]


def _rows(con: duckdb.DuckDBPyConnection, mart: str) -> Rows:
    return fetch(con, f"FROM marts.{mart} ORDER BY ALL") if describe(con, mart) else []


def _plain(row: Row) -> dict[str, Any]:
    return {name: _json(value) for name, value in row.items()}


def _json(value: Any) -> Any:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value
