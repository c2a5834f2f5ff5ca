"""Other municipalities side by side, and what of them an effect and τ are worked out from. Pure: no database."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
import pytest

from etl.build.comparison import Comparisons, Panel, comparable_from
from etl.build.effect_evidence import effect_evidence
from etl.build.whole_periods import month_number
from etl.evaluate.effect import Condition, Counts, unmet_conditions
from etl.evaluate.tau import ASSUMED_TAU

KEY = ("skadegorelse", "polisen", "månad")
OWN = "0000"
OTHERS = tuple(f"{number:04}" for number in range(1, 8))
FIRST = date(2018, 1, 1)
MONTHS = 12 * 8
START = date(2025, 1, 1)
BREAK = {"series": "polisen", "year": 2021, "crime_type": None}


def panel(step: int = 1, **changed: Any) -> Panel:
    """2018–2025: the own municipality and seven others, whose years swing by ten percent in different order."""
    swings = np.array([1.0, 1.1, 0.9, 1.05, 0.95, 1.1, 0.9, 1.0])
    counts = np.array([np.repeat(np.roll(swings, place), 12 // step) * 50 * step for place in range(8)])
    whole: dict[str, Any] = {
        "municipalities": (OWN, *OTHERS), "first": month_number(FIRST), "step": step, "counts": np.round(counts)
    }  # fmt: skip
    return Panel(**(whole | changed))


def comparisons(found: Panel | None = None, key: tuple[str, str, str] = KEY) -> Comparisons:
    return Comparisons(panels={(key, False): found or panel()}, fictitious=frozenset({"9999"}))


def goal(**changed: Any) -> Mapping[str, Any]:
    months = list(range(month_number(FIRST), month_number(FIRST) + MONTHS))
    return {
        "municipality_code": OWN, "crime_type": "skadegorelse", "definition": "polisen", "granularity": "månad",
        "assumed_phi": 2.8, "direction": "minska", "tau": 0.1, "starts": START, "ends": date(2025, 12, 31),
        "months": months, "counts": [50] * MONTHS, "populations": [20_000.0] * MONTHS,
    } | changed  # fmt: skip


def test_a_sum_of_months_and_none_where_one_is_missing() -> None:
    holes = panel().counts.copy()
    holes[3, 5] = np.nan
    sums = panel(counts=holes).sums(month_number(FIRST), month_number(date(2019, 1, 1)))
    assert sums[0] == panel().counts[0, :12].sum()
    assert np.isnan(sums[3])
    assert np.isnan(panel().sums(month_number(date(2017, 12, 1)), month_number(date(2018, 3, 1)))).all()


def test_tau_rests_on_at_most_the_six_years_before_the_start() -> None:
    rows, variations = panel().year_variations(month_number(START), None, 2.8)
    assert rows == list(range(8))
    assert {variation.years for variation in variations} == {6}
    assert variations[0].mean_year == panel().counts[0, 12:84].sum() / 6


def test_what_happens_after_the_start_does_not_touch_tau() -> None:
    wild = panel().counts.copy()
    wild[:, 84:] *= 20
    before = comparisons().tau(OWN, KEY, before=START, since=None, phi=2.8)
    after = comparisons(panel(counts=wild)).tau(OWN, KEY, before=START, since=None, phi=2.8)
    assert before == after
    assert not before.assumed


def test_neither_does_the_own_municipality() -> None:
    wild = panel().counts.copy()
    wild[0, :12] *= 20
    wild[0, 24:36] *= 20
    one, other = comparisons(), comparisons(panel(counts=wild))
    assert one.tau(OWN, KEY, before=START, since=None, phi=2.8) == other.tau(
        OWN, KEY, before=START, since=None, phi=2.8
    )
    assert one.tau("0001", KEY, before=START, since=None, phi=2.8) != other.tau(
        "0001", KEY, before=START, since=None, phi=2.8
    )


@pytest.mark.parametrize(
    ("municipality", "since", "key"),
    [
        (OWN, date(2021, 1, 1), KEY),
        ("9999", None, KEY),
        (OWN, None, ("skadegorelse", "annan definition", "månad")),
    ],
    ids=["four years since the break", "made up", "no such series"],
)
def test_where_there_is_too_little_tau_is_assumed(
    municipality: str, since: date | None, key: tuple[str, str, str]
) -> None:
    assert comparisons().tau(municipality, key, before=START, since=since, phi=2.8) == ASSUMED_TAU


def test_years_use_the_assumed_overdispersion() -> None:
    yearly = KEY[0], KEY[1], "år"
    found = comparisons(panel(step=12), yearly)
    smooth = found.tau(OWN, yearly, before=START, since=None, phi=1.0)
    lumpy = found.tau(OWN, yearly, before=START, since=None, phi=4.0)
    assert smooth.value > lumpy.value


def test_the_latest_break_before_a_day() -> None:
    breaks = [BREAK, {**BREAK, "year": 2015}, {**BREAK, "year": 2026}, {**BREAK, "series": "Brå", "year": 2024}]
    assert comparable_from(breaks, "polisen", START) == date(2021, 1, 1)
    assert comparable_from(breaks, "Kolada", START) is None


def test_the_windows_of_an_effect_are_three_years_and_one() -> None:
    found = effect_evidence(goal(), comparisons(), [], 1.0)
    others = panel().counts[1:]
    assert unmet_conditions(found) == ()
    assert (found.months_before, found.months_after, found.comparisons) == (36, 12, 7)
    assert found.counts == Counts(
        here_before=1800, here_after=600, there_before=others[:, 48:84].sum(), there_after=others[:, 84:].sum()
    )
    assert found.year_counts is not None
    assert found.year_counts.there_before == others[:, 72:84].sum()
    assert found.series is not None
    assert (len(found.series.counts), found.series.first_after) == (96, 84)


def test_a_break_shortens_what_comes_before_and_stops_what_comes_after() -> None:
    shortened = effect_evidence(goal(), comparisons(), [{**BREAK, "year": 2022}], 1.0)
    assert (shortened.months_before, shortened.definition_changed) == (36, False)
    assert unmet_conditions(effect_evidence(goal(), comparisons(), [{**BREAK, "year": 2024}], 1.0)) == (
        Condition.ENOUGH_BEFORE,
    )
    across = goal(starts=date(2024, 7, 1))
    assert Condition.SAME_DEFINITION in unmet_conditions(
        effect_evidence(across, comparisons(), [{**BREAK, "year": 2025}], 1.0)
    )


def test_few_crimes_are_counted_by_quarter() -> None:
    found = effect_evidence(goal(counts=[3] * MONTHS), comparisons(), [], 1.0)
    assert found.series is not None
    assert (found.series.per_year, found.series.first_after) == (4, 28)
    assert set(found.series.counts) == {9}
    assert unmet_conditions(found) == ()


def test_without_population_there_is_no_time_series() -> None:
    found = effect_evidence(goal(populations=[20_000.0] * 90 + [None] * 6), comparisons(), [], 1.0)
    assert found.series is None
    assert unmet_conditions(found) == ()


def test_a_municipality_with_a_month_missing_is_no_comparison() -> None:
    holes = panel().counts.copy()
    holes[2:5, 90] = np.nan
    found = effect_evidence(goal(), comparisons(panel(counts=holes)), [], 1.0)
    assert found.comparisons == len(found.placebos) == 4
    assert unmet_conditions(found) == (Condition.ENOUGH_COMPARISONS,)


def test_a_hole_before_the_start_ends_what_comes_before() -> None:
    months = [month for month in goal()["months"] if month != month_number(date(2023, 6, 1))]
    found = effect_evidence(
        goal(months=months, counts=[50] * 95, populations=[20_000.0] * 95), comparisons(), [], 1.0
    )  # fmt: skip
    assert (found.months_before, unmet_conditions(found)) == (12, (Condition.ENOUGH_BEFORE,))
