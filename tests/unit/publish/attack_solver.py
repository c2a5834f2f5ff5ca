"""The outsider's solver: least and most of what can be, over all tables that agree with the facts."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

Spans = dict["Spot", tuple[float, float | None]]


class Spot(NamedTuple):
    """One count; `area` is "" for the whole municipality."""

    municipality: str
    area: str
    crime_type: str
    definition: str
    period: str


@dataclass(frozen=True)
class Fact:
    """low ≤ Σ factor · count ≤ high."""

    terms: tuple[tuple[Spot, int], ...]
    low: float
    high: float


@dataclass(frozen=True)
class Interval:
    low: float
    high: float

    @property
    def width(self) -> float:
        return self.high - self.low


def _matrix(spots: Sequence[Spot], facts: Sequence[Fact]) -> dict[str, Any]:
    place = {spot: number for number, spot in enumerate(spots)}
    found: dict[str, Any] = {}
    equal = [(fact, 1.0, fact.low) for fact in facts if fact.low == fact.high]
    within = [(fact, 1.0, fact.high) for fact in facts if fact.low != fact.high and np.isfinite(fact.high)]
    within += [(fact, -1.0, -fact.low) for fact in facts if fact.low != fact.high and np.isfinite(fact.low)]
    for name, rows in (("eq", equal), ("ub", within)):
        if rows:
            entries = [
                (sign * factor, number, place[spot])
                for number, (fact, sign, _) in enumerate(rows)
                for spot, factor in fact.terms
            ]
            values, across, down = zip(*entries, strict=True)
            found[f"A_{name}"] = csr_array((values, (across, down)), shape=(len(rows), len(spots)))
            found[f"b_{name}"] = np.array([bound for _, _, bound in rows])
    return found


def intervals_of(sought: Sequence[Spot], facts: Sequence[Fact], spans: Mapping[Spot, Any]) -> dict[Spot, Interval]:
    """Least and most of every sought count, one group of connected counts at a time."""
    spots = list(spans)
    place = {spot: number for number, spot in enumerate(spots)}
    pairs = [(place[fact.terms[0][0]], place[spot]) for fact in facts for spot, _ in fact.terms]
    ones = np.ones(len(pairs))
    across, down = zip(*pairs, strict=True) if pairs else ((), ())
    _, group = connected_components(csr_array((ones, (across, down)), shape=(len(spots), len(spots))), directed=False)
    members: dict[int, list[Spot]] = {}
    for spot, number in zip(spots, group.tolist(), strict=True):
        members.setdefault(number, []).append(spot)
    told: dict[int, list[Fact]] = {}
    for fact in facts:
        told.setdefault(int(group[place[fact.terms[0][0]]]), []).append(fact)
    found: dict[Spot, Interval] = {}
    wanted = set(sought)
    for number, own in members.items():
        if not wanted.isdisjoint(own):
            found |= _group_intervals(own, wanted, told.get(number, []), spans)
    return found


def _group_intervals(
    own: Sequence[Spot], wanted: Set[Spot], facts: Sequence[Fact], spans: Mapping[Spot, Any]
) -> dict[Spot, Interval]:
    """Every solved table shows what all its counts can be, so wide intervals need not be solved to their ends."""
    bounds = [spans[spot] for spot in own]
    matrix = _matrix(own, facts)
    low, high = np.full(len(own), np.inf), np.full(len(own), -np.inf)
    for number, spot in enumerate(own):
        for sign in (1.0, -1.0):
            if spot in wanted and not (low[number] <= 1 and high[number] >= 4 and high[number] - low[number] >= 5):
                weights = np.zeros(len(own))
                weights[number] = sign
                answer = linprog(weights, bounds=bounds, method="highs", **matrix)
                if answer.status == 0:
                    low, high = np.minimum(low, answer.x), np.maximum(high, answer.x)
                elif sign < 0:
                    high[number] = np.inf
    return {
        spot: Interval(round(float(low[number]), 6), round(float(high[number]), 6))
        for number, spot in enumerate(own)
        if spot in wanted
    }
