"""The false discovery rate of many comparisons."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.multiple_testing import FALSE_DISCOVERY_RATE, benjamini_hochberg, q_values, two_sided_p

# The fifteen p-values of Benjamini & Hochberg's own example (1995, section 3.2): four are called clear at 5 %.
PUBLISHED = (
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0
)  # fmt: skip

p_values = st.lists(st.floats(0, 1), max_size=40)


def test_their_own_example() -> None:
    q = benjamini_hochberg(PUBLISHED)
    assert sum(value <= FALSE_DISCOVERY_RATE for value in q) == 4
    assert q[:5] == pytest.approx((0.0015, 0.003, 0.0095, 0.035625, 0.0603), abs=1e-9)


def test_one_comparison_is_left_as_it_is() -> None:
    assert benjamini_hochberg([0.03]) == (0.03,)
    assert benjamini_hochberg([]) == ()


def test_what_is_no_p_value_is_refused() -> None:
    for wrong in (-0.1, 1.1, float("nan")):
        with pytest.raises(ValueError, match="mellan 0 och 1"):
            benjamini_hochberg([0.5, wrong])


@given(p_values)
def test_a_q_value_is_never_below_its_p_value_nor_above_one(p: list[float]) -> None:
    q = benjamini_hochberg(p)
    assert all(a <= b <= 1 for a, b in zip(p, q, strict=True))
    in_order = sorted(range(len(p)), key=p.__getitem__)
    assert all(q[a] <= q[b] for a, b in pairwise(in_order))


@given(p_values, st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(p: list[float], random) -> None:  # type: ignore[no-untyped-def]
    order = random.sample(range(len(p)), len(p))
    mixed = benjamini_hochberg([p[place] for place in order])
    assert mixed == pytest.approx([benjamini_hochberg(p)[place] for place in order])


def test_the_usual_limit_is_five_per_cent() -> None:
    assert two_sided_p(1.959963984540054) == pytest.approx(0.05)
    assert two_sided_p(0) == 1
    assert two_sided_p(-1.959963984540054) == pytest.approx(0.05)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.floats(0, 1)), max_size=40))
def test_every_family_is_corrected_by_itself(sample: list[tuple[str, float]]) -> None:
    families, p = [family for family, _ in sample], [value for _, value in sample]
    together = q_values(p, families).tolist()
    for name in set(families):
        own = [place for place, family in enumerate(families) if family == name]
        alone = benjamini_hochberg([p[place] for place in own])
        assert [together[place] for place in own] == list(alone)
