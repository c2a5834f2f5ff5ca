"""Ordinal questions: distribution, mean on 0–100 and rank test, against R and by their properties."""

from math import isfinite

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.survey import share_from_answers
from etl.evaluate.survey_ordinal import (
    OrdinalMean,
    answer_sums,
    difference_of_means,
    distribution,
    mean_0_100,
    rank_test,
)
from tests.unit.evaluate.survey_reference import expected, ordinal


def mean(wave: int) -> OrdinalMean:
    found = mean_0_100(answer_sums(*ordinal(wave)), 1, 5)
    assert found is not None
    return found


@pytest.mark.parametrize("wave", [2023, 2024])
def test_the_mean_is_as_in_r(wave: int) -> None:
    reference = expected()["ordinal"]["waves"][str(wave)]
    found = mean(wave)
    assert found.n == reference["n"]
    assert (found.mean, found.se) == pytest.approx((reference["mean"], reference["se"]), rel=1e-6)


def test_the_change_of_the_mean_is_as_in_r() -> None:
    reference = expected()["ordinal"]
    change = difference_of_means(mean(2023), mean(2024))
    assert change is not None
    assert (change.difference, change.se) == pytest.approx((reference["diff"], reference["diff_se"]), rel=1e-6)
    assert (change.low, change.high) == pytest.approx(reference["ci95"], abs=1e-6)


def test_the_rank_test_is_as_in_r() -> None:
    reference = expected()["ordinal"]
    test = rank_test(*ordinal(2023), *ordinal(2024), ties="in_order")
    assert test is not None
    assert (test.t, test.p_value) == pytest.approx((reference["svyranktest_t"], reference["svyranktest_p"]), rel=1e-6)


def test_middle_ranks_hardly_change_the_rank_test() -> None:
    test = rank_test(*ordinal(2023), *ordinal(2024))
    assert test is not None
    assert test.t == pytest.approx(expected()["ordinal"]["svyranktest_t"], rel=0.01)


@pytest.mark.parametrize("wave", [2023, 2024])
def test_the_distribution_is_as_in_r(wave: int) -> None:
    reference = expected()["ordinal"]["weighted_shares"][str(wave)]
    shares = distribution(answer_sums(*ordinal(wave)))
    assert {f"{code:g}": share for code, share in shares.items()} == pytest.approx(reference, rel=1e-6)


def test_the_scale_has_its_ends_even_where_nobody_answered() -> None:
    found = mean_0_100(answer_sums([2, 3, 4]), 1, 5)
    assert found is not None
    assert found.mean == 50


def test_an_answer_outside_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="skalan"):
        mean_0_100(answer_sums([0, 3]), 1, 5)


def test_where_nothing_varies_there_is_no_interval() -> None:
    alike = mean_0_100(answer_sums([3, 3, 3]), 1, 5)
    assert alike == OrdinalMean(n=3, mean=50, se=None, low=None, high=None)
    assert mean_0_100(answer_sums([]), 1, 5) is None
    assert distribution(answer_sums([])) == {}
    assert difference_of_means(mean(2023), alike) is None
    assert rank_test([3, 3], [1, 1], [3, 3], [1, 1]) is None
    assert rank_test([3], [1], [3, 4], [1, 1]) is None


def test_missing_answers_are_left_out() -> None:
    nan = float("nan")
    assert distribution(answer_sums([1, nan, 5, 5], [1, 9, 1, nan])) == {1: 0.5, 5: 0.5}


answers = st.lists(st.tuples(st.integers(1, 5), st.floats(0.1, 50)), min_size=2, max_size=60)
Sample = list[tuple[int, float]]


@given(answers)
def test_the_parts_of_the_distribution_make_the_whole_and_the_share(sample: Sample) -> None:
    codes, weights = [code for code, _ in sample], [w for _, w in sample]
    shares = distribution(answer_sums(codes, weights))
    good = share_from_answers([code >= 4 for code in codes], weights)
    assert good is not None
    assert sum(shares.values()) == pytest.approx(1)
    assert sum(share for code, share in shares.items() if code >= 4) == pytest.approx(good.p)
    found = mean_0_100(answer_sums(codes, weights), 1, 5)
    assert found is not None
    assert found.mean == pytest.approx(sum(share * (code - 1) * 25 for code, share in shares.items()))


@given(answers)
def test_for_two_answers_the_mean_is_the_share(sample: Sample) -> None:
    yes, weights = [int(code >= 4) for code, _ in sample], [w for _, w in sample]
    share, found = share_from_answers(yes, weights), mean_0_100(answer_sums(yes, weights), 0, 1)
    assert share is not None
    assert found is not None
    assert (found.mean, found.se or 0) == pytest.approx((100 * share.p, 100 * share.se), abs=1e-5)


@given(answers, answers, st.randoms(use_true_random=False))
def test_neither_order_nor_doubled_weights_matter(first: Sample, second: Sample, random) -> None:  # type: ignore[no-untyped-def]
    def numbers(a: Sample, b: Sample, times: float = 1) -> tuple[float, ...]:
        (before, w0), (after, w1) = (([c for c, _ in s], [times * w for _, w in s]) for s in (a, b))
        found = mean_0_100(answer_sums(before, w0), 1, 5)
        test = rank_test(before, w0, after, w1)
        assert found is not None
        every = [found.mean, found.se, found.low, found.high]
        every += [] if test is None else [test.difference, test.t, test.p_value]
        known = tuple(number for number in every if number is not None)
        assert all(isfinite(number) for number in known)
        return known

    plain = numbers(first, second)
    mixed = numbers(random.sample(first, len(first)), random.sample(second, len(second)))
    assert mixed == pytest.approx(plain, rel=1e-6, abs=1e-6)
    assert numbers(first, second, 2) == pytest.approx(plain, rel=1e-6, abs=1e-6)


def test_sums_are_those_of_the_answers() -> None:
    sums = answer_sums([5, 1, 5], [2, 3, 4])
    assert [array.tolist() for array in (sums.code, sums.n, sums.w, sums.w2)] == [[1, 5], [1, 2], [3, 6], [9, 20]]
    assert isinstance(sums.n, np.ndarray)
