"""On which days a survey was answered: the days it states, otherwise those its wave's name leaves open."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import duckdb

from etl.build.rows import fetch, insert_rows
from etl.contract.periods import Period, parse_period

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_HALVES = (
    (re.compile(r"\bvår(?:en)?\b", re.IGNORECASE), (1, 1), (6, 30)),
    (re.compile(r"\bhöst(?:en)?\b", re.IGNORECASE), (7, 1), (12, 31)),
)
Span = tuple[date, date]


def wave_span(wave: str | None, year: int | None) -> Span | None:
    """The first and last day a wave may have been answered on; None when neither names a year.

    "2019-K1" is a quarter and "hösten 2019" half a year; other names are only as exact as their year.
    """
    period = parse_period(wave) if wave else None
    if isinstance(period, Period) and year in (None, period.start.year):
        return period.start, period.end
    named = [int(found) for found in _YEAR.findall(wave or "")]
    years = named if named and year in (None, *named) else [year] if year else []
    if not years:
        return None
    first, last = min(years), max(years)
    for word, (from_month, from_day), (to_month, to_day) in _HALVES:
        if first == last and word.search(wave or ""):
            return date(first, from_month, from_day), date(first, to_month, to_day)
    return date(first, 1, 1), date(last, 12, 31)


def make_survey_days(con: duckdb.DuckDBPyConnection) -> None:
    """Make staging.survey_days(survey_id, starts, ends), one row a survey whose time is known."""
    con.execute("CREATE TABLE staging.survey_days (survey_id VARCHAR, starts DATE, ends DATE)")
    rows = fetch(con, "SELECT survey_id, wave, starts, ends FROM staging.enkater ORDER BY survey_id")
    spans = ((row["survey_id"], _span(row)) for row in rows)
    insert_rows(
        con,
        "staging.survey_days",
        [{"survey_id": key, "starts": span[0], "ends": span[1]} for key, span in spans if span is not None],
    )


def _span(row: Mapping[str, Any]) -> Span | None:
    first, last = row["starts"] or row["ends"], row["ends"] or row["starts"]
    return (first, last) if first is not None else wave_span(row["wave"], None)
