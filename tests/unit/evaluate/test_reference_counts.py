"""Limits, rate ratios and published intervals against R 4.2.2 (poisson.test, epitools) and the literature."""

import json
from typing import Any

import pytest

from etl.evaluate.rates import byar, fingertips, garwood, rate, rate_ratio, rate_ratio_exact, rate_ratio_midp
from etl.evaluate.survey import newcombe, wilson
from tests.support import shared_path
from tests.unit.evaluate.count_reference import CLOSED_FORM, FOLDER, expected, rows

POISSON = expected("counts")["poisson"]
RATIOS = expected("counts")["rate_ratio"]
PUBLISHED = expected("published")


def close(numbers: Any) -> Any:
    return pytest.approx(numbers, rel=CLOSED_FORM, abs=1e-12)


def test_every_row_of_the_data_has_its_expected_numbers() -> None:
    assert [(int(row["count"]), int(row["population"])) for row in rows("poisson_ci")] == [
        (case["count"], case["population"]) for case in POISSON
    ]
    assert [[int(row[name]) for name in ("id", "x0", "t0", "x1", "t1")] for row in rows("rate_ratio")] == [
        [case[name] for name in ("id", "x0", "t0", "x1", "t1")] for case in RATIOS
    ]


@pytest.mark.parametrize("case", POISSON, ids=lambda case: str(case["count"]))
def test_limits_of_a_count(case: dict[str, Any]) -> None:
    count, population = case["count"], case["population"]
    assert garwood(count) == close(case["exact95"])
    assert garwood(count, 0.90) == close(case["exact90"])
    assert byar(count) == close(case["byar95"])
    assert fingertips(count) == close(case["exact95"] if count < 10 else case["byar95"])
    assert [limit * 100_000 / population for limit in garwood(count)] == close(case["rate100k_exact95"])
    per_100k = rate(count, population, 100_000)
    assert (per_100k.low, per_100k.high) == close(case["rate100k_fingertips95"])
    assert per_100k.value == close(case["rate_per_100000"])
    assert rate(count, population, 1_000).value == close(case["rate_per_1000"])


@pytest.mark.parametrize("case", RATIOS, ids=lambda case: str(case["id"]))
def test_rate_ratio(case: dict[str, Any]) -> None:
    numbers = (case["x0"], case["t0"], case["x1"], case["t1"])
    exact, exact90 = rate_ratio_exact(*numbers), rate_ratio_exact(*numbers, level=0.90)
    assert exact.value == close(case["rr"])
    assert (exact.low, exact.high) == close(case["exact95"])
    assert (exact90.low, exact90.high) == close(case["exact90"])
    assert (exact.p_two_sided, exact.p_decrease) == close((case["p_two_sided"], case["p_one_sided_decrease"]))
    assert rate_ratio_midp(*numbers) == close(case["midp95"])
    plain = rate_ratio(*numbers)
    assert (plain.value, plain.log_se) == close((case["rr"], case["log_se"]))
    for phi, key in ((1.0, "wald95"), (1.5, "wald95_phi1.5"), (2.0, "wald95_phi2")):
        spread = rate_ratio(*numbers, phi=phi)
        assert (spread.low, spread.high) == close(case[key])


@pytest.mark.parametrize("case", PUBLISHED["garwood_exact95"], ids=lambda case: str(case["x"]))
def test_garwoods_own_table(case: dict[str, Any]) -> None:
    assert garwood(case["x"]) == close(case["ci"])


@pytest.mark.parametrize("case", PUBLISHED["newcombe_single"], ids=lambda case: f"{case['r']} of {case['n']}")
def test_wilson_as_newcombe_printed_it(case: dict[str, Any]) -> None:
    assert wilson(case["r"] / case["n"], case["n"]) == close(case["wilson"])


def test_the_difference_as_newcombe_printed_it() -> None:
    """56/70 against 48/80, printed with four decimals."""
    (case,) = PUBLISHED["newcombe_difference"]
    low, high = newcombe(48 / 80, 80, 56 / 70, 70)
    assert (case["a"], case["b"]) == ("56/70", "48/80")
    assert [round(low, 4), round(high, 4)] == case["published"]


def test_what_rs_manual_prints_for_poisson_test() -> None:
    one, two = PUBLISHED["r_documentation_poisson_test"]
    assert one["call"] == "poisson.test(137, 24.19893)"
    assert (137 / 24.19893, *(limit / 24.19893 for limit in garwood(137))) == pytest.approx(
        (one["rate"], *one["ci"]), abs=5e-7
    )
    assert two["call"] == "poisson.test(c(11, 21), c(800, 3011))"
    ratio = rate_ratio_exact(21, 3011, 11, 800)
    assert (ratio.value, ratio.low, ratio.high) == pytest.approx((two["rr"], *two["ci"]), abs=5e-7)
    assert ratio.p_two_sided == pytest.approx(two["p"], abs=5e-6)


@pytest.mark.parametrize("name", ["poisson_ci", "rate_ratio", "activity_hours"])
def test_the_typed_data_are_the_shared_ones(name: str) -> None:
    shared = shared_path(f"reference/stats/data/{name}.csv")
    assert (FOLDER / f"{name}.csv").read_text("utf-8") == shared.read_text("utf-8")


@pytest.mark.parametrize("name", ["counts", "pace", "series", "published"])
def test_the_typed_numbers_are_the_shared_ones(name: str) -> None:
    """Of series and published only the parts that are about counts are typed in here."""
    shared = json.loads(shared_path(f"reference/stats/expected/{name}.json").read_text("utf-8"))
    assert expected(name) == {key: shared[key] for key in expected(name)}
    assert set(shared) - set(expected(name)) <= {
        "sicily", "description", "START", "level_only", "level_trend", "level_and_slope", "recommended_rule", "did",
    }  # fmt: skip
