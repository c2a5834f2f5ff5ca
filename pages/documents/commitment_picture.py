"""What has been done of what was promised, as one bar: for a display that is read from a distance."""

from collections.abc import Mapping, Sequence
from typing import Any

from etl.evaluate.wording import unit_word
from pages.documents.picture_scene import Box, Line, Mark, Scene, Words
from pages.documents.picture_svg import svg
from pages.documents.picture_text import text_width
from pages.view.formats import given, text, with_unit
from pages.view.palette import Palette

_COUNTED = ("antal", "timmar")


def commitment_picture(
    row: Mapping[str, Any], *, palette: Palette, width: float, height: float, text_size: float
) -> str:
    """SVG of a row of marts.commitment_verdict; nothing when nothing is counted or nothing was reported.

    `width`, `height` and `text_size` are pixels. Without a report the count is not zero but unknown, so no bar.
    """
    if text(row["kind"]) not in _COUNTED or not all(given(row[n]) for n in ("estimate", "target", "last_report")):
        return ""
    done, target = float(row["estimate"]), float(row["target"])
    if target <= 0:
        return ""
    unit = text(row["unit"])
    so_far = ("Rapporterat hittills:",) if text(row["state"]) == "pågår" else ()
    reported = _fitting((*so_far, "Rapporterat:"), done, unit, width, text_size)
    promised = _fitting(("Lovat: minst",), target, unit, width, text_size)
    middle, thick = height / 2, min(2.2 * text_size, height / 4)
    scale = width / max(done, target)
    mark = min(target * scale, width - 3)
    marks: tuple[Mark, ...] = (
        Words(x=0, y=middle - thick / 2 - 0.6 * text_size, text=reported, size=text_size, role="ink", bold=True),
        Box(x=0, y=middle - thick / 2, width=width, height=thick, role="baseline", opacity=0.15),
        Box(x=0, y=middle - thick / 2, width=done * scale, height=thick, role="accent"),
        Line(
            points=((mark, middle - thick / 2 - 0.4 * text_size), (mark, middle + thick / 2 + 0.4 * text_size)),
            role="ink",
            width=6,
        ),
        _promised(promised, mark, middle + thick / 2 + 1.5 * text_size, text_size),
    )
    return svg(
        Scene(width=width, height=height, marks=marks),
        palette,
        key=f"stapel-{text(row['commitment_id']).casefold()}",
        title=f"{reported}. {promised}.",
        description=text(row["short"]) or text(row["commitment"]),
    )


def _fitting(leads: Sequence[str], value: float, unit: str, width: float, size: float) -> str:
    """”Lovat: minst 4 dialoger”: the first of the leads that fits, and without the unit where none does."""
    figure = with_unit(value, unit_word(value, unit))
    wholes = [f"{lead} {figure}" for lead in leads]
    fitting = (whole for whole in wholes if text_width(whole, size, bold=True) <= width)
    return next(fitting, f"{leads[-1]} {with_unit(value, '')}")


def _promised(words: str, mark: float, y: float, size: float) -> Words:
    """The promise below its line, ending at it where there is room."""
    ends = text_width(words, size) <= mark
    return Words(x=mark if ends else 0, y=y, text=words, size=size, role="muted", anchor="end" if ends else "start")
