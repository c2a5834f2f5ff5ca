"""A series as it is, without a verdict: crime counts or rates, or survey values, with its breaks and a baseline."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.view.chart_frame import break_line, end_of, framed, nice_top, note_at, year_of, year_ticks
from pages.view.chart_object import ChartObject, direction_text
from pages.view.formats import interval_sv, period_sv, plain, text, to_date, with_unit
from pages.view.hidden_points import NOT_ZERO, draw_hidden, hidden_rows, hidden_said, hidden_word
from pages.view.lines import break_note, breaks, stretches
from pages.view.palette import Palette, with_alpha

_MANY = 40
_EDGE = 0.15


@dataclass(frozen=True, kw_only=True)
class BaselineYears:
    """The stretch of time, on the axis of years, that a promise is compared with."""

    first: float
    last: float
    words: str


@dataclass(frozen=True, kw_only=True)
class SeriesText:
    """What a series is called; all of it is printed."""

    key: str
    title: str
    subtitle: str
    unit: str
    good: str
    source: str
    value_heading: str
    more: str = ""
    notes: tuple[str, ...] = ()


def series_chart(
    points: pd.DataFrame, words: SeriesText, palette: Palette, baseline: BaselineYears | None = None
) -> ChartObject | None:
    """Columns used: series_id, period, period_start, period_end, value, low, high, preliminary, break_before,
    rolling (strong line, may be empty), label (end label of the line, may be empty), extra (hover);
    limit_low, limit_high and centre where the usual swings of a series are known.
    None when nothing was measured."""
    shown = _placed(points)
    if not shown["value"].notna().any():
        return None
    figure = go.Figure()
    known = shown[shown["value"].notna()]
    placed = pd.concat([known, hidden_rows(shown)])
    span = (math.floor(placed["left"].min()), placed["right"].max())
    y_range = _y_range(words.unit, known)
    draw_hidden(figure, shown, palette)
    if baseline:
        _baseline(figure, baseline, span, palette)
    for place, (_, series) in enumerate(shown.groupby("series_id", sort=False)):
        _usual_swings(figure, series, palette)
        _one(figure, series, palette, palette.series[place % len(palette.series)], words)
    known_breaks = breaks(shown[shown["left"] > span[0]])
    for found in known_breaks:
        break_line(figure, palette, x=found.at, top=y_range[1])
    _say_preliminary(figure, known, palette)
    framed(figure, palette, x_range=_aired(span), x_ticks=year_ticks(*span), y_range=y_range)
    return ChartObject(
        key=words.key,
        figure=figure,
        title=words.title,
        subtitle=words.subtitle,
        alt=" ".join(filter(None, (_alt(words, known), hidden_said(shown)))),
        direction=direction_text(words.good),
        table=_table(placed, words),
        numeric=(words.value_heading,),
        raw=points,
        source=words.source,
        data_through=to_date(known["period_end"].max()),
        notes=(
            *map(break_note, known_breaks),
            *(("Ihåliga punkter är preliminära.",) if _hollow(known).any() else ()),
            *((NOT_ZERO,) if len(hidden_rows(shown)) else ()),
            *words.notes,
        ),
        more=words.more,
    )


def _placed(points: pd.DataFrame) -> pd.DataFrame:
    shown = points.copy()
    shown["left"] = [year_of(to_date(day)) for day in shown["period_start"]]  # type: ignore[arg-type]
    shown["right"] = [end_of(to_date(day)) for day in shown["period_end"]]  # type: ignore[arg-type]
    shown["x"] = (shown["left"] + shown["right"]) / 2
    return shown


def _aired(span: tuple[float, float]) -> tuple[float, float]:
    return span[0], span[1] + 0.02 * (span[1] - span[0])


def _y_range(unit: str, known: pd.DataFrame) -> tuple[float, float]:
    if unit == "procent":
        return (0.0, 100.0)
    if unit.startswith("index 0"):
        return (0.0, float(unit.replace("-", "–").rsplit("–", 1)[-1]))
    drawn = ["value"] if len(known) > _MANY else ["value", "high"]
    if "limit_high" in known:
        drawn.append("limit_high")
    return (0.0, nice_top(float(known[drawn].max().max())))


def _usual_swings(figure: go.Figure, series: pd.DataFrame, palette: Palette) -> None:
    """Dashed limits and a thin middle, where they are known; behind the series itself."""
    for name, dash in (("limit_low", "dash"), ("centre", "dot"), ("limit_high", "dash")):
        if name in series and series[name].notna().any():
            figure.add_scatter(
                x=series["x"],
                y=series[name],
                mode="lines",
                line={"color": palette.baseline, "width": 1.2, "dash": dash},
                hoverinfo="skip",
            )


def _hollow(points: pd.DataFrame) -> pd.Series:
    return points["preliminary"].fillna(False).astype(bool)


def _say_preliminary(figure: go.Figure, known: pd.DataFrame, palette: Palette) -> None:
    """The word beside the last hollow points, below them all."""
    hollow = known[_hollow(known)]
    if len(hollow):
        last = float(hollow["right"].max())
        note_at(figure, palette, "preliminära ○", x=last, y=0, xanchor="right", yanchor="bottom", yshift=2)


def _baseline(figure: go.Figure, baseline: BaselineYears, span: tuple[float, float], palette: Palette) -> None:
    figure.add_shape(
        type="rect",
        x0=baseline.first,
        x1=baseline.last,
        y0=0,
        y1=1,
        yref="paper",
        layer="below",
        line={"width": 0},
        fillcolor=with_alpha(palette.baseline, 0.15),
    )
    middle = (baseline.first + baseline.last) / 2
    # Near an edge the word grows inwards, so that it is not cut.
    x, anchor = middle, "center"
    if middle > span[1] - _EDGE * (span[1] - span[0]):
        x, anchor = baseline.last, "right"
    elif middle < span[0] + _EDGE * (span[1] - span[0]):
        x, anchor = baseline.first, "left"
    note_at(
        figure, palette, baseline.words, x=x, xanchor=anchor, y=1, yref="paper", yanchor="bottom",
        bgcolor="rgba(0,0,0,0)",
    )  # fmt: skip


def _one(figure: go.Figure, series: pd.DataFrame, palette: Palette, colour: str, words: SeriesText) -> None:
    many = len(series) > _MANY
    rolling = series["rolling"].notna().any()
    light = with_alpha(colour, 0.35)
    for run in stretches(series):
        figure.add_scatter(
            x=run["x"],
            y=run["value"],
            mode="lines",
            line={"color": light if rolling else colour, "width": 1 if rolling else 2.5},
            hoverinfo="skip",
        )
        _points(figure, run, palette, light if rolling else colour, words, small=many)
    if rolling:
        figure.add_scatter(
            x=series["x"],
            y=series["rolling"],
            mode="lines",
            line={"color": colour, "width": 3},
            hoverinfo="skip",
        )
    last = series[series["value"].notna()].tail(1)
    label = text(last["label"].iloc[0]) if len(last) else ""
    if label:
        note_at(
            figure, palette, label, x=float(last["x"].iloc[0]), y=float(last["value"].iloc[0]),
            xanchor="right", yanchor="bottom", yshift=8, color=colour,
        )  # fmt: skip


def _points(
    figure: go.Figure, run: pd.DataFrame, palette: Palette, colour: str, words: SeriesText, *, small: bool
) -> None:
    has_interval = run["low"].notna().any() and not small
    figure.add_scatter(
        x=run["x"],
        y=run["value"],
        mode="markers",
        marker={
            "size": 4 if small else 7,
            "color": [palette.paper if hollow else colour for hollow in _hollow(run)],
            "line": {"color": colour, "width": 1.5},
        },
        error_y={
            "type": "data",
            "symmetric": False,
            "array": (run["high"] - run["value"]).fillna(0).tolist(),
            "arrayminus": (run["value"] - run["low"]).fillna(0).tolist(),
            "thickness": 1.1,
            "width": 0,
            "color": colour,
        }
        if has_interval
        else None,
        text=[_hover(row, words) for row in run.to_dict("records")],
        hovertemplate="%{text}<extra></extra>",
    )


def _hover(row: Mapping[Any, Any], words: SeriesText) -> str:
    parts = [f"<b>{period_sv(row['period'])}: {with_unit(row['value'], words.unit)}</b>", text(row["extra"])]
    if interval_sv(row["low"], row["high"], words.unit):
        parts.append(f"95 %-intervall {interval_sv(row['low'], row['high'], words.unit)}")
    if row["preliminary"] is True:
        parts.append("preliminär siffra")
    return "<br>".join(part for part in parts if part)


def _alt(words: SeriesText, known: pd.DataFrame) -> str:
    ordered = known.sort_values("x")
    first, last = ordered.iloc[0], ordered.iloc[-1]
    top, low = known.loc[known["value"].idxmax()], known.loc[known["value"].idxmin()]
    said = (
        f"{words.title} {words.subtitle}. Linjediagram.",
        f"{period_sv(first['period'])}: {plain(first['value'], words.unit)};",
        f"{period_sv(last['period'])}: {plain(last['value'], words.unit)}.",
        f"Högst {plain(top['value'], words.unit)} ({period_sv(top['period'])}),",
        f"lägst {plain(low['value'], words.unit)} ({period_sv(low['period'])}).",
        words.more,
    )
    return " ".join(filter(None, said))


def _table(known: pd.DataFrame, words: SeriesText) -> pd.DataFrame:
    ordered = known.sort_values(["x", "series_id"], ascending=[False, True])
    limits = zip(ordered["low"], ordered["high"], strict=True)
    about = zip(ordered["extra"], _hollow(ordered), strict=True)
    table = pd.DataFrame(
        {
            "Period": ordered["period"].map(period_sv),
            words.value_heading: [
                hidden_word(row.get("hidden_reason")) or with_unit(row["value"], words.unit)
                for row in ordered.to_dict("records")
            ],
            "95 %-intervall": [interval_sv(low, high, words.unit) or "–" for low, high in limits],
            "Serie": ordered["label"].map(text),
            "Om siffran": [
                ", ".join(filter(None, (text(extra), "preliminär" if hollow else ""))) for extra, hollow in about
            ],
        }
    )
    empty = [name for name in table.columns[2:] if table[name].isin(["", "–"]).all()]
    return table.drop(columns=empty)
