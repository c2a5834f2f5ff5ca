"""What is the same for every visitor is made once per build: HTML, files, rows ready to show."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import streamlit as st

from pages import store

Made = TypeVar("Made")


@st.cache_resource(max_entries=2000, show_spinner=False)
def _made(build: store.Stamp, key: Hashable, _make: Callable[[], Any]) -> Any:
    return _make()


def once(key: Hashable, make: Callable[[], Made]) -> Made:
    """Makes something that is only read once per build; `key` must name all else that it depends on."""
    made: Made = _made(store.stamp(), key, make)
    return made
