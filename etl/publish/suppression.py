"""Which counts to hide besides the small ones, so that nobody can work a small one out.

Greedy: the exposed counts are taken in order, each is given room with the fewest others hidden, and everything is
audited again. What cannot be protected is left out whole, with its group. Hiding more never tells more, so this ends.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from etl.publish.audit import exposed, unlabelled_width
from etl.publish.cells import Cell, Key, Pattern, Role, System
from etl.publish.repair import Task, hidden_for, may_hide, neighbours
from etl.publish.rule import CellRule

Belongs = Callable[[Cell], bool]
Target = tuple[int, bool]
"""A value that a protected count must be able to have, and whether the reader knows what the labels mean."""


def protect(
    system: System,
    rule: CellRule,
    *,
    known: frozenset[Key] = frozenset(),
    told: frozenset[Key] = frozenset(),
    once_hidden: frozenset[Key] = frozenset(),
    also_hidden: Collection[Key] = (),
    also_left_out: Collection[Key] = (),
) -> Pattern:
    """What to hide and what to leave out.

    `told`: shown before, so of no use to hide now; `known` are those of them that still have the same value.
    `once_hidden`: hidden before, so hidden still. `also_hidden`, `also_left_out`: for other reasons.
    """
    remembered = once_hidden & system.cells.keys()
    pattern = replace(_first(system, rule, remembered.union(also_hidden), also_left_out), once_hidden=remembered)
    settled: set[Key] = set()
    while True:
        weak = dict.fromkeys(
            key
            for knowing_labels in (False, True)
            for key in exposed(system, pattern, rule, known=known, knowing_labels=knowing_labels)
            if key not in settled
        )
        if not weak:
            return pattern
        audited = pattern
        for key in weak:
            wider = _given_room(system, pattern, rule, known, told, key)
            if wider is None or wider == audited:
                wider = _left_out(system, pattern, key)
            if wider is None and told and pattern.has_label(key):
                wider = _given_room(system, pattern, rule, known, told, key, exact=True)
            if wider is None or wider == audited:
                settled.add(key)
            else:
                pattern = wider


def _first(system: System, rule: CellRule, also_hidden: Collection[Key], also_left_out: Collection[Key]) -> Pattern:
    """The small counts, and at once out with groups inside an exact total that is too small to hide anything in."""
    cells = system.cells
    wanted = {key for key, cell in cells.items() if cell.role is Role.OPEN and rule.is_small(cell.value)}
    wanted |= {key for key in also_hidden if key in cells}
    hopeless = {cells[key].group for key in wanted if unlabelled_width(cells[key], rule) < rule.narrowest_interval}
    pattern = Pattern(hidden=frozenset(wanted)).with_left_out(key for key in also_left_out if key in cells)
    return pattern.with_left_out(_members(system, lambda cell: cell.group is not None and cell.group in hopeless))


def _given_room(
    system: System,
    pattern: Pattern,
    rule: CellRule,
    known: frozenset[Key],
    told: frozenset[Key],
    key: Key,
    *,
    exact: bool = False,
) -> Pattern | None:
    """The pattern with what must be hidden for `key`: first among its own kind, then among everything."""
    cell = system.cells[key]
    useless = known if exact else told | known
    movable = may_hide(system, pattern, rule, useless, exact=exact) | pattern.unknown(system, known).keys()
    family = [other for other in movable if system.cells[other].family == cell.family]
    for near in (neighbours(system, key, family), neighbours(system, key, movable)):
        task = Task(
            system=system, pattern=pattern, rule=rule, known=known, scope=near, may_hide=near - pattern.hidden - useless
        )
        found = _hidden_for_all(task, key)
        if found is not None:
            return pattern.with_hidden(found)
    return None


def _hidden_for_all(task: Task, key: Key) -> frozenset[Key] | None:
    """Everything to hide for one way of giving the count room; None when no way is open."""
    for targets in _ways(task.system.cells[key], task.pattern, task.rule):
        hidden: frozenset[Key] = frozenset()
        for value, knowing_labels in targets:
            now = Task(
                system=task.system,
                pattern=task.pattern.with_hidden(hidden),
                rule=task.rule,
                known=task.known,
                scope=task.scope,
                may_hide=task.may_hide - hidden,
            )
            more = hidden_for(now, key, value, knowing_labels=knowing_labels)
            if more is None:
                break
            hidden |= more
        else:
            return hidden
    return None


def _ways(cell: Cell, pattern: Pattern, rule: CellRule) -> Iterator[tuple[Target, ...]]:
    """Sets of values that would do, the cheapest first. The real value is always possible."""
    value = cell.value or 0
    is_labelled = pattern.has_label(cell.key)
    width = rule.narrowest_interval if is_labelled else unlabelled_width(cell, rule)
    by_label: tuple[Target, ...] = ()
    if is_labelled and rule.is_small(value):
        by_label = tuple((end, True) for end in (rule.smallest_shown - 1, 1) if end != value)
    lows: Iterable[int] = (
        range(value + 1) if rule.is_small(value) else (value, max(0, value - width), max(0, value - 3))
    )
    for low in dict.fromkeys(lows):
        yield by_label + tuple((end, False) for end in (low, low + width) if end != value)


def _left_out(system: System, pattern: Pattern, key: Key) -> Pattern | None:
    """One step further: the group of the cell, its family, then everything that could be left out. None at the end."""
    cell = system.cells[key]
    for members in (
        _members(system, lambda other: cell.group is not None and other.group == cell.group),
        _members(system, lambda other: cell.family is not None and other.family == cell.family),
        _members(system, lambda other: True),
    ):
        if not members <= pattern.left_out:
            return pattern.with_left_out(members)
    return None


def _members(system: System, belongs: Belongs) -> frozenset[Key]:
    return frozenset(
        key for key, cell in system.cells.items() if cell.role is Role.OPEN and cell.value is not None and belongs(cell)
    )
