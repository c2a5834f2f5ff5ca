"""The four verdicts as shape, word and colour. The shape alone is enough; the colour only helps."""

from urllib.parse import quote

from pages.view.formats import text
from pages.view.markup import esc
from pages.view.palette import FULFILLED, NOT_FULFILLED, ON_TRACK, UNDECIDABLE

_RING = '<circle cx="12" cy="12" r="10" fill="none" stroke="#000" stroke-width="2"/>'
_STROKE = 'fill="none" stroke="#000" stroke-linecap="round" stroke-linejoin="round"'
_SHAPES = {
    FULFILLED: (
        '<mask id="m"><rect width="24" height="24" fill="#fff"/>'
        f'<path d="M6.8 12.4l3.6 3.6 7-7.6" {_STROKE} stroke-width="2.6"/></mask>'
        '<circle cx="12" cy="12" r="11" mask="url(#m)"/>'
    ),
    ON_TRACK: _RING + '<path d="M12 2a10 10 0 0 1 0 20z"/>',
    NOT_FULFILLED: _RING + f'<path d="M8 8l8 8M16 8l-8 8" {_STROKE} stroke-width="2.4"/>',
    UNDECIDABLE: (
        '<circle cx="12" cy="12" r="10" fill="none" stroke="#000" stroke-width="2" stroke-dasharray="4 3.2"/>'
        f'<path d="M9.2 9.6a2.9 2.9 0 1 1 4.2 2.6c-1 .5-1.4 1-1.4 2" {_STROKE} stroke-width="2"/>'
        '<circle cx="12" cy="17.2" r="1.3"/>'
    ),
}
_CLASSES = {FULFILLED: "met", ON_TRACK: "way", NOT_FULFILLED: "not", UNDECIDABLE: "grey"}
_SO_FAR = " (hittills)"


def verdict_svg(verdict: str) -> str:
    """The shape of a verdict as a black SVG of 24 by 24; whoever shows it gives it its colour."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{_SHAPES[verdict]}</svg>'


def shape_rules() -> str:
    """CSS that gives each verdict class its shape, as a mask in the colour of the text around it.

    A mask, because Streamlit removes SVG elements from the HTML that it is given.
    """
    return "".join(
        f'.lk-{name} > .lk-shape {{ --lk-mask: url("{data_uri(verdict_svg(verdict))}"); }}'
        for verdict, name in _CLASSES.items()
    )


def data_uri(svg: str) -> str:
    """An SVG that can stand in a url() between double quotes."""
    return "data:image/svg+xml," + quote(svg, safe=" =:/(),.+-")


def verdict_word(verdict: object, state: object = "") -> str:
    """The word to print; while the period runs a failure is one so far."""
    word = text(verdict)
    return word + _SO_FAR if word == NOT_FULFILLED and text(state) == "pågår" else word


def verdict_chip(verdict: object, state: object = "", *, large: bool = False, reason: str = "") -> str:
    """Shape and word on the verdict's own ground, with the reason after a colon where there is one.

    A commitment without a number has no verdict and says so.
    """
    word = text(verdict)
    if word not in _SHAPES:
        return f'<span class="lk-chip lk-none">{esc(word or "Inget mål i siffror")}</span>'
    return chip_saying(": ".join(filter(None, (verdict_word(word, state), reason))), word, large=large)


def chip_saying(words: str, verdict: str, *, large: bool = False) -> str:
    """The shape and colours of one of the four verdicts beside any words."""
    kind = f"lk-chip lk-{_CLASSES[verdict]}" + (" lk-large" if large else "")
    return f'<span class="{kind}"><span class="lk-shape"></span><span>{esc(words)}</span></span>'
