import tomllib

import pytest

from pages.view.palette import DARK, LIGHT, VERDICTS, Palette, with_alpha
from tests.support import ROOT


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda p: p.name)
def test_every_text_can_be_read_on_its_ground(palette: Palette) -> None:
    pairs = [(text, ground) for text in (palette.ink, palette.muted) for ground in (palette.paper, palette.card)]
    pairs += [(palette.verdicts[v].text, palette.verdicts[v].ground) for v in VERDICTS]
    pairs += [(colour, palette.paper) for colour in palette.series]
    pairs += [(palette.ink, palette.tone(None).ground)]

    assert {pair: round(contrast(*pair), 2) for pair in pairs if contrast(*pair) < 4.5} == {}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda p: p.name)
def test_streamlit_and_the_charts_share_their_colours(palette: Palette) -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())["theme"][palette.name]

    assert theme["backgroundColor"] == palette.paper
    assert theme["textColor"] == palette.ink
    assert theme["borderColor"] == palette.rule
    assert theme["primaryColor"] == theme["linkColor"] == palette.series[0]


def test_an_unknown_verdict_is_grey() -> None:
    assert LIGHT.tone("något annat") == LIGHT.tone("Går inte att avgöra") == LIGHT.tone(None)


def test_alpha() -> None:
    assert with_alpha("#12436D", 0.15) == "rgba(18,67,109,0.15)"
