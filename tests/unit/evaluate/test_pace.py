"""Elapsed weekdays, weekly sums and forecast, against the reference log of 2024."""

from datetime import date
from typing import Any

import pytest

from etl.evaluate.count_goal import count_evidence, judge_count
from etl.evaluate.pace import (
    elapsed_days,
    elapsed_weekdays,
    forecast,
    mean_and_sd,
    pace_ratio,
    progress,
    weekdays,
    weekly_sums,
)
from etl.evaluate.reports import LogEntry
from etl.evaluate.verdict import State, Verdict
from tests.unit.evaluate.count_reference import CLOSED_FORM, expected, rows
from tests.unit.evaluate.factories import log, weekly_log

YEAR = (date(2024, 1, 1), date(2024, 12, 31))
CUTOFF = date(2024, 5, 31)


def close(numbers: Any) -> Any:
    return pytest.approx(numbers, rel=CLOSED_FORM)


def test_weekdays() -> None:
    """2024 has 262 weekdays, 110 of them by the end of May."""
    assert (weekdays(*YEAR), weekdays(YEAR[0], CUTOFF)) == (262, 110)
    assert elapsed_weekdays(*YEAR, CUTOFF) == pytest.approx(0.41984732824)
    assert elapsed_weekdays(*YEAR, date(2023, 12, 31)) == 0
    assert elapsed_weekdays(*YEAR, date(2025, 3, 1)) == 1


def test_a_period_without_weekdays_is_over_when_it_is_over() -> None:
    weekend = (date(2024, 6, 1), date(2024, 6, 2))
    assert [elapsed_weekdays(*weekend, date(2024, 6, day)) for day in (1, 2)] == [0.0, 1.0]


def test_forecast() -> None:
    ahead = forecast(done=928, weeks_left=214 / 7, weeks=21, mean_week=42.7619047619, sd_week=6.7000355365)
    assert ahead is not None
    assert (ahead.total, ahead.low, ahead.high) == pytest.approx(
        (2235.2925170068, 2160.8937065268, 2309.6913274868), rel=1e-6
    )
    assert forecast(done=10, weeks_left=5, weeks=3, mean_week=3, sd_week=1) is None


def test_only_complete_weeks_from_the_first_entry() -> None:
    """Entries on Wednesdays; the cut-off on a Saturday leaves the last week out."""
    entries = weekly_log(date(2024, 1, 10), 4, amount=3)
    assert weekly_sums(entries, YEAR[0], date(2024, 2, 3)) == (3, 3, 3)
    assert weekly_sums(entries, YEAR[0], date(2024, 2, 4)) == (3, 3, 3, 3)
    assert weekly_sums([], YEAR[0], CUTOFF) == ()


def test_a_week_without_entries_is_a_zero() -> None:
    entries = log(date(2024, 1, 10), date(2024, 1, 24), amount=2)
    assert weekly_sums(entries, YEAR[0], date(2024, 1, 28)) == (2, 0, 2)


def test_mean_and_spread() -> None:
    assert mean_and_sd([2, 4, 6]) == pytest.approx((4, 2))
    assert mean_and_sd([5]) == (5, 0)
    assert mean_and_sd([]) == (0, 0)


def test_the_forecast_starts_at_the_last_report() -> None:
    """Three silent weeks are not three weeks of nothing."""
    entries = weekly_log(date(2024, 1, 1), 20, amount=45)
    at_report, later = (
        count_evidence(entries, target=2200, start=YEAR[0], end=YEAR[1], today=today, state=State.ONGOING)
        for today in (entries[-1].day, date(2024, 6, 3))
    )
    assert (at_report.weeks, at_report.mean_week) == (later.weeks, later.mean_week)
    assert judge_count(at_report).forecast == judge_count(later).forecast


