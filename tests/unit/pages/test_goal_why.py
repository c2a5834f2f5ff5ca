from pathlib import Path
from typing import Any

import pytest

from pages import store
from pages.view.goal_data import data_facts, interval_line
from pages.view.goal_section import one_of
from pages.view.goal_why import goal_why
from tests.unit.pages.support import of_goal

NBSP = "\N{NO-BREAK SPACE}"


def why(goal_id: str) -> str:
    code, promise_id = goal_id.split("-")[0], goal_id.rsplit("-", 1)[0]
    points = store.goal_points(code, promise_id)
    return goal_why(
        of_goal(store.goals, goal_id),
        points[points["goal_id"] == goal_id],
        store.survey_series(code),
        rule=one_of(store.rules(code, promise_id), goal_id),
        detectable=one_of(store.detectable(code, promise_id), goal_id),
        effect=one_of(store.effects(code, promise_id), goal_id),
        corrections=store.corrections(code),
    )


def known(goal_id: str) -> dict[str, Any]:
    code, promise_id = goal_id.split("-")[0], goal_id.rsplit("-", 1)[0]
    points = store.goal_points(code, promise_id)
    return dict(
        data_facts(of_goal(store.goals, goal_id), points[points["goal_id"] == goal_id], store.survey_series(code))
    )


def test_rule_data_detectable_effect_and_history_in_that_order(served: Path) -> None:
    html = why("1263-2017-M1")
    headings = ("Regeln", "Uppgifterna", "Kan vi ens se det?", "Har insatserna haft effekt?", "Historiken")
    places = [html.index(f">{heading}</h4>") for heading in headings]

    assert places == sorted(places)


def test_crime_rests_on_counts_phi_and_tau(served: Path) -> None:
    said = known("1263-2017-M1")

    assert said["Utgångsläge"] == "9,8, 2015–2016"
    assert said["Antal anmälda brott"] == "403 i utgångsläget, 308 i uppföljningen"
    assert said["95 %-intervall"] == f"+9,4 till +104,7{NBSP}%"
    assert said["Spridning mellan månader (φ)"] == "2,8 (antagen)"
    assert said["Spridning mellan år (τ)"] == "0,10 (antagen)"
    assert said["Antal svar"] == ""


def test_an_estimated_phi_is_not_called_assumed(served: Path) -> None:
    assert known("9999-2026-M1")["Spridning mellan månader (φ)"] == "1,9"


def test_a_survey_rests_on_its_answers(served: Path) -> None:
    assert known("9999-2026-M2")["Antal svar"] == "2025: 512 (effektivt 470), 2026: 512 (effektivt 455)"
    assert known("1263-2017-M4")["Antal svar"] == "2016: inte publicerat, 2017: inte publicerat"


@pytest.mark.parametrize(
    ("goal", "line"),
    [
        ("1263-2017-M1", f"Förändring +49,7{NBSP}%, 95{NBSP}%-intervall +9,4 till +104,7{NBSP}%."),
        (
            "9999-2026-M2",
            f"Förändring +9,0{NBSP}procentenheter, 95{NBSP}%-intervall +3,1 till +14,8{NBSP}procentenheter.",
        ),
        ("1263-2017-M2", ""),
    ],
)
def test_the_interval_stands_beside_the_sentence(served: Path, goal: str, line: str) -> None:
    assert interval_line(of_goal(store.goals, goal)) == line


def test_only_words_that_are_met_are_explained(served: Path) -> None:
    assert ">φ (fi)</a></dt>" in why("1263-2017-M1")
    assert ">antagen</a></dt>" in why("1263-2017-M1")
    assert ">φ (fi)</a></dt>" not in why("9999-2026-M2")
    assert ">effektivt antal svar</a></dt>" in why("9999-2026-M2")
    assert "Vad betyder orden?" not in why("1263-2017-M2")


def test_a_goal_without_a_measure_says_so(served: Path) -> None:
    html = why("9999-2026-M3")

    assert "Löftet säger inte hur målet ska mätas." in html
    assert "Målet har ingen regel" in html
