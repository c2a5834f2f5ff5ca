"""What is said of a month that stands out, and of a trend."""

import pytest

from etl.evaluate.sentences_signals import (
    FALLING,
    RISING,
    UNCLEAR,
    area_warning_sentence,
    early_warning_sentence,
    expected_text,
    month_name,
    no_base_sentence,
    ordinary_month_sentence,
    outside_sentence,
    trend_sentence,
)

OCTOBER = "oktober 2026"


def test_a_month_by_its_number() -> None:
    assert month_name(12 * 2026 + 9) == OCTOBER
    assert month_name(12 * 2024) == "januari 2024"


def test_an_early_warning_says_nothing_of_the_cause() -> None:
    assert early_warning_sentence(34, "18", OCTOBER, "skadegorelse") == (
        "Fler skadegörelser än väntat anmäldes i oktober 2026, 34 mot väntade 18; markeringen säger inget om orsaken, "
        "och högst två till tre månader av hundra markeras av ren slump."
    )


def test_an_area_that_stands_out() -> None:
    assert area_warning_sentence(14, "6", OCTOBER, "skadegorelse", None, "Södervik") == (
        "Södervik sticker ut i oktober 2026 med 14 anmälda skadegörelser mot väntade 6, vilket sällan beror på "
        "slumpen; markeringen säger inget om orsaken."
    )
    assert area_warning_sentence(14, "6", OCTOBER, "skadegorelse").startswith("Området sticker ut")


@pytest.mark.parametrize(
    ("count", "above", "said"),
    [
        (12, False, "I oktober 2026 gjordes 12 anmälningar mot väntade 10, vilket inte är ovanligt många."),
        (1, False, "I oktober 2026 gjordes 1 anmälan mot väntade 10, vilket inte är ovanligt många."),
        (0, False, "Inga anmälningar gjordes i oktober 2026, mot väntade 10."),
        (4, True, "I oktober 2026 gjordes 4 anmälningar mot väntade 10; färre än fem anmälningar markeras aldrig."),
        (
            14,
            True,
            "I oktober 2026 gjordes 14 anmälningar mot väntade 10, men när så många serier granskas samtidigt kan det "
            "vara slumpen.",
        ),
    ],
)
def test_a_month_without_a_mark(count: int, above: bool, said: str) -> None:
    assert ordinary_month_sentence(count, "10", OCTOBER, above_limit=above) == said


def test_a_month_that_cannot_be_compared() -> None:
    assert no_base_sentence(OCTOBER) == (
        "Oktober 2026 går inte att jämföra, eftersom uppgifter saknas från tre tidigare år."
    )


@pytest.mark.parametrize(
    ("expected", "text"), [(0.0, "0"), (0.44, "0,4"), (6.0, "6"), (9.9, "9,9"), (10.4, "10"), (1234.0, "1\N{NBSP}234")]
)
def test_the_expected_count_has_a_decimal_only_below_ten(expected: float, text: str) -> None:
    assert expected_text(expected) == text


@pytest.mark.parametrize(
    ("direction", "slope", "said"),
    [
        (RISING, 7.0, "De anmälda skadegörelserna har ökat med omkring 7 procent om året sedan januari 2021."),
        (FALLING, -12.0, "De anmälda skadegörelserna har minskat med omkring 12 procent om året sedan januari 2021."),
        (FALLING, -0.4, "De anmälda skadegörelserna har minskat med mindre än 1 procent om året sedan januari 2021."),
        (FALLING, 0.0, "De anmälda skadegörelserna har minskat sedan januari 2021."),
        (
            UNCLEAR,
            -5.0,
            "Det syns ingen tydlig ökning eller minskning av de anmälda skadegörelserna sedan januari 2021.",
        ),
    ],
)
def test_a_trend(direction: str, slope: float, said: str) -> None:
    assert trend_sentence(direction, slope, "januari 2021", "skadegorelse") == said


def test_no_trend_on_fewer_than_twenty_a_year() -> None:
    assert trend_sentence(UNCLEAR, 0.0, "januari 2021", "vapen", enough=False) == (
        "Det anmäls i snitt färre än 20 vapenbrott om året, och det är för få för att bedöma en trend."
    )


def test_months_outside_the_limits() -> None:
    assert outside_sentence(3, 70) == "3 av 70 månader ligger utanför seriens vanliga svängningar."
    assert outside_sentence(0, 70) == ""
