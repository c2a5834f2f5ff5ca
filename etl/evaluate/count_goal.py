"""Commitments with a number to reach within a period: hours, meetings, visits (method, sections 3, 8, 9)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import floor, isfinite
from typing import Any

from etl.evaluate import pace
from etl.evaluate.reports import MAX_SILENCE_DAYS, LogEntry, days_since_report, known_on, last_report, reporting_gaps
from etl.evaluate.state import blocked_by
from etl.evaluate.verdict import Judgement, Reason, State, Verdict

LEAST_ELAPSED = 0.10
SMALL_GOAL = 12
"""Up to this many, dated plans say more than a weekly mean."""
LATE = 0.75
ONE_DAY = 1 / 7


@dataclass(frozen=True, kw_only=True)
class CountEvidence:
    """What was done of what was promised. `elapsed` is a share of weekdays; `planned` dated plans ahead.

    `rows_without_hours` were logged without saying how many, so `done` is then at least what it says.
    `rows_without_area` may each have been in an area of its own, where areas are counted.
    `weeks` complete weeks were seen with `mean_week` and `sd_week`; `weeks_left` may be broken.
    """

    target: float
    done: float
    state: State
    has_log: bool
    reporting_complete: bool
    elapsed: float = 0.0
    days_since_report: int | None = None
    planned: float = 0.0
    weeks: int = 0
    weeks_left: float = 0.0
    mean_week: float = 0.0
    sd_week: float = 0.0
    not_started: bool = False
    has_period: bool = True
    rows_without_hours: int = 0
    rows_without_area: float = 0.0
    expected_now: float | None = None

    def __post_init__(self) -> None:
        weekly = (self.weeks_left, self.mean_week, self.sd_week)
        numbers = (self.target, self.done, self.elapsed, self.planned, self.rows_without_area, *weekly)
        if any(not isfinite(number) or number < 0 for number in numbers) or self.target <= 0:
            raise ValueError("målet ska vara större än noll och antalen noll eller större")


def count_evidence(
    entries: Sequence[LogEntry],
    *,
    target: float,
    start: date | None,
    end: date | None,
    today: date,
    state: State,
    distinct_areas: bool = False,
    reporting_complete: bool | None = None,
    planned: float = 0.0,
    paused: tuple[date, date] | None = None,
) -> CountEvidence:
    """Evidence from the log of one commitment.

    `distinct_areas` counts areas instead of amounts; entries without an area count for nothing, but as long as they
    could be the areas that are missing, nobody can say that the goal was missed.
    `reporting_complete` is the register's word when it has one; otherwise a log without a gap over 45 days is
    complete. While the promise was `paused` nobody had to report. The forecast starts at the last report, since a
    missing report is not a zero. What is dated after `today` is not known yet.
    """
    entries = known_on(entries, today)
    if start is None or end is None:
        counted = first_per_area(entries) if distinct_areas else entries
        return CountEvidence(
            target=target,
            done=sum(entry.amount for entry in counted),
            state=state,
            has_log=bool(entries),
            reporting_complete=bool(reporting_complete),
            has_period=False,
            rows_without_hours=sum(entry.missing for entry in entries),
        )
    through = min(end, today)
    inside = [entry for entry in entries if start <= entry.day <= through]
    counted = first_per_area(inside) if distinct_areas else inside
    last = last_report(entries, start=start, through=through)
    cutoff = min(through, last) if last is not None else through
    sums = pace.weekly_sums(_with_reported_days(counted, inside) if distinct_areas else inside, start, cutoff)
    mean_week, sd_week = pace.mean_and_sd(sums)
    heard = [*entries, _silence_in(paused, through)] if paused and paused[0] <= through else entries
    complete = last is not None and not reporting_gaps(heard, start=start, end=through)
    return CountEvidence(
        target=target,
        done=sum(entry.amount for entry in counted),
        state=state,
        has_log=last is not None,
        reporting_complete=complete if reporting_complete is None else reporting_complete,
        elapsed=pace.elapsed_weekdays(start, end, through),
        days_since_report=days_since_report(heard, start=start, today=through) if last is not None else None,
        planned=planned,
        weeks=len(sums),
        weeks_left=max(0, (end - cutoff).days) / 7,
        mean_week=mean_week,
        sd_week=sd_week,
        not_started=today < start,
        rows_without_hours=sum(entry.missing for entry in inside),
        rows_without_area=areas_unknown(inside) if distinct_areas else 0.0,
        expected_now=target * pace.elapsed_weekdays(start, end, cutoff) if today >= start else None,
    )


def _silence_in(paused: tuple[date, date], through: date) -> LogEntry:
    """A pause as the log would have told it: nothing was done, and everybody knew."""
    last = min(paused[1], through)
    return LogEntry(day=last, amount=0.0, is_nil=True, covers=(paused[0], last))


def first_per_area(entries: Sequence[LogEntry]) -> list[LogEntry]:
    """The first entry of each area that something was done in, counted as one."""
    firsts: dict[str, LogEntry] = {}
    for entry in sorted(entries, key=lambda entry: entry.day):
        if entry.area and not entry.is_nil and entry.amount > 0:
            firsts.setdefault(entry.area, LogEntry(day=entry.day, amount=1, area=entry.area))
    return list(firsts.values())


def areas_unknown(entries: Sequence[LogEntry]) -> float:
    """How many things were done without anybody writing down where."""
    return sum(entry.amount for entry in entries if not entry.area and not entry.is_nil)


def judge_count(evidence: CountEvidence) -> Judgement:
    """The verdict of a counted commitment; `estimate` is the units done."""
    is_open = evidence.state is State.ONGOING
    paced = is_open and not evidence.rows_without_hours
    forecast = _forecast(evidence) if paced else None
    known: dict[str, Any] = {
        "open_period": is_open,
        "target": evidence.target,
        "estimate": evidence.done,
        "done": evidence.done,
        "expected_now": evidence.expected_now,
        "mean_per_week": evidence.mean_week if evidence.weeks and not evidence.rows_without_hours else None,
        "needed_per_week": _needed_per_week(evidence) if paced else None,
        "rows_without_hours": evidence.rows_without_hours or None,
        "forecast": forecast.total if forecast else None,
        "forecast_low": forecast.low if forecast else None,
        "forecast_high": forecast.high if forecast else None,
    }
    verdict, reason = _decide(evidence, forecast)
    nothing_known = reason is Reason.HOURS_MISSING and evidence.done == 0
    if reason in (Reason.NO_ACTIVITY_LOG, Reason.NOT_STARTED) or nothing_known:
        known |= {"estimate": None, "done": None}
    return Judgement(verdict=verdict, reason_code=reason, **known)


def _decide(evidence: CountEvidence, forecast: pace.Forecast | None) -> tuple[Verdict, Reason]:
    grey = Verdict.UNDECIDABLE
    if evidence.state is State.NO_PERIOD or not evidence.has_period:
        return grey, blocked_by(evidence.state) or Reason.PERIOD_MISSING
    if evidence.done >= evidence.target:
        return Verdict.MET, Reason.DONE
    blocked = blocked_by(evidence.state)
    if blocked is not None:
        return grey, blocked
    if evidence.not_started:
        return grey, Reason.NOT_STARTED
    if not evidence.has_log and not (evidence.state is State.CLOSED and evidence.reporting_complete):
        return grey, Reason.NO_ACTIVITY_LOG
    if evidence.rows_without_hours:
        return grey, Reason.HOURS_MISSING
    if evidence.done + evidence.rows_without_area >= evidence.target:
        return grey, Reason.AREA_MISSING
    if evidence.state is State.CLOSED:
        if evidence.reporting_complete:
            return Verdict.NOT_MET, Reason.NOT_DONE
        return grey, Reason.REPORTING_INCOMPLETE
    if evidence.elapsed < LEAST_ELAPSED:
        return grey, Reason.TOO_EARLY
    if evidence.days_since_report is None or evidence.days_since_report > MAX_SILENCE_DAYS:
        return grey, Reason.NO_RECENT_REPORT
    if evidence.target <= SMALL_GOAL:
        return _small_goal(evidence)
    return _large_goal(evidence, forecast)


def _small_goal(evidence: CountEvidence) -> tuple[Verdict, Reason]:
    planned_enough = evidence.done + evidence.planned >= evidence.target
    on_pace = evidence.elapsed < LATE and evidence.done >= floor(evidence.target * evidence.elapsed)
    if planned_enough or on_pace:
        return Verdict.ON_TRACK, Reason.ON_PACE
    return Verdict.NOT_MET, Reason.BEHIND_PACE


def _large_goal(evidence: CountEvidence, forecast: pace.Forecast | None) -> tuple[Verdict, Reason]:
    if forecast is None:
        return Verdict.UNDECIDABLE, Reason.TOO_FEW_WEEKS
    if forecast.total >= evidence.target:
        return Verdict.ON_TRACK, Reason.ON_PACE
    if forecast.high < evidence.target:
        return Verdict.NOT_MET, Reason.BEHIND_PACE
    return Verdict.UNDECIDABLE, Reason.FORECAST_UNCLEAR


def _forecast(evidence: CountEvidence) -> pace.Forecast | None:
    if evidence.target <= SMALL_GOAL:
        return None
    return pace.forecast(
        done=evidence.done,
        weeks_left=evidence.weeks_left,
        weeks=evidence.weeks,
        mean_week=evidence.mean_week,
        sd_week=evidence.sd_week,
    )


def _needed_per_week(evidence: CountEvidence) -> float | None:
    left = evidence.target - evidence.done
    if left <= 0 or evidence.weeks_left < ONE_DAY:
        return None
    return left / evidence.weeks_left


def _with_reported_days(counted: Sequence[LogEntry], inside: Sequence[LogEntry]) -> list[LogEntry]:
    """The counted entries and a zero for each reported day: the weeks begin with the first report."""
    zeros = [LogEntry(day=day, amount=0.0) for day in {entry.day for entry in inside}]
    return [*counted, *zeros]
