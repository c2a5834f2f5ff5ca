"""Dates: Swedish and ISO, impossible days refused, American order never guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.contract.dates import MONTH_NAMES, parse_date
from etl.contract.outcome import Parsed, Refusal

_DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "2017-03-31",
        "2017-3-31",
        "2017/03/31",
        "2017.03.31",
        "20170331",
        "20170331.0",
        "2017-03-31 00:00:00",
        "2017-03-31T00:00:00",
        "31 mars 2017",
        "31 MARS 2017",
        "31 mar 2017",
        "31 mar. 2017",
        "den 31 mars 2017",
        "fredag 31 mars 2017",
        "fredagen den 31 mars 2017",
        "31:a mars 2017",
        "31\u00a0mars\u00a02017",
        "31/3 2017",
        "31/3-2017",
        "31/3/2017",
        "31/03/2017",
        "31.3.2017",
        "31-03-2017",
        "  2017–03–31 ",
    ],
)
def test_writings_of_one_day(text: str) -> None:
    assert parse_date(text) == Parsed(value="2017-03-31")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31 april 2017", "31 april finns inte"),
        ("2017-04-31", "31 april finns inte"),
        ("29 februari 2017", "29 februari 2017 finns inte"),
        ("29/2 1900", "29 februari 1900 finns inte"),
        ("2017-13-01", "månad 13 finns inte"),
        ("2017-00-10", "månad 0 finns inte"),
        ("0 mars 2017", "0 mars finns inte"),
        ("1817-03-31", "år 1817 ligger utanför 1900–2100"),
        ("2101-01-01", "år 2101 ligger utanför 1900–2100"),
        ("3/31/2017", "amerikansk ordning"),
        ("12-31-2017", "amerikansk ordning"),
        ("03/04/2017", "både som 3 april 2017 och som 4 mars 2017"),
        ("03-04-2017", "både som 3 april 2017 och som 4 mars 2017"),
        ("31 marz 2017", "”marz” är inte en månad"),
        ("170331", "årtalet med fyra siffror"),
        ("31/3 17", "årtalet med fyra siffror"),
        ("31/3", "saknar årtal"),
        ("31 mars", "saknar årtal"),
        ("2017-03", "dagen saknas"),
        ("2017", "dagen saknas"),
        ("42825", "Excels löpnummer för 2017-03-31"),
        ("42825.0", "Excels löpnummer för 2017-03-31"),
        ("2017-03-31 14:30:00", "även ett klockslag"),
        ("i mars", "inte ett datum"),
        ("okänt", "inte ett datum"),
    ],
)
def test_refusals(text: str, reason: str) -> None:
    refused = parse_date(text)
    assert isinstance(refused, Refusal)
    assert reason in refused.reason
    assert refused.remedy


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3/4 2017", "2017-04-03"),
        ("3.4.2017", "2017-04-03"),
        ("03/03/2017", "2017-03-03"),
        ("13/04/2017", "2017-04-13"),
        ("29 februari 2016", "2016-02-29"),
        ("1900-01-01", "1900-01-01"),
        ("2100-12-31", "2100-12-31"),
    ],
)
def test_what_has_only_one_meaning_in_swedish(text: str, value: str) -> None:
    assert parse_date(text) == Parsed(value=value)


@pytest.mark.parametrize("month", MONTH_NAMES)
def test_every_month_by_name_and_abbreviation(month: str) -> None:
    number = MONTH_NAMES.index(month) + 1
    for name in (month, month[:3], month[:3] + ".", month.capitalize()):
        assert parse_date(f"1 {name} 2020") == Parsed(value=f"2020-{number:02}-01")


@given(
    _DAYS,
    st.sampled_from(
        [
            lambda d: d.isoformat(),
            lambda d: f"{d:%Y%m%d}",
            lambda d: f"{d.isoformat()} 00:00:00",
            lambda d: f"{d.day} {MONTH_NAMES[d.month - 1]} {d.year}",
            lambda d: f"{d.day}/{d.month} {d.year}",
            lambda d: f"{d.day}.{d.month}.{d.year}",
        ]
    ),
)
def test_a_written_day_comes_back(day: date, write) -> None:
    assert parse_date(write(day)) == Parsed(value=day.isoformat())


@given(st.text() | st.from_regex(r"[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}", fullmatch=True))
def test_any_text_gives_an_answer(text: str) -> None:
    outcome = parse_date(text)
    if isinstance(outcome, Parsed):
        assert date.fromisoformat(outcome.value).isoformat() == outcome.value
        assert parse_date(outcome.value) == outcome


@given(st.integers(1, 12), st.integers(1, 12), st.integers(1900, 2100), st.sampled_from("/-"))
def test_day_and_month_are_never_guessed(first: int, second: int, year: int, separator: str) -> None:
    outcome = parse_date(f"{first:02}{separator}{second:02}{separator}{year}")
    assert isinstance(outcome, Parsed) == (first == second)
