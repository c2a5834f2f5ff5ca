import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import duckdb
import pytest
import streamlit as st

from etl.errors import StoreError
from pages import store
from tests.unit.pages.fixture_marts import write


def test_without_a_database_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_DB", str(tmp_path))

    with pytest.raises(StoreError) as caught:
        store.municipalities()

    assert "ingen databas" in caught.value.what
    assert "make run" in caught.value.todo


def test_a_pointer_to_nothing_is_no_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_DB", str(tmp_path))
    for pointer in ("borta.duckdb", ""):
        (tmp_path / "current").write_text(pointer)
        with pytest.raises(StoreError):
            store.stamp()


def test_a_file_that_is_no_database_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_DB", str(tmp_path))
    (tmp_path / "current").write_text("trasig.duckdb")
    (tmp_path / "trasig.duckdb").write_bytes(b"detta ar ingen databas" * 500)

    with pytest.raises(StoreError) as caught:
        store.municipalities()

    assert "trasig.duckdb" in caught.value.where


def test_a_database_of_another_make_is_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_DB", str(tmp_path))
    duckdb.connect(str(tmp_path / "gammal.duckdb")).close()
    (tmp_path / "current").write_text("gammal.duckdb")

    with pytest.raises(StoreError) as caught:
        store.municipalities()

    assert "annan version" in caught.value.what


def test_a_new_build_is_seen_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_DB", str(write(tmp_path)))
    assert "Svedala" in set(store.municipalities()["name"])
    with duckdb.connect(str(tmp_path / "nyare.duckdb")) as newer:
        newer.execute("create schema marts")
        newer.execute(
            "create table marts.municipality as select '0136' as municipality_code, 'Haninge' as name, "
            "false as is_fictitious, 1 as promises"
        )
    (tmp_path / "ny").write_text("nyare.duckdb")
    os.replace(tmp_path / "ny", tmp_path / "current")  # noqa: PTH105

    assert list(store.municipalities()["name"]) == ["Haninge"]


def test_a_screen_cannot_spoil_what_another_sees(served: Path) -> None:
    first = store.municipalities()
    first["name"] = "ändrad"

    assert "Svedala" in set(store.municipalities()["name"])


def test_made_up_municipalities_come_last(served: Path) -> None:
    assert list(store.municipalities()["name"]) == ["Svedala", "Svenljunga", "Exempelköping"]


def test_the_running_promise_comes_first(served: Path) -> None:
    assert list(store.promises("9999")["promise_id"]) == ["9999-2026", "9999-2025"]


def test_the_limits_of_disclosure_control_come_in_their_own_order(served: Path) -> None:
    assert store.thresholds()[["key", "value"]].to_numpy().tolist() == [["minsta_antal", 5.0], ["minsta_svar", 30.0]]


def test_the_connection_can_read_no_other_file(served: Path) -> None:
    with store._connection(store.stamp()).cursor() as cursor, pytest.raises(duckdb.Error):
        cursor.execute("select * from read_text('/etc/hostname')")


def test_a_connection_that_has_been_closed_is_replaced_by_a_fresh_one(served: Path) -> None:
    broken = store._connection(store.stamp())
    broken.close()

    assert "Svedala" in set(store.municipalities()["name"])
    assert store._connection(store.stamp()) is not broken


def test_a_connection_that_breaks_again_is_told(served: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def broken(*_: object) -> None:
        asked.append(1)
        raise duckdb.ConnectionException("Connection already closed!")

    monkeypatch.setattr(store, "_frame", broken)
    with pytest.raises(duckdb.ConnectionException):
        store.municipalities()

    assert len(asked) == 2


def test_a_query_goes_on_when_the_caches_are_emptied(served: Path) -> None:
    """Whatever empties them: a third build, or an order that has found its way past the door."""
    connection = store._connection(store.stamp())
    st.cache_resource.clear()

    assert connection.execute("select count(*) from marts.municipality").fetchone() == (3,)


def test_visitors_notice_nothing_while_the_caches_are_emptied_under_them(served: Path) -> None:
    over = Event()

    def empty() -> None:
        while not over.is_set():
            st.cache_data.clear()
            st.cache_resource.clear()
            over.wait(0.005)

    def look(_: int) -> list[str]:
        return list(store.municipalities()["name"])

    with ThreadPoolExecutor(max_workers=5) as visitors:
        emptying = visitors.submit(empty)
        try:
            seen = list(visitors.map(look, range(100)))
        finally:
            over.set()
        emptying.result()

    assert seen == [["Svedala", "Svenljunga", "Exempelköping"]] * 100
