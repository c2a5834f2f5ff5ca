"""What axe and a visit to every screen (test_every_screen.py) do not see: what opens, the keyboard, landmarks."""

import pytest

from pages.router import addresses
from tests.browser.conftest import Open
from tests.browser.looking import faults


@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_with_a_selector_open(visit: Open, width: int) -> None:
    page = visit("/lofte?kommun=1263", width=width)
    page.get_by_role("combobox").first.click()
    page.get_by_role("option").first.wait_for()

    assert faults(page) == []


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

    # Beside the screens it holds the way to English.
    assert page.get_by_role("navigation", name="Sidor").get_by_role("link").count() == len(addresses()) + 1
    assert page.get_by_role("main").count() == 1
