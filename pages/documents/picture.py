"""A goal as a still picture: small SVG for pages without script, PNG that carries its claim and source with it."""

import re
from dataclasses import replace
from typing import Literal

import pandas as pd

from pages.documents.picture_goal import goal_scene
from pages.documents.picture_png import png
from pages.documents.picture_scene import Line, Mark, Scene, Words
from pages.documents.picture_svg import svg
from pages.documents.picture_text import wrapped
from pages.view.formats import NBSP, day_sv, text
from pages.view.goal_axis import Goal, placed, subtitle
from pages.view.palette import Palette

_TEXT, _PNG_SHARE, _LARGE_SHARE = 14, 1 / 26, 1 / 30
_LINE = 1.3


def goal_picture(
    goal: Goal,
    points: pd.DataFrame,
    *,
    palette: Palette,
    kind: Literal["svg", "png"],
    width: int,
    height: int,
    large_type: bool = False,
    smallest: float | None = None,
    place: str = "",
) -> bytes:
    """The picture of one row of marts.goal_verdict with its rows of marts.goal_point; empty when nothing was measured.

    SVG is the plot alone, for a page that says the claim and the source around it. PNG holds all of it. `width` and
    `height` are pixels. Text is 14 pixels (PNG: 1/26 of the height); with `large_type` 1/30 of the height, or
    `smallest` where the picture is only a part of a screen. `place` is the name of the municipality.
    """
    size = smallest or (height * (_LARGE_SHARE if large_type else _PNG_SHARE if kind == "png" else 0) or _TEXT)
    if kind == "svg":
        scene = goal_scene(goal, points, width=width, height=height, size=size, brief=large_type)
        if scene is None:
            return b""
        claim = text(goal["claim"]) or text(goal["goal"])
        return svg(scene, palette, key=_key(goal, width), title=claim, description=text(goal["alt"]) or claim).encode()
    whole = _with_words(goal, points, width=width, height=height, size=size, place=place)
    return png(whole, palette) if whole else b""


def _key(goal: Goal, width: int) -> str:
    return f"bild-{re.sub(r'[^A-Za-z0-9]+', '-', text(goal['goal_id'])).lower()}-{width}"


def _with_words(goal: Goal, points: pd.DataFrame, *, width: int, height: int, size: float, place: str) -> Scene | None:
    """The plot with the claim and what, where, when above it, and the source with its last day below."""
    edge, head = 1.5 * size, 1.5 * size
    inside = width - 2 * edge
    shown = placed(goal, points)
    if not shown["value"].notna().any():
        return None
    claim = wrapped(text(goal["claim"]) or text(goal["goal"]), size=head, width=inside, bold=True)
    below = wrapped(subtitle(goal, shown, place), size=size, width=inside)
    source = text(goal["source"]) or ", ".join(dict.fromkeys(shown["source"].map(text)))
    day = day_sv(goal["data_through"]).replace(" ", NBSP)
    through = f"Uppgifter till och med {day}." if day else ""
    foot = wrapped(f"Källa: {source.rstrip('.')}. {through} Löfteskollen.".replace("  ", " "), size=size, width=inside)
    y, marks = 0.7 * edge, list[Mark]()
    for line in claim:
        y += head * _LINE
        marks.append(Words(x=edge, y=y, text=line, size=head, role="ink", bold=True))
    for line in below:
        y += size * _LINE
        marks.append(Words(x=edge, y=y, text=line, size=size, role="muted"))
    first = height - edge - (len(foot) - 1) * size * _LINE
    for row, line in enumerate(foot):
        marks.append(Words(x=edge, y=first + row * size * _LINE, text=line, size=size, role="muted"))
    plot = goal_scene(goal, points, width=inside, height=first - 1.6 * size - y, size=size)
    if plot is None:
        return None
    return Scene(
        width=width, height=height, marks=(*marks, *(moved(mark, edge, y + 0.4 * size) for mark in plot.marks))
    )


def moved(mark: Mark, x: float, y: float) -> Mark:
    """The same mark so much further to the right and down."""
    if isinstance(mark, Line):
        return replace(mark, points=tuple((a + x, b + y) for a, b in mark.points))
    return replace(mark, x=mark.x + x, y=mark.y + y)
