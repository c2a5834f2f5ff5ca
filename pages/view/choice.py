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


def choose() -> Choice | None:
    """Shows the two selectors and returns what is chosen; None when the database holds no municipality.

    Must run in the router: a bound selector in a page loses its value when the page is left.
    """
    municipalities = store.municipalities()
    if municipalities.empty:
        return None
    names = dict(zip(municipalities["municipality_code"], municipalities["name"], strict=True))
    left, right = st.columns([1, 2], gap="small")
    with left:
        code = _bound_selectbox("Kommun", names, key=MUNICIPALITY, first=_first(names))
    promises = store.promises(code).to_dict("records")
    titles = _distinct({text(row["promise_id"]): text(row["title"]) for row in promises})
    with right:
        chosen = _bound_selectbox("Medborgarlöfte", titles, key=PROMISE, first=next(iter(titles))) if titles else ""
    row = municipalities[municipalities["municipality_code"] == code].iloc[0]
    return Choice(
        municipality_code=code,
        municipality_name=names[code],
        is_fictitious=bool(row["is_fictitious"]),
        promises=tuple({str(k): v for k, v in p.items()} for p in promises),
        promise=next(({str(k): v for k, v in p.items()} for p in promises if p["promise_id"] == chosen), None),
    )


def _bound_selectbox(label: str, names: Mapping[str, str], *, key: str, first: str) -> str:
    """A selector whose choice always stands in the address, by name; a link may also give the code."""
    asked = text(st.query_params.get(key))
    if asked in names:
        st.session_state[key] = asked
    elif st.session_state.get(key) not in names and asked not in names.values():
        st.session_state[key] = first
    # No default: Streamlit leaves a default out of the address, and a link must say what it shows.
    return st.selectbox(
        label,
        list(names),
        index=None,
        required=True,
        format_func=lambda code: names.get(code, code),
        key=key,
        bind="query-params",
        filter_mode=None,
        placeholder="Välj",
    ) or first


def _first(names: Mapping[str, str]) -> str:
    """The municipality to begin with: that of the promise in the address, else the one all began with."""
    asked = text(st.query_params.get(PROMISE)).split("-", 1)[0]
    return next((code for code in (asked, _FIRST) if code in names), next(iter(names)))


def _distinct(titles: Mapping[str, str]) -> dict[str, str]:
    """Titles that can be told apart: the id is added to those that several promises share."""
    shared = {title for title in titles.values() if list(titles.values()).count(title) > 1}
    return {code: f"{title} ({code})" if title in shared else title for code, title in titles.items()}


def keep(choice: Choice | None) -> None:
    """Hands the choice to the page that runs next."""
    st.session_state["_choice"] = choice


def chosen() -> Choice:
    """The choice that the router made in this run."""
    return st.session_state["_choice"]  # type: ignore[no-any-return]
