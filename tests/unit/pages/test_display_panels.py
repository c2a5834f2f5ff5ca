import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from pages.server.display_edition import edition
from pages.server.display_settings import DisplaySettings
from pages.view.display_panels import Known, Panel, promise_panels
from tests.unit.pages.display_rows import commitment, duty, goal, known, point, promise

MOST_WORDS = 14


def panels(rows: Known, *, drawn: str = "<svg/>", bar: str = "") -> tuple[Panel, ...]:
    return promise_panels(rows, draw_goal=lambda row, points: drawn, draw_commitment=lambda row: bar)


def keys(rows: Known, **more: Any) -> list[str]:
    return [panel.key.removeprefix("9999-2026").strip(":-") for panel in panels(rows, **more)]


def test_a_promise_is_told_in_the_order_of_its_questions() -> None:
    rows = known(
        commitments=[commitment(1), commitment(2)],
        goals=[goal(1), goal(2)],
        points=[point("9999-2026-M1")],
        duties=[duty("2026-K1"), duty("2026-K2")],
    )

    assert keys(rows) == ["titel", "commitment", "A1", "A2", "goal", "M1", "M2", "aterkoppling"]


def test_the_title_says_when_it_holds_and_what_was_promised() -> None:
    title = panels(known())[0]

    assert title.question == "Medborgarlöfte 2026: lugna kvällar"
    assert title.about == "2026, pågår"
    assert title.sentence == "Polisen och kommunen lovar lugna kvällar."
    assert not title.verdict


def test_a_verdict_comes_with_its_word_and_shape() -> None:
    done, better = panels(known())[1:3]

    assert (done.question, done.verdict, done.tone) == ("Gjorde vi det vi lovade?", "På väg", "way")
    assert (better.question, better.verdict, better.tone) == ("Blev det bättre?", "Ej uppfyllt (hittills)", "not")


def test_a_single_part_with_the_same_verdict_says_it_by_itself() -> None:
    assert keys(known(commitments=[commitment(1)])) == ["titel", "A1", "goal", "aterkoppling"]


def test_a_single_part_with_another_verdict_does_not_stand_for_the_whole() -> None:
    rows = known(commitments=[commitment(1, verdict="Uppfyllt")])

    assert keys(rows) == ["titel", "commitment", "A1", "goal", "aterkoppling"]


def test_commitments_without_a_number_are_left_to_the_other_screens() -> None:
    assert "A1" not in keys(known(commitments=[commitment(1, verdict=None, short=None)]))


def test_a_part_that_only_repeats_the_whole_is_left_out_unless_it_has_something_to_draw() -> None:
    whole = "Anmälda klotterbrott är 1 procent fler; 1 av 2 mål är inte uppfyllt."
    rows = known(
        promise=promise(goal_short=whole), goals=[goal(1), goal(2)], points=[point(f"9999-2026-M{n}") for n in (1, 2)]
    )

    assert "M1" in keys(rows)
    assert "M1" not in keys(rows, drawn="")
    assert "M2" in keys(rows, drawn="")


def test_measures_follow_the_goal_that_they_measure() -> None:
    rows = known(goals=[goal(1), goal(2), goal(3, part_of="9999-2026-M1")])

    assert [key for key in keys(rows) if key.startswith("M")] == ["M1", "M3", "M2"]


def test_only_what_was_measured_is_drawn() -> None:
    rows = known(goals=[goal(1), goal(2)], points=[point("9999-2026-M1"), point("9999-2026-M2", None)])
    drawn = {panel.key[-2:]: panel.picture for panel in panels(rows)}

    assert drawn["M1"] == "<svg/>"
    assert drawn["M2"] == ""


@pytest.mark.parametrize("state", ["pausat", "villkorat"])
def test_parts_that_are_not_judged_add_nothing_without_a_picture(state: str) -> None:
    undecided = {"verdict": "Går inte att avgöra", "state": state}
    rows = known(
        promise=promise(state=state, commitment_verdict="Går inte att avgöra", goal_verdict="Går inte att avgöra"),
        commitments=[commitment(1, **undecided), commitment(2, **undecided)],
        goals=[goal(1, **undecided), goal(2, **undecided)],
        points=[point("9999-2026-M2")],
    )

    assert [key for key in keys(rows) if key[0] in "AM"] == ["M2"]


def test_every_panel_says_how_far_its_figures_reach() -> None:
    rows = known(
        commitments=[commitment(1), commitment(2, last_report=None)],
        goals=[goal(1), goal(2, data_through=None)],
    )
    said = {panel.key.rpartition("-")[2]: panel.data.replace("\N{NO-BREAK SPACE}", " ") for panel in panels(rows)}

    assert said == {
        "2026:titel": "Uppgifter till och med 31 oktober 2026",
        "2026:commitment": "Rapporterat till och med 1 november 2026",
        "A1": "Rapporterat till och med 1 november 2026",
        "A2": "Inget är rapporterat",
        "2026:goal": "Uppgifter till och med 31 oktober 2026",
        "M1": "Uppgifter till och med 31 oktober 2026",
        "M2": "Inga uppgifter",
        "2026:aterkoppling": "Läget den 22 november 2026",
    }


def test_figures_of_a_running_promise_have_a_last_day() -> None:
    rows = known(goals=[goal(1), goal(2, measure="enkät")], duties=[duty("2026-K1"), duty("2026-K2")])
    until = {panel.key[-2:]: panel.fresh_until for panel in panels(rows)}

    assert until["M1"] == date(2027, 3, 17)
    assert until["M2"] == date(2027, 12, 16)


def test_web_addresses_are_named_by_their_site() -> None:
    named = next(panel for panel in panels(known(goals=[goal(1)])) if panel.key.endswith("M1"))

    assert named.source == "Brå, anmälda brott; exempel.se"


def test_a_long_commitment_is_left_to_its_sentence() -> None:
    rows = known(commitments=[commitment(1, commitment="Vi " + "lovar mycket " * 9), commitment(2)])
    about = {panel.key[-2:]: panel.about for panel in panels(rows)}

    assert about["A1"] == ""
    assert about["A2"] == "Vi håller minst åtta dialoger."


def test_no_real_verdict_is_longer_than_fourteen_words(built_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that a fresh machine shows on a display, municipality by municipality."""
    monkeypatch.setenv("LOFTESKOLLEN_DB", str(built_database.parent))
    st.cache_data.clear()
    st.cache_resource.clear()
    shown = []
    for code in ("0136", "1214", "1263", "1465", "9999"):
        made = json.loads(edition(DisplaySettings(municipality=code, promise="alla")).body)
        assert made["reason"] == ""
        shown += made["panels"]
    st.cache_data.clear()
    st.cache_resource.clear()
    spoken = [panel["sentence"] for panel in shown if panel["kind"] != "title"]

    assert len(spoken) > 40
    assert [words for words in spoken if len(words.split(" ")) > MOST_WORDS or not words] == []
    assert len({panel["key"] for panel in shown}) == len(shown)
