from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette

from pages.server import screen_page, scripts
from pages.server.screen_page import in_swedish, screen_policy
from pages.server.settings import ServerSettings
from tests.unit.pages.server.asking import ask

INDEX = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def app() -> Starlette:
    return Starlette(routes=[*screen_page.routes(["", "lofte"], ServerSettings()), *scripts.routes()])


@pytest.mark.parametrize("path", ["/", "/lofte"])
def test_the_page_is_swedish_from_its_first_byte(app: Starlette, path: str) -> None:
    answer = ask(app, path)

    assert (answer.status, answer.headers["content-language"]) == (200, "sv")
    assert '<html lang="sv">' in answer.body
    assert "<title>Löfteskollen</title>" in answer.body
    assert '<meta name="description" content="Medborgarlöften' in answer.body


def test_no_english_and_no_way_to_the_inside_is_left_in_it() -> None:
    html = in_swedish(INDEX)

    assert "Den här sidan behöver JavaScript" in html
    assert "enable JavaScript" not in html
    assert "agent" not in html
    assert "<!--" not in html


def test_our_scripts_come_before_streamlits_and_our_sheet_after() -> None:
    html = in_swedish(INDEX)

    for name in scripts.SCRIPTS:
        assert html.index(f'<script src="./{name}">') < html.index('<script type="module"')
    assert html.rindex('rel="stylesheet"') == html.index(f'rel="stylesheet" href="./{scripts.SHEET}"')
    assert html.index(scripts.SHEET) > html.index('<div id="root">')


def test_only_the_scripts_of_the_page_itself_may_run_inline() -> None:
    rules = dict(rule.split(" ", 1) for rule in screen_policy(in_swedish(INDEX), ServerSettings()).split("; "))

    assert rules["script-src"].startswith("'self' 'sha256-")
    assert "unsafe" not in rules["script-src"]
    assert "unsafe" not in rules["style-src-elem"]


def test_a_slash_too_many_leads_to_the_screen_with_what_was_chosen(app: Starlette) -> None:
    answer = ask(app, "/lofte/", query="kommun=1263")

    assert (answer.status, answer.headers["location"]) == (301, "../lofte?kommun=1263")


@pytest.mark.parametrize("name", [*scripts.SCRIPTS, scripts.SHEET])
def test_a_file_that_the_browser_has_is_not_sent_again(app: Starlette, name: str) -> None:
    answer = ask(app, f"/{name}")
    again = ask(app, f"/{name}", headers={"if-none-match": answer.headers["etag"]})

    assert answer.status == 200
    assert answer.body
    assert (again.status, again.body) == (304, "")
