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
    """Runs of points of one series with values, unbroken by a change of definition or a missing value."""
    for _, series in points.groupby("series_id", sort=False, dropna=False):
        ordered = series.sort_values("x")
        starts_anew = ordered["break_before"].map(given).astype(bool) | ordered["value"].isna()
        for _, run in ordered.groupby(starts_anew.cumsum()):
            drawn = run[run["value"].notna()]
            if len(drawn):
                yield drawn


def break_note(found: Break) -> str:
    """What is printed below the chart about a break."""
    return f"Serien bryts {math.floor(found.at + 0.001)}: {found.words.rstrip('.')}."


def breaks(points: pd.DataFrame) -> tuple[Break, ...]:
    """The named breaks among the points, each once, first to last."""
    marked = points[points["break_before"].map(given).astype(bool)].drop_duplicates("x").sort_values("x")
    return tuple(Break(at=float(row.left), words=text(row.break_before)) for row in marked.itertuples(index=False))
