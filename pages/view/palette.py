"""Every colour in one place. The pairs of text on ground are at least 4.5:1 (tested)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

FULFILLED = "Uppfyllt"
ON_TRACK = "På väg"
NOT_FULFILLED = "Ej uppfyllt"
UNDECIDABLE = "Går inte att avgöra"
VERDICTS = (FULFILLED, ON_TRACK, NOT_FULFILLED, UNDECIDABLE)


@dataclass(frozen=True, kw_only=True)
class Tone:
    """A text colour and the ground it stands on."""

    text: str
    ground: str


@dataclass(frozen=True, kw_only=True)
class Palette:
    name: str
    paper: str
    card: str
    ink: str
    muted: str
    rule: str
    series: tuple[str, str, str, str]
    baseline: str
    verdicts: Mapping[str, Tone]

    def tone(self, verdict: str | None) -> Tone:
        """The tone of a verdict word; of the grey one for anything else."""
        return self.verdicts.get(verdict or UNDECIDABLE, self.verdicts[UNDECIDABLE])


def with_alpha(colour: str, alpha: float) -> str:
    """`#RRGGBB` as an rgba() string that both CSS and Plotly understand."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha:g})"


LIGHT = Palette(
    name="light",
    paper="#FBFAF7",
    card="#FFFFFF",
    ink="#1C2733",
    muted="#55616D",
    rule="#D9D5CB",
    series=("#12436D", "#1F7F77", "#801650", "#B8480E"),
    baseline="#5B6670",
    verdicts=MappingProxyType(
        {
            FULFILLED: Tone(text="#14613A", ground="#E4F1E9"),
            ON_TRACK: Tone(text="#6B4A00", ground="#FBF0D2"),
            NOT_FULFILLED: Tone(text="#9B2226", ground="#FAE7E5"),
            UNDECIDABLE: Tone(text="#3F4A55", ground="#EBEEF1"),
        }
    ),
)

DARK = Palette(
    name="dark",
    paper="#12181F",
    card="#182029",
    ink="#E9EDF1",
    muted="#A9B4BF",
    rule="#37424D",
    series=("#7FB2E5", "#5CC7BC", "#E08BB8", "#F29A5C"),
    baseline="#A9B4BF",
    verdicts=MappingProxyType(
        {
            FULFILLED: Tone(text="#8FD3AC", ground="#16382A"),
            ON_TRACK: Tone(text="#F0CF7E", ground="#3B2F0E"),
            NOT_FULFILLED: Tone(text="#F2A7A3", ground="#43191B"),
            UNDECIDABLE: Tone(text="#C3CCD5", ground="#27313B"),
        }
    ),
)

PALETTES: Mapping[str, Palette] = MappingProxyType({p.name: p for p in (LIGHT, DARK)})
