"""The style sheet of the display: its own rules, with the colours and shapes that the screens have."""

from functools import cache
from pathlib import Path

from pages.view.display_panels import TONES
from pages.view.palette import DARK, LIGHT, Palette
from pages.view.verdict_chip import data_uri, verdict_svg

_RULES = Path(__file__).parent / "display_page" / "skarm.css"
_WAITING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    '<circle cx="12" cy="12" r="10" fill="none" stroke="#000" stroke-width="2"/></svg>'
)


@cache
def style() -> str:
    """Light by default; dark where it is asked for, or where the machine prefers it and nothing is asked for."""
    dark = _colours(DARK)
    return "\n".join(
        (
            f":root {{ color-scheme: light; {_colours(LIGHT)} }}",
            f":root[data-tema=morkt] {{ color-scheme: dark; {dark} }}",
            f"@media (prefers-color-scheme: dark) {{ :root[data-tema=auto] {{ color-scheme: dark; {dark} }} }}",
            *(f'.{tone} > .form {{ --form: url("{data_uri(verdict_svg(word))}"); }}' for word, tone in TONES.items()),
            f'.wait > .form {{ --form: url("{data_uri(_WAITING)}"); }}',
            _RULES.read_text(encoding="utf-8"),
        )
    )


def _colours(palette: Palette) -> str:
    named = {
        "paper": palette.paper,
        "card": palette.card,
        "ink": palette.ink,
        "muted": palette.muted,
        "rule": palette.rule,
        "accent": palette.series[0],
        "baseline": palette.baseline,
    }
    for word, tone in TONES.items():
        pair = palette.tone(word)
        named |= {tone: pair.text, f"{tone}-ground": pair.ground}
    return " ".join(f"--lk-{name}: {colour};" for name, colour in named.items())
