"""Periods: written forms, and the arithmetic of years, half-years, quarters, months and ISO weeks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.contract import TABLES
from etl.contract.outcome import Refusal
from etl.contract.periods import (
    Period,
    PeriodKind,
    contains,
    covers,
    following,
    months,
    overlaps,
    parse_period,
    period,
    period_of,
    periods_between,
    preceding,
    sub_periods,
)

_DAYS = st.dates(date(1901, 1, 10), date(2099, 12, 20))
_KINDS = st.sampled_from(PeriodKind)


def _parsed(text: str) -> Period:
    found = parse_period(text)
    assert isinstance(found, Period)
    return found


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2017", "2017"),
        ("2017.0", "2017"),
        ("helår 2017", "2017"),
        ("2017-H1", "2017-H1"),
        ("H2 2017", "2017-H2"),
        ("halvår 1 2017", "2017-H1"),
        ("första halvåret 2017", "2017-H1"),
        ("2017-K1", "2017-K1"),
        ("2017k1", "2017-K1"),
        ("2017K1", "2017-K1"),
        ("2017-Q1", "2017-K1"),
        ("K1 2017", "2017-K1"),
        ("kvartal 1 2017", "2017-K1"),
        ("Kvartal 4, 2017", "2017-K4"),
        ("2017 kvartal 1", "2017-K1"),
        ("1:a kvartalet 2017", "2017-K1"),
        ("fjärde kvartalet 2017", "2017-K4"),
        ("2017-03", "2017-03"),
        ("201703", "2017-03"),
        ("2017M03", "2017-03"),
        ("mars 2017", "2017-03"),
        ("Mar 2017", "2017-03"),
        ("2017 mars", "2017-03"),
        ("2017-V07", "2017-V07"),
        ("2017V7", "2017-V07"),
        ("2017-W07", "2017-V07"),
        ("V7 2017", "2017-V07"),
        ("vecka 7 2017", "2017-V07"),
        ("v. 7 2017", "2017-V07"),
        ("2020-V53", "2020-V53"),
        (" 2017–K1 ", "2017-K1"),
        ("2017\u00a0K1", "2017-K1"),
    ],
)
def test_written_forms(text: str, canonical: str) -> None:
    assert _parsed(text).text == canonical
    assert _parsed(canonical).text == canonical


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2017-13", "månad 13 finns inte 2017"),
        ("2017-00", "månad 0 finns inte 2017"),
        ("2017-K5", "kvartal 5 finns inte 2017"),
        ("2017-H3", "halvår 3 finns inte 2017"),
        ("2017-V53", "vecka 53 finns inte 2017"),
        ("2017-V00", "vecka 0 finns inte 2017"),
        ("1817", "utanför 1900–2100"),
        ("2017-3", "flera perioder"),
        ("2017-03-31", "datum och inte en period"),
        ("2017-03-01 00:00:00", "datum och inte en period"),
        ("2016–2017", "flera år"),
        ("hösten 2017", "inte en period"),
        ("K1", "inte en period"),
        ("mars", "inte en period"),
        ("", "inte en period"),
    ],
)
def test_refusals(text: str, reason: str) -> None:
    refused = parse_period(text)
    assert isinstance(refused, Refusal)
    assert reason in refused.reason
    assert refused.remedy


@pytest.mark.parametrize(
    ("text", "start", "end", "length"),
    [
        ("2017", date(2017, 1, 1), date(2017, 12, 31), 12),
        ("2017-H2", date(2017, 7, 1), date(2017, 12, 31), 6),
        ("2017-K2", date(2017, 4, 1), date(2017, 6, 30), 3),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), 1),
        ("2017-12", date(2017, 12, 1), date(2017, 12, 31), 1),
        ("2017-V01", date(2017, 1, 2), date(2017, 1, 8), None),
        ("2020-V53", date(2020, 12, 28), date(2021, 1, 3), None),
    ],
)
def test_first_day_last_day_and_length(text: str, start: date, end: date, length: int | None) -> None:
    found = _parsed(text)
    assert (found.start, found.end, months(found)) == (start, end, length)


@pytest.mark.parametrize(
    ("whole", "kind", "count"),
    [
        ("2017", PeriodKind.YEAR, 1),
        ("2017", PeriodKind.HALF_YEAR, 2),
        ("2017", PeriodKind.QUARTER, 4),
        ("2017", PeriodKind.MONTH, 12),
        ("2017", PeriodKind.WEEK, 52),
        ("2020", PeriodKind.WEEK, 53),
        ("2017-K1", PeriodKind.MONTH, 3),
        ("2017-03", PeriodKind.QUARTER, 0),
        ("2017-V07", PeriodKind.WEEK, 1),
    ],
)
def test_sub_periods(whole: str, kind: PeriodKind, count: int) -> None:
    parts = sub_periods(_parsed(whole), kind)
    assert len(parts) == count
    assert [p.kind for p in parts] == [kind] * count


@pytest.mark.parametrize("year", range(2014, 2028))
def test_every_week_belongs_to_one_month_and_one_year(year: int) -> None:
    by_year = [w.text for w in sub_periods(period(PeriodKind.YEAR, year), PeriodKind.WEEK)]
    by_month = [w.text for n in range(1, 13) for w in sub_periods(period(PeriodKind.MONTH, year, n), PeriodKind.WEEK)]
    assert by_year == by_month
    assert all(text.startswith(str(year)) for text in by_year)


def test_periods_between_takes_the_ones_at_the_edges() -> None:
    found = periods_between(date(2017, 3, 31), date(2017, 7, 1), PeriodKind.QUARTER)
    assert [p.text for p in found] == ["2017-K1", "2017-K2", "2017-K3"]
    assert periods_between(date(2017, 7, 1), date(2017, 3, 31), PeriodKind.QUARTER) == ()


def test_a_period_that_does_not_exist() -> None:
    with pytest.raises(ValueError, match="no kvartal number 5"):
        period(PeriodKind.QUARTER, 2017, 5)
    with pytest.raises(ValueError, match="week"):
        period(PeriodKind.WEEK, 2017, 53)


def test_the_words_are_those_of_the_contract() -> None:
    words = TABLES["ataganden"].column("interval").choices
    assert set(words) == set(PeriodKind)


@given(_DAYS, _KINDS)
def test_the_period_of_a_day_holds_it_and_comes_back(day: date, kind: PeriodKind) -> None:
    found = period_of(day, kind)
    assert contains(found, day)
    assert parse_period(found.text) == found
    assert preceding(following(found)) == found


@given(_DAYS, _KINDS)
def test_periods_of_one_kind_follow_without_gap(day: date, kind: PeriodKind) -> None:
    found = period_of(day, kind)
    after = following(found)
    assert after.start == found.end + timedelta(days=1)
    assert not overlaps(found, after)


@given(
    _DAYS,
    _KINDS.filter(lambda k: k is not PeriodKind.WEEK),
    _KINDS.filter(lambda k: k is not PeriodKind.WEEK),
)
def test_sub_periods_fill_the_whole(day: date, outer: PeriodKind, inner: PeriodKind) -> None:
    whole = period_of(day, outer)
    parts = sub_periods(whole, inner)
    assert all(covers(whole, part) for part in parts)
    if parts:
        assert (parts[0].start, parts[-1].end) == (whole.start, whole.end)
        assert sum(months(part) or 0 for part in parts) == months(whole)


@given(st.text() | st.from_regex(r"[0-9]{4}[ -]?[HKMQVWhkmqvw]?[0-9]{0,2}", fullmatch=True))
def test_any_text_gives_an_answer(text: str) -> None:
    found = parse_period(text)
    if isinstance(found, Period):
        assert found.start <= found.end
        assert parse_period(found.text) == found
