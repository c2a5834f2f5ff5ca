from pathlib import Path

from pages import store
from pages.view.deviation_section import CAUTION, deviation_html, deviation_table


def test_what_stands_out_comes_first_with_its_caution(served: Path) -> None:
    html = deviation_html(store.deviations("9999"), "Exempelköping")

    assert "1 av 2 serier avviker i maj 2026." in html.replace("\N{NO-BREAK SPACE}", " ")
    assert "anmäldes 14 klotterbrott i Centrum" in html
    assert "anmäldes 20 skadegörelser" not in html
    assert CAUTION in html
    assert "säger inget om orsaken" in CAUTION


def test_when_nothing_stands_out_it_says_how_much_was_looked_at(served: Path) -> None:
    rows = store.deviations("9999")
    html = deviation_html(rows[~rows["is_alarm"]], "Exempelköping")

    assert "Ingen av 1 serie avviker i maj 2026." in html.replace("\N{NO-BREAK SPACE}", " ")
    assert CAUTION in html


def test_without_months_it_says_why(served: Path) -> None:
    assert "inte tillräckligt många månader" in deviation_html(store.deviations("1263"), "Svedala")


def test_the_table_holds_every_series(served: Path) -> None:
    table = deviation_table(store.deviations("9999"))

    assert list(table["Läge"]) == ["avviker", "som väntat"]
    assert list(table["Område"]) == ["Centrum", "Hela kommunen"]
    assert list(table["Väntat"]) == ["5,8", "21,4"]
