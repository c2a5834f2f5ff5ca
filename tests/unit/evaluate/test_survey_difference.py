"""The change between two waves, against R and by its properties."""

from math import isfinite, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.survey import ShareEstimate, share_from_answers
from etl.evaluate.survey_difference import difference_of_shares, log_odds_ratio, rao_scott
from tests.unit.evaluate.survey_reference import VARIABLES, answered, expected

Sample = list[tuple[int, float]]


def share(variable: str, wave: int) -> ShareEstimate:
    rows = answered(variable, wave)
    found = share_from_answers([answer for answer, _ in rows], [float(row["vikt"]) for _, row in rows])
    assert found is not None
    return found


@pytest.mark.parametrize("variable", VARIABLES)
def test_a_change_is_as_in_r(variable: str) -> None:
    reference = expected()["difference"][variable]
    before, after = share(variable, 2023), share(variable, 2024)
    change = difference_of_shares(before, after)
    assert (before.p, after.p) == pytest.approx((reference["p0"], reference["p1"]), rel=1e-6)
    assert (change.difference, change.se, change.z) == pytest.approx(
        (reference["diff"], reference["se"], reference["z"]), rel=1e-6
    )
    assert (change.p_two_sided, change.p_increase) == pytest.approx(
        (reference["p_two_sided"], reference["p_one_sided_increase"]), rel=1e-6
    )
    assert change.wald == pytest.approx(reference["ci95_wald"], abs=1e-6)
    assert change.kish == pytest.approx(reference["ci95_newcombe_kish"], abs=1e-6)
    assert (change.low, change.high) == pytest.approx(reference["ci95_newcombe_variance_neff"], abs=1e-6)


@pytest.mark.parametrize("variable", VARIABLES)
def test_the_odds_ratio_is_as_in_r(variable: str) -> None:
    reference = expected()["difference"][variable]
    ratio = log_odds_ratio(share(variable, 2023), share(variable, 2024))
    assert ratio is not None
    assert (ratio.value, ratio.se, ratio.p_value) == pytest.approx(
        (reference["svyglm_log_or"], reference["svyglm_se"], reference["svyglm_p"]), rel=1e-6
    )


@pytest.mark.parametrize("variable", VARIABLES)
def test_the_rao_scott_test_is_as_in_r(variable: str) -> None:
    reference = expected()["difference"][variable]
    rows = [(answer, row) for wave in (2023, 2024) for answer, row in answered(variable, wave)]
    test = rao_scott(
        [row["vag"] for _, row in rows], [answer for answer, _ in rows], [float(row["vikt"]) for _, row in rows]
    )
    assert test is not None
    assert (test.f, test.ndf, test.ddf, test.p_value) == pytest.approx(
        (reference["rao_scott_F"], reference["rao_scott_ndf"], reference["rao_scott_ddf"], reference["rao_scott_p"]),
        rel=1e-6,
    )


def test_rao_scott_takes_more_than_two_answers_and_groups() -> None:
    waves = [2022] * 20 + [2023] * 20 + [2024] * 20
    same = rao_scott(waves, [1, 2, 3, 4] * 15)
    moved = rao_scott(waves, [1] * 20 + [1, 2, 3, 4] * 5 + [4] * 20)
    assert same is not None
    assert moved is not None
    assert same.f == pytest.approx(0, abs=1e-12)
    assert same.p_value == pytest.approx(1)
    assert moved.p_value < 0.001


def test_with_equal_weights_rao_scott_is_pearson_but_for_the_strata() -> None:
    """Pearson's χ² of 30/70 against 50/50 is 8.333; drawn by wave its variance is n/(n−1) of the usual one."""
    test = rao_scott([0] * 100 + [1] * 100, [1] * 30 + [0] * 70 + [1] * 50 + [0] * 50)
    assert test is not None
    assert test.f == pytest.approx(8.3333, rel=0.05)
    assert test.ddf == pytest.approx(198)


def test_nothing_to_test_gives_no_number() -> None:
    assert rao_scott([1, 1, 1], [0, 1, 0]) is None
    assert rao_scott([1, 1, 2, 2], [0, 0, 0, 0]) is None
    assert rao_scott([1, 1, 2], [0, 1, 0]) is None
    agreed = share_from_answers([1, 1, 1])
    split = share_from_answers([1, 0, 1])
    assert agreed is not None
    assert split is not None
    assert log_odds_ratio(agreed, split) is None
    still = difference_of_shares(agreed, agreed)
    assert (still.difference, still.z, still.p_two_sided, still.p_increase) == (0, None, None, None)


samples = st.lists(st.tuples(st.integers(0, 1), st.floats(0.1, 50)), min_size=2, max_size=40)


@given(samples, samples, st.randoms(use_true_random=False))
def test_neither_order_nor_the_size_of_the_weights_matters(first: Sample, second: Sample, random) -> None:  # type: ignore[no-untyped-def]
    def both(a: Sample, b: Sample, times: float = 1) -> tuple[float, ...]:
        before, after = (share_from_answers([y for y, _ in s], [times * w for _, w in s]) for s in (a, b))
        assert before is not None
        assert after is not None
        change, ratio = difference_of_shares(before, after), log_odds_ratio(before, after)
        test = rao_scott([0] * len(a) + [1] * len(b), [y for y, _ in a + b], [times * w for _, w in a + b])
        numbers = (change.difference, change.low, change.high, *change.wald, *(change.kish or ()))
        numbers += (ratio.value, ratio.p_value) if ratio else ()
        numbers += (test.f, test.p_value) if test else ()
        assert all(isfinite(number) for number in numbers)
        return numbers

    plain = both(first, second)
    mixed = both(random.sample(first, len(first)), random.sample(second, len(second)))
    assert mixed == pytest.approx(plain, rel=1e-4, abs=1e-6)
    assert both(first, second, 2) == pytest.approx(plain, rel=1e-4, abs=1e-6)


@given(samples, samples)
def test_turned_round_the_change_changes_sign(first: Sample, second: Sample) -> None:
    before, after = (share_from_answers([y for y, _ in s], [w for _, w in s]) for s in (first, second))
    assert before is not None
    assert after is not None
    there, back = difference_of_shares(before, after), difference_of_shares(after, before)
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low))
    if there.p_increase is not None and back.p_increase is not None:
        assert there.p_increase + back.p_increase == pytest.approx(1)


def test_an_odds_ratio_by_hand() -> None:
    before, after = share_from_answers([1, 0] * 20), share_from_answers([1, 1, 1, 0] * 10)
    assert before is not None
    assert after is not None
    ratio = log_odds_ratio(before, after)
    assert ratio is not None
    assert ratio.value == pytest.approx(log(3))
