"""Reported crime over time: from rows of marts.crime_series and marts.trend to a curve of the screen Trender."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from etl.evaluate.numbers_sv import lower_first
from etl.evaluate.wording import NOT_ALL_CRIME, crime_words
from pages.view.chart_object import ChartObject
from pages.view.crime_years import whole_years, with_hidden
from pages.view.formats import given, number, period_sv, plain, text
from pages.view.palette import Palette
from pages.view.series_chart import BaselineYears, SeriesText, series_chart
from pages.view.trends import sources_of

COUNT, RATE = "Antal", "Per 100 000 invånare"
MONTH, QUARTER, YEAR = "månad", "kvartal", "år"
_SEVERAL = 5
_LIMITS = ("limit_low", "centre", "limit_high")
_TREND = ("sentence", "definition", "signals", *_LIMITS)


def steps_of(series: pd.DataFrame) -> list[str]:
    """Which steps of time there is anything to draw by, the finest first."""
    known = series[series["count"].notna() | series["rate_printed"].notna() | series["rate_per_100k"].notna()]
    there = set(known["granularity"])
    years = [YEAR] if len(there - {YEAR}) and len(whole_years(series)) else []
    return [step for step in (MONTH, QUARTER, YEAR) if step in there or step in years]


def usual_step(series: pd.DataFrame, steps: Sequence[str]) -> str:
    """The finest of the steps by which there is something to see: mostly shown, and several crimes a period."""
    for step in steps:
        own = series[series["granularity"] == step]
        if own["count"].notna().sum() * 2 > len(own) and own["count"].mean() >= _SEVERAL:
            return step
    return steps[-1] if steps else ""


def crime_chart(
    series: pd.DataFrame,
    measure: str,
    place: str,
    palette: Palette,
    baseline: BaselineYears | None,
    trends: pd.DataFrame | None = None,
    *,
    step: str = "",
    claim: str = "",
) -> ChartObject | None:
    """One crime type in one area, one line per definition; by `step` (one of `steps_of`), else as fine as there is.

    `trends` are rows of marts.trend for the same series: their sentence is said and their limits are drawn. `claim`
    is the title; without it the title tells the latest figure.
    """
    granularity = step or next(iter(steps_of(series)), YEAR)
    own = whole_years(series) if granularity == YEAR else with_hidden(series[series["granularity"] == granularity])
    rate = measure == RATE
    own["value"] = own["rate"] if rate else own["count"]
    for limit in ("low", "high"):
        own[limit] = own[f"rate_{limit}"] if rate and granularity == YEAR else pd.NA
        own[limit] = pd.to_numeric(own[limit])
    own["rolling"] = pd.to_numeric(own["rolling_12"]) / 12 * (100_000 / own["population_mean"] if rate else 1)
    own["series_id"] = own["definition"].map(text)
    signal = _trends_of(own, trends) if granularity == MONTH else _trends_of(own, None)
    own = own.assign(**_limits(own, signal, rate=rate))
    own["label"] = own["series_id"] if own["series_id"].nunique() > 1 else ""
    own["extra"] = [
        ", ".join(
            filter(
                None,
                (
                    f"{plain(count)} anmälda brott" if rate and given(count) else "",
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
    each = {YEAR: "per år", QUARTER: "per kvartal", MONTH: "per månad"}[granularity]
    per = " och 100 000 invånare" if rate else ""
    thick = "; tjock linje: medelvärde för tolv månader" if own["rolling"].notna().any() else ""
    words = SeriesText(
        key=f"brott-{text(own['municipality_code'].iloc[0])}-{text(own['crime_type'].iloc[0])}",
        title=claim or _crime_title(own, name),
        subtitle=f"{where}, {lower_first(name)}: {NOT_ALL_CRIME}, {each}{per}{thick}",
        unit="",
        good="lågt",
        source=sources_of(own),
        value_heading=measure,
        more=_in_the_long_run(signal, claim=claim),
        notes=tuple(_swings(row) for row in signal.to_dict("records") if given(row["limit_high"])),
    )
    return series_chart(own, words, palette, baseline)


def _in_the_long_run(signal: pd.DataFrame, *, claim: str) -> str:
    """What the trend says. Below a claim of its own about the latest year it says that it means all of the time."""
    said = " ".join(signal["sentence"].map(text))
    return f"Sett över hela tiden: {lower_first(said)}" if said and claim else said


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
