"""One cell of any kind: total, with a canonical form that is a fixed point, and a fast path that agrees."""

import re

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.contract import TABLES
from etl.contract.model import Column, Kind
from etl.contract.outcome import Parsed, Refusal
from etl.contract.personal_data import CANDIDATE_PATTERN
from etl.contract.values import CANONICAL, ParseContext, is_missing, parse, shown

_CONTEXT = ParseContext(municipalities={"1263": "Svedala"}, crime_types={"Klotter": "klotter"})
_EXAMPLES = {c.heading + "/" + t.name: c for t in TABLES.values() for c in t.columns if c.example}
_NUMERIC = (Kind.INTEGER, Kind.DECIMAL)
_CASTS = {
    Kind.INTEGER: int,
    Kind.DECIMAL: lambda text: float(text.replace(",", ".")),
    Kind.YEAR: int,
}


def _column(kind: Kind, **more) -> Column:
    choices = ("ja", "nej") if kind is Kind.CHOICE else ()
    return Column(name="prov", heading="prov", kind=kind, explanation="", choices=choices, **more)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("text", ["", " ", "\u00a0", "\t\r\n", "\ufeff", "\u200b "])
def test_blank_is_missing_in_every_kind(kind: Kind, text: str) -> None:
    assert is_missing(_column(kind), text)
    assert parse(_column(kind), text) == Parsed(value="")


@pytest.mark.parametrize("kind", Kind)
def test_two_points_are_missing_only_for_numbers(kind: Kind) -> None:
    assert is_missing(_column(kind), " .. ") == (kind in _NUMERIC)


@pytest.mark.parametrize("kind", _NUMERIC)
def test_zero_is_not_missing(kind: Kind) -> None:
    assert not is_missing(_column(kind), "0")
    assert parse(_column(kind), "0") == Parsed(value="0")


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Kind.INTEGER, "4 000", "4000"),
        (Kind.DECIMAL, "12,5", "12.5"),
        (Kind.DATE, "31 mars 2017", "2017-03-31"),
        (Kind.TIME, "8.30", "08:30:00"),
        (Kind.PERIOD, "kvartal 1 2017", "2017-K1"),
        (Kind.YEAR, "2017.0", "2017"),
        (Kind.MUNICIPALITY, "1263", "1263"),
        (Kind.CRIME_TYPE, "Klotter", "klotter"),
        (Kind.CHOICE, "x", "ja"),
        (Kind.DURATION, "två år", "2 år"),
        (Kind.IDENTIFIER, " 1263-2017 ", "1263-2017"),
        (Kind.TEXT, "Bara  torg", "Bara torg"),
        (Kind.FREE_TEXT, "rad\r\nrad", "rad\nrad"),
    ],
)
def test_every_kind_has_its_parser(kind: Kind, text: str, value: str) -> None:
    assert parse(_column(kind), text, _CONTEXT) == Parsed(value=value)


@pytest.mark.parametrize("text", ["17", "2017-03", "1899", "2101", "31 december 2017", "2017/2018", "i fjol"])
def test_refused_years(text: str) -> None:
    refused = parse(_column(Kind.YEAR), text)
    assert isinstance(refused, Refusal)
    assert "inte ett årtal mellan 1900 och 2100" in refused.reason


def test_a_year_keeps_to_the_limits_of_its_column() -> None:
    column = _column(Kind.YEAR, minimum=1996, maximum=2030)
    assert parse(column, "1996") == Parsed(value="1996")
    assert isinstance(parse(column, "1995"), Refusal)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("text", ["#REF!", "#SAKNAS!", "####"])
def test_error_values_are_refused_in_every_kind(kind: Kind, text: str) -> None:
    refused = parse(_column(kind), text)
    assert isinstance(refused, Refusal)
    assert "felvärde" in refused.reason


@pytest.mark.parametrize("kind", Kind)
def test_a_refusal_never_repeats_a_personal_number(kind: Kind) -> None:
    for text in ("811228-9874", "Anna 811228-9874", "198112289874 " + "x" * 50):
        refused = parse(_column(kind), text, _CONTEXT)
        assert isinstance(refused, Refusal)
        assert not re.search(r"8112|9874", refused.reason + refused.remedy)
        assert "personnummer" in refused.reason


@pytest.mark.parametrize("name", _EXAMPLES)
def test_every_example_in_the_contract_is_accepted(name: str) -> None:
    column = _EXAMPLES[name]
    assert isinstance(parse(column, column.example), Parsed)


@given(st.sampled_from(Kind), st.text(), st.booleans())
def test_any_text_gives_an_answer_that_is_a_fixed_point(kind: Kind, text: str, known: bool) -> None:
    column = _column(kind, minimum=0)
    context = _CONTEXT if known else ParseContext()
    outcome = parse(column, text, context)
    if isinstance(outcome, Parsed):
        assert parse(column, outcome.value, context) == outcome
        assert (outcome.value == "") == is_missing(column, text)
    else:
        assert outcome.reason
        assert not outcome.reason.endswith(".")
        assert outcome.remedy.endswith((".", "?"))


@pytest.mark.parametrize("kind", CANONICAL)
@given(data=st.data())
def test_the_fast_path_agrees_with_the_parser(kind: Kind, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(re.compile(CANONICAL[kind]), fullmatch=True))
    if re.search(CANDIDATE_PATTERN, text) or (kind is Kind.TEXT and len(text) > 500):
        return
    outcome = parse(_column(kind), text)
    if kind in (Kind.DATE, Kind.MUNICIPALITY) and isinstance(outcome, Refusal):
        return
    assert isinstance(outcome, Parsed)
    cast = _CASTS.get(kind, str)
    assert cast(outcome.value) == cast(text)


@pytest.mark.parametrize("kind", CANONICAL)
def test_duckdb_reads_the_same_patterns(kind: Kind) -> None:
    texts = [
        "2017",
        "12.5",
        "-3,0",
        "2017-03-31",
        "08:30:00",
        "2017-K1",
        "Bara torg",
        "å\ufffd",
        "a  b",
        "#REF!",
        "",
    ]
    with duckdb.connect() as connection:
        answers = connection.execute(
            "select list_transform(?, lambda t: regexp_full_match(t, ?))", [texts, CANONICAL[kind]]
        ).fetchone()
    assert answers is not None
    assert answers[0] == [re.fullmatch(CANONICAL[kind], text) is not None for text in texts]


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("31 april", "31 april"),
        ("Anna 811228-9874", "Anna ••••••-••••"),
        ("a\x00b", "a·b"),
        ("x" * 100, "x" * 79 + "…"),
        (" a\r\nb ", "a  b"),
    ],
)
def test_shown(text: str, safe: str) -> None:
    assert shown(text) == safe


@given(st.text(), st.integers(1, 200))
def test_shown_is_short(text: str, limit: int) -> None:
    assert len(shown(text, limit)) <= limit
