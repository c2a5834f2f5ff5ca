"""The menu: one line of links, the internal ones under the name of their section."""

from collections.abc import Mapping, Sequence

import streamlit as st

from pages.view.markup import esc


def menu(sections: Mapping[str, Sequence[st.Page]], address: Mapping[str, str]) -> None:
    """Links to every screen; each carries the chosen municipality and promise in its address."""
    st.html('<p class="lk-brand">Löfteskollen</p>', width="content")
    for section, pages in sections.items():
        # Together, so that a line is never broken between a section and its first screen.
        with st.container(horizontal=True, width="content", gap="xsmall", vertical_alignment="center"):
            if section:
                st.html(f'<p class="lk-section">{esc(section)}</p>', width="content")
            for page in pages:
                st.page_link(page, query_params=dict(address))
