from datetime import date, datetime

import pandas as pd
import pytest

from pages.view.formats import (
    date_iso,
    days_sv,
    given,
    interval_sv,
    period_sv,
    plain,
    shown_value,
    text,
    to_date,
    unbroken,
    with_unit,
)


@pytest.mark.parametrize("nothing", [None, float("nan"), pd.NaT, pd.NA, ""])
def test_nothing_is_nothing_whatever_it_is_called(nothing: object) -> None:
    assert not given(nothing)
    assert text(nothing) == date_iso(nothing) == ""
    assert with_unit(nothing, "timmar") == plain(nothing) == "–"


def test_zero_and_no_are_something() -> None:
    assert given(0)
    assert given(False)
    assert plain(0) == "0"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (12345, "12\u00a0345"),
        (9.8, "9,8"),
        (66.97, "67"),
        (14.72, "14,7"),
        (-3.5, "−3,5"),
        (48.0, "48"),
        (100.0, "100"),
        (0.04, "0,04"),
    ],
)
def test_numbers_have_the_decimals_they_need(value: float, written: str) -> None:
    assert plain(value) == written


def test_a_number_somebody_wrote_is_not_parted_by_the_end_of_a_line() -> None:
    assert unbroken("minst 4 000 timmar 2017 och 1 234 567 kronor") == (
        "minst 4\N{NO-BREAK SPACE}000 timmar 2017 och 1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567 kronor"
    )
    assert unbroken("den 4 2017") == "den 4 2017"


def test_units() -> None:
    assert with_unit(48, "procent") == "48\u00a0%"
    assert with_unit(1.94, "index 0–6") == "1,94"
    assert with_unit(9.84, "anmälda brott per 1 000 invånare och år") == "9,8"
    assert with_unit(4000, "timmar") == "4\u00a0000\u00a0timmar"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("2017", "2017"),
        ("2017-H1", "första halvåret 2017"),
        ("2017-K4", "fjärde kvartalet 2017"),
        ("2017-03", "mars 2017"),
        ("2017-V07", "vecka 7, 2017"),
        ("Helår", "Helår"),
    ],
)
def test_periods(code: str, said: str) -> None:
    assert period_sv(code) == said


def test_days() -> None:
    assert days_sv(date(2015, 1, 1), date(2016, 12, 31)) == "2015–2016"
    assert days_sv(None, None) == ""
    assert days_sv(date(2017, 3, 1), None) == "från och med 1 mars 2017"
    assert to_date(pd.Timestamp(2017, 3, 31)) == to_date(datetime(2017, 3, 31)) == date(2017, 3, 31)  # noqa: DTZ001
    assert to_date("2017-03-31T08:00") == date(2017, 3, 31)


def test_an_interval_needs_both_its_limits() -> None:
    assert interval_sv(7.1, 11.4) == "7,1 till 11,4"
    assert interval_sv(7.1, None) == ""


def test_a_survey_value_is_left_out_by_the_rule_or_unknown_or_there() -> None:
    assert shown_value(None, "procent", 21) == "visas inte: för få svar"
    assert shown_value(None, "procent", None) == "–"
    assert shown_value(48.0, "procent", 21) == "48\u00a0%"
