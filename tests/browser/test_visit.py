"""What a visitor does: follows a link, changes screen, goes back. And what the page does behind the visitor's back."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page

from tests.browser.conftest import Open, settled

DEEP = "/lofte?kommun=9999&lofte=9999-2025"


def address(page: Page) -> tuple[str, dict[str, list[str]]]:
    parts = urlsplit(page.url)
    return parts.path, parse_qs(parts.query)


def where(page: Page) -> tuple[str, dict[str, list[str]]]:
    """The screen and what every screen has chosen in common, without the selectors of its own."""
    path, known = address(page)
    return path, {key: value for key, value in known.items() if key in ("kommun", "lofte", "lattlast")}


def go(page: Page, screen: str) -> None:
    page.get_by_role("navigation", name="Sidor").get_by_role("link", name=screen).click()
    page.wait_for_function(f"() => document.title.startsWith('{screen}')")
    settled(page)


def test_a_cold_deep_link_lands_on_its_page(visit: Open) -> None:
    page = visit(DEEP)

    assert page.locator("h1").inner_text() == "Medborgarlöfte 2025"
    assert address(page) == ("/lofte", {"kommun": ["9999"], "lofte": ["9999-2025"]})


def test_the_choice_follows_from_screen_to_screen_and_back(visit: Open) -> None:
    chosen = {"kommun": ["9999"], "lofte": ["9999-2025"]}
    page = visit(DEEP)
    go(page, "Trender")
    assert where(page) == ("/trender", chosen)
    assert page.locator("h1").inner_text() == "Trender i Exempelköping"

    go(page, "Läget i korthet")
    assert where(page) == ("/", chosen)

    page.go_back()
    page.wait_for_function("() => document.title.startsWith('Trender')")
    settled(page)
    assert where(page) == ("/trender", chosen)
    assert page.locator("h1").inner_text() == "Trender i Exempelköping"


def test_a_choice_is_written_to_the_address(visit: Open) -> None:
    page = visit(DEEP)
    page.get_by_role("combobox").first.click()
    page.get_by_role("option", name="Svedala").click()
    page.wait_for_function("() => location.search.includes('1263-2017')")
    settled(page)

    assert address(page) == ("/lofte", {"kommun": ["1263"], "lofte": ["1263-2017"]})
    assert page.locator("h1").inner_text() == "Medborgarlöfte 2017"


def test_lattlast_is_a_choice_that_stands_in_the_address_and_survives(visit: Open) -> None:
    page = visit(DEEP)
    page.get_by_text("Lättläst", exact=True).click()
    page.wait_for_function("() => location.search.includes('lattlast=1')")
    settled(page)
    assert page.locator(".lk-easy").count() > 0
    assert page.locator("[data-testid=stPlotlyChart]").count() == 0

    go(page, "Trender")
    assert address(page)[1]["lattlast"] == ["1"]
    go(page, "Läget i korthet")
    assert page.get_by_role("switch", name="Lättläst").is_checked()

    page.get_by_text("Lättläst", exact=True).click()
    page.wait_for_function("() => !location.search.includes('lattlast')")
    settled(page)
    assert page.locator(".lk-easy").count() == 0


def test_a_quiet_link_leads_down_to_the_corrections(visit: Open) -> None:
    page = visit("/lofte?kommun=9999&lofte=9999-2026")
    page.get_by_role("link", name="Rättelser (2)").click()
    page.wait_for_timeout(500)

    assert 0 <= page.locator("#rattelser").evaluate("e => e.getBoundingClientRect().top") < 900
    assert address(page)[0] == "/lofte"


def test_why_is_one_tap_below_the_sentence(visit: Open) -> None:
    page = visit("/lofte?kommun=1263")
    why = page.locator("[data-testid=stExpander] summary", has_text="Varför?")
    assert why.count() == 6

    why.nth(2).click()
    rule = page.get_by_text("Anmälda skadegörelser per invånare ska vara färre 2017 än under 2014–2016.")
    rule.wait_for()
    assert rule.is_visible()


def test_the_first_address_is_a_link_that_says_what_it_shows(visit: Open) -> None:
    page = visit("/")
    page.wait_for_function("() => location.search.includes('lofte')")

    assert address(page) == ("/", {"kommun": ["1263"], "lofte": ["1263-2017"]})


def test_the_file_that_is_downloaded_opens_in_a_swedish_spreadsheet(visit: Open) -> None:
    page = visit("/lofte?kommun=1263")
    page.locator("[data-testid=stExpander] summary", has_text="Visa tabell").first.click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Ladda ner CSV").first.click()
    content = waiting.value.path().read_bytes()

    assert content.startswith(b"\xef\xbb\xbf")
    assert "14,72" in content.decode("utf-8-sig")


def test_dark_follows_the_browser(visit: Open) -> None:
    page = visit("/lofte?kommun=1263", scheme="dark")
    ground = page.evaluate("getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")

    assert ground == "rgb(18, 24, 31)"
    # The chart is drawn anew when the palette changes, so its ticks are looked for until they stand there.
    page.wait_for_function(
        "() => { const tick = document.querySelector('.js-plotly-plot .xtick text');"
        " return tick && getComputedStyle(tick).fill === 'rgb(169, 180, 191)'; }"
    )
