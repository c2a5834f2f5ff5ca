"""Checks that need more than one row: keys that repeat, and ids that point at nothing."""

from graphlib import TopologicalSorter

import duckdb

from etl.build.database import quoted, quoted_text, scalar
from etl.contract import TABLES, Table

# The same published figure often comes in more than one export: equal rows from different files are one row.
PUBLISHED_BY_OTHERS = ("brott", "folkmangd", "nyckeltal", "enkat_varden", "omraden")
_PROVENANCE = ("source", "fetched_on")


def check_across_rows(con: duckdb.DuckDBPyConnection) -> int:
    """Refuse rows whose key repeats or that refer to nothing. Returns how many rows were left out as exact repeats."""
    repeats = 0
    for name in _parents_first():
        table = TABLES[name]
        repeats += _repeated_keys(con, table)
        for column in table.columns:
            if column.references:
                con.execute(_reference_faults(table, column.name, column.heading, TABLES[column.references]))
    return repeats


def _parents_first() -> list[str]:
    graph = {
        table.name: {c.references for c in table.columns if c.references and c.references != table.name}
        for table in TABLES.values()
    }
    return list(TopologicalSorter(graph).static_order())


def _repeated_keys(con: duckdb.DuckDBPyConnection, table: Table) -> int:
    if not table.key:
        return 0
    key = ", ".join(quoted(name) for name in table.key)
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE repeated AS"
        f" WITH hashed AS (SELECT row_id, hash({key}) AS h FROM staging.{table.name}),"
        f" suspects AS (SELECT h FROM hashed GROUP BY h HAVING count(*) > 1)"
        f" SELECT row_id, first_value(row_id) OVER (PARTITION BY {key} ORDER BY row_id) AS first_row_id"
        f" FROM staging.{table.name} WHERE hash({key}) IN (FROM suspects)"
        f" QUALIFY row_id <> first_row_id"
    )
    if not scalar(con, "SELECT count(*) FROM repeated"):
        return 0
    repeats = _leave_out_equal_rows(con, table) if table.name in PUBLISHED_BY_OTHERS else 0
    heading = ", ".join(f"”{table.column(name).heading}”" for name in table.key)
    shown = " || ', ' || ".join(f"coalesce({quoted(name)}::VARCHAR, '–')" for name in table.key)
    con.execute(
        f"INSERT INTO staging.fault SELECT {quoted_text(table.name)}, t.row_id, {quoted_text(table.column(table.key[0]).heading)},"
        f" {shown}, 'raden upprepar nyckeln (' || {quoted_text(heading)} || ') på en tidigare rad'"
        " || CASE WHEN f.file_id <> t.file_id THEN ' i en annan fil' ELSE '' END,"
        " 'Ta bort den ena raden, eller rätta nyckeln.'"
        f" FROM repeated JOIN staging.{table.name} t USING (row_id) JOIN staging.{table.name} f ON f.row_id = first_row_id"
    )
    return repeats


def _leave_out_equal_rows(con: duckdb.DuckDBPyConnection, table: Table) -> int:
    same = " AND ".join(
        f"t.{quoted(c.name)} IS NOT DISTINCT FROM f.{quoted(c.name)}" for c in table.columns if c.name not in _PROVENANCE
    )
    con.execute(
        "CREATE OR REPLACE TEMP TABLE equal_rows AS"
        f" SELECT t.row_id FROM repeated JOIN staging.{table.name} t USING (row_id)"
        f" JOIN staging.{table.name} f ON f.row_id = first_row_id WHERE t.file_id <> f.file_id AND {same}"
    )
    con.execute(f"INSERT INTO staging.left_out SELECT {quoted_text(table.name)}, row_id FROM equal_rows")
    con.execute("DELETE FROM repeated WHERE row_id IN (FROM equal_rows)")
    return int(scalar(con, "SELECT count(*) FROM equal_rows"))


def _reference_faults(table: Table, name: str, heading: str, target: Table) -> str:
    key = target.column(name if any(c.name == name for c in target.columns) and name != "part_of" else target.columns[0].name)
    column = quoted(name)
    remedy = f"Lägg till raden i tabellen {target.name}, eller rätta ”{heading}”."
    return (
        f"INSERT INTO staging.fault SELECT {quoted_text(table.name)}, row_id, {quoted_text(heading)}, {column},"
        f" '”' || {column} || '” finns inte i tabellen ' || {quoted_text(target.name)}, {quoted_text(remedy)}"
        f" FROM staging.{table.name} WHERE {column} IS NOT NULL"
        f" AND {column} NOT IN (SELECT {quoted(key.name)} FROM staging.{target.name} WHERE {quoted(key.name)} IS NOT NULL)"
    )


