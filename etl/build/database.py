"""One connection for a whole build: the new file, and three rooms in memory that are thrown away."""

from pathlib import Path
from typing import Any

import duckdb

MEMORY_LIMIT = "640MB"
_BUILT = "built"


def open_database(path: Path | None) -> duckdb.DuckDBPyConnection:
    """Open a new database file (or memory only), with three catalogs attached in memory.

    raw      text as received, a table for each contract table
    staging  typed rows, faults, and the look-up tables of the run
    core     one fact a row; what no mart shows row by row is saved in the schema `facts` at the end

    The file has no write-ahead log: it is nobody's until it is finished, and an unfinished one is thrown away.
    """
    con = duckdb.connect(":memory:", config={"memory_limit": MEMORY_LIMIT})
    if path:
        con.execute(f"SET temp_directory = {quoted_text(str(path) + '.tmp')}")
        con.execute(f"ATTACH {quoted_text(str(path))} AS {_BUILT} (RECOVERY_MODE no_wal_writes)")
        con.execute(f"USE {_BUILT}")
    for name in ("raw", "staging", "core"):
        con.execute(f"ATTACH ':memory:' AS {name}")
    return con


def beside(con: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """A second connection to the same file and catalogs, for another thread."""
    other = con.cursor()
    other.execute(f"USE {_BUILT}")
    return other


def scalar(con: duckdb.DuckDBPyConnection, query: str, parameters: dict[str, Any] | None = None) -> Any:
    """The first value of the answer. The result is read to its end: an open one would block the connection."""
    return con.execute(query, parameters).fetchall()[0][0]


def quoted(identifier: str) -> str:
    """An SQL identifier. Column names of open tables come from files, so they are always quoted."""
    return '"' + identifier.replace('"', '""') + '"'


def quoted_text(text: str) -> str:
    """An SQL text literal, for the few statements that take no parameters."""
    return "'" + text.replace("'", "''") + "'"
