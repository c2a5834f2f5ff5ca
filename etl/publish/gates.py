"""Every mart through its gate: rows of the internal database in, rows for everybody out."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import duckdb

from etl.build.reference import read_reference
from etl.build.rows import fetch
from etl.publish.activity_gate import gate_activity_months, gate_activity_places, gate_report_days
from etl.publish.allow_list import BUILD_KEYS, PUBLIC
from etl.publish.areas import Area
from etl.publish.correction_gate import gate_corrections, open_series
from etl.publish.crime_gate import gate_crime
from etl.publish.crime_types import crime_types
from etl.publish.editions import EditionCell
from etl.publish.equality_gate import gate_efforts, gate_gaps
from etl.publish.goal_gate import gate_goals
from etl.publish.goal_memory import ToldGoals, as_told_before
from etl.publish.limits import survey_limits
from etl.publish.public_areas import public_areas, unnamed_goals, without_names
from etl.publish.public_database import read_mart
from etl.publish.public_figures import public_figures
from etl.publish.rule import cell_rule
from etl.publish.survey_editions import keep_published
from etl.publish.survey_gate import gate_distribution, gate_survey
from etl.publish.survey_memory import SurveyCell
from etl.publish.text_gates import (
    gate_about_goals,
    gate_chain_gaps,
    gate_commitments,
    gate_problems,
    gate_promises,
    gate_rules,
    gate_trends,
)

Row = Mapping[str, Any]
Rows = list[dict[str, Any]]
Progress = Callable[[str, int], None]
AS_THEY_ARE = (
    "municipality",
    "commitment_progress",
    "duty",
    "agreement",
    "similar",
    "series_break",
    "source",
    "threshold",
    "contact",
)
"""Marts without anything to hide in the columns that are public."""
TOLD = ("promise", "goal_rule", "correction", "chain_gap", "detectable", "effect")
"""Marts whose made sentences may name an area."""
SAID = (("promise", "title"), ("promise", "summary"), ("goal_verdict", "goal"), ("commitment_verdict", "commitment"))
"""Mart and column of what a promise says in its own words."""


@dataclass(frozen=True, kw_only=True)
class Edition:
    """What is published in one edition: rows by mart, and the cells to remember beside those of earlier editions."""

    marts: dict[str, Rows] = field(default_factory=dict)
    cells: list[EditionCell] = field(default_factory=list)
    surveys: list[SurveyCell] = field(default_factory=list)


def gate_everything(
    con: duckdb.DuckDBPyConnection,
    *,
    earlier: Sequence[EditionCell],
    earlier_surveys: Sequence[SurveyCell] = (),
    earlier_goals: ToldGoals | None = None,
    edition: str,
    published_on: date,
    progress: Progress,
) -> Edition:
    """`con` reads the internal database; `earlier` and `earlier_surveys`: what editions before this one showed."""

    def inside(table: str) -> Rows:
        return read_mart(con, table)

    public: dict[str, Rows] = {name: inside(name) for name in AS_THEY_ARE}
    thresholds = {row["key"]: row["value"] for row in public["threshold"]}
    progress("Skyddar små tal i anmälda brott", 0)
    series = inside("crime_series")
    public["crime_series"], cells = _crime(con, series, thresholds, earlier, edition, published_on)
    progress("Skyddar små grupper i enkäterna", 0)
    limits = survey_limits(thresholds)
    areas = public_areas(fetch(con, "FROM facts.area ORDER BY area_id"))
    surveys = [row for row in inside("survey_series") if areas.may_be_named(row["area_id"])]
    kept = keep_published(
        gate_survey(surveys, limits),
        gate_distribution(inside("survey_distribution"), limits),
        earlier_surveys,
        limits,
        edition=edition,
        published_on=published_on,
    )
    public |= {"survey_series": kept.series, "survey_distribution": kept.distribution}
    public["equality_gap"] = gate_gaps(inside("equality_gap"), surveys, kept.agreeing, limits)
    efforts = gate_efforts(inside("area_effort"), surveys, kept.agreeing, limits)
    public["area_effort"] = [row for row in efforts if areas.may_be_counted(row["area_id"])]
    progress("Döljer det som små tal kan räknas ut ur", 0)
    names = {row["municipality_code"]: row["name"] for row in public["municipality"]}
    goals = unnamed_goals(inside("goal_verdict"), areas, names)
    find = public_figures(public["crime_series"], public["survey_series"])
    gated = gate_goals(goals, inside("goal_point"), names, find, limits)
    told = as_told_before(gated, goals, earlier_goals or ToldGoals())
    open_problems = _marked_problems(con)
    commitments = inside("commitment_verdict")
    counted = {row["commitment_id"] for row in commitments if row["target"] is not None}
    public |= {
        "goal_verdict": told.verdicts,
        "goal_point": gated.points,
        "detectable": gate_about_goals(inside("detectable"), gated),
        "effect": gate_about_goals(inside("effect"), gated),
        "promise": gate_promises(inside("promise"), goals, told),
        "goal_rule": inside("goal_rule"),
        "correction": gate_corrections(
            inside("correction"),
            goals,
            counted,
            open_series(crime_types(read_reference().tables["brottstyper"]), public["survey_series"]),
        ),
        "commitment_verdict": gate_commitments(commitments, open_problems),
        "problem": gate_activity_places(gate_problems(inside("problem"), open_problems), areas),
        "chain_gap": gate_chain_gaps(inside("chain_gap"), open_problems),
        "trend": gate_trends(inside("trend"), _all_months_shown(series, public["crime_series"])),
        "public_activity": gate_activity_places(inside("public_activity"), areas),
        "activity_month": gate_activity_months(inside("activity_month"), areas),
        "report_day": gate_report_days(inside("report_day"), counted),
        "build": [row for row in inside("build") if row["key"] in BUILD_KEYS],
    }
    said = [row[name] for table, name in SAID for row in public[table] if row[name]]
    public |= {table: without_names(public[table], areas, names, said) for table in TOLD}
    public["goal_rule"] = gate_rules(public["goal_rule"], goals)
    return Edition(marts={name: public[name] for name in PUBLIC}, cells=cells, surveys=kept.cells)


def _crime(
    con: duckdb.DuckDBPyConnection,
    rows: Rows,
    thresholds: Mapping[str, float],
    earlier: Sequence[EditionCell],
    edition: str,
    published_on: date,
) -> tuple[Rows, list[EditionCell]]:
    rule, types = cell_rule(thresholds), crime_types(read_reference().tables["brottstyper"])
    areas: dict[str | None, list[Area]] = defaultdict(list)
    for row in fetch(con, "SELECT municipality_code, area_id, kind, part_of FROM facts.area ORDER BY area_id"):
        areas[row["municipality_code"]].append(Area(area_id=row["area_id"], kind=row["kind"], part_of=row["part_of"]))
    of_place: dict[str | None, list[Row]] = defaultdict(list)
    for series_row in rows:
        of_place[series_row["municipality_code"]].append(series_row)
    known: dict[str | None, list[EditionCell]] = defaultdict(list)
    for cell in earlier:
        known[cell.municipality_code].append(cell)
    shown: Rows = []
    cells: list[EditionCell] = []
    for code, own in of_place.items():
        gated = gate_crime(
            own,
            rule=rule,
            types=types,
            areas=areas[code],
            earlier=known[code],
            edition=edition,
            published_on=published_on,
        )
        shown += gated.rows
        cells += gated.cells
    return shown, cells


def _all_months_shown(before: Sequence[Row], after: Sequence[Row]) -> set[tuple[Any, ...]]:
    """(municipality, crime type, definition) of the monthly series of whole municipalities that hide nothing."""
    shown = {(*_series(row), row["period"]) for row in after if row["hidden_reason"] is None}
    every, hidden = set(), set()
    for row in before:
        if row["granularity"] == "månad" and row["area_id"] is None:
            every.add(_series(row))
            if (*_series(row), row["period"]) not in shown:
                hidden.add(_series(row))
    return {(code, crime_type, definition) for code, area, crime_type, definition, _ in every - hidden}


def _series(row: Row) -> tuple[Any, ...]:
    names = ("municipality_code", "area_id", "crime_type", "definition", "granularity")
    return tuple(row[name] for name in names)


def _marked_problems(con: duckdb.DuckDBPyConnection) -> set[str]:
    """Problems where every step is marked offentlig."""
    rows = con.execute(
        "SELECT problem_id FROM facts.problem GROUP BY ALL HAVING bool_and(coalesce(is_public, 'nej') = 'ja')"
    ).fetchall()
    return {problem for (problem,) in rows}
