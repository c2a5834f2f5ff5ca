"""Control charts of counts and rates: centre line and three-sigma limits (Wheeler 2003, Laney 2002)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
D2 = 1.128
"""Mean range of two observations in standard deviations (Shewhart's constant)."""
XMR = 3 / D2
"""Three standard deviations in mean moving ranges, printed as 2.66 in textbooks."""


@dataclass(frozen=True, kw_only=True)
class Chart:
    """Centre line and limits in the units of what is drawn; the lower limit is never below zero."""

    centre: float
    low: float
    high: float

    def is_outside(self, value: float) -> bool:
        return not self.low <= value <= self.high


@dataclass(frozen=True, kw_only=True)
class RateChart:
    """Limits of a rate that follow the exposure of each period. `sigma_z` is 1 for a plain u chart."""

    centre: float
    sigma_z: float
    per: float

    def at(self, exposure: float) -> Chart:
        """The limits of a period with this exposure (person-years, inhabitants); raises ValueError at zero."""
        if not exposure > 0:
            raise ValueError("exponeringen ska vara större än noll")
        half = 3 * self.sigma_z * sqrt(self.centre * self.per / exposure)
        return Chart(centre=self.centre, low=max(0.0, self.centre - half), high=self.centre + half)


@dataclass(frozen=True, kw_only=True)
class XmrCharts:
    """The XmR chart of many series, one value a series; `outside` counts months beyond the limits."""

    centre: Numbers
    low: Numbers
    high: Numbers
    outside: NDArray[np.int64]


def c_chart(baseline: Sequence[float]) -> Chart | None:
    """mean ± 3√mean of counts on equal exposure. Too narrow when counts vary more than chance. None on no counts."""
    counts = _checked(baseline)
    if not len(counts):
        return None
    centre = float(counts.mean())
    half = 3 * sqrt(centre)
    return Chart(centre=centre, low=max(0.0, centre - half), high=centre + half)


def xmr_chart(baseline: Sequence[float | None]) -> Chart | None:
    """mean ± 2.66 mean moving range (Wheeler 2003): the spread is taken from the series, not from a distribution.

    `baseline` in order of time, None where a month is missing: no range is taken across it. None on fewer than
    two months in a row.
    """
    row = np.array([[np.nan if value is None else float(value) for value in baseline]])
    _checked(row[~np.isnan(row)])
    if not np.any(~np.isnan(np.diff(row))):
        return None
    charts = xmr_charts(row)
    return Chart(centre=float(charts.centre[0]), low=float(charts.low[0]), high=float(charts.high[0]))


def xmr_charts(counts: NDArray[np.floating]) -> XmrCharts:
    """xmr_chart for series × months, NaN where a month is missing. A series without two months in a row has
    limits equal to its centre, and one without any month zeros."""
    known = ~np.isnan(counts)
    values = np.where(known, counts, 0)
    both = known[:, 1:] & known[:, :-1]
    ranges = np.where(both, np.abs(np.diff(values)), 0)
    centre = _mean(values.sum(axis=1, dtype=float), known.sum(axis=1))
    half = XMR * _mean(ranges.sum(axis=1, dtype=float), both.sum(axis=1))
    low, high = np.maximum(0, centre - half), centre + half
    outside = (counts < low[:, None]) | (counts > high[:, None])
    return XmrCharts(centre=centre, low=low, high=high, outside=outside.sum(axis=1))


def u_chart(counts: Sequence[float], exposures: Sequence[float], per: float = 10_000) -> RateChart | None:
    """ū ± 3√(ū/nᵢ) of events per `per` units of exposure; None on no periods. `exposures` goes with `counts`."""
    events, exposure = _with_exposure(counts, exposures)
    if not len(events):
        return None
    return RateChart(centre=float(events.sum() / exposure.sum()) * per, sigma_z=1.0, per=per)


def laney_u_chart(counts: Sequence[float], exposures: Sequence[float], per: float = 10_000) -> RateChart | None:
    """u limits widened by σz, the mean moving range of the z-values over 1.128 (Laney 2002): for overdispersed counts.

    In order of time. None on fewer than two periods or no events.
    """
    plain = u_chart(counts, exposures, per)
    if plain is None or len(counts) < 2 or plain.centre == 0:
        return None
    events, exposure = _with_exposure(counts, exposures)
    common = plain.centre / per
    z = (events / exposure - common) / np.sqrt(common / exposure)
    return RateChart(centre=plain.centre, sigma_z=float(np.abs(np.diff(z)).mean()) / D2, per=per)


def _mean(sums: Numbers, numbers: NDArray[np.int64]) -> Numbers:
    return np.divide(sums, numbers, out=np.zeros(len(sums)), where=numbers > 0)


def _checked(values: Sequence[float] | Numbers) -> Numbers:
    checked = np.asarray(values, dtype=float)
    if not np.all(np.isfinite(checked) & (checked >= 0)):
        raise ValueError("antalen ska vara noll eller större")
    return checked


def _with_exposure(counts: Sequence[float], exposures: Sequence[float]) -> tuple[Numbers, Numbers]:
    events, exposure = _checked(counts), _checked(exposures)
    if events.shape != exposure.shape or np.any(exposure == 0):
        raise ValueError("varje antal ska ha sin exponering, större än noll")
    return events, exposure
