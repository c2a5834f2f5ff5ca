"""Trend, control charts and early warning of the reference municipality against R 4.2.2 (surveillance 1.20.3)."""

from datetime import date
from typing import Any

import pytest

from etl.evaluate.control_charts import c_chart, laney_u_chart, u_chart, xmr_chart
from etl.evaluate.crime_goal import overdispersion
from etl.evaluate.early_warning import base_of, early_warning
from etl.evaluate.ears import ears_c1, ears_c2
from etl.evaluate.farrington import Threshold, farrington
from etl.evaluate.rates import rate_dispersion, rate_ratio
from etl.evaluate.trend import mann_kendall, seasonal_mann_kendall, theil_sen
from tests.unit.evaluate.count_reference import (
    CLOSED_FORM,
    GLM,
    START,
    expected,
    malkommun,
    malkommun_population,
)

SERIES = expected("series")
YEAR = 12


def close(numbers: Any) -> Any:
    return pytest.approx(numbers, rel=CLOSED_FORM)


def test_the_simple_rule() -> None:
    """Three years before against the first year after, with the larger of the two dispersions."""
    rule, counts, population = SERIES["simple_rule"], malkommun(), malkommun_population()
    baseline, follow_up = slice(START - 36, START), slice(START, START + YEAR)
    x0, x1 = sum(counts[baseline]), sum(counts[follow_up])
    t0, t1 = sum(population[baseline]) / YEAR, sum(population[follow_up]) / YEAR
    assert (x0, t0, x1, t1) == (rule["x0"], rule["T0"], rule["x1"], rule["T1"])
    assert (100_000 * x0 / t0, 100_000 * x1 / t1) == close((rule["rate0_100k"], rule["rate1_100k"]))
    phi_month = overdispersion(counts[baseline], [1 + month % YEAR for month in range(36)])
    years = [slice(START - 12 * ago, START - 12 * ago + YEAR) for ago in (3, 2, 1)]
    phi_year = rate_dispersion([sum(counts[year]) for year in years], [sum(population[year]) / YEAR for year in years])
    assert (phi_month, phi_year) == close((rule["phi_month"], rule["phi_year"]))
    phi = max(1.0, phi_month or 0, phi_year or 0)
    assert phi == close(rule["phi"])
    for key, level, spread in (
        ("ci95", 0.95, phi), ("ci80", 0.80, phi), ("ci60", 0.60, phi), ("ci95_phi1", 0.95, 1.0),
    ):  # fmt: skip
        ratio = rate_ratio(x0, t0, x1, t1, phi=spread, level=level)
        assert ratio.value == close(rule["rr"])
        assert (ratio.low, ratio.high) == close(rule[key])


@pytest.mark.parametrize("name", ["mann_kendall", "mann_kendall_all_months"])
def test_mann_kendall(name: str) -> None:
    values = SERIES["trend"]["values_24m"] if name == "mann_kendall" else malkommun()
    test, told = mann_kendall(values), SERIES["trend"][name]
    assert test is not None
    assert (test.n, test.s) == (told["n"], told["S"])
    assert (test.var_s, test.z, test.p) == close((told["varS"], told["z"], told["p"]))
    assert (test.tau_a, test.slope, theil_sen(values)) == close(
        (told["kendall_tau_a"], told["sen_slope"], told["sen_slope"])
    )


def test_kendalls_tau_with_ties() -> None:
    test, told = mann_kendall(SERIES["trend"]["values_24m"]), SERIES["trend"]["r_cor_test_kendall"]
    assert test is not None
    assert (test.tau_b, test.z, test.p) == close((told["tau_b"], told["z"], told["p"]))


def test_the_24_months_are_those_of_the_data() -> None:
    assert list(malkommun()[START - YEAR :]) == SERIES["trend"]["values_24m"]


def test_seasonal_mann_kendall() -> None:
    test, told = seasonal_mann_kendall(malkommun()), SERIES["trend"]["seasonal_mann_kendall_all_months"]
    assert test is not None
    assert test.s == told["S"]
    assert (test.var_s, test.z, test.p) == close((told["varS"], told["z"], told["p"]))


def test_control_charts() -> None:
    told, counts, population = SERIES["control_charts"], malkommun(), malkommun_population()
    before, people, last = counts[:START], population[:START], population[-1]
    c, xmr = c_chart(before), xmr_chart(before)
    u, laney = u_chart(before, people), laney_u_chart(before, people)
    assert c is not None
    assert xmr is not None
    assert u is not None
    assert laney is not None
    assert (c.centre, c.low, c.high) == close(tuple(told["c_chart"][key] for key in ("center", "lcl", "ucl")))
    assert (xmr.centre, xmr.low, xmr.high) == close(tuple(told["xmr_chart"][key] for key in ("center", "lcl", "ucl")))
    u_told, laney_told = told["u_chart_per_10000"], told["laney_u"]
    assert (u.centre, u.at(last).low, u.at(last).high) == close(
        (u_told["center"], u_told["lcl_last"], u_told["ucl_last"])
    )
    assert (laney.sigma_z, laney.at(last).low, laney.at(last).high) == close(
        (laney_told["sigma_z"], laney_told["lcl_last"], laney_told["ucl_last"])
    )
    outside = [
        f"{2020 + month // YEAR} {month % YEAR + 1} {count}"
        for month, count in enumerate(counts)
        if c.is_outside(count)
    ]
    assert outside == told["months_outside_c"]


@pytest.mark.parametrize("threshold", Threshold)
def test_farrington(threshold: Threshold) -> None:
    """Limits on the two-thirds power within the tolerance of regressions, the others exactly."""
    block = SERIES["farrington_monthly"]
    assert (block["b"], block["w"], block["alpha"], block["pastWeeksNotIncluded"]) == (3, 1, 0.01, 0)
    told = block[threshold.value]
    found = [farrington(malkommun(), date(2020, 1, 1), START + month, threshold=threshold) for month in range(YEAR)]
    assert [limit.count for limit in found if limit] == block["observed"]
    assert [limit.expected for limit in found if limit] == pytest.approx(told["expected"], rel=GLM)
    assert [limit.limit for limit in found if limit] == pytest.approx(told["upperbound"], rel=GLM)
    assert [limit.is_alarm for limit in found if limit] == told["alarm"]


def test_ears() -> None:
    """Each month of 2024 from the seven before it, C2 with a lag of two."""
    block = SERIES["ears"]
    for month in range(YEAR):
        up_to = malkommun()[: START + month + 1]
        c1, c2 = ears_c1(up_to, block["alpha"]), ears_c2(up_to, block["alpha"])
        assert c1 is not None
        assert c2 is not None
        assert (c1.limit, c2.limit) == close((block["C1"][month], block["C2"][month]))


@pytest.mark.parametrize("place", range(YEAR), ids=lambda place: f"2024-{place + 1}")
def test_early_warning(place: int) -> None:
    told = SERIES["early_warning_simple"]["months"][place]
    base = base_of(malkommun(), START + place)
    warning, wider = (early_warning(malkommun()[START + place], base, alpha) for alpha in (0.01, 0.05))
    assert warning is not None
    assert wider is not None
    assert (told["month"], warning.count, warning.base_months) == (
        f"2024-{place + 1}", told["observed"], told["n_base"],
    )  # fmt: skip
    assert (warning.expected, warning.phi) == close((told["expected"], told["phi"]))
    assert (warning.limit, wider.limit) == close((told["upper_alpha01"], told["upper_alpha05"]))
    assert warning.is_alarm is told["alarm"]
