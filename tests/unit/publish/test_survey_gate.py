"""The survey gate: bases under 30 hidden, groups coarse, and a single hidden group not left to calculate."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.errors import BuildError
from etl.evaluate.numbers_sv import rounded_half_up
from etl.publish.limits import SurveyLimits, survey_limits
from etl.publish.survey_gate import COMPLEMENT, gate_distribution, gate_survey
from etl.publish.survey_memory import LEFT_OUT

LIMITS = SurveyLimits()
Row = dict[str, Any]


def row(kind: str, group: str | None, answers: int | None, value: float | None, **more: Any) -> Row:
    return {
        "municipality_code": "9999", "area_id": None, "region": None, "series_id": "S", "question": "trygg",
        "wave": "2025", "year": 2025, "group_kind": kind, "group_value": group, "unit": "procent", "value": value,
        "low": None if value is None else max(value - 4.44, 0), "high": None if value is None else value + 4.44,
        "answers": answers, "n_eff": answers, "hidden_reason": None, "published": False, **more,
    }  # fmt: skip


def gate(*rows: Row) -> dict[str | None, Row]:
    return {shown["group_value"] or shown["area_id"]: shown for shown in gate_survey(rows, LIMITS)}


def test_everybody_is_shown_to_one_decimal_and_with_the_exact_number_of_answers() -> None:
    shown = gate(row("alla", None, 897, 48.217))[None]
    assert [shown[name] for name in ("value", "low", "high", "answers", "n_eff")] == [48.2, 43.8, 52.7, 897, None]


def test_what_others_have_published_of_everybody_is_as_they_published_it() -> None:
    everybody = row("alla", None, 897, 48.217, published=True)
    assert gate_survey([everybody], LIMITS) == [everybody]


@given(st.floats(-100, 100))
def test_one_decimal_rounds_to_the_same_whole_number(value: float) -> None:
    tenth = LIMITS.tenth(value)
    assert tenth is not None
    assert abs(tenth - value) < 0.1001
    assert abs(value) < 1 or rounded_half_up(tenth) == rounded_half_up(value)


def test_a_group_is_shown_in_tens_and_whole_percent() -> None:
    shown = gate(row("alla", None, 897, 48.2), row("kön", "kvinna", 466, 50.4), row("kön", "man", 431, 46.5))
    assert {name: shown["kvinna"][name] for name in ("value", "low", "high", "answers", "n_eff")} == {
        "value": 50.0, "low": 46.0, "high": 55.0, "answers": 470, "n_eff": None,
    }  # fmt: skip


def test_a_base_under_30_is_hidden_with_its_size() -> None:
    shown = gate(row("alla", None, 29, 50.0))[None]
    assert (shown["value"], shown["answers"], shown["hidden_reason"]) == (None, None, "färre än 30 svar")
    assert gate(row("alla", None, 30, 50.0))[None]["value"] == 50.0


def test_a_handful_who_answered_otherwise_is_hidden() -> None:
    shown = gate(row("alla", None, 900, 50.0), row("ålder", "16–29", 100, 96.5), row("ålder", "30–49", 800, 44.0))
    assert shown["16–29"]["hidden_reason"] == "färre än 5 har gett ett av svaren"
    assert shown["16–29"]["answers"] == 100


def test_nobody_is_no_small_number() -> None:
    assert gate(row("ålder", "16–29", 100, 0.0))["16–29"]["value"] == 0.0


def test_what_others_have_published_is_not_hidden_for_its_counts() -> None:
    assert gate(row("kön", "man", 100, 3.0, published=True))["man"]["value"] == 3.0


def test_a_single_hidden_group_beside_large_ones_is_protected_by_the_rounding() -> None:
    shown = gate(
        row("alla", None, 897, 48.2), row("kön", "kvinna", 497, 49.2), row("kön", "man", 388, 47.0),
        row("kön", "annat", 12, 40.0),
    )  # fmt: skip
    assert [shown[name]["value"] for name in ("kvinna", "man", "annat")] == [49.0, 47.0, None]


def test_a_single_hidden_group_beside_a_small_one_hides_that_too() -> None:
    shown = gate(
        row("alla", None, 142, 10.0), row("kön", "kvinna", 60, 10.0), row("kön", "man", 62, 10.0),
        row("kön", "annat", 20, 10.0),
    )  # fmt: skip
    assert shown["annat"]["hidden_reason"] == "färre än 30 svar"
    assert shown["kvinna"]["hidden_reason"] == COMPLEMENT
    assert shown["man"]["value"] == 10.0


def test_areas_are_a_family_of_their_own() -> None:
    rows = [
        row("alla", None, 120, 8.0),
        row("område", None, 20, 8.0, area_id="A"),
        row("område", None, 50, 10.0, area_id="B"),
        row("område", None, 50, 10.0, area_id="C"),
        row("kön", "kvinna", 120, 8.0),
    ]
    shown = gate(*rows)
    assert [shown[name]["value"] is None for name in ("A", "B", "C", "kvinna")] == [True, True, False, False]


def test_what_was_hidden_inside_stays_hidden() -> None:
    shown = gate(row("kön", "man", 400, None, hidden_reason="osäkerheten är 30 procentenheter eller mer"))
    assert shown["man"]["hidden_reason"] == "osäkerheten är 30 procentenheter eller mer"
    assert shown["man"]["answers"] == 400


@given(
    st.lists(st.tuples(st.integers(5, 400), st.floats(0, 100)), min_size=2, max_size=6),
    st.floats(0, 100),
)
def test_no_group_of_any_survey_can_be_told_within_five(groups: list[tuple[int, float]], share: float) -> None:
    total = sum(answers for answers, _ in groups)
    rows = [row("alla", None, total, share)]
    rows += [row("ålder", str(place), answers, value) for place, (answers, value) in enumerate(groups)]
    everybody, *shown = gate_survey(rows, LIMITS)
    hidden = [one for one in shown if one["value"] is None]
    assert all(one["answers"] is None or one["answers"] >= 30 for one in shown)
    assert all(one["value"] == int(one["value"]) for one in shown if one["value"] is not None)
    if len(hidden) == 1 and everybody["value"] is not None and len(shown) > 1:
        seen = [one for one in shown if one["value"] is not None]
        most = sum((one["answers"] + 5) * min(one["value"] + 0.5, 100) / 100 for one in seen)
        least = sum((one["answers"] - 5) * max(one["value"] - 0.5, 0) / 100 for one in seen)
        assert most - least >= 5


def answer(code: int, given_by: int, answers: int = 200) -> Row:
    return {
        "municipality_code": "9999", "instrument": "I", "question": "trygg", "wave": "2025", "code": code,
        "given": given_by, "answers": answers, "share": 0.5 * given_by, "mean": 50.04, "mean_low": 45.06,
        "mean_high": 55.0,
    }  # fmt: skip


def test_answers_are_spread_only_where_nobody_or_five_gave_each() -> None:
    assert spread(answer(1, 0), answer(2, 5), answer(3, 195)) == [(0.0, 200, None), (3.0, 200, None), (98.0, 200, None)]
    assert spread(answer(1, 4), answer(2, 1), answer(3, 195)) == [(None, 200, LEFT_OUT)] * 3
    assert spread(answer(1, 10, 20), answer(2, 10, 20)) == [(None, None, LEFT_OUT)] * 2


def spread(*rows: Row) -> list[tuple[Any, ...]]:
    return [(row["share"], row["answers"], row["hidden_reason"]) for row in gate_distribution(rows, LIMITS)]


def test_a_missing_threshold_stops_the_publication() -> None:
    with pytest.raises(BuildError, match="minsta_svar"):
        survey_limits({"minsta_antal": 5})
