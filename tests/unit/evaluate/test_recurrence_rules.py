"""The rules for what returns, one by one: what a sub-period is, what keeps it, and what is left out."""

from datetime import date, timedelta
from typing import Any

import pytest

from etl.evaluate.periods import counted_days, sub_periods
from etl.evaluate.recurring import RecurringEvidence, judge_recurring, recurring_evidence
from etl.evaluate.reports import LogEntry
from etl.evaluate.verdict import Reason, State, Verdict
from tests.unit.evaluate.factories import log, recurring, weekly_log

YEAR = (date(2019, 1, 1), date(2019, 12, 31))
SPRING = (date(2019, 2, 1), date(2019, 4, 30))
MET, ON_TRACK, NOT_MET, GREY = Verdict.MET, Verdict.ON_TRACK, Verdict.NOT_MET, Verdict.UNDECIDABLE


def returning(
    entries: list[LogEntry],
    interval: str,
    period: tuple[date, date] = YEAR,
    *,
    today: date | None = None,
    per_period: float = 1,
    **more: Any,
) -> RecurringEvidence:
    today = today or period[1] + timedelta(days=60)
    state = more.pop("state", State.CLOSED if today > period[1] else State.ONGOING)
    start, end = period
    return recurring_evidence(
        entries, interval=interval, per_period=per_period, start=start, end=end, today=today, state=state, **more
    )


def told(evidence: RecurringEvidence) -> list[str]:
    return [status.status for status in evidence.statuses]


@pytest.mark.parametrize(
    ("interval", "starts", "ends", "keys"),
    [
        ("vecka", date(2019, 1, 2), date(2019, 1, 13), ["2019-V01", "2019-V02"]),
        ("månad", date(2019, 1, 20), date(2019, 4, 10), ["2019-02", "2019-03"]),
        ("månad", date(2019, 1, 16), date(2019, 4, 15), ["2019-01", "2019-02", "2019-03"]),
        ("kvartal", *SPRING, ["2019-K1"]),
        ("kvartal", date(2019, 5, 1), date(2019, 7, 31), ["2019-K2"]),
        ("kvartal", date(2019, 2, 15), date(2020, 2, 14), ["2019-K1", "2019-K2", "2019-K3", "2019-K4"]),
        ("halvår", date(2019, 4, 1), date(2020, 3, 31), ["2019-H1", "2019-H2"]),
        ("halvår", date(2019, 4, 1), date(2019, 9, 30), ["2019-H1"]),
        ("år", date(2019, 4, 1), date(2020, 3, 31), ["2019"]),
        ("år", date(2019, 7, 1), date(2022, 6, 30), ["2019", "2020", "2021"]),
    ],
)
def test_a_promise_of_any_length_has_as_many_sub_periods_as_it_is_long(
    interval: str, starts: date, ends: date, keys: list[str]
) -> None:
    assert [period.key for period in sub_periods(interval, starts, ends)] == keys


@pytest.mark.parametrize("interval", ["vecka", "månad", "kvartal", "halvår", "år"])
@pytest.mark.parametrize("days", [1, 20, 89, 90, 181, 400, 1096])
@pytest.mark.parametrize("start", [date(2019, 1, 1), date(2019, 2, 14), date(2020, 2, 29), date(2020, 12, 31)])
def test_every_day_of_a_promise_counts_towards_exactly_one_sub_period(interval: str, days: int, start: date) -> None:
    end = start + timedelta(days=days - 1)
    spans = counted_days(sub_periods(interval, start, end), start, end)
    assert (spans[0][0], spans[-1][1]) == (start, end)
    assert all(first <= last for first, last in spans)
    assert [later[0] for later in spans[1:]] == [earlier[1] + timedelta(days=1) for earlier in spans[:-1]]


def test_a_promise_that_renews_every_third_month_is_kept_on_any_of_its_days() -> None:
    """February through April is one quarter's worth: a walk in April is not outside it."""
    for day in (date(2019, 2, 3), date(2019, 4, 28)):
        assert judge_recurring(returning(log(day), "kvartal", SPRING)).verdict is MET
    assert returning(log(date(2019, 4, 28)), "kvartal", SPRING, today=date(2019, 4, 15)).closed == 0


def test_what_was_done_before_or_after_the_promise_does_not_count() -> None:
    outside = log(date(2019, 1, 15), date(2019, 5, 2))
    assert returning(outside, "kvartal", SPRING, reporting_complete=True).kept == 0


def test_a_report_on_the_promise_may_be_written_after_it() -> None:
    late = LogEntry(day=date(2019, 5, 10), amount=1, covers=(date(2019, 4, 1), date(2019, 4, 30)))
    whole = LogEntry(day=date(2019, 4, 5), amount=1, covers=(date(2019, 1, 1), date(2019, 3, 31)))
    assert told(returning([late, whole], "månad", SPRING, today=date(2019, 6, 30)))[-1] == "hölls"
    assert returning([whole], "kvartal", SPRING).kept == 1


