"""What 13 § of lag (2018:1937) and Digg's template ask for stands in the statement."""

import itertools
from datetime import date
from pathlib import Path

from pages import store
from pages.view.accessibility_statement import COMPLAINTS, SHORTCOMINGS, STATUS, TESTED_ON, UPDATED_ON, statement_html


def statement(tested: date = TESTED_ON, updated: date = UPDATED_ON) -> str:
    contacts = store.contacts("1263")
    return statement_html(actor="Svedala kommun", contacts=contacts, tested=tested, updated=updated)


def test_actor_status_and_supervision(served: Path) -> None:
    html = statement()

    assert html.count("Svedala kommun") >= 2
    assert STATUS in ("helt förenlig", "delvis förenlig", "inte förenlig")
    assert f"är {STATUS} med lagen om tillgänglighet till digital offentlig service (2018:1937)" in html
    assert f'href="{COMPLAINTS}"' in html
    assert "Myndigheten för digital förvaltning (Digg)" in html


def test_known_shortcomings_each_with_a_way_round(served: Path) -> None:
    html = statement()

    assert (STATUS == "helt förenlig") == (not SHORTCOMINGS)
    for known in SHORTCOMINGS:
        assert known.use in html
        assert known.instead in html


def test_somebody_can_be_told_through_a_function(served: Path) -> None:
    assert "tel:11414" in statement()
    assert "Ingen kontaktväg" in statement_html(actor="x", contacts=store.contacts("1465"))


def test_the_dates_can_be_set_and_are_both_there(served: Path) -> None:
    html = statement(tested=date(2027, 1, 5), updated=date(2027, 2, 6)).replace("\u00a0", " ")

    assert "Senaste bedömningen gjordes den 5 januari 2027." in html
    assert "uppdaterades senast den 6 februari 2027." in html


def test_the_headings_come_in_order(served: Path) -> None:
    levels = [int(part[0]) for part in statement().split("<h")[1:]]

    assert levels[0] == 2
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
