"""The municipality and the promise that the visitor looks at. They stand in the address, so a link can be shared."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from pages import store
from pages.view.formats import text

MUNICIPALITY, PROMISE, EASY = "kommun", "lofte", "lattlast"
# Shown to a visitor whose address names none: the promise that Löfteskollen was built from.
_FIRST = "1263"
_WRITTEN = "_address"


@dataclass(frozen=True, kw_only=True)
class Choice:
    """`promise` is a row of marts.promise, or None where the municipality has no promise. `easy` asks for lättläst."""

    municipality_code: str
    municipality_name: str
    is_fictitious: bool
    promises: tuple[Mapping[str, Any], ...]
    promise: Mapping[str, Any] | None
    easy: bool = False

    @property
    def promise_id(self) -> str:
        return text(self.promise["promise_id"]) if self.promise else ""

    @property
    def address(self) -> dict[str, str]:
        """The part of the address that names the choice."""
        return self.address_of(self.promise_id)

    def address_of(self, promise_id: str) -> dict[str, str]:
        """The address of one of the municipality's promises, with all else as it is chosen."""
        return {
            MUNICIPALITY: self.municipality_code,
            **({PROMISE: promise_id} if promise_id else {}),
            **({EASY: "1"} if self.easy else {}),
        }

    def own(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows of the municipality that belong to the chosen promise."""
        return rows[rows["promise_id"] == self.promise_id]


def choose(*, easy_offered: bool) -> Choice | None:
    """Shows the selectors and returns what is chosen; None when the database holds no municipality.

    The switch to lättläst is shown only on screens that have such a version; elsewhere the choice is kept.

    An address that was not written here (a link, the back button) decides; otherwise what was chosen last does.
    Streamlit's own binding of selectors to the address is not used: it leaves out defaults and writes labels.
    """
    municipalities = store.municipalities()
    if municipalities.empty:
        return None
    names = dict(zip(municipalities["municipality_code"], municipalities["name"], strict=True))
    left, right, *switch = st.columns([3, 5, 2] if easy_offered else [1, 2], gap="small", vertical_alignment="bottom")
    with left:
        code = _selector("Kommun", names, key=MUNICIPALITY, first=_first(names))
    promises = store.promises(code).to_dict("records")
    titles = {text(row["promise_id"]): text(row["title"]) for row in promises}
    promise_id = ""
    if titles:
        with right:
            promise_id = _selector("Medborgarlöfte", titles, key=PROMISE, first=next(iter(titles)))
    easy = _easy_known()
    for place in switch:
        with place:
            easy = _easy_switch(on=easy)
    row = municipalities[municipalities["municipality_code"] == code].iloc[0]
    choice = Choice(
        municipality_code=code,
        municipality_name=names[code],
        is_fictitious=bool(row["is_fictitious"]),
        promises=tuple({str(k): v for k, v in p.items()} for p in promises),
        promise=next(({str(k): v for k, v in p.items()} for p in promises if p["promise_id"] == promise_id), None),
        easy=easy,
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


def _easy_known() -> bool:
    """Lättläst as the address has it when it is new, else as it was chosen last."""
    asked = text(st.query_params.get(EASY))
    written = text(st.session_state.get(_WRITTEN, {}).get(EASY))
    if asked != written:
        return asked == "1"
    return bool(st.session_state.get(EASY, written == "1"))


def _easy_switch(*, on: bool) -> bool:
    if st.session_state.get(EASY) != on:
        st.session_state[EASY] = on
    return st.toggle("Lättläst", key=EASY)


def _first(names: Mapping[str, str]) -> str:
    """The municipality to begin with: that of the promise in the address, else the one all began with."""
    asked = text(st.query_params.get(PROMISE)).split("-", 1)[0]
    return next((code for code in (asked, _FIRST) if code in names), next(iter(names)))


def _write_address(address: Mapping[str, str]) -> None:
    there = st.query_params.to_dict()
    wanted = {key: value for key, value in there.items() if key not in (MUNICIPALITY, PROMISE, EASY)} | dict(address)
    if there != wanted:
        st.query_params.from_dict(wanted)
    st.session_state[_WRITTEN] = dict(address)


def keep(choice: Choice) -> None:
    """Hands the choice to the page that runs next."""
    st.session_state["_choice"] = choice


def chosen() -> Choice:
    """The choice that the router made in this run."""
    return st.session_state["_choice"]  # type: ignore[no-any-return]
