"""A goal against its own past: baseline band over its own years, promise time shaded, what was measured on top."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.view.chart_frame import (
    HEIGHT,
    break_line,
    end_of,
    framed,
    note_at,
    year_of,
    year_ticks,
)
from pages.view.chart_object import ChartObject, direction_text
from pages.view.formats import given, interval_sv, period_sv, plain, shown_value, text, to_date, with_unit
from pages.view.goal_axis import (
    BASELINE,
    DURING,
    MANY,
    Goal,
    notes_of,
    placed,
    promise_words,
    room_above,
    subtitle,
    unit_of,
    value_range,
    year_range,
)
from pages.view.lines import breaks, stretches
from pages.view.palette import Palette, with_alpha

# A handful of values needs no tall chart.
_FEW, _LOW = 6, 260
_AIR = 0.015


def goal_chart(goal: Goal, points: pd.DataFrame, palette: Palette, place: str = "") -> ChartObject | None:
    """The chart of one row of marts.goal_verdict with its rows of marts.goal_point; None when nothing was measured."""
    shown = placed(goal, points)
    if not shown["value"].notna().any():
        return None
    figure = go.Figure()
    span = year_range(goal, shown)
    y_range = value_range(goal, shown)
    _promise_time(figure, goal, palette)
    _baseline(figure, goal, shown, palette, to=span[1])
    for run in stretches(shown):
        _measured(figure, run, palette)
    _value_labels(figure, goal, shown, palette)
    for found in breaks(shown):
        break_line(figure, palette, x=found.at, top=y_range[1])
    height = _LOW if shown["value"].count() <= _FEW else HEIGHT
    aired = (span[0], span[1] + _AIR * (span[1] - span[0]))
    framed(figure, palette, x_range=aired, x_ticks=year_ticks(*span), y_range=y_range, height=height)
    return ChartObject(
        key=f"mal-{text(goal['goal_id'])}",
        figure=figure,
        title=text(goal["claim"]) or text(goal["goal"]),
        subtitle=subtitle(goal, shown, place),
        alt=text(goal["alt"]) or f"{text(goal['claim'])}. {subtitle(goal, shown, place)}",
        direction=direction_text(text(goal["good"])),
        table=_table(goal, shown),
        numeric=("Värde", "Antal", "Svarande"),
        raw=shown.drop(columns=["x", "left", "right"]),
        source=text(goal["source"]) or ", ".join(dict.fromkeys(shown["source"].map(text))),
        data_through=to_date(goal["data_through"]),
        notes=notes_of(goal, shown),
    )


def _promise_time(figure: go.Figure, goal: Goal, palette: Palette) -> None:
    start, end = to_date(goal["followup_from"]), to_date(goal["followup_to"])
    if start is None or end is None:
        return
    x0, x1 = year_of(start), end_of(end)
    figure.add_shape(
        type="rect",
        x0=x0,
        x1=x1,
        y0=0,
        y1=1,
        yref="paper",
        layer="below",
        line={"width": 0},
        fillcolor=with_alpha(palette.series[0], 0.10),
    )
    # The weeks of a survey are too narrow to hold the word.
    x, anchor = (x1, "right") if x1 - x0 < 0.7 else ((x0 + x1) / 2, "center")
    words = promise_words(x0, x1)
    note_at(figure, palette, words, x=x, xanchor=anchor, y=1, yref="paper", yanchor="bottom", bgcolor="rgba(0,0,0,0)")


def _baseline(figure: go.Figure, goal: Goal, shown: pd.DataFrame, palette: Palette, *, to: float) -> None:
    """The band spans lowest to highest measured in the baseline years; the line carries their level onward."""
    start, end = to_date(goal["baseline_from"]), to_date(goal["baseline_to"])
    own = shown[(shown["role"] == BASELINE) & shown["used"].astype(bool)]["value"].dropna()
    level = goal["baseline_value"]
    if start is None or end is None or own.empty or not given(level):
        return
    x0, x1 = year_of(start), end_of(end)
    if len(own) > 1:
        figure.add_shape(
            type="rect",
            x0=x0,
            x1=x1,
            y0=own.min(),
            y1=own.max(),
            layer="below",
            line={"width": 0},
            fillcolor=with_alpha(palette.baseline, 0.15),
        )
    for begin, finish, width, dash in ((x0, x1, 3, "solid"), (x1, to, 1.2, "dash")):
        figure.add_shape(
            type="line",
            x0=begin,
            x1=finish,
            y0=level,
            y1=level,
            layer="below",
            line={"color": palette.baseline, "width": width, "dash": dash},
        )
    note_at(
        figure,
        palette,
        f"utgångsläge {plain(level, unit_of(goal, shown))}",
        x=to,
        y=float(level),
        xanchor="right",
        **({"yanchor": "bottom"} if room_above(shown, float(level), to) else {"yanchor": "top", "yshift": -6}),
    )


def _measured(figure: go.Figure, run: pd.DataFrame, palette: Palette) -> None:
    """One stretch: a line, and its points with intervals; unused ones lighter, preliminary ones hollow."""
    colour = palette.series[0]
    light = with_alpha(colour, 0.45)
    many = len(run) > MANY
    used = run["used"].astype(bool)
    figure.add_scatter(
        x=run["x"],
        y=run["value"],
        mode="lines",
        line={"color": light, "width": 1.5},
        hoverinfo="skip",
    )
    for part, shade in ((run[~used], light), (run[used], colour)):
        if part.empty:
            continue
        hollow = part["preliminary"].fillna(False).astype(bool)
        figure.add_scatter(
            x=part["x"],
            y=part["value"],
            mode="markers",
            marker={
                "size": 5 if many else 9,
                "color": [palette.paper if h else shade for h in hollow],
                "line": {"color": shade, "width": 1.5},
            },
            error_y=_whiskers(part, shade) if not many and part["low"].notna().any() else None,
            text=[_hover(row) for row in part.to_dict("records")],
            hovertemplate="%{text}<extra></extra>",
        )


def _whiskers(part: pd.DataFrame, colour: str) -> dict[str, Any]:
    return {
        "type": "data",
        "symmetric": False,
        "array": (part["high"] - part["value"]).fillna(0).tolist(),
        "arrayminus": (part["value"] - part["low"]).fillna(0).tolist(),
        "thickness": 1.2,
        "width": 0,
        "color": colour,
    }


def _hover(row: Mapping[Any, Any]) -> str:
    lines = [f"<b>{period_sv(row['period'])}: {with_unit(row['value'], row['unit'])}</b>"]
    if given(row["count"]):
        lines.append(f"{plain(row['count'])} anmälda brott")
    if interval_sv(row["low"], row["high"], row["unit"]):
        lines.append(f"95 %-intervall {interval_sv(row['low'], row['high'], row['unit'])}")
    if given(row["answers"]):
        lines.append(f"{plain(row['answers'])} svarande")
    if row["preliminary"] is True:
        lines.append("preliminär siffra")
    return "<br>".join(lines)


def _value_labels(figure: go.Figure, goal: Goal, shown: pd.DataFrame, palette: Palette) -> None:
    """The figures that the verdict compares stand beside their points."""
    during = shown[shown["used"].astype(bool) & (shown["role"] == DURING) & shown["value"].notna()]
    if 0 < len(during) <= 3:
        for row in during.itertuples(index=False):
            top = row.high if given(row.high) else row.value
            note_at(
                figure,
                palette,
                f"<b>{plain(row.value, row.unit)}</b>",
                x=float(row.x),
                y=float(top),
                yanchor="bottom",
                yshift=4 if given(row.high) else 8,
                color=palette.series[0],
                bgcolor="rgba(0,0,0,0)",
            )


def _table(goal: Goal, shown: pd.DataFrame) -> pd.DataFrame:
    unit = unit_of(goal, shown)
    limits = zip(shown["low"], shown["high"], strict=True)
    uses = zip(shown["role"], shown["used"], strict=True)
    table = pd.DataFrame(
        {
            "Period": shown["period"].map(period_sv),
            "Värde": [shown_value(value, unit, n) for value, n in zip(shown["value"], shown["answers"], strict=True)],
            "95 %-intervall": [interval_sv(low, high, unit) or "–" for low, high in limits],
            "Antal": shown["count"].map(plain),
            "Svarande": shown["answers"].map(plain),
            "Används som": [text(role) if used else "visas bara" for role, used in uses],
        }
    )
    empty = [name for name in ("95 %-intervall", "Antal", "Svarande") if (table[name] == "–").all()]
    return table.drop(columns=empty)
