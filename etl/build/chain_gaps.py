"""What is missing in the chain of each promise, into marts.chain_gap."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import duckdb

from etl import sql
from etl.build.goal_frame import goal_window
from etl.build.indicator_checks import NO_INDICATOR
from etl.build.rows import fetch, insert_rows
from etl.evaluate.chain import Chain, Commitment, Goal, Indicator, Measure, Problem, chain_gaps, problems_met

Row = Mapping[str, Any]


def fill_chain_gaps(con: duckdb.DuckDBPyConnection, today: date) -> None:
    """Fill marts.chain_gap. Problems outside every promise are a chain of their own in each municipality."""
    commitments = fetch(
        con, "SELECT promise_id, commitment_id, commitment, problem_id FROM core.commitment ORDER BY ALL"
    )
    problems = fetch(con, sql.read("evaluate", "chain_problems"), {"today": today})
    met = _problems_met(con, [_commitment(row) for row in commitments])
    of_promise = _by_promise(commitments)
    goals = _goals(con)
    seen = _by_promise(problems)
    rows = []
    for promise in fetch(con, sql.read("evaluate", "chain_promises"), {"today": today}):
        key = promise["promise_id"]
        chain = Chain(
            promise_id=key,
            title=promise["title"],
            problems=tuple(_problem(row, met) for row in seen[key]),
            commitments=tuple(_commitment(row) for row in of_promise[key]),
            goals=goals.get(key, ()),
            loose_activities=promise["loose_activities"],
        )
        rows += _rows(promise["municipality_code"], chain, today)
    outside: dict[str, list[Problem]] = defaultdict(list)
    for row in seen[None]:
        outside[row["municipality_code"]].append(_problem(row, met))
    for municipality, loose in outside.items():
        rows += _rows(municipality, Chain(promise_id=None, problems=tuple(loose)), today)
    insert_rows(con, "marts.chain_gap", rows)


def _rows(municipality_code: str, chain: Chain, today: date) -> list[dict[str, Any]]:
    return [
        {
            "municipality_code": municipality_code,
            "promise_id": chain.promise_id,
            "kind": str(gap.kind),
            "concerns_id": gap.concerns_id,
            "concerns": gap.concerns,
            "count": gap.count,
            "sentence": gap.sentence,
            "as_of": today,
        }
        for gap in chain_gaps(chain, today)
    ]


def _problems_met(con: duckdb.DuckDBPyConnection, commitments: Sequence[Commitment]) -> frozenset[str]:
    measures = fetch(con, "SELECT problem_id, cause_id, commitment_id, status FROM core.measure")
    causes = con.execute("SELECT cause_id, problem_id FROM core.cause").fetchall()
    return problems_met(
        [
            Measure(
                problem_id=row["problem_id"],
                cause_id=row["cause_id"],
                commitment_id=row["commitment_id"],
                is_broken_off=row["status"] == "avbruten",
            )
            for row in measures
        ],
        commitments,
        dict(causes),
    )


def _goals(con: duckdb.DuckDBPyConnection) -> dict[str, tuple[Goal, ...]]:
    """Goals by promise, each with its own indicator and those of its parts."""
    measured: dict[str, bool] = dict(con.execute(sql.read("evaluate", "chain_measured")).fetchall())
    register = fetch(con, sql.read("evaluate", "goals"))
    indicators: dict[str, list[Indicator]] = defaultdict(list)
    for row in register:
        if row["indicator"] != NO_INDICATOR:
            indicators[row["part_of"] or row["goal_id"]].append(_indicator(row, measured))
    found: dict[str, list[Goal]] = defaultdict(list)
    for row in register:
        if row["part_of"] is None:
            goal = Goal(
                goal_id=row["goal_id"],
                text=row["goal"],
                problem_id=row["problem_id"],
                indicators=tuple(indicators[row["goal_id"]]),
            )
            found[row["promise_id"]].append(goal)
    return {promise: tuple(goals) for promise, goals in found.items()}


def _indicator(row: Row, measured: Mapping[str, bool]) -> Indicator:
    window = goal_window(row)
    return Indicator(
        name=row["indicator_name"] or row["indicator"],
        has_data=row["goal_id"] in measured,
        has_baseline=measured.get(row["goal_id"], False),
        baseline=window.baseline if window else None,
    )


def _problem(row: Row, met: frozenset[str]) -> Problem:
    return Problem(
        problem_id=row["problem_id"],
        title=row["title"],
        step=row["step"],
        step_date=row["step_date"],
        is_met=row["problem_id"] in met,
    )


def _commitment(row: Row) -> Commitment:
    return Commitment(commitment_id=row["commitment_id"], text=row["commitment"], problem_id=row["problem_id"])


def _by_promise(rows: Sequence[Row]) -> dict[str | None, list[Row]]:
    found: dict[str | None, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["promise_id"]].append(row)
    return found
