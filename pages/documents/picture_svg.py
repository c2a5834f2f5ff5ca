"""A scene as SVG: text stays text, colours are CSS variables that follow the page, without style or script of its own.

Presentation attributes only, so that a page whose policy forbids inline styles shows it too.
"""

from html import escape

from pages.documents.picture_scene import Box, Dot, Mark, Role, Scene, Words, colour_of
from pages.view.palette import Palette

_FONT = "'Source Sans','Source Sans 3',system-ui,sans-serif"
_HALO = 4


def svg(scene: Scene, palette: Palette, *, key: str, title: str, description: str) -> str:
    """One <svg>; `key` makes its ids unique on a page that holds several."""
    drawn = "".join(_mark(mark, palette) for mark in scene.marks)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(scene.width)} {_n(scene.height)}" role="img" '
        f'aria-labelledby="{key}-t" aria-describedby="{key}-d" font-family="{_FONT}" class="lk-picture">'
        f'<title id="{key}-t">{escape(title)}</title><desc id="{key}-d">{escape(description)}</desc>{drawn}</svg>'
    )


def _mark(mark: Mark, palette: Palette) -> str:
    colour = _paint(mark.role, palette)
    if isinstance(mark, Words):
        return _words(mark, palette)
    see = f' opacity="{_n(mark.opacity, 2)}"' if mark.opacity < 1 else ""
    if isinstance(mark, Box):
        size = f'width="{_n(mark.width)}" height="{_n(mark.height)}"'
        return f'<rect x="{_n(mark.x)}" y="{_n(mark.y)}" {size} fill="{colour}"{see}/>'
    if isinstance(mark, Dot):
        return _dot(mark, palette, see)
    path = "M" + " ".join(f"{_n(x)},{_n(y)}" for x, y in mark.points)
    dash = f' stroke-dasharray="{" ".join(map(_n, mark.dash))}"' if mark.dash else ""
    join = ' stroke-linejoin="round"' if len(mark.points) > 2 else ""
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{_n(mark.width)}"{dash}{join}{see}/>'


def _dot(dot: Dot, palette: Palette, see: str) -> str:
    place = f'cx="{_n(dot.x)}" cy="{_n(dot.y)}"'
    colour = _paint(dot.role, palette)
    if not dot.hollow:
        return f'<circle {place} r="{_n(dot.radius)}" fill="{colour}"{see}/>'
    width = 0.36 * dot.radius
    ring = f'fill="{_paint("paper", palette)}" stroke="{colour}" stroke-width="{_n(width)}"'
    return f'<circle {place} r="{_n(dot.radius - width / 2)}" {ring}{see}/>'


def _words(words: Words, palette: Palette) -> str:
    anchor = f' text-anchor="{words.anchor}"' if words.anchor != "start" else ""
    weight = ' font-weight="700"' if words.bold else ""
    halo = (
        f' paint-order="stroke" stroke="{_paint("paper", palette)}" stroke-width="{_HALO}" stroke-linejoin="round"'
        if words.halo
        else ""
    )
    place = f'x="{_n(words.x)}" y="{_n(words.y)}" font-size="{_n(words.size)}"'
    return f'<text {place} fill="{_paint(words.role, palette)}"{anchor}{weight}{halo}>{escape(words.text)}</text>'


def _paint(role: Role, palette: Palette) -> str:
    return f"var(--lk-{role},{colour_of(role, palette)})"


def _n(value: float, decimals: int = 1) -> str:
    """A number in as few signs as it can be written with."""
    written = f"{value:.{decimals}f}"
    return (written.rstrip("0").rstrip(".") if "." in written else written).replace("-0", "0", 1) if value else "0"
