"""Reported crime over time: from rows of marts.crime_series and marts.trend to a curve of the screen Trender."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from etl.evaluate.wording import crime_words
from pages.view.chart_object import ChartObject
from pages.view.formats import given, number, period_sv, plain, text
from pages.view.palette import Palette
from pages.view.series_chart import BaselineYears, SeriesText, series_chart
from pages.view.trends import sources_of

COUNT, RATE = "Antal", "Per 100 000 invånare"
_FINEST = ("månad", "kvartal", "år")
_LIMITS = ("limit_low", "centre", "limit_high")
_TREND = ("sentence", "definition", "signals", *_LIMITS)


def crime_chart(
    series: pd.DataFrame,
    measure: str,
    place: str,
    palette: Palette,
    baseline: BaselineYears | None,
    trends: pd.DataFrame | None = None,
) -> ChartObject | None:
    """One crime type in one area; the finest granularity there is, one line per definition.

    `trends` are rows of marts.trend for the same series: their sentence is said and their limits are drawn.
    """
    available = set(series["granularity"])
    granularity = next((g for g in _FINEST if g in available), "år")
    own = series[series["granularity"] == granularity].copy()
    rate = measure == RATE
    own["value"] = own["rate_per_100k"].fillna(own["rate_printed"]) if rate else own["count"]
    for limit in ("low", "high"):
        own[limit] = own[f"rate_{limit}"] if rate and granularity == "år" else pd.NA
        own[limit] = pd.to_numeric(own[limit])
    own["rolling"] = pd.to_numeric(own["rolling_12"]) / 12 * (100_000 / own["population_mean"] if rate else 1)
    own["series_id"] = own["definition"].map(text)
    signal = _trends_of(own, trends) if granularity == "månad" else _trends_of(own, None)
    own = own.assign(**_limits(own, signal, rate=rate))
    own["label"] = own["series_id"] if own["series_id"].nunique() > 1 else ""
    own["extra"] = [
        ", ".join(
            filter(
                None,
                (
                    f"{plain(count)} anmälda brott" if rate else "",
                    "tal per invånare tryckt av Brå" if rate and text(origin).startswith("tryckt") else "",
                ),
            )
        )
        for count, origin in zip(own["count"], own["rate_source"], strict=True)
    ]
    if own.empty or own["value"].isna().all():
        return None
    name = text(own["crime_name"].iloc[0])
    where = " · ".join(filter(None, (place, text(own["area_name"].iloc[0]))))
    each = {"år": "per år", "kvartal": "per kvartal", "månad": "per månad"}[granularity]
    per = " och 100 000 invånare" if rate else ""
    thick = "; tjock linje: medelvärde för tolv månader" if own["rolling"].notna().any() else ""
    words = SeriesText(
        key=f"brott-{text(own['municipality_code'].iloc[0])}-{text(own['crime_type'].iloc[0])}",
        title=_crime_title(own, name),
        subtitle=f"{where}, {name}, anmälda brott {each}{per}{thick}",
        unit="",
        good="lågt",
        source=sources_of(own),
        value_heading=measure,
        more=" ".join(signal["sentence"].map(text)),
        notes=tuple(_swings(row) for row in signal.to_dict("records") if given(row["limit_high"])),
    )
    return series_chart(own, words, palette, baseline)


def _trends_of(own: pd.DataFrame, trends: pd.DataFrame | None) -> pd.DataFrame:
    """The rows of marts.trend for the shown area, crime and definitions."""
    if trends is None or own.empty:
        return pd.DataFrame(columns=_TREND)
    first = own.iloc[0]
    same = (trends["crime_type"] == first["crime_type"]) & (trends["area_id"].map(text) == text(first["area_id"]))
    return trends[same & trends["definition"].isin(set(own["definition"]))]


def _limits(own: pd.DataFrame, signal: pd.DataFrame, *, rate: bool) -> dict[str, pd.Series]:
    """The limits of the usual swings, by month: as counts, or on the scale of the rate. Empty without a trend."""
    if signal.empty:
        return {}
    scale = 100_000 / own["population_mean"] if rate else 1.0
    by_definition = signal.drop_duplicates("definition").set_index("definition")
    return {name: pd.to_numeric(own["definition"].map(by_definition[name])) * scale for name in _LIMITS}


def _swings(row: Mapping[Any, Any]) -> str:
    low = number(max(0.0, float(row["limit_low"]))) if given(row["limit_low"]) else "0"
    high = number(float(row["limit_high"]))
    inside = " Ingen månad ligger utanför dem." if given(row["signals"]) and int(row["signals"]) == 0 else ""
    return f"Streckade linjer: gränserna för de vanliga svängningarna, {low} till {high} brott per månad.{inside}"


def _crime_title(own: pd.DataFrame, name: str) -> str:
    """The latest figure beside the one a year earlier, as counts: a description and no judgement."""
    counted = own[own["count"].notna()].sort_values("period_start")
    if counted.empty:
        return name
    last = counted.iloc[-1]
    crimes = crime_words(text(last["crime_type"]), name).plural
    said = f"{_when(last['period'])} anmäldes {number(last['count'])} {crimes}"
    back = counted[counted["period_start"] == last["period_start"] - pd.DateOffset(years=1)]
    same = back[back["series_id"] == last["series_id"]]
    if same.empty or given(last["break_before"]):
        return f"{said}."
    before = same.iloc[-1]["count"]
    if before == last["count"]:
        return f"{said}, lika många som ett år tidigare."
    way = "fler" if last["count"] > before else "färre"
    return f"{said}, {number(abs(last['count'] - before))} {way} än ett år tidigare."


def _when(period: object) -> str:
    words = period_sv(period)
    return f"År {words}" if len(words) == 4 else f"I {words}" if words[:1].isalpha() else words
