"""Each goal is judged by the rule that was locked when its promise began, whatever the register says later."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

import duckdb

from etl import sql
from etl.build.judge_commitments import promise_state
from etl.build.rows import fetch, insert_rows
from etl.build.rule_ledger import FIELDS, Key, Version, as_rule, key_of, ledger_row, locked_parts, read_ledger
from etl.build.rule_names import Names
from etl.evaluate.corrections import Concerns, register_correction
from etl.evaluate.locked_rule import (
    REMOVED,
    Change,
    LockedRule,
    changed_text,
    changes,
    lock_day,
    not_locked_text,
    removed_text,
    rule_text,
)
from etl.evaluate.numbers_sv import date_sv
from etl.evaluate.verdict import RULE_VERSION

Row = Mapping[str, Any]
Parts = Mapping[str, tuple[str, ...]]
_KEYS = ("municipality_code", "promise_id", "goal_id")


@dataclass(frozen=True, kw_only=True)
class _Goal:
    """A goal with all its versions, the locked one first, and whether the latest was noticed in this build.

    `key` is where it stands in the ledger. `is_late`: the register made it a part of a goal that was locked before.
    """

    key: Key
    keys: Row
    versions: tuple[Version, ...]
    is_new: bool
    is_late: bool = False

    @property
    def locked(self) -> LockedRule:
        rule = self.versions[0].rule
        assert rule is not None
        return rule


def lock_goals(con: duckdb.DuckDBPyConnection, today: date) -> bool:
    """Fill history.goal_rule, marts.goal_rule, staging.goal_lock and staging.rule_event; core.goal says what is locked.

    Returns whether core.goal now differs from the register, which staging.goal_in_register holds.
    """
    con.execute("CREATE TABLE staging.goal_in_register AS FROM core.goal")
    ledger = read_ledger(con)
    parts = locked_parts(ledger, today)
    register = fetch(con, sql.read("evaluate", "goal_rules"))
    names = Names(con)
    ids = {row["goal_id"] for row in register}
    shown: list[Row] = []
    goals: list[_Goal] = []
    beside: list[Row] = []
    for said in register:
        key = key_of(ledger, said)
        versions = ledger.pop(key, ())
        row = _as_counted(said, versions, parts)
        goal = _followed(key, row, versions, today)
        if goal is None:
            shown.append(_not_locked(row, names, today))
            if row is not said:
                beside.append({**vars(_rule(row, today)), **_keys(row), "locked_on": row["agreed_on"]})
        else:
            goals.append(replace(goal, is_late=_is_late(said, parts)))
            shown.append(_shown(goal, _rule(row, goal.locked.locked_on, goal.locked), names, today))
    promises = dict(con.execute("SELECT promise_id, municipality_code FROM core.promise").fetchall())
    for (promise_id, goal_id), versions in ledger.items():
        if promise_id in promises and versions[0].rule is not None and versions[0].rule.locked_on <= today:
            keys = dict(zip(_KEYS, (promises[promise_id], promise_id, goal_id), strict=True))
            goal = _taken_away((promise_id, goal_id), keys, versions, today)
            goals.append(goal)
            if not _is_moved(goal, ids):
                shown.append(_shown(goal, None, names, today))
    insert_rows(con, "marts.goal_rule", shown)
    _write_ledger(con, goals)
    _write_locks(con, goals)
    _write_events(con, [goal for goal in goals if not _is_moved(goal, ids)], names)
    return _put_in_force(con, [*(_in_force(goal, parts) for goal in goals if _differs(goal, ids)), *beside])


def keep_register(con: duckdb.DuckDBPyConnection) -> None:
    """Save the goals as they were handed in: facts hold what the register says."""
    con.execute("CREATE OR REPLACE TABLE facts.goal AS FROM staging.goal_in_register")


def _keys(row: Row) -> dict[str, Any]:
    return {name: row[name] for name in _KEYS}


def _is_late(row: Row, parts: Parts) -> bool:
    return row["part_of"] in parts and row["goal_id"] not in parts[row["part_of"]]


def _as_counted(row: Row, versions: tuple[Version, ...], parts: Parts) -> Row:
    """A goal that came as a part of a goal already locked stands beside it, and decides nothing."""
    first = versions[0].rule if versions else None
    decides = first is not None and (first.is_primary or first.part_of is not None)
    return {**row, "part_of": None, "is_primary": False} if _is_late(row, parts) and not decides else row


def _followed(key: Key, row: Row, versions: tuple[Version, ...], today: date) -> _Goal | None:
    """The goal with its versions, the one of today added if it is another. None: not locked yet."""
    keys, state = _keys(row), str(promise_state(row, today))
    if not versions:
        day = lock_day(agreed=row["agreed_on"], starts=row["starts"], signed=row["signed_on"])
        if day is None or day > today:
            return None
        first = Version(number=1, kind="låst", noticed_on=today, rule=_rule(row, day), promise_state=state)
        return _Goal(key=key, keys=keys, versions=(first,), is_new=True)
    locked, last = versions[0].rule, versions[-1]
    assert locked is not None
    if locked.locked_on > today:
        return None
    now = _rule(row, locked.locked_on, locked)
    if now == last.rule:
        return _Goal(key=key, keys=keys, versions=versions, is_new=False)
    kind = "återställd" if now == locked else "ändrad"
    new = Version(number=last.number + 1, kind=kind, noticed_on=today, rule=now, promise_state=state)
    return _Goal(key=key, keys=keys, versions=(*versions, new), is_new=True)


def _taken_away(key: Key, keys: Row, versions: tuple[Version, ...], today: date) -> _Goal:
    last = versions[-1]
    if last.rule is None:
        return _Goal(key=key, keys=keys, versions=versions, is_new=False)
    gone = Version(number=last.number + 1, kind="borttagen", noticed_on=today, rule=None)
    return _Goal(key=key, keys=keys, versions=(*versions, gone), is_new=True)


def _is_moved(goal: _Goal, ids: set[str]) -> bool:
    """Whether a goal that its promise no longer has stands under another promise: it is judged there."""
    return goal.versions[-1].rule is None and goal.keys["goal_id"] in ids


def _rule(row: Row, locked_on: date, locked: LockedRule | None = None) -> LockedRule:
    """The register's rule. An agreed day of locking that is put before the day it was locked is seen as a change.

    Beside a locked rule the good answers are those of the questions that were there when it was locked.
    """
    said = {name: row[name] for name in FIELDS if name in row}
    said |= {"rule_version": RULE_VERSION, "locked_on": min(row["agreed_on"] or locked_on, locked_on)}
    if locked is not None:
        asked = {_question(answers) for answers in locked.good_answers}
        said["good_answers"] = [answers for answers in said["good_answers"] if _question(answers) in asked]
    return as_rule(said)


def _question(answers: str) -> str:
    return answers.rpartition(": ")[0]


def _changes(goal: _Goal, now: LockedRule, names: Names) -> tuple[Change, ...]:
    old_names, new_names = names.of(goal.locked, goal.keys), names.of(now, goal.keys)
    return changes(goal.locked, now, old_names=old_names, new_names=new_names)


def _shown(goal: _Goal, now: LockedRule | None, names: Names, today: date) -> Row:
    locked = goal.locked
    found = _changes(goal, now, names) if now is not None else ()
    is_changed = now is None or bool(found)
    said = removed_text(locked_on=locked.locked_on) if now is None else changed_text(found, locked_on=locked.locked_on)
    first = goal.versions[0].noticed_on
    text = rule_text(locked, names.of(locked, goal.keys))
    if is_changed and first > locked.locked_on:
        said += f" Den låsta regeln finns bevarad här sedan {date_sv(first)}."
    return {
        **goal.keys,
        "locked_on": locked.locked_on,
        "first_seen_on": first,
        "rule_version": locked.rule_version,
        "rule_hash": locked.hash,
        "rule_text": text,
        "is_changed": is_changed,
        "changed_on": min(goal.versions[-1].noticed_on, today) if is_changed else None,
        "changed_text": said if is_changed else None,
        "now_text": REMOVED if now is None else rule_text(now, names.of(now, goal.keys)) if found else text,
        "as_of": today,
    }


def _not_locked(row: Row, names: Names, today: date) -> Row:
    day = lock_day(agreed=row["agreed_on"], starts=row["starts"], signed=row["signed_on"])
    keys = _keys(row)
    rule = _rule(row, day or today)
    return {
        **keys,
        "locked_on": None,
        "rule_version": RULE_VERSION,
        "rule_hash": None,
        "rule_text": not_locked_text(day, starts=row["starts"]),
        "is_changed": False,
        "now_text": rule_text(rule, names.of(rule, keys)),
        "as_of": today,
    }


def _write_ledger(con: duckdb.DuckDBPyConnection, goals: Iterable[_Goal]) -> None:
    con.execute("INSERT INTO history.goal_rule BY NAME FROM staging.earlier_goal_rule")
    con.execute("CREATE TABLE staging.goal_rule_seen AS FROM history.goal_rule LIMIT 0")
    seen = [ledger_row(goal.key, goal.keys["municipality_code"], goal.versions[-1]) for goal in goals if goal.is_new]
    insert_rows(con, "staging.goal_rule_seen", seen)
    con.execute(
        "INSERT INTO history.goal_rule BY NAME FROM staging.goal_rule_seen"
        " WHERE (SELECT is_open FROM staging.history_run)"
    )


def _write_locks(con: duckdb.DuckDBPyConnection, goals: Iterable[_Goal]) -> None:
    """Make staging.goal_lock: when each locked goal was first seen, and where its promise stood that day."""
    con.execute("CREATE TABLE staging.goal_lock (goal_id VARCHAR, noticed_on DATE, promise_state VARCHAR)")
    rows = ({**vars(goal.versions[0]), **goal.keys} for goal in goals)
    names = ("goal_id", "noticed_on", "promise_state")
    insert_rows(con, "staging.goal_lock", [{name: row[name] for name in names} for row in rows])


def _write_events(con: duckdb.DuckDBPyConnection, goals: Iterable[_Goal], names: Names) -> None:
    """Make staging.rule_event: what was edited in the register since the build before, as corrections."""
    con.execute("CREATE TABLE staging.rule_event AS FROM history.correction LIMIT 0")
    events = []
    for goal in goals:
        if not goal.is_new or len(goal.versions) == 1:
            continue
        before, after = goal.versions[-2].rule, goal.versions[-1].rule
        if before is not None and after is not None and _only_the_method(before, after):
            continue
        correction = register_correction(
            Concerns.GOAL,
            goal.keys["goal_id"],
            words=goal.locked.goal,
            before=_words(before, after, goal, names),
            after=_words(after, before, goal, names),
            told=_told(goal, after, names),
        )
        row = asdict(correction) | {name: goal.keys[name] for name in ("municipality_code", "promise_id")}
        events.append({name: str(value) for name, value in row.items()} | {"noticed_on": goal.versions[-1].noticed_on})
    insert_rows(con, "staging.rule_event", events)


def _words(rule: LockedRule | None, other: LockedRule | None, goal: _Goal, names: Names) -> str:
    """The rule as one side of a correction. Answers that count are no part of its sentence."""
    if rule is None:
        return REMOVED
    said = rule_text(rule, names.of(rule, goal.keys))
    differ = other is not None and other.good_answers != rule.good_answers
    return f"{said} Svar som räknas som bra: {'; '.join(rule.good_answers) or 'inga'}." if differ else said


def _only_the_method(before: LockedRule, after: LockedRule) -> bool:
    return all(getattr(before, name) == getattr(after, name) for name in FIELDS if name != "rule_version")


def _told(goal: _Goal, after: LockedRule | None, names: Names) -> str:
    if after is None:
        said = removed_text(locked_on=goal.locked.locked_on)
    else:
        edits = tuple(change for change in _changes(goal, after, names) if change.field != "rule_version")
        said = changed_text(edits, locked_on=goal.locked.locked_on) or "Registret säger åter det som låstes."
    return f"Målet ”{goal.locked.goal.rstrip('.')}”: {said[0].lower()}{said[1:]}"


def _differs(goal: _Goal, ids: set[str]) -> bool:
    """Whether the register says something else than what is in force."""
    now = goal.versions[-1].rule
    if now is None:
        return not _is_moved(goal, ids)
    return goal.is_late or (now != goal.locked and not _only_the_method(goal.locked, now))


def _in_force(goal: _Goal, parts: Parts) -> Row:
    said = {**vars(goal.locked), **goal.keys}
    return said | {"part_of": None, "is_primary": False} if _is_late(said, parts) else said


def _put_in_force(con: duckdb.DuckDBPyConnection, rows: list[Row]) -> bool:
    if not rows:
        return False
    con.execute("CREATE TABLE staging.goal_in_force AS FROM history.goal_rule LIMIT 0")
    insert_rows(con, "staging.goal_in_force", rows)
    con.execute(sql.read("evaluate", "goals_in_force"))
    return True
