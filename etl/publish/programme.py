"""Linear programmes over the unknown counts of one system, solved by HiGHS through scipy."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from math import inf, isinf
from typing import Any

import numpy as np

from etl.publish.bounds import Row, Span
from etl.publish.cells import Key

OPTIMAL, INFEASIBLE, UNBOUNDED = 0, 2, 3


class Programme:
    """The tables that agree with `rows` and `spans`. The last solved one is kept as `table()`."""

    def __init__(self, *, keys: Sequence[Key], rows: Sequence[Row], spans: Mapping[Key, Span]) -> None:
        self.keys = list(keys)
        self.place = {key: number for number, key in enumerate(self.keys)}
        self.rows = rows
        self.spans = [spans[key] for key in self.keys]
        self._last: Any = None

    def least(self, key: Key) -> float:
        return self._solve(key, 1.0)

    def most(self, key: Key) -> float:
        return -self._solve(key, -1.0)

    def table(self) -> dict[Key, float]:
        return dict(zip(self.keys, self._last.tolist(), strict=True))

    @cached_property
    def _matrices(self) -> dict[str, Any]:
        return matrices(self.rows, self.place)

    def _solve(self, key: Key, sign: float) -> float:
        from scipy.optimize import linprog

        weights = np.zeros(len(self.keys))
        weights[self.place[key]] = sign
        answer = linprog(weights, bounds=self.spans, method="highs", **self._matrices)
        if answer.status == UNBOUNDED or (
            answer.status != OPTIMAL and isinf(self.spans[self.place[key]][1]) and sign < 0
        ):
            return -inf
        if answer.status != OPTIMAL:
            raise ArithmeticError(f"Ett linjärt program för röjandeskyddet gick inte att lösa: {answer.message}")
        self._last = answer.x
        return float(answer.fun)


def matrices(rows: Sequence[Row], place: Mapping[Key, int]) -> dict[str, Any]:
    """The arguments A_eq, b_eq, A_ub and b_ub of scipy.optimize.linprog."""
    found: dict[str, Any] = {}
    for name, chosen in (("eq", [r for r in rows if r.equal]), ("ub", [r for r in rows if not r.equal])):
        if chosen:
            matrix = np.zeros((len(chosen), len(place)))
            for number, row in enumerate(chosen):
                for key, factor in row.factors:
                    matrix[number, place[key]] = factor
            found[f"A_{name}"] = matrix
            found[f"b_{name}"] = np.array([row.constant for row in chosen], dtype=float)
    return found
