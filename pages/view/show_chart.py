"""Shows a chart object whole: claim, what and where, figure, direction, source, table and file."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import streamlit as st

from pages import store
from pages.view.chart_frame import CONFIG
from pages.view.chart_object import ChartObject
from pages.view.formats import date_sv
from pages.view.markup import esc, linked, show

Made = TypeVar("Made")
Draw = Callable[[], ChartObject | None]


@st.cache_resource(max_entries=400, show_spinner=False)
def _drawn(build: store.Stamp, key: Hashable, palette_name: str, _draw: Draw) -> ChartObject | None:
    return _draw()


def cached_chart(key: Hashable, palette_name: str, draw: Draw) -> ChartObject | None:
    """Draws a chart once per build and palette; `key` must name everything else that it depends on."""
    return _drawn(store.stamp(), key, palette_name, draw)


@st.cache_resource(max_entries=2000, show_spinner=False)
def _made(build: store.Stamp, key: Hashable, _make: Callable[[], Any]) -> Any:
    return _make()


def once(key: Hashable, make: Callable[[], Made]) -> Made:
    """Makes something that is only read (HTML, a file) once per build; `key` must name all else that it depends on."""
    made: Made = _made(store.stamp(), key, make)
    return made


def show_chart(chart: ChartObject, *, level: int = 4, with_title: bool = True) -> None:
    """Everything the object holds, in reading order. `with_title` is off where the sentence stands just above."""
    title = f'<h{level} class="lk-h4 lk-claim">{esc(chart.title)}</h{level}>' if with_title else ""
    more = f'<p class="lk-sentence">{esc(chart.more)}</p>' if chart.more else ""
    show(title, more, f'<p class="lk-muted">{esc(chart.subtitle)}</p>')
    st.plotly_chart(
        chart.figure, key=f"figur-{chart.key}", theme=None, config=dict(CONFIG), alt=chart.alt, width="stretch"
    )
    through = f"Data till och med {date_sv(chart.data_through)}." if chart.data_through else ""
    direction = f"<strong>{esc(chart.direction)}</strong>" if chart.direction else ""
    show(
        f'<p class="lk-under">{direction}<span>Källa: {linked(chart.source)}. {esc(through)}</span></p>',
        *(f'<p class="lk-muted">{esc(note)}</p>' for note in chart.notes),
    )
    table_and_file(chart.table_html, chart.csv, file_name=chart.file_name, key=chart.key)


def table_and_file(table: str, csv: bytes, *, file_name: str, key: str, title: str = "Visa tabell") -> None:
    """A ready table, folded, and the figures behind it as a file."""
    with st.expander(title):
        show(table)
        st.download_button(
            "Ladda ner CSV", csv, file_name=file_name, mime="text/csv", key=f"csv-{key}", on_click="ignore"
        )
