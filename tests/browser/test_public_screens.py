"""Every public screen, as the public server shows it: for everybody, at every width, in light and dark."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import settled
from tests.browser.looking import faults, open_everything, pixels_too_wide, turn_dark

# 320 is what is left of 1280 pixels at 400 % zoom.
WIDTHS = (320, 768, 1920)
SCREENS = {
    "laget": "/?kommun=9999&lofte=9999-2026",
    "laget-lattlast": "/?kommun=1263&lattlast=1",
    "laget-engelska": "/?kommun=1263&sprak=en",
    "lofte": "/lofte?kommun=9999&lofte=9999-2026",
    "lofte-engelska": "/lofte?kommun=9999&lofte=9999-2026&sprak=en",
    "tryggheten": "/tryggheten?kommun=9999",
    "brott": "/brott?kommun=9999",
    "metod": "/metod?kommun=1263",
    "oppnadata": "/oppnadata?kommun=9999",
    "tillganglighet": "/tillganglighet?kommun=1263",
}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": WIDTHS[0], "height": 900}, color_scheme="light", locale="sv-SE", reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def test_every_public_screen_is_looked_at(public_server: str, page: Page) -> None:
    page.goto(public_server)
    settled(page)
    linked = page.evaluate("[...document.querySelectorAll('.lk-menu a')].map(link => new URL(link.href).pathname)")
    assert set(linked) == {path.split("?")[0] for path in SCREENS.values()}


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing_at_any_width(public_server: str, page: Page, screen: str) -> None:
    page.goto(f"{public_server}{SCREENS[screen]}")
    settled(page)
    open_everything(page)
    found = {}
    for scheme in ("light", "dark"):
        if scheme == "dark":
            turn_dark(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            settled(page)
            if wrong := faults(page):
                found[scheme, width] = wrong
            assert pixels_too_wide(page) == 0, (scheme, width)
    assert found == {}