def test_progress_adds_up_week_by_week() -> None:
    entries = [LogEntry(day=date(2024, 1, 2), amount=4), LogEntry(day=date(2024, 1, 15), amount=6)]
    points = progress(entries, target=262, start=YEAR[0], end=YEAR[1], today=date(2024, 1, 17))
    assert [(point.done, point.cumulative) for point in points] == [(4, 4), (0, 4), (6, 10)]
    assert [point.planned for point in points] == pytest.approx([5, 10, 13])
    assert points[-1].period_start == date(2024, 1, 15)


def reference_log() -> list[LogEntry]:
    return [
        LogEntry(day=date.fromisoformat(row["datum"]), amount=float(row["timmar"])) for row in rows("activity_hours")
    ]


def test_the_reference_log_as_a_verdict() -> None:
    told = expected("pace")
    evidence = count_evidence(
        reference_log(), target=told["goal"], start=YEAR[0], end=YEAR[1], today=CUTOFF, state=State.ONGOING
    )
    judgement = judge_count(evidence)
    all_weeks = told["forecast_all_weeks"]
    assert judgement.verdict is Verdict.ON_TRACK
    assert (evidence.done, evidence.weeks) == (told["done"], all_weeks["weeks_used"])
    assert (evidence.elapsed, evidence.expected_now) == close((told["elapsed_weekdays"], told["expected_weekdays"]))
    assert (evidence.mean_week, evidence.sd_week, evidence.weeks_left) == close(
        (all_weeks["mean_per_week"], all_weeks["sd_per_week"], told["weeks_left"])
    )
    assert judgement.needed_per_week == close(told["needed_per_week"])
    assert judgement.forecast == close(all_weeks["forecast_total"])
    assert [judgement.forecast_low, judgement.forecast_high] == close(all_weeks["pi80"])


def test_the_pace_of_the_reference_log_by_weekdays_and_by_the_calendar() -> None:
    told = expected("pace")
    done = sum(entry.amount for entry in reference_log())
    assert done / told["goal"] == close(told["share_done"])
    for name, elapsed in (
        ("calendar", elapsed_days(*YEAR, CUTOFF)),
        ("weekdays", elapsed_weekdays(*YEAR, CUTOFF)),
    ):
        assert elapsed == close(told[f"elapsed_{name}"])
        assert told["goal"] * elapsed == close(told[f"expected_{name}"])
        assert pace_ratio(done, target=told["goal"], elapsed=elapsed) == close(told[f"pace_ratio_{name}"])


@pytest.mark.parametrize(("block", "latest"), [("forecast_all_weeks", None), ("forecast_last8", 8)])
def test_the_forecast_of_the_reference_log(block: str, latest: int | None) -> None:
    """From every complete week, and from the latest eight."""
    told = expected("pace")[block]
    sums = weekly_sums(reference_log(), YEAR[0], CUTOFF)
    sums = sums if latest is None else sums[-latest:]
    mean, sd = mean_and_sd(sums)
    ahead = forecast(
        done=expected("pace")["done"],
        weeks_left=(YEAR[1] - CUTOFF).days / 7,
        weeks=len(sums),
        mean_week=mean,
        sd_week=sd,
    )
    assert ahead is not None
    assert len(sums) == told["weeks_used"]
    assert (mean, sd) == close((told["mean_per_week"], told["sd_per_week"]))
    assert (ahead.total, ahead.low, ahead.high) == close((told["forecast_total"], *told["pi80"]))


def test_the_calendar_pace_starts_and_stops_with_the_period() -> None:
    assert elapsed_days(*YEAR, date(2023, 12, 31)) == 0
    assert elapsed_days(*YEAR, date(2024, 1, 1)) == pytest.approx(1 / 366)
    assert elapsed_days(*YEAR, date(2025, 3, 1)) == 1
    assert [elapsed_days(YEAR[1], YEAR[0], day) for day in YEAR] == [1, 1]
    assert pace_ratio(5, target=100, elapsed=0) is None
