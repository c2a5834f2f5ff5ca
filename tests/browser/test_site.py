"""The static site in a real browser: WCAG, keyboard, zoom, no script, nothing from elsewhere, and its weight."""

import functools
import gzip
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.looking import faults
from tests.unit.documents.html_check import Checked
from tests.unit.documents.site_support import written_site

PAGES = {
    "start": "",
    "kommun": "exempelkoping/",
    "lofte": "exempelkoping/2026/",
    "lofte-svedala": "svedala/2017/",
    "tryggheten": "exempelkoping/tryggheten/",
    "brott": "exempelkoping/brott/",
    "metod": "metod/",
    "oppna-data": "oppna-data/",
    "tillganglighet": "tillganglighet/",
    "lattlast": "lattlast/",
    "lattlast-lofte": "lattlast/svedala/2017/",
    "engelska": "en/",
    "engelska-lofte": "en/svedala/2017/",
    "inbaddad": "svedala/2017/badda-in/",
    "saknas": "404.html",
}
FIRST_PAGE_BYTES = 100_000
Visit = Callable[..., Page]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing: what matters is what the browser got."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, public_database: Path) -> Iterator[str]:
    """The address of the site, below a folder of a server, as a municipality might put it."""
    root = tmp_path_factory.mktemp("webb")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(root)))
    address = f"http://127.0.0.1:{server.server_address[1]}/lofteskollen/"
    written_site(root / "lofteskollen", public_database.parent, base_url=address)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield address
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    """Opens a page of the site in a fresh browser without JavaScript unless it is asked for."""
    contexts: list[BrowserContext] = []

    def open_page(address: str, *, width: int = 1280, height: int = 900, scheme: str = "light", script: bool = False,
                  watch: Callable[[Page], None] | None = None) -> Page:  # fmt: skip
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=script,
            locale="sv-SE",
            bypass_csp=script,
        )
        contexts.append(context)
        page = context.new_page()
        if watch:
            watch(page)
        page.goto(f"{site}{address}")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_axe_finds_nothing_at_any_width(visit: Visit, address: str) -> None:
    page = visit(address, script=True)
    # The first dozen hold every kind of table and explanation; the rest are more of the same.
    page.evaluate("() => [...document.querySelectorAll('details')].slice(0, 12).forEach(e => { e.open = true; })")
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for width in (320, 768, 1920):
            page.set_viewport_size({"width": width, "height": 900})
            if wrong := faults(page):
                found[scheme, width] = wrong
    assert found == {}


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_nothing_is_cut_or_scrolled_sideways_at_400_percent(visit: Visit, address: str) -> None:
    """1280 pixels at 400 % are 320 pixels; tables scroll by themselves, the page does not."""
    page = visit(address, width=320, height=256, script=True)
    page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    cut = page.evaluate(
        "() => [...document.querySelectorAll('main *')].filter(e => !e.closest('.lk-scroll, .dold, svg, .lk-announce')"
        " && e.getClientRects().length && e.getBoundingClientRect().right > innerWidth + 1)"
        ".map(e => e.outerHTML.slice(0, 90))"
    )
    assert cut == []


def test_every_answer_is_there_without_javascript(visit: Visit) -> None:
    page = visit("svedala/2017/")
    assert page.locator("h1").inner_text() == "Medborgarlöfte 2017"
    assert page.get_by_text("Går inte att avgöra").first.is_visible()
    assert page.locator("figure svg").first.is_visible()
    assert page.locator("script").count() == 0
    why = page.locator("summary", has_text="Varför?").first
    why.click()
    assert page.get_by_text("Planen och takten").first.is_visible()


def test_the_keyboard_reaches_everything_and_shows_where_it_is(visit: Visit) -> None:
    page = visit("svedala/2017/", script=True)
    wanted = page.evaluate(
        "() => [...document.querySelectorAll('a[href], summary, [tabindex=\"0\"]')]"
        ".filter(e => e.checkVisibility()).length"
    )
    seen = []
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == "Till innehållet"
    assert page.evaluate("() => document.activeElement.getBoundingClientRect().top") >= 0
    for _ in range(wanted):
        seen.append(
            page.evaluate(
                "() => { const e = document.activeElement; return e.tagName + e.outerHTML.slice(0, 120) + "
                "[...document.querySelectorAll(e.tagName)].indexOf(e); }"
            )
        )
        assert page.evaluate("() => parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 2, seen[-1]
        page.keyboard.press("Tab")
    assert len(set(seen)) == wanted


def test_the_skip_link_leads_past_the_menu(visit: Visit) -> None:
    page = visit("metod/", script=True)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "innehall"


def test_nothing_is_fetched_from_another_host_and_nothing_is_refused(visit: Visit, site: str) -> None:
    asked: list[str] = []
    said: list[str] = []

    def watch(page: Page) -> None:
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))

    for address in PAGES.values():
        visit(address, watch=watch)
    assert asked
    assert [url for url in asked if not url.startswith(site)] == []
    assert said == []


def test_the_first_page_is_light(visit: Visit, site: str) -> None:
    """Everything that a phone fetches, as a server sends it compressed."""
    for address in ("", "svedala/", "svedala/2017/"):
        bodies: dict[str, bytes] = {}

        def watch(page: Page, bodies: dict[str, bytes] = bodies) -> None:
            page.on("response", lambda answer: bodies.__setitem__(answer.url, answer.body()))

        visit(address, watch=watch).wait_for_load_state("networkidle")
        assert len(bodies) >= 2
        assert sum(len(gzip.compress(body)) for body in bodies.values()) < FIRST_PAGE_BYTES


def test_every_link_within_the_site_leads_somewhere(visit: Visit, site: str) -> None:
    page = visit("")
    waiting, found = [site], set[str]()
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        found.add(address)
        answer = page.request.get(address)
        assert answer.ok, address
        if "text/html" not in answer.headers["content-type"]:
            continue
        read = Checked(answer.text())
        for link in (urljoin(address, written) for written in read.links):
            bare, _, anchor = link.partition("#")
            if anchor and bare == address:
                assert read.ids.count(anchor) == 1, link
            if bare.startswith(site):
                waiting.append(bare)
    assert len(found) > len(PAGES)


def test_the_dark_page_is_dark(visit: Visit) -> None:
    light, dark = (
        visit("svedala/", scheme=scheme, script=True).evaluate("() => getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    )
    assert (light, dark) == ("rgb(251, 250, 247)", "rgb(18, 24, 31)")


def test_reduced_motion_is_respected(visit: Visit) -> None:
    page = visit("metod/", script=True)
    scroll = "() => getComputedStyle(document.documentElement).scrollBehavior"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(scroll) == "auto"
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(scroll) == "smooth"


def test_the_shared_picture_of_a_page_is_there(visit: Visit, site: str) -> None:
    page = visit("svedala/2017/", script=True)
    picture = page.locator("meta[property='og:image']").get_attribute("content")
    assert picture is not None
    assert picture.startswith(site)
    assert page.request.get(picture).headers["content-type"] == "image/png"
