"""Values side by side: one row each, a dot with its interval, the name above it."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from pages.view.chart_frame import framed, note_at
from pages.view.palette import Palette

_ROW, _FRAME = 46, 56


@dataclass(frozen=True, kw_only=True)
class DotRow:
    """`label` stands in the chart, `hover` when it is pointed at. A row that is `own` is the one it is all about."""

    label: str
    value: float
    low: float | None = None
    high: float | None = None
    hover: str = ""
    own: bool = False
    hollow: bool = False


@dataclass(frozen=True, kw_only=True)
class UprightLine:
    """A value to compare every row with, named at its top."""

    value: float
    words: str


def dot_figure(
    rows: Sequence[DotRow],
    palette: Palette,
    *,
    x_range: tuple[float, float],
    ticks: tuple[Sequence[float], Sequence[str]],
    line: UprightLine | None = None,
) -> go.Figure:
    """The rows from top to bottom. The others are drawn in a quieter colour than the own one."""
    figure = go.Figure()
    if line:
        figure.add_shape(
            type="line", x0=line.value, x1=line.value, y0=0, y1=1, yref="paper", layer="below",
            line={"color": palette.baseline, "width": 1.5, "dash": "dash"},
        )  # fmt: skip
        right = line.value > sum(x_range) / 2
        note_at(
            figure, palette, line.words, x=line.value, y=1, yref="paper", yanchor="bottom",
            xanchor="right" if right else "left", bgcolor="rgba(0,0,0,0)",
        )  # fmt: skip
    for place, row in enumerate(rows):
        _row(figure, row, len(rows) - place, palette)
    framed(
        figure, palette, x_range=x_range, x_ticks=ticks, y_range=(0.5, len(rows) + 0.75),
        height=_FRAME + _ROW * len(rows),
    )  # fmt: skip
    figure.update_yaxes(visible=False)
    return figure


def _row(figure: go.Figure, row: DotRow, y: int, palette: Palette) -> None:
    colour = palette.series[0] if row.own else palette.baseline
    figure.add_scatter(
        x=[row.value],
        y=[y],
        mode="markers",
        marker={
            "size": 12 if row.own else 9,
            "color": palette.paper if row.hollow else colour,
            "line": {"color": colour, "width": 2},
        },
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [(row.high if row.high is not None else row.value) - row.value],
            "arrayminus": [row.value - (row.low if row.low is not None else row.value)],
            "thickness": 2.5 if row.own else 1.5,
            "width": 0,
            "color": colour,
        },
        text=[row.hover or row.label],
        hovertemplate="%{text}<extra></extra>",
    )
    label = f"<b>{row.label}</b>" if row.own else row.label
    note_at(
        figure, palette, label, x=0, xref="paper", y=y + 0.42, xanchor="left", yanchor="middle",
        color=palette.ink,
    )  # fmt: skip
