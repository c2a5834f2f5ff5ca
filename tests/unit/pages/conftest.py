from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.support import ROOT
from tests.unit.pages.fixture_marts import write

ROUTER = str(ROOT / "pages" / "router.py")


@pytest.fixture(scope="session")
def marts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with the fixture database and its pointer."""
    return write(tmp_path_factory.mktemp("db"))


@pytest.fixture
def served(marts: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The fixture database is the one that the screens see."""
    monkeypatch.setenv("LOFTESKOLLEN_DB", str(marts))
    st.cache_data.clear()
    st.cache_resource.clear()
    yield marts
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def app() -> AppTest:
    """The router, not yet run."""
    return AppTest.from_file(ROUTER, default_timeout=30)
