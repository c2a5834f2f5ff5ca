"""EARS limits from the seven counts before, for series too short to have a season."""

import pytest

from etl.evaluate.ears import ears_c1, ears_c2

SEVEN = [4, 6, 5, 5, 6, 4, 5]


def test_the_baseline_is_the_seven_counts_before_the_last() -> None:
    limit = ears_c1([900, *SEVEN, 77])
    assert limit is not None
    assert limit.expected == 5
    assert limit.limit == pytest.approx(5 + 3.0902323062 * (4 / 6) ** 0.5)


def test_c2_leaves_the_two_counts_just_before_out() -> None:
    assert ears_c2([*SEVEN, 50, 60, 77]) == ears_c1([*SEVEN, 77])


def test_too_short_a_series_has_no_limit() -> None:
    assert ears_c1(SEVEN) is None
    assert ears_c2([*SEVEN, 5, 5]) is None
    assert ears_c2([*SEVEN, 5, 5, 5]) is not None
    assert ears_c1([]) is None


def test_counts_without_spread_have_their_mean_as_limit() -> None:
    limit = ears_c1([3] * 8)
    assert limit is not None
    assert (limit.expected, limit.limit) == (3, 3)


def test_what_is_no_count_is_refused() -> None:
    with pytest.raises(ValueError, match="noll eller större"):
        ears_c1([*SEVEN, -1])
    with pytest.raises(ValueError, match="risknivån"):
        ears_c1([*SEVEN, 1], alpha=1)
