from pathlib import Path

from pages import store
from pages.view.corrections_section import corrections_html, history_html


def test_corrections_are_dated_and_say_their_cause(served: Path) -> None:
    html = corrections_html(store.corrections("9999"))

    assert "Rättelser (2)" in html
    assert html.index("2 maj 2026") < html.index("12 april 2026")
    assert "Före: 61 procent. Efter: 62 procent. Orsak: ändrade uppgifter." in html


def test_what_the_sentence_says_is_not_said_twice(served: Path) -> None:
    html = corrections_html(store.corrections("9999"))

    assert (
        "Omdömet om målet ”Skadegörelsen i centrum ska minska.” ändrades från Går inte att avgöra till På väg." in html
    )
    assert "Före: Går inte att avgöra" not in html


def test_none_is_said_too(served: Path) -> None:
    html = corrections_html(store.corrections("1263"))

    assert "Rättelser (0)" in html
    assert "Inga rättelser" in html


def test_the_history_of_a_goal_is_its_own(served: Path) -> None:
    corrections = store.corrections("9999")

    assert "12 april 2026" in history_html(corrections, "9999-2026-M1")
    assert "2 maj 2026" not in history_html(corrections, "9999-2026-M1")
    assert "Omdömet har inte ändrats" in history_html(corrections, "9999-2026-M3")


def test_no_full_stop_is_doubled(served: Path) -> None:
    corrections = store.corrections("9999").assign(before="Den gamla regeln.", after="Den nya regeln.")

    assert "Före: Den gamla regeln. Efter: Den nya regeln. Orsak" in corrections_html(corrections)
