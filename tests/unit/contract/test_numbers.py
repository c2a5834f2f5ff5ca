"""Numbers as people write them and programs export them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.contract.numbers import parse_decimal, parse_integer
from etl.contract.outcome import Parsed, Refusal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("4000", "4000"),
        ("4 000", "4000"),
        ("4\u00a0000", "4000"),
        ("4\u2009000", "4000"),
        ("4\u202f000", "4000"),
        ("1 234 567", "1234567"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("308.0", "308"),
        ("308,00", "308"),
        ("1234.000", "1234"),
        ("0.000", "0"),
        ("007", "7"),
        (" 12 ", "12"),
        ("+12", "12"),
        ("-3", "-3"),
        ("−3", "-3"),
        ("–3", "-3"),
        ("-0", "0"),
        ("999999999", "999999999"),
    ],
)
def test_whole_numbers(text: str, value: str) -> None:
    assert parse_integer(text) == Parsed(value=value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("12,50", "12.5"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("1.234", "1.234"),
        ("1,234", "1.234"),
        ("−0,5", "-0.5"),
        ("- 0,5", "-0.5"),
        ("0.30000000000000004", "0.30000000000000004"),
        ("100", "100"),
        ("55.507123", "55.507123"),
    ],
)
def test_decimal_numbers(text: str, value: str) -> None:
    assert parse_decimal(text) == Parsed(value=value)


@pytest.mark.parametrize("text", ["1.234", "1,234", "4.000", "-1.234", "308,000"])
def test_a_point_before_three_digits_is_not_guessed_in_a_whole_number(text: str) -> None:
    refused = parse_integer(text)
    assert isinstance(refused, Refusal)
    assert "kan läsas både som" in refused.reason


@pytest.mark.parametrize(
    ("text", "reason", "remedy"),
    [
        ("tolv", "”tolv” är inte ett tal", "Skriv siffror, till exempel 12 eller 12,5"),
        ("12 st", "mer än ett tal", "Skriv bara talet: 12."),
        ("12,5 tim.", "mer än ett tal", "Skriv bara talet: 12,5."),
        ("40 %", "mer än ett tal", "Skriv bara talet: 40."),
        ("1e5", "tiopotens", "alla siffror"),
        ("1,5E+3", "tiopotens", "alla siffror"),
        ("NaN", "noll eller att uppgiften saknas", "Lämna cellen tom"),
        ("-", "noll eller att uppgiften saknas", "Lämna cellen tom"),
        ("saknas", "noll eller att uppgiften saknas", "Lämna cellen tom"),
        ("inf", "inget tal", "Lämna cellen tom"),
        ("∞", "inget tal", "Lämna cellen tom"),
        ("ca 12", "inte ett exakt tal", "ett enda tal"),
        ("<5", "inte ett exakt tal", "ett enda tal"),
        ("10-12", "två tal", "ett enda tal"),
        ("10–12", "två tal", "ett enda tal"),
        ("1 23", "fel plats", "utan tusentalsavgränsare"),
        ("1.2.3", "fel plats", "utan tusentalsavgränsare"),
        ("9" * 40, "orimligt många siffror", "Kontrollera talet"),
        ("٣", "inte ett tal", "Skriv siffror"),
        ("1/2", "inte ett tal", "Skriv siffror"),
    ],
)
def test_refusals_say_what_and_what_to_do(text: str, reason: str, remedy: str) -> None:
    for parse in (parse_integer, parse_decimal):
        refused = parse(text)
        assert isinstance(refused, Refusal)
        assert reason in refused.reason
        assert remedy in refused.remedy


def test_a_decimal_is_not_a_whole_number() -> None:
    assert parse_integer("12,5") == Refusal(
        reason="”12,5” är inte ett heltal", remedy="Skriv ett heltal utan decimaler, till exempel 12."
    )


@pytest.mark.parametrize(
    ("text", "minimum", "maximum", "reason", "remedy"),
    [
        ("-3", 0, None, "−3 är negativt", "Kolumnen timmar tar tal från 0 och uppåt."),
        ("-3", 0, 100, "−3 är negativt", "Kolumnen timmar tar tal från 0 till och med 100."),
        ("0", 1, 12, "0 är för litet", "Kolumnen timmar tar tal från 1 till och med 12."),
        ("13", 1, 12, "13 är för stort", "Kolumnen timmar tar tal från 1 till och med 12."),
        ("2", None, 1, "2 är för stort", "Kolumnen timmar tar tal till och med 1."),
        ("1000001", 0, 1_000_000, "1\u00a0000\u00a0001 är för stort", "till och med 1\u00a0000\u00a0000."),
    ],
)
def test_limits(text: str, minimum: float, maximum: float, reason: str, remedy: str) -> None:
    refused = parse_integer(text, minimum, maximum, "timmar")
    assert isinstance(refused, Refusal)
    assert refused.reason == reason
    assert refused.remedy.endswith(remedy)


@pytest.mark.parametrize("text", ["0", "100"])
def test_limits_are_inclusive(text: str) -> None:
    assert parse_decimal(text, 0, 100) == Parsed(value=text)


@given(st.integers(-999_999_999, 999_999_999), st.sampled_from([" ", "\u00a0", "\u2009", "\u202f"]))
def test_a_grouped_whole_number_comes_back(number: int, blank: str) -> None:
    assert parse_integer(f"{number:,}".replace(",", blank)) == Parsed(value=str(number))


@given(
    st.integers(-999_999_999_999, 999_999_999_999),
    st.text("0123456789", min_size=1, max_size=2),
    st.sampled_from([(" ", ","), ("\u00a0", ","), (".", ","), (",", "."), ("", ","), ("", ".")]),
)
def test_a_decimal_number_comes_back(whole: int, fraction: str, signs: tuple[str, str]) -> None:
    group, point = signs
    parsed = parse_decimal(f"{whole:,}".replace(",", group) + point + fraction)
    assert isinstance(parsed, Parsed)
    assert float(parsed.value) == float(f"{whole}.{fraction}")


@given(st.text() | st.from_regex(re.compile(r"[-−+]?[0-9 .,]{1,20}[a-z%]{0,3}"), fullmatch=True))
def test_any_text_gives_an_answer_that_is_a_fixed_point(text: str) -> None:
    for parse in (parse_integer, parse_decimal):
        outcome = parse(text)
        if isinstance(outcome, Parsed):
            if parse is parse_integer:
                int(outcome.value)
            assert parse_decimal(outcome.value) == outcome
        else:
            assert outcome.reason
            assert outcome.remedy.endswith((".", "?"))
