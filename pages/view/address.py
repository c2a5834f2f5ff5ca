"""What the visitor has chosen on a screen stands in the address, so that a link shows exactly the same view.

Streamlit's own binding of selectors to the address is not used: it leaves out defaults and writes labels.
"""

from collections.abc import Collection

import streamlit as st

from pages.view.formats import text

_WRITTEN = "_remembered"


def remembered(key: str, options: Collection[str], first: str) -> str:
    """What is chosen among `options` for the selector `key`; call it before the widget, which takes the same `key`.

    An address that was not written here (a link, the back button) decides; otherwise what was chosen last does,
    also on another screen. Values that are not among `options` (never empty texts) are passed over; `first` is
    returned even if it is not one of them. The address always names the value, also when it is `first`.
    """
    told = _told(key)
    chosen = next((value for value in told if value in options), first)
    _hand_over(key, chosen if chosen in options else None)
    _write(key, chosen if chosen in options else "")
    return chosen


def _told(key: str) -> list[str]:
    """What can be known about the selector's value, what decides first."""
    asked = text(st.query_params.get(key))
    written = text(st.session_state.get(_WRITTEN, {}).get(key))
    known = text(st.session_state.get(key))
    return [asked, known, written] if asked != written else [known, written]


def _hand_over(key: str, chosen: object) -> None:
    """Gives the widget its value; unchanged ones are left alone, since a visitor may be using it."""
    if st.session_state.get(key) != chosen:
        st.session_state[key] = chosen


def _write(key: str, value: str) -> None:
    if text(st.query_params.get(key)) != value:
        if value:
            st.query_params[key] = value
        else:
            st.query_params.pop(key, None)
    st.session_state[_WRITTEN] = {**st.session_state.get(_WRITTEN, {}), key: value}
