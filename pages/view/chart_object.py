"""One chart is one object: the figure and everything that must never be shown apart from it."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
import plotly.graph_objects as go


@dataclass(frozen=True, kw_only=True)
class ChartObject:
    """`title` is the claim in a sentence; `table` holds ready strings under Swedish headings; `raw` goes to the CSV."""

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

    @property
    def file_name(self) -> str:
        return f"{self.key}.csv"


def direction_text(good: str | None) -> str:
    """What the axis says about which way is good; nothing for a series that has no good way."""
    return {"lågt": "Lågt är bra ↓", "högt": "Högt är bra ↑"}.get(good or "", "")
