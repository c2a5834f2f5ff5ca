"""Survey values as series: shares computed from answers, and values that others have published."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from etl import sql
from etl.build.rows import fetch, insert_rows
from etl.build.survey_days import wave_span
from etl.evaluate.survey import LEAST_ANSWERS, share_published, show_share
from etl.evaluate.survey_columns import share_columns
from etl.evaluate.survey_display import Hidden, hidden_codes, hidden_reason, hidden_texts

MILLION = 1_000_000.0


def fill_survey_series(con: duckdb.DuckDBPyConnection, today: date) -> None:
    """Fill marts.survey_series. A value that is too uncertain to show is left empty, its number of answers kept.

    For everybody, and for a group or an area that a goal names, that is a share on fewer than 30 answers; for other
    groups and areas the whole display rule holds.
    """
    _estimate_shares(con)
    con.execute(sql.read("evaluate", "computed_survey_series"))
    insert_rows(con, "marts.survey_series", [_published(row, today) for row in _values(con)])


def _estimate_shares(con: duckdb.DuckDBPyConnection) -> None:
    """Make staging.share_estimate from staging.share_sums: one row for each row there."""
    sums = con.execute(sql.read("evaluate", "share_sums")).fetchnumpy()
    shares = share_columns(
        n=sums["n"],
        w=sums["w"] / MILLION,
        wy=sums["wy"] / MILLION,
        w2=sums["w2"] / MILLION**2,
        w2y=sums["w2y"] / MILLION**2,
    )
    few = np.int8(1) * (sums["n"] < LEAST_ANSWERS)
    codes = np.where(sums["is_group"], hidden_codes(n=sums["n"], p=shares.p, n_eff=shares.n_eff), few)
    columns = {"row": pa.array(sums["row"]), "n_eff": pa.array(shares.n_eff)}
    columns |= {name: pa.array(getattr(shares, key), mask=codes > 0) for name, key in _SHOWN.items()}
    columns["hidden_reason"] = pa.array(hidden_texts(codes), pa.string())
    con.register("share_rows", pa.table(columns))
    con.execute("CREATE TABLE staging.share_estimate AS FROM share_rows")
    con.unregister("share_rows")


_SHOWN = {"value": "p", "low": "low", "high": "high"}


def _published(row: Mapping[str, Any], today: date) -> dict[str, Any]:
    value, answers = row["value"], row["answers"]
    hidden = None if show_share(answers) else Hidden.FEW_ANSWERS
    low, high, n_eff = row["low"], row["high"], None
    span = wave_span(row["wave"], row["year"])
    if value is not None and answers and row["unit"] == "procent" and hidden is None:
        estimate = share_published(value / 100, answers)
        n_eff = estimate.n_eff
        if (row["group_kind"] != "alla" or row["area_id"] is not None) and not row["is_of_goal"]:
            hidden = hidden_reason(n=answers, p=estimate.p, n_eff=n_eff)
        if low is None or high is None:
            low, high = 100 * estimate.low, 100 * estimate.high
    return {name: row[name] for name in _KEPT} | {
        "series_id": " · ".join(str(row[name] or "–") for name in ("instrument", "method", "question", "unit")),
        "starts": span[0] if span else None,
        "ends": span[1] if span else None,
        "good": {"lågt är bra": "lågt", "högt är bra": "högt"}.get(row["good"] or ""),
        "value": value if hidden is None else None,
        "low": low if hidden is None else None,
        "high": high if hidden is None else None,
        "n_eff": n_eff,
        "hidden_reason": None if hidden is None else str(hidden),
        "published": True,
        "as_of": today,
    }


_KEPT = (
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
    "unit",
    "answers",
    "source",
    "is_fictitious",
)


def _values(con: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    return fetch(con, sql.read("evaluate", "published_survey_values"))
