"""Reads the served database; the only module under pages/ that knows DuckDB.

The build publishes every database under a new name and writes that name into the text file `current`, so a new build
is seen at the next look. Screens call one function per mart and get a fresh frame of their own.

In public mode (LOFTESKOLLEN_PUBLIC) only the public database is read, and any other is refused.
"""

import duckdb
import pandas as pd
import streamlit as st

from pages.served import Stamp, directory, fault, is_public, stamp

__all__ = ["Stamp", "directory", "is_public", "stamp"]

_LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "memory_limit": "1GB",
    "threads": "2",
    "lock_configuration": "true",
}


# What leaves the cache is not closed by it: another visitor's query may be running. The last one to let go closes it.
@st.cache_resource(max_entries=2, show_spinner=False)
def _connection(build: Stamp) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(build.path, read_only=True, config=_LOCKED)
    if is_public() and not _is_published(connection):
        connection.close()
        raise fault("Databasen är inte publicerad och visas inte här", build.path)
    return connection


def _is_published(connection: duckdb.DuckDBPyConnection) -> bool:
    return connection.execute("select value from marts.build where key = 'edition'").fetchall() == [("public",)]


@st.cache_data(max_entries=300, show_spinner=False)
def _frame(build: Stamp, sql: str, parameters: tuple[object, ...]) -> pd.DataFrame:
    with _connection(build).cursor() as cursor:
        return cursor.execute(sql, list(parameters)).df()


def _query(sql: str, *parameters: object) -> pd.DataFrame:
    build = stamp()
    try:
        try:
            return _frame(build, sql, parameters)
        except (duckdb.ConnectionException, duckdb.FatalException):
            # All visitors share the connection, so a broken one would be everybody's until the server starts anew.
            _connection.clear(build)
            return _frame(build, sql, parameters)
    except duckdb.CatalogException as cause:
        raise fault("Databasen är byggd med en annan version av Löfteskollen", build.path, rebuild=True) from cause
    except duckdb.IOException as cause:
        raise fault("Databasen går inte att öppna", build.path) from cause


def municipalities() -> pd.DataFrame:
    """One row per municipality, real ones first, in Swedish alphabetical order."""
    return _query("from marts.municipality order by is_fictitious, name collate sv")


def promises(municipality_code: str) -> pd.DataFrame:
    """One row per promise: running first, then the newest; promises without a period last."""
    return _query(
        "from marts.promise where municipality_code = ? "
        "order by state <> 'pågår', period_start desc nulls last, promise_id",
        municipality_code,
    )


def commitments(municipality_code: str, promise_id: str) -> pd.DataFrame:
    """One row per commitment with its verdict (null for descriptive ones)."""
    return _of_promise("commitment_verdict", municipality_code, promise_id, "ordinal, commitment_id")


def progress(municipality_code: str, promise_id: str) -> pd.DataFrame:
    """One row per commitment and week or sub-period: done, cumulative, planned."""
    return _of_promise("commitment_progress", municipality_code, promise_id, "commitment_id, period_start")


def goals(municipality_code: str, promise_id: str) -> pd.DataFrame:
    """One row per goal with its verdict."""
    return _of_promise("goal_verdict", municipality_code, promise_id, "ordinal, goal_id")


def goal_points(municipality_code: str, promise_id: str) -> pd.DataFrame:
    """One row per goal, series and period: what the goal charts draw."""
    return _of_promise("goal_point", municipality_code, promise_id, "goal_id, series_id, period_start")


def rules(municipality_code: str, promise_id: str) -> pd.DataFrame:
    """One row per goal: its rule as it was locked, and as it stands in the register now."""
    return _of_promise("goal_rule", municipality_code, promise_id, "goal_id")


def detectable(municipality_code: str, promise_id: str) -> pd.DataFrame:
    """One row per goal: how small a change the data can show at all."""
    return _of_promise("detectable", municipality_code, promise_id, "goal_id")


def effects(municipality_code: str, promise_id: str) -> pd.DataFrame:
    """One row per goal: what can be said about effect, and what is missing for saying it."""
    return _of_promise("effect", municipality_code, promise_id, "goal_id")


def corrections(municipality_code: str) -> pd.DataFrame:
    """One row per verdict or published figure that has changed, newest first; all promises of the municipality."""
    return _query(
        "from marts.correction where municipality_code = ? order by noticed_on desc, promise_id, concerns, concerns_id",
        municipality_code,
    )


def chain_gaps(municipality_code: str) -> pd.DataFrame:
    """One row per gap in the chain from problem to outcome; all promises of the municipality."""
    return _query(
        "from marts.chain_gap where municipality_code = ? order by promise_id, kind, concerns_id nulls first",
        municipality_code,
    )


def report_days(municipality_code: str, promise_id: str) -> pd.DataFrame:
    """One row per commitment, day and nil report of the log: when anything was reported."""
    return _query(
        "select commitment_id, day, is_nil_report, concerns_period from marts.report_day "
        "where municipality_code = ? and promise_id = ? order by commitment_id, day, concerns_period",
        municipality_code,
        promise_id,
    )


def problems(municipality_code: str, promise_id: str) -> pd.DataFrame:
    """One row per problem and step taken."""
    return _of_promise("problem", municipality_code, promise_id, "problem_id, step_date")


def duties(municipality_code: str) -> pd.DataFrame:
    """One row per duty to report back and period it falls due, for promises and agreements alike."""
    return _query("from marts.duty where municipality_code = ? order by promise_id, duty_id, period", municipality_code)


