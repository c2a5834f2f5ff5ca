"""Each goal is judged by the rule that was locked when its promise began, whatever the register says later."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

import duckdb

from etl import sql
from etl.build.rows import fetch, insert_rows
from etl.evaluate.corrections import Concerns, register_correction
from etl.evaluate.locked_rule import (
    REMOVED,
    Change,
    LockedRule,
    RuleNames,
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
Key = tuple[str, str]
_FIELDS = tuple(field.name for field in fields(LockedRule))
_KEYS = ("municipality_code", "promise_id", "goal_id")


@dataclass(frozen=True, kw_only=True)
class Version:
    """One wording of a goal's rule. `rule` is None when the goal was taken away."""

    number: int
    kind: str
    noticed_on: date
    rule: LockedRule | None


@dataclass(frozen=True, kw_only=True)
class _Goal:
    """A goal with all its versions, the locked one first, and whether the latest was noticed in this build."""

    keys: Row
    versions: tuple[Version, ...]
    is_new: bool

    @property
    def locked(self) -> LockedRule:
        rule = self.versions[0].rule
        assert rule is not None
        return rule


def lock_goals(con: duckdb.DuckDBPyConnection, today: date) -> bool:
    """Fill history.goal_rule, marts.goal_rule and staging.rule_event; make core.goal say what is locked.

    Returns whether core.goal now differs from the register, which staging.goal_in_register then holds.
    """
    ledger = _ledger(con)
    register = fetch(con, sql.read("evaluate", "goal_rules"))
    kept = (version.rule for versions in ledger.values() for version in versions if version.rule is not None)
    names = _Names(con, wholes={row["part_of"] for row in register} | {rule.part_of for rule in kept})
    ids = {row["goal_id"] for row in register}
    shown: list[Row] = []
    goals: list[_Goal] = []
    for row in register:
        goal = _followed(row, ledger.pop((row["promise_id"], row["goal_id"]), ()), today)
        if goal is None:
            shown.append(_not_locked(row, names, today))
        else:
            goals.append(goal)
            shown.append(_shown(goal, _rule(row, goal.locked.locked_on), names, today))
    promises = dict(con.execute("SELECT promise_id, municipality_code FROM core.promise").fetchall())
    for (promise_id, goal_id), versions in ledger.items():
        if promise_id in promises and versions[0].rule is not None and versions[0].rule.locked_on <= today:
            keys = dict(zip(_KEYS, (promises[promise_id], promise_id, goal_id), strict=True))
            goal = _taken_away(keys, versions, today)
            goals.append(goal)
            if not _is_moved(goal, ids):
                shown.append(_shown(goal, None, names, today))
    insert_rows(con, "marts.goal_rule", shown)
    _write_ledger(con, goals)
    _write_events(con, [goal for goal in goals if not _is_moved(goal, ids)], names)
    return _put_in_force(con, goals, ids)


def keep_register(con: duckdb.DuckDBPyConnection) -> None:
    """Save the goals as they were handed in: facts hold what the register says."""
    con.execute("CREATE OR REPLACE TABLE facts.goal AS FROM staging.goal_in_register")


def _followed(row: Row, versions: tuple[Version, ...], today: date) -> _Goal | None:
    """The goal with its versions, the one of today added if it is another. None: not locked yet."""
    keys = {name: row[name] for name in _KEYS}
    if not versions:
        day = lock_day(agreed=row["agreed_on"], starts=row["starts"], signed=row["signed_on"])
        if day is None or day > today:
            return None
        first = Version(number=1, kind="låst", noticed_on=today, rule=_rule(row, day))
        return _Goal(keys=keys, versions=(first,), is_new=True)
    locked, last = versions[0].rule, versions[-1]
    assert locked is not None
    if locked.locked_on > today:
        return None
    now = _rule(row, locked.locked_on)
    if now == last.rule:
        return _Goal(keys=keys, versions=versions, is_new=False)
    kind = "återställd" if now == locked else "ändrad"
    new = Version(number=last.number + 1, kind=kind, noticed_on=today, rule=now)
    return _Goal(keys=keys, versions=(*versions, new), is_new=True)


def _taken_away(keys: Row, versions: tuple[Version, ...], today: date) -> _Goal:
    last = versions[-1]
    if last.rule is None:
        return _Goal(keys=keys, versions=versions, is_new=False)
    gone = Version(number=last.number + 1, kind="borttagen", noticed_on=today, rule=None)
    return _Goal(keys=keys, versions=(*versions, gone), is_new=True)


def _is_moved(goal: _Goal, ids: set[str]) -> bool:
    """Whether a goal that its promise no longer has stands under another promise: it is judged there."""
    return goal.versions[-1].rule is None and goal.keys["goal_id"] in ids


def _rule(row: Row, locked_on: date) -> LockedRule:
    """The register's rule. An agreed day of locking that was filled in or moved later is seen as a change."""
    said = {name: row[name] for name in _FIELDS if name in row}
    said |= {"rule_version": RULE_VERSION, "locked_on": row["agreed_on"] or locked_on}
    return LockedRule(**said)


