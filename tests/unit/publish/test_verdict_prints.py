"""The fingerprint of a verdict is over the published tables behind it, and withheld verdicts have none."""

from collections.abc import Iterator
from hashlib import sha256

import duckdb
import pytest

from etl.publish.publish import Publication
from etl.publish.verdict_prints import table_print, with_prints
from tests.unit.publish.planted import Planted


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(":memory:") as con:
        con.execute("CREATE SCHEMA marts")
        con.execute("CREATE TABLE marts.goal_point (goal_id VARCHAR, count INTEGER)")
        con.execute("INSERT INTO marts.goal_point VALUES ('M1', 7), ('M1', 3), ('M2', NULL)")
        yield con


def test_it_is_the_sum_of_the_table_as_the_package_has_it(con: duckdb.DuckDBPyConnection) -> None:
    wanted = sha256("\ufeffgoal_id;count\nM1;3\nM1;7\n".encode()).hexdigest()[:16]

    def printed(goal_id: str, before: str | None, estimate: float | None) -> object:
        row = {"goal_id": goal_id, "data_hash": before, "estimate": estimate}
        (told,) = with_prints(con, "goal_verdict", [row])
        return told["data_hash"]

    assert (printed("M1", "x", None), printed("M1", None, 3.0)) == (wanted, wanted)
    assert (printed("M2", None, None), printed("M3", "x", 3.0)) == (None, None)


def test_nothing_behind_gives_no_print() -> None:
    assert table_print([]) is None


def test_no_print_of_the_internal_database_is_published(planted: Planted, published: Publication) -> None:
    for table in ("commitment_verdict", "goal_verdict", "promise"):
        question = f"SELECT data_hash FROM marts.{table} WHERE data_hash IS NOT NULL"
        with duckdb.connect(str(planted.database), read_only=True) as con:
            inside = set(con.execute(question).fetchall())
        with duckdb.connect(str(published.database), read_only=True) as con:
            outside = set(con.execute(question).fetchall())
        assert inside
        assert inside & outside == set()
        assert bool(outside) == (table != "promise")
