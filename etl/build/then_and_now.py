"""Corrections: what was published in the build before and is another now, with the day and the cause."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from itertools import groupby
from typing import Any

import duckdb

from etl import sql
from etl.build.history import write_history
from etl.build.rows import fetch, insert_rows
from etl.evaluate.corrections import (
    Cause,
    Concerns,
    Correction,
    FigureChange,
    Published,
    SeriesNames,
    cause_of,
    dates_in_words,
    done_correction,
    figures_correction,
    register_correction,
    strongest,
    verdict_correction,
)
from etl.evaluate.numbers_sv import date_sv, period_text

Row = Mapping[str, Any]
Causes = dict[tuple[str, Concerns], set[Cause]]
"""Why parts of a promise have changed, by promise and by what the parts are."""

_ASKED_OF = {"Gjorde vi det vi lovade?": Concerns.COMMITMENT, "Blev det bättre?": Concerns.GOAL}
_SERIES = ("municipality_code", "promise_id", "indicator", "area_id", "group_name", "series_id")


def fill_corrections(con: duckdb.DuckDBPyConnection, today: date) -> None:
    """Compare with the build before; fill history.correction, marts.correction and the rest of history."""
    con.execute(sql.read("evaluate", "shown_now"), {"today": today})
    con.execute("INSERT INTO history.correction BY NAME FROM staging.earlier_correction")
    (is_open,) = con.execute("SELECT is_open FROM staging.history_run").fetchall()[0]
    if is_open:
        insert_rows(con, "history.correction", _found(con, today))
    write_history(con)
    con.execute(
        "INSERT INTO marts.correction BY NAME SELECT *, $today::DATE AS as_of FROM history.correction"
        " WHERE noticed_on <= $today AND promise_id IN (SELECT promise_id FROM core.promise)",
        {"today": today},
    )


def _found(con: duckdb.DuckDBPyConnection, today: date) -> list[Row]:
    figures = fetch(con, sql.read("evaluate", "figure_changes"))
    verdicts = fetch(con, sql.read("evaluate", "verdict_changes"))
    rows: list[Row] = [*fetch(con, "FROM staging.rule_event ORDER BY promise_id, concerns_id")]
    wholes = dict(con.execute("SELECT goal_id, part_of FROM core.goal WHERE part_of IS NOT NULL").fetchall())
    revised = _with_wholes((row["goal_id"] for row in figures), wholes)
    edited = {row["promise_id"] for row in verdicts if row["concerns"] == "löfte" and row["is_edited"]}
    edited_goals = _with_wholes((row["concerns_id"] for row in verdicts if _is_edited_goal(row)), wholes)
    causes: Causes = defaultdict(set)
    parts, promises = _split(verdicts)
    for row in parts:
        is_goal = row["concerns"] == "mål"
        is_revised = is_goal and row["concerns_id"] in revised
        is_edited = row["promise_id"] in edited or (is_goal and row["concerns_id"] in edited_goals)
        for correction in _of_part(row, revised=is_revised, register_edited=is_edited):
            causes[row["promise_id"], Concerns(row["concerns"])].add(correction.cause)
            rows.append(_row(row, correction, today))
    for row in promises:
        rows += [_row(row, correction, today) for correction in _of_promise(row, causes)]
    rows += [{**_row(row, correction, today), "about": about} for row, correction, about in _of_figures(figures)]
    return rows


def _split(verdicts: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    parts: list[Row] = []
    promises: list[Row] = []
    for row in verdicts:
        (promises if row["concerns"] == "löfte" else parts).append(row)
    return parts, promises


def _is_edited_goal(row: Row) -> bool:
    return row["concerns"] == "mål" and bool(row["is_edited"] or row["is_added"] or row["is_removed"])


def _with_wholes(goals: Iterable[str], wholes: Mapping[str, str]) -> set[str]:
    """The goals and those that they are measures of: what moves a measure may move the whole."""
    found: set[str] = set()
    left = list(goals)
    while left:
        goal = left.pop()
        if goal not in found:
            found.add(goal)
            left += [wholes[goal]] if goal in wholes else []
    return found


def _of_part(row: Row, *, revised: bool, register_edited: bool) -> list[Correction]:
    """Of a commitment or a goal: what the register says, how much is done, and the verdict.

    What was edited about a locked goal is in staging.rule_event already, and moves no verdict.
    """
    concerns, key = Concerns(row["concerns"]), row["concerns_id"]
    if row["is_added"] or row["is_removed"]:
        return _came_or_went(row, concerns) if row["has_begun"] else []
    before, after = _before(row), _after(row)
    found = []
    if concerns is Concerns.COMMITMENT and row["is_edited"] and row["has_begun"]:
        said = dates_in_words(row["register_before"]), dates_in_words(row["register"])
        found.append(register_correction(concerns, key, words=after.words, before=said[0], after=said[1]))
    less_done = concerns is Concerns.COMMITMENT and _is_less(row)
    cause = cause_of(before, after, revised=revised or less_done, register_changed=register_edited)
    if less_done and cause is Cause.REVISED:
        found.append(done_correction(key, before, after))
    moved = verdict_correction(concerns, key, before, after, cause)
    return [*found, moved] if moved is not None else found


def _came_or_went(row: Row, concerns: Concerns) -> list[Correction]:
    words = row["words"] or row["words_before"]
    before = None if row["is_added"] else row["verdict_before"]
    after = None if row["is_removed"] else row["verdict"]
    return [register_correction(concerns, row["concerns_id"], words=words, before=before, after=after)]


def _is_less(row: Row) -> bool:
    before, after = row["estimate_before"], row["estimate"]
    return before is not None and after is not None and after < before


def _of_promise(row: Row, causes: Causes) -> list[Correction]:
    """Of one of the promise's two questions. What moved its parts moved the answer."""
    if row["is_added"] or row["is_removed"]:
        return []
    before, after = _before(row), _after(row)
    found = []
    is_first = row["words"] == next(iter(_ASKED_OF))
    if row["is_edited"] and row["has_begun"] and is_first:
        said = dates_in_words(row["register_before"]), dates_in_words(row["register"])
        told = f"Löftets uppgifter i registret ändrades efter start: förut {said[0]}, nu {said[1]}."
        found.append(
            register_correction(
                Concerns.PROMISE, row["promise_id"], words=row["words"], before=said[0], after=said[1], told=told
            )
        )
    own = cause_of(before, after, revised=False)
    cause = strongest([own, *causes[row["promise_id"], _ASKED_OF[row["words"]]]])
    moved = verdict_correction(Concerns.PROMISE, row["promise_id"], before, after, cause)
    return [*found, moved] if moved is not None else found


