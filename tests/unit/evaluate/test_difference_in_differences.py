"""What happened here against what happened in other municipalities."""

from math import exp, isfinite, log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.difference_in_differences import (
    between_years,
    fixed_effects,
    log_relative_incidences,
    placebo_log_ratios,
    placebo_rank,
    relative_incidence,
    weighted_displacement_difference,
)

COUNT = st.integers(0, 100_000)
SOME = st.integers(1, 100_000)


def test_a_fall_that_everyone_has_is_no_difference() -> None:
    found = relative_incidence(400, 80, 4000, 800)
    assert found.value == pytest.approx(1)
    assert not found.is_clear


def test_a_fall_that_only_this_place_has() -> None:
    found = relative_incidence(3000, 500, 30_000, 10_000)
    assert found.value == pytest.approx(0.5)
    assert found.is_clear
    assert found.high < 1


def test_lumps_and_ordinary_years_widen_the_interval() -> None:
    plain = relative_incidence(435, 105, 2636, 770)
    lumpy = relative_incidence(435, 105, 2636, 770, phi=2.4)
    ordinary = relative_incidence(435, 105, 2636, 770, phi=2.4, between_years=between_years(0.1, 36, 12, 4))
    assert plain.log_se < lumpy.log_se < ordinary.log_se
    assert lumpy.log_se == pytest.approx(sqrt(2.4) * plain.log_se)
    assert plain.value == lumpy.value == ordinary.value


def test_the_variance_of_ordinary_years() -> None:
    # τ²(12/36 + 12/12), and a fourth of it for the mean of four municipalities.
    assert between_years(0.1, 36, 12, 4) == pytest.approx(0.01 * (4 / 3) * 1.25)


def test_no_crimes_after_is_half_a_crime() -> None:
    found = relative_incidence(30, 0, 300, 100)
    assert found.value == pytest.approx((0.5 / 30) / (100 / 300))


@given(SOME, COUNT, SOME, COUNT, st.floats(1, 50), st.floats(0, 1))
def test_every_relative_incidence_is_finite(t0: int, t1: int, c0: int, c1: int, phi: float, extra: float) -> None:
    found = relative_incidence(t0, t1, c0, c1, phi=phi, between_years=extra)
    assert all(map(isfinite, (found.value, found.log_se, found.low, found.high)))
    assert found.low <= found.value <= found.high


@pytest.mark.parametrize("counts", [(0, 5, 5, 5), (5, 5, 0, 5), (5, -1, 5, 5), (5, float("nan"), 5, 5)])
def test_without_crimes_before_there_is_no_ratio(counts: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError, match=r"före starten|noll eller större"):
        relative_incidence(*counts)


def test_how_many_crimes_fewer() -> None:
    found = weighted_displacement_difference(100, 70, 100, 95)
    assert found.value == -25
    assert found.se == pytest.approx(sqrt(100 + 70 + 100 + 95))
    assert (found.low, found.high) == pytest.approx((-25 - 1.959964 * found.se, -25 + 1.959964 * found.se))
    assert found.z == pytest.approx(-25 / found.se)


def test_a_comparison_ten_times_as_large_is_brought_to_the_same_size() -> None:
    same = weighted_displacement_difference(100, 70, 100, 90)
    large = weighted_displacement_difference(100, 70, 1000, 900, weight=0.1)
    assert large.value == pytest.approx(same.value)
    assert large.se < same.se


@given(SOME, COUNT, SOME, COUNT)
def test_crimes_fewer_never_says_the_opposite_of_the_ratio(t0: int, t1: int, c0: int, c1: int) -> None:
    ratio = relative_incidence(t0, max(t1, 1), c0, max(c1, 1))
    difference = weighted_displacement_difference(t0, max(t1, 1), c0, max(c1, 1), weight=t0 / c0)
    assert difference.value * log(ratio.value) >= -1e-6


def test_no_crimes_at_all_have_no_difference() -> None:
    with pytest.raises(ValueError, match="minst ett anmält brott"):
        weighted_displacement_difference(0, 0, 0, 0)


def test_each_comparison_municipality_tried_as_if_it_had_made_the_promise() -> None:
    before, after = np.array([100.0, 200.0, 300.0]), np.array([50.0, 200.0, 300.0])
    found = log_relative_incidences(before, after)
    assert found.tolist() == pytest.approx([log(0.5), log(1 / (350 / 400)), log(1 / (250 / 300))])


def test_a_municipality_without_crimes_before_is_not_tried() -> None:
    assert len(log_relative_incidences(np.array([0.0, 10.0, 20.0]), np.array([5.0, 10.0, 20.0]))) == 2


def test_the_rank_among_the_placebos() -> None:
    others = [0.1, -0.2, 0.0, -0.05]
    assert placebo_rank(-0.3, others).rank == 1
    assert placebo_rank(-0.1, others).rank == 2
    assert placebo_rank(0.3, others, lowest_first=False).rank == 1
    assert placebo_rank(-0.3, others).p_value == pytest.approx(1 / 5)


def test_a_tie_counts_against_the_municipality() -> None:
    assert placebo_rank(-0.2, [-0.2, 0.1]).rank == 2


def test_a_rank_needs_numbers() -> None:
    with pytest.raises(ValueError, match="ändliga"):
        placebo_rank(float("nan"), [0.1])


def test_fixed_effects_find_what_was_put_in() -> None:
    level = np.array([[20.0], [40.0], [60.0], [30.0]])
    season = np.array([[1.0, 1.5, 0.5, 1.0, 1.2, 0.8]])
    counts = np.round(100 * level * season)
    after = np.arange(6) >= 4
    counts[3, after] = np.round(counts[3, after] * 0.6)
    found = fixed_effects(counts, np.full(counts.shape, 1e5), treated=3, after=after)
    assert found is not None
    assert exp(found.coefficient) == pytest.approx(0.6, abs=0.001)
    assert placebo_log_ratios(counts, np.full(counts.shape, 1e5), treated=3, after=after)[0] == pytest.approx(
        0, abs=1e-3
    )


def test_fixed_effects_without_crimes_have_no_estimate() -> None:
    counts, people = np.zeros((3, 6)), np.full((3, 6), 1e4)
    assert fixed_effects(counts, people, treated=0, after=np.arange(6) >= 3) is None
