"""Shows a chart object whole: claim, what and where, figure, direction, source, table and file."""

from collections.abc import Callable, Hashable

import streamlit as st

from pages import store
from pages.view.chart_frame import CONFIG
from pages.view.chart_object import ChartObject
from pages.view.chart_tools import anchored, chart_tools
from pages.view.choice import chosen
from pages.view.formats import date_sv
from pages.view.made_once import once
from pages.view.markup import esc, linked, show
from pages.view.shared_texts import shared_chart

Draw = Callable[[], ChartObject | None]


@st.cache_resource(max_entries=400, show_spinner=False)
def _drawn(build: store.Stamp, key: Hashable, palette_name: str, _draw: Draw) -> ChartObject | None:
    return _draw()


def cached_chart(key: Hashable, palette_name: str, draw: Draw) -> ChartObject | None:
    """Draws a chart once per build and palette; `key` must name everything else that it depends on."""
    return _drawn(store.stamp(), key, palette_name, draw)


def show_chart(
    chart: ChartObject,
    *,
    level: int = 4,
    with_title: bool = True,
    sentence: str = "",
    short: str = "",
    caution: str = "",
) -> None:
    """Everything the object holds, in reading order. `with_title` is off where the sentence stands just above.

    `sentence`, `short` and `caution` are what the database says of the chart, for the texts that can be copied.
    """
    title = f'<h{level} class="lk-h4 lk-claim">{esc(chart.title)}</h{level}>' if with_title else ""
    more = f'<p class="lk-sentence">{esc(chart.more)}</p>' if chart.more else ""
    show(anchored(f'{title}{more}<p class="lk-muted">{esc(chart.subtitle)}</p>', chart.key))
    st.plotly_chart(
        chart.figure, key=f"figur-{chart.key}", theme=None, config=dict(CONFIG), alt=chart.alt, width="stretch"
    )
    through = f"Data till och med {date_sv(chart.data_through)}." if chart.data_through else ""
    direction = f"<strong>{esc(chart.direction)}</strong>" if chart.direction else ""
    choice = chosen()
    shared = shared_chart(
        chart,
        place=choice.municipality_name,
        is_fictitious=choice.is_fictitious,
        sentence=sentence,
        short=short,
        caution=caution,
    )
    show(
        f'<p class="lk-under">{direction}<span>Källa: {linked(chart.source)}. {esc(through)}</span></p>',
        *(f'<p class="lk-muted">{esc(note)}</p>' for note in chart.notes),
        once(("tools", chart.key, shared), lambda: chart_tools(chart, shared)),
    )
    table_and_file(chart.table_html, chart.csv, file_name=chart.file_name, key=chart.key)


def table_and_file(table: str, csv: bytes, *, file_name: str, key: str, title: str = "Visa tabell") -> None:
    """A ready table, folded, and the figures behind it as a file."""
    with st.expander(title):
        show(table)
        st.download_button(
            "Ladda ner CSV", csv, file_name=file_name, mime="text/csv", key=f"csv-{key}", on_click="ignore"
        )