def activities(municipality_code: str) -> pd.DataFrame:
    """One row per logged activity, newest first."""
    return _query(
        "from marts.activity where municipality_code = ? order by day desc, starts, activity_id",
        municipality_code,
    )


def public_activities(municipality_code: str, promise_id: str) -> pd.DataFrame:
    """One row per logged activity that may be shown to anybody, newest first."""
    return _of_promise("public_activity", municipality_code, promise_id, "day desc, commitment_id, activity, area_name")


def activity_months(municipality_code: str, promise_id: str) -> pd.DataFrame:
    """One row per countable commitment, month and area: how much was done."""
    return _of_promise("activity_month", municipality_code, promise_id, "commitment_id, month, area_name nulls first")


def crime_series(municipality_code: str) -> pd.DataFrame:
    """One row per area, crime type, definition and period."""
    return _query(
        "from marts.crime_series where municipality_code = ? "
        "order by crime_type, definition, granularity, area_name nulls first, period_start",
        municipality_code,
    )


def survey_series(municipality_code: str) -> pd.DataFrame:
    """One row per survey series, group and wave."""
    return _query(
        "from marts.survey_series where municipality_code = ? "
        "order by indicator_name, series_id, area_name nulls first, group_value nulls first, year",
        municipality_code,
    )


def survey_distributions(municipality_code: str) -> pd.DataFrame:
    """One row per question, wave and answer: how the answers to questions with an ordered scale are spread."""
    return _query(
        "from marts.survey_distribution where municipality_code = ? order by instrument, question, year, wave, code",
        municipality_code,
    )


def similar(municipality_code: str) -> pd.DataFrame:
    """One row per municipality of similar size, nearest first; one without another where there is none to compare."""
    return _query("from marts.similar where municipality_code = ? order by rank", municipality_code)


def similar_crime(municipality_code: str, crime_type: str) -> pd.DataFrame:
    """The years and months of one crime type in the municipalities of similar size, and in the whole country."""
    return _query(
        "from marts.crime_series where crime_type = ? and area_id is null and granularity in ('år', 'månad') and "
        "(region = 'Hela landet' or municipality_code in "
        "(select similar_code from marts.similar where municipality_code = ?)) "
        "order by municipality_code nulls last, definition, granularity, period_start",
        crime_type,
        municipality_code,
    )


def series_trends(municipality_code: str) -> pd.DataFrame:
    """One row per monthly crime series: its trend and the limits of its usual swings."""
    return _query(
        "from marts.trend where municipality_code = ? order by crime_type, definition, area_name nulls first",
        municipality_code,
    )


def deviations(municipality_code: str) -> pd.DataFrame:
    """One row per monthly crime series, its latest closed month against what was expected; alarms first."""
    return _query(
        "from marts.deviation where municipality_code = ? "
        "order by is_alarm desc, p_value nulls last, crime_name, area_name nulls first",
        municipality_code,
    )


def equality_gaps(municipality_code: str) -> pd.DataFrame:
    """One row per survey question, wave and pair of groups, newest wave first."""
    return _query(
        "from marts.equality_gap where municipality_code = ? "
        "order by indicator_name, series_id, year desc, wave desc, kind, group_a, group_b",
        municipality_code,
    )


def area_efforts(municipality_code: str) -> pd.DataFrame:
    """One row per area and year: hours of work beside the share that do not feel safe."""
    return _query(
        "from marts.area_effort where municipality_code = ? order by year desc, insecurity desc nulls last, area_name",
        municipality_code,
    )


def agreements(municipality_code: str) -> pd.DataFrame:
    """One row per agreement between the police and the municipality."""
    return _query("from marts.agreement where municipality_code = ?", municipality_code)


def forums(municipality_code: str) -> pd.DataFrame:
    """One row per standing forum."""
    return _query("from marts.forum where municipality_code = ?", municipality_code)


def contacts(municipality_code: str) -> pd.DataFrame:
    """One row per function and channel to turn to; kommunpolisen first."""
    return _query(
        "from marts.contact where municipality_code = ? order by function not like 'kommunpolis%', function, channel",
        municipality_code,
    )


def series_breaks() -> pd.DataFrame:
    """One row per known break of a series."""
    return _query("from marts.series_break order by concerns, year, series")


def sources() -> pd.DataFrame:
    """One row per source behind the figures."""
    return _query("from marts.source order by publisher collate sv, name collate sv, source_id")


def thresholds() -> pd.DataFrame:
    """One row per limit of disclosure control: key, value, unit, explanation."""
    return _query("from marts.threshold order by rowid")


def dictionary() -> pd.DataFrame:
    """One row per table and column that people hand in."""
    return _query("from marts.dictionary")


@st.cache_resource(max_entries=2, show_spinner=False)
def _facts(build: Stamp) -> dict[str, str]:
    rows = _query("select key, value from marts.build")
    return {str(key): str(value) for key, value in zip(rows["key"], rows["value"], strict=True)}


def build_info() -> dict[str, str]:
    """The facts of the build: key to value, both text."""
    return dict(_facts(stamp()))


def reject_count() -> int:
    """How many handed-in rows the build refused."""
    return int(build_info().get("rows_refused") or 0)


def _of_promise(mart: str, municipality_code: str, promise_id: str, order: str) -> pd.DataFrame:
    return _query(
        f"from marts.{mart} where municipality_code = ? and promise_id = ? order by {order}",
        municipality_code,
        promise_id,
    )
