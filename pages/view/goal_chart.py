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
    nice_top,
    note_at,
    year_of,
    year_ticks,
)
from pages.view.chart_object import ChartObject, direction_text
from pages.view.formats import given, interval_sv, period_sv, plain, shown_value, text, to_date, with_unit
from pages.view.lines import break_note, breaks, stretches
from pages.view.palette import Palette, with_alpha

_YEARS_BEFORE, _YEARS_AFTER = 7, 9
_BASELINE, _DURING = "utgångsläge", "löftestid"
_MANY = 30
# A handful of values needs no tall chart.
_FEW, _LOW = 6, 260
_FEWEST_YEARS, _AIR = 4, 0.015
Goal = Mapping[str, Any]


def goal_chart(goal: Goal, points: pd.DataFrame, palette: Palette, place: str = "") -> ChartObject | None:
    """The chart of one row of marts.goal_verdict with its rows of marts.goal_point; None when nothing was measured."""
    shown = _placed(goal, points)
    if not shown["value"].notna().any():
        return None
    figure = go.Figure()
    left, right = shown["left"].min(), shown["right"].max()
    span = _wide_enough(
        min(left, _year(goal, "baseline_from", left)), max(right, _year_end(goal, "followup_to", right))
    )
    y_range = _y_range(goal, shown)
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
        subtitle=_subtitle(goal, shown, place),
        alt=text(goal["alt"]) or f"{text(goal['claim'])}. {_subtitle(goal, shown, place)}",
        direction=direction_text(text(goal["good"])),
        table=_table(goal, shown),
        numeric=("Värde", "Antal", "Svarande"),
        raw=shown.drop(columns=["x", "left", "right"]),
        source=text(goal["source"]) or ", ".join(dict.fromkeys(shown["source"].map(text))),
        data_through=to_date(goal["data_through"]),
        notes=_notes(goal, shown),
    )


def _placed(goal: Goal, points: pd.DataFrame) -> pd.DataFrame:
    """The points near the promise, with their place on the axis of years."""
    shown = points.copy()
    shown["left"] = [year_of(to_date(day) or _never()) for day in shown["period_start"]]
    shown["right"] = [end_of(to_date(day) or _never()) for day in shown["period_end"]]
    shown["x"] = (shown["left"] + shown["right"]) / 2
    first = _year(goal, "baseline_from", shown["left"].min()) - _YEARS_BEFORE
    last = _year_end(goal, "followup_to", shown["right"].max()) + _YEARS_AFTER
    return shown[(shown["left"] >= first) & (shown["right"] <= last)].sort_values(["series_id", "x"])


def _never() -> Any:
    raise ValueError("marts.goal_point: period_start and period_end are never empty")


def _year(goal: Goal, name: str, otherwise: float) -> float:
    day = to_date(goal[name])
    return year_of(day) if day else otherwise


def _year_end(goal: Goal, name: str, otherwise: float) -> float:
    day = to_date(goal[name])
    return end_of(day) if day else otherwise


def _wide_enough(first: float, last: float) -> tuple[float, float]:
    """Air around a goal that was only measured a time or two."""
    return (first, last) if last - first >= _FEWEST_YEARS else (first - 1, last + 1)


def _y_range(goal: Goal, shown: pd.DataFrame) -> tuple[float, float]:
    unit = _unit(goal, shown)
    if unit == "procent":
        return (0.0, 100.0)
    if unit.startswith("index 0"):
        return (0.0, float(unit.rsplit("–", 1)[-1].rsplit("-", 1)[-1]))
    drawn = ["value"] if len(shown) > _MANY else ["value", "high"]
    level = float(goal["baseline_value"]) if given(goal["baseline_value"]) else 0.0
    return (0.0, nice_top(max(float(shown[drawn].max().max()), level)))


def _unit(goal: Goal, shown: pd.DataFrame) -> str:
    units = [text(unit) for unit in shown["unit"] if given(unit)]
    return units[0] if units else text(goal["unit"])


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
    # The weeks of a survey are no year, and too narrow to hold the word.
    short = x1 - x0 < 0.7
    words = "uppföljning" if short else "löftesår" if x1 - x0 < 1.05 else "löftestid"
    x, anchor = (x1, "right") if short else ((x0 + x1) / 2, "center")
    note_at(figure, palette, words, x=x, xanchor=anchor, y=1, yref="paper", yanchor="bottom", bgcolor="rgba(0,0,0,0)")


def _baseline(figure: go.Figure, goal: Goal, shown: pd.DataFrame, palette: Palette, *, to: float) -> None:
    """The band spans lowest to highest measured in the baseline years; the line carries their level onward."""
    start, end = to_date(goal["baseline_from"]), to_date(goal["baseline_to"])
    own = shown[(shown["role"] == _BASELINE) & shown["used"].astype(bool)]["value"].dropna()
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
        f"utgångsläge {plain(level, _unit(goal, shown))}",
        x=to,
        y=float(level),
        xanchor="right",
        **({"yanchor": "bottom"} if _room_above(shown, float(level), to) else {"yanchor": "top", "yshift": -6}),
    )


def _room_above(shown: pd.DataFrame, level: float, to: float) -> bool:
    """Whether fewer points, and no figure written over its point, stand above the level at the right of the chart."""
    near = shown[(shown["x"] > to - 0.22 * (to - shown["left"].min())) & shown["value"].notna()]
    written = near[near["used"].astype(bool) & (near["role"] == _DURING)]["value"].tail(3)
    if ((written - level).abs() < 0.15 * max(level, shown["value"].max())).any():
        return False
    return bool((near["value"] >= level).sum() < (near["value"] < level).sum())


def _measured(figure: go.Figure, run: pd.DataFrame, palette: Palette) -> None:
    """One stretch: a line, and its points with intervals; unused ones lighter, preliminary ones hollow."""
    colour = palette.series[0]
    light = with_alpha(colour, 0.45)
    many = len(run) > _MANY
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
    during = shown[shown["used"].astype(bool) & (shown["role"] == _DURING) & shown["value"].notna()]
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


def _subtitle(goal: Goal, shown: pd.DataFrame, place: str) -> str:
    where = " · ".join(filter(None, (text(goal["area_name"]) or place, text(goal["group_name"]))))
    unit = _unit(goal, shown)
    first, last = int(shown["left"].min()), int(shown["right"].max() - 0.001)
    years = str(first) if first == last else f"{first}–{last}"
    return ", ".join(filter(None, (where, text(goal["indicator_name"]), unit, years)))


def _table(goal: Goal, shown: pd.DataFrame) -> pd.DataFrame:
    unit = _unit(goal, shown)
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


def _notes(goal: Goal, shown: pd.DataFrame) -> tuple[str, ...]:
    notes = [text(goal["baseline_note"]), *map(break_note, breaks(shown))]
    if not shown["used"].astype(bool).all():
        notes.append("Ljusare punkter visas men ingår inte i bedömningen.")
    if shown["preliminary"].fillna(False).astype(bool).any():
        notes.append("Ihåliga punkter är preliminära.")
    if text(goal["measure"]) == "enkät" and shown["low"].isna().all():
        notes.append("Publicerade värden utan antal svarande: inget intervall kan räknas ut.")
    return tuple(note for note in notes if note)
