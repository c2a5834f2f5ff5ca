"""Gaps between groups and insecurity in areas are no more exact, and no more open, than the groups themselves."""

from typing import Any

from etl.publish.equality_gate import gate_efforts, gate_gaps
from etl.publish.limits import SurveyLimits

LIMITS = SurveyLimits()
Row = dict[str, Any]


def asked(group: str, value: float | None, answers: int, *, area: str | None = None) -> Row:
    return {
        "municipality_code": "9999", "area_id": area, "region": None, "series_id": "S", "question": "trygg",
        "wave": "2025", "year": 2025, "unit": "procent", "group_kind": "område" if area else "kön",
        "group_value": group, "indicator": "enkat:trygg", "value": value, "answers": answers,
    }  # fmt: skip


def gap(**more: Any) -> Row:
    return {
        "municipality_code": "9999", "series_id": "S", "question": "trygg", "wave": "2025", "kind": "kön",
        "value_a": 50.4, "value_b": 61.7, "answers_a": 203, "answers_b": 198, "gap": -11.3, "low": -20.6, "high": -1.6,
        "q_value": 0.012345, "sentence": "50 procent av kvinnorna och 62 procent av männen.", **more,
    }  # fmt: skip


BEFORE = [asked("kvinna", 50.4, 203), asked("man", 61.7, 198)]


def test_a_gap_between_shown_groups_is_coarse() -> None:
    (shown,) = gate_gaps([gap()], BEFORE, BEFORE, LIMITS)
    assert [shown[name] for name in ("value_a", "value_b", "gap", "low", "high")] == [50.0, 62.0, -11.0, -21.0, -2.0]
    assert (shown["answers_a"], shown["answers_b"], shown["q_value"]) == (200, 200, 0.01)


def test_a_gap_to_a_hidden_group_is_left_out() -> None:
    assert gate_gaps([gap()], BEFORE, [BEFORE[0], asked("man", None, 198)], LIMITS) == []


def test_a_sentence_with_decimals_is_left_out() -> None:
    assert gate_gaps([gap(sentence="Skillnaden är mellan 0,3 och 0,9 procentenheter.")], BEFORE, BEFORE, LIMITS) == []


def effort(**more: Any) -> Row:
    return {
        "municipality_code": "9999", "area_id": "A", "area_name": "Väster", "year": 2025, "hours": 30.0,
        "activities": 4, "insecurity": 38.3, "wave": "2025", "answers": 103,
        "sentence": "I Väster är 30 timmar loggade 2025, och 38 procent känner sig inte trygga.", **more,
    }  # fmt: skip


AREA = asked("", 61.7, 103, area="A")


def test_the_insecurity_of_a_shown_area_is_coarse() -> None:
    (shown,) = gate_efforts([effort()], [AREA], [AREA], LIMITS)
    assert (shown["insecurity"], shown["answers"], shown["sentence"]) == (38.0, 100, effort()["sentence"])


def test_the_insecurity_of_a_hidden_area_is_neither_shown_nor_told() -> None:
    other = effort(area_id="B", area_name="Öster", hours=10.0, insecurity=None, answers=None)
    shown, _ = gate_efforts([effort(), other], [AREA], [asked("", None, 103, area="A")], LIMITS)
    assert (shown["insecurity"], shown["answers"], shown["hours"]) == (None, None, 30.0)
    assert "30 timmar loggade 2025 (75 procent av områdenas timmar)" in shown["sentence"]
    assert "redovisas inte" in shown["sentence"]


def test_insecurity_that_no_survey_row_accounts_for_is_hidden() -> None:
    (shown,) = gate_efforts([effort()], [], [], LIMITS)
    assert shown["insecurity"] is None


def test_a_base_under_30_is_not_told() -> None:
    (shown,) = gate_efforts([effort(insecurity=None, answers=23)], [], [], LIMITS)
    assert shown["answers"] is None
