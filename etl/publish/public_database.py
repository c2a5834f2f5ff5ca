"""The file of a public database: new, with nothing in it but what was handed over row by row.

Nothing is ever deleted or updated in it, and nothing of the internal database is copied by DuckDB itself: there is no
page in the file that held anything else. It is not compressed, so that its bytes can be searched.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from etl import sql
from etl.build.database import MEMORY_LIMIT, quoted, quoted_text
from etl.build.rows import fetch, insert_rows
from etl.errors import BuildError
from etl.publish.allow_list import EMPTY, PUBLIC

Row = Mapping[str, Any]
_INSIDE, _OPEN = "inside", "published"


def open_inside(path: Path) -> duckdb.DuckDBPyConnection:
    """Open the internal database for reading, and nothing else."""
    con = duckdb.connect(":memory:", config={"memory_limit": MEMORY_LIMIT})
    con.execute(f"ATTACH {quoted_text(str(path))} AS {_INSIDE} (READ_ONLY)")
    con.execute(f"USE {_INSIDE}")
    return con


def open_new(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a new file for the public database, through an engine that has never seen the internal one."""
    con = duckdb.connect(":memory:", config={"memory_limit": MEMORY_LIMIT})
    con.execute("SET force_compression = 'uncompressed'")
    con.execute(f"ATTACH {quoted_text(str(path))} AS {_OPEN} (RECOVERY_MODE no_wal_writes)")
    con.execute(f"USE {_OPEN}")
    con.execute("SET enable_external_access = false")
    return con


def read_mart(con: duckdb.DuckDBPyConnection, table: str) -> list[dict[str, Any]]:
    """Every row and column of a mart, in the order that the build wrote them."""
    return fetch(con, f"FROM marts.{quoted(table)} ORDER BY rowid")


def read_columns(con: duckdb.DuckDBPyConnection) -> dict[str, dict[str, tuple[str, str]]]:
    """(type, comment) by table and column of the internal marts. The comment of the table stands under ""."""
    rows = con.execute(
        "SELECT c.table_name, c.column_name, c.data_type, c.comment, t.comment"
        " FROM duckdb_columns() c JOIN duckdb_tables() t USING (database_name, schema_name, table_name)"
        " WHERE c.schema_name = 'marts' AND c.database_name = current_database() ORDER BY c.table_name, c.column_index"
    ).fetchall()
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for table, column, kind, comment, about in rows:
        found.setdefault(table, {"": ("", about or "")})[column] = (kind, comment or "")
    return found


def make_tables(con: duckdb.DuckDBPyConnection, columns: Mapping[str, Mapping[str, tuple[str, str]]]) -> None:
    """Make every public mart, empty, with the columns that may be there. Raises BuildError when one is missing."""
    con.execute("CREATE SCHEMA marts")
    for table, names in PUBLIC.items():
        known = columns.get(table, {})
        missing = [name for name in names if name not in known]
        if missing:
            raise BuildError(
                what=f"Databasen är byggd med en annan version av Löfteskollen: {table}.{missing[0]} saknas",
                todo="Bygg om med ”make build” och publicera igen.",
            )
        wanted = {name: told for name, told in known.items() if name in names or f"{table}.{name}" in EMPTY}
        declared = ", ".join(f"{quoted(name)} {kind}" for name, (kind, _) in wanted.items())
        con.execute(f"CREATE TABLE marts.{quoted(table)} ({declared})")
        con.execute(f"COMMENT ON TABLE marts.{quoted(table)} IS {quoted_text(known[''][1])}")
        for name, (_, comment) in wanted.items():
            con.execute(f"COMMENT ON COLUMN marts.{quoted(table)}.{quoted(name)} IS {quoted_text(comment)}")
    for name in sql.names("publish"):
        con.execute(sql.read("publish", name))


def write_mart(con: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Row]) -> None:
    """Insert what may be there of the rows; every other column is left behind, whatever it holds."""
    names = PUBLIC[table]
    insert_rows(con, f"marts.{quoted(table)}", [{name: row[name] for name in names} for row in rows])


def check_tables(path: Path, editions: Sequence[str]) -> None:
    """Look at the finished file with fresh eyes: the tables and columns of the list, and no others.

    `editions` are the tables of the schema of that name. Raises BuildError.
    """
    with duckdb.connect(str(path), read_only=True) as con:
        found = con.execute(
            "SELECT schema_name, table_name, column_name FROM duckdb_columns()"
            " WHERE database_name = current_database() AND NOT internal"
        ).fetchall()
        others = con.execute("SELECT count(*) FROM duckdb_views() WHERE NOT internal").fetchall()[0][0]
    allowed = {f"marts.{table}.{name}" for table, names in PUBLIC.items() for name in names}
    allowed |= {f"marts.{place}" for place in EMPTY}
    surplus = sorted(
        f"{schema}.{table}.{name}"
        for schema, table, name in found
        if f"{schema}.{table}.{name}" not in allowed and not (schema == "editions" and table in editions)
    )
    if surplus or others:
        raise BuildError(
            what="Den öppna databasen innehåller något som inte får publiceras",
            where=", ".join(surplus[:5]),
            todo="Den gamla utgåvan visas som förut. Det är ett fel i programmet: rapportera det.",
        )
