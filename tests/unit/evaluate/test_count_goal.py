"""Counted commitments: log or no log, areas, gaps, blocked promises."""

from datetime import date
from typing import Any

import pytest

from etl.evaluate.count_goal import CountEvidence, count_evidence, judge_count
from etl.evaluate.reports import LogEntry
from etl.evaluate.verdict import Reason, State, Verdict
from tests.unit.evaluate.factories import count, log, weekly_log

START, END = date(2017, 1, 1), date(2017, 12, 31)
AFTER = date(2018, 3, 1)


def evidence(entries: list[LogEntry], today: date, target: float = 2, **more: Any) -> CountEvidence:
    state = more.pop("state", State.CLOSED if today > END else State.ONGOING)
    return count_evidence(entries, target=target, start=START, end=END, today=today, state=state, **more)


@pytest.mark.parametrize("today", [date(2017, 6, 1), AFTER])
def test_no_log_at_all(today: date) -> None:
    judgement = judge_count(evidence([], today, target=4000))
    assert (judgement.verdict, judgement.reason_code) == (Verdict.UNDECIDABLE, Reason.NO_ACTIVITY_LOG)
    assert judgement.estimate is None


def test_no_log_but_the_register_says_reporting_is_complete() -> None:
    assert judge_count(evidence([], AFTER, reporting_complete=True)).verdict is Verdict.NOT_MET


def test_reached_is_met_at_once_even_with_a_silent_log() -> None:
    entries = log(date(2017, 2, 1), date(2017, 2, 15))
    assert judge_count(evidence(entries, date(2017, 9, 1))).verdict is Verdict.MET


def test_what_lies_outside_the_period_or_in_the_future_does_not_count() -> None:
    entries = log(date(2016, 12, 31), date(2017, 5, 1), date(2017, 7, 1), date(2018, 1, 1))
    assert evidence(entries, date(2017, 6, 1)).done == 1
    assert evidence(entries, AFTER).done == 2


def test_a_closed_period_with_gaps_is_undecided() -> None:
    entries = log(date(2017, 2, 1))
    assert judge_count(evidence(entries, AFTER)).reason_code is Reason.REPORTING_INCOMPLETE
    assert judge_count(evidence(entries, AFTER, reporting_complete=True)).reason_code is Reason.NOT_DONE


def test_nil_reports_close_the_gaps() -> None:
    nils = [
        LogEntry(day=date(2017, 4 + 3 * k, 3) if k < 3 else date(2017, 12, 30), amount=0, is_nil=True,
                 covers=(date(2017, 1 + 3 * k, 1), date(2017, 3 + 3 * k, 30)))
        for k in range(4)
    ]  # fmt: skip
    judgement = judge_count(evidence([*log(date(2017, 2, 1)), *nils], AFTER))
    assert (judgement.verdict, judgement.estimate) == (Verdict.NOT_MET, 1)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"elapsed": 0.09}, Reason.TOO_EARLY),
        ({"days_since_report": 46}, Reason.NO_RECENT_REPORT),
        ({"weeks": 3}, Reason.TOO_FEW_WEEKS),
        ({"mean_week": 41.0}, Reason.FORECAST_UNCLEAR),
        ({"mean_week": 33.0}, Reason.BEHIND_PACE),
        ({"days_since_report": 45}, Reason.ON_PACE),
        ({"not_started": True}, Reason.NOT_STARTED),
        ({"state": State.PAUSED}, Reason.PAUSED),
        ({"state": State.CONDITIONAL}, Reason.CONDITIONAL),
        ({"state": State.NO_PERIOD}, Reason.PERIOD_MISSING),
    ],
)
def test_reasons_in_an_open_period(changes: dict[str, object], reason: Reason) -> None:
    assert judge_count(count(**changes)).reason_code is reason


@pytest.mark.parametrize(
    ("target", "done", "planned", "elapsed", "verdict"),
    [
        (4, 3, 1, 0.9, Verdict.ON_TRACK),
        (4, 3, 0, 0.9, Verdict.NOT_MET),
        (4, 2, 0, 0.74, Verdict.ON_TRACK),
        (4, 1, 0, 0.74, Verdict.NOT_MET),
        (4, 0, 0, 0.2, Verdict.ON_TRACK),
    ],
)
def test_small_goals_look_at_dated_plans(
    target: float, done: float, planned: float, elapsed: float, verdict: Verdict
) -> None:
    judgement = judge_count(count(target=target, done=done, planned=planned, elapsed=elapsed))
    assert (judgement.verdict, judgement.forecast) == (verdict, None)


