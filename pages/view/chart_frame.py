"""The frame all charts share: a paper ground, few grid lines, explicit colours, Swedish numbers."""

import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from pages.view.palette import Palette, with_alpha

FONT = '"Source Sans", sans-serif'
TEXT_SIZE = 14
HEIGHT = 340
CONFIG: Mapping[str, Any] = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showSendToCloud": False,
    "locale": "sv",
    "locales": {
        "sv": {
            "format": {
                "days": ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"],
                "shortDays": ["sön", "mån", "tis", "ons", "tor", "fre", "lör"],
                "months": [
                    "januari",
                    "februari",
                    "mars",
                    "april",
                    "maj",
                    "juni",
                    "juli",
                    "augusti",
                    "september",
                    "oktober",
                    "november",
                    "december",
                ],
                "shortMonths": [
                    "jan",
                    "feb",
                    "mars",
                    "apr",
                    "maj",
                    "juni",
                    "juli",
                    "aug",
                    "sep",
                    "okt",
                    "nov",
                    "dec",
                ],
                "date": "%Y-%m-%d",
            },
            "dictionary": {},
        }
    },
}


def year_of(day: date) -> float:
    """A day as a point on an axis of years: 2017-07-02 is about 2017.5."""
    return day.year + (day.timetuple().tm_yday - 1) / (366 if _leap(day.year) else 365)


def end_of(day: date) -> float:
    """The end of a last day: 2017-12-31 is 2018.0."""
    return day.year + day.timetuple().tm_yday / (366 if _leap(day.year) else 365)


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def year_ticks(first: float, last: float, *, most: int = 7) -> tuple[list[float], list[str]]:
    """Positions (mid-year) and names for at most `most` evenly spaced years, counted back from the last."""
    years = range(math.floor(first), max(math.floor(first), math.ceil(last) - 1) + 1)
    step = next(s for s in (1, 2, 3, 4, 5, 10, 20, 50) if math.ceil(len(years) / s) <= most)
    chosen = sorted(years[len(years) - 1 - i] for i in range(0, len(years), step))
    return [year + 0.5 for year in chosen], [str(year) for year in chosen]


def nice_top(highest: float) -> float:
    """A round end for an axis that begins at zero and leaves air above the highest value."""
    if highest <= 0:
        return 1.0
    step = 10.0 ** math.floor(math.log10(highest * 1.12))
    return next(m * step for m in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if m * step >= highest * 1.12)


def framed(
    figure: go.Figure,
    palette: Palette,
    *,
    x_range: tuple[float, float],
    x_ticks: tuple[Sequence[float], Sequence[str]],
    y_range: tuple[float, float],
    height: int = HEIGHT,
) -> go.Figure:
    """Sets layout and axes; the y axis shows its whole fixed range so that nobody is fooled by a cut axis."""
    font = {"family": FONT, "size": TEXT_SIZE, "color": palette.ink}
    ticks = {"tickfont": {**font, "color": palette.muted}, "fixedrange": True, "zeroline": False}
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 12, "t": 30, "b": 8},
        font=font,
        separators=", ",
        showlegend=False,
        dragmode=False,
        hovermode="closest",
        hoverlabel={"font": font, "bgcolor": palette.card, "bordercolor": palette.rule},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
    figure.update_xaxes(
        range=list(x_range),
        tickvals=list(x_ticks[0]),
        ticktext=list(x_ticks[1]),
        showgrid=False,
        linecolor=palette.baseline,
        showline=True,
        ticks="",
        automargin=True,
        **ticks,
    )
    figure.update_yaxes(
        range=list(y_range),
        nticks=5,
        tickformat=",~r",
        gridcolor=with_alpha(palette.baseline, 0.18),
        showline=False,
        automargin=True,
        **ticks,
    )
    return figure


def note_at(figure: go.Figure, palette: Palette, words: str, *, x: float, y: float, **placing: Any) -> None:
    """A direct label in the plot, with the paper behind it so that lines do not run through the words."""
    options = {"showarrow": False, "bgcolor": with_alpha(palette.paper, 0.8), "borderpad": 1, **placing}
    colour = options.pop("color", palette.muted)
    figure.add_annotation(
        x=x, y=y, text=words, font={"family": FONT, "size": TEXT_SIZE - 1, "color": colour}, **options
    )


def break_line(figure: go.Figure, palette: Palette, *, x: float, top: float) -> None:
    """A dotted upright line: the series on its two sides do not measure the same thing."""
    figure.add_shape(
        type="line",
        x0=x,
        x1=x,
        y0=0,
        y1=1,
        yref="paper",
        line={"color": palette.muted, "width": 1, "dash": "dot"},
    )
    words = f"serien bryts<br>{math.floor(x + 0.001)}"
    note_at(figure, palette, words, x=x, y=top, xanchor="right", yanchor="top", xshift=-4, align="right")
