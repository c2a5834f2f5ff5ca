"""A goal against its own past as a scene: baseline, promise time, what was measured, breaks and what is not shown."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from math import ceil, floor
from typing import Any

import pandas as pd

from pages.documents.picture_plot import Plot, axes, plot_of, rows_of, words_below
from pages.documents.picture_scene import Anchor, Box, Dot, Line, Mark, Scene, Words
from pages.documents.picture_text import covered, text_width
from pages.view.chart_frame import end_of, year_of
from pages.view.chart_object import direction_text
from pages.view.formats import given, plain, text, to_date, with_unit
from pages.view.goal_axis import (
    BASELINE,
    DURING,
    MANY,
    Goal,
    placed,
    promise_words,
    unit_of,
    value_range,
    year_range,
)
from pages.view.lines import breaks, stretches

_LIGHT = 0.55
_SIDES: tuple[tuple[int, Anchor], ...] = ((-5, "end"), (5, "start"))
_YEAR = 12
_LABELLED = 3
_SHORT_NAME, _COST = "före", 8


def goal_scene(
    goal: Goal, points: pd.DataFrame, *, width: float, height: float, size: float, brief: bool = False
) -> Scene | None:
    """The scene of one row of marts.goal_verdict with its rows of marts.goal_point; None when nothing was measured.

    `size` is that of all text in pixels. `brief` leaves out what the marks mean, for letters to be read from afar.
    """
    shown = placed(goal, points)
    if not shown["value"].notna().any():
        return None
    unit, monthly = unit_of(goal, shown), len(shown) > MANY
    items, years = _items(goal, shown, explained=monthly and not brief), year_range(goal, shown)
    plot = plot_of(
        years=years if monthly else (floor(years[0]), ceil(years[1])),
        top=value_range(goal, shown)[1],
        percent=unit == "procent",
        width=width,
        height=height,
        size=size,
        rows_below=rows_of(items, width=width, size=size),
    )
    marks: list[Mark] = [*_promise_time(goal, plot), *axes(plot, percent=unit == "procent")]
    level, series = _baseline(goal, shown, plot), list[Mark]()
    for run in stretches(shown):
        series += _months(run, plot) if monthly else _measured(run, plot)
    said = [*_hidden(goal, shown, plot), *_levels(goal, shown, plot, unit)]
    said += _breaks(shown, plot, drawn=[*series, *said])
    # The name of the baseline is the only one that may meet the series, and then it stays behind it.
    name = _baseline_name(goal, plot, unit, drawn=[*level, *series, *said])
    marks += [*level, *name, *series, *said, *words_below(plot, items)]
    return Scene(width=width, height=height, marks=tuple(marks))


def _items(goal: Goal, shown: pd.DataFrame, *, explained: bool) -> list[str]:
    """What is said below the plot: the good direction first."""
    hollow = shown["preliminary"].fillna(False).astype(bool).any()
    said = (
        direction_text(text(goal["good"])),
        "Prickar: månader. Linje: 12 månader i taget." if explained else "",
        "Ihålig: preliminär." if hollow else "",
    )
    return [words for words in said if words]


def _promise_time(goal: Goal, plot: Plot) -> list[Mark]:
    start, end = to_date(goal["followup_from"]), to_date(goal["followup_to"])
    if start is None or end is None:
        return []
    x0, x1 = plot.x(year_of(start)), plot.x(end_of(end))
    name = plot.words(promise_words(year_of(start), end_of(end)), x=(x0 + x1) / 2, y=plot.above, anchor="middle")
    return [
        Box(x=x0, y=plot.above, width=x1 - x0, height=plot.below - plot.above, role="accent", opacity=0.1),
        replace(name, y=plot.above - 0.4 * plot.size, halo=False),
    ]


def _baseline(goal: Goal, shown: pd.DataFrame, plot: Plot) -> list[Mark]:
    start, end = to_date(goal["baseline_from"]), to_date(goal["baseline_to"])
    own = shown[(shown["role"] == BASELINE) & shown["used"].astype(bool)]["value"].dropna()
    if start is None or end is None or own.empty or not given(goal["baseline_value"]):
        return []
    level = float(goal["baseline_value"])
    x0, x1, y, pen = plot.x(year_of(start)), plot.x(end_of(end)), plot.y(level), plot.pen
    low, high = plot.y(own.min()), plot.y(own.max())
    return [
        Box(x=x0, y=high, width=x1 - x0, height=low - high, role="baseline", opacity=0.15),
        Line(points=((x0, y), (x1, y)), role="baseline", width=2.5 * pen),
        Line(
            points=((x1, y), (plot.right, y)), role="baseline", width=1.2 * plot.pen, dash=(5 * plot.pen, 4 * plot.pen)
        ),
    ]


def _baseline_name(goal: Goal, plot: Plot, unit: str, *, drawn: list[Mark]) -> list[Mark]:
    """The name and value of the baseline beside its line, where it covers least of what is drawn."""
    if not any(isinstance(mark, Line) and mark.role == "baseline" and mark.dash for mark in drawn):
        return []
    level = float(goal["baseline_value"])
    y = plot.y(level)
    end = plot.x(end_of(to_date(goal["baseline_to"]) or date.max))
    places: list[tuple[float, Anchor]] = [(plot.right, "end"), (end + 4, "start"), (end - 4, "end")]
    # The short name is for large letters in a small picture.
    choices = [
        plot.words(f"{name} {shown_figure(level, unit)}", x=x, y=y + shift * plot.size, anchor=anchor)
        for name in ("utgångsläge", _SHORT_NAME)
        for x, anchor in places
        for shift in (-0.4, 1.15)
    ]
    return [min(choices, key=lambda words: covered(words, drawn) + _COST * words.text.startswith(_SHORT_NAME))]


def _breaks(shown: pd.DataFrame, plot: Plot, *, drawn: list[Mark]) -> Iterator[Mark]:
    """A dotted line where the meaning of the series changes, named beside it where the words cover least."""
    taken = [*drawn]
    for found in breaks(shown):
        x, pen = plot.x(found.at), plot.pen
        yield Line(points=((x, plot.above), (x, plot.below)), role="muted", width=pen, dash=(1.5 * pen, 3 * pen))
        choices = [
            _break_words(plot, str(int(found.at + 0.001)), x=x + shift * pen, y=y, anchor=anchor)
            for y in (plot.above + 1.05 * plot.size, plot.below - 1.6 * plot.size, (plot.above + plot.below) / 2)
            for shift, anchor in _SIDES
            if anchor == "start" or x - text_width("serien bryts", plot.size) > plot.left + 5 * pen
        ]
        best = min(choices, key=lambda words: sum(covered(line, taken) for line in words))
        taken += best
        yield from best


def _break_words(plot: Plot, year: str, *, x: float, y: float, anchor: Anchor) -> list[Words]:
    lines = enumerate(("serien bryts", year))
    return [plot.words(words, x=x, y=y + 1.2 * plot.size * row, anchor=anchor) for row, words in lines]


def _measured(run: pd.DataFrame, plot: Plot) -> Iterator[Mark]:
    """One stretch of years or waves: a line, whiskers, and dots that are lighter where they decide nothing."""
    width = max(1.5, 0.11 * plot.size)
    if len(run) > 1:
        line = tuple((plot.x(x), plot.y(y)) for x, y in zip(run["x"], run["value"], strict=True))
        yield Line(points=line, role="accent", width=width, opacity=_LIGHT)
    for row in run.to_dict("records"):
        x, shade = plot.x(row["x"]), 1 if row["used"] else _LIGHT
        if given(row["low"]) and given(row["high"]):
            limits = ((x, plot.y(row["high"])), (x, plot.y(row["low"])))
            yield Line(points=limits, role="accent", width=0.8 * width, opacity=shade)
        hollow = row["preliminary"] is True
        yield Dot(x=x, y=plot.y(row["value"]), radius=0.33 * plot.size, role="accent", hollow=hollow, opacity=shade)


def _months(run: pd.DataFrame, plot: Plot) -> Iterator[Mark]:
    """One stretch of months: light dots, and the mean of the latest twelve as a strong line."""
    for row in run.to_dict("records"):
        hollow = row["preliminary"] is True
        yield Dot(
            x=plot.x(row["x"]), y=plot.y(row["value"]), radius=0.16 * plot.size, role="accent", hollow=hollow,
            opacity=_LIGHT,
        )  # fmt: skip
    rolling = run["value"].rolling(_YEAR).mean()
    line = tuple((plot.x(x), plot.y(y)) for x, y in zip(run["right"], rolling, strict=True) if given(y))
    if len(line) > 1:
        yield Line(points=line, role="accent", width=max(2.0, 0.17 * plot.size))


def _levels(goal: Goal, shown: pd.DataFrame, plot: Plot, unit: str) -> Iterator[Mark]:
    """The figures that the verdict compares with the baseline: beside their points, or as the level of their time."""
    during = shown[shown["used"].astype(bool) & (shown["role"] == DURING) & shown["value"].notna()]
    if len(during) <= _LABELLED:
        written: list[Mark] = []
        for row in during.to_dict("records"):
            high = plot.y(row["high"] if given(row["high"]) else row["value"]) - 0.55 * plot.size
            low = plot.y(row["low"] if given(row["low"]) else row["value"]) + 1.25 * plot.size
            over, under = (_figure(plot, row["value"], unit, x=plot.x(row["x"]), y=y) for y in (high, low))
            written.append(under if covered(over, written) else over)
        yield from written
        return
    start, end = to_date(goal["followup_from"]), to_date(goal["followup_to"])
    if start is None or end is None or not given(goal["followup_value"]):
        return
    x0, x1, level = plot.x(year_of(start)), plot.x(end_of(end)), float(goal["followup_value"])
    baseline = float(goal["baseline_value"]) if given(goal["baseline_value"]) else 0.0
    y = plot.y(level)
    yield Line(points=((x0, y), (x1, y)), role="ink", width=2.5 * plot.pen)
    below = y + 1.25 * plot.size
    yield _figure(plot, level, unit, x=(x0 + x1) / 2, y=y - 0.55 * plot.size if level >= baseline else below)


def _figure(plot: Plot, value: Any, unit: str, *, x: float, y: float) -> Words:
    return plot.words(shown_figure(value, unit), x=x, y=y, anchor="middle", bold=True, role="ink")


def shown_figure(value: Any, unit: str) -> str:
    """A value as it is written in the plot: rates and indexes bare, shares with their sign."""
    return with_unit(value, unit) if unit == "procent" else plain(value, unit)


def _hidden(goal: Goal, shown: pd.DataFrame, plot: Plot) -> Iterator[Mark]:
    """A gap that says why: each run of values that exist but are not shown."""
    counted = text(goal["measure"]) == "brott"
    missing = shown["value"].isna() & shown.apply(lambda row: _is_hidden(row, counted=counted), axis=1).astype(bool)
    for _, run in shown[missing].groupby((~missing).cumsum()[missing]):
        x0, x1 = plot.x(run["left"].min()), plot.x(run["right"].max())
        yield Box(x=x0, y=plot.above, width=x1 - x0, height=plot.below - plot.above, role="baseline", opacity=0.08)
        words = "färre än 5" if run.apply(_is_few, axis=1).all() else "visas inte"
        yield plot.words(words, x=(x0 + x1) / 2, y=plot.below - 0.5 * plot.size, anchor="middle")


def _is_hidden(row: Any, *, counted: bool) -> bool:
    """A row that is there without its figure; reported crime has none but for that."""
    if text(row.get("hidden_reason")):
        return True
    return not given(row["count"]) if counted else given(row["answers"]) and int(row["answers"]) > 0


def _is_few(row: Any) -> bool:
    return text(row.get("hidden_reason")).startswith("färre än 5")
