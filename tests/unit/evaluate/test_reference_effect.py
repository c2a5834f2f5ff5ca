"""Regressions, comparisons and τ against R 4.2.2 (MASS, sandwich), within the tolerances of the reference.

Closed forms 1e-6; GLM coefficients 1e-4 and standard errors 1e-3; standard errors of the negative binomial 3 %.
"""

import csv
import json
from math import exp
from typing import Any

import numpy as np
import pytest

from etl.evaluate.crime_goal import CrimeEvidence, judge_crime, overdispersion
from etl.evaluate.difference_in_differences import (
    fixed_effects,
    placebo_log_ratios,
    placebo_rank,
    relative_incidence,
    weighted_displacement_difference,
)
from etl.evaluate.interrupted_series import (
    CountSeries,
    autocorrelation,
    fit_interrupted_series,
    ljung_box,
    negative_binomial,
    newey_west,
)
from etl.evaluate.poisson_regression import PoissonFit
from etl.evaluate.tau import clipped, tau_squared, year_variation
from tests.support import shared_path
from tests.unit.evaluate.effect_reference import (
    COMPARISONS,
    FIRST_AFTER,
    FOLDER,
    TREATED,
    counts,
    expected,
    panel,
    treated_series,
)

MODELS: dict[str, dict[str, bool]] = {
    "level_only": {"trend": False},
    "level_trend": {"trend": True},
    "level_and_slope": {"trend": True, "slope": True},
}
AFTER = np.arange(48) >= 36


def about(value: Any, tolerance: float) -> Any:
    return pytest.approx(value, abs=tolerance, rel=0)


def quasi_poisson(model: str) -> PoissonFit:
    fit = fit_interrupted_series(treated_series(), **MODELS[model])
    assert fit is not None
    return fit


@pytest.mark.parametrize("model", MODELS)
def test_poisson_and_quasi_poisson(model: str) -> None:
    fit, known = quasi_poisson(model), expected()[model]
    assert set(fit.names) == set(known["poisson"]["coef"])
    for name in fit.names:
        plain, quasi = known["poisson"]["coef"][name], known["quasipoisson"]["coef"][name]
        assert fit.coefficient(name) == about(plain["coef"], 1e-4)
        assert fit.standard_error(name, phi=1) == about(plain["se"], 1e-3)
        assert fit.standard_error(name) == about(quasi["se"], 1e-3)
        assert fit.coefficient(name) / fit.standard_error(name) == pytest.approx(quasi["z"], rel=1e-3)
    assert fit.phi == about(known["poisson"]["phi_pearson"], 1e-6)
    assert fit.deviance == about(known["poisson"]["deviance"], 1e-6)
    assert fit.log_likelihood == about(known["poisson"]["loglik"], 1e-6)
    assert fit.ratio("post") == about(tuple(known["quasipoisson"]["rr_post_t"]), 1e-3)
    assert fit.ratio("post", student=False) == about(tuple(known["quasipoisson"]["rr_post_z"]), 1e-3)


@pytest.mark.parametrize("model", MODELS)
def test_negative_binomial(model: str) -> None:
    fit, known = negative_binomial(treated_series(), **MODELS[model]), expected()[model]["negbin"]
    assert fit is not None
    assert not fit.fell_back
    assert set(fit.names) == set(known["coef"])
    for name in fit.names:
        assert fit.coefficient(name) == about(known["coef"][name]["coef"], 1e-4)
        assert fit.standard_error(name) == pytest.approx(known["coef"][name]["se"], rel=0.03)
    assert fit.theta is not None
    assert (fit.theta, 1 / fit.theta) == pytest.approx((known["theta"], known["alpha"]), rel=1e-4)
    assert fit.theta_error == pytest.approx(known["se_theta"], rel=0.03)
    assert fit.log_likelihood == about(known["loglik"], 1e-4)
    assert 2 * (len(fit.names) + 1) - 2 * (fit.log_likelihood or 0.0) == about(known["aic"], 1e-4)
    assert fit.ratio("post") == pytest.approx(tuple(known["rr_post"]), rel=1e-3)


