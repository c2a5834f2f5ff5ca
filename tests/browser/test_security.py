"""Real Chromium: no screen asks anybody else for anything, nothing in an address is run, strangers frame nothing."""

from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle
from pathlib import Path
from threading import Thread
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import serving, settled
from tests.browser.looking import Watched, open_everything

PUBLIC = ("", "lofte", "tryggheten", "brott", "metod", "oppnadata", "tillganglighet")
INLINE = "() => { const s = document.createElement('script'); s.text = 'window.stulet = 1'; document.body.append(s) }"
SCRIPT = "<script>window.stulet=1</script><img src=x onerror=window.stulet=1>"
NASTY = (
    f"kommun={quote(SCRIPT)}&lofte={quote(SCRIPT)}",
    f"kommun=9999&omrade={quote(SCRIPT)}&brott={quote(SCRIPT)}&fraga={quote(SCRIPT)}",
    f"{quote(SCRIPT)}={quote(SCRIPT)}",
    "kommun=javascript:alert(1)&lofte=%00%ff",
    "kommun=" + "9" * 7_000,
    "&".join(f"a{number}=1" for number in range(900)),
)


@pytest.fixture
def open_anywhere(browser: Browser) -> Iterator[Callable[[str, Watched], Page]]:
    """Opens a whole address, also one that is not of the fixture server."""
    contexts = []

    def open_page(address: str, watched: Watched) -> Page:
        context = browser.new_context(locale="sv-SE", reduced_motion="reduce")
        contexts.append(context)
        page = context.new_page()
        watched(page)
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()


def look_around(page: Page) -> None:
    """What fetches things late: everything unfolded, the pointer over every chart, the whole page seen."""
    settled(page)
    open_everything(page)
    for chart in page.locator("[data-testid=stPlotlyChart]").all()[:3]:
        chart.scroll_into_view_if_needed()
        chart.hover()
    settled(page)


@pytest.mark.parametrize("screen", PUBLIC)
def test_a_public_screen_asks_nobody_else_and_breaks_no_rule(
    open_anywhere: Callable[[str, Watched], Page], public_server: str, screen: str
) -> None:
    watched = Watched()
    page = open_anywhere(f"{public_server}/{screen}?kommun=9999", watched)
    look_around(page)

    assert watched.elsewhere(public_server) == []
    assert watched.said == []
    assert page.context.cookies() == []


def test_the_display_asks_nobody_else(open_anywhere: Callable[[str, Watched], Page], public_server: str) -> None:
    watched = Watched()
    page = open_anywhere(f"{public_server}/skarm?kommun=9999&takt=8", watched)
    page.wait_for_load_state("networkidle")

    assert watched.elsewhere(public_server) == []
    assert watched.said == []


def test_a_stranger_would_be_seen(open_anywhere: Callable[[str, Watched], Page], server: str) -> None:
    """The test of the tests above: a request elsewhere is refused by the policy and is noticed."""
    watched = Watched()
    page = open_anywhere(f"{server}/lofte", watched)
    settled(page)
    page.evaluate("() => fetch('http://127.0.0.2:9/').catch(() => 0)")
    page.evaluate(INLINE)
    # A text that is to be run, by the page itself: what the test evaluates the browser lets through.
    page.evaluate("() => setTimeout('window.stulet = 2', 0)")
    page.wait_for_timeout(200)

    assert len([words for words in watched.said if "Content Security Policy" in words]) >= 3
    assert page.evaluate("() => window.stulet") is None


# Every address on one screen; that they are strange to no screen is tried without a browser in test_addresses.py.
@pytest.mark.parametrize(
    ("query", "screen"), list(zip(NASTY, cycle(("lofte", "brott", "")), strict=False)), ids=range(len(NASTY))
)
def test_nothing_in_an_address_is_run(
    open_anywhere: Callable[[str, Watched], Page], server: str, query: str, screen: str
) -> None:
    watched = Watched()
    page = open_anywhere(f"{server}/{screen}?{query}", watched)
    settled(page)

    assert page.locator("h1").count() == 1
    assert "gick fel" not in page.locator("h1").inner_text()
    assert page.evaluate("() => window.stulet") is None
    assert watched.said == []


@pytest.mark.parametrize(
    "path", ["/finns-inte", "/lofte/bilaga", "/%00", "/%ff", "/<script>", "/_stcore/metrics", "/.git"]
)
def test_an_address_that_is_nobodys_is_a_page_in_swedish(
    open_anywhere: Callable[[str, Watched], Page], server: str, path: str
) -> None:
    watched = Watched()
    page = open_anywhere(f"{server}{path}", watched)

    assert page.locator("h1").inner_text() == "Sidan finns inte"
    assert page.locator("html").get_attribute("lang") == "sv"
    assert page.get_by_role("link", name="Till startsidan").evaluate("e => e.href") == f"{server}/"


def test_from_such_a_page_one_link_leads_to_the_start(
    open_anywhere: Callable[[str, Watched], Page], server: str
) -> None:
    page = open_anywhere(f"{server}/finns-inte", Watched())
    page.get_by_role("link", name="Till startsidan").click()
    page.wait_for_url(f"{server}/**")
    settled(page)

    assert "Läget i korthet" in page.title()


@pytest.fixture
def stranger(tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Another site, whose front page shows the address that it is given in a frame; says its own address."""

    class Site(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Site, directory=str(tmp_path))) as site:
        Thread(target=site.serve_forever, daemon=True).start()

        def framing(address: str) -> str:
            (tmp_path / "index.html").write_text(f'<!DOCTYPE html><iframe src="{address}"></iframe>', encoding="utf-8")
            return f"http://127.0.0.1:{site.server_port}"

        yield framing
        site.shutdown()


def in_frame(page: Page, address: str) -> str:
    page.goto(address)
    page.wait_for_load_state("load")
    return page.frames[1].url


def test_a_stranger_cannot_frame_a_page(browser: Browser, public_server: str, stranger: Callable[[str], str]) -> None:
    page = browser.new_page()

    assert in_frame(page, stranger(f"{public_server}/lofte")).startswith("chrome-error:")
    page.close()


def test_a_site_on_the_list_can(
    browser: Browser, public_database: Path, stranger: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    settings = {
        "LOFTESKOLLEN_PUBLIC": "1",
        "LOFTESKOLLEN_PUBLIC_DB": str(public_database.parent),
        "LOFTESKOLLEN_EMBED_IN": stranger(""),
    }
    with serving(settings, tmp_path_factory.mktemp("inbaddad")) as address:
        page = browser.new_page()
        assert in_frame(page, stranger(f"{address}/lofte")) == f"{address}/lofte"
        page.frames[1].wait_for_selector("h1", timeout=60_000)
        page.close()
