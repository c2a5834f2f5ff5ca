"""In public mode only the published database is read, and the internal screens do not exist."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from etl.errors import StoreError
from pages import store
from pages.router import addresses
from tests.unit.pages.fixture_marts import write
from tests.unit.project.checkout import files_under

SCREENS = [name.removeprefix("pages/") for name in files_under("pages/screens/public/", suffix=".py")]
INTERNAL = ("screens/steering/trender.py", "screens/steering/datalexikon.py", "screens/police/aktivitetslogg.py")


@pytest.fixture
def public(public_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The server of a public machine: LOFTESKOLLEN_DB points at internal figures, and is not looked at."""
    monkeypatch.setenv("LOFTESKOLLEN_PUBLIC", "1")
    monkeypatch.setenv("LOFTESKOLLEN_PUBLIC_DB", str(public_database.parent))
    monkeypatch.setenv("LOFTESKOLLEN_DB", str(write(tmp_path / "inside")))
    st.cache_data.clear()
    st.cache_resource.clear()
    yield public_database
    st.cache_data.clear()
    st.cache_resource.clear()


def html_of(app: AppTest) -> str:
    return "".join(str(element.proto.body) for element in app.get("html"))


@pytest.mark.parametrize("word", ["1", "ja", "true", "yes", "på"])
def test_every_word_but_no_means_public(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_PUBLIC", word)
    assert store.is_public()


@pytest.mark.parametrize("word", ["", "0", "nej", "Nej", "false", " "])
def test_no_means_internal(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_PUBLIC", word)
    assert not store.is_public()


def test_the_published_database_is_the_one_that_is_read(public: Path) -> None:
    assert store.stamp().path == str(public)
    assert store.build_info()["edition"] == "public"
    assert len(store.municipalities()) == 5


def test_a_database_that_is_not_published_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_PUBLIC", "1")
    monkeypatch.setenv("LOFTESKOLLEN_PUBLIC_DB", str(write(tmp_path)))
    with pytest.raises(StoreError, match="inte publicerad") as refused:
        store.municipalities()
    assert refused.value.where == "loften-fixtur.duckdb"
    assert "make publish" in refused.value.todo


def test_a_pointer_out_of_the_folder_does_not_help(
    built_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_PUBLIC", "1")
    monkeypatch.setenv("LOFTESKOLLEN_PUBLIC_DB", str(tmp_path))
    copyfile(built_database, tmp_path / "oppet-1.duckdb")
    for name in ("oppet-1.duckdb", str(built_database)):
        (tmp_path / "current").write_text(name)
        with pytest.raises(StoreError, match="inte publicerad"):
            store.municipalities()


def test_before_the_first_publication_the_visitor_is_told_and_no_path_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, app: AppTest
) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_PUBLIC", "1")
    monkeypatch.setenv("LOFTESKOLLEN_PUBLIC_DB", str(tmp_path))
    shown = html_of(app.run())
    assert "Det finns ingen databas att visa än" in shown
    assert "make publish" in shown
    assert str(tmp_path) not in shown


def test_the_internal_screens_do_not_exist(public: Path, app: AppTest) -> None:
    shown = app.run()
    assert not shown.exception
    for path in INTERNAL:
        with pytest.raises(ValueError, match="Could not find"):
            app.switch_page(path)
    assert not {"trender", "datalexikon", "aktivitetslogg"} & set(addresses())
    assert "Ledning" not in html_of(shown)
    assert "Internt arbetsmaterial" not in html_of(shown)


@pytest.mark.parametrize("promise", ["9999-2026", "9999-2025-hojden", "1263-2017"])
def test_every_public_screen_works_on_the_public_database(public: Path, app: AppTest, promise: str) -> None:
    app.query_params["kommun"], app.query_params["lofte"] = promise.split("-")[0], promise
    app.run()
    for path in SCREENS:
        shown = app.switch_page(path).run()
        assert not shown.exception, path
        assert "Något gick fel" not in html_of(shown), path
        assert "Sidan kan inte visas" not in html_of(shown), path


def test_a_goal_whose_figures_are_hidden_says_so(public: Path, app: AppTest) -> None:
    app.query_params["kommun"], app.query_params["lofte"] = "9999", "9999-2026"
    app.run()
    shown = html_of(app.switch_page("screens/public/lofte.py").run())
    assert "siffrorna är dolda för att skydda små tal" in shown


def test_refused_rows_are_counted_in_public_too(public: Path) -> None:
    assert store.reject_count() == 0
