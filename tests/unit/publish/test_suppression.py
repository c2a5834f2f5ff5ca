"""What else is hidden when something small is."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.publish.audit import exposed
from etl.publish.cells import Cell, Pattern, Relation, Role, System, system_of
from etl.publish.rule import CellRule
from etl.publish.suppression import protect
from tests.unit.publish.test_small_counts_reference import table

RULE = CellRule()
TABLES = st.fixed_dictionaries({key: st.integers(0, 14) for key in product("abc", "xyz")})


def one_sum(counts: dict[str, int], *, group: str | None = "grupp") -> System:
    """Parts of one exact sum, left out together."""
    total = sum(counts.values())
    cells = [Cell(key=key, value=n, role=Role.OPEN, group=group, cap=total) for key, n in counts.items()]
    relation = Relation(terms=(*((key, 1) for key in counts), ("sum", -1)), equal=True)
    return system_of([*cells, Cell(key="sum", value=total, role=Role.EXACT)], [relation])


def small(counts: dict[str, int]) -> set[str]:
    return {key for key, count in counts.items() if 0 < count < 5}


@given(TABLES)
@settings(max_examples=25)
def test_nothing_is_exposed_afterwards(counts: dict[tuple[str, str], int]) -> None:
    cells = table(counts).cells
    system = system_of(
        [
            Cell(key=key, value=cell.value, role=cell.role, group="allt" if cell.role is Role.OPEN else None, cap=None)
            for key, cell in cells.items()
        ],
        table(counts).relations,
    )
    pattern = protect(system, RULE)

    if not pattern.left_out:
        for knowing_labels in (False, True):
            assert exposed(system, pattern, RULE, knowing_labels=knowing_labels) == []
        assert {key for key, count in counts.items() if 0 < count < 5} <= pattern.hidden
        assert not {key for key, count in counts.items() if count == 0} & pattern.hidden
    assert protect(system, RULE) == pattern


def test_nothing_small_hides_nothing() -> None:
    assert protect(one_sum({"a": 5, "b": 0, "c": 12}), RULE) == Pattern()


def test_another_count_goes_with_a_lonely_small_one() -> None:
    pattern = protect(one_sum({"a": 3, "b": 20, "c": 0}), RULE)

    assert pattern == Pattern(hidden=frozenset({"a", "b"}))


def test_the_smallest_that_helps_is_taken() -> None:
    assert protect(one_sum({"a": 3, "b": 200, "c": 30}), RULE).hidden == {"a", "c"}


def test_a_count_that_cannot_move_is_no_help_to_a_reader_who_knows_the_labels() -> None:
    # 1 + 5 = 6: "färre än 5" and "minst 5" leave only 1 and 5, so a third one has to go.
    assert protect(one_sum({"a": 1, "b": 5, "c": 40}), RULE).hidden >= {"a", "c"}


def test_parts_of_a_sum_that_is_itself_small_are_left_out_and_not_shown_as_hidden() -> None:
    assert protect(one_sum({"a": 3, "b": 0, "c": 0}), RULE) == Pattern(left_out=frozenset({"a", "b", "c"}))


def test_a_group_with_only_zeros_besides_is_left_out_whole() -> None:
    assert protect(one_sum({"a": 3, "b": 4, "c": 0}), RULE) == Pattern(left_out=frozenset({"a", "b", "c"}))


def test_what_has_been_shown_before_is_no_use_to_hide() -> None:
    counts = {"a": 3, "b": 20, "c": 60}
    known = frozenset({"b"})

    assert protect(one_sum(counts), RULE, known=known, told=known).hidden == {"a", "c"}


def test_what_has_been_hidden_before_stays_hidden() -> None:
    pattern = protect(one_sum({"a": 9, "b": 20, "c": 60}), RULE, once_hidden=frozenset({"a"}))

    assert "a" in pattern.hidden
    assert len(pattern.hidden) > 1


def test_an_exact_sum_is_held_back_only_when_earlier_editions_leave_no_other_way() -> None:
    # 3 was hidden, 0 and 20 have been shown, and now their exact sum comes.
    system = one_sum({"a": 3, "b": 20, "c": 0})
    told = frozenset({"b", "c"})

    pattern = protect(system, RULE, known=told, told=told, once_hidden=frozenset({"a"}))

    assert "sum" in pattern.hidden
    assert exposed(system, pattern, RULE, known=told, knowing_labels=False) == []


def test_a_remainder_of_three_is_protected_like_a_count_of_three() -> None:
    cells = [
        Cell(key="a", value=20, role=Role.OPEN, group="g", cap=63),
        Cell(key="b", value=40, role=Role.OPEN, group="g", cap=63),
        Cell(key="rest", value=3, role=Role.DERIVED, group="g", cap=63),
        Cell(key="sum", value=63, role=Role.EXACT),
    ]
    relation = Relation(terms=(("a", 1), ("b", 1), ("rest", 1), ("sum", -1)), equal=True)

    assert protect(system_of(cells, [relation]), RULE).hidden == {"a"}
