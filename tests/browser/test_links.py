"""Links between our screens: the page stays, the choice follows, and a place on a screen is found."""

import pytest
from playwright.sync_api import Page

from pages.view.accessibility_statement import HEADING
from tests.browser.conftest import Open, settled

GOES = "() => { window.__same_page = true; }"


def follow(page: Page, words: str, title: str) -> None:
    page.evaluate(GOES)
    page.locator(".lk-foot").get_by_role("link", name=words).click()
    page.wait_for_function(f"() => document.title.startsWith('{title}')")
    settled(page)


def test_every_screen_leads_to_the_statement_and_keeps_what_is_chosen(visit: Open) -> None:
    page = visit("/lofte?kommun=9999&lofte=9999-2025")
    follow(page, "Tillgänglighetsredogörelse", "Tillgänglighetsredogörelse")

    assert page.evaluate("window.__same_page") is True
    assert "kommun=9999&lofte=9999-2025" in page.url
    assert page.locator("h1").inner_text() == HEADING

    page.go_back()
    page.wait_for_function("() => document.title.startsWith('Löftet')")
    settled(page)
    assert page.locator("h1").inner_text() == "Medborgarlöfte 2025"


def test_a_screen_reader_is_told_that_the_page_is_another(visit: Open) -> None:
    page = visit("/?kommun=9999")
    follow(page, "Ordlista och metod", "Ordlista och metod")

    told = page.locator(".lk-announce[role=status]")
    page.wait_for_function("() => document.querySelector('.lk-announce')?.textContent.includes('Ordlista')")
    assert told.inner_text() == "Sidan är uppdaterad: Ordlista och metod"


@pytest.mark.parametrize("width", [1280, 360])
def test_a_word_has_an_address_of_its_own(visit: Open, width: int) -> None:
    page = visit("/metod?kommun=9999#ord-seriebrott", width=width)
    page.wait_for_function("() => document.activeElement.id === 'ord-seriebrott'")

    top = page.locator("#ord-seriebrott").evaluate("e => e.getBoundingClientRect().top")
    assert -5 <= top < 850


def test_a_word_beside_a_figure_is_one_tap_from_its_meaning(visit: Open) -> None:
    page = visit("/lofte?kommun=1263")
    why = page.locator("[data-testid=stExpander]").filter(has=page.get_by_text("Vad betyder orden?")).first
    why.locator("summary").first.click()
    settled(page)
    why.get_by_text("Vad betyder orden?").click()
    why.locator("a[href^='./metod#ord-']").first.click()
    page.wait_for_function("() => document.activeElement.id.startsWith('ord-')")

    assert page.locator("h1").inner_text() == "Ordlista och metod"
