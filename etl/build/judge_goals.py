"""Blev det bättre? Evidence from the series, judged by etl.evaluate, into the marts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from etl import sql
from etl.build.comparison import Comparisons, load_comparisons
from etl.build.goal_crime import judge_crime_goal
from etl.build.goal_frame import Goal, Judged, goal_window
from etl.build.goal_indicators import with_parts, with_reporting_effects
from etl.build.goal_survey import judge_survey_goal
from etl.build.judge_commitments import promise_state
from etl.build.rows import fetch, fingerprint, insert_rows
from etl.evaluate.headline import BLOCKED
from etl.evaluate.sentences import headline, reason_text
from etl.evaluate.state import blocked_by
from etl.evaluate.verdict import RULE_VERSION, Judgement, Reason, State, undecidable

Row = Mapping[str, Any]
_NOTHING_TO_SHOW = (
    *BLOCKED,
    Reason.NO_DATA,
    Reason.NO_BASELINE_WAVE,
    Reason.NO_FOLLOWUP_WAVE,
    Reason.INDEX_NEVER_DECIDES,
)


@dataclass(frozen=True, kw_only=True)
class JudgedGoal:
    """A goal's judgement with what its promise needs to know of it."""

    promise_id: str
    judgement: Judgement
    is_primary: bool
    has_measure: bool
    claim: str
    english_claim: str = ""


def judge_goals(con: duckdb.DuckDBPyConnection, today: date) -> list[JudgedGoal]:
    """Fill marts.goal_verdict and marts.goal_point.

    Returns the judgements in the order of the register; those of parts are in the judgement of their goal.
    """
    register = _goals(con)
    locks = {row["goal_id"]: row for row in fetch(con, "FROM staging.goal_lock")}
    goals = [_frame(row, locks.get(row["goal_id"]), today) for row in register]
    only_shown = {row["goal_id"] for row in register if row["is_judgeable"] is False}
    crimes = _crime_rows(con)
    surveys = _survey_rows(con)
    breaks = fetch(con, "SELECT * FROM core.series_break ORDER BY ALL")
    others = load_comparisons(con, today)
    each: dict[str, Judged] = {goal.goal_id: _judge(goal, crimes, surveys, breaks, others, today) for goal in goals}
    each = with_reporting_effects(goals, each, {key: row["noticed_on"] for key, row in locks.items()})
    each |= {goal.goal_id: _only_shown(goal, each[goal.goal_id]) for goal in goals if goal.goal_id in only_shown}
    each = with_parts(goals, each)
    assessments = _assessments(con, today)
    parts: dict[str | None, list[str]] = defaultdict(list)
    for goal in goals:
        parts[goal.part_of].append(goal.goal_id)
    verdicts, judged = [], []
    points: list[Row] = []
    for goal in goals:
        result = each[goal.goal_id]
        behind = [result, *(each[part] for part in parts[goal.goal_id])]
        verdicts.append(_verdict_row(goal, result, behind, today) | {"assessment": assessments.get(goal.goal_id)})
        points += result.points
        if goal.part_of is not None:
            continue
        judged.append(
            JudgedGoal(
                promise_id=goal.promise_id,
                judgement=result.judgement,
                is_primary=goal.is_primary,
                has_measure=goal.measure != "ingen",
                claim=result.told.claim,
                english_claim=result.told.english_claim,
            )
        )
    insert_rows(con, "marts.goal_verdict", verdicts)
    insert_rows(con, "marts.goal_point", points)
    return judged


def _judge(
    goal: Goal,
    crimes: Mapping[tuple[Any, ...], list[Row]],
    surveys: Mapping[tuple[Any, ...], list[Row]],
    breaks: Sequence[Row],
    comparisons: Comparisons,
    today: date,
) -> Judged:
    """The measured evidence is always laid out; a promise that is paused or not begun is not judged on it."""
    place = (goal.municipality_code, goal.area_id)
    if goal.measure == "brott":
        result = judge_crime_goal(goal, crimes.get((*place, goal.key), []), breaks, comparisons, today)
    elif goal.measure == "enkät":
        result = judge_survey_goal(goal, surveys.get((*place, goal.indicator), []), breaks, today)
    else:
        result = Judged.without_evidence(
            goal, undecidable(Reason.NO_MEASURE, open_period=goal.is_open, direction=goal.direction)
        )
    return result


def _only_shown(goal: Goal, result: Judged) -> Judged:
    """What may never decide a goal stays grey, whatever it came to; what is not there is still said to be missing."""
    if result.retell is None or result.judgement.reason_code in _NOTHING_TO_SHOW:
        return result
    return result.retold(undecidable(Reason.NOT_JUDGEABLE, open_period=goal.is_open, direction=goal.direction))


