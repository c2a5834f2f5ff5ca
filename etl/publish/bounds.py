"""What follows about unknown counts from one relation at a time, before any linear programme is solved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

from etl.publish.cells import Cell, Key, Pattern, System
from etl.publish.rule import CellRule

Span = tuple[float, float]
ROUNDS = 4


@dataclass(frozen=True, kw_only=True)
class Row:
    """Σ factor · unknown = constant, or ≤ constant when not `equal`."""

    factors: tuple[tuple[Key, int], ...]
    equal: bool
    constant: float


def rows_of(system: System, unknown: Mapping[Key, Cell]) -> list[Row]:
    """The relations with what is known put in; each once, and only those that say something of an unknown."""
    found: dict[Row, None] = {}
    touched = dict.fromkeys(relation for key in unknown for relation in system.touching[key])
    for relation in touched:
        constant = relation.constant
        factors = []
        for key, factor in relation.terms:
            if key in unknown:
                factors.append((key, factor))
            else:
                constant -= factor * (system.cells[key].value or 0)
        found[Row(factors=tuple(factors), equal=relation.equal, constant=constant)] = None
    return list(found)


def outer_spans(
    unknown: Mapping[Key, Cell], pattern: Pattern, rule: CellRule, *, knowing_labels: bool
) -> dict[Key, Span]:
    """What a reader knows of each unknown by itself: it is not negative, and a label tells small from not small."""
    return {key: _span(cell, pattern, rule, knowing_labels) for key, cell in unknown.items()}


def _span(cell: Cell, pattern: Pattern, rule: CellRule, knowing_labels: bool) -> Span:
    if not knowing_labels or not pattern.has_label(cell.key) or not cell.value:
        return 0.0, inf
    return (1.0, rule.smallest_shown - 1.0) if rule.is_small(cell.value) else (float(rule.smallest_shown), inf)


def tightened(rows: Sequence[Row], spans: Mapping[Key, Span]) -> dict[Key, Span]:
    """Narrower spans that follow from the rows, taken one at a time, a few times over."""
    found = dict(spans)
    for _ in range(ROUNDS):
        before = dict(found)
        for row in rows:
            _tighten(row, found)
        if found == before:
            break
    return found


def _tighten(row: Row, spans: dict[Key, Span]) -> None:
    least = [factor * spans[key][0 if factor > 0 else 1] for key, factor in row.factors]
    most = [factor * spans[key][1 if factor > 0 else 0] for key, factor in row.factors]
    for place, (key, factor) in enumerate(row.factors):
        low, high = spans[key]
        room = row.constant - sum(least[:place]) - sum(least[place + 1 :])
        floor = row.constant - sum(most[:place]) - sum(most[place + 1 :]) if row.equal else -inf
        if factor > 0:
            low, high = max(low, floor / factor), min(high, room / factor)
        else:
            low, high = max(low, room / factor), min(high, floor / factor)
        spans[key] = (low, max(low, high))


def binding(rows: Sequence[Row], spans: Mapping[Key, Span]) -> list[Row]:
    """The rows that can rule anything out: equalities, and limits that the spans alone do not keep."""
    return [
        row
        for row in rows
        if row.equal or sum(factor * spans[key][1 if factor > 0 else 0] for key, factor in row.factors) > row.constant
    ]


def components(keys: Sequence[Key], rows: Sequence[Row]) -> list[tuple[list[Key], list[Row]]]:
    """Unknowns that hang together, with their rows, in the order of `keys`."""
    root = {key: key for key in keys}

    def top(key: Key) -> Key:
        while root[key] != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    for row in rows:
        first = top(row.factors[0][0])
        for key, _ in row.factors[1:]:
            root[top(key)] = first
    members: dict[Key, tuple[list[Key], list[Row]]] = {}
    for key in keys:
        members.setdefault(top(key), ([], []))[0].append(key)
    for row in rows:
        members[top(row.factors[0][0])][1].append(row)
    return list(members.values())
