"""What must stay inside leaves by no other door either: not by a screen, the static site or an answer of the server."""

import json
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from etl.publish.publish import Publication
from tests.browser.conftest import serving
from tests.support import ROOT
from tests.unit.project.checkout import files_under
from tests.unit.publish.planted import Planted, contents, markers_in

SCREENS = [name.removeprefix("pages/") for name in files_under("pages/screens/public/", suffix=".py")]
PROMISES = ("9999-2024", "9999-2025", "9999-2025-hojden", "9999-2025-trafik", "9999-2026")
ADDRESSES = ("", "lofte", "tryggheten", "brott", "metod", "oppnadata", "tillganglighet", "skarm", "skarm/paneler.json")
INTERNAL = ("trender", "aktivitetslogg", "datalexikon")


@pytest.fixture
def app(published: Publication, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    monkeypatch.setenv("LOFTESKOLLEN_PUBLIC", "1")
    monkeypatch.setenv("LOFTESKOLLEN_PUBLIC_DB", str(published.database.parent))
    st.cache_data.clear()
    st.cache_resource.clear()
    yield AppTest.from_file(str(ROOT / "pages" / "router.py"), default_timeout=60)
    st.cache_data.clear()
    st.cache_resource.clear()


def sent(app: AppTest) -> bytes:
    """All that the screen sends to the browser."""
    return "\n".join(messages(app._tree)).encode()


def messages(node: Any) -> Iterator[str]:
    if getattr(node, "proto", None) is not None:
        yield str(node.proto)
    for child in getattr(node, "children", {}).values():
        yield from messages(child)


def test_no_marker_is_sent_to_a_screen(app: AppTest, planted: Planted) -> None:
    found: dict[tuple[str, str], set[str]] = {}
    seen: set[str] = set()
    for promise in PROMISES:
        app.query_params["kommun"], app.query_params["lofte"] = "9999", promise
        app.run()
        for path in SCREENS:
            content = sent(app.switch_page(path).run())
            assert len(content) > 1_000, path
            seen |= markers_in(content, planted.marked)
            found[promise, path] = markers_in(content, planted.secret)
    assert {place: hits for place, hits in found.items() if hits} == {}
    assert seen, "what is marked offentlig must be seen, or nothing has been searched"


def test_no_marker_stands_in_the_static_site(planted: Planted, published: Publication, tmp_path: Path) -> None:
    target = tmp_path / "webb"
    command = [sys.executable, "-m", "pages.documents", "site", str(target), "--public", str(published.database.parent)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, encoding="utf-8", timeout=300)
    assert done.returncode == 0, done.stderr
    files = dict(contents(target))
    assert any(name.endswith(".html") for name in files)
    assert {name: hits for name, content in files.items() if (hits := markers_in(content, planted.secret))} == {}
    assert any(markers_in(content, planted.marked) for name, content in files.items() if name.endswith(".html"))


def test_no_answer_of_the_public_server_holds_a_marker(
    planted: Planted, published: Publication, tmp_path: Path
) -> None:
    settings = {
        "LOFTESKOLLEN_PUBLIC": "1",
        "LOFTESKOLLEN_PUBLIC_DB": str(published.database.parent),
        "LOFTESKOLLEN_DB": str(planted.database.parent),
    }
    listed = json.loads((published.open_data / "filer.json").read_text(encoding="utf-8"))["filer"]
    files = [f"data/v1/{file['namn']}" for file in listed]
    inside = [f"data/v1/{planted.database.name}", f"{published.database.name}", "data/v1/..%2fcurrent"]
    with serving(settings, tmp_path) as address:
        answers = {path: answer(f"{address}/{path}") for path in (*ADDRESSES, *files, *INTERNAL, *inside)}
    assert {path for path in (*ADDRESSES, *files) if answers[path][0] != 200} == set()
    assert {path for path in (*INTERNAL, *inside) if answers[path][0] != 404} == set()
    assert {path: hits for path, (_, body) in answers.items() if (hits := markers_in(body, planted.secret))} == {}
    assert markers_in(answers["data/v1/public_activity.csv"][1], planted.marked) == planted.marked


def answer(address: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(address, timeout=60) as found:
            return found.status, found.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read()
