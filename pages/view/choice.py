"""The municipality and the promise that the visitor looks at. They stand in the address, so a link can be shared."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages import store
from pages.view.formats import text

MUNICIPALITY, PROMISE = "kommun", "lofte"
# Shown to a visitor whose address names none: the promise that Löfteskollen was built from.
_FIRST = "1263"
_WRITTEN = "_address"


@dataclass(frozen=True, kw_only=True)
class Choice:
    """`promise` is a row of marts.promise, or None where the municipality has no promise."""

    municipality_code: str
    municipality_name: str
    is_fictitious: bool
    promises: tuple[Mapping[str, Any], ...]
    promise: Mapping[str, Any] | None

    @property
    def promise_id(self) -> str:
        return text(self.promise["promise_id"]) if self.promise else ""

    @property
    def address(self) -> dict[str, str]:
        """The part of the address that names the choice."""
        return {MUNICIPALITY: self.municipality_code, **({PROMISE: self.promise_id} if self.promise else {})}


def choose() -> Choice | None:
    """Shows the two selectors and returns what is chosen; None when the database holds no municipality.

    An address that was not written here (a link, the back button) decides; otherwise what was chosen last does.
    Streamlit's own binding of selectors to the address is not used: it leaves out defaults and writes labels.
    """
    municipalities = store.municipalities()
    if municipalities.empty:
        return None
    names = dict(zip(municipalities["municipality_code"], municipalities["name"], strict=True))
    left, right = st.columns([1, 2], gap="small")
    with left:
        code = _selector("Kommun", names, key=MUNICIPALITY, first=_first(names))
    promises = store.promises(code).to_dict("records")
    titles = {text(row["promise_id"]): text(row["title"]) for row in promises}
    promise_id = ""
    if titles:
        with right:
            promise_id = _selector("Medborgarlöfte", titles, key=PROMISE, first=next(iter(titles)))
    row = municipalities[municipalities["municipality_code"] == code].iloc[0]
    choice = Choice(
        municipality_code=code,
        municipality_name=names[code],
        is_fictitious=bool(row["is_fictitious"]),
        promises=tuple({str(k): v for k, v in p.items()} for p in promises),
        promise=next(({str(k): v for k, v in p.items()} for p in promises if p["promise_id"] == promise_id), None),
    )
    _write_address(choice.address)
    return choice


def _selector(label: str, names: Mapping[str, str], *, key: str, first: str) -> str:
    asked = text(st.query_params.get(key))
    written = text(st.session_state.get(_WRITTEN, {}).get(key))
    new_address = asked != written
    # A change of screen that comes while the page still runs drops the selector's value: then the address remembers.
    known = text(st.session_state.get(key)) or written
    wanted = asked if new_address and asked in names else known if known in names else first
    if st.session_state.get(key) != wanted:
        st.session_state[key] = wanted
    return st.selectbox(label, list(names), format_func=lambda code: names.get(code, code), key=key, filter_mode=None)


def _first(names: Mapping[str, str]) -> str:
    """The municipality to begin with: that of the promise in the address, else the one all began with."""
    asked = text(st.query_params.get(PROMISE)).split("-", 1)[0]
    return next((code for code in (asked, _FIRST) if code in names), next(iter(names)))


def _write_address(address: Mapping[str, str]) -> None:
    there = st.query_params.to_dict()
    wanted = {key: value for key, value in there.items() if key not in (MUNICIPALITY, PROMISE)} | dict(address)
    if there != wanted:
        st.query_params.from_dict(wanted)
    st.session_state[_WRITTEN] = dict(address)


def keep(choice: Choice) -> None:
    """Hands the choice to the page that runs next."""
    st.session_state["_choice"] = choice


def chosen() -> Choice:
    """The choice that the router made in this run."""
    return st.session_state["_choice"]  # type: ignore[no-any-return]
