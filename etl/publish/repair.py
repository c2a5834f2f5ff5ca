"""Which shown counts to hide so that a hidden one can have another value: the cheapest way, by linear programming.

A table is looked for in which the protected count has the wished value, everything shown stays as it is, and as little
as possible of what could be hidden has moved. What has moved is what must be hidden.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import inf, log10

import numpy as np

from etl.publish.bounds import Span, outer_spans, rows_of
from etl.publish.cells import Cell, Key, Pattern, Role, System
from etl.publish.programme import OPTIMAL, matrices
from etl.publish.rule import CellRule

MOVED = 1e-6
CROWDED = 2.0
"""A count just above the limit can move little if the reader knows that it is not under it, so it costs more."""


@dataclass(frozen=True, kw_only=True)
class Task:
    """Where to look: `scope` are the cells that may move, `may_hide` those of them that are shown and may be hidden."""

    system: System
    pattern: Pattern
    rule: CellRule
    known: frozenset[Key]
    scope: frozenset[Key]
    may_hide: frozenset[Key]


def hidden_for(task: Task, key: Key, value: int, *, knowing_labels: bool) -> frozenset[Key] | None:
    """The shown cells to hide so that `key` can have `value`; empty when it can already. None when nothing helps."""
    from scipy.optimize import linprog

    cells = task.system.cells
    moving = {
        other: cell
        for other, cell in task.pattern.unknown(task.system, task.known).items()
        if other in task.scope or cell.value is None
    }
    candidates = [other for other in cells if other in task.may_hide and other not in moving]
    spans = outer_spans(moving, task.pattern, task.rule, knowing_labels=knowing_labels)
    spans[key] = (float(value), float(value))
    columns: list[Key] = [*moving, *((other, "up") for other in candidates), *((other, "down") for other in candidates)]
    costs = {other: _cost(cells[other], task.rule) for other in candidates}
    rows = rows_of(task.system, moving | {other: cells[other] for other in candidates})
    place = {column: number for number, column in enumerate(columns)}
    split = matrices(rows, {other: number for number, other in enumerate([*moving, *candidates])})
    bounds = [
        *spans.values(),
        *((0.0, inf) for _ in candidates),
        *(_room(cells[o], task.rule, knowing_labels) for o in candidates),
    ]
    answer = linprog(
        np.array([0.0] * len(moving) + [costs[o][0] for o in candidates] + [costs[o][1] for o in candidates]),
        bounds=bounds,
        method="highs",
        **_with_downs(split, len(moving), [float(cells[o].value or 0) for o in candidates]),
    )
    if answer.status != OPTIMAL:
        return None
    return frozenset(
        other
        for other in candidates
        if answer.x[place[(other, "up")]] > MOVED or answer.x[place[(other, "down")]] > MOVED
    )


def _cost(cell: Cell, rule: CellRule) -> tuple[float, float]:
    """(per unit up, per unit down). Small counts are hidden before large ones."""
    cost = 1 + log10(1 + (cell.value or 0))
    return cost, cost * (CROWDED if (cell.value or 0) < 2 * rule.smallest_shown else 1)


def _room(cell: Cell, rule: CellRule, knowing_labels: bool) -> Span:
    """How far down a count can go and still agree with its label."""
    return 0.0, float((cell.value or 0) - (rule.smallest_shown if knowing_labels else 0))


def _with_downs(split: Mapping[str, np.ndarray], moving: int, values: Iterable[float]) -> dict[str, np.ndarray]:
    """A candidate is its real value + up − down; the real values go to the right-hand side."""
    found: dict[str, np.ndarray] = {}
    real = np.array(list(values), dtype=float)
    for side in ("eq", "ub"):
        if f"A_{side}" in split:
            matrix = split[f"A_{side}"]
            found[f"A_{side}"] = np.hstack([matrix, -matrix[:, moving:]])
            found[f"b_{side}"] = split[f"b_{side}"] - matrix[:, moving:] @ real
    return found


def neighbours(system: System, key: Key, keys: Collection[Key]) -> frozenset[Key]:
    """`key` and every cell that hangs together with it through relations and the cells of `keys`."""
    found, queue = {key}, [key]
    allowed = set(keys)
    while queue:
        for relation in system.touching[queue.pop()]:
            for other, _ in relation.terms:
                if other in allowed and other not in found:
                    found.add(other)
                    queue.append(other)
    return frozenset(found)


def may_hide(
    system: System, pattern: Pattern, rule: CellRule, known: Collection[Key], *, exact: bool = False
) -> frozenset[Key]:
    """Shown counts that hiding could help: not small, not zero, and not published before."""
    roles = (Role.OPEN, Role.EXACT) if exact else (Role.OPEN,)
    return frozenset(
        key
        for key, cell in system.cells.items()
        if cell.role in roles
        and cell.value is not None
        and cell.value >= rule.smallest_shown
        and key not in known
        and key not in pattern.hidden
        and key not in pattern.left_out
    )
