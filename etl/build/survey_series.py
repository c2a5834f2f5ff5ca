"""Survey values as series: shares computed from answers, and values that others have published."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import duckdb

from etl.build.rows import fetch, insert_rows
from etl.evaluate.survey import ShareSums, share_from_sums, share_published, show_share

MILLION = 1_000_000


def fill_survey_series(con: duckdb.DuckDBPyConnection, today: date) -> None:
    """Fill marts.survey_series. A share on fewer than 30 answers is left empty, its number of answers kept."""
    insert_rows(con, "marts.survey_series", [_computed(row, today) for row in _sums(con)])
    insert_rows(con, "marts.survey_series", [_published(row, today) for row in _values(con)])


def _computed(row: Mapping[str, Any], today: date) -> dict[str, Any]:
    estimate = share_from_sums(
        ShareSums(
            n=row["n"],
            w=row["w"] / MILLION,
            wy=(row["wy"] or 0) / MILLION,
            w2=row["w2"] / MILLION**2,
            w2y=(row["w2y"] or 0) / MILLION**2,
        )
    )
    shown = estimate if estimate is not None and show_share(row["n"]) else None
    return _common(row, today) | {
        "series_id": _own_series(row),
        "unit": "procent",
        "value": 100 * shown.p if shown else None,
        "low": 100 * shown.low if shown else None,
        "high": 100 * shown.high if shown else None,
        "n_eff": estimate.n_eff if estimate else None,
        "published": False,
    }


def _published(row: Mapping[str, Any], today: date) -> dict[str, Any]:
    value, answers = row["value"], row["answers"]
    hidden = answers is not None and not show_share(answers)
    low, high, n_eff = row["low"], row["high"], None
    if value is not None and answers and row["unit"] == "procent" and not hidden:
        estimate = share_published(value / 100, answers)
        n_eff = estimate.n_eff
        if low is None or high is None:
            low, high = 100 * estimate.low, 100 * estimate.high
    return _common(row, today) | {
        "series_id": " · ".join(str(row[name] or "–") for name in ("instrument", "method", "unit")),
        "unit": row["unit"],
        "value": None if hidden else value,
        "low": None if hidden else low,
        "high": None if hidden else high,
        "n_eff": n_eff,
        "published": True,
    }


def _common(row: Mapping[str, Any], today: date) -> dict[str, Any]:
    names = (
        "municipality_code",
        "area_id",
        "area_name",
        "region",
        "instrument",
        "method",
        "indicator",
        "indicator_name",
        "question",
        "wave",
        "year",
        "group_kind",
        "group_value",
        "source",
        "is_fictitious",
    )
    good = {"lågt är bra": "lågt", "högt är bra": "högt"}.get(row["good"] or "")
    answers = row["n"] if "n" in row else row["answers"]
    return {name: row[name] for name in names} | {"good": good, "answers": answers, "as_of": today}


def _own_series(row: Mapping[str, Any]) -> str:
    parts = (row["instrument"], row["method"], row["population"], row["wording_from"])
    return " · ".join(str(part) for part in parts if part)


def _sums(con: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    return fetch(
        con,
        "SELECT s.*, e.municipality_code, e.instrument, e.method, e.population, e.wave, e.source, a.name AS area_name,"
        " NULL AS region, coalesce(year(e.ends), year(e.starts), try_cast(e.wave[1:4] AS INTEGER)) AS year,"
        " q.indicator, coalesce(i.name, q.wording) AS indicator_name, q.good, q.valid_from AS wording_from,"
        " coalesce(m.is_fictitious, false) AS is_fictitious"
        " FROM staging.share_sums s JOIN core.survey e USING (survey_id)"
        " JOIN core.survey_question q ON q.instrument = e.instrument AND lower(q.question) = s.question"
        " LEFT JOIN core.indicator i ON q.indicator = i.indicator LEFT JOIN core.area a ON s.area_id = a.area_id"
        " LEFT JOIN core.municipality m ON e.municipality_code = m.municipality_code"
        " QUALIFY row_number() OVER (PARTITION BY s.survey_id, s.question, s.group_kind, s.area_id, s.group_value"
        "   ORDER BY coalesce(q.valid_from <= coalesce(e.ends, make_date(9999, 1, 1)), true) DESC, q.valid_from DESC) = 1"
        " ORDER BY s.survey_id, s.question, s.group_kind, s.area_id, s.group_value",
    )


def _values(con: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    return fetch(
        con,
        "SELECT v.*, a.name AS area_name, coalesce(i.name, v.question, v.indicator) AS indicator_name, i.good,"
        " CASE WHEN v.group_name IS NULL THEN 'alla' ELSE 'grupp' END AS group_kind, v.group_name AS group_value,"
        " coalesce(m.is_fictitious, false) AS is_fictitious"
        " FROM core.survey_value v LEFT JOIN core.indicator i USING (indicator)"
        " LEFT JOIN core.area a ON v.area_id = a.area_id"
        " LEFT JOIN core.municipality m ON v.municipality_code = m.municipality_code"
        " ORDER BY v.municipality_code, v.region, v.indicator, v.question, v.year, v.group_name",
    )
