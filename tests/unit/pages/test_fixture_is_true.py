"""The small database that screens are tested on has the columns of the real one, and no others."""

from pathlib import Path

import duckdb
import pytest

from tests.unit.pages.fixture_marts import write


def columns(path: Path) -> dict[str, set[str]]:
    with duckdb.connect(str(path), read_only=True) as con:
        rows = con.execute(
            "SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'marts'"
        ).fetchall()
    found: dict[str, set[str]] = {}
    for table, column in rows:
        found.setdefault(table, set()).add(column)
    return found


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    folder = write(tmp_path_factory.mktemp("db"))
    return columns(folder / (folder / "current").read_text().strip())


def test_every_mart_of_the_fixture_is_as_the_build_makes_it(built_database: Path, made_up: dict[str, set[str]]) -> None:
    real = columns(built_database)

    assert {table: sorted(real[table] ^ made) for table, made in made_up.items() if real[table] ^ made} == {}
