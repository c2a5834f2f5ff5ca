"""The municipality and the promise that the visitor looks at. They stand in the address, so a link can be shared."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from pages import store
from pages.view.formats import text
from pages.view.made_once import once
from pages.view.selectors import drawn_drop_down

Row = Mapping[str, Any]
MUNICIPALITY, PROMISE, EASY, LANGUAGE = "kommun", "lofte", "lattlast", "sprak"
_OWN = (MUNICIPALITY, PROMISE, EASY, LANGUAGE)
_ENGLISH = "en"
# Shown to a visitor whose address names none: the promise that Löfteskollen was built from.
_FIRST = "1263"
_WRITTEN = "_address"


@dataclass(frozen=True, kw_only=True)
class Choice:
    """`promise` is a row of marts.promise, or None where the municipality has no promise. `easy` asks for lättläst,
    `english` for the answers in English."""

    municipality_code: str
    municipality_name: str
    is_fictitious: bool
    promises: tuple[Row, ...]
    promise: Row | None
    easy: bool = False
    english: bool = False

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
            **({LANGUAGE: _ENGLISH} if self.english else {}),
        }

    def address_in(self, language: str) -> dict[str, str]:
        """The same view in Swedish ("sv") or English ("en")."""
        return {**self.address, LANGUAGE: language}

    def own(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows of the municipality that belong to the chosen promise."""
        return rows[rows["promise_id"] == self.promise_id]


def choose() -> Choice | None:
    """What the visitor looks at, before the selectors are shown; None when the database holds no municipality.

    An address that was not written here (a link, the back button) decides; otherwise what was chosen last does.
    Streamlit's own binding of selectors to the address is not used: it leaves out defaults and writes labels.
    """
    known = _municipalities()
    if not known:
        return None
    names = {text(row["municipality_code"]): text(row["name"]) for row in known}
    code = _decided(MUNICIPALITY, names, first=_first(names))
    promises = once(("promises", code), lambda: _records(store.promises(code)))
    titles = _titles(promises)
    promise_id = _decided(PROMISE, titles, first=next(iter(titles))) if titles else ""
    choice = Choice(
        municipality_code=code,
        municipality_name=names[code],
        is_fictitious=any(row["municipality_code"] == code and row["is_fictitious"] for row in known),
        promises=promises,
        promise=next((promise for promise in promises if promise["promise_id"] == promise_id), None),
        easy=_easy_decided(),
        english=_english_decided(),
    )
    _write_address(choice.address)
    return choice


def selectors(choice: Choice, *, easy_offered: bool) -> None:
    """Shows the selectors as `choose` left them. The switch to lättläst stands only on screens with such a version;
    elsewhere the choice is kept."""
    names = {text(row["municipality_code"]): text(row["name"]) for row in _municipalities()}
    # One row and not columns, each of which would be an element more to send.
    with st.container(key="lk-val", horizontal=True, gap="small", vertical_alignment="bottom"):
        drawn_drop_down("Kommun", names, choice.municipality_code, key=MUNICIPALITY)
        if choice.promises:
            drawn_drop_down("Medborgarlöfte", _titles(choice.promises), choice.promise_id, key=PROMISE)
        if easy_offered:
            if st.session_state.get(EASY) != choice.easy:
                st.session_state[EASY] = choice.easy
            st.toggle("Lättläst", value=choice.easy, key=EASY, width="content")


def _municipalities() -> tuple[Row, ...]:
    return once(("municipalities",), lambda: _records(store.municipalities()))


def _titles(promises: Iterable[Row]) -> dict[str, str]:
    return {text(row["promise_id"]): text(row["title"]) for row in promises}


def _records(rows: pd.DataFrame) -> tuple[Row, ...]:
    return tuple({str(name): value for name, value in row.items()} for row in rows.to_dict("records"))


def _decided(key: str, names: Mapping[str, str], *, first: str) -> str:
    """What the selector `key` will show."""
    asked = text(st.query_params.get(key))
    written = text(st.session_state.get(_WRITTEN, {}).get(key))
    new_address = asked != written
    # A change of screen that comes while the page still runs drops the selector's value: then the address remembers.
    known = text(st.session_state.get(key)) or written
    wanted = asked if new_address and asked in names else known if known in names else first
    if st.session_state.get(key) != wanted:
        st.session_state[key] = wanted
    return wanted


def _easy_decided() -> bool:
    """Lättläst as the address has it when it is new, else as it was chosen last."""
    asked = text(st.query_params.get(EASY))
    written = text(st.session_state.get(_WRITTEN, {}).get(EASY))
    if asked != written:
        return asked == "1"
    return bool(st.session_state.get(EASY, written == "1"))


def _english_decided() -> bool:
    """The address alone decides: every link carries it (links.js)."""
    return text(st.query_params.get(LANGUAGE)) == _ENGLISH


def _first(names: Mapping[str, str]) -> str:
    """The municipality to begin with: that of the promise in the address, else the one all began with."""
    asked = text(st.query_params.get(PROMISE)).split("-", 1)[0]
    return next((code for code in (asked, _FIRST) if code in names), next(iter(names)))


def _write_address(address: Mapping[str, str]) -> None:
    there = st.query_params.to_dict()
    wanted = {key: value for key, value in there.items() if key not in _OWN} | dict(address)
    if there != wanted:
        st.query_params.from_dict(wanted)
    st.session_state[_WRITTEN] = dict(address)


def keep(choice: Choice) -> None:
    """Hands the choice to the page that runs next."""
    st.session_state["_choice"] = choice


def chosen() -> Choice:
    """The choice that the router made in this run."""
    return st.session_state["_choice"]  # type: ignore[no-any-return]
