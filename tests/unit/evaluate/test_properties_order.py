"""The order of rows never matters: files are sorted, joined and written again by people and programs."""

from dataclasses import fields
from datetime import date
from math import isclose
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.count_goal import count_evidence, judge_count
from etl.evaluate.crime_goal import judge_crime
from etl.evaluate.feedback import feedback_status
from etl.evaluate.multiple_testing import benjamini_hochberg
from etl.evaluate.promise import Part, combine
from etl.evaluate.recurring import judge_recurring, recurring_evidence
from etl.evaluate.reports import LogEntry, reporting_gaps
from etl.evaluate.survey import ShareSums, share_from_sums
from etl.evaluate.survey_goal import judge_survey
from etl.evaluate.verdict import Judgement, State
from tests.unit.evaluate.strategies import CALM, FIRST_DAY, LAST_DAY, crimes, logs, surveys

orders = st.randoms(use_true_random=False)
TODAYS = st.sampled_from([date(2025, 3, 1), date(2025, 9, 17), date(2026, 2, 1)])


def assert_same(one: Judgement, other: Judgement) -> None:
    """Equal but for the last digits, which the order of a sum may change."""
    for field in fields(Judgement):
        a, b = getattr(one, field.name), getattr(other, field.name)
        if isinstance(a, float) and isinstance(b, float):
            assert isclose(a, b, rel_tol=1e-9, abs_tol=1e-9), field.name
        else:
            assert a == b, field.name


@CALM
@given(logs, orders, TODAYS, st.booleans(), st.sampled_from([5.0, 40.0]))
def test_of_a_log_that_is_counted(entries: list[LogEntry], order: Random, today: date, areas: bool, n: float) -> None:
    mixed = order.sample(entries, len(entries))
    known: dict[str, Any] = {"target": n, "start": FIRST_DAY, "end": LAST_DAY, "today": today, "distinct_areas": areas}
    first, second = (judge_count(count_evidence(log, state=State.ONGOING, **known)) for log in (entries, mixed))
    assert_same(first, second)
    spans = [reporting_gaps(log, start=FIRST_DAY, end=LAST_DAY) for log in (entries, mixed)]
    assert spans[0] == spans[1]


@CALM
@given(logs, orders, TODAYS, st.booleans(), st.sampled_from(["vecka", "månad", "kvartal"]))
def test_of_a_log_of_a_returning_duty(
    entries: list[LogEntry], order: Random, today: date, areas: bool, interval: str
) -> None:
    mixed = order.sample(entries, len(entries))
    known: dict[str, Any] = {"interval": interval, "per_period": 2, "start": FIRST_DAY, "end": LAST_DAY}
    first, second = (
        recurring_evidence(log, today=today, state=State.ONGOING, distinct_areas=areas, **known)
        for log in (entries, mixed)
    )
    assert first == second
    assert judge_recurring(first) == judge_recurring(second)


@CALM
@given(st.lists(st.dates(date(2025, 1, 1), date(2025, 12, 31)), max_size=6), orders, st.integers(1, 3))
def test_of_the_feedback_given(days: list[date], order: Random, required: int) -> None:
    mixed = order.sample(days, len(days))
    first, second = (
        feedback_status(date(2025, 6, 30), given_on, date(2025, 10, 1), required=required) for given_on in (days, mixed)
    )
    assert first == second


strata = st.lists(
    st.builds(
        lambda n, w, share: ShareSums(n=n, w=n * w, wy=n * w * share, w2=n * w * w, w2y=n * w * w * share),
        st.integers(1, 300),
        st.floats(0.1, 10),
        st.floats(0, 1),
    ),
    min_size=1,
    max_size=8,
)


@CALM
@given(strata, orders)
def test_of_strata(sums: list[ShareSums], order: Random) -> None:
    first, second = share_from_sums(sums), share_from_sums(order.sample(sums, len(sums)))
    assert first is not None
    assert second is not None
    for field in ("p", "se", "low", "high"):
        assert isclose(getattr(first, field), getattr(second, field), abs_tol=1e-9), field


parts = st.lists(
    st.builds(
        Part,
        judgement=crimes.map(judge_crime) | surveys.map(judge_survey),
        primary=st.booleans(),
        countable=st.booleans(),
    ),
    max_size=6,
)


@CALM
@given(parts, orders)
def test_of_the_parts_of_a_promise(together: list[Part], order: Random) -> None:
    assert combine(together) == combine(order.sample(together, len(together)))


@CALM
@given(st.lists(st.floats(0, 1), min_size=1, max_size=30), orders)
def test_of_exploratory_comparisons(p_values: list[float], order: Random) -> None:
    places = order.sample(range(len(p_values)), len(p_values))
    mixed = benjamini_hochberg([p_values[place] for place in places])
    plain = benjamini_hochberg(p_values)
    assert all(isclose(mixed[new], plain[old], abs_tol=1e-12) for new, old in enumerate(places))
