from pathlib import Path

import pandas as pd

from pages import store
from pages.view.chain_section import chain, gaps_html

OWN = ("9999", "9999-2026")


def test_gaps_are_counted_at_the_link_they_concern(served: Path) -> None:
    html = chain(store.problems(*OWN), store.commitments(*OWN), store.goals(*OWN), store.chain_gaps("9999"))

    marks = [link.count("lk-gap") for link in html.split("<li>")[1:]]
    assert marks == [1, 1, 1]
    assert "1 lucka<" in html
    assert html.count("2 luckor<") == 2


def test_an_unbroken_chain_has_no_marks(served: Path) -> None:
    none = store.chain_gaps("9999").head(0)
    html = chain(store.problems(*OWN), store.commitments(*OWN), store.goals(*OWN), none)

    assert "lk-gap" not in html
    assert "Luckor i kedjan (0)" in gaps_html(none)
    assert "Inga luckor" in gaps_html(none)


def test_gaps_come_in_the_order_of_the_chain_and_the_last_are_folded(served: Path) -> None:
    html = gaps_html(store.chain_gaps("9999"))
    kinds = ("Problem utan åtgärd", "Aktivitet utan åtagande", "Åtagande utan mål", "Mål utan mätning")
    places = [html.index(kind) for kind in kinds]

    assert places == sorted(places)
    assert "Luckor i kedjan (5)" in html
    assert html.index("<details") < html.index("Mål utan utgångsvärde")
    assert "Visa 1 till" in html


def test_a_missing_link_is_named() -> None:
    nothing = pd.DataFrame({"title": [], "kind": [], "part_of": []})
    html = chain(nothing, nothing, nothing, nothing)

    assert "Inget problem är beskrivet i löftet." in html
    assert "Inga åtaganden står i löftet." in html


def test_the_measures_of_a_goal_are_no_goals_of_their_own(served: Path) -> None:
    goals = store.goals(*OWN)
    goals.loc[goals["goal_id"] == "9999-2026-M2", "part_of"] = "9999-2026-M1"
    html = chain(store.problems(*OWN), store.commitments(*OWN), goals, store.chain_gaps("9999").head(0))

    assert "<span>2 mål</span>" in html.replace("\N{NO-BREAK SPACE}", " ")
