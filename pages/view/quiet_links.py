"""The quiet line of links: how many corrections, and how many gaps in the chain."""

from collections.abc import Mapping
from urllib.parse import urlencode

from pages.view.chain_section import ANCHOR as GAPS
from pages.view.chain_section import gaps_title
from pages.view.contact import ANCHOR as CONTACT
from pages.view.corrections_section import ANCHOR as CORRECTIONS
from pages.view.corrections_section import corrections_title
from pages.view.done_section import ANCHOR as DONE
from pages.view.done_section import TITLE as DONE_TITLE
from pages.view.markup import esc, screen_link


def links_within(*, corrections: int, gaps: int) -> str:
    """Links further down the same screen."""
    links = (
        (DONE, DONE_TITLE),
        (GAPS, gaps_title(gaps)),
        (CORRECTIONS, corrections_title(corrections)),
        (CONTACT, "Kontakt"),
    )
    return (
        '<p class="lk-under">'
        + "".join(f'<a href="#{anchor}" target="_self">{esc(title)}</a>' for anchor, title in links)
        + "</p>"
    )


def links_to_promise(address: Mapping[str, str], *, corrections: int, gaps: int) -> str:
    """Links to the promise that `address` names, where gaps and corrections stand in full."""
    to = promise_address(address)
    links = ((GAPS, gaps_title(gaps)), (CORRECTIONS, corrections_title(corrections)))
    return '<p class="lk-under">' + "".join(screen_link(to, title, place=anchor) for anchor, title in links) + "</p>"


def promise_address(address: Mapping[str, str]) -> str:
    """The screen of one promise, for `screen_link`."""
    return f"lofte?{urlencode(address)}"
