"""The tools below a chart: a picture, a link to exactly this view, and texts to paste."""

import struct
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Open, settled

PROMISE = "/lofte?kommun=1263&lofte=1263-2017"


@pytest.fixture
def page(visit: Open) -> Page:
    page = visit(PROMISE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


@pytest.fixture
def without_clipboard(visit: Open) -> Page:
    """As on http on another computer, where the browser has no clipboard to give."""
    page = visit(PROMISE)
    page.evaluate("() => Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    return page


@pytest.fixture
def other(browser: Browser) -> Iterator[Page]:
    """Somebody else, who gets the link."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, locale="sv-SE", reduced_motion="reduce")
    yield context.new_page()
    context.close()


def said(page: Page, place: int) -> str:
    return page.locator("[data-lk-tools] [role=status]").nth(place).inner_text()


def pasted(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_picture_is_made_in_the_browser_with_room_for_title_and_source(page: Page) -> None:
    chart = page.locator("[data-testid=stPlotlyChart]").first.bounding_box()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Bild").first.click()
    picture = waiting.value.path().read_bytes()
    width, height = struct.unpack(">II", picture[16:24])

    assert picture.startswith(b"\x89PNG")
    assert waiting.value.suggested_filename.endswith(".png")
    assert chart is not None
    assert width >= 1200
    assert height / width > 1.15 * chart["height"] / chart["width"]
    assert len(picture) > 15_000
    page.wait_for_function("() => document.body.innerText.includes('Bilden är sparad')")


def test_the_link_leads_somebody_else_to_the_same_chart(page: Page, other: Page) -> None:
    page.get_by_role("button", name="Kopiera länk").nth(1).click()
    page.wait_for_function("() => document.body.innerText.includes('Länken är kopierad.')")
    link = pasted(page)
    assert "kommun=1263&lofte=1263-2017#figur-" in link

    other.goto(link)
    settled(other)
    place = other.locator(f"#{link.split('#')[1]}")
    other.wait_for_function("id => document.activeElement.id === id", arg=link.split("#")[1])
    assert -5 <= place.evaluate("e => e.getBoundingClientRect().top") < 400


def test_the_texts_carry_sentence_caution_source_and_link(page: Page) -> None:
    tools = page.locator("[data-lk-tools]", has=page.get_by_role("button", name="Bild")).first
    tools.get_by_text("Kopiera text", exact=True).click()
    # The address is set in when the texts have unfolded.
    tools.get_by_text("#figur-").first.wait_for()
    sentence = tools.locator("[data-lk-text]").first.inner_text()
    tools.get_by_role("button", name="Kopiera texten för Kommunens webbplats").click()
    tools.get_by_text("Texten är kopierad.").wait_for()

    assert pasted(page).replace("\r", "") == sentence
    assert "inte alla brott som begås" in sentence
    assert "Källa: " in sentence
    assert "#figur-" in sentence
    assert "[länk]" not in tools.inner_text()


def test_without_a_clipboard_it_is_copied_the_old_way(without_clipboard: Page) -> None:
    page = without_clipboard
    page.get_by_role("button", name="Kopiera länk").first.click()
    page.wait_for_function("() => document.body.innerText.includes('Länken är kopierad.')")

    assert page.evaluate("document.activeElement.textContent") == "Kopiera länk"


def test_the_keyboard_does_it_too(page: Page) -> None:
    page.get_by_role("button", name="Kopiera länk").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.body.innerText.includes('Länken är kopierad.')")

    assert "#figur-" in pasted(page)
