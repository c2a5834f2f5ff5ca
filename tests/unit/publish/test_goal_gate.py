"""The gate of goals: the verdict stays, and with a hidden number behind it every figure and every sentence goes."""

from typing import Any

import pytest

from etl.publish.goal_gate import Shown, gate_goals
from etl.publish.goal_texts import TEXTS, names_exact_figures, names_exact_figures_in_english
from etl.publish.limits import SurveyLimits
from etl.publish.public_figures import public_figures

Row = dict[str, Any]
TEXT = "De anmälda klotterbrotten i Södervik var 98 procent fler, 3 mot 2."


def goal(goal_id: str = "M1", **more: Any) -> Row:
    return {
        "municipality_code": "9999", "promise_id": "L", "goal_id": goal_id, "part_of": None, "measure": "brott",
        "goal": "Klottret ska minska.", "indicator": "brott:klotter", "indicator_name": "Klotter", "area_id": "A",
        "area_name": "Södervik", "group_name": None, "direction": "minska", "good": "lågt", "state": "avslutat",
        "verdict": "Ej uppfyllt", "headline": "Ej uppfyllt: utvecklingen tyder inte på någon förbättring",
        "reason": None, **dict.fromkeys(TEXTS, TEXT), "estimate": 98.3, "low": 1.5, "high": 200.5, "low60": 20.5,
        "high60": 150.5, "baseline_value": 2.5, "followup_value": 4.5, "phi": 1.5, "phi_assumed": False, "tau": 0.1,
        "tau_assumed": True, "data_hash": "0123456789abcdef", "assessment": "fri text", **more,
    }  # fmt: skip


def month(period: str, count: int, *, used: bool = True, role: str = "uppföljning", **more: Any) -> Row:
    return {
        "goal_id": "M1", "series_id": "polisen · månad", "period": period, "period_start": None, "value": count / 2,
        "low": 0.5, "high": 9.5, "count": count, "answers": None, "used": used, "role": role, **more,
    }  # fmt: skip


def series(period: str, count: int | None, reason: str | None = None) -> Row:
    return {
        "municipality_code": "9999", "area_id": "A", "crime_type": "klotter", "definition": "polisen",
        "granularity": "månad", "period": period, "count": count, "hidden_reason": reason,
    }  # fmt: skip


def gate(goals: list[Row], points: list[Row], crime: list[Row], survey: list[Row] | None = None) -> Any:
    return gate_goals(goals, points, {"9999": "Exempelköping"}, public_figures(crime, survey or []), SurveyLimits())


def test_a_goal_on_public_figures_is_told_in_full() -> None:
    gated = gate([goal()], [month("2025-01", 7)], [series("2025-01", 7)])
    assert gated.verdicts == [goal(assessment=None)]
    assert gated.points == [month("2025-01", 7)]


@pytest.mark.parametrize("crime", [[series("2025-01", None, "färre än 5")], [series("2025-01", 8)], []])
def test_one_hidden_or_missing_number_withholds_everything_but_the_verdict(crime: list[Row]) -> None:
    (told,) = gate([goal()], [month("2025-01", 3)], crime).verdicts
    assert (told["verdict"], told["headline"]) == ("Ej uppfyllt", goal()["headline"])
    figures = ("estimate", "low", "high", "low60", "high60", "baseline_value", "followup_value", "phi", "tau")
    assert [told[name] for name in (*figures, "data_hash", "assessment")] == [None] * (len(figures) + 2)
    assert [name for name in TEXTS if told[name] == TEXT or any(sign.isdigit() for sign in told[name])] == []
    assert "siffrorna är dolda" in told["sentence"]


@pytest.mark.parametrize("reason", ["för få anmälningar i utgångsläget", "pekar mot ökning", "inget tydligt"])
def test_a_withheld_goal_does_not_say_that_there_were_too_few(reason: str) -> None:
    """With every quarter but one shown, "fewer than twenty" tells the hidden one."""
    about = {"verdict": "Går inte att avgöra", "reason": reason, "headline": f"Går inte att avgöra: {reason}"}
    (told,) = gate([goal(**about)], [month("2025-01", 3)], [series("2025-01", None, "färre än 5")]).verdicts
    assert (told["reason"], told["headline"]) == (
        "underlaget räcker inte",
        "Går inte att avgöra: underlaget räcker inte",
    )
    assert [name for name in TEXTS if reason in told[name]] == []
    assert "(underlaget räcker inte)" in told["sentence"]
    (exact,) = gate([goal(**about)], [month("2025-01", 7)], [series("2025-01", 7)]).verdicts
    assert exact["reason"] == reason


def test_another_reason_is_told_of_a_withheld_goal_too() -> None:
    about = {"verdict": "Går inte att avgöra", "reason": "sättet att räkna har ändrats"}
    (told,) = gate([goal(**about)], [month("2025-01", 3)], []).verdicts
    assert told["reason"] == "sättet att räkna har ändrats"


