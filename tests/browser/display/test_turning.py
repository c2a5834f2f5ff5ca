"""The display turns at its pace, waits when a person asks it to, and speaks only to who turns it."""

import pytest

from tests.browser.display.conftest import Display
from tests.browser.display.seen import SCREENS, faults_of, sentence
from tests.browser.display.served import Served, edition, panel, poll

# The longest that are told of the founding documents and of the made-up municipality.
LONGEST = (
    "”Totalindex i trygghetsmätningen” i Svedala går inte att bedöma: indexet har ingen publicerad felmarginal.",
    "Anmälda misshandelsbrott i Exempelköping är hittills 43 procent färre per invånare än före löftet.",
    "Löftet om minst 2 trygghetsinventeringar per halvår går inte att bedöma: löftet är villkorat.",
    "Målet på minst 2 uppstartsmöten för grannsamverkan går inte att bedöma: ingen aktivitetslogg.",
)
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" role="img" aria-label="Kurva">'
    '<text x="0" y="{h}" font-size="{t}">Lågt är bra</text></svg>'
)


def test_it_turns_at_its_pace_and_begins_again(start: Display) -> None:
    page = start("?takt=30")
    seen = [sentence(page)]
    for _ in range(4):
        page.clock.run_for(30_000)
        seen.append(sentence(page))

    assert seen == [f"Mening nummer {number}." for number in (0, 1, 2, 3, 0)]


def test_without_a_loop_it_stops_at_the_last_panel(start: Display) -> None:
    page = start("?takt=8&slinga=nej")
    page.clock.run_for(80_000)

    assert sentence(page) == "Mening nummer 3."
    assert page.inner_text("#paus") == "Fortsätt"
    page.click("#paus")
    assert sentence(page) == "Mening nummer 0."
    assert page.inner_text("#paus") == "Pausa"


@pytest.mark.parametrize("key", [" ", "p", "P"])
def test_a_key_stops_it_and_lets_it_go_on(start: Display, key: str) -> None:
    page = start()
    page.keyboard.press(key)
    page.clock.run_for(90_000)

    assert sentence(page) == "Mening nummer 0."
    assert page.inner_text("#paus") == "Fortsätt"
    page.keyboard.press(key)
    page.clock.run_for(20_000)
    assert sentence(page) == "Mening nummer 1."


def test_a_button_with_focus_is_pressed_once_by_space(start: Display) -> None:
    page = start()
    page.focus("#nasta")
    page.keyboard.press(" ")

    assert sentence(page) == "Mening nummer 1."
    assert page.inner_text("#paus") == "Pausa"


def test_arrows_go_both_ways_unless_keys_are_turned_off(start: Display) -> None:
    page = start()
    page.keyboard.press("ArrowLeft")
    assert sentence(page) == "Mening nummer 3."
    page.keyboard.press("ArrowRight")
    assert sentence(page) == "Mening nummer 0."

    without = start("?tangenter=nej")
    for key in ("ArrowRight", "p"):
        without.keyboard.press(key)
    assert sentence(without) == "Mening nummer 0."
    assert without.inner_text("#paus") == "Pausa"


def test_it_speaks_only_when_a_person_turns(start: Display) -> None:
    page = start()
    page.keyboard.press("ArrowRight")
    assert page.get_attribute("main", "aria-live") == "polite"
    page.clock.run_for(20_000)

    assert page.get_attribute("main", "aria-live") == "off"


@pytest.mark.parametrize(("motion", "moves"), [("reduce", 0), ("no-preference", 1)])
def test_nothing_moves_for_who_wants_it_still(start: Display, motion: str, moves: int) -> None:
    page = start(reduced_motion=motion)
    page.keyboard.press("ArrowRight")

    assert page.evaluate("() => document.getAnimations().length") == moves


@pytest.mark.parametrize("size", SCREENS)
def test_the_longest_sentences_fit_with_every_warning_at_once(
    start: Display, served: Served, size: tuple[int, int]
) -> None:
    box = {"w": 1000, "h": 710, "t": 66} if size[1] > size[0] else {"w": 1080, "h": 740, "t": 38}
    served.edition = edition(
        *(
            panel(
                number,
                sentence=words,
                about="Anser att polisen bryr sig om de lokala problemen, Björkhöjden",
                promise="Medborgarlöfte 2025–2026: trygg väg till skolan",
                verdict="Går inte att avgöra",
                tone="grey",
                picture=PICTURE.format(**box),
                source="Brå, anmälda brott; SCB, folkmängd den 31 december; svedala.lokaltidningen.se",
            )
            for number, words in enumerate(LONGEST)
        ),
        municipality="Örnsköldsvik",
        fictitious=True,
    )
    page = start(size=size)
    for _ in LONGEST:
        assert faults_of(page) == []
        page.keyboard.press("ArrowRight")

    assert page.locator("#bild").is_visible()
    served.edition["missing"] = "12 inlämnade rader saknas i siffrorna."
    for shown in served.edition["panels"]:
        shown |= {"fresh_until": "2020-01-01", "stale": "Uppgifterna är mer än 15 månader gamla"}
    poll(page, served)
    served.away = True
    poll(page, served)
    for _ in LONGEST:
        page.keyboard.press("ArrowRight")
        assert page.locator(".viktigt:visible").count() == 3
        assert faults_of(page) == []


def test_a_narrow_screen_turned_round_gets_other_pictures(start: Display, served: Served) -> None:
    page = start()
    before = served.asked
    page.set_viewport_size({"width": 1080, "height": 1920})
    page.wait_for_timeout(300)

    assert served.asked == before + 1
    assert faults_of(page) == []
