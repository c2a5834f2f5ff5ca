"""What an outsider can work out of every hidden count: the smallest and the largest value it can have.

Linear programming over all tables that agree with everything published (Fischetti & Salazar 2001). The limits are
rounded inwards to whole numbers.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, inf, isinf

from etl.publish.bounds import Row, Span, binding, components, outer_spans, rows_of, tightened
from etl.publish.cells import Cell, Key, Pattern, System
from etl.publish.programme import Programme
from etl.publish.rule import CellRule

EPSILON = 1e-6


@dataclass(frozen=True, kw_only=True)
class Need:
    """How uncertain a count must be.

    It can be both `low` and `high` when these are given; otherwise at least `width` apart.
    """

    width: int = 0
    low: int | None = None
    high: int | None = None

    def met_by(self, span: Span) -> bool:
        low, high = inward(span)
        if self.low is not None and low > self.low:
            return False
        if self.high is not None and high < self.high:
            return False
        return high - low >= self.width


def inward(span: Span) -> Span:
    low, high = span
    return float(ceil(low - EPSILON)), (high if isinf(high) else float(floor(high + EPSILON)))


def needs(unknown: Mapping[Key, Cell], pattern: Pattern, rule: CellRule, *, knowing_labels: bool) -> dict[Key, Need]:
    """What must hold for each unknown that the rule protects."""
    found: dict[Key, Need] = {}
    for key, cell in unknown.items():
        is_small = rule.is_small(cell.value)
        if pattern.has_label(key):
            if not knowing_labels:
                found[key] = Need(width=rule.narrowest_interval)
            elif is_small:
                found[key] = Need(low=1, high=rule.smallest_shown - 1)
        elif is_small and not knowing_labels:
            found[key] = Need(width=unlabelled_width(cell, rule))
    return found


def unlabelled_width(cell: Cell, rule: CellRule) -> int:
    """A count that is not in the table at all can be told within its exact total, and no closer."""
    return rule.narrowest_interval if cell.cap is None else min(rule.narrowest_interval, cell.cap)


def intervals(
    system: System,
    pattern: Pattern,
    rule: CellRule,
    *,
    known: frozenset[Key] = frozenset(),
    knowing_labels: bool = False,
) -> dict[Key, Span]:
    """The feasible interval of every unknown count, with or without knowledge of what the labels mean."""
    unknown = pattern.unknown(system, known)
    found: dict[Key, Span] = {}
    for keys, rows, spans in _pieces(
        system, unknown, outer_spans(unknown, pattern, rule, knowing_labels=knowing_labels)
    ):
        found |= {key: inward(spans[key]) for key in keys}
        if len(rows) > 1:
            programme = Programme(keys=keys, rows=rows, spans=spans)
            found |= {key: inward((programme.least(key), programme.most(key))) for key in keys}
    return {key: found[key] for key in unknown}


def exposed(
    system: System,
    pattern: Pattern,
    rule: CellRule,
    *,
    known: frozenset[Key] = frozenset(),
    knowing_labels: bool,
) -> list[Key]:
    """The counts that can be told more closely than the rule allows, in the order of the system."""
    unknown = pattern.unknown(system, known)
    wanted = needs(unknown, pattern, rule, knowing_labels=knowing_labels)
    found: set[Key] = set()
    for keys, rows, spans in _pieces(
        system, unknown, outer_spans(unknown, pattern, rule, knowing_labels=knowing_labels)
    ):
        sought = [key for key in keys if key in wanted]
        narrow = {key for key in sought if not wanted[key].met_by(spans[key])}
        found |= narrow
        if len(rows) > 1:
            rest = [key for key in sought if key not in narrow]
            found |= _exposed_in(keys, rows, spans, {key: wanted[key] for key in rest}, unknown)
    return [key for key in unknown if key in found]


def _pieces(
    system: System, unknown: Mapping[Key, Cell], outer: Mapping[Key, Span]
) -> Iterable[tuple[list[Key], list[Row], dict[Key, Span]]]:
    """Unknowns that hang together, their rows and their spans. One row alone is settled by its spans."""
    rows = rows_of(system, unknown)
    spans = tightened(rows, outer)
    for keys, own in components(list(unknown), binding(rows, spans)):
        yield keys, own, {key: spans[key] for key in keys}


def _exposed_in(
    keys: Sequence[Key],
    rows: Sequence[Row],
    spans: Mapping[Key, Span],
    wanted: Mapping[Key, Need],
    unknown: Mapping[Key, Cell],
) -> set[Key]:
    """Each solved table is a witness for all its counts, so most counts need no programme of their own."""
    programme = Programme(keys=keys, rows=rows, spans=spans)
    seen: dict[Key, Span] = {key: (float(unknown[key].value or 0), float(unknown[key].value or 0)) for key in wanted}
    for key, need in wanted.items():
        for solve in (programme.most, programme.least):
            if need.met_by(seen[key]):
                break
            if isinf(solve(key)):
                seen[key] = (seen[key][0], inf)
                continue
            table = programme.table()
            seen |= {other: (min(low, table[other]), max(high, table[other])) for other, (low, high) in seen.items()}
    return {key for key, need in wanted.items() if not need.met_by(seen[key])}
