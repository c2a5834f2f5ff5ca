"""What the visitor has chosen on a screen stands in the address, so that a link shows exactly the same view.

    remembered("omrade", areas, first="")          # before the widget: what the address or the visitor says
    st.selectbox("Område", areas, key="omrade")    # any single-choice widget with the same key

Streamlit's own binding of selectors to the address is not used: it leaves out defaults and writes labels.
"""

from collections.abc import Collection

import streamlit as st

from pages.view.formats import text

_WRITTEN = "_remembered"
# Between the values of a selector where several may be chosen; stays readable in an address.
_BETWEEN = "~"
_ON, _OFF = "1", "0"


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


def remembered_many(key: str, options: Collection[str], first: Collection[str]) -> list[str]:
    """As `remembered`, for a selector where several may be chosen; in the order of `options`, at least one."""
    for value in _told(key, several=True):
        chosen = [option for option in options if option in value.split(_BETWEEN)]
        if chosen:
            break
    else:
        chosen = [option for option in options if option in first]
    _hand_over(key, chosen)
    _write(key, _BETWEEN.join(chosen))
    return chosen


def remembered_switch(key: str, *, first: bool = False) -> bool:
    """As `remembered`, for a switch or a tick box."""
    told = [_ON if value == "True" else _OFF if value == "False" else value for value in _told(key)]
    chosen = next((value for value in told if value in (_ON, _OFF)), _ON if first else _OFF) == _ON
    _hand_over(key, chosen)
    _write(key, _ON if chosen else _OFF)
    return chosen


def _told(key: str, *, several: bool = False) -> list[str]:
    """What can be known about the selector's value, what decides first."""
    asked = text(st.query_params.get(key))
    written = text(st.session_state.get(_WRITTEN, {}).get(key))
    held = st.session_state.get(key)
    known = _BETWEEN.join(map(str, held or ())) if several else text(held)
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