def test_a_report_on_the_time_before_the_promise_says_nothing_of_it() -> None:
    before = LogEntry(day=date(2019, 2, 5), amount=1, covers=(date(2019, 1, 1), date(2019, 1, 31)))
    assert returning([before], "månad", SPRING, reporting_complete=True).kept == 0


@pytest.mark.parametrize(("total", "need"), [(1, 1), (4, 4), (12, 12), (13, 12), (48, 44), (52, 47), (104, 94)])
def test_up_to_twelve_all_and_from_thirteen_nine_in_ten(total: int, need: int) -> None:
    kept = judge_recurring(recurring(total, total, need, state=State.CLOSED))
    missed = judge_recurring(recurring(total, total, need - 1, state=State.CLOSED))
    assert (kept.verdict, missed.verdict, kept.periods_needed) == (MET, NOT_MET, need)


def test_the_owner_may_ask_for_every_one() -> None:
    assert judge_recurring(recurring(52, 52, 51, tolerance=1.0, state=State.CLOSED)).verdict is NOT_MET


@pytest.mark.parametrize(
    ("closed", "kept", "unknown", "verdict"),
    [
        (10, 10, 0, ON_TRACK),
        (10, 9, 0, ON_TRACK),
        (10, 8, 0, NOT_MET),
        (10, 7, 3, GREY),
        (47, 47, 0, MET),
        (47, 46, 1, GREY),
        (30, 24, 0, NOT_MET),
        (30, 24, 6, GREY),
        (30, 20, 4, NOT_MET),
    ],
)
def test_a_weekly_duty_while_the_year_runs(closed: int, kept: int, unknown: int, verdict: Verdict) -> None:
    """52 weeks, 47 needed: met at the 47th, lost at the sixth missed, and unknown weeks tried both ways."""
    assert judge_recurring(recurring(52, closed, kept, unknown=unknown)).verdict is verdict


def test_only_a_loss_that_cannot_be_made_good_is_final() -> None:
    """One of four quarters missed: no later walk can make it four of four."""
    assert judge_recurring(recurring(4, 2, 1)).verdict is NOT_MET
    assert judge_recurring(recurring(4, 2, 2)).verdict is ON_TRACK


@pytest.mark.parametrize(("done", "today", "verdict"), [(1, date(2019, 3, 31), ON_TRACK), (0, date(2019, 6, 28), GREY)])
def test_before_the_first_half_year_is_over_its_own_pace_decides(done: int, today: date, verdict: Verdict) -> None:
    """Two walks per half-year: nothing asked for in March, one by April, both on the last day."""
    nil = LogEntry(day=date(2019, 1, 15), amount=0, is_nil=True)
    entries = [nil, *log(*[date(2019, 3, 1)] * done)]
    assert judge_recurring(returning(entries, "halvår", today=today, per_period=2)).verdict is verdict


# Exemptions and pauses

MIDSUMMER = (date(2019, 6, 21), date(2019, 6, 21))
JULY = (date(2019, 7, 1), date(2019, 7, 31))


def test_a_holiday_friday_is_left_out_of_the_count() -> None:
    fridays = [entry for entry in weekly_log(date(2019, 1, 4), 52) if entry.day != MIDSUMMER[0]]
    found = returning(fridays, "vecka", weekday=4, exemptions=(MIDSUMMER,), tolerance=1.0)
    assert (found.total, found.kept, judge_recurring(found).verdict) == (51, 51, MET)
    assert judge_recurring(returning(fridays, "vecka", weekday=4, tolerance=1.0)).verdict is NOT_MET


def test_an_exemption_of_a_month_takes_its_whole_weeks_and_the_weeks_of_its_weekdays() -> None:
    assert returning([], "vecka", exemptions=(JULY,)).total == 52 - 4
    assert returning([], "vecka", weekday=4, exemptions=(JULY,)).total == 52 - 4
    assert returning([], "månad", exemptions=(JULY,)).total == 11
    assert returning([], "kvartal", exemptions=(JULY,)).total == 4


def test_an_exempt_period_that_was_kept_all_the_same_counts_for_nothing() -> None:
    found = returning(log(date(2019, 7, 5)), "månad", exemptions=(JULY,), reporting_complete=True)
    assert (found.total, found.kept) == (11, 0)


def test_nothing_left_after_exemptions_is_nothing_to_judge() -> None:
    assert judge_recurring(returning([], "år", exemptions=(YEAR,))).reason_code is Reason.NO_DATA


def test_weeks_of_a_pause_that_is_over_were_not_missed() -> None:
    """March through May 2019 paused: of 52 Fridays 13 were not promised."""
    pause = (date(2019, 3, 1), date(2019, 5, 31))
    kept = [entry for entry in weekly_log(date(2019, 1, 4), 52) if not pause[0] <= entry.day <= pause[1]]
    found = returning(kept, "vecka", weekday=4, paused=pause, reporting_complete=True)
    assert (found.total, found.kept, judge_recurring(found).verdict) == (38, 38, MET)
    assert judge_recurring(returning(kept, "vecka", weekday=4, reporting_complete=True)).verdict is NOT_MET


