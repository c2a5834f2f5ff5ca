"""How much of the plan the log shows, before any effect may be spoken of (etl/sql/evaluate/effect_done.sql)."""

from datetime import date

import duckdb
import pytest

from etl import sql

TODAY = date(2019, 7, 1)


@pytest.mark.parametrize(
    ("estimate", "last_report", "share"),
    [
        (6.0, date(2019, 6, 20), 1.0),
        (3.0, date(2019, 6, 20), 0.5),
        # One walk and then silence is no log of what was done, however small the plan was at the last report.
        (1.0, date(2019, 1, 20), 0.0),
        (20.0, date(2019, 6, 20), 1.0),
    ],
)
def test_a_running_promise_is_measured_against_its_plan_up_to_today(
    estimate: float, last_report: date, share: float
) -> None:
    assert done_share("pågår", estimate, last_report) == pytest.approx(share, abs=0.02)


def test_a_promise_that_is_over_is_measured_against_all_of_its_plan() -> None:
    assert done_share("avslutat", 9, date(2019, 1, 20)) == pytest.approx(0.75)


def done_share(state: str, estimate: float, last_report: date) -> float:
    with duckdb.connect() as con:
        con.execute("ATTACH ':memory:' AS core; CREATE SCHEMA marts")
        con.execute(
            "CREATE TABLE core.promise AS"
            " SELECT 'L' AS promise_id, DATE '2019-01-01' AS starts, DATE '2019-12-31' AS ends"
        )
        con.execute(
            "CREATE TABLE marts.commitment_verdict AS SELECT 'L' AS promise_id, 'antal' AS kind, 'x' AS verdict,"
            " $state AS state, $estimate::DOUBLE AS estimate, 12.0 AS target, $last::DATE AS last_report,"
            " $today::DATE AS as_of, NULL::INTEGER AS periods_kept, NULL::INTEGER AS periods_closed",
            {"state": state, "estimate": estimate, "last": last_report, "today": TODAY},
        )
        ((_, share),) = con.execute(sql.read("evaluate", "effect_done")).fetchall()
        return float(share)
