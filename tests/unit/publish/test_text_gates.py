"""What is told about goals, problems and corrections says nothing that the figures do not."""

from typing import Any

from etl.publish.goal_gate import GatedGoals, Shown
from etl.publish.text_gates import (
    gate_about_goals,
    gate_chain_gaps,
    gate_commitments,
    gate_problems,
    gate_promises,
    gate_rules,
    gate_trends,
)

SHOWN = {"öppet": Shown.EXACT, "delvis": Shown.EXACT, "dolt": Shown.WITHHELD}
GATED = GatedGoals(verdicts=[], points=[], shown=SHOWN)


def test_chances_and_effects_of_goals_with_hidden_figures_are_left_out() -> None:
    rows = [{"goal_id": goal} for goal in SHOWN]
    assert [row["goal_id"] for row in gate_about_goals(rows, GATED)] == ["öppet", "delvis"]


CLAIM = "anmälda klotterbrott är hittills fler"
ANSWER = {
    "promise_id": "L",
    "data_hash": "0123",
    "goal_sentence": "Anmälda klotterbrott är hittills fler; målet är hittills inte uppfyllt.",
    "goal_reason": None,
    "goal_short": "Anmälda klotterbrott är hittills fler.",
    "goal_easy": "Löftet har ett mål att mäta.\nAnmälda klotterbrott är hittills fler.\nHittills är svaret nej.",
    "goal_report": "Anmälda klotterbrott är hittills fler; målet är hittills inte uppfyllt. Ett mål har ett mått.",
    "goal_english": "So far there are more reports of graffiti; the goal has so far not been met.",
}
UNDECIDED = {
    "promise_id": "L",
    "data_hash": "0123",
    "goal_sentence": "Målet går inte att avgöra: för få anmälningar i utgångsläget.",
    "goal_reason": "för få anmälningar i utgångsläget",
    "goal_short": "Målet går inte att avgöra: för få anmälningar i utgångsläget.",
    "goal_easy": "Det är för få för att jämföra.\nSmå tal ändras lätt av en slump.\nDet går inte att säga.",
    "goal_report": "Målet går inte att avgöra: för få anmälningar i utgångsläget.",
    "goal_english": "The goal cannot be determined: too few reports before the promise.",
}


def answered(row: Any, goal_id: str, **goal: Any) -> Any:
    goals = [{"promise_id": "L", "goal_id": goal_id, "claim": None, "reason": None, **goal}]
    (told,) = gate_promises([row], goals, GATED)
    return told


def test_a_promise_has_no_fingerprint() -> None:
    assert answered(ANSWER, "öppet", claim=CLAIM) == ANSWER | {"data_hash": None}


def test_a_promise_does_not_claim_what_a_withheld_goal_does_not() -> None:
    assert answered(ANSWER, "dolt", claim=CLAIM) == {
        "promise_id": "L",
        "data_hash": None,
        "goal_sentence": "Målet är hittills inte uppfyllt.",
        "goal_reason": None,
        "goal_short": "Målet är hittills inte uppfyllt.",
        "goal_easy": "Löftet har ett mål att mäta.\nHittills är svaret nej.",
        "goal_report": "Målet är hittills inte uppfyllt. Ett mål har ett mått.",
        "goal_english": "The goal has so far not been met.",
    }
    assert answered(ANSWER, "dolt", claim="något annat") == ANSWER | {"data_hash": None}


def test_a_promise_does_not_say_that_the_hidden_reports_were_too_few() -> None:
    told = answered(UNDECIDED, "dolt", reason="för få anmälningar i utgångsläget")
    assert told == {
        "promise_id": "L",
        "data_hash": None,
        "goal_sentence": "Målet går inte att avgöra: underlaget räcker inte.",
        "goal_reason": "underlaget räcker inte",
        "goal_short": "Målet går inte att avgöra: underlaget räcker inte.",
        "goal_easy": "Uppgifterna räcker inte.\nDet går inte att säga.",
        "goal_report": "Målet går inte att avgöra: underlaget räcker inte.",
        "goal_english": "The goal cannot be determined: there is too little to go on.",
    }
    assert (
        answered(UNDECIDED, "öppet", reason="för få anmälningar i utgångsläget")["goal_easy"] == UNDECIDED["goal_easy"]
    )


def test_the_print_of_a_rule_is_over_its_public_words_where_it_concerns_a_place() -> None:
    goals = [{"goal_id": "M1", "is_unnamed": True}, {"goal_id": "M2", "is_unnamed": False}]
    rows = [{"goal_id": goal, "rule_hash": "abc", "rule_text": "I ett mindre område."} for goal in ("M1", "M2")]
    first, second = gate_rules(rows, goals)
    assert second["rule_hash"] == "abc"
    assert first["rule_hash"] not in (None, "abc")
    assert gate_rules([{**rows[0], "rule_hash": None}], goals)[0]["rule_hash"] is None


def test_the_day_of_the_latest_report_is_told_of_counted_work_only() -> None:
    rows = [{"problem_id": None, "target": target, "last_report": "2024-02-27"} for target in (None, 10.0)]
    assert [row["last_report"] for row in gate_commitments(rows, ())] == [None, "2024-02-27"]


def test_problems_that_are_not_marked_leave_no_trace() -> None:
    problems = [{"problem_id": "P1"}, {"problem_id": "P2"}]
    assert gate_problems(problems, {"P1"}) == [{"problem_id": "P1"}]
    gaps = [
        {"kind": "problem utan åtgärd", "concerns_id": "P1"},
        {"kind": "problem utan åtgärd", "concerns_id": "P2"},
        {"kind": "mål utan mätning", "concerns_id": "M1"},
    ]
    assert [gap["concerns_id"] for gap in gate_chain_gaps(gaps, {"P1"})] == ["P1", "M1"]
    rows = [{"problem_id": name, "assessment": "fri text", "target": 1, "last_report": None} for name in ("P1", "P2")]
    told = [(row["problem_id"], row["assessment"]) for row in gate_commitments(rows, {"P1"})]
    assert told == [("P1", None), (None, None)]


def test_trends_are_of_whole_municipalities_whose_months_are_all_public() -> None:
    rows = [
        {"municipality_code": "9999", "area_id": area, "crime_type": kind, "definition": "polisen"}
        for area, kind in ((None, "klotter"), (None, "vapen"), ("A", "klotter"))
    ]
    assert gate_trends(rows, {("9999", "klotter", "polisen")}) == rows[:1]
