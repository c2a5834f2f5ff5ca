"""The quiet line of links: how many corrections, and how many gaps in the chain."""

from collections.abc import Mapping

import streamlit as st

from pages.view.chain_section import ANCHOR as GAPS
from pages.view.chain_section import gaps_title
from pages.view.corrections_section import ANCHOR as CORRECTIONS
from pages.view.corrections_section import corrections_title
from pages.view.markup import esc


def links_within(*, corrections: int, gaps: int) -> str:
    """Links further down the same screen."""
    links = ((GAPS, gaps_title(gaps)), (CORRECTIONS, corrections_title(corrections)))
    return (
        '<p class="lk-under">'
        + "".join(f'<a href="#{anchor}" target="_self">{esc(title)}</a>' for anchor, title in links)
        + "</p>"
    )


def links_to_promise(key: str, address: Mapping[str, str], *, corrections: int, gaps: int) -> None:
    """Links to the promise, where corrections and gaps stand in full. `key` tells the lines of a screen apart."""
    with st.container(key=f"lk-quiet-{key}", horizontal=True, gap="medium"):
        for title in (gaps_title(gaps), corrections_title(corrections)):
            st.page_link("screens/public/lofte.py", label=title, query_params=dict(address))
