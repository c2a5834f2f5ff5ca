"""Everything a build makes is either allowed out, by name, or named as staying inside with a reason."""

from pathlib import Path

import duckdb

from etl.publish.allow_list import EMPTY, INSIDE, PUBLIC


def columns(database: Path, schema: str = "marts") -> dict[str, list[str]]:
    with duckdb.connect(str(database), read_only=True) as con:
        rows = con.execute(
            "SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = $schema"
            " AND database_name = current_database() ORDER BY table_name, column_index",
            {"schema": schema},
        ).fetchall()
    found: dict[str, list[str]] = {}
    for table, column in rows:
        found.setdefault(table, []).append(column)
    return found


def test_every_column_of_a_build_is_classified_once(built_database: Path) -> None:
    classes: dict[str, list[str]] = {}
    for table, names in columns(built_database).items():
        for name in names:
            place = f"{table}.{name}"
            classes[place] = [
                kind
                for kind, is_in in (
                    ("public", name in PUBLIC.get(table, ())),
                    ("empty", place in EMPTY),
                    ("inside", table in INSIDE or place in INSIDE),
                )
                if is_in
            ]
    assert {place: kinds for place, kinds in classes.items() if len(kinds) != 1} == {}


def test_the_lists_name_nothing_that_does_not_exist(built_database: Path) -> None:
    there = columns(built_database)
    named = {f"{table}.{name}" for table, names in PUBLIC.items() for name in names} | set(EMPTY) | set(INSIDE)
    exist = {f"{table}.{name}" for table, names in there.items() for name in names} | set(there)
    assert named - exist == set()
    assert all(len(reason) > 10 for reason in (*EMPTY.values(), *INSIDE.values()))


def test_the_public_database_holds_the_list_and_nothing_else(built_database: Path, public_database: Path) -> None:
    inside, outside = columns(built_database), columns(public_database)
    assert set(outside) == set(PUBLIC)
    for table, names in outside.items():
        wanted = [name for name in inside[table] if name in PUBLIC[table] or f"{table}.{name}" in EMPTY]
        assert names == wanted
    with duckdb.connect(str(public_database), read_only=True) as con:
        schemas = con.execute(
            "SELECT DISTINCT schema_name FROM duckdb_tables() WHERE NOT internal ORDER BY ALL"
        ).fetchall()
        views = con.execute("SELECT count(*) FROM duckdb_views() WHERE NOT internal").fetchall()
    assert schemas == [("editions",), ("marts",)]
    assert views == [(0,)]


def test_what_is_empty_by_decision_is_empty(public_database: Path) -> None:
    with duckdb.connect(str(public_database), read_only=True) as con:
        for place in EMPTY:
            table, name = place.split(".")
            assert con.execute(f"SELECT count({name}) FROM marts.{table}").fetchall() == [(0,)]


def test_every_public_table_and_column_says_what_it_means(public_database: Path) -> None:
    with duckdb.connect(str(public_database), read_only=True) as con:
        silent = con.execute(
            "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND coalesce(comment, '') = ''"
            " AND schema_name = 'marts'"
            " UNION ALL SELECT table_name, '' FROM duckdb_tables() WHERE NOT internal AND coalesce(comment, '') = ''"
        ).fetchall()
    assert silent == []
