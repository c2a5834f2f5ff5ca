"""What the curves of the screen Trender share: what there is to choose, the baseline, the sources."""

import pandas as pd

from pages.view.chart_frame import end_of, year_of
from pages.view.formats import given, text, to_date
from pages.view.series_chart import BaselineYears


def crime_choices(series: pd.DataFrame, goals: pd.DataFrame) -> dict[str, str]:
    """Crime type to name: first those that the promise has goals for, then by name."""
    names = dict(zip(series["crime_type"].map(text), series["crime_name"].map(text), strict=True))
    return promised_first(names, [text(i).removeprefix("brott:") for i in goals["indicator"]])


def survey_choices(series: pd.DataFrame, goals: pd.DataFrame) -> dict[str, str]:
    """Indicator to name, of those with a value, shown or hidden: first those of the promise's goals, then by name."""
    known = series[(series["value"].notna() | series["hidden_reason"].notna()) & series["indicator"].map(given)]
    names = dict(zip(known["indicator"].map(text), known["indicator_name"].map(text), strict=True))
    return promised_first(names, [text(i) for i in goals["indicator"]])


def promised_first(names: dict[str, str], promised: list[str]) -> dict[str, str]:
    """The same, those that the promise has goals for first, then by name."""
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


def sources_of(rows: pd.DataFrame) -> str:
    """Every source of the rows, each once."""
    names = [name for name in ("source", "population_source") if name in rows]
    return ", ".join(dict.fromkeys(said for name in names for said in rows[name].map(text) if said))


def asked(question: str, name: str) -> str:
    """The question as it was asked; the indicator's name where only the heading of a column is known."""
    return question if " " in question else name
