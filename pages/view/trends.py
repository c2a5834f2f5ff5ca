"""From rows of marts.crime_series and marts.survey_series to the curves of the screen Trender."""

import pandas as pd

from etl.evaluate.wording import crime_words
from pages.view.chart_frame import end_of, year_of
from pages.view.chart_object import ChartObject
from pages.view.formats import given, number, period_sv, plain, text, to_date, with_unit
from pages.view.palette import Palette
from pages.view.series_chart import BaselineYears, SeriesText, series_chart

COUNT, RATE = "Antal", "Per 100 000 invånare"
_FINEST = ("månad", "kvartal", "år")


def crime_choices(series: pd.DataFrame, goals: pd.DataFrame) -> dict[str, str]:
    """Crime type to name: first those that the promise has goals for, then by name."""
    names = dict(zip(series["crime_type"].map(text), series["crime_name"].map(text), strict=True))
    return _promised_first(names, [text(i).removeprefix("brott:") for i in goals["indicator"]])


def survey_choices(series: pd.DataFrame, goals: pd.DataFrame) -> dict[str, str]:
    """Indicator to name, of those that have any value: first those that the promise has goals for, then by name."""
    known = series[series["value"].notna()]
    names = dict(zip(known["indicator"].map(text), known["indicator_name"].map(text), strict=True))
    return _promised_first(names, [text(i) for i in goals["indicator"]])


def _promised_first(names: dict[str, str], promised: list[str]) -> dict[str, str]:
    ordered = sorted(names, key=lambda key: (promised.index(key) if key in promised else len(promised), names[key]))
    return {key: names[key] for key in ordered}


def baseline_years(goals: pd.DataFrame, indicator: str) -> BaselineYears | None:
    """The baseline of the promise's goal for this indicator; None where it has no such goal."""
    own = goals[(goals["indicator"] == indicator) & goals["baseline_from"].notna() & goals["baseline_to"].notna()]
    if own.empty:
        return None
    first, last = to_date(own["baseline_from"].iloc[0]), to_date(own["baseline_to"].iloc[0])
    if first is None or last is None:
        return None
    return BaselineYears(first=year_of(first), last=end_of(last), words="utgångsläge")


def crime_chart(
    series: pd.DataFrame, measure: str, place: str, palette: Palette, baseline: BaselineYears | None
) -> ChartObject | None:
    """One crime type in one area; the finest granularity there is, one line per definition."""
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
        source=_sources(own),
        value_heading=measure,
    )
    return series_chart(own, words, palette, baseline)


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


def survey_chart(
    series: pd.DataFrame, place: str, palette: Palette, baseline: BaselineYears | None
) -> ChartObject | None:
    """One indicator for everybody; instruments with different methods are separate lines, never joined."""
    own = series[series["group_kind"].map(text).isin(["", "alla"]) & series["value"].notna()].copy()
    if own.empty:
        return None
    years = own["year"].astype(int)
    own["period"] = own["wave"].map(text)
    own["period_start"] = [pd.Timestamp(year, 1, 1) for year in years]
    own["period_end"] = [pd.Timestamp(year, 12, 31) for year in years]
    own["preliminary"] = False
    own["break_before"] = None
    own["rolling"] = float("nan")
    own["series_id"] = own["series_id"].map(text) + " " + own["area_name"].map(text)
    several = own["series_id"].nunique() > 1
    own["label"] = [_label(row) if several else "" for row in own.to_dict("records")]
    own["extra"] = [f"{number(n)} svarande" if given(n) else "antal svarande inte publicerat" for n in own["answers"]]
    last = own.sort_values("year").iloc[-1]
    unit = text(last["unit"])
    name = text(last["indicator_name"])
    value = with_unit(last["value"], unit) if unit == "procent" else f"{plain(last['value'], unit)} ({unit})"
    words = SeriesText(
        key=f"enkat-{text(last['indicator']).replace(':', '-')}",
        title=f"{name}: {value} i mätningen {text(last['wave'])}.",
        subtitle=", ".join((place, _question(text(last["question"]), name), unit)),
        unit=unit,
        good=text(last["good"]),
        source=_sources(own),
        value_heading="Värde",
    )
    return series_chart(own, words, palette, baseline)


def _question(question: str, name: str) -> str:
    """The question as it was asked; the name where only the heading of a column is known."""
    return question if " " in question else name


def _label(row: dict[str, object]) -> str:
    return " · ".join(filter(None, (text(row["instrument"]), text(row["area_name"]))))


def _sources(rows: pd.DataFrame) -> str:
    names = [name for name in ("source", "population_source") if name in rows]
    return ", ".join(dict.fromkeys(said for name in names for said in rows[name].map(text) if said))
