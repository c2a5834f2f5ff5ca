"""What a still picture consists of: boxes, lines, dots and words at places in pixels, in the roles of the palette."""

from dataclasses import dataclass
from typing import Literal

from pages.view.palette import Palette

Role = Literal["ink", "muted", "rule", "accent", "baseline", "paper"]
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, kw_only=True)
class Box:
    x: float
    y: float
    width: float
    height: float
    role: Role
    opacity: float = 1


@dataclass(frozen=True, kw_only=True)
class Line:
    points: tuple[tuple[float, float], ...]
    role: Role
    width: float
    dash: tuple[float, ...] = ()
    opacity: float = 1


@dataclass(frozen=True, kw_only=True)
class Dot:
    """`hollow` shows the paper within a ring."""

    x: float
    y: float
    radius: float
    role: Role
    hollow: bool = False
    opacity: float = 1


@dataclass(frozen=True, kw_only=True)
class Words:
    """One line of text; `y` is its base line. `halo` is paper behind the letters, so that lines stop short of them."""

    x: float
    y: float
    text: str
    size: float
    role: Role
    anchor: Anchor = "start"
    bold: bool = False
    halo: bool = False


Mark = Box | Line | Dot | Words


@dataclass(frozen=True, kw_only=True)
class Scene:
    """Marks from the back to the front on a ground of `width` by `height` pixels, y downwards."""

    width: float
    height: float
    marks: tuple[Mark, ...]


def colour_of(role: Role, palette: Palette) -> str:
    """The colour of a role as #RRGGBB."""
    return palette.series[0] if role == "accent" else str(getattr(palette, role))