@pytest.mark.parametrize("model", MODELS)
def test_newey_west_is_too_optimistic_on_a_short_series(model: str) -> None:
    fit, known = newey_west(treated_series(), **MODELS[model]), expected()[model]["poisson_newey_west_lag12"]
    assert fit is not None
    for name in fit.names:
        assert fit.coefficient(name) == about(known["coef"][name]["coef"], 1e-4)
        assert fit.standard_error(name) == about(known["coef"][name]["se"], 1e-3)
    assert fit.ratio("post") == about(tuple(known["rr_post"]), 1e-3)
    assert fit.standard_error("post") < quasi_poisson(model).standard_error("post")


@pytest.mark.parametrize("model", MODELS)
def test_what_is_left_in_the_residuals(model: str) -> None:
    fit, known = quasi_poisson(model), expected()[model]
    assert autocorrelation(fit.residuals) == about(known["resid_acf1_pearson"], 1e-6)
    assert ljung_box(fit.residuals, 12) == about((known["ljung_box_12"]["stat"], known["ljung_box_12"]["p"]), 1e-6)


def test_tau_from_the_years_of_the_comparison_municipalities() -> None:
    known = expected()["recommended_rule"]
    before = [year_variation(np.array(counts(name)[:FIRST_AFTER], dtype=float).reshape(4, 12)) for name in COMPARISONS]
    for found, row in zip(before, known["panel"], strict=True):
        assert (found.years, found.mean_year) == (row["K"], row["mean_year"])
        assert (found.phi_year, found.phi_month) == about((row["phi_year"], row["phi_month"]), 1e-6)
    squared = tau_squared(before)
    assert squared is not None
    assert squared == about(known["tau2_panel"], 1e-6)
    assert squared**0.5 == about(known["tau_panel"], 1e-6)
    assert clipped(squared) == about(known["tau_panel_clipped"], 1e-6)


@pytest.mark.parametrize("tau", ["0.10", "0.05"])
def test_the_rule_with_tau(tau: str) -> None:
    known = expected()["recommended_rule"]
    observed, populations = panel()
    months = [month % 12 + 1 for month in range(12, FIRST_AFTER)]
    phi = overdispersion(counts(TREATED)[12:FIRST_AFTER], months)
    assert phi == about(known["phi"], 1e-6)
    assert phi is not None
    judgement = judge_crime(
        CrimeEvidence(
            x0=int(observed[4, 12:48].sum()), person_years0=populations[4, 12:48].sum() / 12, months0=36,
            x1=int(observed[4, 48:].sum()), person_years1=populations[4, 48:].sum() / 12, months1=12,
            phi=phi, phi_assumed=False, tau=float(tau),
        )
    )  # fmt: skip
    low, high = judgement.low, judgement.high
    assert judgement.rate_ratio == about(known["rr"], 1e-6)
    assert low is not None
    assert high is not None
    assert (1 + low / 100, 1 + high / 100) == about(tuple(known[f"ci95_tau{tau}"]), 1e-6)
    if tau == "0.10":
        assert judgement.log_se == about(known["se_tau0.10"], 1e-6)


def test_relative_incidence_against_the_comparison_municipalities() -> None:
    known = expected()["did"]["relative_incident_rate_ratio"]
    found = relative_incidence(known["T0"], known["T1"], known["C0"], known["C1"])
    observed, _ = panel()
    assert observed[4, 12:48].sum() == known["T0"]
    assert observed[:4, 48:].sum() == known["C1"]
    assert (found.value, found.log_se) == about((known["rirr"], known["log_se_phi1"]), 1e-6)
    assert (found.low, found.high) == about(tuple(known["ci95_phi1"]), 1e-6)


def test_weighted_displacement_difference() -> None:
    known = expected()["did"]["weighted_displacement_difference"]
    found = weighted_displacement_difference(known["T0"], known["T1"], known["C0"], known["C1"])
    assert (found.value, found.se, found.z) == about((known["wdd"], known["se"], known["z"]), 1e-6)


def test_fixed_effects_of_place_and_month() -> None:
    known = expected()["did"]["poisson_fixed_effects"]
    observed, populations = panel()
    found = fixed_effects(observed[:, 12:], populations[:, 12:], treated=4, after=AFTER)
    assert found is not None
    assert (found.coefficient, exp(found.coefficient)) == about((known["coef"], known["rr"]), 1e-4)
    assert found.phi == about(known["phi"], 1e-6)
    assert (found.se_poisson, found.se_quasi) == about((known["se_poisson"], known["se_quasi"]), 1e-3)
    assert found.se_cluster == about(known["se_cluster"], 1e-3)


