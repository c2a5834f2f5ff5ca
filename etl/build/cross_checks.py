"""Checks that need more than one row or cell: keys that repeat, ids that point at nothing, limits that cross."""

from graphlib import TopologicalSorter

import duckdb

from etl.build.database import quoted, quoted_text, scalar
from etl.build.exemption_checks import check_exemptions
from etl.build.goal_part_checks import check_goal_parts
from etl.build.newer_figures import PROVENANCE, let_the_newer_stand, make_newer
from etl.contract import TABLES, Column, Table

# The same published figure often comes in more than one export: equal rows from different files are one row, and
# of rows that disagree the newer one stands.
PUBLISHED_BY_OTHERS = ("brott", "folkmangd", "nyckeltal", "enkat_varden", "omraden")
REPEATS = "raden upprepar nyckeln"


def check_across_rows(con: duckdb.DuckDBPyConnection) -> int:
    """Refuse rows whose key repeats or that refer to nothing. Returns how many rows were left out as exact repeats.

    Makes staging.repeat(table_name, row_id, first_row_id), so that the message can say where the first one is, and
    staging.newer with the rows that gave way to a newer figure.
    """
    con.execute("CREATE OR REPLACE TABLE staging.repeat (table_name VARCHAR, row_id BIGINT, first_row_id BIGINT)")
    make_newer(con)
    check_exemptions(con)
    check_goal_parts(con)
    received = _received(con)
    repeats = 0
    for name in _parents_first():
        table = TABLES[name]
        if not con.execute(f"SELECT 1 FROM staging.{name} LIMIT 1").fetchall():
            continue
        for statement in _MEASURES.get(name, ()):
            con.execute(statement)
        # References first: a row that stands for its equals in other files must not be refused after them.
        for column in table.columns:
            if column.references:
                _refuse_lost_references(con, table, column, received)
        repeats += _repeated_keys(con, table)
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
    repeats = 0
    if table.name in PUBLISHED_BY_OTHERS:
        repeats = let_the_newer_stand(con, table) + _leave_out_equal_rows(con, table)
    headings = ", ".join(f"”{table.column(name).heading}”" for name in table.key)
    shown = ", ".join(f"coalesce(t.{quoted(name)}::VARCHAR, '–')" for name in table.key)
    con.execute(f"INSERT INTO staging.repeat SELECT {quoted_text(table.name)}, row_id, first_row_id FROM repeated")
    con.execute(
        f"INSERT INTO staging.fault SELECT {quoted_text(table.name)}, t.row_id,"
        f" {quoted_text(table.column(table.key[0]).heading)}, concat_ws(', ', {shown}),"
        f" {quoted_text(f'{REPEATS} ({headings}) från en tidigare rad')},"
        f" 'Ta bort den ena raden, eller rätta nyckeln.' FROM repeated JOIN staging.{table.name} t USING (row_id)"
    )
    return repeats


def _leave_out_equal_rows(con: duckdb.DuckDBPyConnection, table: Table) -> int:
    compared = [quoted(column.name) for column in table.columns if column.name not in PROVENANCE]
    same = " AND ".join(f"t.{name} IS NOT DISTINCT FROM f.{name}" for name in compared)
    con.execute(
        "CREATE OR REPLACE TEMP TABLE equal_rows AS"
        f" SELECT t.row_id FROM repeated JOIN staging.{table.name} t USING (row_id)"
        f" JOIN staging.{table.name} f ON f.row_id = first_row_id WHERE t.file_id <> f.file_id AND {same}"
    )
    con.execute(f"INSERT INTO staging.left_out SELECT {quoted_text(table.name)}, row_id FROM equal_rows")
    con.execute("DELETE FROM repeated WHERE row_id IN (FROM equal_rows)")
    return int(scalar(con, "SELECT count(*) FROM equal_rows"))