def _before(row: Row) -> Published:
    return Published(
        words=row["words_before"],
        verdict=row["verdict_before"],
        estimate=row["estimate_before"],
        unit=row["unit_before"],
        rule_version=row["rule_version_before"],
        register=row["register_before"] if row["is_edited"] else "",
    )


def _after(row: Row) -> Published:
    return Published(
        words=row["words"],
        verdict=row["verdict"],
        estimate=row["estimate"],
        unit=row["unit"],
        rule_version=row["rule_version"],
        register=row["register"] if row["is_edited"] else "",
    )


def _of_figures(figures: Sequence[Row]) -> list[tuple[Row, Correction, str]]:
    """One correction a promise and series, however many goals look at it and however many figures changed.

    With which series and periods it is about: the goal may look at another series one day.
    """
    found = []
    for _, members in groupby(figures, lambda row: tuple(row[name] for name in _SERIES)):
        rows = list(members)
        changes = {row["period_start"]: _figure(row) for row in rows}
        first = rows[0]
        names = SeriesNames(
            indicator=first["indicator"],
            name=first["crime_name"] or first["indicator_name"] or "",
            place=first["area_name"] or first["municipality_name"],
            unit=first["unit"] or "",
        )
        correction = figures_correction(first["goal_id"], names, list(changes.values()))
        found.append((first, correction, _about(rows)))
    return found


def _about(rows: Sequence[Row]) -> str:
    first = rows[0]
    series = {name: first[name] for name in ("indicator", "area_id", "group_name", "series_id")}
    return json.dumps(series | {"periods": sorted({row["period"] for row in rows})}, ensure_ascii=False)


def _figure(row: Row) -> FigureChange:
    counted = row["count"] is not None
    return FigureChange(
        period=_period(row),
        before=row["count"] if counted else row["value"],
        after=row["count_now"] if counted else row["value_now"],
        preliminary=bool(row["preliminary"]),
    )


def _period(row: Row) -> str:
    if row["indicator"] == "folkmangd":
        return date_sv(row["period_end"])
    if row["indicator"].startswith("brott:"):
        return period_text(row["period_start"], row["period_end"])
    return str(row["period"])


def _row(about: Row, correction: Correction, today: date) -> Row:
    said = {name: None if value is None else str(value) for name, value in asdict(correction).items()}
    place = {name: about[name] for name in ("municipality_code", "promise_id")}
    return place | said | {"noticed_on": today}
