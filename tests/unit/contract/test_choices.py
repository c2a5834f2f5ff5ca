"""Words from a closed list, yes and no, and lengths of time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.contract import TABLES
from etl.contract.choices import listed, parse_choice, parse_duration
from etl.contract.outcome import Parsed, Refusal

_YES_NO = ("ja", "nej")
_METHODS = ("postal", "telefon", "webb urval", "webb öppen")


@pytest.mark.parametrize("text", ["ja", "Ja", " JA ", "j", "J", "yes", "x", "X", "1", "1.0", "sant", "SANT", "true"])
def test_yes(text: str) -> None:
    assert parse_choice(text, _YES_NO) == Parsed(value="ja")


@pytest.mark.parametrize("text", ["nej", "Nej", "n", "no", "0", "0.0", "falskt", "FALSE"])
def test_no(text: str) -> None:
    assert parse_choice(text, _YES_NO) == Parsed(value="nej")


@pytest.mark.parametrize(("text", "value"), [("ja", "ja"), ("x", "ja"), ("nej", ""), ("0", "")])
def test_where_yes_is_the_only_choice_no_is_an_empty_cell(text: str, value: str) -> None:
    assert parse_choice(text, ("ja",)) == Parsed(value=value)


@pytest.mark.parametrize(("text", "value"), [("vet ej", "vet ej"), ("Vet  ej", "vet ej"), ("x", "ja"), ("n", "nej")])
def test_yes_no_and_do_not_know(text: str, value: str) -> None:
    assert parse_choice(text, ("ja", "nej", "vet ej")) == Parsed(value=value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("webb urval", "webb urval"),
        ("Webb-urval", "webb urval"),
        ("WEBB\u00a0URVAL", "webb urval"),
        ("webb_öppen", "webb öppen"),
    ],
)
def test_words_in_any_case_and_with_any_blanks(text: str, value: str) -> None:
    assert parse_choice(text, _METHODS) == Parsed(value=value)


@pytest.mark.parametrize("dash", ["-", "–", "\u2011"])
def test_dashes_are_alike(dash: str) -> None:
    assert parse_choice(f"index 0{dash}6", ("procent", "index 0–6")) == Parsed(value="index 0–6")


@pytest.mark.parametrize("text", ["1", "x", "j", "sant"])
def test_yes_words_mean_nothing_in_other_columns(text: str) -> None:
    assert isinstance(parse_choice(text, _METHODS), Refusal)


def test_a_refusal_lists_the_words_and_suggests_one() -> None:
    assert parse_choice("webb urvall", _METHODS) == Refusal(
        reason="”webb urvall” är inte ett av de tillåtna orden",
        remedy="Menades webb urval? Skriv postal, telefon, webb urval eller webb öppen.",
    )


@pytest.mark.parametrize(
    ("words", "text"), [(("a",), "a"), (("a", "b"), "a eller b"), (("a", "b", "c"), "a, b eller c")]
)
def test_listed(words: tuple[str, ...], text: str) -> None:
    assert listed(words) == text


@pytest.mark.parametrize(
    "choices", sorted({c.choices for t in TABLES.values() for c in t.columns if c.choices}), ids=lambda c: c[0]
)
def test_every_word_of_the_contract_is_its_own_canonical_form(choices: tuple[str, ...]) -> None:
    assert [parse_choice(word.upper(), choices) for word in choices] == [Parsed(value=word) for word in choices]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 år", "2 år"),
        ("2år", "2 år"),
        ("två år", "2 år"),
        ("1 år", "1 år"),
        ("ett år", "1 år"),
        ("vartannat år", "2 år"),
        ("varje år", "1 år"),
        ("årligen", "1 år"),
        ("6 månader", "6 månader"),
        ("1 månader", "1 månad"),
        ("18 mån", "18 månader"),
        ("18 mån.", "18 månader"),
        ("1 kvartal", "1 kvartal"),
        ("2 veckor", "2 veckor"),
        ("30 dagar", "30 dagar"),
    ],
)
def test_durations(text: str, value: str) -> None:
    assert parse_duration(text) == Parsed(value=value)
    assert parse_duration(value) == Parsed(value=value)


@pytest.mark.parametrize("text", ["2", "år", "0 år", "-1 år", "1,5 år", "vid behov", "många år", "2 sekel"])
def test_refused_durations(text: str) -> None:
    refused = parse_duration(text)
    assert isinstance(refused, Refusal)
    assert "inte en tidslängd" in refused.reason


@given(st.text(), st.sampled_from([_YES_NO, _METHODS, ("ja",)]))
def test_any_text_gives_an_answer(text: str, choices: tuple[str, ...]) -> None:
    outcome = parse_choice(text, choices)
    assert isinstance(outcome, Refusal) or outcome.value in (*choices, "")
    duration = parse_duration(text)
    if isinstance(duration, Parsed):
        assert parse_duration(duration.value) == duration
