from pathlib import Path

from pages import store
from pages.view.effect_section import effect_html, has_ratio
from tests.unit.pages.support import of_goal


def test_what_is_missing_is_listed(served: Path) -> None:
    row = of_goal(store.effects, "1263-2017-M1")
    html = effect_html(row)

    assert "Underlaget räcker inte för att avgöra om insatserna har haft effekt" in html
    assert "<li>månadssiffror</li><li>en logg över åtgärderna</li>" in html
    assert not has_ratio(row)
    assert "Kvot" not in html


def test_estimates_stand_with_their_intervals(served: Path) -> None:
    row = of_goal(store.effects, "9999-2026-M1")
    html = effect_html(row)

    assert "0,82 (95 %-intervall 0,61 till 1,1)" in html
    assert "0,79 (95 %-intervall 0,6 till 0,98)" in html
    assert "2 av 24, den gynnsammaste förändringen först" in html
    assert has_ratio(row)


def test_the_cautions_are_always_in_the_open(served: Path) -> None:
    for goal in ("1263-2017-M1", "9999-2026-M1"):
        html = effect_html(of_goal(store.effects, goal))
        assert html.count("<li>") >= 4
        assert "anmälningsbenägenhet" in html
        assert "<details" not in html


def test_without_a_row_there_is_nothing() -> None:
    assert effect_html(None) == ""
    assert not has_ratio(None)
