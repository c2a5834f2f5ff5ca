"""Gaps between groups: their limits, when they are not told, and that many comparisons are counted."""

from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.equality_gap import Gap, Group, are_clear, gap_between, gap_columns, widest_gap
from etl.evaluate.survey import newcombe


def group(name: str, p: float, n: int = 300, n_eff: float | None = None) -> Group:
    return Group(name=name, p=p, n=n, n_eff=n_eff or n / 1.2)


def found(gap: Gap | None) -> Gap:
    assert gap is not None
    return gap


def test_a_gap_has_newcombes_limits_on_the_effective_answers() -> None:
    women, men = group("kvinnor", 0.58), group("män", 0.78)
    gap = found(gap_between(women, men))
    assert gap.gap == pytest.approx(-0.20)
    assert (gap.low, gap.high) == newcombe(0.78, 250, 0.58, 250)
    assert gap.is_clear


def test_the_test_is_the_score_test() -> None:
    """56/70 against 48/80: the common share is 104/150, z = 2.6502, p = 0.008045."""
    gap = found(gap_between(group("a", 0.8, 70, 70), group("b", 0.6, 80, 80)))
    assert gap.p_value == pytest.approx(0.008045, abs=1e-6)
    assert gap.q_value == gap.p_value


@pytest.mark.parametrize(
    "few", [group("få", 0.5, 29, 29), group("tunga vikter", 0.5, 40, 20), group("ovanligt", 0.03, 100, 100)]
)
def test_no_gap_when_either_group_may_not_be_shown(few: Group) -> None:
    assert not few.is_shown
    assert gap_between(few, group("b", 0.6)) is None
    assert gap_between(group("a", 0.6), few) is None
    assert widest_gap([few, group("b", 0.6)]) is None


def test_the_widest_gap_counts_every_pair_it_was_picked_from() -> None:
    areas = [group("Norr", 0.50), group("Söder", 0.55), group("Öster", 0.57), group("Väster", 0.60)]
    gap = found(widest_gap(areas))
    assert (gap.a.name, gap.b.name, gap.compared) == ("Väster", "Norr", 4)
    alone = found(gap_between(areas[3], areas[0]))
    assert alone.p_value < 0.05 < gap.q_value
    assert gap.q_value == pytest.approx(6 * alone.p_value)
    assert alone.is_clear
    assert not gap.is_clear


def test_groups_that_may_not_be_shown_are_never_highest_or_lowest() -> None:
    gap = found(widest_gap([group("a", 0.4), group("b", 0.6), group("c", 0.9, 20)]))
    assert (gap.a.name, gap.b.name, gap.compared) == ("b", "a", 2)


def test_the_same_share_everywhere_is_no_gap() -> None:
    gap = found(gap_between(group("a", 0.0), group("b", 0.0)))
    assert (gap.gap, gap.p_value, gap.is_clear) == (0, 1, False)


def test_a_gap_is_clear_only_when_both_the_test_and_the_interval_say_so() -> None:
    assert are_clear([0.01, 0.01, 0.2], [0.02, -0.01, 0.02], [0.2, 0.2, 0.2]).tolist() == [True, False, False]


shares = st.integers(0, 1000).map(lambda thousandths: thousandths / 1000)
sizes = st.integers(30, 3000)
groups = st.lists(
    st.builds(group, name=st.uuids().map(str), p=shares, n=sizes), min_size=1, max_size=8, unique_by=lambda g: g.name
)


@given(groups, st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(sample: list[Group], random) -> None:  # type: ignore[no-untyped-def]
    assert widest_gap(random.sample(sample, len(sample))) == widest_gap(sample)


@given(shares, shares, sizes, sizes)
def test_many_gaps_at_once_agree_with_one_at_a_time(p_a: float, p_b: float, n_a: int, n_b: int) -> None:
    columns = gap_columns(p_a=[p_a], n_eff_a=[n_a], p_b=[p_b], n_eff_b=[n_b])
    numbers = [float(column[0]) for column in (columns.gap, columns.low, columns.high, columns.p_value)]
    assert all(isfinite(number) for number in numbers)
    assert tuple(numbers[1:3]) == pytest.approx(newcombe(p_b, n_b, p_a, n_a), abs=1e-12)
    assert numbers[1] <= numbers[0] + 1e-12
    assert numbers[0] - 1e-12 <= numbers[2]
    assert 0 <= numbers[3] <= 1


@given(shares, shares, sizes, sizes)
def test_turned_round_the_gap_changes_sign(p_a: float, p_b: float, n_a: int, n_b: int) -> None:
    there = gap_columns(p_a=[p_a], n_eff_a=[n_a], p_b=[p_b], n_eff_b=[n_b])
    back = gap_columns(p_a=[p_b], n_eff_a=[n_b], p_b=[p_a], n_eff_b=[n_a])
    assert there.low[0] == pytest.approx(-back.high[0], abs=1e-12)
    assert there.p_value[0] == pytest.approx(back.p_value[0])
