"""Other municipalities to compare with: their series side by side, read once, and τ estimated from them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from etl import sql
from etl.build.crime_evidence import MONTHS
from etl.build.rows import fetch
from etl.build.whole_periods import month_number
from etl.evaluate.tau import (
    ASSUMED_TAU,
    LEAST_YEARS,
    Tau,
    TauTerms,
    YearVariation,
    tau_terms,
    year_variation,
    year_variation_assumed,
)

Row = Mapping[str, Any]
SeriesKey = tuple[str, str, str]
"""Crime type, definition, granularity."""
MOST_YEARS = 6
"""As many as τ was simulated with in the method: over more, a slow trend would pass for variation between years."""


@dataclass(frozen=True, kw_only=True)
class Panel:
    """Counts (municipalities × periods) of one crime type, definition and granularity; NaN where there is none.

    `first` is the number of the month in which the first column begins, `step` the months of a period.
    """

    municipalities: tuple[str, ...]
    first: int
    step: int
    counts: NDArray[np.float64]
    _sums: dict[tuple[int, int], NDArray[np.float64]] = field(default_factory=dict)

    @cached_property
    def rows(self) -> Mapping[str, int]:
        return {code: row for row, code in enumerate(self.municipalities)}

    def sums(self, first: int, last: int) -> NDArray[np.float64]:
        """The sum of each municipality over the months from `first` up to but not including `last`.

        NaN where a period is missing. Both are numbers of months at which a period begins.
        """
        # Goals share their windows: a sum is made once however many municipalities are compared over it.
        if (first, last) not in self._sums:
            self._sums[first, last] = np.asarray(self.between(first, last).sum(axis=1), dtype=float)
        return self._sums[first, last]

    def between(self, first: int, last: int) -> NDArray[np.float64]:
        """The columns of the months from `first` up to but not including `last`; all NaN outside what there is."""
        wanted = np.arange(first, last, self.step)
        columns = (wanted - self.first) // self.step
        inside = (columns >= 0) & (columns < self.counts.shape[1])
        found = np.full((len(self.municipalities), len(wanted)), np.nan)
        found[:, inside] = self.counts[:, columns[inside]]
        return found

    def year_variations(self, before: int, since: int | None, phi: float) -> tuple[list[int], list[YearVariation]]:
        """How years varied up to the month `before`, at most `MOST_YEARS` back and never before `since`.

        Returns the rows of the municipalities that have enough whole years, and how each varied.
        """
        ends = before // self.step * self.step
        years = MOST_YEARS if since is None else min(MOST_YEARS, (ends - since) // 12)
        if years < LEAST_YEARS:
            return [], []
        blocks = self.between(ends - 12 * years, ends).reshape(len(self.municipalities), years, 12 // self.step)
        whole = np.asarray(~np.isnan(blocks).any(axis=2))
        rows = [int(row) for row in np.flatnonzero(whole.sum(axis=1) >= LEAST_YEARS)]
        if self.step == 1:
            return rows, [year_variation(blocks[row][whole[row]]) for row in rows]
        totals = blocks.sum(axis=2)
        return rows, [year_variation_assumed(totals[row][whole[row]], phi) for row in rows]


@dataclass(frozen=True, kw_only=True)
class Comparisons:
    """Every panel, real and made-up municipalities apart, and what has been worked out from them so far."""

    panels: Mapping[tuple[SeriesKey, bool], Panel]
    fictitious: frozenset[str]
    _terms: dict[tuple[Any, ...], tuple[Mapping[int, int], TauTerms]] = field(default_factory=dict)

    def panel(self, municipality: str, key: SeriesKey) -> Panel | None:
        """The municipalities that this one may be compared with, itself among them if it has such a series."""
        return self.panels.get((key, municipality in self.fictitious))

    def tau(self, municipality: str, key: SeriesKey, *, before: date, since: date | None, phi: float) -> Tau:
        """τ from the other municipalities' years before a follow-up begins; the assumed one if they are too few."""
        panel = self.panel(municipality, key)
        if panel is None:
            return ASSUMED_TAU
        known = (key, municipality in self.fictitious, before, since, phi if panel.step > 1 else None)
        if known not in self._terms:
            rows, variations = panel.year_variations(
                month_number(before), None if since is None else month_number(since), phi
            )
            self._terms[known] = ({row: place for place, row in enumerate(rows)}, tau_terms(variations))
        places, terms = self._terms[known]
        own = panel.rows.get(municipality)
        return terms.estimate(without=None if own is None else places.get(own))


def load_comparisons(con: duckdb.DuckDBPyConnection, today: date) -> Comparisons:
    """Read the series of whole municipalities for the crime types that goals look at."""
    grouped: dict[tuple[SeriesKey, bool], list[Row]] = defaultdict(list)
    for row in fetch(con, sql.read("evaluate", "comparison_series"), {"today": today}):
        key = row["crime_type"], row["definition"], row["granularity"]
        grouped[key, row["is_fictitious"]].append(row)
    made_up = con.execute("SELECT municipality_code FROM core.municipality WHERE is_fictitious").fetchall()
    return Comparisons(
        panels={key: _panel(rows, MONTHS[key[0][2]]) for key, rows in grouped.items()},
        fictitious=frozenset(code for (code,) in made_up),
    )


def comparable_from(breaks: Sequence[Row], definition: str, before: date) -> date | None:
    """The first day from which the figures of a definition can be compared, by its latest break before a day."""
    known = [date(row["year"], 1, 1) for row in breaks if row["series"] == definition]
    return max((day for day in known if day <= before), default=None)


def _panel(rows: Sequence[Row], step: int) -> Panel:
    first = min(min(row["months"]) for row in rows)
    last = max(max(row["months"]) for row in rows)
    counts = np.full((len(rows), (last - first) // step + 1), np.nan)
    for place, row in enumerate(rows):
        counts[place, (np.array(row["months"]) - first) // step] = row["counts"]
    return Panel(municipalities=tuple(row["municipality_code"] for row in rows), first=first, step=step, counts=counts)
