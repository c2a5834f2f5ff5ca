"""The audit says what can be worked out: no more, no less. Small tables are counted through, one by one."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.publish.audit import Need, exposed, intervals
from etl.publish.cells import Cell, Pattern, Relation, Role, system_of
from etl.publish.rule import CellRule
from tests.unit.publish.test_small_counts_reference import table

RULE = CellRule()
COUNTS = st.integers(0, 8)


@st.composite
def hidden_tables(draw: st.DrawFn) -> tuple[dict[tuple[str, str], int], frozenset[tuple[str, str]]]:
    counts = {(row, column): draw(COUNTS) for row, column in product("ab", "xyz")}
    return counts, frozenset(draw(st.sets(st.sampled_from(sorted(counts)), min_size=1)))


def counted_through(
    counts: dict[tuple[str, str], int], hidden: frozenset[tuple[str, str]]
) -> dict[tuple[str, str], tuple[int, int]]:
    """Least and most of each hidden count over all 2 × 3 tables with the same sums and the same shown counts."""
    rows = {row: sum(counts[row, column] for column in "xyz") for row in "ab"}
    columns = {column: sum(counts[row, column] for row in "ab") for column in "xyz"}
    seen: dict[tuple[str, str], list[int]] = {key: [] for key in hidden}
    for x, y in product(range(rows["a"] + 1), repeat=2):
        first = {"x": x, "y": y, "z": rows["a"] - x - y}
        other = {("a", c): first[c] for c in "xyz"} | {("b", c): columns[c] - first[c] for c in "xyz"}
        if min(other.values()) >= 0 and all(other[key] == counts[key] for key in counts if key not in hidden):
            for key in hidden:
                seen[key].append(other[key])
    return {key: (min(values), max(values)) for key, values in seen.items()}


@given(hidden_tables())
@settings(max_examples=60)
def test_intervals_are_those_of_counting_through(
    case: tuple[dict[tuple[str, str], int], frozenset[tuple[str, str]]],
) -> None:
    counts, hidden = case

    assert intervals(table(counts), Pattern(hidden=hidden), RULE) == counted_through(counts, hidden)


@given(hidden_tables(), st.booleans())
@settings(max_examples=60)
def test_exposed_are_the_counts_whose_interval_is_too_narrow(
    case: tuple[dict[tuple[str, str], int], frozenset[tuple[str, str]]], knowing_labels: bool
) -> None:
    counts, hidden = case
    pattern = Pattern(hidden=hidden)
    spans = intervals(table(counts), pattern, RULE, knowing_labels=knowing_labels)

    def is_told(key: tuple[str, str]) -> bool:
        low, high = spans[key]
        if not knowing_labels:
            return high - low < 5
        return 1 <= counts[key] <= 4 and not (low <= 1 and high >= 4)

    found = exposed(table(counts), pattern, RULE, knowing_labels=knowing_labels)
    assert set(found) == {key for key in hidden if is_told(key)}


def test_a_limit_from_above_narrows_too() -> None:
    cells = [Cell(key="part", value=2, role=Role.OPEN), Cell(key="whole", value=3, role=Role.EXACT)]
    within = Relation(terms=(("part", 1), ("whole", -1)), equal=False)

    spans = intervals(system_of(cells, [within]), Pattern(hidden=frozenset({"part"})), RULE)

    assert spans == {"part": (0, 3)}


def test_a_relation_that_is_not_true_is_not_used() -> None:
    cells = [Cell(key="part", value=2, role=Role.OPEN), Cell(key="whole", value=3, role=Role.EXACT)]
    wrong = Relation(terms=(("part", 1), ("whole", -1)), equal=True)

    assert system_of(cells, [wrong]).relations == ()


def test_an_unknown_count_is_unknown_to_all() -> None:
    cells = [
        Cell(key="a", value=3, role=Role.OPEN),
        Cell(key="b", value=None, role=Role.OPEN),
        Cell(key="sum", value=20, role=Role.EXACT),
    ]
    total = Relation(terms=(("a", 1), ("b", 1), ("sum", -1)), equal=True)

    spans = intervals(system_of(cells, [total]), Pattern(hidden=frozenset({"a"})), RULE)

    assert spans == {"a": (0, 20), "b": (0, 20)}


def test_what_is_left_over_counts_as_known_when_it_is_nothing() -> None:
    cells = [
        Cell(key="a", value=3, role=Role.OPEN),
        Cell(key="rest", value=0, role=Role.DERIVED),
        Cell(key="sum", value=3, role=Role.EXACT),
    ]
    total = Relation(terms=(("a", 1), ("rest", 1), ("sum", -1)), equal=True)

    spans = intervals(system_of(cells, [total]), Pattern(hidden=frozenset({"a"})), RULE)

    assert spans == {"a": (3, 3)}


def test_a_need_counts_whole_numbers_only() -> None:
    assert not Need(width=5).met_by((0.5, 5.5))
    assert Need(width=5).met_by((0.0000001, 4.9999999))
    assert Need(low=1, high=4).met_by((0.2, 4.8))
    assert not Need(low=1, high=4).met_by((1.2, 4.8))
