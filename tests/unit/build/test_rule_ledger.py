"""The ledger of rules as the build before left it, also when an older program wrote it."""

from datetime import date
from typing import Any

import duckdb
import pytest

from etl import sql
from etl.build.rows import insert_rows
from etl.build.rule_ledger import key_of, ledger_row, locked_parts, read_ledger

DAY, LATER = date(2019, 3, 1), date(2019, 9, 1)


def row(goal_id: str, **more: Any) -> dict[str, Any]:
    rule = {
        "promise_id": "L1", "goal_id": goal_id, "version": 1, "kind": "låst", "noticed_on": DAY, "goal": "Mål",
        "locked_on": date(2019, 1, 1), "indicator": "ingen", "direction": "minska", "least_change": 0.0,
        "is_primary": True, "rule_version": "1.0",
    }  # fmt: skip
    return rule | more


@pytest.fixture
def con() -> duckdb.DuckDBPyConnection:
    con = duckdb.connect(":memory:")
    con.execute("CREATE SCHEMA staging")
    con.execute(sql.read("evaluate", "history_tables"))
    con.execute("CREATE TABLE staging.earlier_goal_rule AS FROM history.goal_rule LIMIT 0")
    return con


def test_an_older_program_did_not_write_down_the_parts(con: duckdb.DuckDBPyConnection) -> None:
    rows = [row("M0"), row("M1", part_of="M0"), row("M2", part_of="M0", noticed_on=LATER)]
    insert_rows(con, "staging.earlier_goal_rule", rows)
    ledger = read_ledger(con)
    assert locked_parts(ledger, LATER) == {"M0": ("M1",), "M1": (), "M2": ()}
    assert ledger["L1", "M0"][0].promise_state is None


def test_what_is_written_is_what_is_read(con: duckdb.DuckDBPyConnection) -> None:
    insert_rows(con, "staging.earlier_goal_rule", [row("M0", parts=["M1"], good_answers=["enkät, trygg: 4;5"])])
    [(key, [version])] = read_ledger(con).items()
    con.execute("DELETE FROM staging.earlier_goal_rule")
    insert_rows(con, "staging.earlier_goal_rule", [ledger_row(key, "1263", version)])
    assert read_ledger(con) == {key: (version,)}


def test_nothing_is_locked_before_its_day(con: duckdb.DuckDBPyConnection) -> None:
    insert_rows(con, "staging.earlier_goal_rule", [row("M0", parts=["M1"])])
    assert locked_parts(read_ledger(con), date(2018, 12, 31)) == {}


def test_a_goal_is_found_by_its_own_id_where_it_was_last(con: duckdb.DuckDBPyConnection) -> None:
    gone = row("M1", version=2, kind="borttagen", noticed_on=LATER)
    insert_rows(con, "staging.earlier_goal_rule", [row("M1"), gone, row("M1", promise_id="L2", noticed_on=LATER)])
    ledger = read_ledger(con)
    assert key_of(ledger, {"promise_id": "L1", "goal_id": "M1"}) == ("L1", "M1")
    assert key_of(ledger, {"promise_id": "L3", "goal_id": "M1"}) == ("L2", "M1")
    assert key_of(ledger, {"promise_id": "L3", "goal_id": "M9"}) == ("L3", "M9")
