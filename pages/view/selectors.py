"""The selectors of a screen. What is chosen stands in the address, and each is drawn with it as its own default.

A selector that is drawn anew says its default to the server before it is told what is chosen. Were that another
value, a visitor who followed a link in that moment would be led to it. (For this reason `.streamlit/config.toml` turns
off Streamlit's warning about a default beside a value.)
"""

from collections.abc import Mapping

import streamlit as st

from pages.view.address import remembered


def drop_down(label: str, options: Mapping[str, str], *, key: str, first: str = "") -> str:
    """A choice among value to name; `first`, else the first of them, is chosen where nothing is known."""
    held = remembered(key, options, first or next(iter(options)))
    return drawn_drop_down(label, options, held, key=key) or held


def segments(label: str, options: Mapping[str, str], *, key: str, first: str = "") -> str:
    """As `drop_down`, with the few options beside each other. Nothing is shown where there is only one."""
    if len(options) < 2:
        return next(iter(options), "")
    held = remembered(key, options, first or next(iter(options)))
    chosen = st.segmented_control(
        label,
        list(options),
        default=held,
        format_func=lambda value: options.get(value, value),
        key=key,
        required=True,
        width="stretch",
    )
    return chosen or held


def drawn_drop_down(label: str, options: Mapping[str, str], chosen: str, *, key: str) -> str | None:
    """The drop-down alone, for one whose value is decided elsewhere; `chosen` is already in the session."""
    values = list(options)
    return st.selectbox(
        label,
        values,
        index=values.index(chosen),
        format_func=lambda value: options.get(value, value),
        key=key,
        filter_mode=None,
    )
