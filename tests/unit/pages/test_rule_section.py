from datetime import date
from pathlib import Path

import pytest

from pages import store
from pages.view.rule_section import rule_html
from tests.unit.pages.support import of_goal


def test_the_rule_is_said_as_it_was_locked(served: Path) -> None:
    html = rule_html(of_goal(store.rules, "1263-2017-M1"))

    assert "Anmälda skadegörelser per invånare ska vara färre 2017 än under 2014–2016." in html
    assert "Låst 1 november 2016 · regelversion 1.0 · fingeravtryck 3fa9c2d1<" in html


def test_a_rule_first_kept_after_its_day_of_locking_is_only_vouched_for_since_then(served: Path) -> None:
    html = rule_html(of_goal(store.rules, "1263-2017-M1"))

    assert "Regeln finns bevarad här sedan 20 november 2026. Regeln har inte ändrats sedan dess." in html
    assert "sedan den låstes" not in html


def test_a_rule_kept_since_its_day_of_locking_is_unchanged_since_then(served: Path) -> None:
    html = rule_html(of_goal(store.rules, "9999-2026-M2"))

    assert "Regeln har inte ändrats sedan den låstes." in html
    assert "finns bevarad" not in html


def test_a_later_edit_is_shown_with_both_versions(served: Path) -> None:
    html = rule_html(of_goal(store.rules, "9999-2026-M1"))

    assert "Ändrad efter start, upptäckt 3 mars 2026" in html
    assert "omdömet följer regeln som låstes 20 november 2025" in html
    assert "<dd>Skadegörelserna ska minska med minst 10 procent.</dd>" in html
    assert "<dd>Skadegörelserna ska minska med minst 5 procent.</dd>" in html
    assert "inte ändrats" not in html


def test_a_goal_without_a_rule_says_so() -> None:
    assert "Målet har ingen regel" in rule_html(None)


@pytest.mark.parametrize("locked_on", [None, date(2027, 1, 1)])
def test_a_rule_that_is_not_locked_yet_is_not_called_unchanged(served: Path, locked_on: date | None) -> None:
    row = of_goal(store.rules, "1263-2017-M1") | {
        "locked_on": locked_on, "first_seen_on": None, "rule_hash": None,
        "rule_text": "Regeln är inte låst: löftets period är inte angiven.",
        "now_text": "Andelen ska öka.",
    }  # fmt: skip
    html = rule_html(row)

    assert "Regeln är inte låst" in html
    assert "<dd>Andelen ska öka.</dd>" in html
    assert "Låst" not in html
    assert "inte ändrats" not in html
