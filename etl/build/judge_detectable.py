"""Kan vi ens se det? What every goal with a baseline can show, into marts.detectable."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import duckdb

from etl import sql
from etl.build.rows import fetch, insert_rows
from etl.evaluate.crime_goal import TAU, assumed_phi, overdispersion
from etl.evaluate.detectable import (
    CRIME_CHANGES,
    PERCENT,
    POINTS,
    SURVEY_CHANGES,
    CrimePlan,
    Detectable,
    SurveyPlan,
    never_met,
    plan,
)
from etl.evaluate.sentences_detectable import tell_detectable
from etl.evaluate.verdict import Direction, Reason
from etl.evaluate.wording import REASONS

Row = Mapping[str, Any]
# What no amount of data mends, by the phrase that the verdict stands with.
_NEVER = {
    REASONS[reason]: reason
    for reason in (Reason.DEFINITION_CHANGED, Reason.INSTRUMENT_CHANGED, Reason.NO_POPULATION, Reason.N_NOT_PUBLISHED)
}


def fill_detectable(con: duckdb.DuckDBPyConnection, today: date) -> None:
    """Fill marts.detectable, also for goals that are not followed up yet. A goal without a baseline has no row."""
    crimes = [_crime(row, today) for row in fetch(con, sql.read("evaluate", "baseline_counts"))]
    surveys = [_survey(row, today) for row in fetch(con, sql.read("evaluate", "baseline_waves"))]
    insert_rows(con, "marts.detectable", [*crimes, *surveys])


def _crime(row: Row, today: date) -> dict[str, Any]:
    direction, reason = Direction(row["direction"]), _never(row)
    if reason is not None:
        return _row(row, never_met(reason, unit=PERCENT, direction=direction), None, today)
    whole_years = row["months1"] // 12 * 12
    asked = CrimePlan(
        x0=row["crimes"],
        months0=row["months0"],
        months1=whole_years or row["months1"],
        phi=_phi(row),
        tau=TAU if row["tau"] is None else row["tau"],
        target=(row["least_change"] or 0.0) / 100,
        direction=direction,
    )
    return _row(row, plan(asked), asked, today)


def _phi(row: Row) -> float:
    """The one of the verdict; for a goal that is not judged yet, from its months or assumed."""
    if row["phi"] is not None:
        return float(row["phi"])
    own = overdispersion(row["counts"], row["calendar_months"]) if row["counts"] else None
    if own is not None:
        return own
    known = row["assumed_phi"]
    return float(known) if known is not None else assumed_phi(row["indicator"].partition(":")[2])


def _survey(row: Row, today: date) -> dict[str, Any]:
    direction, reason = Direction(row["direction"]), _never(row) or _unusable(row)
    if reason is not None:
        return _row(row, never_met(reason, unit=POINTS, direction=direction), None, today)
    asked = SurveyPlan(
        share0=row["value"] / 100,
        n0=row["answers"],
        neff0=row["n_eff"],
        target=(row["least_change"] or 0.0) / 100,
        direction=direction,
        high_is_good=row["good"] != "lågt",
    )
    return _row(row, plan(asked), asked, today)


def _never(row: Row) -> Reason | None:
    if row["is_judgeable"] is False:
        return Reason.NOT_JUDGEABLE
    return _NEVER.get(row["reason"] or "")


def _unusable(row: Row) -> Reason | None:
    if row["value"] is None:
        return Reason.TOO_FEW_ANSWERS
    if row["unit"] != "procent":
        return Reason.INDEX_NEVER_DECIDES
    return None if row["answers"] and row["n_eff"] else Reason.N_NOT_PUBLISHED


def _row(row: Row, found: Detectable, asked: CrimePlan | SurveyPlan | None, today: date) -> dict[str, Any]:
    sizes = CRIME_CHANGES if found.unit == PERCENT else SURVEY_CHANGES
    chances = {} if found.reason is not None else {each.change: each.chance for each in found.changes}
    columns: dict[str, Any] = {name: row[name] for name in ("municipality_code", "promise_id", "goal_id")}
    for name, size in zip(("small", "middle", "large"), sizes, strict=True):
        columns |= {f"change_{name}": size, f"chance_{name}": chances.get(size)}
    return columns | {
        "unit": found.unit,
        "least_change": found.least_change,
        "sentence": tell_detectable(found, asked),
        "as_of": today,
    }
