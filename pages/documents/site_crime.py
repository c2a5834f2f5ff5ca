"""Anmälda brott as a static page: each crime type as sentence, figure and table, the areas one tap away."""

import pandas as pd
from markupsafe import Markup

from etl.evaluate.crime_change import crime_change
from etl.evaluate.sentences_crime_change import ChangeTold, tell_change
from pages.documents.site_data import MunicipalityData
from pages.documents.site_figures import series_figure, series_row
from pages.documents.site_names import slug
from pages.documents.site_section import Section
from pages.view.crime_years import twelves, whole_years
from pages.view.formats import given, plain, text, to_date
from pages.view.hidden_points import hidden_word
from pages.view.markup import folded, paragraph
from pages.view.tables import html_table

UNIT = "anmälda brott per 1 000 invånare och år"
_AREA_YEARS = 4


def crime_sections(known: MunicipalityData) -> list[Section]:
    """Every crime type with whole years of the municipality: first those of its promises, then by name."""
    whole = known.crime[known.crime["area_id"].isna()]
    promised = {text(key).removeprefix("brott:") for promise in known.promises for key in promise.goals["indicator"]}
    found = [
        (text(crime) not in promised, text(name), _section(known, text(crime), text(name), rows))
        for (crime, name), rows in whole.groupby(["crime_type", "crime_name"], sort=True)
    ]
    return [section for *_, section in sorted(found, key=lambda part: part[:2]) if section]


def _section(known: MunicipalityData, crime: str, name: str, rows: pd.DataFrame) -> Section | None:
    years = whole_years(rows)
    if years.empty:
        return None
    told = _told(known, crime, name, rows)
    known_through = rows[rows["count"].notna()]["period_end"].max()
    later = ("Diagrammet visar hela år.",) if known_through > years["period_end"].max() else ()
    row = series_row(
        f"{known.code}-{crime}",
        name=name,
        good="lågt",
        unit=UNIT,
        measure="brott",
        claim=told.claim if told else f"{name} i {known.name}",
        source=", ".join(dict.fromkeys(source for source in years["source"].map(text) if source)),
        data_through=to_date(known_through),
    )
    table = _table(years, caption=f"{name} i {known.name}, per år")
    sentence = paragraph(told.sentence, kind="lk-sentence") if told else ""
    figure = series_figure(row, _points(years), place=known.name, table=table, notes=later)
    areas = folded("Visa områden i kommunen", _areas(known, crime, name))
    return Section(anchor=slug(crime), name=name, html=Markup(sentence + figure + areas))


def _told(known: MunicipalityData, crime: str, name: str, rows: pd.DataFrame) -> ChangeTold | None:
    change = crime_change(crime, twelves(rows))
    return tell_change(change, crime=crime, crime_name=name, place=known.name) if change else None


def _points(years: pd.DataFrame) -> pd.DataFrame:
    """Years as rows of marts.goal_point: rates per 1 000 inhabitants."""
    rate, low, high = (pd.to_numeric(years[name]) / 100 for name in ("rate", "rate_low", "rate_high"))
    return years.assign(
        series_id=years["definition"], value=rate, low=low, high=high, answers=None, unit=UNIT, role="", used=True
    )


def _table(years: pd.DataFrame, *, caption: str) -> str:
    newest = years.sort_values(["definition", "period_start"], ascending=[True, False])
    frame = pd.DataFrame(
        {
            "År": newest["period"].map(text),
            "Antal": [hidden_word(row["hidden_reason"]) or plain(row["count"]) for row in newest.to_dict("records")],
            "Per 1 000 invånare": [plain(rate / 100) if given(rate) else "–" for rate in newest["rate"]],
            "Läge": ["preliminär" if given(mark) and bool(mark) else "slutlig" for mark in newest["preliminary"]],
        }
    )
    return html_table(frame, caption=caption, numeric=("Antal", "Per 1 000 invånare"))


def _areas(known: MunicipalityData, crime: str, name: str) -> str:
    """The latest years of each area, with small numbers as words; nothing where no areas are counted."""
    own = known.crime[(known.crime["crime_type"] == crime) & known.crime["area_id"].notna()]
    years = own[own["granularity"] == "år"]
    if years.empty:
        return ""
    shown = sorted(years["period"].map(text).unique())[-_AREA_YEARS:]
    areas = sorted(years["area_name"].map(text).unique())
    table = {"Område": areas} | {
        year: [_count(years[(years["area_name"] == area) & (years["period"] == year)]) for area in areas]
        for year in shown
    }
    return html_table(pd.DataFrame(table), caption=f"{name} per område och år", numeric=shown)


def _count(rows: pd.DataFrame) -> str:
    """The count of one area and year."""
    row = next(iter(rows.to_dict("records")), None)
    return "–" if row is None else hidden_word(row.get("hidden_reason")) or plain(row["count"])
