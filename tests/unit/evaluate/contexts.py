"""Contexts of the golden sentences."""

from dataclasses import replace
from datetime import date
from typing import Any

from etl.evaluate.contexts import CrimeContext, Span, SurveyContext

NBSP = "\u00a0"


def years(first: int, last: int) -> Span:
    return date(first, 1, 1), date(last, 12, 31)


def crime_context(x0: int | None = 403, x1: int | None = 308, **changes: Any) -> CrimeContext:
    base = CrimeContext(
        crime="skadegorelse",
        place="Svedala kommun",
        baseline=years(2015, 2016),
        followup=years(2017, 2017),
        promise_period=years(2017, 2017),
        x0=x0,
        x1=x1,
    )
    return replace(base, **changes)


def survey_context(value0: float | None = 53.0, value1: float | None = 57.0, **changes: Any) -> SurveyContext:
    base = SurveyContext(
        indicator="enkat:trygg",
        indicator_name="Känner sig trygga",
        place="Svedala kommun",
        wave0="2016",
        wave1="2017",
        value0=value0,
        value1=value1,
    )
    return replace(base, **changes)
