"""Rows that no mart shows one by one are kept all the same: nothing that was handed in is lost."""

import duckdb

from etl.build.database import quoted

# These have a mart with a row for each of theirs, or are only sums and look-up tables.
_ELSEWHERE = {
    "activity",
    "contact",
    "crime",
    "crime_type",
    "indicator",
    "mean_population",
    "municipality",
    "series_break",
    "source",
    "survey_cell",
}


def save_facts(con: duckdb.DuckDBPyConnection) -> None:
    """Copy the tables of core into the schema `facts` of the new database. Screens never read it."""
    con.execute("CREATE SCHEMA facts")
    for name in fact_tables(con):
        con.execute(f"CREATE TABLE facts.{quoted(name)} AS FROM core.{quoted(name)}")


def fact_tables(con: duckdb.DuckDBPyConnection) -> list[str]:
    rows = con.execute(
        "SELECT table_name FROM duckdb_tables() WHERE database_name = 'core'"
        " UNION ALL SELECT view_name FROM duckdb_views() WHERE database_name = 'core' AND NOT internal ORDER BY ALL"
    ).fetchall()
    return [name for (name,) in rows if name not in _ELSEWHERE]
