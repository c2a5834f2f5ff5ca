"""Survey values over time: from rows of marts.survey_series to a curve of the screen Trender."""

import pandas as pd

from etl.evaluate.sentences_safety import OPEN_METHOD
from pages.view.chart_object import ChartObject
from pages.view.formats import given, number, plain, text, with_unit
from pages.view.palette import Palette
from pages.view.safety_waves import breaks_of
from pages.view.series_chart import BaselineYears, SeriesText, series_chart
from pages.view.trends import asked, sources_of


def survey_chart(
    series: pd.DataFrame,
    place: str,
    palette: Palette,
    baseline: BaselineYears | None,
    known_breaks: pd.DataFrame | None = None,
    *,
    claim: str = "",
) -> ChartObject | None:
    """One indicator for everybody; instruments with different methods are separate lines, never joined.

    `known_breaks` are rows of marts.series_break. `claim` is the title; without it the title tells the latest value.
    """
    everybody = _everybody(series)
    own = everybody[everybody["value"].notna()].copy()
    if own.empty:
        return None
    # Those who chose to answer are no sample: an interval would say too much.
    own.loc[own["method"] == OPEN_METHOD, ["low", "high"]] = float("nan")
    years = own["year"].astype(int)
    own["period"] = own["wave"].map(text)
    own["period_start"] = _known_or(own["starts"], [pd.Timestamp(year, 1, 1) for year in years])
    own["period_end"] = _known_or(own["ends"], [pd.Timestamp(year, 12, 31) for year in years])
    own["preliminary"] = False
    own["break_before"] = None if known_breaks is None else breaks_of(own, known_breaks)
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
        title=claim or f"{name}: {value} i mätningen {text(last['wave'])}.",
        subtitle=", ".join((place, asked(text(last["question"]), name), unit)),
        unit=unit,
        good=text(last["good"]),
        source=sources_of(own),
        value_heading="Värde",
        notes=tuple(filter(None, (hidden_words(everybody),))),
    )
    return series_chart(own, words, palette, baseline)


def hidden_words(series: pd.DataFrame) -> str:
    """Which waves are not shown by the display rule, and why; nothing when there are none."""
    rows = _everybody(series)
    hidden = rows[rows["hidden_reason"].map(given).astype(bool)].sort_values("year")
    said = dict.fromkeys(zip(hidden["wave"].map(text), hidden["hidden_reason"].map(text), strict=True))
    return " ".join(f"{wave} visas inte: {reason}." for wave, reason in said)


def _known_or(days: pd.Series, otherwise: list[pd.Timestamp]) -> list[pd.Timestamp]:
    return [pd.Timestamp(day) if given(day) else year for day, year in zip(days, otherwise, strict=True)]


def _everybody(series: pd.DataFrame) -> pd.DataFrame:
    return series[series["group_kind"].map(text).isin(["", "alla"])]


def _label(row: dict[str, object]) -> str:
    return " · ".join(filter(None, (text(row["instrument"]), text(row["area_name"]))))
