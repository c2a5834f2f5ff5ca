"""The display on a real server: readable from five metres, for everybody, and able to start without the server."""

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.display.conftest import Display
from tests.browser.display.seen import OTHER_SCREENS, SCREENS, faults_of, panel_count, ready
from tests.browser.looking import faults as axe_faults

CHOICES = ("?kommun=9999&lofte=alla", "?kommun=1263")
NONSENSE = (
    "kommun=%00%ff",
    "kommun=<script>alert(1)</script>&lofte=\"'><img src=x onerror=alert(1)>",
    "takt=NaN&tema=--&slinga=%F0%9F%92%A9&tangenter=",
    "kommun=9999&lofte=1263-2017",
    "kommun=" + "9" * 3000,
    "&".join(f"a{i}={i}" for i in range(300)),
)


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("choice", CHOICES)
def test_every_panel_can_be_read_from_five_metres(display: Display, choice: str, size: tuple[int, int]) -> None:
    page = display(choice, size=size)

    assert panel_count(page) > 3
    for _ in range(panel_count(page)):
        assert faults_of(page) == []
        assert page.inner_text("#datum")
        page.keyboard.press("ArrowRight")


@pytest.mark.parametrize("size", OTHER_SCREENS)
def test_screens_of_other_shapes_get_a_picture_that_can_be_read(display: Display, size: tuple[int, int]) -> None:
    page = display("?kommun=1263", size=size)
    pictures = 0
    for _ in range(panel_count(page)):
        assert faults_of(page) == []
        pictures += page.locator("#bild").is_visible()
        page.keyboard.press("ArrowRight")

    assert pictures > 0


@pytest.mark.parametrize("size", [*SCREENS, (320, 640)])
@pytest.mark.parametrize("theme", ["ljust", "morkt"])
def test_axe_finds_nothing_on_any_panel(display: Display, size: tuple[int, int], theme: str) -> None:
    page = display(f"?kommun=9999&lofte=alla&tema={theme}", size=size)

    for _ in range(panel_count(page)):
        assert axe_faults(page) == []
        page.keyboard.press("ArrowRight")


@pytest.mark.parametrize("choice", CHOICES)
def test_on_a_phone_it_is_read_at_its_own_length(display: Display, choice: str) -> None:
    page = display(choice, size=(320, 640))

    for _ in range(panel_count(page)):
        assert page.evaluate("() => document.documentElement.scrollWidth") == 320
        page.keyboard.press("ArrowRight")


def test_the_page_says_what_it_is(display: Display) -> None:
    page = display("?kommun=9999")

    assert page.evaluate("() => document.documentElement.lang") == "sv"
    assert page.title() == "Exempelköping – Löfteskollen på skärm"
    assert page.get_by_role("heading", level=1).inner_text() == "Exempelköping"
    assert page.get_by_text("Påhittad kommun").is_visible()


def test_the_theme_follows_the_machine_unless_the_address_decides(display: Display) -> None:
    def ground(query: str, scheme: str) -> str:
        page = display(query, color_scheme=scheme)
        return str(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))

    light, dark = "rgb(251, 250, 247)", "rgb(18, 24, 31)"
    assert [ground("", "light"), ground("", "dark")] == [light, dark]
    assert [ground("?tema=morkt", "light"), ground("?tema=ljust", "dark")] == [dark, light]


def test_everything_is_reached_by_keyboard_and_seen(display: Display) -> None:
    page = display("?kommun=9999&lofte=alla")
    reached = []
    for _ in range(3):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("() => document.activeElement.innerText"))
        outline = page.evaluate("() => parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
        assert outline >= 3

    assert reached == ["Förra", "Pausa", "Nästa"]


def test_it_needs_nothing_from_elsewhere_and_breaks_no_policy(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page, asked, said = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{server}/skarm?kommun=9999&lofte=alla")
    ready(page)
    for _ in range(panel_count(page)):
        page.keyboard.press("ArrowRight")
    context.close()

    assert asked
    assert [address for address in asked if not address.startswith(server)] == []
    assert said == []


@pytest.mark.parametrize("query", NONSENSE)
def test_a_strange_address_still_gives_a_page(display: Display, query: str) -> None:
    page = display(f"?{query}")
    shown = page.inner_text("body")

    assert page.inner_text("h2")
    assert not re.search(r"Traceback|Error|undefined|NaN|null", shown)
    assert page.evaluate("() => document.images.length") == 0


def test_a_municipality_without_promises_says_so(display: Display) -> None:
    page = display("?kommun=1465")

    assert page.inner_text("h2") == "Det finns inget att visa än"
    assert page.inner_text("#mening") == "Svenljunga har inget medborgarlöfte här än."
    assert faults_of(page) == []


def test_it_starts_without_the_server_once_it_has_been_shown(display: Display) -> None:
    page = display("?kommun=9999", worker=True)
    first = page.inner_text("h2")
    page.wait_for_function("() => navigator.serviceWorker.controller")
    page.wait_for_function(
        "async () => (await (await caches.open('lofteskollen-skarm-1')).keys()).length >= 3", polling=200
    )
    page.context.set_offline(True)
    page.reload()
    ready(page)
    page.wait_for_selector("#natet:not([hidden])")

    assert page.inner_text("h2") == first
    assert re.fullmatch(
        r"Servern svarar inte sedan kl\.\s\d{1,2}\.\d\d – senast hämtade uppgifter visas", page.inner_text("#natet")
    )
