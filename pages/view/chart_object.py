"""One chart is one object: the figure and everything that must never be shown apart from it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd
import plotly.graph_objects as go

from pages.view.tables import csv_sv, html_table


@dataclass(frozen=True, kw_only=True)
class ChartObject:
    """`title` is the claim in a sentence, `more` a second one below it; `table` holds ready strings under Swedish
    headings; `raw` goes to the CSV."""

    key: str
    figure: go.Figure
    title: str
    subtitle: str
    alt: str
    direction: str
    table: pd.DataFrame
    numeric: tuple[str, ...]
    raw: pd.DataFrame
    source: str
    data_through: date | None
    notes: tuple[str, ...] = ()
    more: str = ""

    @property
    def file_name(self) -> str:
        return f"{self.key}.csv"

    @cached_property
    def table_html(self) -> str:
        """The table under its own caption; made once, since a chart is kept for as long as its build is served."""
        return html_table(self.table, caption=f"{self.title} – {self.subtitle}", numeric=self.numeric)

    @cached_property
    def csv(self) -> bytes:
        """The figures behind the chart as a file; made once."""
        return csv_sv(self.raw)


def direction_text(good: str | None) -> str:
    """What the axis says about which way is good; nothing for a series that has no good way."""
    return {"lågt": "Lågt är bra ↓", "högt": "Högt är bra ↑"}.get(good or "", "")
