"""Figures on static pages: the picture in two widths, what and when below it, the table one tap away."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from pages.documents.picture import goal_picture
from pages.view.formats import day_sv
from pages.view.goal_axis import notes_of, placed, subtitle
from pages.view.goal_chart import goal_chart
from pages.view.markup import esc, folded, paragraph
from pages.view.palette import LIGHT

Row = Mapping[str, Any]
_WIDE, _NARROW = (680, 290), (340, 290)
_PICTURE = (1200, 630)
_OF_A_PROMISE = [
    "baseline_from",
    "baseline_to",
    "baseline_value",
    "baseline_note",
    "followup_from",
    "followup_to",
    "followup_value",
    "area_name",
    "group_name",
    "alt",
]


def goal_figure(row: Row, points: pd.DataFrame, *, place: str, claim: str, png: str) -> str:
    """HTML of the figure of a goal; `claim` is its title, empty where the text above says the same. `png` is a link.

    Nothing when nothing was measured.
    """
    chart = goal_chart(row, points, LIGHT, place)
    if chart is None:
        return ""
    said = [f"{chart.subtitle}.", *chart.notes, sourced(chart.source, chart.data_through)]
    save = f'<a href="{esc(png)}" download>Spara bilden (PNG)</a>'
    return _figure(row, points, claim=claim, said=said, tools=folded("Visa tabell", chart.table_html) + save)


def series_figure(row: Row, points: pd.DataFrame, *, place: str, table: str, notes: Sequence[str] = ()) -> str:
    """HTML of the figure of a series that no promise has a goal for: see `series_row`. Only the table if all is hidden.

    `table` is ready HTML and stands in the open when there is no picture.
    """
    if not points["value"].notna().any():
        return table
    shown = placed(row, points)
    said = [
        f"{subtitle(row, shown, place)}.",
        *notes,
        *notes_of(row, shown),
        sourced(row["source"], row["data_through"]),
    ]
    told = {**row, "alt": f"{row['claim']}. {said[0]}"}
    return _figure(told, points, claim="", said=said, tools=folded("Visa tabell", table))


def series_row(
    key: str, *, name: str, good: str, unit: str, measure: str, claim: str, source: str, data_through: date | None
) -> Row:
    """A series in the form of a row of marts.goal_verdict that promises nothing, so that it is drawn the same way."""
    nothing: dict[str, Any] = dict.fromkeys(_OF_A_PROMISE)
    return nothing | {
        "goal_id": key, "goal": name, "indicator_name": name, "good": good, "unit": unit, "measure": measure,
        "claim": claim, "source": source, "data_through": data_through,
    }  # fmt: skip


def goal_png(row: Row, points: pd.DataFrame, *, place: str) -> bytes:
    """The goal as a picture to save and to preview in social media; empty when nothing was measured."""
    width, height = _PICTURE
    return goal_picture(row, points, palette=LIGHT, kind="png", width=width, height=height, place=place)


def sourced(source: str, through: date | None) -> str:
    """”Källa: Brå. Uppgifter till och med 31 december 2025.”"""
    last = f" Uppgifter till och med {day_sv(through)}." if through else ""
    return f"Källa: {source.rstrip('.')}.{last}"


def _figure(row: Row, points: pd.DataFrame, *, claim: str, said: Sequence[str], tools: str) -> str:
    wide, narrow = (
        goal_picture(row, points, palette=LIGHT, kind="svg", width=width, height=height).decode()
        for width, height in (_WIDE, _NARROW)
    )
    caption = "".join(paragraph(line, kind="lk-muted") for line in said)
    return (
        f'<figure class="figur">{paragraph(claim, kind="claim")}<div class="bred">{wide}</div>'
        f'<div class="smal">{narrow}</div><figcaption>{caption}</figcaption>'
        f'<div class="lk-tools">{tools}</div></figure>'
    )
