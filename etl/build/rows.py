"""Rows made in Python, into a table by column name; and the fingerprint of what a verdict rests on."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import chain
from operator import methodcaller
from typing import Any

import duckdb
import pyarrow as pa

from etl.build.database import quoted


def insert_rows(con: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert mappings by name. Columns that no row mentions become NULL."""
    ready = list(rows)
    if not ready:
        return
    names = list(dict.fromkeys(chain.from_iterable(ready)))
    columns = {name: pa.array(list(map(methodcaller("get", name), ready))) for name in names}
    con.register("rows_made", pa.table(columns))
    con.execute(f"INSERT INTO {table} BY NAME SELECT {', '.join(quoted(name) for name in names)} FROM rows_made")
    con.unregister("rows_made")


def fetch(
    con: duckdb.DuckDBPyConnection, query: str, parameters: Mapping[str, Any] | None = None
) -> list[dict[str, Any]]:
    """The answer as a list of mappings."""
    result = con.execute(query, dict(parameters) if parameters else None)
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def fingerprint(evidence: Any) -> str:
    """Sixteen hexadecimal digits that change when the evidence does."""
    return sha256(repr(evidence).encode()).hexdigest()[:16]
