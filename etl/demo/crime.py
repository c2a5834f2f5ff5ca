"""Reported crime by month, area and type, with the story's rises and falls in it.

Counts are Poisson around base × area share × season × effect × a shock shared by the whole municipality
and month (gamma, mean 1), which gives the over-dispersion that real monthly counts have.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from etl.demo.place import AREA_IDS, FIRST_YEAR, LAST_YEAR, MUNICIPALITY
from etl.demo.sheets import SOURCE, Row, Sheet, generator
from etl.demo.story import STORY

Counts: TypeAlias = NDArray[np.int64]

DEFINITION = "polisen, påhittad"
SHOCK_SD = 0.08


@dataclass(frozen=True, kw_only=True)
class Level:
    """`per_month` in the whole municipality, `shares` in the order of AREAS, `peak` a month number."""

    per_month: float
    shares: tuple[float, ...]
    swing: float = 0.1
    peak: int = 7


@dataclass(frozen=True, kw_only=True)
class Effect:
    """Multiplies the level of a part from `since` to `until`, in `area_ids` (None: everywhere)."""

    part: str
    factor: float
    since: date
    until: date = date.max
    area_ids: tuple[str, ...] | None = None


PARTS = {
    "klotter": Level(per_month=24, shares=(0.28, 0.16, 0.45, 0.09, 0.02), swing=0.12, peak=5),
    "other_damage": Level(per_month=26, shares=(0.38, 0.25, 0.18, 0.16, 0.03), swing=0.15, peak=8),
    "ofredande": Level(per_month=26, shares=(0.42, 0.24, 0.20, 0.13, 0.01)),
    "misshandel": Level(per_month=18, shares=(0.40, 0.26, 0.20, 0.12, 0.02)),
    "olaga_hot": Level(per_month=9, shares=(0.34, 0.28, 0.20, 0.15, 0.03)),
    "narkotika": Level(per_month=15, shares=(0.50, 0.22, 0.18, 0.08, 0.02)),
    "vapen": Level(per_month=0.4, shares=(0.40, 0.25, 0.20, 0.12, 0.03)),
    "burglary": Level(per_month=5, shares=(0.18, 0.22, 0.20, 0.32, 0.08), swing=0.25, peak=12),
    "other_theft": Level(per_month=48, shares=(0.46, 0.20, 0.17, 0.14, 0.03)),
    "other": Level(per_month=52, shares=(0.38, 0.24, 0.19, 0.15, 0.04)),
}
# What is published: Brå's chapters hold their own parts, the total holds everything once.
PUBLISHED = {
    "total": tuple(PARTS),
    "skadegorelse": ("klotter", "other_damage"),
    "klotter": ("klotter",),
    "ofredande": ("ofredande",),
    "misshandel": ("misshandel",),
    "olaga_hot": ("olaga_hot",),
    "narkotika": ("narkotika",),
    "vapen": ("vapen",),
    "theft": ("burglary", "other_theft"),
    "burglary": ("burglary",),
}
_OUTSIDE_SODERVIK = tuple(a for a in AREA_IDS if a != STORY.deviation.area_id)
EFFECTS = (
    Effect(part="ofredande", factor=0.45, since=date(2024, 1, 1)),
    Effect(
        part="klotter",
        factor=1.5,
        since=date(2025, 1, 1),
        until=date(2025, 12, 31),
        area_ids=_OUTSIDE_SODERVIK,
    ),
    Effect(part="other_damage", factor=1.5, since=date(2025, 1, 1), until=date(2025, 12, 31)),
    Effect(part="other_damage", factor=1.2, since=date(2026, 1, 1)),
    Effect(
        part=STORY.deviation.crime_type,
        factor=STORY.deviation.factor,
        since=STORY.deviation.since,
        area_ids=(STORY.deviation.area_id,),
    ),
    Effect(part="misshandel", factor=0.60, since=date(2026, 1, 1)),
    Effect(part="other_theft", factor=0.92, since=date(2024, 1, 1)),
    Effect(part="narkotika", factor=1.15, since=date(2025, 1, 1)),
)


def months() -> tuple[date, ...]:
    """First days of all months the story spans."""
    return tuple(date(y, m, 1) for y in range(FIRST_YEAR, LAST_YEAR + 1) for m in range(1, 13))


def level(part: str, area_id: str, month: date) -> float:
    """Expected count of `part` in one area and month, before the shared shock."""
    base = PARTS[part]
    season = 1 + base.swing * float(np.cos(2 * np.pi * (month.month - base.peak) / 12))
    value = base.per_month * base.shares[AREA_IDS.index(area_id)] * season
    for effect in EFFECTS:
        concerns = effect.part == part and (effect.area_ids is None or area_id in effect.area_ids)
        if concerns and effect.since <= month <= effect.until:
            value *= effect.factor
    return value


def draw_counts(seed: int) -> dict[str, Counts]:
    """Counts per part, each an array of months × areas."""
    rng = generator(seed, 1)
    shape = 1 / SHOCK_SD**2
    drawn: dict[str, Counts] = {}
    for part in PARTS:
        expected = np.array([[level(part, area_id, month) for area_id in AREA_IDS] for month in months()])
        shock = rng.gamma(shape, 1 / shape, size=(len(expected), 1))
        drawn[part] = rng.poisson(expected * shock)
    return drawn


def crime_sheet(seed: int, today: date) -> Sheet:
    """One row per type, month and area, and one for the whole municipality: the sum of its areas."""
    counts = draw_counts(seed)
    rows: list[Row] = []
    for number, month in enumerate(months()):
        following = _following(month)
        if following > today:
            break
        final_on = date(month.year + 1, 3, 31)
        final = today >= final_on
        stamp = (DEFINITION, final_on if final else following, SOURCE)
        for crime_type, parts in PUBLISHED.items():
            per_area: Sequence[int] = sum(counts[part][number] for part in parts).tolist()
            for area_id, count in zip((None, *AREA_IDS), (sum(per_area), *per_area), strict=True):
                rows.append((MUNICIPALITY, area_id, crime_type, f"{month:%Y-%m}", count, not final, *stamp))
    return Sheet(
        table="brott",
        headings=(
            "kommun",
            "område",
            "brottstyp",
            "period",
            "antal",
            "preliminär",
            "definition",
            "hämtad",
            "källa",
        ),
        rows=tuple(rows),
    )


def _following(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
