"""The English version: reached and left by one link, accessible, and marked with its language."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open, settled
from tests.browser.looking import faults, open_everything, pixels_too_wide, turn_dark

SCREENS = {
    "laget": "/?kommun=9999&sprak=en",
    "lofte": "/lofte?kommun=1263&sprak=en",
    "brott": "/brott?kommun=1263&sprak=en",
}


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_light_and_dark(visit: Open, screen: str, width: int) -> None:
    page = visit(SCREENS[screen], width=width)
    open_everything(page)
    assert pixels_too_wide(page) <= 0
    assert faults(page) == []
    turn_dark(page)
    assert faults(page) == []


def test_one_link_leads_to_english_and_one_back(visit: Open) -> None:
    page = visit("/lofte?kommun=9999&lofte=9999-2025")
    page.get_by_role("link", name="English", exact=True).click()
    page.wait_for_function("() => location.search.includes('sprak=en')")
    page.get_by_role("heading", name="Did it get better?").wait_for()
    settled(page)
    assert "lofte=9999-2025" in page.url
    assert language_of(page, "Did it get better?") == "en"
    assert language_of(page, "Medborgarlöfte 2025") == "sv"

    page.get_by_role("link", name="Läget i korthet").click()
    page.get_by_role("heading", name="How is the promise in Exempelköping going?").wait_for()
    assert "sprak=en" in page.url

    page.get_by_role("link", name="Svenska", exact=True).click()
    page.get_by_role("heading", name="Blev det bättre?").first.wait_for()
    settled(page)
    assert "sprak" not in page.url
    page.get_by_role("link", name="Löftet", exact=True).click()
    page.get_by_role("heading", name="Gjorde vi det vi lovade?").first.wait_for()
    assert "sprak" not in page.url


def language_of(page: Page, heading: str) -> str | None:
    return page.get_by_role("heading", name=heading).first.evaluate("e => e.closest('[lang]').lang")