def test_placebo_ranks() -> None:
    known = expected()["did"]
    observed, populations = panel()
    ratios = placebo_log_ratios(observed[:, 12:], populations[:, 12:], treated=4, after=AFTER)
    assert ratios == about(tuple(known["placebo_log_rr"][name] for name in (*COMPARISONS, TREATED)), 1e-4)
    placebo = placebo_rank(ratios[4] or 0.0, [ratio or 0.0 for ratio in ratios[:4]])
    assert placebo.rank == known["placebo_rank_of_treated_lowest_first"]
    assert placebo.p_value == known["placebo_p_one_sided"]


def test_the_typed_numbers_are_the_shared_ones() -> None:
    shared = json.loads(shared_path("reference/stats/expected/series.json").read_text("utf-8"))
    assert {block: shared[block] for block in expected()} == expected()


def test_the_monthly_counts_are_the_shared_ones() -> None:
    shared = shared_path("reference/stats/data/monthly_counts.csv")
    assert (FOLDER / "monthly_counts.csv").read_bytes() == shared.read_bytes()


def sicily() -> CountSeries:
    """Acute coronary events in Sicily before and after the smoking ban (Lopez Bernal and others 2017)."""
    with shared_path("reference/stats/data/sicily.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return CountSeries(
        counts=[int(row["aces"]) for row in rows],
        periods=[int(row["year"]) * 12 + int(row["month"]) - 1 for row in rows],
        populations=[float(row["stdpop"]) for row in rows],
        first_after=[row["smokban"] for row in rows].index("1"),
    )


def published() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shared_path("reference/stats/expected/published.json").read_text("utf-8"))
    return dict(found["sicily"])


def check(fit: PoissonFit, known: dict[str, Any], *, phi: float | None = None) -> None:
    assert fit.coefficient("post") == about(known["coef"], 1e-4)
    assert fit.standard_error("post", phi=phi) == about(known["se"], 1e-3)
    assert fit.phi == about(known["phi"], 1e-4)


def test_the_published_smoking_ban_without_season() -> None:
    fit, known = fit_interrupted_series(sicily(), seasons=0), published()
    assert fit is not None
    check(fit, known["poisson_step_trend"], phi=1)
    check(fit, known["quasi_step_trend"])
    quasi = known["quasi_step_trend"]
    assert fit.ratio("post", student=False) == about((quasi["rr"], *quasi["ci95_z"]), 1e-3)
    assert round(fit.ratio("post")[0], 3) == 0.894


def test_the_published_smoking_ban_with_season_and_overdispersion() -> None:
    fit, known = fit_interrupted_series(sicily()), published()["quasi_step_trend_two_harmonics"]
    assert fit is not None
    check(fit, known)
    assert fit.ratio("post", student=False) == about((known["rr"], *known["ci95_z"]), 1e-3)
    assert tuple(round(limit, 3) for limit in fit.ratio("post", student=False)) == (0.885, 0.839, 0.933)


def test_the_published_smoking_ban_with_a_change_of_slope() -> None:
    fit, known = fit_interrupted_series(sicily(), slope=True), published()["quasi_step_and_slope_two_harmonics"]
    assert fit is not None
    assert fit.coefficient("tpost") == about(known["slope"]["coef"], 1e-4)
    assert fit.standard_error("tpost") == about(known["slope"]["se"], 1e-3)
    # The published slope counts the first month after the ban as 1 and not as 0, so its step is one slope lower.
    step, slope = fit.names.index("post"), fit.names.index("tpost")
    difference = np.zeros(len(fit.names))
    difference[[step, slope]] = 1, -1
    assert difference @ fit.coefficients == about(known["step"]["coef"], 1e-4)
    assert (fit.phi * difference @ fit.covariance @ difference) ** 0.5 == about(known["step"]["se"], 1e-3)


def test_the_published_smoking_ban_as_negative_binomial() -> None:
    fit, known = negative_binomial(sicily()), published()["negbin_step_trend_two_harmonics"]
    assert fit is not None
    assert fit.coefficient("post") == about(known["coef"], 1e-4)
    assert fit.standard_error("post") == pytest.approx(known["se"], rel=0.03)
    assert fit.theta == pytest.approx(known["theta"], rel=1e-3)
    assert fit.ratio("post") == about((known["rr"], *known["ci95_z"]), 1e-3)
