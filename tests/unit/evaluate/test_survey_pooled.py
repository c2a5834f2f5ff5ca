"""Two or more waves taken together."""

from math import isfinite, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.survey import share_from_answers, share_published
from etl.evaluate.survey_pooled import pooled_share


def test_the_mean_of_two_waves_with_the_uncertainty_of_both() -> None:
    before, after = share_published(0.4, 390), share_published(0.6, 195)
    both = pooled_share([before, after])
    assert both is not None
    assert (both.n, both.p) == (585, pytest.approx(0.5))
    assert both.se == pytest.approx(sqrt(before.se**2 + after.se**2) / 2)
    assert both.deff_assumed


def test_two_alike_waves_are_as_one_of_twice_the_size() -> None:
    one = share_from_answers([1, 0, 0, 1] * 30)
    twice = share_published(0.5, 240, deff=1)
    assert one is not None
    both = pooled_share([one, one])
    assert both is not None
    assert both.n_eff == pytest.approx(twice.n_eff, rel=0.01)
    assert both.low > one.low


def test_where_everybody_agrees_the_answers_are_still_added() -> None:
    one = share_from_answers([1] * 40)
    assert one is not None
    both = pooled_share([one, one])
    assert both is not None
    assert (both.p, both.se, both.n_eff) == (1, 0, pytest.approx(80))


def test_no_wave_is_no_share() -> None:
    assert pooled_share([]) is None


samples = st.lists(st.tuples(st.integers(0, 1), st.floats(0.1, 50)), min_size=2, max_size=40)


@given(st.lists(samples, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_neither_the_order_of_waves_nor_their_weights_matter(waves: list[list[tuple[int, float]]], random) -> None:  # type: ignore[no-untyped-def]
    shares, doubled = [], []
    for wave in waves:
        y, w = [answer for answer, _ in wave], [weight for _, weight in wave]
        shares.append(share_from_answers(y, w))
        doubled.append(share_from_answers(y, [2 * weight for weight in w]))
    plain = pooled_share([share for share in shares if share is not None])
    assert plain is not None
    assert all(isfinite(x) for x in (plain.p, plain.se, plain.n_eff, plain.low, plain.high))
    assert plain.low <= plain.p <= plain.high
    for other in (random.sample(shares, len(shares)), doubled):
        again = pooled_share([share for share in other if share is not None])
        assert again is not None
        assert (again.p, again.low, again.high) == pytest.approx((plain.p, plain.low, plain.high), abs=1e-6)
