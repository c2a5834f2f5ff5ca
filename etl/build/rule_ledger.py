"""The ledger of goals' rules: every version that a build has seen, the locked one first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

import duckdb

from etl.build.rows import fetch
from etl.evaluate.locked_rule import LockedRule

Row = Mapping[str, Any]
Key = tuple[str, str]
"""The promise and the goal, as they were called when the rule was locked."""

FIELDS = tuple(field.name for field in fields(LockedRule))
_SEVERAL = ("parts", "good_answers")


@dataclass(frozen=True, kw_only=True)
class Version:
    """One wording of a goal's rule. `rule` is None when the goal was taken away.

    `promise_state` is where the promise stood when the version was noticed; None where an older program kept it not.
    """

    number: int
    kind: str
    noticed_on: date
    rule: LockedRule | None
    promise_state: str | None = None


Ledger = dict[Key, tuple[Version, ...]]


def read_ledger(con: duckdb.DuckDBPyConnection) -> Ledger:
    """What the build before left behind, by promise and goal, in the order the versions were noticed."""
    found: dict[Key, list[Version]] = defaultdict(list)
    unknown_parts: set[Key] = set()
    for row in fetch(con, "FROM staging.earlier_goal_rule ORDER BY promise_id, goal_id, version"):
        key = (row["promise_id"], row["goal_id"])
        if row["kind"] != "borttagen" and row["parts"] is None:
            unknown_parts.add(key)
        found[key].append(
            Version(
                number=row["version"],
                kind=row["kind"],
                noticed_on=row["noticed_on"],
                rule=None if row["kind"] == "borttagen" else _rule(row),
                promise_state=row["promise_state"],
            )
        )
    ledger = {key: tuple(versions) for key, versions in found.items()}
    return ledger | {key: _with_parts(key, ledger) for key in unknown_parts}


def key_of(ledger: Ledger, row: Row) -> Key:
    """Under which key a goal of the register stands in the ledger.

    A goal's id is its own in the whole register. When the promise has another id, or the goal another promise, it
    is found by that; of several the one that was in the register last.
    """
    own = (row["promise_id"], row["goal_id"])
    if own in ledger:
        return own
    others = [key for key in ledger if key[1] == row["goal_id"]]
    return max(others, key=lambda key: (ledger[key][-1].rule is not None, ledger[key][-1].noticed_on), default=own)


def locked_parts(ledger: Ledger, today: date) -> dict[str, tuple[str, ...]]:
    """The parts that every goal had when it was locked, by the id of the goal."""
    firsts = {goal_id: versions[0].rule for (_, goal_id), versions in ledger.items()}
    return {goal_id: rule.parts for goal_id, rule in firsts.items() if rule is not None and rule.locked_on <= today}


def ledger_row(key: Key, municipality_code: str, version: Version) -> Row:
    """The version as a row of history.goal_rule."""
    said = vars(version.rule) | {"rule_hash": version.rule.hash} if version.rule is not None else {}
    about = {"municipality_code": municipality_code, "promise_id": key[0], "goal_id": key[1]}
    seen = {"version": version.number, "kind": version.kind, "noticed_on": version.noticed_on}
    return {**said, **about, **seen, "promise_state": version.promise_state}


def as_rule(said: Mapping[str, Any]) -> LockedRule:
    """From a row that has every field; lists may be None."""
    return LockedRule(**{**said, **{name: tuple(said[name] or ()) for name in _SEVERAL}})


def _rule(row: Row) -> LockedRule:
    return as_rule({name: row[name] for name in FIELDS})


def _with_parts(key: Key, ledger: Mapping[Key, Iterable[Version]]) -> tuple[Version, ...]:
    """A rule kept by a program that did not write down its parts: those that were locked no later than the goal."""
    versions = tuple(ledger[key])
    parts = tuple(
        sorted(
            goal_id
            for (_, goal_id), (first, *_) in ledger.items()
            if first.rule is not None and first.rule.part_of == key[1] and first.noticed_on <= versions[0].noticed_on
        )
    )
    return tuple(
        replace(version, rule=replace(version.rule, parts=parts)) if version.rule is not None else version
        for version in versions
    )
