"""Sentences about gaps between groups and about efforts beside insecurity, read as a reader meets them."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.sentences import SUPPRESSED_SENTENCE
from etl.evaluate.sentences_equality import (
    LARGEST_OF_MANY,
    NOTHING_SHOWN,
    EffortContext,
    GapContext,
    insecure,
    tell_effort,
    tell_gap,
)

SEX = GapContext(
    kind="kön",
    indicator="enkat:trygg",
    indicator_name="Känner sig trygga",
    place="Exempelköping",
    wave="2025",
    group_a="kvinnor",
    group_b="män",
    value_a=57.6,
    value_b=78.4,
    low=-26.4,
    high=-13.8,
    is_clear=True,
)
AREA = replace(
    SEX, kind="område", group_a="Västra ängen", group_b="Södervik", value_a=75, value_b=55, low=9.3, high=30, compared=4
)
EFFORT = EffortContext(
    area="Södervik",
    year=2026,
    hours=582.0,
    activities=74,
    share_of_hours=21.9,
    indicator="enkat:trygg",
    insecurity=45.3,
    wave="2025",
    asked=True,
)


def test_women_and_men() -> None:
    assert tell_gap(SEX) == (
        "58 procent av kvinnorna och 78 procent av männen i Exempelköping känner sig trygga enligt enkäten 2025; "
        "skillnaden är troligen mellan 14 och 26 procentenheter och större än vad slumpen i urvalet kan ge."
    )
    assert tell_gap(replace(SEX, is_clear=False)) == (
        "58 procent av kvinnorna och 78 procent av männen i Exempelköping känner sig trygga enligt enkäten 2025; "
        "skillnaden är inte större än vad slumpen i urvalet kan ge."
    )


def test_areas_picked_afterwards_are_a_clue() -> None:
    assert tell_gap(AREA) == (
        "Av fyra redovisade områden i Exempelköping är andelen som känner sig trygga högst i Västra ängen (75 procent) "
        "och lägst i Södervik (55 procent) enligt enkäten 2025; skillnaden är troligen mellan 9 och 30 procentenheter "
        "och större än vad slumpen i urvalet kan ge. " + LARGEST_OF_MANY
    )
    assert tell_gap(replace(AREA, is_clear=False)).endswith(
        "; skillnaden är inte större än vad slumpen i urvalet kan ge när så många jämförs."
    )


def test_with_two_areas_none_was_picked() -> None:
    two = tell_gap(replace(AREA, compared=2))
    assert two.startswith("Av två redovisade områden")
    assert LARGEST_OF_MANY not in two


def test_ages_are_in_years() -> None:
    ages = replace(AREA, kind="ålder", group_a="30–49", group_b="Under 18 år")
    assert "högst i åldern 30–49 år (75 procent) och lägst i gruppen Under 18 år (55 procent)" in tell_gap(ages)


def test_a_question_without_words_of_its_own_is_quoted() -> None:
    other = replace(SEX, indicator="enkat:eget", indicator_name="Är du nöjd?")
    assert "har svarat så på ”Är du nöjd?” enligt" in tell_gap(other)


def test_what_may_not_be_shown_is_said_without_its_number() -> None:
    one = tell_gap(replace(SEX, value_b=None, low=None, high=None, is_clear=False))
    assert one == SUPPRESSED_SENTENCE
    assert tell_gap(replace(SEX, value_a=None, value_b=None, low=None, high=None, is_clear=False)) == NOTHING_SHOWN


def test_limits_that_would_read_as_zero_or_as_one_number_have_decimals() -> None:
    assert "mellan 0,3 och 4,0 procentenheter" in tell_gap(replace(SEX, low=0.3, high=4.04))
    assert "mellan 2,1 och 2,4 procentenheter" in tell_gap(replace(SEX, low=2.1, high=2.4))


def test_hours_beside_insecurity() -> None:
    assert tell_effort(EFFORT) == (
        "I Södervik är 582 timmar loggade 2026 (22 procent av områdenas timmar), och 45 procent av de svarande känner "
        "sig inte trygga enligt enkäten 2025."
    )
    assert tell_effort(replace(EFFORT, stands_out="högsta")).endswith(
        "enligt enkäten 2025, den högsta uppmätta andelen bland områdena."
    )


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"hours": 1.0, "activities": 1}, "är 1 timme loggad 2026 (22"),
        ({"hours": 4.5, "share_of_hours": None}, "är 4,5 timmar loggade 2026, och"),
        ({"hours": None, "activities": 0}, "är inga aktiviteter loggade 2026, och"),
        ({"hours": None, "activities": 1}, "är 1 aktivitet loggad 2026, utan uppgift om timmar, och"),
        ({"insecurity": None}, ", och hur många som känner sig otrygga redovisas inte eftersom för få har svarat."),
        ({"insecurity": None, "asked": False}, ", och hur många som känner sig otrygga är inte mätt där."),
    ],
)
def test_what_is_missing_is_said(changed: dict[str, object], said: str) -> None:
    assert said in tell_effort(replace(EFFORT, **changed))  # type: ignore[arg-type]


def test_the_insecure_are_named_as_the_question_named_them() -> None:
    assert [insecure(key) for key in ("enkat:trygg", "enkat:otrygg", "enkat:trygg_morker")] == [
        "känner sig inte trygga",
        "känner sig otrygga",
        "känner sig inte trygga utomhus när det är mörkt",
    ]


@given(
    st.builds(
        GapContext,
        kind=st.sampled_from(["kön", "område", "ålder"]),
        indicator=st.sampled_from(["enkat:trygg", "enkat:eget"]),
        indicator_name=st.just("Frågan"),
        place=st.just("Svedala"),
        wave=st.sampled_from(["2025", ""]),
        group_a=st.sampled_from(["kvinnor", "Norr", "16–29"]),
        group_b=st.sampled_from(["män", "Söder", "30–49"]),
        value_a=st.none() | st.floats(0, 100),
        value_b=st.none() | st.floats(0, 100),
        low=st.none() | st.floats(-100, 100),
        high=st.none() | st.floats(-100, 100),
        is_clear=st.booleans(),
        compared=st.integers(2, 20),
    )
)
def test_any_gap_is_a_whole_sentence(context: GapContext) -> None:
    told = tell_gap(context)
    assert told.endswith(".")
    assert not re.search(r"\bnan\b|\binf\b|None|  |\.\.| \.|-\d", told)