def test_different_areas_are_counted_once_each() -> None:
    days = [date(2017, 3, day) for day in (1, 2, 3, 4)]
    areas = ["Svedala", "Bara", "Bara", None]
    entries = [LogEntry(day=day, amount=1, area=area) for day, area in zip(days, areas, strict=True)]
    assert evidence(entries, AFTER, distinct_areas=True).done == 2
    assert evidence(entries, AFTER).done == 4


def test_without_a_period_nothing_is_judged() -> None:
    found = count_evidence(log(date(2021, 1, 1)), target=1, start=None, end=None, today=AFTER, state=State.NO_PERIOD)
    assert judge_count(found).reason_code is Reason.PERIOD_MISSING


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (State.CLOSED, Reason.PERIOD_MISSING),
        (State.CONDITIONAL, Reason.CONDITIONAL),
        (State.PAUSED, Reason.PAUSED),
    ],
)
def test_without_a_period_the_word_of_the_register_does_not_make_it_met(state: State, reason: Reason) -> None:
    found = count_evidence(log(date(2017, 2, 1)), target=1, start=None, end=None, today=AFTER, state=state)
    assert judge_count(found).reason_code is reason


def test_without_a_period_the_future_is_not_counted_either() -> None:
    entries = log(date(2017, 2, 1), date(2019, 1, 1))
    found = count_evidence(entries, target=5, start=None, end=None, today=AFTER, state=State.NO_PERIOD)
    assert found.done == 1


def test_a_nil_report_after_today_is_not_known_yet() -> None:
    """November and December were reported empty in February; in January nobody knew."""
    worked = weekly_log(date(2017, 1, 6), 43, amount=1)
    nil = LogEntry(day=date(2018, 2, 1), amount=0, is_nil=True, covers=(date(2017, 11, 1), date(2017, 12, 31)))
    asked_in_january = judge_count(evidence([*worked, nil], date(2018, 1, 5), target=400))
    assert asked_in_january.reason_code is Reason.REPORTING_INCOMPLETE
    assert judge_count(evidence([*worked, nil], AFTER, target=400)).reason_code is Reason.NOT_DONE


def without_hours(weeks: int) -> list[LogEntry]:
    return [entry._replace(amount=0.0, missing=1) for entry in weekly_log(date(2017, 1, 6), weeks)]


@pytest.mark.parametrize("today", [date(2017, 9, 1), AFTER])
def test_missing_hours_are_not_zero(today: date) -> None:
    judgement = judge_count(evidence(without_hours(52), today, target=400, reporting_complete=True))
    assert (judgement.verdict, judgement.reason_code) == (Verdict.UNDECIDABLE, Reason.HOURS_MISSING)
    assert (judgement.done, judgement.forecast, judgement.needed_per_week) == (None, None, None)


def test_the_hours_that_are_there_may_be_enough() -> None:
    entries = [*weekly_log(date(2017, 1, 5), 40, amount=10), *without_hours(3)]
    assert judge_count(evidence(entries, AFTER, target=400)).verdict is Verdict.MET
    short = judge_count(evidence(entries, AFTER, target=500))
    assert (short.reason_code, short.done, short.rows_without_hours) == (Reason.HOURS_MISSING, 400, 3)


def test_hours_needed_per_week() -> None:
    judgement = judge_count(count())
    assert judgement.needed_per_week == pytest.approx((2200 - 928) / 30.57)
    assert judge_count(count(done=2300)).needed_per_week is None


def test_a_nil_report_starts_the_weeks() -> None:
    """A first month reported as empty belongs to the pace."""
    nil = LogEntry(day=date(2017, 1, 2), amount=0, is_nil=True)
    entries = [nil, *weekly_log(date(2017, 1, 30), 8, amount=10)]
    assert evidence(entries, date(2017, 3, 26), target=500).weeks == 11


@pytest.mark.parametrize("changes", [{"target": 0}, {"done": -1}, {"mean_week": float("nan")}])
def test_evidence_that_cannot_be_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="större än noll"):
        count(**changes)
