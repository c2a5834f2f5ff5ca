"""Every .sql says what it is for, and every column that a screen may read says what it means."""

import re
from pathlib import Path

import duckdb
import pytest

from tests.unit.project.checkout import files_under, read

SQL = files_under("etl/sql/", suffix=".sql")
STAGES = {"staging", "core", "evaluate", "marts", "checks", "publish"}
_CREATED = re.compile(r"^\s*CREATE (?:OR REPLACE )?(?:TABLE|VIEW) marts\.(\w+)", re.MULTILINE)


def head(name: str) -> str:
    """The comment lines at the top of the file."""
    lines = read(name).splitlines()
    code = next(number for number, line in enumerate(lines) if not line.startswith("--"))
    return "\n".join(lines[:code])


def test_sql_lies_in_a_stage() -> None:
    assert {name.split("/")[2] for name in SQL} <= STAGES


@pytest.mark.parametrize("name", SQL)
def test_the_head_says_purpose_inputs_and_outputs(name: str) -> None:
    told = re.findall(r"^-- (Purpose|Inputs|Outputs): +\S", head(name), re.MULTILINE)
    assert told == ["Purpose", "Inputs", "Outputs"]


@pytest.mark.parametrize("name", [name for name in SQL if "/marts/" in name])
def test_the_head_of_a_mart_names_what_it_makes(name: str) -> None:
    outputs = head(name).split("-- Outputs:")[1]
    assert set(re.findall(r"marts\.(\w+)", outputs)) == set(_CREATED.findall(read(name)))


@pytest.fixture(scope="module")
def marts(built_database: Path) -> list[tuple[str, str, str | None, str | None]]:
    """(table, column, comment of the table, comment of the column) of a real build."""
    with duckdb.connect(str(built_database), read_only=True) as con:
        return con.execute(
            "SELECT c.table_name, c.column_name, t.comment, c.comment"
            " FROM duckdb_columns() c JOIN duckdb_tables() t USING (database_name, schema_name, table_name)"
            " WHERE c.schema_name = 'marts' AND c.database_name = current_database() ORDER BY ALL"
        ).fetchall()


def test_the_marts_of_the_files_are_those_of_the_database(marts: list[tuple[str, str, str | None, str | None]]) -> None:
    written = {table for name in SQL if "/marts/" in name for table in _CREATED.findall(read(name))}
    assert {table for table, *_ in marts} == written
    assert {"promise", "commitment_verdict", "goal_verdict", "crime_series", "survey_series", "activity"} <= written


def test_every_mart_and_column_says_what_it_means(marts: list[tuple[str, str, str | None, str | None]]) -> None:
    silent_tables = {table for table, _, comment, _ in marts if not (comment or "").strip()}
    silent_columns = [f"{table}.{column}" for table, column, _, comment in marts if not (comment or "").strip()]
    assert silent_tables == set()
    assert silent_columns == []
