"""The fingerprints of verdicts, over what is published: a print of hidden rows could be searched backwards.

It is the beginning of the SHA-256 sum of the tables in the evidence package, so that anybody can compute it:
`cat activity_month.csv commitment_progress.csv | sha256sum` or `sha256sum goal_point.csv`.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from types import MappingProxyType
from typing import Any

import duckdb

from etl.build.rows import fetch
from etl.publish.columns import TableInfo, describe
from etl.publish.evidence_csv import csv_bytes

Row = Mapping[str, Any]
DIGITS = 16
BEHIND: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "goal_verdict": ("goal_id", ("goal_point",)),
        "commitment_verdict": ("commitment_id", ("activity_month", "commitment_progress")),
    }
)
"""Mart of verdicts to the column of their ids and the marts with what lies behind, as they are in the package."""


def with_prints(con: duckdb.DuckDBPyConnection, mart: str, verdicts: Sequence[Row]) -> list[dict[str, Any]]:
    """Rows of a mart of BEHIND. `con` reads the public database, where what lies behind is written already.

    A verdict whose figures are withheld came with neither print nor estimate, and gets none. A print of the internal
    database never stays: it is over rows that are not public.
    """
    key, marts = BEHIND[mart]
    tables = [(table, rows_by(con, name, key)) for name in marts if (table := describe(con, name)) is not None]
    return [
        {
            **row,
            "data_hash": table_print([(table, rows.get(row[key], [])) for table, rows in tables])
            if row["data_hash"] or row["estimate"] is not None
            else None,
        }
        for row in verdicts
    ]


def rows_by(con: duckdb.DuckDBPyConnection, mart: str, key: str) -> dict[str, list[dict[str, Any]]]:
    """The rows of the mart by the column, in the order of the evidence packages."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in fetch(con, f"FROM marts.{mart} ORDER BY ALL"):
        found.setdefault(row[key], []).append(row)
    return found


def table_print(tables: Iterable[tuple[TableInfo, Sequence[Row]]]) -> str | None:
    """The print of the tables behind a verdict, in the order of their names; None when they have no rows."""
    sorted_tables = sorted(tables, key=lambda pair: pair[0].name)
    if not any(rows for _, rows in sorted_tables):
        return None
    return sha256(b"".join(csv_bytes(table, rows) for table, rows in sorted_tables)).hexdigest()[:DIGITS]
