"""Tryggheten as a static page: each survey question as sentence, figure and table, groups and areas one tap away."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from markupsafe import Markup

from pages.documents.site_data import MunicipalityData
from pages.documents.site_figures import series_figure, series_row
from pages.documents.site_names import slug
from pages.documents.site_section import Section
from pages.view.formats import given, interval_sv, plain, shown_value, text, to_date
from pages.view.markup import folded, paragraph
from pages.view.safety_groups import KINDS, group_label, grouped
from pages.view.safety_waves import breaks_of, everybody, told_of
from pages.view.tables import html_table

Row = Mapping[Any, Any]


def safety_sections(known: MunicipalityData, breaks: pd.DataFrame) -> list[Section]:
    """Every question with a value, shown or hidden: first those of the promises, then by name."""
    promised = {text(key) for promise in known.promises for key in promise.goals["indicator"]}
    found = []
    for (indicator, name), rows in known.surveys.groupby(["indicator", "indicator_name"], sort=True):
        if section := _section(known, text(indicator), text(name), rows, breaks):
            found.append((text(indicator) not in promised, text(name), section))
    return [section for *_, section in sorted(found, key=lambda part: part[:2])]


def _section(
    known: MunicipalityData, indicator: str, name: str, rows: pd.DataFrame, breaks: pd.DataFrame
) -> Section | None:
    everyone = everybody(rows).sort_values(["series_id", "year", "wave"], kind="stable")
    if everyone.empty:
        return None
    told = told_of(rows, breaks, known.name)
    points = _points(everyone, breaks)
    row = series_row(
        f"{known.code}-{slug(indicator)}",
        name=name,
        good=text(everyone["good"].iloc[-1]),
        unit=text(everyone["unit"].iloc[-1]),
        measure="enkät",
        claim=told.claim if told else f"{name} i {known.name}",
        source=", ".join(dict.fromkeys(source for source in everyone["source"].map(text) if source)),
        data_through=to_date(points["period_end"].max()),
    )
    table = _table(everyone, caption=f"{name} i {known.name}")
    said = paragraph(told.sentence if told else "Värdena visas inte: för få har svarat.", kind="lk-sentence")
    figure = series_figure(row, points, place=known.name, table=table, notes=(f"Mätning: {_instruments(everyone)}.",))
    caution = paragraph(told.caution if told else "", kind="lk-muted")
    groups = folded("Visa grupper och områden", "".join(_groups(rows, kind, name) for kind in KINDS))
    return Section(anchor=slug(indicator), name=name, html=Markup(said + caution + figure + groups))


def _instruments(rows: pd.DataFrame) -> str:
    named = zip(rows["instrument"].map(text), rows["method"].map(text), strict=True)
    return "; ".join(dict.fromkeys(", ".join(filter(None, pair)) for pair in named))


def _points(rows: pd.DataFrame, breaks: pd.DataFrame) -> pd.DataFrame:
    """Waves as rows of marts.goal_point; one without days of its own stands for its year."""
    years = rows["year"].astype(int).astype(str)
    return rows.assign(
        period=rows["wave"],
        period_start=pd.to_datetime(rows["starts"]).fillna(pd.to_datetime(years + "-01-01")),
        period_end=pd.to_datetime(rows["ends"]).fillna(pd.to_datetime(years + "-12-31")),
        break_before=breaks_of(rows, breaks),
        preliminary=False,
        role="",
        used=True,
    )


def _table(rows: pd.DataFrame, *, caption: str) -> str:
    newest = rows.sort_values(["year", "wave"], ascending=False).to_dict("records")
    table = pd.DataFrame(
        {
            "Mätning": [text(row["wave"]) for row in newest],
            "Värde": [_value(row) for row in newest],
            "95 %-intervall": [interval_sv(row["low"], row["high"], row["unit"]) or "–" for row in newest],
            "Svarande": [plain(row["answers"]) for row in newest],
            "Enkät": [text(row["instrument"]) for row in newest],
        }
    )
    empty = [name for name in ("95 %-intervall", "Svarande") if (table[name] == "–").all()]
    same = ["Enkät"] if table["Enkät"].nunique() == 1 else []
    return html_table(table.drop(columns=[*empty, *same]), caption=caption, numeric=("Värde", "Svarande"))


def _groups(rows: pd.DataFrame, kind: str, name: str) -> str:
    """Groups of one kind, wave by wave; nothing where the question is not told for them."""
    own = grouped(rows)
    own = own[own["kind"] == kind]
    if own.empty:
        return ""
    waves = sorted(own["wave"].map(text).unique())
    names = sorted(own["name"].unique())
    table = {"Grupp": [group_label(kind, group) for group in names]} | {
        wave: [_cell(own[(own["name"] == group) & (own["wave"] == wave)]) for group in names] for wave in waves
    }
    return html_table(pd.DataFrame(table), caption=f"{name}: {KINDS[kind].lower()}", numeric=waves)


def _cell(rows: pd.DataFrame) -> str:
    row = next(iter(rows.to_dict("records")), None)
    return "–" if row is None else _value(row)


def _value(row: Row) -> str:
    """The value, or that it is not shown."""
    return "visas inte" if given(row["hidden_reason"]) else shown_value(row["value"], row["unit"], row["answers"])
