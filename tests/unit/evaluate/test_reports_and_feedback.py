"""Silence in the log, feedback in time, and the state of a promise."""

from datetime import date

import pytest

from etl.evaluate.feedback import feedback_status
from etl.evaluate.reports import LogEntry, days_since_report, last_report, reporting_gaps
from etl.evaluate.state import blocked_by, state_of
from etl.evaluate.verdict import Reason, State
from tests.unit.evaluate.factories import log

START, END = date(2017, 1, 1), date(2017, 12, 31)


def test_gaps_longer_than_45_days() -> None:
    entries = log(date(2017, 2, 15), date(2017, 4, 1), date(2017, 5, 17))
    gaps = reporting_gaps(entries, start=START, end=date(2017, 7, 1))
    assert [(gap.start, gap.end, gap.days) for gap in gaps] == [(date(2017, 4, 1), date(2017, 5, 17), 46)]


def test_the_edges_of_the_period_count() -> None:
    gaps = reporting_gaps(log(date(2017, 6, 1)), start=START, end=END)
    assert [gap.days for gap in gaps] == [151, 213]
    assert [gap.days for gap in reporting_gaps([], start=START, end=END)] == [364]


def test_a_nil_report_covers_its_whole_period() -> None:
    nil = LogEntry(day=date(2018, 1, 10), amount=0, is_nil=True, covers=(START, END))
    assert reporting_gaps([nil], start=START, end=END) == ()
    worked = LogEntry(day=date(2018, 1, 10), amount=1, covers=(START, END))
    assert len(reporting_gaps([worked], start=START, end=END)) == 1


def test_a_nil_report_does_not_know_the_future() -> None:
    """Written on 5 January about the whole year, it says nothing about February."""
    early = LogEntry(day=date(2017, 1, 5), amount=0, is_nil=True, covers=(START, END))
    assert [gap.start for gap in reporting_gaps([early], start=START, end=END)] == [date(2017, 1, 5)]
    assert days_since_report([early], start=START, today=date(2017, 3, 1)) == 55
    ahead = LogEntry(day=date(2017, 1, 5), amount=0, is_nil=True, covers=(date(2017, 2, 1), date(2017, 2, 28)))
    assert last_report([ahead], start=START, through=END) == date(2017, 1, 5)


def test_days_since_the_last_report() -> None:
    entries = log(date(2016, 12, 1), date(2017, 3, 1), date(2017, 9, 1))
    assert days_since_report(entries, start=START, today=date(2017, 4, 15)) == 45
    assert days_since_report(entries[:1], start=START, today=date(2017, 4, 15)) is None


QUARTER_END, DUE = date(2017, 3, 31), date(2017, 5, 15)


@pytest.mark.parametrize(
    ("given", "today", "status", "late"),
    [
        ([date(2017, 4, 20)], END, "i tid", 0),
        ([DUE], END, "i tid", 0),
        ([date(2017, 3, 20)], END, "i tid", 0),
        ([date(2017, 5, 20)], END, "för sent", 5),
        ([], date(2017, 3, 31), "kommande", 0),
        ([], DUE, "väntar", 0),
        ([], date(2017, 5, 25), "saknas", 10),
        ([date(2017, 8, 1)], date(2017, 5, 25), "saknas", 10),
    ],
)
def test_feedback(given: list[date], today: date, status: str, late: int) -> None:
    feedback = feedback_status(QUARTER_END, given, today)
    assert (feedback.status, feedback.days_late, feedback.due) == (status, late, DUE)
    assert feedback.kept is (status == "i tid")


def test_four_times_a_year_is_fulfilled_by_the_fourth() -> None:
    given = [date(2017, month, 1) for month in (3, 6, 9, 12)]
    assert feedback_status(END, given, date(2018, 1, 1), required=4).given_on == date(2017, 12, 1)
    assert feedback_status(END, given[:3], date(2018, 6, 1), required=4).status == "saknas"


@pytest.mark.parametrize(
    ("today", "more", "state"),
    [
        (date(2017, 6, 1), {}, State.ONGOING),
        (END, {"register_state": "gäller"}, State.ONGOING),
        (date(2018, 1, 1), {}, State.CLOSED),
        (date(2017, 6, 1), {"register_state": "avslutat"}, State.CLOSED),
        (date(2017, 6, 1), {"register_state": "pausat"}, State.PAUSED),
        (date(2017, 6, 1), {"paused_from": date(2017, 5, 1), "paused_to": date(2017, 8, 1)}, State.PAUSED),
        (date(2017, 9, 1), {"paused_from": date(2017, 5, 1), "paused_to": date(2017, 8, 1)}, State.ONGOING),
        (date(2017, 6, 1), {"register_state": "villkorat"}, State.CONDITIONAL),
        (date(2017, 6, 1), {"end": None}, State.NO_PERIOD),
    ],
)
def test_state_of_a_promise(today: date, more: dict[str, object], state: State) -> None:
    arguments = {"start": START, "end": END} | more
    assert state_of(today=today, **arguments) is state  # type: ignore[arg-type]


def test_blocking_states() -> None:
    assert blocked_by(State.PAUSED) is Reason.PAUSED
    assert blocked_by(State.ONGOING) is None
