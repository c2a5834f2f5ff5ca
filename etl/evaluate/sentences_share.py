"""Copy-ready texts for the municipality's web page, Instagram and Facebook, made of sentences that are already stored.

Nothing is worded anew: the headline, the sentence and the caution are those of the verdict, so a post can never say
more than the page does. The web address is set in by the page, where `LINK` stands.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from etl.evaluate.numbers_sv import date_sv
from etl.evaluate.wording import CRIME_CAUTION

LINK = "[länk]"
"""Where the address of the view belongs; the page knows it, the sentence engine does not."""
INSTAGRAM_SIGNS = 2200
"""The longest caption that Instagram takes."""
FIRST_LINE_SIGNS = 125
"""What is seen of a post before ”mer”."""
MADE_UP = "Påhittad kommun: uppgifterna är påhittade och visar hur Löfteskollen kan användas."
_ADDRESS = re.compile(r"https?://(?:www\.)?([^/\s;,]+)(?:/[^\s;,]*[^\s;,.])?")
_SAYS_SO = "inte alla brott"
_TAG = "#medborgarlöfte"
# Sentences with these are for those who open the chart and its ”Varför?”.
_TECHNICAL = ("φ", "τ")


@dataclass(frozen=True, kw_only=True)
class Shared:
    """What is told of one chart or one promise. `parts` are whole sentences or paragraphs, in reading order.

    `brief` are shorter headlines, the best first; the first that fits the first line of a post is taken. `chart` is
    what, where and when the chart shows.
    """

    place: str
    headline: str
    brief: Sequence[str] = ()
    parts: Sequence[str] = ()
    caution: str = ""
    chart: str = ""
    source: str = ""
    data_through: date | None = None
    is_fictitious: bool = False


@dataclass(frozen=True, kw_only=True)
class Post:
    """A text to copy, and where it is meant to go."""

    where: str
    text: str


def posts(shared: Shared) -> tuple[Post, ...]:
    """The same content in three lengths."""
    return (
        Post(where="Kommunens webbplats", text=web_text(shared)),
        Post(where="Instagram", text=instagram_text(shared)),
        Post(where="Facebook", text=facebook_text(shared)),
    )


def web_text(shared: Shared) -> str:
    """Headline, text, caution, what the chart shows, data date, source and address, each a paragraph."""
    return _paragraphs(
        shared.headline.rstrip("."),
        *_told(shared, after=shared.headline),
        _caution(shared),
        f"Diagrammet: {shared.chart}." if shared.chart else "",
        _behind(shared),
        f"Läs mer: {LINK}",
    )


def instagram_text(shared: Shared, *, limit: int = INSTAGRAM_SIGNS) -> str:
    """As short a first line as there is, no address (Instagram makes none to tap), at most `limit` signs.

    When it would be too long, paragraphs of the text are left out from the end: never the headline, the caution, the
    data date or the source. Raises ValueError if even those do not fit.
    """
    first = _first_line(shared)
    told = _told(shared, after=first)
    for kept in range(len(told), -1, -1):
        text = _paragraphs(first, *told[:kept], _caution(shared), _sites_only(_behind(shared)), _tags(shared))
        if len(text) <= limit:
            return text
    raise ValueError(f"källa och förbehåll ryms inte på {limit} tecken")


def facebook_text(shared: Shared) -> str:
    """A first line that is seen whole, then the text and an address to follow."""
    first = _first_line(shared)
    told = _told(shared, after=first)
    return _paragraphs(first, *told, _caution(shared), _behind(shared), f"Se hur vi vet det: {LINK}")


def _first_line(shared: Shared) -> str:
    fitting = (line for line in (*shared.brief, shared.headline) if line and len(line) <= FIRST_LINE_SIGNS)
    return next(fitting, f"Så går det med medborgarlöftet i {shared.place}.")


def _told(shared: Shared, *, after: str) -> list[str]:
    """The paragraphs, without what the first line has said already."""
    parts = shared.parts or (shared.headline,)
    return [part for part in dict.fromkeys(parts) if part and part.rstrip(".") != after.rstrip(".")]


def _caution(shared: Shared) -> str:
    """The stored caution; whatever speaks of reported crime says what that is, even where no caution is stored."""
    kept = [s for s in shared.caution.split(". ") if s and not any(sign in s for sign in _TECHNICAL)]
    caution = ". ".join(kept)
    caution = f"{caution.rstrip('.')}." if caution else ""
    said = " ".join((shared.headline, *shared.brief, *shared.parts, caution, shared.chart))
    if "anmäl" in said.casefold() and _SAYS_SO not in said:
        caution = f"{CRIME_CAUTION} {caution}".rstrip()
    return caution


def _behind(shared: Shared) -> str:
    through = f"Uppgifter till och med {date_sv(shared.data_through)}." if shared.data_through else ""
    source = f"Källa: {shared.source.rstrip('.')}." if shared.source else ""
    return " ".join(filter(None, (through, source, MADE_UP if shared.is_fictitious else "")))


def _sites_only(text: str) -> str:
    """Web addresses cut down to the site: nobody types the rest."""
    return _ADDRESS.sub(lambda found: found[1], text)


def _tags(shared: Shared) -> str:
    place = "".join(sign for sign in shared.place.casefold() if sign.isalnum())
    return f"{_TAG} #{place}" if place else _TAG


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)
