"""Signals in monthly series: the latest month that stands out, and the trend."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from etl import sql
from etl.evaluate import sentences_signals as say
from etl.evaluate.control_charts import xmr_charts
from etl.evaluate.early_warning import EarlyWarnings, early_warnings
from etl.evaluate.month_table import MonthTable, month_table
from etl.evaluate.multiple_testing import FALSE_DISCOVERY_RATE, q_values
from etl.evaluate.seasonal_trend import LEAST_MONTHS, seasonal_trends

LEAST_PER_YEAR = 20
"""Crimes a year on average, below which nothing is said of a trend."""
TREND_LEVEL = 0.05
MONTHS_BEFORE_1970 = 12 * 1970
COUNT_BITS = 32
COUNT_MASK = 2**COUNT_BITS - 1
PRELIMINARY_BIT = 2**COUNT_BITS

Numbers = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Series:
    """The series with something in them. Row i of `keys` and of `table` is the same series."""

    keys: pa.Table
    is_preliminary: NDArray[np.bool_]
    table: MonthTable

    def chosen(self, rows: NDArray[np.bool_]) -> "Series":
        if rows.all():
            return self
        table = self.table
        return Series(
            keys=self.keys.filter(pa.array(rows)),
            is_preliminary=self.is_preliminary[rows],
            table=MonthTable(
                counts=table.counts[rows],
                first_month=table.first_month,
                months=table.months[rows],
                first=table.first[rows],
                last=table.last[rows],
            ),
        )


def fill_signals(con: duckdb.DuckDBPyConnection, today: date) -> None:
    """Fill marts.deviation and marts.trend from core.crime: months that are over, since the last break of a series."""
    series = _series(con, today)
    _insert(con, "marts.deviation", series.keys, _deviations(series), today)
    long = series.chosen(series.table.months >= LEAST_MONTHS)
    _insert(con, "marts.trend", long.keys, _trends(long), today)


def _series(con: duckdb.DuckDBPyConnection, today: date) -> Series:
    received = con.sql(sql.read("evaluate", "monthly_series"), params={"today": today}).to_arrow_table()
    lists = received["months"].combine_chunks()
    packed = lists.flatten().to_numpy()
    row = np.repeat(np.arange(len(lists)), lists.value_lengths().to_numpy())
    month = packed >> (COUNT_BITS + 1)
    break_year = received["break_year"].to_numpy()
    if break_year.any():
        since = month >= 12 * break_year[row]
        packed, row, month = packed[since], row[since], month[since]
    table = month_table(row, month, packed & COUNT_MASK, size=len(lists))
    doubtful = np.flatnonzero(packed & PRELIMINARY_BIT)
    latest = month[doubtful] - table.first_month == table.last[row[doubtful]]
    is_preliminary = np.zeros(len(lists), dtype=bool)
    is_preliminary[row[doubtful[latest]]] = True
    keys = received.drop_columns(["break_year", "months"])
    return Series(keys=keys, is_preliminary=is_preliminary, table=table).chosen(table.months > 0)


def _deviations(series: Series) -> dict[str, Any]:
    warnings = early_warnings(series.table.counts, series.table.last)
    q = _q_within_municipality(series, warnings)
    is_alarm = warnings.is_alarm & (q <= FALSE_DISCOVERY_RATE)
    unknown = ~warnings.is_judged
    table = series.table
    months = table.first_month + table.last
    counts = table.counts[np.arange(len(q)), table.last].astype(np.int64)
    return {
        "period": _periods(months),
        "period_start": (months - MONTHS_BEFORE_1970).astype("datetime64[M]").astype("datetime64[D]"),
        "count": counts,
        "expected": pa.array(warnings.expected, mask=unknown),
        "limit_99": pa.array(warnings.limit, mask=unknown),
        "phi": pa.array(warnings.phi, mask=unknown),
        "p_value": pa.array(warnings.p, mask=unknown),
        "q_value": pa.array(q, mask=unknown),
        "is_alarm": is_alarm,
        "sentence": _deviation_sentences(series, warnings, is_alarm, months.tolist(), counts.tolist()),
    }


def _q_within_municipality(series: Series, warnings: EarlyWarnings) -> Numbers:
    """Of the whole municipality's series together, and of its areas' together; 1 where nothing is judged."""
    q = np.ones(len(warnings.p))
    code = series.keys["municipality_code"].to_pylist()
    is_whole = series.keys["area_id"].is_null().to_pylist()
    rows = np.flatnonzero(warnings.is_judged)
    for _, family in groupby(rows.tolist(), lambda row: (code[row], is_whole[row])):
        members = list(family)
        q[members] = q_values(warnings.p[members])
    return q


def _deviation_sentences(
    series: Series, warnings: EarlyWarnings, is_alarm: NDArray[np.bool_], months: list[int], counts: list[int]
) -> list[str]:
    names = zip(
        *(series.keys[name].to_pylist() for name in ("area_id", "area_name", "crime_type", "crime_name")), strict=True
    )
    above = warnings.count > warnings.limit
    told: list[str] = []
    for (area, area_name, crime, crime_name), month, judged, count, expected, alarm, over, preliminary in zip(
        names,
        map(say.month_name, months),
        warnings.is_judged.tolist(),
        counts,
        map(say.expected_text, warnings.expected.round(1).tolist()),
        is_alarm.tolist(),
        above.tolist(),
        series.is_preliminary.tolist(),
        strict=True,
    ):
        if not judged:
            sentence = say.no_base_sentence(month)
        elif not alarm:
            sentence = say.ordinary_month_sentence(count, expected, month, above_limit=over)
        elif area is None:
            sentence = say.early_warning_sentence(count, expected, month, crime, crime_name)
        else:
            sentence = say.area_warning_sentence(count, expected, month, crime, crime_name, area_name)
        told.append(f"{sentence} {say.PRELIMINARY}" if preliminary else sentence)
    return told


def _trends(series: Series) -> dict[str, Any]:
    table = series.table
    trends = seasonal_trends(table.counts, table.calendar_month)
    charts = xmr_charts(table.counts)
    enough = charts.centre * 12 >= LEAST_PER_YEAR
    too_few = ~enough
    clear = enough & (trends.p < TREND_LEVEL)
    direction = np.where(clear, np.where(trends.s > 0, say.RISING, say.FALLING), say.UNCLEAR).tolist()
    slope = np.divide(100 * trends.slope_per_year, charts.centre, out=np.zeros(len(enough)), where=enough)
    since = table.first_month + table.first
    return {
        "months": table.months,
        "first_period": _periods(since),
        "last_period": _periods(table.first_month + table.last),
        "tau_kendall": pa.array(trends.tau, mask=too_few),
        "z": pa.array(trends.z, mask=too_few),
        "p_value": pa.array(trends.p, mask=too_few),
        "direction": direction,
        "slope_per_year": pa.array(slope, mask=too_few),
        "centre": charts.centre,
        "limit_low": pa.array(charts.low, mask=too_few),
        "limit_high": pa.array(charts.high, mask=too_few),
        "signals": pa.array(charts.outside, mask=too_few),
        "sentence": [
            f"{trend} {outside}" if outside else trend
            for trend, outside in zip(
                map(
                    say.trend_sentence,
                    direction,
                    np.where(clear, np.round(slope, 1), 0).tolist(),
                    map(say.month_name, since.tolist()),
                    series.keys["crime_type"].to_pylist(),
                    series.keys["crime_name"].to_pylist(),
                    enough.tolist(),
                ),
                map(say.outside_sentence, np.where(enough, charts.outside, 0).tolist(), table.months.tolist()),
                strict=True,
            )
        ],
    }


def _periods(months: NDArray[np.int64]) -> list[str]:
    """2026-10 for each month number."""
    text = {month: f"{month // 12}-{month % 12 + 1:02}" for month in set(months.tolist())}
    return list(map(text.__getitem__, months.tolist()))


def _insert(con: duckdb.DuckDBPyConnection, mart: str, keys: pa.Table, columns: dict[str, Any], today: date) -> None:
    made = pa.table(columns)
    table = pa.table([*keys.columns, *made.columns], names=[*keys.column_names, *made.column_names])
    con.register("signals_made", table.append_column("as_of", pa.repeat(pa.scalar(today), table.num_rows)))
    con.execute(f"INSERT INTO {mart} BY NAME FROM signals_made")
    con.unregister("signals_made")