def _refuse_lost_references(
    con: duckdb.DuckDBPyConnection, table: Table, column: Column, received: frozenset[str]
) -> None:
    """A table that refers to itself is gone through until nothing more falls away."""
    target = TABLES[column.references or ""]
    statement = _reference_faults(table, column, target, is_received=target.name in received)
    if target is not table:
        con.execute(statement)
        return
    before = -1
    while (faults := scalar(con, "SELECT count(*) FROM staging.fault")) != before:
        before = faults
        con.execute(statement)


def _reference_faults(table: Table, column: Column, target: Table, *, is_received: bool) -> str:
    named_alike = any(c.name == column.name for c in target.columns) and target is not table
    key = quoted(column.name if named_alike else target.columns[0].name)
    name = quoted(column.name)
    refused = f"{name} IN (SELECT {key} FROM staging.all_{target.name})" if is_received else "false"
    return (
        f"INSERT INTO staging.fault SELECT {quoted_text(table.name)}, row_id, {quoted_text(column.heading)}, {name},"
        f" '”' || {name} || CASE WHEN {refused} THEN '” har avvisats i tabellen ' ELSE '” finns inte i tabellen ' END"
        f" || {quoted_text(target.name)}, CASE WHEN {refused} THEN 'Rätta felet på den raden först.'"
        f" ELSE {quoted_text(f'Lägg till raden i tabellen {target.name}, eller rätta ”{column.heading}”.')} END"
        f" FROM staging.{table.name} WHERE {name} IS NOT NULL"
        f" AND {name} NOT IN (SELECT {key} FROM staging.{target.name} WHERE {key} IS NOT NULL)"
    )


def _received(con: duckdb.DuckDBPyConnection) -> frozenset[str]:
    """The tables of which any row was handed in, refused ones included."""
    rows = con.execute("SELECT view_name FROM duckdb_views() WHERE database_name = 'staging'").fetchall()
    return frozenset(name.removeprefix("all_") for (name,) in rows if name.startswith("all_"))


def _outside_unit(unit: str, top: int) -> str:
    remedy = f"Ett värde i enheten {unit} är från 0 till {top}. Rätta värdet eller enheten."
    return (
        f"INSERT INTO staging.fault SELECT 'enkat_varden', row_id, 'värde', {_comma('value')},"
        f" {quoted_text('värdet passar inte enheten ' + unit)}, {quoted_text(remedy)}"
        f" FROM staging.enkat_varden WHERE unit = {quoted_text(unit)} AND NOT value BETWEEN 0 AND {top}"
    )


def _comma(column: str) -> str:
    return f"replace(regexp_replace(round({column}, 6)::VARCHAR, '\\.0$', ''), '.', ',')"


def _without_year(table: str, days: str) -> str:
    """A wave that neither a day nor its own name places in a year can be compared with nothing."""
    remedy = "Skriv året i ”omgång”, till exempel 2019 eller våren 2019, eller fyll i " + (
        "”år”." if table == "enkat_varden" else "”från” och ”till”."
    )
    return (
        f"INSERT INTO staging.fault SELECT {quoted_text(table)}, row_id, 'omgång', wave,"
        f" 'omgången har inget årtal', {quoted_text(remedy)} FROM staging.{table}"
        f" WHERE {days} IS NULL AND NOT regexp_matches(coalesce(wave, ''), '(^|[^0-9])(19|20)[0-9]{{2}}([^0-9]|$)')"
    )


_MEASURES = {
    "enkater": (_without_year("enkater", "coalesce(starts, ends)"),),
    "enkat_varden": (
        _without_year("enkat_varden", "year"),
        _outside_unit("procent", 100),
        _outside_unit("index 0–6", 6),
        _outside_unit("index 0–100", 100),
        f"INSERT INTO staging.fault SELECT 'enkat_varden', row_id, 'övre gräns', {_comma('high')},"
        " '”övre gräns” ligger under ”undre gräns”', 'Byt plats på gränserna, eller rätta den ena.'"
        " FROM staging.enkat_varden WHERE high < low",
    ),
}
"""Statements that refuse values which no column could refuse alone."""
