"""Numbers, dates and lists the Swedish way."""

from datetime import date

import pytest

from etl.evaluate.numbers_sv import (
    date_iso,
    date_sv,
    in_period,
    join_sv,
    number,
    percent,
    period_text,
    plural,
    signed,
    signed_visibly,
    units,
)

NBSP, MINUS = "\u00a0", "\u2212"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (12345, 0, f"12{NBSP}345"),
        (1234567.891, 1, f"1{NBSP}234{NBSP}567,9"),
        (4000, 0, f"4{NBSP}000"),
        (-3.45, 1, f"{MINUS}3,5"),
        (0.5, 0, "1"),
        (2.5, 0, "3"),
        (-0.2, 0, "0"),
        (1.005, 2, "1,01"),
    ],
)
def test_numbers(value: float, decimals: int, text: str) -> None:
    assert number(value, decimals) == text


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_never_written(value: float) -> None:
    with pytest.raises(ValueError, match="ändligt"):
        number(value)


def test_percent_sign_and_units() -> None:
    assert percent(3.4, 1) == f"3,4{NBSP}%"
    assert [signed(value) for value in (6, -3, 0.2)] == ["+6", f"{MINUS}3", "±0"]
    assert [signed_visibly(value) for value in (0.3, -0.04, 0)] == ["+0,3", f"{MINUS}0,04", "±0"]
    assert [units(value) for value in (2, 7.5, 1500.04)] == ["2", "7,5", f"1{NBSP}500"]


def test_one_and_many() -> None:
    assert [plural(count, "timme", "timmar") for count in (0, 1, 2)] == ["0 timmar", "1 timme", "2 timmar"]


def test_dates() -> None:
    assert (date_sv(date(2017, 3, 31)), date_iso(date(2017, 3, 31))) == ("31 mars 2017", "2017-03-31")


@pytest.mark.parametrize(
    ("start", "end", "text", "adverbial"),
    [
        ("2017-01-01", "2017-12-31", "2017", "2017"),
        ("2015-01-01", "2016-12-31", "2015–2016", "2015–2016"),
        ("2017-07-01", "2017-12-31", "andra halvåret 2017", "under andra halvåret 2017"),
        ("2017-04-01", "2017-06-30", "andra kvartalet 2017", "under andra kvartalet 2017"),
        ("2017-03-01", "2017-03-31", "mars 2017", "under mars 2017"),
        ("2017-03-01", "2017-05-31", "mars–maj 2017", "under mars–maj 2017"),
        ("2016-11-01", "2017-12-31", "november 2016–december 2017", "under november 2016–december 2017"),
        ("2017-03-03", "2017-03-09", "3–9 mars 2017", "under 3–9 mars 2017"),
        ("2017-03-03", "2017-05-05", "3 mars–5 maj 2017", "under 3 mars–5 maj 2017"),
        (
            "2016-12-24",
            "2017-01-06",
            "24 december 2016–6 januari 2017",
            "under 24 december 2016–6 januari 2017",
        ),
        ("2017-03-03", "2017-03-03", "3 mars 2017", "under 3 mars 2017"),
    ],
)
def test_periods(start: str, end: str, text: str, adverbial: str) -> None:
    span = date.fromisoformat(start), date.fromisoformat(end)
    assert (period_text(*span), in_period(*span)) == (text, adverbial)


def test_lists() -> None:
    assert [join_sv(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a och b",
        "a, b och c",
    ]
