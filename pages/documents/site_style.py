"""The style sheet of the static site: colours and pieces of the screens, and what a page of its own needs."""

from importlib.resources import files

from pages.view.feedback_clock import mark_rules
from pages.view.palette import DARK, LIGHT
from pages.view.style import component_rules, variables

STYLE, ICON = "stil.css", "ikon.png"


def style_sheet() -> bytes:
    """Light, and dark for those whose browser asks for it."""
    own = files("pages.documents").joinpath("site.css").read_text(encoding="utf-8")
    colours = (
        f":root{{color-scheme:light dark;{variables(LIGHT)}}}"
        f"@media (prefers-color-scheme: dark){{:root{{{variables(DARK)}}}}}"
        f"@media print{{:root{{{variables(LIGHT)}}}}}"
    )
    return f"{colours}\n{component_rules()}{mark_rules()}\n{own}".encode()


def icon() -> bytes:
    """The mark in the tab of the browser: the same as on the screens."""
    return files("pages.view").joinpath("favicon.png").read_bytes()
