"""A step in a series of counts, beyond its trend and its season."""

from math import isfinite, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.interrupted_series import (
    CountSeries,
    autocorrelation,
    design,
    fit_interrupted_series,
    ljung_box,
    negative_binomial,
    newey_west,
)

YEARS = 5
SEASON = np.tile([0.7, 0.8, 0.9, 1.0, 1.2, 1.4, 1.5, 1.3, 1.0, 0.8, 0.7, 0.7], YEARS)


def series(counts: list[int], *, first_after: int = 48, per_year: int = 12, people: float | None = None) -> CountSeries:
    return CountSeries(
        counts=counts,
        periods=range(per_year * 2020, per_year * 2020 + len(counts)),
        first_after=first_after,
        per_year=per_year,
        populations=None if people is None else [people] * len(counts),
    )


def with_step(ratio: float, *, level: float = 400.0) -> list[int]:
    """Five years of months with a season, multiplied by `ratio` in the fifth."""
    after = np.arange(12 * YEARS) >= 48
    return [round(value) for value in level * SEASON * np.where(after, ratio, 1.0)]


def test_a_step_without_noise_is_found_as_it_is() -> None:
    fit = fit_interrupted_series(series(with_step(0.7)))
    assert fit is not None
    ratio, low, high = fit.ratio("post")
    assert ratio == pytest.approx(0.7, abs=0.02)
    assert low < 0.7 < high < 1


def test_a_season_that_repeats_itself_is_not_a_step() -> None:
    fit = fit_interrupted_series(series(with_step(1.0)))
    assert fit is not None
    assert fit.ratio("post")[0] == pytest.approx(1, abs=0.02)


def test_a_straight_trend_is_not_a_step() -> None:
    falling = [round(400 * 0.985**month) for month in range(60)]
    with_trend = fit_interrupted_series(series(falling))
    without = fit_interrupted_series(series(falling), trend=False)
    assert with_trend is not None
    assert without is not None
    assert with_trend.ratio("post")[0] == pytest.approx(1, abs=0.02)
    assert without.ratio("post")[0] < 0.7


def test_more_people_is_not_more_crime() -> None:
    grown = CountSeries(
        counts=[100] * 48 + [200] * 12,
        periods=range(60),
        first_after=48,
        populations=[10_000.0] * 48 + [20_000.0] * 12,
    )
    fit = fit_interrupted_series(grown)
    assert fit is not None
    assert fit.ratio("post")[0] == pytest.approx(1)


def test_the_columns_of_the_model() -> None:
    matrix, names = design(series(with_step(1.0)), slope=True)
    assert names == ("(Intercept)", "t", "post", "tpost", "s1", "c1", "s2", "c2")
    assert matrix[0, :4].tolist() == [1, 1, 0, 0]
    assert matrix[48, :4].tolist() == [1, 49, 1, 0]
    assert matrix[59, :4].tolist() == [1, 60, 1, 11]
    # January is month one of the season.
    assert matrix[0, 4] == pytest.approx(0.5)


def test_quarters_have_no_second_sine() -> None:
    _, names = design(series([20] * 20, first_after=16, per_year=4))
    assert names == ("(Intercept)", "t", "post", "s1", "c1", "c2")
    assert fit_interrupted_series(series([20, 30, 25, 22] * 5, first_after=16, per_year=4)) is not None


def test_a_month_left_out_moves_nothing_else() -> None:
    counts = with_step(0.7)
    gap = CountSeries(counts=counts[:47] + counts[48:], periods=[*range(47), *range(48, 60)], first_after=47)
    whole = fit_interrupted_series(series(counts))
    shorter = fit_interrupted_series(gap)
    assert whole is not None
    assert shorter is not None
    assert shorter.coefficient("post") == pytest.approx(whole.coefficient("post"), abs=0.01)


@pytest.mark.parametrize(
    "counts",
    [[0] * 60, [10] * 48 + [0] * 12, [3, 5, 4, 6]],
    ids=["no crimes", "none after the start", "too few months"],
)
def test_where_there_is_no_estimate_there_is_none(counts: list[int]) -> None:
    broken = series(counts, first_after=min(48, len(counts) - 1))
    assert fit_interrupted_series(broken) is None
    assert negative_binomial(broken) is None
    assert newey_west(broken) is None


def test_counts_that_vary_no_more_than_chance_fall_back_on_poisson() -> None:
    regular = series(with_step(0.8))
    poisson, sensitivity = fit_interrupted_series(regular), negative_binomial(regular)
    assert poisson is not None
    assert sensitivity is not None
    assert (sensitivity.fell_back, sensitivity.theta, sensitivity.log_likelihood) == (True, None, None)
    assert sensitivity.coefficient("post") == poisson.coefficient("post")
    assert sensitivity.standard_error("post") == poisson.standard_error("post", phi=1)


def test_counts_that_come_in_lumps_do_not_fall_back() -> None:
    draw = np.random.default_rng(20260101)
    lumpy = series([int(count) for count in draw.negative_binomial(8, 0.3, 60)])
    poisson, sensitivity = fit_interrupted_series(lumpy), negative_binomial(lumpy)
    assert poisson is not None
    assert sensitivity is not None
    assert not sensitivity.fell_back
    assert sensitivity.theta is not None
    assert 2 < sensitivity.theta < 30
    assert sensitivity.standard_error("post") > poisson.standard_error("post", phi=1)


@given(
    st.lists(st.integers(0, 200), min_size=60, max_size=60),
    st.integers(24, 48),
    st.sampled_from([None, 15_000.0]),
)
def test_every_number_is_finite_or_absent(counts: list[int], first_after: int, people: float | None) -> None:
    fit = fit_interrupted_series(series(counts, first_after=first_after, people=people))
    if fit is not None:
        assert all(map(isfinite, (*fit.ratio("post"), fit.phi, fit.deviance, fit.log_likelihood)))
        low, high = fit.ratio("post")[1:]
        assert low <= fit.ratio("post")[0] <= high


def test_doubling_the_population_changes_only_the_level() -> None:
    one = fit_interrupted_series(series(with_step(0.8), people=10_000))
    two = fit_interrupted_series(series(with_step(0.8), people=20_000))
    assert one is not None
    assert two is not None
    assert two.coefficient("post") == pytest.approx(one.coefficient("post"))
    assert two.coefficient("(Intercept)") == pytest.approx(one.coefficient("(Intercept)") - log(2))


def test_residuals_that_do_not_vary_have_no_correlation() -> None:
    assert autocorrelation([2.0] * 30) is None
    assert ljung_box([2.0] * 30) is None
    assert ljung_box([1.0, 2.0, 3.0], lags=12) is None


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"periods": range(4)}, "lika många"),
        ({"first_after": 0}, "inne i serien"),
        ({"first_after": 60}, "inne i serien"),
        ({"periods": [0, 0, *range(2, 60)]}, "i ordning"),
        ({"populations": [0.0] * 60}, "större än noll"),
    ],
)
def test_what_is_no_series_is_refused(changes: dict[str, object], words: str) -> None:
    whole: dict[str, object] = {"counts": [5] * 60, "periods": range(60), "first_after": 48}
    with pytest.raises(ValueError, match=words):
        CountSeries(**{**whole, **changes})  # type: ignore[arg-type]
