"""Poisson limits and rate ratios against R 4.2.2 (poisson.test, epitools)."""

from math import inf, nan

import pytest

from etl.evaluate.rates import (
    byar,
    fingertips,
    garwood,
    rate,
    rate_dispersion,
    rate_ratio,
    rate_ratio_exact,
    rate_ratio_midp,
)

# count, exact 95 %, Byar 95 %
LIMITS = [
    (0, (0, 3.6888794541), (0, 3.6680118322)),
    (4, (1.0898653736, 10.2415886754), (1.0761504082, 10.2407527391)),
    (11, (5.4911603672, 19.6820385133), (5.4836901984, 19.6832371161)),
    (37, (26.0514145671, 50.9996261419), (26.0479645144, 51.0010965933)),
    (102, (83.1688101938, 123.8210406095), (83.1669463643, 123.8221769244)),
]
# x0, t0, x1, t1, ratio, log se, Wald 95 %, the same with phi 1.5 and 2
RATIOS = [
    (182, 36, 41, 12, 0.67582417582, 0.17287206078, (0.48159809298, 0.94838065866),
     (0.44628653448, 1.0234194432), (0.41853681164, 1.0912739428)),
    (9, 24, 1, 12, 0.22222222222, 1.0540925534, (0.028154140792, 1.7540125417),
     (0.017696648271, 2.790512378), (0.011964406059, 4.1274690783)),
]  # fmt: skip


@pytest.mark.parametrize(("count", "exact", "approximate"), LIMITS)
def test_limits_of_a_count(count: int, exact: tuple[float, float], approximate: tuple[float, float]) -> None:
    assert garwood(count) == pytest.approx(exact, rel=1e-6)
    assert byar(count) == pytest.approx(approximate, rel=1e-6)
    assert fingertips(count) == pytest.approx(exact if count < 10 else approximate, rel=1e-6)


@pytest.mark.parametrize(
    ("count", "limits"), [(10, (4.7953886961, 18.390356042)), (100, (81.3639912509, 121.6267937924))]
)
def test_garwoods_own_table(count: int, limits: tuple[float, float]) -> None:
    assert garwood(count) == pytest.approx(limits, rel=1e-6)


def test_a_rate_is_scaled_with_its_limits() -> None:
    low_count, high_count = rate(4, 14150, per=100_000), rate(37, 22800, per=1_000)
    assert (low_count.value, low_count.low, low_count.high) == pytest.approx(
        (28.2685512367, 7.7022287889, 72.3787185541), rel=1e-6
    )
    assert (high_count.value, 100 * high_count.low) == pytest.approx((1.6228070175, 114.2454583965), rel=1e-6)


@pytest.mark.parametrize(("x0", "t0", "x1", "t1", "ratio", "log_se", "wald", "phi15", "phi2"), RATIOS)
def test_rate_ratio(
    x0: int, t0: int, x1: int, t1: int, ratio: float, log_se: float,
    wald: tuple[float, float], phi15: tuple[float, float], phi2: tuple[float, float],
) -> None:  # fmt: skip
    plain = rate_ratio(x0, t0, x1, t1)
    assert (plain.value, plain.log_se) == pytest.approx((ratio, log_se), rel=1e-6)
    for phi, limits in ((1.0, wald), (1.5, phi15), (2.0, phi2)):
        spread = rate_ratio(x0, t0, x1, t1, phi=phi)
        assert (spread.low, spread.high) == pytest.approx(limits, rel=1e-6)


def test_the_exact_ratio_has_no_upper_end_when_nothing_happened_before() -> None:
    from_nothing, to_nothing = rate_ratio_exact(0, 1, 3, 1), rate_ratio_exact(3, 1, 0, 1)
    assert (from_nothing.value, from_nothing.high) == (None, None)
    assert from_nothing.low == pytest.approx(0.4132313550)
    assert (to_nothing.value, to_nothing.low) == (0, 0)
    assert to_nothing.high == pytest.approx(1 / from_nothing.low)
    assert (to_nothing.p_decrease, to_nothing.p_two_sided) == pytest.approx((1 / 8, 1 / 4))
    assert rate_ratio_midp(0, 1, 3, 1)[1] is None
    assert rate_ratio_midp(3, 1, 0, 1)[0] == 0


def test_mid_p_limits_lie_within_the_exact_ones() -> None:
    exact = rate_ratio_exact(60, 36, 24, 12)
    low, high = rate_ratio_midp(60, 36, 24, 12)
    assert exact.high is not None
    assert high is not None
    assert exact.low < low < 1.2 < high < exact.high


def test_turning_the_periods_round_turns_the_ratio_round() -> None:
    forward, back = rate_ratio_exact(60, 36, 24, 12), rate_ratio_exact(24, 12, 60, 36)
    assert forward.high is not None
    assert (back.low, back.high) == pytest.approx((1 / forward.high, 1 / forward.low))
    assert back.p_two_sided == pytest.approx(forward.p_two_sided)


def test_dispersion_around_a_common_rate() -> None:
    """10 and 30 on equal exposure are expected to be 20 each: 100/20 + 100/20 over one degree of freedom."""
    assert rate_dispersion([10, 30], [1000, 1000]) == pytest.approx(10)
    assert rate_dispersion([10, 20], [1000, 2000]) == pytest.approx(0)
    assert rate_dispersion([10], [1000]) is None
    assert rate_dispersion([0, 0], [1000, 1000]) is None
    assert rate_dispersion([1, 2], [1000, 0]) is None
    with pytest.raises(ValueError, match="personår"):
        rate_dispersion([1, 2], [1000])


@pytest.mark.parametrize("bad", [-1, nan, inf])
def test_a_count_that_is_none_is_refused(bad: float) -> None:
    with pytest.raises(ValueError, match="antalet"):
        garwood(bad)


def test_a_rate_without_population_is_refused() -> None:
    with pytest.raises(ValueError, match="personåren"):
        rate(5, 0)
    with pytest.raises(ValueError, match="nivån"):
        byar(5, 1.0)
    with pytest.raises(ValueError, match="större än noll"):
        rate_ratio(0, 1, 5, 1)
    with pytest.raises(ValueError, match="minst en händelse"):
        rate_ratio_exact(0, 1, 0, 1)
    with pytest.raises(ValueError, match="nivån"):
        rate_ratio_midp(1, 1, 1, 1, level=0)
