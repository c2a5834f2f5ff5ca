"""A scene as PNG, for what cannot show SVG: previews in social media and files to save."""

from io import BytesIO
from typing import Any

from pages.documents.picture_scene import Box, Dot, Line, Scene, Words, colour_of
from pages.view.palette import Palette

_DPI = 100
# matplotlib counts widths and letters in points.
_POINTS = 72 / _DPI
_ANCHORS = {"start": "left", "middle": "center", "end": "right"}


def png(scene: Scene, palette: Palette) -> bytes:
    """The bytes of the picture; the same scene always gives the same bytes."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(scene.width / _DPI, scene.height / _DPI), dpi=_DPI, facecolor=palette.paper)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, scene.width), ylim=(scene.height, 0))
    axes.axis("off")
    for order, mark in enumerate(scene.marks):
        _draw(axes, mark, palette, order)
    out = BytesIO()
    figure.savefig(out, format="png", dpi=_DPI, facecolor=palette.paper, metadata={"Software": None})
    return out.getvalue()


def _draw(axes: Any, mark: Box | Line | Dot | Words, palette: Palette, order: int) -> None:
    from matplotlib.patches import Circle, Rectangle

    colour = colour_of(mark.role, palette)
    if isinstance(mark, Words):
        _write(axes, mark, palette, order)
    elif isinstance(mark, Box):
        axes.add_patch(
            Rectangle((mark.x, mark.y), mark.width, mark.height, facecolor=colour, alpha=mark.opacity, zorder=order)
        )
    elif isinstance(mark, Dot):
        edge = 0.36 * mark.radius if mark.hollow else 0
        face = palette.paper if mark.hollow else colour
        axes.add_patch(
            Circle((mark.x, mark.y), mark.radius - edge / 2, facecolor=face, edgecolor=colour, alpha=mark.opacity,
                   linewidth=edge * _POINTS, zorder=order)
        )  # fmt: skip
    else:
        dashes = (0, tuple(length / mark.width for length in mark.dash)) if mark.dash else "solid"
        axes.plot(
            *zip(*mark.points, strict=True), color=colour, linewidth=mark.width * _POINTS, linestyle=dashes,
            alpha=mark.opacity, zorder=order, solid_capstyle="butt", dash_capstyle="butt",
        )  # fmt: skip


def _write(axes: Any, words: Words, palette: Palette, order: int) -> None:
    from matplotlib.patheffects import Normal, Stroke

    effects = [Stroke(linewidth=4 * _POINTS, foreground=palette.paper), Normal()] if words.halo else None
    axes.text(
        words.x, words.y, words.text.replace("$", r"\$"), color=colour_of(words.role, palette),
        fontsize=words.size * _POINTS, fontfamily="DejaVu Sans", fontweight="bold" if words.bold else "normal",
        ha=_ANCHORS[words.anchor], va="baseline", path_effects=effects, zorder=order,
    )  # fmt: skip
