"""Every screen is visited once, folded and unfolded, wide and narrow, light and dark; then come the claims about it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from pages.router import addresses
from tests.browser.conftest import settled
from tests.browser.looking import Watched, english, faults, open_everything, pixels_too_wide, turn_dark

SCREENS = {
    "laget": "/?kommun=9999",
    "lofte-svedala": "/lofte?kommun=1263",
    "lofte-exempel": "/lofte?kommun=9999&lofte=9999-2026",
    "tryggheten": "/tryggheten?kommun=9999",
    "tryggheten-index": "/tryggheten?kommun=1263&fraga=enkat%3Atotalindex",
    "brott": "/brott?kommun=1263",
    "brott-exempel": "/brott?kommun=9999&matt=antal",
    "datalexikon": "/datalexikon?kommun=9999",
    "lofte-lattlast": "/lofte?kommun=9999&lofte=9999-2026&lattlast=1",
    "trender": "/trender?kommun=1263",
    "trender-exempel": "/trender?kommun=9999",
    "aktivitetslogg": "/aktivitetslogg?kommun=9999",
    "metod": "/metod?kommun=9999",
    "oppnadata": "/oppnadata?kommun=9999",
    "tillganglighet": "/tillganglighet?kommun=9999",
    "tom-logg": "/aktivitetslogg?kommun=1263",
}
WIDTHS = (1280, 360)
TWO_FRAMES = "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"


@dataclass(kw_only=True)
class Seen:
    """What one visit to a screen showed. `axe`, `english` and `too_wide` hold only what is wrong, by moment."""

    language: str
    title: str
    watched: Watched
    axe: dict[str, list[str]] = field(default_factory=dict)
    english: dict[str, list[str]] = field(default_factory=dict)
    too_wide: dict[str, int] = field(default_factory=dict)
    charts: int = 0
    tables: int = 0
    words_of_charts: tuple[str, ...] = ()

    def look(self, page: Page, moment: str) -> None:
        if wrong := faults(page):
            self.axe[moment] = wrong
        if too_wide := pixels_too_wide(page):
            self.too_wide[moment] = too_wide

    def listen(self, page: Page, moment: str) -> None:
        if wrong := english(page):
            self.english[moment] = wrong


def walk(page: Page, watched: Watched) -> Seen:
    """The whole visit, on a page that has just been drawn in light at the first width."""
    seen = Seen(language=page.evaluate("document.documentElement.lang"), title=page.title(), watched=watched)
    seen.look(page, "folded")
    seen.listen(page, "folded")
    page.set_viewport_size({"width": WIDTHS[1], "height": 900})
    settled(page)
    seen.look(page, "folded, narrow")

    open_everything(page)
    for width in reversed(WIDTHS):
        page.set_viewport_size({"width": width, "height": 900})
        settled(page)
        seen.look(page, f"unfolded, {width}")
    seen.listen(page, "unfolded")
    look_at_charts(page, seen)
    open_each_selector(page, seen)

    turn_dark(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        settled(page)
        seen.look(page, f"dark, {width}")
    return seen


def look_at_charts(page: Page, seen: Seen) -> None:
    described = page.locator("[role=figure][aria-label]:has(.js-plotly-plot)").all()
    charts = page.locator("[data-testid=stPlotlyChart]")
    seen.words_of_charts = tuple(chart.get_attribute("aria-label") or "" for chart in described)
    seen.charts = charts.count()
    seen.tables = page.locator("[data-testid=stExpander]", has_text="Visa tabell").locator("table").count()
    # What fetches things late: the pointer over a chart, and all of the page seen.
    for chart in charts.all()[:3]:
        chart.scroll_into_view_if_needed()
        chart.hover()


def open_each_selector(page: Page, seen: Seen) -> None:
    """Each list is seen open (an unopened one fails the visit), heard and closed again."""
    options = page.get_by_role("option")
    for place, selector in enumerate(page.get_by_role("combobox").all()):
        selector.scroll_into_view_if_needed()
        # A list closes when the page scrolls, and the page says that it has scrolled in its next frame.
        page.evaluate(TWO_FRAMES)
        selector.click()
        options.first.wait_for()
        seen.listen(page, f"selector {place}")
        page.keyboard.press("Escape")
        options.first.wait_for(state="detached")


@pytest.fixture(scope="module")
def visited(browser: Browser, server: str) -> Callable[[str], Seen]:
    """What was seen on a screen; it is visited when it is first asked for."""

    @cache
    def visit_once(screen: str) -> Seen:
        context = browser.new_context(
            viewport={"width": WIDTHS[0], "height": 900}, locale="sv-SE", reduced_motion="reduce"
        )
        page, watched = context.new_page(), Watched()
        watched(page)
        page.goto(f"{server}{SCREENS[screen]}")
        settled(page)
        seen = walk(page, watched)
        context.close()
        return seen

    return visit_once


Visited = Callable[[str], Seen]
on_every_screen = pytest.mark.parametrize("screen", SCREENS)


def test_no_screen_is_forgotten() -> None:
    assert {urlsplit(address).path for address in SCREENS.values()} == {f"/{address}" for address in addresses()}


@on_every_screen
def test_axe_finds_nothing(visited: Visited, screen: str) -> None:
    assert visited(screen).axe == {}


@on_every_screen
def test_it_is_never_wider_than_the_window(visited: Visited, screen: str) -> None:
    assert visited(screen).too_wide == {}


@on_every_screen
def test_it_speaks_swedish_only(visited: Visited, screen: str) -> None:
    assert visited(screen).language == "sv"
    assert visited(screen).english == {}


@on_every_screen
def test_its_title_says_where_one_is(visited: Visited, screen: str) -> None:
    assert visited(screen).title.endswith("– Löfteskollen")


@on_every_screen
def test_it_asks_nobody_else_and_breaks_no_rule(visited: Visited, server: str, screen: str) -> None:
    watched = visited(screen).watched

    assert watched.asked
    assert watched.elsewhere(server) == []
    assert watched.said == []


@pytest.mark.parametrize("screen", ["lofte-svedala", "lofte-exempel", "trender", "trender-exempel"])
def test_every_chart_has_words_and_a_table(visited: Visited, screen: str) -> None:
    seen = visited(screen)

    assert seen.charts > 0
    assert len(seen.words_of_charts) == seen.charts
    assert all(len(words) > 40 for words in seen.words_of_charts)
    assert seen.tables == seen.charts
