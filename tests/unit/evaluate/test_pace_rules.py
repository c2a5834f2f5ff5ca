"""The rules for what is counted against a plan, one by one: hours, meetings, areas, pauses, short promises."""

from datetime import date, timedelta
from typing import Any

import pytest

from etl.evaluate.count_goal import count_evidence, judge_count
from etl.evaluate.decision import Limits, decide
from etl.evaluate.feedback import feedback_status
from etl.evaluate.reports import LogEntry
from etl.evaluate.state import state_of
from etl.evaluate.survey_goal import judge_survey
from etl.evaluate.verdict import Direction, Judgement, Reason, State, Verdict
from tests.unit.evaluate.factories import count, log, survey, weekly_log

YEAR = (date(2019, 1, 1), date(2019, 12, 31))
AUTUMN = (date(2019, 9, 1), date(2019, 11, 30))
MET, ON_TRACK, NOT_MET, GREY = Verdict.MET, Verdict.ON_TRACK, Verdict.NOT_MET, Verdict.UNDECIDABLE


def counted(
    entries: list[LogEntry], target: float, *, today: date, period: tuple[date, date] = YEAR, **more: Any
) -> Judgement:
    state = more.pop("state", State.CLOSED if today > period[1] else State.ONGOING)
    start, end = period
    return judge_count(count_evidence(entries, target=target, start=start, end=end, today=today, state=state, **more))


# Hours against plan


def test_hours_reached_are_met_on_the_day_they_are_reached() -> None:
    hours = weekly_log(date(2019, 1, 4), 30, amount=10)
    assert counted(hours, 300, today=date(2019, 7, 26)).verdict is MET
    assert counted(hours, 301, today=date(2019, 7, 26)).verdict is not MET


@pytest.mark.parametrize(("target", "verdict"), [(520, ON_TRACK), (540, NOT_MET)])
def test_a_steady_pace_leads_straight_to_its_end(target: float, verdict: Verdict) -> None:
    """Ten hours every week are about 520 in a year; the forecast starts on the Friday of the last report."""
    judgement = counted(weekly_log(date(2019, 1, 4), 25, amount=10), target, today=date(2019, 6, 23))
    assert judgement.verdict is verdict
    assert judgement.forecast == pytest.approx(250 + 10 * 193 / 7)


def test_an_uneven_pace_that_may_or_may_not_suffice_is_undecided() -> None:
    uneven = [LogEntry(day=date(2019, 1, 4) + timedelta(days=7 * n), amount=20 * (n % 2)) for n in range(25)]
    judgement = counted(uneven, 530, today=date(2019, 6, 23))
    assert judgement.reason_code is Reason.FORECAST_UNCLEAR
    assert judgement.forecast_low is not None
    assert judgement.forecast_high is not None
    assert judgement.forecast_low < 530 < judgement.forecast_high


@pytest.mark.parametrize(
    ("last_report", "reason"), [(date(2019, 5, 17), Reason.BEHIND_PACE), (date(2019, 5, 10), Reason.NO_RECENT_REPORT)]
)
def test_after_45_days_of_silence_nobody_knows_the_pace(last_report: date, reason: Reason) -> None:
    weeks = (last_report - date(2019, 1, 4)).days // 7 + 1
    hours = weekly_log(date(2019, 1, 4), weeks, amount=10)
    assert counted(hours, 1000, today=date(2019, 7, 1)).reason_code is reason


def test_the_first_tenth_of_the_weekdays_is_too_early() -> None:
    hours = weekly_log(date(2019, 1, 4), 8, amount=1)
    assert counted(hours, 400, today=date(2019, 2, 5)).reason_code is Reason.TOO_EARLY
    assert counted(hours, 400, today=date(2019, 2, 6)).verdict is NOT_MET


def test_four_whole_weeks_are_needed() -> None:
    short = (date(2019, 9, 2), date(2019, 10, 13))
    hours = weekly_log(date(2019, 9, 6), 4, amount=10)
    assert counted(hours, 100, today=date(2019, 9, 27), period=short).reason_code is Reason.TOO_FEW_WEEKS


# Numbers that are small