def _verdict_row(goal: Goal, result: Judged, behind: Sequence[Judged], today: date) -> dict[str, Any]:
    """`behind` are the measures whose figures the verdict rests on: its own and those of its parts."""
    judgement, told = result.judgement, result.told
    used = [_evidence(point) for one in behind for point in one.points if point["used"]]
    return {
        "municipality_code": goal.municipality_code,
        "promise_id": goal.promise_id,
        "goal_id": goal.goal_id,
        "part_of": goal.part_of,
        "ordinal": goal.ordinal,
        "goal": goal.text,
        "indicator": goal.indicator,
        "indicator_name": goal.indicator_name,
        "measure": goal.measure,
        "area_id": goal.area_id,
        "area_name": goal.area_name,
        "group_name": goal.group_name,
        "direction": str(goal.direction),
        "good": goal.good,
        "is_primary": goal.is_primary,
        "verdict": str(judgement.verdict),
        "state": str(goal.state),
        "sentence": told.sentence,
        "headline": told.headline or headline(judgement),
        "claim": told.claim,
        "reason": told.reason or (None if judgement.decided else reason_text(judgement.reason_code)),
        "caution": told.caution or None,
        "short": told.short,
        "easy": told.easy,
        "report": told.report,
        "english": told.english,
        "estimate": judgement.estimate,
        "low": judgement.low,
        "high": judgement.high,
        "low60": judgement.low60,
        "high60": judgement.high60,
        "phi": judgement.phi,
        "phi_assumed": judgement.phi_assumed,
        "tau": judgement.tau,
        "tau_assumed": judgement.tau_assumed,
        "alt": told.alt,
        "rule_version": RULE_VERSION,
        "data_hash": fingerprint([goal.__dict__, used]),
        "as_of": today,
        **result.facts,
    }


def _evidence(point: Row) -> tuple[Any, ...]:
    return tuple(point.get(name) for name in ("series_id", "period", "count", "value", "answers", "unit"))


def _frame(row: Row, lock: Row | None, today: date) -> Goal:
    """`lock` is when a locked goal was first seen and where its promise stood then.

    A locked goal whose follow-up is over is closed, whatever was written about the promise afterwards. One that
    was given a last day of its own stays open while the promise runs: until then nothing is Uppfyllt.
    """
    state = promise_state(row, today)
    window = goal_window(row)
    good = {"lågt är bra": "lågt", "högt är bra": "högt"}.get(row["good"] or "")
    blocked = blocked_by(state)
    is_closed = lock is not None and window is not None and today > window.followup[1]
    waits = row["has_own_followup"] and state is State.ONGOING
    if lock is not None and window is not None and is_closed and not _still_blocks(blocked, row, lock, window.followup):
        blocked = None
    if blocked is None and window is not None and today < window.followup[0]:
        blocked = Reason.NOT_STARTED
    return Goal.from_register(
        row,
        state=state,
        window=window,
        good=good,
        blocked=blocked,
        is_open=waits
        or (not is_closed and (state is State.ONGOING or (window is not None and today <= window.followup[1]))),
    )


def _still_blocks(blocked: Reason | None, row: Row, lock: Row, followup: tuple[date, date]) -> bool:
    """Whether it blocked already when the rule was locked, or is a pause that began in the follow-up."""
    then = lock["promise_state"]
    if blocked is None or then is None or blocked_by(State(then)) is blocked:
        return True
    paused = row["paused_from"]
    return blocked is Reason.PAUSED and paused is not None and followup[0] <= paused <= followup[1]


def _assessments(con: duckdb.DuckDBPyConnection, today: date) -> dict[str, str]:
    return dict(con.execute(sql.read("evaluate", "goal_assessments"), {"today": today}).fetchall())


def _goals(con: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    return fetch(con, sql.read("evaluate", "goals"))


def _crime_rows(con: duckdb.DuckDBPyConnection) -> dict[tuple[Any, ...], list[Row]]:
    return _by_key(fetch(con, sql.read("evaluate", "crime_rows")), "crime_type")


def _survey_rows(con: duckdb.DuckDBPyConnection) -> dict[tuple[Any, ...], list[Row]]:
    return _by_key(fetch(con, sql.read("evaluate", "survey_rows")), "indicator")


def _by_key(rows: Sequence[Row], measure: str) -> dict[tuple[Any, ...], list[Row]]:
    found: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        found[(row["municipality_code"], row["area_id"], row[measure])].append(row)
    return found
