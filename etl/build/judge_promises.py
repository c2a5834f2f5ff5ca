"""A promise's two verdicts, never merged, and the clock of what was to be reported back."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import duckdb

from etl import sql
from etl.build.duties import fill_duties
from etl.build.judge_commitments import promise_state
from etl.build.judge_goals import JudgedGoal
from etl.build.rows import fetch, fingerprint, insert_rows
from etl.evaluate.promise import Part, combine
from etl.evaluate.sentences import PartLine, Told, tell_commitments, tell_goals
from etl.evaluate.verdict import RULE_VERSION, Judgement

Row = Mapping[str, Any]


def judge_promises(
    con: duckdb.DuckDBPyConnection, today: date, commitments: Mapping[str, Judgement], goals: Sequence[JudgedGoal]
) -> None:
    """Fill marts.promise and marts.duty. `commitments` holds the countable ones by id."""
    feedback = fill_duties(con, today)
    goals_of: dict[str, list[JudgedGoal]] = defaultdict(list)
    for goal in goals:
        goals_of[goal.promise_id].append(goal)
    told_of = {row["commitment_id"]: row for row in fetch(con, "SELECT * FROM marts.commitment_verdict")}
    commitments_of: dict[str, list[Row]] = defaultdict(list)
    for row in told_of.values():
        commitments_of[row["promise_id"]].append(row)
    rows = []
    for promise in _promises(con, today):
        key = promise["promise_id"]
        state = promise_state(promise, today)
        done, done_told, countable = _did_we(commitments_of[key], commitments)
        better, better_told = _did_it(goals_of[key])
        rows.append(
            {
                name: promise[name]
                for name in (
                    "municipality_code",
                    "promise_id",
                    "title",
                    "municipality_name",
                    "signed_on",
                    "summary",
                    "picture",
                    "police_diary_number",
                    "municipality_diary_number",
                    "agreement_id",
                    "source",
                    "is_fictitious",
                    "data_through",
                )
            }
            | {
                "period_start": promise["starts"],
                "period_end": promise["ends"],
                "state": str(state),
                "commitments_total": len(commitments_of[key]),
                "commitments_countable": countable,
                "commitment_verdict": str(done.verdict),
                "commitment_sentence": done_told.sentence,
                "commitment_reason": done_told.reason or None,
                "commitment_short": done_told.short,
                "commitment_easy": done_told.easy,
                "commitment_report": done_told.report,
                "commitment_english": done_told.english,
                "goals_total": len(goals_of[key]),
                "goal_verdict": str(better.verdict),
                "goal_sentence": better_told.sentence,
                "goal_reason": better_told.reason or None,
                "goal_short": better_told.short,
                "goal_easy": better_told.easy,
                "goal_report": better_told.report,
                "goal_english": better_told.english,
                "rule_version": RULE_VERSION,
                "data_hash": fingerprint([promise, [row["data_hash"] for row in commitments_of[key]], done, better]),
                "as_of": today,
                **feedback.get(key, {}),
            }
        )
    insert_rows(con, "marts.promise", rows)


def _did_we(rows: Sequence[Row], judgements: Mapping[str, Judgement]) -> tuple[Judgement, Told, int]:
    countable = [(row, judgements[row["commitment_id"]]) for row in rows if row["commitment_id"] in judgements]
    verdict = combine([Part(judgement=judgement) for _, judgement in countable])
    lines = [
        PartLine(verdict=judgement.verdict, claim=row["claim"] or "", reason_code=judgement.reason_code)
        for row, judgement in countable
    ]
    return verdict, tell_commitments(verdict, lines, total=len(rows)), len(countable)


def _did_it(goals: Sequence[JudgedGoal]) -> tuple[Judgement, Told]:
    """Only commitments may be left out for being descriptive: a primary goal without a measure is undecidable.

    Where no goal at all has a measure there is nothing to put together, and that is what is said.
    """
    measured = any(goal.has_measure for goal in goals)
    counted = [goal for goal in goals if goal.has_measure or (goal.is_primary and measured)]
    verdict = combine([Part(judgement=goal.judgement, primary=goal.is_primary) for goal in counted])
    lines = [
        PartLine(
            verdict=goal.judgement.verdict,
            claim=goal.claim,
            english_claim=goal.english_claim,
            reason_code=goal.judgement.reason_code,
            primary=goal.is_primary,
        )
        for goal in counted
    ]
    return verdict, tell_goals(verdict, lines)


def _promises(con: duckdb.DuckDBPyConnection, today: date) -> list[dict[str, Any]]:
    return fetch(con, sql.read("evaluate", "promises"), {"today": today})
