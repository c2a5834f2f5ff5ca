"""Which periods of a series a goal on reported crime compares. Pure: no database."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from etl.build.crime_evidence import MONTHS, ChosenSeries, choose_series, count_sum
from etl.build.goal_frame import goal_window
from etl.build.whole_periods import first_day, first_whole, last_whole, month_number
from etl.evaluate.crime_goal import CrimeEvidence, judge_crime
from etl.evaluate.verdict import Reason, Verdict

Row = Mapping[str, Any]
TODAY = date(2026, 11, 22)
DEFINITION = "Brå per kommun och år"


def periods(first: date, last: date, granularity: str, count: Callable[[date], int] = lambda _: 10) -> list[Row]:
    """A series without a gap; `count` gives the crimes of the period that starts on a day."""
    months = MONTHS[granularity]
    starts = range(month_number(first), month_number(last) + 1, months)
    return [
        {
            "definition": DEFINITION,
            "granularity": granularity,
            "period_start": first_day(number),
            "period_end": last_whole(first_day(number + months), 1),
            "count": count(first_day(number)),
        }
        for number in starts
    ]


def chosen(rows: Sequence[Row], today: date = TODAY, breaks: Sequence[Row] = (), **register: date) -> ChosenSeries:
    names = ("starts", "ends", "baseline_from", "baseline_to", "followup_from", "followup_to")
    window = goal_window({name: register.get(name) for name in names})
    assert window is not None
    series = choose_series(rows, window, breaks, today)
    assert series is not None
    return series


def span(rows: Sequence[Row]) -> tuple[date, date]:
    return rows[0]["period_start"], rows[-1]["period_end"]


def judged(series: ChosenSeries) -> Any:
    """The verdict on an unchanging population of 10 000."""
    return judge_crime(
        CrimeEvidence(
            x0=count_sum(series.counted_baseline),
            person_years0=10_000.0 * len(series.counted_baseline) * MONTHS[series.granularity] / 12,
            months0=series.months0,
            x1=count_sum(series.followup),
            person_years1=10_000.0 * series.months1 / 12,
            months1=series.months1,
            phi=1.0,
            phi_assumed=False,
        )
    )


@pytest.mark.parametrize(
    ("months", "first", "last"),
    [
        (1, date(2018, 4, 1), date(2018, 2, 28)),
        (3, date(2018, 4, 1), date(2017, 12, 31)),
        (6, date(2018, 7, 1), date(2017, 12, 31)),
        (12, date(2019, 1, 1), date(2017, 12, 31)),
    ],
)
def test_whole_periods_around_a_day(months: int, first: date, last: date) -> None:
    day = date(2018, 3, 15)
    assert (first_whole(day, months), last_whole(day, months)) == (first, last)
    assert first_whole(date(2018, 1, 1), months) == date(2018, 1, 1)
    assert last_whole(date(2017, 12, 31), months) == date(2017, 12, 31)


class TestStartInsideAPeriod:
    def test_months_are_followed_up_from_the_first_whole_one(self) -> None:
        start = date(2018, 3, 15)
        rows = periods(date(2015, 1, 1), date(2019, 12, 1), "månad", lambda day: 40 if day > date(2018, 4, 1) else 100)
        series = chosen(rows, starts=start, ends=date(2019, 3, 14))

        assert span(series.followup) == (date(2018, 4, 1), date(2019, 2, 28))
        assert span(series.baseline) == (date(2015, 3, 1), date(2018, 2, 28))
        assert len(series.counted_baseline) == 33, "only the same eleven calendar months count"
        assert judged(series).verdict is Verdict.MET

    def test_a_whole_year_within_the_promise_is_used(self) -> None:
        rows = periods(date(2012, 1, 1), date(2020, 1, 1), "år")
        series = chosen(rows, starts=date(2018, 4, 1), ends=date(2020, 3, 31))

        assert span(series.followup) == (date(2019, 1, 1), date(2019, 12, 31))
        assert span(series.baseline) == (date(2015, 1, 1), date(2017, 12, 31)), "three whole years (section 6)"

    def test_quarters_from_the_first_of_february(self) -> None:
        rows = periods(date(2012, 1, 1), date(2019, 12, 1), "kvartal")
        series = chosen(rows, starts=date(2018, 2, 1), ends=date(2019, 1, 31))

        assert span(series.followup) == (date(2018, 4, 1), date(2018, 12, 31))
        assert (len(series.baseline), span(series.baseline)) == (12, (date(2015, 1, 1), date(2017, 12, 31)))

    def test_a_missing_first_period_still_ends_the_follow_up(self) -> None:
        rows = [row for row in periods(date(2016, 1, 1), date(2019, 12, 1), "månad") if
                row["period_start"] != date(2019, 1, 1)]  # fmt: skip
        assert chosen(rows, starts=date(2019, 1, 1), ends=date(2019, 12, 31)).followup == ()


def test_a_missing_month_leaves_the_seasons_balanced() -> None:
    """10 a month and 60 each December, nothing changed, June 2017 missing."""
    rows = periods(date(2016, 1, 1), date(2019, 12, 1), "månad", lambda day: 60 if day.month == 12 else 10)
    rows = [row for row in rows if row["period_start"] != date(2017, 6, 1)]
    series = chosen(rows, starts=date(2019, 1, 1), ends=date(2019, 12, 31))

    assert {row["period_start"].year for row in series.baseline} == {2016, 2018}
    assert judged(series).estimate == pytest.approx(0)
    assert series.baseline_note == "Tolvmånadersperioder i utgångsläget där uppgifter saknas är inte medräknade."


def test_before_any_follow_up_the_baseline_is_there() -> None:
    rows = periods(date(2016, 1, 1), date(2018, 1, 1), "år", lambda _: 100)
    series = chosen(rows, today=date(2019, 5, 1), starts=date(2019, 1, 1), ends=date(2019, 12, 31))

    assert (count_sum(series.counted_baseline), count_sum(series.followup)) == (300, None)
    assert judged(series).reason_code is Reason.NO_FOLLOWUP


def test_a_series_with_a_baseline_goes_before_a_finer_one_without() -> None:
    monthly = periods(date(2019, 1, 1), date(2019, 4, 1), "månad")
    yearly = periods(date(2016, 1, 1), date(2018, 1, 1), "år")
    series = chosen([*monthly, *yearly], today=date(2019, 5, 1), starts=date(2019, 1, 1), ends=date(2019, 12, 31))
    assert series.granularity == "år"


def test_a_baseline_never_reaches_into_the_follow_up() -> None:
    rows = periods(date(2014, 1, 1), date(2019, 12, 1), "månad")
    series = chosen(rows, starts=date(2019, 1, 1), ends=date(2019, 12, 31), baseline_to=date(2019, 6, 30))

    assert span(series.baseline) == (date(2016, 1, 1), date(2018, 12, 31))
    assert series.baseline_note == "Utgångsläget slutar 31 december 2018, dagen innan uppföljningen börjar."


class TestKnownBreak:
    BREAK = ({"series": DEFINITION, "year": 2015},)

    def test_the_note_names_the_day_the_baseline_really_begins(self) -> None:
        rows = periods(date(2012, 1, 1), date(2018, 12, 1), "månad")
        series = chosen(rows, breaks=self.BREAK, starts=date(2017, 7, 1), ends=date(2018, 6, 30))

        assert span(series.baseline) == (date(2015, 7, 1), date(2017, 6, 30))
        assert series.baseline_note == (
            "Utgångsläget börjar 1 juli 2015, eftersom bara hela tolvmånadersperioder räknas "
            "och siffrorna före 1 januari 2015 inte är jämförbara."
        )

    def test_a_baseline_that_begins_at_the_break(self) -> None:
        rows = periods(date(2012, 1, 1), date(2018, 1, 1), "år")
        series = chosen(rows, breaks=self.BREAK, starts=date(2017, 1, 1), ends=date(2017, 12, 31))

        assert span(series.baseline) == (date(2015, 1, 1), date(2016, 12, 31))
        assert series.baseline_note == (
            "Utgångsläget börjar 1 januari 2015, eftersom siffrorna före dess inte är jämförbara."
        )
