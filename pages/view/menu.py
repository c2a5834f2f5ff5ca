"""The menu: one line of links, the internal ones under the name of their section."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st

from pages.view.markup import esc


def menu(
    sections: Mapping[str, Sequence[st.Page]], address: Mapping[str, str], current: st.Page, language: str = ""
) -> str:
    """Links to every screen as HTML; each carries the chosen municipality and promise in its address.

    `language` is the ready link to the other language.

    Plain links, since Streamlit's own are an element each; links.js changes screen without fetching the page anew.
    """
    query = f"?{urlencode(address)}" if address else ""
    groups = "".join(
        f'<div class="lk-menu-group">{_section(title)}'
        f'<ul class="lk-menu-list">{"".join(_item(page, query, current) for page in pages)}</ul></div>'
        for title, pages in sections.items()
    )
    return f'<nav class="lk-menu" aria-label="Sidor"><p class="lk-brand">Löfteskollen</p>{language}{groups}</nav>'


def language_link(address: Mapping[str, str], current: st.Page, *, english: bool) -> str:
    """The way to the same view in the other language; `address` asks for it."""
    to = esc(f"./{current.url_path}?{urlencode(address)}")
    words, code = ("Svenska", "sv") if english else ("English", "en")
    spoken = f'lang="{code}" hreflang="{code}"'
    return f'<a class="lk-language" href="{to}" target="_self" data-lk-go="1" {spoken}>{words}</a>'


def _section(title: str) -> str:
    return f'<p class="lk-section">{esc(title)}</p>' if title else ""


def _item(page: st.Page, query: str, current: st.Page) -> str:
    here = ' aria-current="page"' if page.url_path == current.url_path else ""
    to = esc(f"./{page.url_path}{query}")
    return f'<li><a href="{to}" target="_self" data-lk-go="1"{here}>{esc(page.title)}</a></li>'