class _Names:
    """What the keys of a rule are called in the look-up tables of this build."""

    def __init__(self, con: duckdb.DuckDBPyConnection, *, wholes: Collection[str | None]) -> None:
        self._wholes = wholes
        self._areas = dict(con.execute("SELECT area_id, name FROM core.area").fetchall())
        self._indicators = dict(con.execute("SELECT indicator, name FROM core.indicator").fetchall())
        self._crimes = dict(con.execute("SELECT crime_type, name FROM core.crime_type").fetchall())
        self._places = dict(con.execute("SELECT municipality_code, name FROM core.municipality").fetchall())

    def of(self, rule: LockedRule, keys: Row) -> RuleNames:
        return RuleNames(
            place=self._places[keys["municipality_code"]],
            indicator=self._indicators.get(rule.indicator, ""),
            crime=self._crimes.get(rule.indicator.partition(":")[2], ""),
            area=self._areas.get(rule.area_id, rule.area_id or ""),
            has_parts=keys["goal_id"] in self._wholes,
        )


def _changes(goal: _Goal, now: LockedRule, names: _Names) -> tuple[Change, ...]:
    old_names, new_names = names.of(goal.locked, goal.keys), names.of(now, goal.keys)
    return changes(goal.locked, now, old_names=old_names, new_names=new_names)


def _shown(goal: _Goal, now: LockedRule | None, names: _Names, today: date) -> Row:
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
        "rule_version": locked.rule_version,
        "rule_hash": locked.hash,
        "rule_text": text,
        "is_changed": is_changed,
        "changed_on": min(goal.versions[-1].noticed_on, today) if is_changed else None,
        "changed_text": said if is_changed else None,
        "now_text": REMOVED if now is None else rule_text(now, names.of(now, goal.keys)) if found else text,
        "as_of": today,
    }


def _not_locked(row: Row, names: _Names, today: date) -> Row:
    day = lock_day(agreed=row["agreed_on"], starts=row["starts"], signed=row["signed_on"])
    keys = {name: row[name] for name in _KEYS}
    rule = _rule(row, day or today)
    return {
        **keys,
        "locked_on": None,
        "rule_version": RULE_VERSION,
        "rule_hash": None,
        "rule_text": not_locked_text(day),
        "is_changed": False,
        "now_text": rule_text(rule, names.of(rule, keys)),
        "as_of": today,
    }


def _ledger(con: duckdb.DuckDBPyConnection) -> dict[Key, tuple[Version, ...]]:
    found: dict[Key, list[Version]] = defaultdict(list)
    for row in fetch(con, "FROM staging.earlier_goal_rule ORDER BY promise_id, goal_id, version"):
        rule = None if row["kind"] == "borttagen" else LockedRule(**{name: row[name] for name in _FIELDS})
        version = Version(number=row["version"], kind=row["kind"], noticed_on=row["noticed_on"], rule=rule)
        found[(row["promise_id"], row["goal_id"])].append(version)
    return {key: tuple(versions) for key, versions in found.items()}


def _write_ledger(con: duckdb.DuckDBPyConnection, goals: Iterable[_Goal]) -> None:
    con.execute("INSERT INTO history.goal_rule BY NAME FROM staging.earlier_goal_rule")
    con.execute("CREATE TABLE staging.goal_rule_seen AS FROM history.goal_rule LIMIT 0")
    insert_rows(con, "staging.goal_rule_seen", [_ledger_row(goal, goal.versions[-1]) for goal in goals if goal.is_new])
    con.execute(
        "INSERT INTO history.goal_rule BY NAME FROM staging.goal_rule_seen"
        " WHERE (SELECT is_open FROM staging.history_run)"
    )


def _ledger_row(goal: _Goal, version: Version) -> Row:
    said = vars(version.rule) | {"rule_hash": version.rule.hash} if version.rule is not None else {}
    return {**said, **goal.keys, "version": version.number, "kind": version.kind, "noticed_on": version.noticed_on}


def _write_events(con: duckdb.DuckDBPyConnection, goals: Iterable[_Goal], names: _Names) -> None:
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
            before=REMOVED if before is None else rule_text(before, names.of(before, goal.keys)),
            after=REMOVED if after is None else rule_text(after, names.of(after, goal.keys)),
            told=_told(goal, after, names),
        )
        row = asdict(correction) | {name: goal.keys[name] for name in ("municipality_code", "promise_id")}
        events.append({name: str(value) for name, value in row.items()} | {"noticed_on": goal.versions[-1].noticed_on})
    insert_rows(con, "staging.rule_event", events)


def _only_the_method(before: LockedRule, after: LockedRule) -> bool:
    return all(getattr(before, name) == getattr(after, name) for name in _FIELDS if name != "rule_version")


def _told(goal: _Goal, after: LockedRule | None, names: _Names) -> str:
    if after is None:
        said = removed_text(locked_on=goal.locked.locked_on)
    else:
        edits = tuple(change for change in _changes(goal, after, names) if change.field != "rule_version")
        said = changed_text(edits, locked_on=goal.locked.locked_on) or "Registret säger åter det som låstes."
    return f"Målet ”{goal.locked.goal.rstrip('.')}”: {said[0].lower()}{said[1:]}"


def _put_in_force(con: duckdb.DuckDBPyConnection, goals: Iterable[_Goal], ids: set[str]) -> bool:
    rows = [
        {**vars(goal.locked), **goal.keys}
        for goal in goals
        if (now := goal.versions[-1].rule) != goal.locked
        and (not _is_moved(goal, ids) if now is None else not _only_the_method(goal.locked, now))
    ]
    if not rows:
        return False
    con.execute("CREATE TABLE staging.goal_in_force AS FROM history.goal_rule LIMIT 0")
    insert_rows(con, "staging.goal_in_force", rows)
    con.execute(sql.read("evaluate", "goals_in_force"))
    return True
