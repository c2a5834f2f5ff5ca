"""Evidence with everything in order, so that a test names only what it is about."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from etl.evaluate.count_goal import CountEvidence
from etl.evaluate.crime_goal import CrimeEvidence
from etl.evaluate.recurring import RecurringEvidence
from etl.evaluate.reports import LogEntry
from etl.evaluate.survey_goal import SurveyEvidence
from etl.evaluate.verdict import State

SVEDALA_SKADEGORELSE = CrimeEvidence(
    x0=403,
    person_years0=20355 + 20616.5,
    months0=24,
    x1=308,
    person_years1=20922.5,
    months1=12,
    phi=2.8,
    phi_assumed=True,
    tau=0.10,
)
"""Brå 12 kap. 2015 (218), 2016 (185) and 2017 (308) on SCB's mean populations."""


def crime(**changes: Any) -> CrimeEvidence:
    return replace(SVEDALA_SKADEGORELSE, **changes)


def survey(p0: float | None = 0.53, p1: float | None = 0.57, n: float | None = 500, **changes: Any) -> SurveyEvidence:
    return SurveyEvidence(**({"p0": p0, "neff0": n, "n0": n, "p1": p1, "neff1": n, "n1": n} | changes))


def count(**changes: Any) -> CountEvidence:
    base = CountEvidence(
        target=2200,
        done=928,
        state=State.ONGOING,
        has_log=True,
        reporting_complete=True,
        elapsed=0.42,
        days_since_report=1,
        weeks=21,
        weeks_left=30.57,
        mean_week=42.76,
        sd_week=6.70,
    )
    return replace(base, **changes)


def recurring(total: int, closed: int, kept: int, **changes: Any) -> RecurringEvidence:
    return replace(RecurringEvidence(total=total, closed=closed, kept=kept), **changes)


def log(*days: date, amount: float = 1.0) -> list[LogEntry]:
    return [LogEntry(day=day, amount=amount, area=f"område {number}") for number, day in enumerate(days)]


def weekly_log(first: date, weeks: int, amount: float = 1.0) -> list[LogEntry]:
    return log(*(first + timedelta(days=7 * week) for week in range(weeks)), amount=amount)