def test_a_goal_on_a_place_is_withheld_with_its_points() -> None:
    about = goal(is_unnamed=True, area_id=None, area_name="ett mindre område i Norrby")
    gated = gate([about], [month("2025-01", 7)], [series("2025-01", 7) | {"area_id": None}])
    assert (gated.shown, gated.points) == ({"M1": Shown.WITHHELD}, [])
    assert "i ett mindre område i Norrby" in gated.verdicts[0]["sentence"]
    assert "in a smaller part of Norrby" in gated.verdicts[0]["english"]


def test_a_hidden_month_keeps_its_place_and_one_that_is_left_out_does_not() -> None:
    points = [month("2025-01", 3), month("2025-02", 4)]
    (kept,) = gate([goal()], points, [series("2025-01", None, "färre än 5")]).points
    assert kept["period"] == "2025-01"
    assert [kept[name] for name in ("value", "low", "high", "count")] == [None] * 4


def test_a_month_that_is_only_drawn_hides_itself_alone() -> None:
    points = [month("2025-01", 7), month("2020-01", 3, used=False, role="före")]
    gated = gate([goal()], points, [series("2025-01", 7), series("2020-01", None, "färre än 5")])
    assert gated.shown == {"M1": Shown.EXACT}
    assert gated.points[1]["count"] is None


def test_the_spread_rests_on_every_month_of_the_baseline() -> None:
    points = [month("2025-01", 7), month("2024-11", 3, used=False, role="utgångsläge")]
    gated = gate([goal()], points, [series("2025-01", 7), series("2024-11", None, "färre än 5")])
    assert gated.shown == {"M1": Shown.WITHHELD}


def test_a_goal_of_several_measures_tells_no_more_than_they_do() -> None:
    whole = goal("M", measure="flera", indicator="ingen", goal="Färre ska utsättas.")
    gated = gate([whole, goal(part_of="M")], [month("2025-01", 3)], [])
    assert gated.shown == {"M": Shown.WITHHELD, "M1": Shown.WITHHELD}
    assert "98" not in gated.verdicts[0]["sentence"]


def wave(value: float | None, answers: int | None) -> Row:
    return {
        "municipality_code": "9999", "area_id": "A", "series_id": "S", "wave": "2025", "year": 2025, "starts": None,
        "group_kind": "område", "group_value": None, "indicator": "enkat:trygg", "value": value, "low": value,
        "high": value, "answers": answers,
    }  # fmt: skip


def asked(text: str) -> tuple[Row, Row]:
    point = month("2025", 0) | {
        "series_id": "S",
        "count": None,
        "value": 61.7,
        "low": 57.5,
        "high": 65.5,
        "answers": 203,
    }
    about = {"measure": "enkät", "indicator": "enkat:trygg", "indicator_name": "Känner sig trygga", "direction": "öka"}
    return goal(**about, good="högt", sentence=text, english="The share rose from 55% to 62%."), point


def test_a_goal_on_an_area_is_told_in_whole_percent() -> None:
    about, point = asked("Andelen ökade från 55 till 62 procent.")
    (told,) = gate([about], [point], [], [wave(62.0, 200)]).verdicts
    assert told["sentence"] == "Andelen ökade från 55 till 62 procent."
    assert told["english"] == "The share rose from 55% to 62%."
    assert (told["estimate"], told["high"], told["low60"], told["data_hash"]) == (98.0, 201.0, None, None)


@pytest.mark.parametrize("text", ["Andelen ökade med 0,3 procentenheter.", "Underlaget är 203 svar 2025."])
def test_a_text_that_is_more_exact_than_the_public_figures_is_replaced(text: str) -> None:
    about, point = asked(text)
    (told,) = gate([about], [point], [], [wave(62.0, 200)]).verdicts
    assert "dolda" in told["sentence"]
    assert "hidden to protect those who answered" in told["english"]


@pytest.mark.parametrize("english", ["The share rose by 0.3 percentage points.", "There were 203 answers in 2025."])
def test_the_english_is_replaced_when_it_alone_is_too_exact(english: str) -> None:
    about, point = asked("Andelen ökade från 55 till 62 procent.")
    (told,) = gate([about | {"english": english}], [point], [], [wave(62.0, 200)]).verdicts
    assert "hidden to protect those who answered" in told["english"]


def test_exact_figures_are_recognised_in_english() -> None:
    assert names_exact_figures_in_english("of 1,203 answers", [1203])
    assert not names_exact_figures_in_english("of 1,203 answers, in 2025", [203, 120, 25])
    assert not names_exact_figures_in_english(None, [1])


def test_a_goal_on_a_hidden_area_is_withheld() -> None:
    about, point = asked("Andelen ökade från 55 till 62 procent.")
    gated = gate([about], [point], [], [wave(None, None)])
    assert gated.shown == {"M1": Shown.WITHHELD}
    assert gated.points[0]["value"] is None


def test_exact_numbers_are_found_in_a_text_and_others_are_not() -> None:
    assert names_exact_figures("av 1\u00a0203 svar", [1203])
    assert not names_exact_figures("av 1\u00a0203 svar", [203, 120])
    assert not names_exact_figures("år 2025", [25])
    assert not names_exact_figures(None, [1])
