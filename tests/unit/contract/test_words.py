"""Text, free text and identifiers."""

import pytest

from etl.contract import TABLES
from etl.contract import values as cells
from etl.contract.outcome import Parsed, Refusal
from etl.contract.words import excel_error, parse_free_text, parse_identifier, parse_text, visible


def test_text_becomes_one_tidy_line() -> None:
    assert parse_text("  Svedala\u00a0och\r\n Bara\ufeff ") == Parsed(value="Svedala och Bara")


def test_free_text_keeps_its_lines() -> None:
    assert parse_free_text(" Rad ett \r\n\r\n rad\ttvå\r") == Parsed(value="Rad ett\n\nrad två")


@pytest.mark.parametrize(("parse", "limit"), [(parse_text, 500), (parse_free_text, 5000), (parse_identifier, 100)])
def test_length(parse, limit: int) -> None:
    assert parse("å" * limit) == Parsed(value="å" * limit)
    refused = parse("å" * (limit + 1))
    assert isinstance(refused, Refusal)
    assert refused.reason == f"texten har {limit + 1} tecken"


@pytest.mark.parametrize("parse", [parse_text, parse_free_text, parse_identifier])
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("f\ufffdr", "gått förlorade"),
        ("SkadegÃ¶relse", "gått förlorade"),
        ("Ã…re", "gått förlorade"),
        ("vi â€“ vi", "gått förlorade"),
        ("a\x85b", "gått förlorade"),
        ("a\x00b", "styrtecken (U+0000)"),
        ("a\x1bb", "styrtecken (U+001B)"),
        ("a\ud800b", "ofullständigt tecken"),
    ],
)
def test_damaged_text_is_refused(parse, text: str, reason: str) -> None:
    refused = parse(text)
    assert isinstance(refused, Refusal)
    assert reason in refused.reason


@pytest.mark.parametrize("text", ["Ängelholm", "São Paulo", "Ål", "kafé", "20 §", "”citat” – ja…", "100 %"])
def test_ordinary_letters_are_not_damage(text: str) -> None:
    assert parse_text(text) == Parsed(value=text)


@pytest.mark.parametrize("text", ["=A1", "=SUMMA(A1:A3)", " =1+1"])
def test_a_formula_is_not_an_identifier(text: str) -> None:
    refused = parse_identifier(text)
    assert isinstance(refused, Refusal)
    assert "formel" in refused.reason


@pytest.mark.parametrize("text", ["1263-2017", "1263-2017-A1", "område 3", "a.b:c_d", "2017000123", "42"])
def test_identifiers(text: str) -> None:
    assert parse_identifier(text) == Parsed(value=text)


def test_a_personal_number_is_not_an_identifier() -> None:
    refused = parse_identifier("811228-9874")
    assert isinstance(refused, Refusal)
    assert "811228" not in refused.reason + refused.remedy


@pytest.mark.parametrize(
    "text", ["#REF!", "#N/A", "#VÄRDEFEL!", "#saknas!", "#DIVISION/0!", "#NAMN?", "##", "########", " #REF! "]
)
def test_error_values_of_spreadsheets(text: str) -> None:
    refused = excel_error(text)
    assert refused is not None
    assert "felvärde" in refused.reason


@pytest.mark.parametrize("text", ["#trygghet", "# 3", "nr #4", "#"])
def test_what_is_not_an_error_value(text: str) -> None:
    assert excel_error(text) is None


def test_visible_shows_control_characters() -> None:
    assert visible("a\x00b\u00a0c\r\nd\u200b") == "a·b c  d"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("kvinna", "kvinna"),
        ("Kvinnor", "kvinna"),
        (" KVINNORNA ", "kvinna"),
        ("män", "man"),
        ("ma\u0308n", "man"),
        ("16–29", "16–29"),
        ("", ""),
    ],
)
@pytest.mark.parametrize("table", ["mal", "enkat_varden"])
def test_a_group_has_one_spelling(table: str, text: str, value: str) -> None:
    assert cells.parse(TABLES[table].column("group_name"), text) == Parsed(value=value)
