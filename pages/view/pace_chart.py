"""A commitment against its pace: done so far, what the plan asks for, what was promised, where it is heading."""

import math
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.view.chart_frame import end_of, framed, nice_top, note_at, year_of
from pages.view.chart_object import ChartObject
from pages.view.formats import MONTHS, date_iso, days_sv, given, number, plain, text, to_date
from pages.view.palette import Palette, with_alpha

_HEIGHT, _LOW = 280, 200
_FEW = 6
Commitment = Mapping[str, Any]


def pace_chart(
    commitment: Commitment, progress: pd.DataFrame, *, start: date, end: date, palette: Palette
) -> ChartObject | None:
    """The chart of one row of marts.commitment_verdict; None for one without a number or without a log."""
    points = progress[progress["done"].notna()]
    if points.empty or not given(commitment["target"]):
        return None
    recurring = text(commitment["kind"]) == "återkommande"
    figure = go.Figure()
    x_range = (year_of(start), end_of(end))
    top = _bars(figure, commitment, points, palette) if recurring else _sums(figure, commitment, points, palette, end)
    y_top = float(math.ceil(top * 1.2)) if recurring else nice_top(top)
    framed(
        figure,
        palette,
        x_range=x_range,
        x_ticks=_month_ticks(start, end),
        y_range=(0.0, y_top),
        height=_LOW if recurring else _HEIGHT,
    )
    # A month begins at its tick, so its name stands to the right of it.
    figure.update_xaxes(ticklabelposition="outside right", ticks="outside", tickcolor=palette.baseline, ticklen=4)
    if y_top <= _FEW:
        figure.update_yaxes(dtick=1)
    unit = text(commitment["unit"]) or "gånger"
    what = f"{unit} per {text(commitment['interval'])}" if recurring else f"{unit}, sammanlagt"
    subtitle = f"{what}, {days_sv(start, end)}"
    return ChartObject(
        key=f"atagande-{text(commitment['commitment_id'])}",
        figure=figure,
        title=text(commitment["sentence"]),
        subtitle=subtitle[:1].upper() + subtitle[1:],
        alt=_alt(commitment, unit),
        direction="",
        table=_table(points, recurring=recurring),
        numeric=("Gjort", "Sammanlagt", "Enligt plan"),
        raw=points,
        source=text(commitment["source"]) or "Aktivitetsloggen",
        data_through=to_date(commitment["last_report"]),
    )


def _sums(figure: go.Figure, commitment: Commitment, points: pd.DataFrame, palette: Palette, end: date) -> float:
    """The sum as a strong line, the plan as a thin one, the promise as a level; returns the highest value."""
    colour = palette.series[0]
    x = [year_of(_day(start) + timedelta(days=7)) for start in points["period_start"]]
    x = [min(at, end_of(end)) for at in x]
    planned = points["planned"].notna()
    figure.add_scatter(
        x=[at for at, known in zip(x, planned, strict=True) if known],
        y=points.loc[planned, "planned"],
        mode="lines",
        line={"color": palette.baseline, "width": 1.2, "dash": "dash"},
        hoverinfo="skip",
    )
    figure.add_scatter(
        x=x,
        y=points["cumulative"],
        mode="lines",
        line={"color": colour, "width": 3, "shape": "hv"},
        text=[
            f"<b>Till och med veckan från {date_iso(r.period_start)}: {plain(r.cumulative)}</b>"
            f"<br>planenligt {plain(r.planned)}"
            for r in points.itertuples(index=False)
        ],
        hovertemplate="%{text}<extra></extra>",
    )
    target, done = float(commitment["target"]), float(points["cumulative"].iloc[-1])
    _level(figure, palette, target, words=f"utlovat {plain(target)}", until=end_of(end))
    _end_label(figure, palette, f"<b>{plain(done)}</b>", x=x[-1], y=done, right=end_of(end), target=target)
    return max(target, done, _forecast(figure, commitment, palette, from_x=x[-1], from_y=done, to=end_of(end)))


