"""The display over days: it keeps what it has when the server is away, says so, and comes back by itself."""

from datetime import date

from playwright.sync_api import Page

from tests.browser.display.conftest import Display
from tests.browser.display.seen import faults_of, ready, sentence
from tests.browser.display.served import Served, edition, panel, poll


def note(page: Page) -> str:
    return page.inner_text("#natet") if page.locator("#natet").is_visible() else ""


def test_the_last_panels_stay_when_the_server_goes_and_it_comes_back_by_itself(start: Display, served: Served) -> None:
    page = start()
    served.away = True
    poll(page, served)
    assert note(page).replace("\N{NO-BREAK SPACE}", " ") == (
        "Servern svarar inte sedan kl. 14.21 – senast hämtade uppgifter visas"
    )
    before = sentence(page)
    page.clock.run_for(20_000)
    assert sentence(page) != before
    assert faults_of(page) == []

    served.away = False
    poll(page, served, seconds=11)
    assert note(page) == ""


def test_the_day_is_said_when_the_server_has_been_away_since_another(start: Display, served: Served) -> None:
    page = start()
    served.away = True
    poll(page, served)
    page.clock.fast_forward("24:00:00")
    page.wait_for_timeout(50)

    assert "den 22 november kl. 14.21" in note(page).replace("\N{NO-BREAK SPACE}", " ")


def test_a_server_without_a_database_is_not_a_server_that_is_away(start: Display, served: Served) -> None:
    page = start()
    served.fault = "Det finns ingen databas att visa än."
    poll(page, served)

    assert note(page).startswith("Servern har inga nya uppgifter sedan kl.")
    assert sentence(page).startswith("Mening nummer")


def test_without_anything_to_show_it_says_what_is_wrong(start: Display, served: Served) -> None:
    served.fault = "Det finns ingen databas att visa än."
    page = start()
    page.wait_for_function("() => !document.getElementById('mening').hidden")

    assert page.inner_text("h2") == "Uppgifterna går inte att hämta"
    assert sentence(page) == "Det finns ingen databas att visa än."
    served.fault = ""
    page.clock.run_for(11_000)
    page.wait_for_function("() => document.getElementById('mening').innerText === 'Mening nummer 0.'")


def test_what_is_unchanged_is_not_fetched_or_drawn_again(start: Display, served: Served) -> None:
    page = start("?takt=120")
    page.evaluate("() => { document.getElementById('mening').firstChild.marked = true; }")
    poll(page, served)

    assert served.unchanged == 1
    assert page.evaluate("() => document.getElementById('mening').firstChild.marked")


def test_a_new_build_is_shown_from_the_next_panel_on(start: Display, served: Served) -> None:
    page = start("?takt=120")
    served.edition = edition(*(panel(number, sentence=f"Ny mening {number}.") for number in range(4)))
    poll(page, served)
    assert sentence(page) == "Mening nummer 0."
    page.keyboard.press("ArrowRight")

    assert sentence(page) == "Ny mening 1."


def test_a_build_without_panels_says_why_at_once(start: Display, served: Served) -> None:
    page = start()
    served.edition = edition(reason="Svedala har inget medborgarlöfte här än.")
    poll(page, served)

    assert page.inner_text("h2") == "Det finns inget att visa än"
    assert sentence(page) == "Svedala har inget medborgarlöfte här än."
    served.edition = edition(panel(0))
    poll(page, served)
    assert sentence(page) == "Mening nummer 0."


def test_old_figures_say_so_from_the_day_after_also_without_the_server(start: Display, served: Served) -> None:
    old = "Uppgifterna är äldre än utlovat: besked skulle ges varje kvartal"
    served.edition = edition(panel(0, fresh_until=date(2026, 11, 22), stale=old), panel(1))
    page = start()
    assert not page.locator("#gammalt").is_visible()
    served.away = True
    page.keyboard.press("p")
    page.clock.fast_forward("24:00:00")
    page.keyboard.press("ArrowRight")
    assert not page.locator("#gammalt").is_visible()
    page.keyboard.press("ArrowRight")

    assert page.inner_text("#gammalt") == old


def test_a_reload_shows_what_was_kept(start: Display, served: Served) -> None:
    page = start()
    served.fault = "Något gick fel på servern."
    page.reload()
    ready(page)
    page.wait_for_function("() => !document.getElementById('natet').hidden")

    assert sentence(page) == "Mening nummer 0."


def test_a_huge_edition_is_kept_without_its_pictures(start: Display, served: Served) -> None:
    huge = f'<svg xmlns="http://www.w3.org/2000/svg"><desc>{"x" * 900_000}</desc></svg>'
    served.edition = edition(*(panel(number, picture=huge) for number in range(4)))
    page = start()
    kept = page.evaluate("() => Object.values(localStorage).reduce((sum, text) => sum + text.length, 0)")

    assert 0 < kept < 2_000_000
    served.fault = "Något gick fel på servern."
    page.reload()
    ready(page)
    assert sentence(page) == "Mening nummer 0."


def test_an_upgraded_server_makes_it_load_itself_anew_but_not_for_ever(start: Display, served: Served) -> None:
    loads: list[str] = []
    page = start()
    page.on("load", lambda: loads.append("load"))
    served.version = "nyare"
    poll(page, served)
    page.wait_for_timeout(300)
    for _ in range(3):
        poll(page, served)

    assert len(loads) == 1