@pytest.mark.parametrize(
    ("done", "planned", "today", "verdict"),
    [
        (0, 0, date(2019, 3, 1), ON_TRACK),
        (1, 0, date(2019, 6, 28), ON_TRACK),
        (0, 0, date(2019, 7, 31), NOT_MET),
        (1, 1, date(2019, 12, 1), ON_TRACK),
        (1, 0, date(2019, 12, 1), NOT_MET),
    ],
)
def test_at_least_two_start_up_meetings(done: int, planned: int, today: date, verdict: Verdict) -> None:
    """On pace until three quarters have passed; after that only dated plans can make it good."""
    nil = LogEntry(day=today - timedelta(days=5), amount=0, is_nil=True)
    entries = [*log(*[date(2019, 2, 1)] * done), nil]
    assert counted(entries, 2, today=today, planned=planned).verdict is verdict


def test_four_dialogues_in_different_parts_are_four_parts() -> None:
    """S4: seven dialogues in three areas are three."""
    areas = ["Bara", "Svedala", "Klågerup", "Bara", "Svedala", "Klågerup", "Bara"]
    entries = [LogEntry(day=date(2019, 1, 15) + timedelta(days=40 * n), amount=1, area=a) for n, a in enumerate(areas)]
    in_areas = counted(entries, 4, today=date(2020, 3, 1), distinct_areas=True, reporting_complete=True)
    assert (in_areas.verdict, in_areas.done) == (NOT_MET, 3)
    assert counted(entries, 4, today=date(2020, 3, 1)).verdict is MET


@pytest.mark.parametrize(("without", "reason"), [(0, Reason.NOT_DONE), (1, Reason.NOT_DONE), (2, Reason.AREA_MISSING)])
def test_a_dialogue_without_a_place_may_have_been_in_a_new_one(without: int, reason: Reason) -> None:
    """Two known areas of four: with two more rows nobody can say that it was not four."""
    areas = ["Bara", "Svedala", *[None] * without]
    entries = [LogEntry(day=date(2019, 1, 15) + timedelta(days=40 * n), amount=1, area=a) for n, a in enumerate(areas)]
    judgement = counted(entries, 4, today=date(2020, 3, 1), distinct_areas=True, reporting_complete=True)
    assert (judgement.reason_code, judgement.done) == (reason, 2)


# Promises of any length, paused, conditional, without a period


def test_a_promise_of_three_months_has_a_pace_of_its_own() -> None:
    hours = weekly_log(date(2019, 9, 6), 8, amount=10)
    judgement = counted(hours, 130, today=date(2019, 10, 27), period=AUTUMN)
    assert judgement.verdict is ON_TRACK
    assert judgement.expected_now == pytest.approx(130 * 40 / 65)
    assert counted(hours, 150, today=date(2019, 10, 27), period=AUTUMN).verdict is NOT_MET


def test_what_is_done_in_the_next_promise_does_not_count_in_this_one() -> None:
    entries = log(date(2019, 8, 30), date(2019, 10, 4), date(2019, 12, 2))
    assert counted(entries, 3, today=date(2020, 3, 1), period=AUTUMN, reporting_complete=True).done == 1


def test_the_silence_of_a_pause_is_no_gap_in_the_reporting() -> None:
    """Paused March through August: reports up to February and from September."""
    months = [date(2019, month, 15) for month in (1, 2, 9, 10, 11, 12)]
    pause = (date(2019, 3, 1), date(2019, 8, 31))
    assert counted(log(*months), 10, today=date(2020, 3, 1)).reason_code is Reason.REPORTING_INCOMPLETE
    assert counted(log(*months), 10, today=date(2020, 3, 1), paused=pause).reason_code is Reason.NOT_DONE


def test_a_pause_that_has_not_come_or_that_hid_the_whole_log_reports_nothing() -> None:
    months = log(*(date(2019, month, 15) for month in range(1, 6)))
    ahead = (date(2019, 8, 1), date(2019, 9, 30))
    assert counted(months, 20, today=date(2019, 7, 20), paused=ahead).reason_code is Reason.NO_RECENT_REPORT
    assert counted([], 20, today=date(2019, 7, 20), paused=(YEAR[0], date.max)).reason_code is Reason.NO_ACTIVITY_LOG


