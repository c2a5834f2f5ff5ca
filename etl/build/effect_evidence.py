"""Evidence for an effect: the whole years on either side of the start, here and in the comparison municipalities."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from etl.build.comparison import Comparisons, Panel, comparable_from
from etl.build.crime_evidence import BASELINE_MONTHS, MONTHS
from etl.build.whole_periods import first_whole, last_whole, month_number
from etl.evaluate.crime_goal import TAU, assumed_phi, overdispersion
from etl.evaluate.difference_in_differences import log_relative_incidences
from etl.evaluate.effect import Counts, EffectEvidence, by_quarter
from etl.evaluate.interrupted_series import CountSeries
from etl.evaluate.verdict import Direction

Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Around:
    """Unbroken runs of months before and after the start, as numbers of months; the last of each is not included."""

    first_before: int
    last_before: int
    first_after: int
    last_after: int

    @property
    def months_before(self) -> int:
        """Whole years, at most those of a baseline."""
        return min((self.last_before - self.first_before) // 12 * 12, BASELINE_MONTHS)

    @property
    def months_after(self) -> int:
        return (self.last_after - self.first_after) // 12 * 12

    def windows(self, years_before: int, years_after: int) -> tuple[tuple[int, int], tuple[int, int]]:
        before = self.last_before - 12 * years_before, self.last_before
        return before, (self.first_after, self.first_after + 12 * years_after)


def effect_evidence(
    goal: Row, comparisons: Comparisons, breaks: Sequence[Row], done_share: float | None
) -> EffectEvidence:
    """`goal` is a row of evaluate/effect_goals.sql, `breaks` are those of its crime type."""
    start, direction = goal["starts"], Direction(goal["direction"])
    if start is None or goal["months"] is None:
        return EffectEvidence(
            start_known=start is not None, months_before=0, months_after=0, mean_per_year=None,
            definition_changed=False, comparisons=0, done_share=done_share, phi=1.0, tau=TAU, direction=direction,
        )  # fmt: skip
    step = MONTHS[goal["granularity"]]
    known = [row for row in breaks if row["series"] == goal["definition"]]
    around = _around(goal, start, comparable_from(known, goal["definition"], start), step)
    own = dict(zip(goal["months"], goal["counts"], strict=True))
    before, after = around.windows(around.months_before // 12, around.months_after // 12)
    in_baseline = range(*before, step)
    here = _sum(own, before, step), _sum(own, after, step)
    mean = here[0] * 12 / around.months_before if around.months_before else None
    key = goal["crime_type"], goal["definition"], goal["granularity"]
    others = _Others(comparisons.panel(goal["municipality_code"], key), goal["municipality_code"])
    there = others.sums(before), others.sums(after)
    usable = (there[0] > 0) & ~np.isnan(there[1])
    counts = year_counts = None
    placebos: Sequence[float] = ()
    if before[0] < before[1] and after[0] < after[1] and usable.any():
        counts = _counts(here, there, usable)
        one_before, one_after = around.windows(1, 1)
        year_counts = _counts(
            (_sum(own, one_before, step), _sum(own, one_after, step)),
            (others.sums(one_before), others.sums(one_after)),
            usable,
        )
        placebos = log_relative_incidences(there[0][usable], there[1][usable]).tolist()
    phi = overdispersion([own[month] for month in in_baseline], [month % 12 + 1 for month in in_baseline])
    assumed = goal["assumed_phi"] if goal["assumed_phi"] is not None else assumed_phi(goal["crime_type"])
    return EffectEvidence(
        start_known=True,
        months_before=around.months_before,
        months_after=around.months_after,
        mean_per_year=mean,
        definition_changed=any(start < date(row["year"], 1, 1) <= goal["ends"] for row in known if goal["ends"]),
        comparisons=int(usable.sum()) if counts is not None else others.number,
        done_share=done_share,
        phi=phi if step == 1 and phi is not None else assumed,
        tau=goal["tau"] if goal["tau"] is not None else TAU,
        direction=direction,
        counts=counts,
        year_counts=year_counts,
        placebos=placebos,
        series=_series(goal, around, step, quarterly=step == 1 and mean is not None and by_quarter(mean)),
    )


class _Others:
    """The comparison municipalities of a goal: those of the panel but its own."""

    def __init__(self, panel: Panel | None, municipality: str) -> None:
        self._panel = panel
        own = None if panel is None else panel.rows.get(municipality)
        places = np.arange(0 if panel is None else len(panel.municipalities))
        self._places = places if own is None else np.delete(places, own)

    @property
    def number(self) -> int:
        return len(self._places)

    def sums(self, window: tuple[int, int]) -> NDArray[np.float64]:
        if self._panel is None:
            return np.zeros(0)
        return self._panel.sums(*window)[self._places]


def _around(goal: Row, start: date, since: date | None, step: int) -> Around:
    there = set(goal["months"])
    last_before = month_number(last_whole(start - timedelta(days=1), step) + timedelta(days=1))
    first_before, earliest = last_before, 0 if since is None else month_number(since)
    while first_before - step in there and first_before - step >= earliest:
        first_before -= step
    first_after = last_after = month_number(first_whole(start, step))
    end = None if goal["ends"] is None else month_number(goal["ends"] + timedelta(days=1))
    while last_after in there and (end is None or last_after + step <= end):
        last_after += step
    return Around(first_before=first_before, last_before=last_before, first_after=first_after, last_after=last_after)


def _sum(counts: Mapping[int, int], window: tuple[int, int], step: int) -> float:
    return float(sum(counts[month] for month in range(*window, step)))


def _counts(
    here: tuple[float, float], there: tuple[NDArray[np.float64], NDArray[np.float64]], usable: NDArray[np.bool_]
) -> Counts:
    return Counts(
        here_before=here[0],
        here_after=here[1],
        there_before=float(there[0][usable].sum()),
        there_after=float(there[1][usable].sum()),
    )


def _series(goal: Row, around: Around, step: int, *, quarterly: bool) -> CountSeries | None:
    """All that is comparable, as months or quarters; None for longer periods and where the population is missing."""
    if step > 3:
        return None
    width = 3 if quarterly else step
    counts = dict(zip(goal["months"], goal["counts"], strict=True))
    people = dict(zip(goal["months"], goal["populations"], strict=True))
    before = range(-(-around.first_before // width), around.last_before // width)
    after = range(-(-around.first_after // width), around.last_after // width)
    periods = [*before, *after]
    months = [range(width * period, width * (period + 1), step) for period in periods]
    if not before or not after or any(not people[month] for run in months for month in run):
        return None
    return CountSeries(
        counts=[sum(counts[month] for month in run) for run in months],
        periods=periods,
        populations=[float(people[run[0]]) for run in months],
        first_after=len(before),
        per_year=12 // width,
    )
