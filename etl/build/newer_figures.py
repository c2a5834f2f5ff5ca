"""The same published figure in two exports that disagree: which one stands, and what is said of the other."""

from collections.abc import Mapping

import duckdb

from etl import sql
from etl.build.database import quoted, quoted_text, scalar
from etl.contract import Table
from etl.evaluate.numbers_sv import plural

PROVENANCE = ("source", "fetched_on")
FETCHED, PRELIMINARY = "fetched_on", "preliminary"


def make_newer(con: duckdb.DuckDBPyConnection) -> None:
    """Make staging.newer, empty: rows that another file has a later (or final) figure for, and that row."""
    con.execute(
        "CREATE OR REPLACE TABLE staging.newer"
        " (table_name VARCHAR, row_id BIGINT, file_id INTEGER, by_file_id INTEGER, is_final BOOLEAN)"
    )


def let_the_newer_stand(con: duckdb.DuckDBPyConnection, table: Table) -> int:
    """Leave out the older rows of every key that one row settles. Returns how many equal rows went with them.

    `repeated` (row_id, first_row_id) holds the repeats; those settled are taken from it. A row settles its key when
    each of the others, all in other files, is equal to it, is preliminary where it is final (and not fetched
    later), or was fetched on an earlier day. Without days, with the same day, or within one file nothing is settled.
    """
    names = {column.name for column in table.columns}
    if FETCHED not in names:
        return 0
    said = ", ".join(quoted(column.name) for column in table.columns if column.name not in PROVENANCE)
    is_final = f"coalesce({PRELIMINARY}, 'nej') <> 'ja'" if PRELIMINARY in names else "true"
    con.execute(
        "CREATE OR REPLACE TEMP TABLE claims AS WITH members AS"
        " (SELECT row_id, first_row_id FROM repeated UNION SELECT first_row_id, first_row_id FROM repeated)"
        f" SELECT m.first_row_id, t.row_id, t.file_id, t.{FETCHED} AS fetched, {is_final} AS is_final,"
        f" row({said}) AS said FROM members m JOIN staging.{table.name} t USING (row_id)"
    )
    con.execute(sql.read("staging", "newer_figures"))
    name = quoted_text(table.name)
    con.execute(
        f"INSERT INTO staging.newer SELECT {name}, row_id, file_id, by_file_id, is_final FROM settled"
        " WHERE NOT is_equal"
    )
    con.execute(f"INSERT INTO staging.left_out SELECT {name}, row_id FROM settled")
    con.execute("DELETE FROM repeated WHERE first_row_id IN (SELECT first_row_id FROM settled)")
    return int(scalar(con, "SELECT count(*) FROM settled WHERE is_equal"))


def newer_notes(con: duckdb.DuckDBPyConnection, file_names: Mapping[int, str]) -> list[str]:
    """One remark for each pair of files: how many rows of the one are not counted, and where the newer ones are."""
    pairs = con.execute(
        "SELECT file_id, by_file_id, is_final, count(*) FROM staging.newer GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    return sorted(_note(file_names[file], file_names[by], is_final, count) for file, by, is_final, count in pairs)


def keep_older(con: duckdb.DuckDBPyConnection) -> None:
    """Make core.older_<table> with the figures that gave way: nothing that was handed in is lost."""
    tables = con.execute("SELECT DISTINCT table_name FROM staging.newer ORDER BY 1").fetchall()
    for (table,) in tables:
        con.execute(
            f"CREATE TABLE core.older_{table} AS SELECT * EXCLUDE (row_id, file_id) FROM staging.all_{table}"
            f" WHERE row_id IN (SELECT row_id FROM staging.newer WHERE table_name = {quoted_text(table)})"
        )


def _note(file: str, by: str, is_final: bool, count: int) -> str:
    rows = plural(count, "rad", "rader")
    if is_final:
        return f"{file}: {rows} med preliminära siffror har en nyare uppgift, en slutlig, i {by}, och den gäller."
    return f"{file}: {rows} har en nyare uppgift i {by}, och den gäller."