def test_reports_may_wait_45_days_after_a_pause() -> None:
    """The pause ended on the last of May; the log before it ended in February."""
    hours = weekly_log(date(2019, 1, 4), 8, amount=10)
    pause = (date(2019, 3, 1), date(2019, 5, 31))
    assert counted(hours, 1000, today=date(2019, 7, 15), paused=pause).reason_code is Reason.BEHIND_PACE
    assert counted(hours, 1000, today=date(2019, 7, 16), paused=pause).reason_code is Reason.NO_RECENT_REPORT


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (State.PAUSED, Reason.PAUSED),
        (State.CONDITIONAL, Reason.CONDITIONAL),
        (State.NO_PERIOD, Reason.PERIOD_MISSING),
    ],
)
def test_a_promise_that_does_not_hold_today_is_not_judged(state: State, reason: Reason) -> None:
    judgement = judge_count(count(state=state))
    assert (judgement.verdict, judgement.reason_code, judgement.done) == (GREY, reason, 928)


def test_a_conditional_promise_is_conditional_whatever_its_days_say() -> None:
    """S4: no period, and only when the restrictions allow it."""
    for start, end in ((None, None), YEAR):
        assert state_of(start=start, end=end, today=date(2021, 1, 1), register_state="villkorat") is State.CONDITIONAL
    assert state_of(start=None, end=None, today=date(2021, 1, 1)) is State.NO_PERIOD


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2019, 2, 28), State.ONGOING),
        (date(2019, 3, 1), State.PAUSED),
        (date(2019, 5, 31), State.PAUSED),
        (date(2019, 6, 1), State.ONGOING),
        (date(2020, 1, 1), State.CLOSED),
    ],
)
def test_a_pause_holds_between_its_days_even_if_the_register_still_says_paused(today: date, state: State) -> None:
    pause = {"paused_from": date(2019, 3, 1), "paused_to": date(2019, 5, 31)}
    assert state_of(start=YEAR[0], end=YEAR[1], today=today, register_state="pausat", **pause) is state


# Upprätthålla


@pytest.mark.parametrize(
    ("low95", "high60", "is_open", "verdict"),
    [
        (-0.029, 0.01, False, MET),
        (-0.029, 0.01, True, ON_TRACK),
        (-0.03, 0.01, False, GREY),
        (-0.05, -0.001, False, NOT_MET),
        (-0.05, -0.001, True, NOT_MET),
        (-0.05, 0.02, False, GREY),
        (-0.02, -0.001, False, MET),
    ],
)
def test_to_maintain_is_to_rule_out_a_worsening_that_matters(
    low95: float, high60: float, is_open: bool, verdict: Verdict
) -> None:
    limits = Limits(low95=low95, high95=0.10, low60=low95 / 2, high60=high60)
    found = decide(limits, least_change=0.03, direction=Direction.MAINTAIN, open_period=is_open)
    assert found[0] is verdict


def test_safety_is_maintained_when_three_points_down_can_be_ruled_out() -> None:
    """S3: 5 000 answers can tell that 70 percent has not become 67; 400 answers cannot."""
    many = judge_survey(survey(0.70, 0.70, n=5000, direction=Direction.MAINTAIN))
    few = judge_survey(survey(0.70, 0.70, n=400, direction=Direction.MAINTAIN))
    assert (many.verdict, few.verdict) == (MET, GREY)
    worse = judge_survey(survey(0.70, 0.62, n=400, direction=Direction.MAINTAIN))
    low_is_good = judge_survey(survey(0.70, 0.62, n=400, direction=Direction.MAINTAIN, high_is_good=False))
    assert (worse.verdict, low_is_good.verdict) == (NOT_MET, MET)


# Reporting back


def test_at_least_four_a_year_may_all_come_in_december_and_every_quarter_may_not() -> None:
    year_end = date(2019, 12, 31)
    december = [date(2019, 12, day) for day in (1, 5, 10, 20)]
    assert feedback_status(year_end, december, date(2020, 3, 1), required=4).status == "i tid"
    for quarter_end in (date(2019, 3, 31), date(2019, 6, 30), date(2019, 9, 30)):
        assert feedback_status(quarter_end, [], date(2020, 3, 1)).status == "saknas"


@pytest.mark.parametrize(("given", "status", "late"), [(45, "i tid", 0), (46, "för sent", 1), (64, "för sent", 19)])
def test_a_report_is_on_time_for_45_days(given: int, status: str, late: int) -> None:
    end = date(2019, 3, 31)
    found = feedback_status(end, [end + timedelta(days=given)], date(2020, 1, 1))
    assert (found.status, found.days_late, found.kept) == (status, late, status == "i tid")
