"""Returning commitments: sub-periods, exemptions, silence, tolerance."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from etl.evaluate.periods import sub_period, sub_periods
from etl.evaluate.recurring import RecurringEvidence, judge_recurring, recurring_evidence
from etl.evaluate.reports import LogEntry
from etl.evaluate.verdict import Reason, State, Verdict
from tests.unit.evaluate.factories import log, recurring, weekly_log

YEAR = (date(2017, 1, 1), date(2017, 12, 31))
FRIDAYS = weekly_log(date(2017, 1, 6), 52)


def evidence(entries: list[LogEntry], today: date, **more: Any) -> RecurringEvidence:
    options = {"interval": "vecka", "per_period": 1, "weekday": 4, "start": YEAR[0], "end": YEAR[1]} | more
    state = options.pop("state", State.CLOSED if today > YEAR[1] else State.ONGOING)
    return recurring_evidence(entries, today=today, state=state, **options)


@pytest.mark.parametrize(
    ("interval", "count", "first", "last"),
    [
        ("vecka", 52, "2017-V01", "2017-V52"),
        ("månad", 12, "2017-01", "2017-12"),
        ("kvartal", 4, "2017-K1", "2017-K4"),
        ("halvår", 2, "2017-H1", "2017-H2"),
        ("år", 1, "2017", "2017"),
    ],
)
def test_a_year_of_sub_periods(interval: str, count: int, first: str, last: str) -> None:
    periods = sub_periods(interval, *YEAR)
    assert (len(periods), periods[0].key, periods[-1].key) == (count, first, last)


def test_sub_periods_follow_each_other() -> None:
    for interval in ("vecka", "månad", "kvartal", "halvår", "år"):
        periods = sub_periods(interval, date(2016, 1, 1), date(2020, 12, 31))
        assert all(b.start == a.end + timedelta(days=1) for a, b in pairwise(periods))


def test_an_edge_belongs_where_half_of_it_does() -> None:
    """1 November 2016 is too late for 2016; a promise shorter than its interval keeps one."""
    assert [p.key for p in sub_periods("år", date(2016, 11, 1), YEAR[1])] == ["2017"]
    assert [p.key for p in sub_periods("år", date(2017, 3, 1), date(2017, 5, 31))] == ["2017"]
    assert sub_periods("år", YEAR[1], YEAR[0]) == ()


def test_a_weekday_decides_whose_week_it_is() -> None:
    """New Year's Day 2017 is a Sunday: its week's Friday lies in 2016."""
    assert sub_periods("vecka", *YEAR, weekday=4)[0].key == "2017-V01"
    assert sub_periods("vecka", *YEAR, weekday=6)[0].key == "2016-V52"


def test_iso_weeks_at_the_turn_of_the_year() -> None:
    assert sub_period("vecka", date(2021, 1, 1)).key == "2020-V53"
    with pytest.raises(ValueError, match="okänt intervall"):
        sub_period("dag", date(2021, 1, 1))


def test_every_friday_kept() -> None:
    judgement = judge_recurring(evidence(FRIDAYS, date(2018, 1, 3)))
    assert (judgement.verdict, judgement.periods_kept, judgement.periods_needed) == (Verdict.MET, 52, 47)


def test_a_missed_friday_in_a_running_log_is_missed() -> None:
    found = evidence([*FRIDAYS[:10], *FRIDAYS[11:]], date(2018, 1, 3))
    assert (found.kept, found.unknown) == (51, 0)


def test_a_long_silence_is_unknown_not_missed() -> None:
    found = evidence([*FRIDAYS[:10], *FRIDAYS[30:]], date(2018, 1, 3))
    assert (found.kept, found.unknown) == (32, 20)
    assert judge_recurring(found).reason_code is Reason.UNKNOWN_SUBPERIODS
    told = evidence([*FRIDAYS[:10], *FRIDAYS[30:]], date(2018, 1, 3), reporting_complete=True)
    assert judge_recurring(told).verdict is Verdict.NOT_MET


def test_weeks_after_the_last_report_are_unknown_while_the_promise_runs() -> None:
    found = evidence(FRIDAYS[:10], date(2017, 3, 27))
    assert (found.closed, found.kept, found.unknown) == (12, 10, 2)


def test_exemptions_are_not_counted() -> None:
    last_week, good_friday = (date(2017, 12, 25), date(2017, 12, 31)), (date(2017, 4, 14), date(2017, 4, 14))
    found = evidence(FRIDAYS[:51], date(2018, 1, 3), exemptions=(last_week, good_friday))
    assert (found.total, found.kept) == (50, 50)


def test_a_longer_exemption_exempts_every_sub_period_in_it() -> None:
    """July 2017 has four Fridays, and wholly four weeks; a day in a week leaves out the week."""
    july = (date(2017, 7, 1), date(2017, 7, 31))
    assert evidence(FRIDAYS, date(2018, 1, 3), exemptions=(july,)).total == 48
    assert evidence(FRIDAYS, date(2018, 1, 3), weekday=None, exemptions=(july,)).total == 48
    summer = (date(2017, 7, 1), date(2017, 9, 30))
    assert evidence(FRIDAYS, date(2018, 1, 3), interval="månad", weekday=None, exemptions=(summer,)).total == 9


def test_weeks_after_an_early_closing_were_not_missed() -> None:
    """Closed at the end of June after 26 weeks kept: the other 26 never came."""
    found = evidence(FRIDAYS[:26], date(2017, 7, 3), state=State.CLOSED)
    assert (found.kept, found.closed, found.total) == (26, 26, 52)
    judgement = judge_recurring(found)
    assert (judgement.verdict, judgement.reason_code) == (Verdict.UNDECIDABLE, Reason.CLOSED_EARLY)


def test_an_early_closing_hides_nothing_that_is_final() -> None:
    late = evidence(FRIDAYS[::2][:13], date(2017, 7, 3), state=State.CLOSED, reporting_complete=True)
    assert (late.closed - late.kept, judge_recurring(late).verdict) == (13, Verdict.NOT_MET)


@pytest.mark.parametrize("state", [State.CLOSED, State.NO_PERIOD])
def test_without_a_period_nothing_is_judged(state: State) -> None:
    found = evidence(FRIDAYS, date(2018, 1, 3), start=None, end=None, state=state)
    assert judge_recurring(found).reason_code is Reason.PERIOD_MISSING


def test_rows_without_hours_leave_the_week_unknown() -> None:
    """Ten hours a week: three weeks of rows that do not say how many."""
    ten_hours = weekly_log(date(2017, 1, 6), 10, amount=10)
    silent = [LogEntry(day=date(2017, 3, 17 + 7 * n), amount=0, missing=1) for n in range(2)]
    found = evidence([*ten_hours, *silent], date(2017, 3, 27), per_period=10)
    assert (found.kept, found.unknown) == (10, 2)
    told = evidence([*ten_hours, *silent], date(2017, 3, 27), per_period=10, reporting_complete=True)
    assert (told.kept, told.unknown) == (10, 2)


def test_what_a_row_concerns_decides_its_sub_period() -> None:
    """A report on the first quarter, written in April, belongs to the first."""
    entries = [
        LogEntry(day=date(2017, 4, 20), amount=1, covers=(date(2017, 1, 1), date(2017, 3, 31))),
        LogEntry(day=date(2017, 5, 20), amount=1, covers=(date(2017, 1, 1), date(2017, 12, 31))),
    ]
    found = evidence(entries, date(2018, 1, 3), interval="kvartal", weekday=None)
    assert [status.done for status in found.statuses] == [1, 1, 0, 0]


def test_two_inventories_per_half_year() -> None:
    spring, autumn = date(2017, 3, 1), date(2017, 10, 1)
    entries = log(spring, spring + timedelta(days=20), autumn, autumn + timedelta(days=20))
    options = {"interval": "halvår", "per_period": 2, "weekday": None}
    assert judge_recurring(evidence(entries, date(2018, 1, 3), **options)).verdict is Verdict.MET
    assert judge_recurring(evidence(entries[:3], date(2018, 1, 3), **options)).verdict is Verdict.UNDECIDABLE
    same_place = [LogEntry(day=entry.day, amount=1, area="Bara") for entry in entries]
    found = evidence(same_place, date(2018, 1, 3), distinct_areas=True, reporting_complete=True, **options)
    assert (found.kept, judge_recurring(found).verdict) == (0, Verdict.NOT_MET)


def test_no_log() -> None:
    assert judge_recurring(evidence([], date(2018, 1, 3))).reason_code is Reason.NO_ACTIVITY_LOG
    assert judge_recurring(evidence([], date(2016, 12, 1))).reason_code is Reason.NOT_STARTED


def test_before_anything_has_closed() -> None:
    assert judge_recurring(recurring(2, 0, 0, current_ok=True)).verdict is Verdict.ON_TRACK
    assert judge_recurring(recurring(2, 0, 0, current_ok=False)).verdict is Verdict.UNDECIDABLE


@pytest.mark.parametrize(("tolerance", "need"), [(None, 45), (1.0, 50), (0.8, 40)])
def test_tolerance(tolerance: float | None, need: int) -> None:
    judgement = judge_recurring(recurring(50, 50, need, tolerance=tolerance, state=State.CLOSED))
    assert (judgement.verdict, judgement.periods_needed) == (Verdict.MET, need)
    short = judge_recurring(recurring(50, 50, need - 1, tolerance=tolerance, state=State.CLOSED))
    assert short.verdict is Verdict.NOT_MET


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (State.PAUSED, Reason.PAUSED),
        (State.CONDITIONAL, Reason.CONDITIONAL),
        (State.NO_PERIOD, Reason.PERIOD_MISSING),
    ],
)
def test_blocked_promises(state: State, reason: Reason) -> None:
    assert judge_recurring(recurring(10, 5, 3, state=state)).reason_code is reason


def test_a_conditional_promise_without_a_period_is_conditional() -> None:
    found = evidence([], date(2021, 1, 1), start=None, end=None, state=State.CONDITIONAL)
    assert judge_recurring(found).reason_code is Reason.CONDITIONAL


def test_evidence_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="rymmas"):
        recurring(2, 3, 3)
    with pytest.raises(ValueError, match="toleransen"):
        recurring(2, 2, 2, tolerance=0)
