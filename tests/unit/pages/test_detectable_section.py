from pathlib import Path

from pages import store
from pages.view.detectable_section import detectable_html
from tests.unit.pages.support import of_goal


def test_each_size_of_change_has_its_chance(served: Path) -> None:
    html = detectable_html(of_goal(store.detectable, "1263-2017-M1"))

    assert "Kan vi ens se det?" in html
    assert "behöver minska med ungefär 47 procent" in html
    for change, chance in (
        ("10\N{NO-BREAK SPACE}%", "5"),
        ("20\N{NO-BREAK SPACE}%", "14"),
        ("30\N{NO-BREAK SPACE}%", "35"),
    ):
        assert f'{change}</th><td class="lk-num">{chance}\N{NO-BREAK SPACE}%' in html


def test_no_chance_is_quite_none_or_quite_certain(served: Path) -> None:
    html = detectable_html(of_goal(store.detectable, "9999-2026-M2"))

    assert "3\N{NO-BREAK SPACE}procentenheter" in html
    assert "under 1\N{NO-BREAK SPACE}%" in html
    assert "över 99\N{NO-BREAK SPACE}%" in html


def test_unknown_chances_leave_the_sentence(served: Path) -> None:
    row = of_goal(store.detectable, "1263-2017-M1") | {
        f"{what}_{size}": None for what in ("change", "chance") for size in ("small", "middle", "large")
    }

    assert "<table" not in detectable_html(row)
    assert "ungefär 47 procent" in detectable_html(row)


def test_without_a_row_there_is_nothing() -> None:
    assert detectable_html(None) == ""
