import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.responses import Response

from pages.server import display, display_edition
from pages.server.display_settings import read_settings
from pages.server.display_style import style

PANELS = "/skarm/paneler.json"


def get(path: str, query: str = "", **headers: str) -> Response:
    """The answer of the route, without a server around it."""
    route = next(route for route in display.routes() if route.path == path)
    sent = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": sent}
    answer: Response = route.endpoint(Request(scope))
    return answer


def content(query: str = "") -> dict[str, Any]:
    read: dict[str, Any] = json.loads(get(PANELS, query).body)
    return read


def test_it_shows_the_first_promise_of_the_municipality_that_was_asked_for(served: Path) -> None:
    shown = content("kommun=9999")

    assert shown["municipality"] == "Exempelköping"
    assert shown["fictitious"]
    assert {panel["promise"] for panel in shown["panels"]} == {"Medborgarlöfte 2026"}


def test_a_promise_names_its_municipality_and_all_of_them_can_be_shown(served: Path) -> None:
    assert content("lofte=9999-2025")["panels"][0]["promise"] == "Medborgarlöfte 2025"
    every = content("kommun=9999&lofte=alla")["panels"]

    assert [p["promise"] for p in every if p["kind"] == "title"] == ["Medborgarlöfte 2026", "Medborgarlöfte 2025"]


def test_without_a_municipality_it_begins_where_the_screens_do(served: Path) -> None:
    assert content()["municipality"] == "Svedala"


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("kommun=7777", "Kommunen 7777 finns inte i Löfteskollen."),
        ("kommun=1465", "Svenljunga har inget medborgarlöfte här än."),
        ("kommun=1263&lofte=9999-2026", "Löftet 9999-2026 finns inte i Svedala."),
    ],
)
def test_without_panels_it_says_why(served: Path, query: str, reason: str) -> None:
    shown = content(query)

    assert shown["panels"] == []
    assert shown["reason"] == reason


def test_goals_are_drawn_in_the_shape_of_the_screen(served: Path) -> None:
    lying, standing = (content(f"kommun=1263&form={form}")["panels"] for form in ("liggande", "staende"))
    drawn = [(a["picture"], b["picture"]) for a, b in zip(lying, standing, strict=True) if a["picture"]]

    assert drawn
    assert all('viewBox="0 0 1080' in a and 'viewBox="0 0 1000' in b for a, b in drawn)


def test_what_the_display_has_is_not_sent_again(served: Path) -> None:
    first = get(PANELS, "kommun=1263")
    again = get(PANELS, "kommun=1263", if_none_match=first.headers["etag"])

    assert (first.status_code, again.status_code) == (200, 304)
    assert again.body == b""
    assert again.headers["x-lofteskollen-skarm"] == display.version()


def test_a_proxy_that_compresses_may_weaken_the_mark(served: Path) -> None:
    mark = get(PANELS).headers["etag"]

    assert get(PANELS, if_none_match=f'"gammal", W/{mark}').status_code == 304


def test_an_edition_is_made_once_per_build(served: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    original = display_edition._made
    monkeypatch.setattr(display_edition, "_made", lambda *known: made.append(known) or original(*known))
    for _ in range(3):
        content("kommun=1263")
    assert len(made) == 1

    stamp = display_edition.store.stamp()
    os.utime(stamp.path, ns=(stamp.modified_ns, stamp.modified_ns + 1))
    content("kommun=1263")
    assert len(made) == 2


def test_what_does_not_exist_takes_no_room_from_what_does(served: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = []
    original = display_edition._kept
    monkeypatch.setattr(display_edition, "_kept", lambda *known: kept.append(known) or original(*known))
    for number in range(50):
        content(f"kommun={number}")

    assert kept == []


def test_without_a_database_it_answers_in_words_and_not_for_keeps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_DB", str(tmp_path))
    answer = get(PANELS)

    assert answer.status_code == 503
    assert json.loads(answer.body) == {"fault": "Det finns ingen databas att visa än."}
    assert answer.headers["cache-control"] == "no-store"
    assert str(tmp_path) not in bytes(answer.body).decode()


def test_a_fault_of_ours_is_marked_and_never_a_trace(served: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_: object) -> None:
        raise RuntimeError("hemlig detalj")

    monkeypatch.setattr(display, "edition", breaks)
    answer = get(PANELS)

    assert answer.status_code == 503
    assert json.loads(answer.body)["fault"].startswith("Något gick fel på servern (märke ")
    assert b"hemlig" not in answer.body


def test_the_page_carries_its_settings_and_is_swedish() -> None:
    html = bytes(get("/skarm", "takt=45&tema=morkt&slinga=nej&kommun=1263").body).decode()

    assert '<html lang="sv" data-tema="morkt" data-takt="45" data-slinga="nej"' in html
    assert 'data-kommun="1263"' in html
    assert "<style" not in html
    assert "style=" not in html
    assert html.count("<script") == html.count('src="skarm/skarm.js"') == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(kommun=st.text(max_size=80), lofte=st.text(max_size=80))
def test_nothing_from_the_address_can_become_a_part_of_the_page(kommun: str, lofte: str) -> None:
    usual = display.page(read_settings({}))
    asked = display.page(read_settings({"kommun": kommun, "lofte": lofte}))

    for sign in '<>"':
        assert asked.count(sign) == usual.count(sign)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(query=st.binary(max_size=60))
def test_any_query_gets_an_answer_in_json(served: Path, query: bytes) -> None:
    scope = {"type": "http", "method": "GET", "path": PANELS, "query_string": b"kommun=" + query, "headers": []}
    answer = display._panels(Request(scope))

    assert answer.status_code == 200
    assert set(json.loads(answer.body)) == {"municipality", "fictitious", "missing", "reason", "panels"}


@pytest.mark.parametrize("name", [*display.SCRIPTS, "vakt.js"])
def test_scripts_are_our_own_files(name: str) -> None:
    answer = get(f"/skarm/{name}")

    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"
    assert b"eval(" not in answer.body
    assert b"innerHTML" not in answer.body


def test_the_worker_may_watch_over_the_page_and_knows_every_file_of_it() -> None:
    answer = get("/skarm/vakt.js")

    assert answer.headers["service-worker-allowed"] == "/skarm"
    for name in (*display.SCRIPTS, "skarm.css"):
        assert f'"{name}"' in bytes(answer.body).decode()


def test_the_style_has_the_colours_and_shapes_of_the_screens() -> None:
    sheet = style()

    assert "--lk-paper: #FBFAF7" in sheet
    assert ":root[data-tema=morkt]" in sheet
    assert sheet.count("--form: url(") == 5
    assert "http://" not in sheet.replace("http://www.w3.org/2000/svg", "")
