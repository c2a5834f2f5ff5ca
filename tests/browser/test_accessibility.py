"""WCAG 2.0–2.2 A and AA with axe, and the parts of it that axe cannot see."""

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open, settled

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ENGLISH = ("Skip to", "Choose", "Fullscreen", "No results", "Download", "Open", "Close", "Search", "Deploy", "required")
SCREENS = {
    "laget": "/?kommun=9999",
    "lofte-svedala": "/lofte?kommun=1263",
    "lofte-exempel": "/lofte?kommun=9999&lofte=9999-2026",
    "datalexikon": "/datalexikon",
    "lofte-lattlast": "/lofte?kommun=9999&lofte=9999-2026&lattlast=1",
    "trender": "/trender?kommun=1263",
    "trender-exempel": "/trender?kommun=9999",
    "aktivitetslogg": "/aktivitetslogg?kommun=9999",
    "tom-logg": "/aktivitetslogg?kommun=1263",
}


def faults(page: Page) -> list[str]:
    """What axe finds, as rule and place. Runs outside the page's own policy, which forbids eval."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}})", TAGS)
    return [f"{v['id']}: {node['target']} {node['html'][:160]}" for v in found["violations"] for node in v["nodes"]]


def open_everything(page: Page) -> None:
    """Unfolds every table and explanation, also those inside what is folded."""
    for summary in page.locator("[data-testid=stExpander] summary").all():
        summary.click()
    page.wait_for_timeout(400)
    page.evaluate("() => document.querySelectorAll('details.lk-more').forEach(more => { more.open = true; })")
    page.wait_for_timeout(400)


def english_left(page: Page) -> list[str]:
    """Streamlit's own words that are still English, in text or in names that only a screen reader says."""
    named = page.evaluate(
        "() => [...document.querySelectorAll('[aria-label],[title],[placeholder]')].flatMap(e => "
        "['aria-label', 'title', 'placeholder'].map(n => e.getAttribute(n))).filter(Boolean)"
    )
    said = "\n".join([page.inner_text("body"), *named])
    return [word for word in ENGLISH if word in said]


def pixels_too_wide(page: Page) -> int:
    return int(
        page.evaluate(
            "() => Math.max(...[document.documentElement, document.querySelector('[data-testid=stMain]')]"
            ".map(e => e.scrollWidth - e.clientWidth))"
        )
    )


def turn_dark(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(
        "() => getComputedStyle(document.documentElement).getPropertyValue('--lk-ink').trim() === '#E9EDF1'"
    )
    settled(page)


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_is_for_everybody(visit: Open, screen: str, width: int) -> None:
    """One visit: folded, unfolded and dark; Swedish throughout; never wider than the window."""
    page = visit(SCREENS[screen], width=width)
    assert page.evaluate("document.documentElement.lang") == "sv"
    assert page.title().endswith("– Löfteskollen")
    assert faults(page) == []

    open_everything(page)
    assert faults(page) == []
    assert english_left(page) == []
    assert pixels_too_wide(page) == 0

    turn_dark(page)
    assert faults(page) == []


@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_with_a_selector_open(visit: Open, width: int) -> None:
    page = visit("/lofte?kommun=1263", width=width)
    page.get_by_role("combobox").first.click()
    page.get_by_role("option").first.wait_for()

    assert faults(page) == []


@pytest.mark.parametrize("screen", ["lofte-svedala", "lofte-exempel", "trender", "trender-exempel"])
def test_every_chart_has_words_and_a_table(visit: Open, screen: str) -> None:
    page = visit(SCREENS[screen])
    open_everything(page)
    charts = page.locator("[data-testid=stPlotlyChart]").count()
    described = page.locator("[role=figure][aria-label]:has(.js-plotly-plot)").all()

    assert charts > 0
    assert len(described) == charts
    assert all(len(chart.get_attribute("aria-label") or "") > 40 for chart in described)
    assert page.locator("[data-testid=stExpander]", has_text="Visa tabell").locator("table").count() == charts


@pytest.mark.parametrize("width", [1280, 360])
def test_the_keyboard_reaches_menu_and_selectors(visit: Open, width: int) -> None:
    page = visit("/lofte?kommun=1263", width=width)
    reached = []
    for _ in range(14):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                "() => { const e = document.activeElement; return e.getAttribute('aria-label') || e.innerText || '' }"
            )
        )
    order = " | ".join(reached)
    places = [order.find(words) for words in ("Läget i korthet", "Löftet", "Trender", "Aktivitetslogg", "Kommun")]

    assert -1 not in places, order
    assert places == sorted(places), order


def test_the_menu_is_a_landmark(visit: Open) -> None:
    page = visit("/")

    assert page.get_by_role("navigation", name="Sidor").get_by_role("link").count() == 5
    assert page.get_by_role("main").count() == 1