@pytest.mark.parametrize(
    ("pause", "left"),
    [
        ((date(2019, 4, 1), date(2019, 6, 30)), 3),
        ((date(2019, 4, 1), date(2019, 5, 17)), 3),
        ((date(2019, 4, 1), date(2019, 5, 15)), 4),
        ((date(2019, 6, 21), date(2019, 6, 21)), 4),
        ((date.min, date(2019, 6, 30)), 2),
        ((date(2021, 1, 1), date(2021, 6, 1)), 4),
    ],
)
def test_a_quarter_is_paused_when_more_than_half_of_it_is(pause: tuple[date, date], left: int) -> None:
    assert returning([], "kvartal", paused=pause).total == left


@pytest.mark.parametrize("state", [State.PAUSED, State.CLOSED])
@pytest.mark.parametrize("until", [date(2019, 12, 31), date.max])
def test_a_pause_that_is_not_over_makes_no_promise_smaller(until: date, state: State) -> None:
    """Five months kept, then paused for the rest of the year: seven months are still owed."""
    walks = [LogEntry(day=date(2019, month, 10), amount=1) for month in range(1, 6)]
    today = date(2019, 7, 1) if state is State.PAUSED else date(2020, 3, 1)
    found = returning(walks, "månad", today=today, state=state, paused=(date(2019, 6, 1), until))
    assert found.total == 12
    assert judge_recurring(found).verdict is GREY


def test_a_promise_that_is_paused_or_conditional_today_is_not_judged() -> None:
    weeks = weekly_log(date(2019, 1, 4), 20)
    for state, reason in ((State.PAUSED, Reason.PAUSED), (State.CONDITIONAL, Reason.CONDITIONAL)):
        found = judge_recurring(returning(weeks, "vecka", today=date(2019, 5, 25), state=state))
        assert (found.verdict, found.reason_code) == (GREY, reason)


def test_what_was_already_kept_stays_kept_in_a_pause() -> None:
    found = returning(weekly_log(date(2019, 1, 4), 48), "vecka", today=date(2019, 12, 5), state=State.PAUSED)
    assert judge_recurring(found).verdict is MET


def test_a_promise_without_a_period_has_no_sub_periods() -> None:
    """S4: no year is given, so nobody can say which half-years it was to be kept in."""
    found = recurring_evidence(
        weekly_log(date(2019, 1, 4), 52), interval="halvår", per_period=2, start=None, end=None,
        today=date(2020, 3, 1), state=State.NO_PERIOD,
    )  # fmt: skip
    assert (found.statuses, judge_recurring(found).reason_code) == ((), Reason.PERIOD_MISSING)


# What is known and what is not


def test_a_missed_week_in_a_living_log_is_missed_and_a_silent_spring_is_unknown() -> None:
    fridays = weekly_log(date(2019, 1, 4), 52)
    missed = returning([*fridays[:20], *fridays[21:]], "vecka")
    assert (missed.kept, missed.unknown) == (51, 0)
    silent = returning([*fridays[:10], *fridays[20:]], "vecka")
    assert (silent.kept, silent.unknown, judge_recurring(silent).verdict) == (42, 10, GREY)


def test_a_nil_report_makes_silence_known() -> None:
    fridays = weekly_log(date(2019, 1, 4), 52)
    nil = LogEntry(day=date(2019, 5, 20), amount=0, is_nil=True, covers=(date(2019, 3, 1), date(2019, 5, 19)))
    found = returning([*fridays[:10], nil, *fridays[20:]], "vecka")
    assert (found.kept, found.unknown, judge_recurring(found).verdict) == (42, 0, NOT_MET)


def test_hours_per_week_are_summed_within_the_week() -> None:
    twice = [LogEntry(day=entry.day + timedelta(days=day), amount=5) for day in (0, 1) for entry in
             weekly_log(date(2019, 1, 1), 52)]  # fmt: skip
    assert returning(twice, "vecka", per_period=10).kept == 52
    assert returning(twice, "vecka", per_period=10.5).kept == 0


def test_different_areas_are_counted_within_each_sub_period() -> None:
    """Two places per half-year: the same place twice is one, the same two places next half-year are two again."""
    places = [("Bara", 3), ("Bara", 4), ("Svedala", 9), ("Bara", 10)]
    entries = [LogEntry(day=date(2019, month, 5), amount=1, area=area) for area, month in places]
    found = returning(entries, "halvår", per_period=2, distinct_areas=True, reporting_complete=True)
    assert told(found) == ["missades", "hölls"]
    somewhere = LogEntry(day=date(2019, 5, 5), amount=1)
    found = returning([*entries, somewhere], "halvår", per_period=2, distinct_areas=True, reporting_complete=True)
    assert told(found) == ["okänt", "hölls"]
