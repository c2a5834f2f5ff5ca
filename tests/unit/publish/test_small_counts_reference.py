"""Suppression and audit against the reference table (R 4.2.2, lpSolve 5.6.18)."""

import csv
import json

import pytest

from etl.publish.audit import exposed, intervals
from etl.publish.cells import Cell, Pattern, Relation, Role, System, system_of
from etl.publish.rule import CellRule
from etl.publish.suppression import protect
from tests.support import shared_path

RULE = CellRule()
TABLE = {
    ("O1", "B1"): 14, ("O2", "B1"): 9, ("O3", "B1"): 2, ("O4", "B1"): 25,
    ("O1", "B2"): 3, ("O2", "B2"): 11, ("O3", "B2"): 18, ("O4", "B2"): 12,
    ("O1", "B3"): 22, ("O2", "B3"): 7, ("O3", "B3"): 6, ("O4", "B3"): 30,
}  # fmt: skip
SMALL = frozenset({("O3", "B1"), ("O1", "B2")})
OPTIMAL = frozenset({("O1", "B1"), ("O3", "B2")})


def table(counts: dict[tuple[str, str], int]) -> System:
    """Rows and columns with their sums published."""
    sums: dict[tuple[str, str], int] = {}
    terms: dict[tuple[str, str], list[tuple[tuple[str, str], int]]] = {}
    for (row, column), count in counts.items():
        for total in ((row, ""), ("", column)):
            sums[total] = sums.get(total, 0) + count
            terms.setdefault(total, []).append(((row, column), 1))
    return system_of(
        [Cell(key=key, value=count, role=Role.OPEN) for key, count in counts.items()]
        + [Cell(key=key, value=count, role=Role.EXACT) for key, count in sums.items()],
        [Relation(terms=(*parts, (total, -1)), equal=True) for total, parts in terms.items()],
    )


def test_small_counts_alone_are_computed_from_the_sums() -> None:
    alone = intervals(table(TABLE), Pattern(hidden=SMALL), RULE)

    assert alone == {("O3", "B1"): (2, 2), ("O1", "B2"): (3, 3)}


def test_the_optimal_pattern_gives_the_reference_intervals() -> None:
    found = intervals(table(TABLE), Pattern(hidden=SMALL | OPTIMAL), RULE)

    assert {key: found[key] for key in SMALL} == {("O3", "B1"): (0, 16), ("O1", "B2"): (1, 17)}


def test_the_optimum_tells_too_much_to_a_reader_who_knows_the_labels() -> None:
    optimum = Pattern(hidden=SMALL | OPTIMAL)

    assert exposed(table(TABLE), optimum, RULE, knowing_labels=False) == []
    assert set(exposed(table(TABLE), optimum, RULE, knowing_labels=True)) == SMALL


def test_the_table_is_protected() -> None:
    system = table(TABLE)
    pattern = protect(system, RULE)

    assert pattern.hidden > SMALL
    assert pattern.left_out == frozenset()
    assert len(pattern.hidden - SMALL) <= 4
    assert all(high - low >= 5 for low, high in intervals(system, pattern, RULE).values())
    with_labels = intervals(system, pattern, RULE, knowing_labels=True)
    assert {with_labels[key] for key in SMALL} == {(1, 4)}


def test_the_reference_file_says_the_same() -> None:
    expected = json.loads(shared_path("reference/stats/expected/sdc.json").read_text(encoding="utf-8"))
    with shared_path("reference/stats/data/sdc_table.csv").open(encoding="utf-8") as stream:
        rows = {(row["rad"], row["kol"]): int(row["antal"]) for row in csv.DictReader(stream)}

    assert rows == TABLE
    assert {"/".join(key) for key in SMALL} == set(expected["primary"])
    assert {"/".join(key) for key in OPTIMAL} == set(expected["optimal_secondary"])
    for name, hidden in (("audit_intervals", SMALL | OPTIMAL), ("audit_intervals_primary_only", SMALL)):
        found = intervals(table(rows), Pattern(hidden=hidden), RULE)
        assert {key: found[tuple(key.split("/"))] for key in expected[name]} == {
            key: pytest.approx(tuple(span)) for key, span in expected[name].items()
        }
