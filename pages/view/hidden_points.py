"""Figures that are left out to protect people: told in words and drawn as gaps, never as zero."""

import pandas as pd
import plotly.graph_objects as go

from pages.view.formats import given, plural, text
from pages.view.palette import Palette, with_alpha

NOT_ZERO = (
    "Grå fält: antalet är färre än 5, eller visas inte för att ett sådant tal annars skulle gå att räkna ut. "
    "Det betyder inte noll."
)


def hidden_rows(points: pd.DataFrame) -> pd.DataFrame:
    """The rows whose figure is known but not shown."""
    if "hidden_reason" not in points:
        return points.head(0)
    return points[points["hidden_reason"].map(given).astype(bool)]


def hidden_word(reason: object) -> str:
    """What stands in a table where a figure is left out: ”färre än 5”, or that it protects such a figure."""
    return text(reason)


def hidden_said(points: pd.DataFrame) -> str:
    """How many periods are left out, for those who do not see the chart; nothing when there are none."""
    count = len(hidden_rows(points))
    return f"{plural(count, 'period', 'perioder')} visas inte, eftersom talen är små." if count else ""


def draw_hidden(figure: go.Figure, points: pd.DataFrame, palette: Palette) -> None:
    """A faint field over the time of each hidden figure. Columns used: left, right."""
    for row in hidden_rows(points).to_dict("records"):
        figure.add_shape(
            type="rect",
            x0=row["left"],
            x1=row["right"],
            y0=0,
            y1=1,
            yref="paper",
            layer="below",
            line={"width": 0},
            fillcolor=with_alpha(palette.baseline, 0.16),
        )
