"""Öppna data on a public server, as a visitor meets it: readable by everybody, with files to save and texts to copy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import settled
from tests.browser.looking import english, faults, open_everything, pixels_too_wide, turn_dark


@pytest.fixture
def page(browser: Browser, public_server: str) -> Iterator[Page]:
    context = browser.new_context(locale="sv-SE", permissions=["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    opened.goto(f"{public_server}/oppnadata?kommun=1263")
    settled(opened)
    yield opened
    context.close()


@pytest.mark.parametrize("width", [1280, 360])
def test_the_screen_is_for_everybody(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    assert faults(page) == []

    open_everything(page)
    assert faults(page) == []
    assert {code.get_attribute("lang") for code in page.locator("code").all()} == {"en"}
    assert english(page) == []
    assert pixels_too_wide(page) == 0

    turn_dark(page)
    assert faults(page) == []


def test_a_table_is_saved_as_a_file(page: Page) -> None:
    with page.expect_download() as saved:
        page.get_by_role("link", name="CSV").and_(page.locator("[href='/data/v1/goal_point.csv']")).click()

    assert saved.value.suggested_filename == "goal_point.csv"
    assert Path(saved.value.path()).read_bytes().startswith(b"\xef\xbb\xbfmunicipality_code;")
    assert "/oppnadata" in page.url


def test_the_source_is_copied_with_the_keyboard(page: Page) -> None:
    button = page.get_by_role("button", name="Kopiera: Källhänvisning")
    button.focus()
    page.keyboard.press("Enter")
    page.get_by_text("Texten är kopierad.").wait_for()

    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Löfteskollen (2026). Öppna data om medborgarlöften.")
    assert copied.endswith("https://lofteskollen.example/oppnadata")


def test_the_links_at_the_top_lead_down_the_screen(page: Page) -> None:
    page.get_by_role("link", name="Licens och källor").click()
    page.wait_for_function("() => Math.abs(document.getElementById('licens').getBoundingClientRect().top) < 60")


def test_a_page_elsewhere_may_read_the_data_and_nothing_else(browser: Browser, public_server: str) -> None:
    """`localhost` is another origin than 127.0.0.1, though the same server."""
    elsewhere = browser.new_context(bypass_csp=True).new_page()
    elsewhere.goto(f"{public_server.replace('127.0.0.1', 'localhost')}/data/v1/kolumner.json")
    fetched = "address => fetch(address).then(answer => answer.status, () => 'refused')"

    assert elsewhere.evaluate(fetched, f"{public_server}/data/v1/promise.json") == 200
    assert elsewhere.evaluate(fetched, f"{public_server}/_stcore/health") == "refused"
    elsewhere.context.close()
