"""Cuts a series into the stretches that may be joined by a line."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from pages.view.formats import given, text


@dataclass(frozen=True, kw_only=True)
class Break:
    """Where the meaning of a series changes, and why. `at` is a point on the axis of years."""

    at: float
    words: str


def stretches(points: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Runs of points of one series with values, unbroken by a change of definition, a missing value or a gap."""
    for _, series in points.groupby("series_id", sort=False, dropna=False):
        ordered = series.sort_values("x")
        missing = ordered["value"].isna() | _after_a_gap(ordered["x"])
        starts_anew = ordered["break_before"].map(given).astype(bool) | missing
        for _, run in ordered.groupby(starts_anew.cumsum()):
            drawn = run[run["value"].notna()]
            if len(drawn):
                yield drawn


def _after_a_gap(x: pd.Series) -> pd.Series:
    """Points that lie further from the one before than points of this series usually do: something was not measured."""
    step = x.diff()
    usual = step[step > 0].min()
    return step > 1.5 * usual


def break_note(found: Break) -> str:
    """What is printed below the chart about a break."""
    return f"Serien bryts {math.floor(found.at + 0.001)}: {found.words.rstrip('.')}."


def breaks(points: pd.DataFrame) -> tuple[Break, ...]:
    """The named breaks among the points, each once, first to last."""
    marked = points[points["break_before"].map(given).astype(bool)].drop_duplicates("x").sort_values("x")
    return tuple(Break(at=float(row.left), words=text(row.break_before)) for row in marked.itertuples(index=False))
