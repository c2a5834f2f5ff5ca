"""τ from comparison municipalities, or the assumed one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.poisson_regression import Array
from etl.evaluate.tau import (
    ASSUMED_TAU,
    Tau,
    TauTerms,
    YearVariation,
    clipped,
    estimate_tau,
    tau_squared,
    tau_terms,
    year_variation,
    year_variation_assumed,
)


def varied(phi_year: float = 3.0, *, years: int = 6, mean_year: float = 200.0) -> YearVariation:
    return YearVariation(years=years, phi_year=phi_year, phi_month=1.0, mean_year=mean_year)


def simulated(draw: np.random.Generator, tau: float, *, years: int = 6, monthly: float = 20.0) -> Array:
    """Months with overdispersion 1.5 and years that differ by `tau`."""
    levels = monthly * np.exp(draw.normal(0, tau, (years, 1)) - tau**2 / 2)
    means = np.broadcast_to(levels, (years, 12))
    return draw.negative_binomial(means / 0.5, 1 / 1.5).astype(float)


def test_six_municipalities_of_five_years_are_enough() -> None:
    assert estimate_tau([varied(years=5)] * 6) == Tau(value=pytest.approx(0.1), assumed=False)


@pytest.mark.parametrize("panel", [[], [varied()] * 5, [varied(years=4)] * 20, [varied()] * 5 + [varied(years=4)]])
def test_fewer_give_the_assumed_one_and_say_so(panel: list[YearVariation]) -> None:
    assert estimate_tau(panel) == ASSUMED_TAU == Tau(value=0.10, assumed=True)


def test_the_formula() -> None:
    # Σ(K − 1)(φ_year − φ_month) / Σ(K − 1)·mean: (5·2 + 3·4) / (5·200 + 3·100).
    assert tau_squared([varied(3), varied(5, years=4, mean_year=100)]) == pytest.approx(22 / 1300)


@pytest.mark.parametrize(("squared", "tau"), [(-1, 0.05), (0, 0.05), (0.01, 0.10), (0.0225, 0.15), (9, 0.20)])
def test_tau_is_held_between_two_limits(squared: float, tau: float) -> None:
    assert clipped(squared) == pytest.approx(tau)


def test_without_any_crime_there_is_nothing_to_estimate_from() -> None:
    assert tau_squared([]) is None
    assert tau_squared([varied(0, mean_year=0)] * 8) is None
    assert estimate_tau([varied(0, mean_year=0)] * 8) == ASSUMED_TAU
    assert year_variation(np.zeros((5, 12))).phi_year == 0


def test_the_own_municipality_can_be_left_out() -> None:
    quiet, wild = varied(1.5), varied(40.0)
    terms = tau_terms([wild, *[quiet] * 6])
    assert terms.estimate(without=0) == estimate_tau([quiet] * 6)
    assert terms.estimate().value > terms.estimate(without=0).value
    assert terms.estimate(without=3).value == estimate_tau([wild, *[quiet] * 5]).value


def test_seven_municipalities_less_the_own_are_six_and_six_less_the_own_too_few() -> None:
    assert not tau_terms([varied()] * 7).estimate(without=0).assumed
    assert tau_terms([varied()] * 6).estimate(without=0).assumed


def test_twelve_months_alike_every_year_vary_neither_by_month_nor_by_year() -> None:
    season = np.tile(np.arange(1.0, 13.0), (5, 1))
    found = year_variation(season)
    assert (found.years, found.phi_year, found.phi_month, found.mean_year) == (5, 0, 0, 78)


def test_years_that_differ_are_seen_in_the_years() -> None:
    found = year_variation(np.array([[10.0] * 12, [20.0] * 12]))
    assert found.phi_year == pytest.approx((60**2 + 60**2) / 180)
    assert found.mean_year == 180


def test_without_months_the_assumed_overdispersion_stands_for_them() -> None:
    found = year_variation_assumed(np.array([100.0, 120.0, 140.0]), phi=2.8)
    assert found == YearVariation(years=3, phi_year=pytest.approx(800 / 120 / 2), phi_month=2.8, mean_year=120)


@pytest.mark.parametrize("counts", [np.zeros((1, 12)), np.zeros(12)])
def test_one_year_does_not_vary(counts: Array) -> None:
    with pytest.raises(ValueError, match="minst två hela år"):
        year_variation(counts)


def test_one_year_in_total_does_not_vary() -> None:
    with pytest.raises(ValueError, match="minst två hela år"):
        year_variation_assumed(np.array([5.0]), 2.0)


def test_a_known_tau_is_recovered() -> None:
    """The method's own simulation: six municipalities of six years give 0.093 for 0.10."""
    draw = np.random.default_rng(20261122)
    found = [estimate_tau([year_variation(simulated(draw, 0.10)) for _ in range(6)]).value for _ in range(200)]
    assert np.mean(found) == pytest.approx(0.095, abs=0.012)


@given(
    st.lists(
        st.builds(
            YearVariation,
            years=st.integers(5, 30), phi_year=st.floats(0, 1e4), phi_month=st.floats(0, 1e4),
            mean_year=st.floats(0, 1e6),
        ),
        max_size=12,
    )
)  # fmt: skip
def test_tau_is_always_a_number_within_its_limits(panel: list[YearVariation]) -> None:
    assert 0.05 <= estimate_tau(panel).value <= 0.20


def test_terms_of_nobody_are_none() -> None:
    assert TauTerms(above=np.zeros(0), below=np.zeros(0)).estimate() == ASSUMED_TAU