def _forecast(
    figure: go.Figure, commitment: Commitment, palette: Palette, *, from_x: float, from_y: float, to: float
) -> float:
    """A fan from today's sum to the 80 % interval at the end; returns its top, or zero when there is none."""
    low, high = commitment["forecast_low"], commitment["forecast_high"]
    if text(commitment["state"]) != "pågår" or not (given(low) and given(high)) or from_x >= to:
        return 0.0
    figure.add_scatter(
        x=[from_x, to, to, from_x],
        y=[from_y, float(high), float(low), from_y],
        mode="lines",
        fill="toself",
        fillcolor=with_alpha(palette.series[0], 0.16),
        line={"width": 0},
        hoverinfo="skip",
    )
    return float(high)


def _bars(figure: go.Figure, commitment: Commitment, points: pd.DataFrame, palette: Palette) -> float:
    """One bar per sub-period against the promised level; returns the highest value."""
    target = float(commitment["target"])
    starts = [year_of(_day(start)) for start in points["period_start"]]
    steps = [b - a for a, b in pairwise(starts)]
    width = (min(steps) if steps else 0.25) * 0.5
    kept = points["done"] >= target
    figure.add_bar(
        x=[start + width for start in starts],
        y=points["done"],
        width=width,
        marker={
            "color": [palette.series[0] if k else with_alpha(palette.series[0], 0.4) for k in kept],
            "line": {"width": 0},
        },
        text=[f"Från {date_iso(r.period_start)}: {plain(r.done)}" for r in points.itertuples(index=False)],
        textposition="none",
        hovertemplate="%{text}<extra></extra>",
    )
    _level(figure, palette, target, words=f"utlovat {plain(target)}", until=starts[-1] + width * 2)
    return max(target, float(points["done"].max()))


def _level(figure: go.Figure, palette: Palette, target: float, *, words: str, until: float) -> None:
    figure.add_hline(y=target, line={"color": palette.series[2], "width": 1.5})
    note_at(
        figure,
        palette,
        words,
        x=0,
        xref="paper",
        y=target,
        xanchor="left",
        yanchor="bottom",
        color=palette.series[2],
        bgcolor="rgba(0,0,0,0)",
    )


def _end_label(
    figure: go.Figure, palette: Palette, words: str, *, x: float, y: float, right: float, target: float
) -> None:
    near_end = right - x < 0.1
    close = 0.85 * target < y < 1.1 * target
    note_at(
        figure,
        palette,
        words,
        x=x,
        y=y,
        xanchor="right" if near_end else "left",
        yanchor="top" if close else "bottom" if near_end else "middle",
        xshift=-4 if near_end else 6,
        yshift=-6 if close else 0,
        color=palette.series[0],
        bgcolor="rgba(0,0,0,0)",
    )


def _month_ticks(start: date, end: date) -> tuple[list[float], list[str]]:
    """Every third month of the period, with the year where it begins; only years when it is long."""
    months = [(y, m) for y in range(start.year, end.year + 1) for m in range(1, 13)]
    months = [(y, m) for y, m in months if date(y, m, 1) >= start.replace(day=1) and date(y, m, 1) <= end]
    step = 3 if len(months) <= 15 else 6 if len(months) <= 30 else 12
    chosen = months[::step]
    names = [
        f"{MONTHS[m - 1][:3]} {y}" if place == 0 or m == 1 else MONTHS[m - 1][:3] for place, (y, m) in enumerate(chosen)
    ]
    return [year_of(date(y, m, 1)) for y, m in chosen], names


def _day(value: object) -> date:
    day = to_date(value)
    if day is None:
        raise ValueError("marts.commitment_progress: period_start is never empty")
    return day


def _alt(commitment: Commitment, unit: str) -> str:
    """The promise, what is done of it as the chart's own row says it, and where it is heading."""
    low, high = commitment["forecast_low"], commitment["forecast_high"]
    forecast = f"Prognos vid periodens slut {number(low)} till {number(high)} {unit}." if given(low) else ""
    told = (text(commitment["commitment"]), text(commitment["claim"]))
    return " ".join(filter(None, (*(f"{words.rstrip('.')}." for words in told if words), forecast)))


def _table(points: pd.DataFrame, *, recurring: bool) -> pd.DataFrame:
    table = pd.DataFrame(
        {
            "Från": points["period_start"].map(date_iso),
            "Gjort": points["done"].map(plain),
            "Sammanlagt": points["cumulative"].map(plain),
            "Enligt plan": [number(value) if given(value) else "–" for value in points["planned"]],
        }
    )
    return table.drop(columns=["Sammanlagt", "Enligt plan"]) if recurring else table
