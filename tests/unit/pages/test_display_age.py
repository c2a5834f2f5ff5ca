from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.view.display_age import UNPROMISED_DAYS, freshness
from tests.unit.pages.display_rows import duty

THROUGH = date(2026, 10, 31)
GRACE = 45


@pytest.mark.parametrize(
    ("asked", "days", "often"),
    [
        ({"interval": "kvartal"}, 92, "varje kvartal"),
        ({"interval": "halvår"}, 184, "varje halvår"),
        ({"interval": "år"}, 366, "varje år"),
        ({"interval": None, "times_per_year": 4}, 92, "4 gånger per år"),
        ({"interval": None, "times_per_year": 1}, 366, "en gång per år"),
    ],
)
def test_figures_may_be_as_old_as_the_promised_interval_and_the_time_to_report(
    asked: dict[str, object], days: int, often: str
) -> None:
    age = freshness(THROUGH, "pågår", [duty(None, **asked)])

    assert age.until == THROUGH + timedelta(days=days + GRACE)
    assert age.words == f"Uppgifterna är äldre än utlovat: besked skulle ges {often}"


def test_the_duty_that_asks_most_often_decides() -> None:
    duties = [duty(None, interval="år"), duty(None, interval="kvartal"), duty(None, interval=None, times_per_year=2)]

    assert freshness(THROUGH, "pågår", duties).words.endswith("varje kvartal")


def test_a_survey_is_not_expected_more_than_once_a_year() -> None:
    age = freshness(THROUGH, "pågår", [duty(None)], yearly=True)

    assert age.until == THROUGH + timedelta(days=366 + GRACE)
    assert age.words == "Uppgifterna är äldre än utlovat"


@pytest.mark.parametrize("state", ["pågår", "pausat", "villkorat", "period saknas"])
def test_without_a_promise_of_how_often_fifteen_months_is_old(state: str) -> None:
    age = freshness(THROUGH, state, [])

    assert age.until == THROUGH + timedelta(days=UNPROMISED_DAYS)
    assert age.words == "Uppgifterna är mer än 15 månader gamla"


def test_a_finished_promise_owes_no_newer_figures_and_no_figures_have_no_age() -> None:
    assert freshness(THROUGH, "avslutat", [duty(None)]).until is None
    assert freshness(None, "pågår", [duty(None)]).until is None


@given(
    through=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    interval=st.sampled_from(["vecka", "månad", "kvartal", "halvår", "år", "", "aldrig"]),
    times=st.one_of(st.none(), st.integers(-2, 60)),
    yearly=st.booleans(),
)
def test_there_is_always_time_to_report_before_figures_are_old(
    through: date, interval: str, times: int | None, yearly: bool
) -> None:
    age = freshness(through, "pågår", [duty(None, interval=interval, times_per_year=times)], yearly=yearly)

    assert age.until is not None
    assert through + timedelta(days=GRACE) < age.until <= through + timedelta(days=max(366 + GRACE, UNPROMISED_DAYS))
    assert age.words
