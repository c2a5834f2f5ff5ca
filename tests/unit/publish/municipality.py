"""Made-up municipalities: crimes month by month, counted up to the rows that marts.crime_series would have."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from hypothesis import strategies as st

from etl.contract.periods import Period, parse_period
from etl.evaluate.rates import fingertips
from etl.publish.areas import Area
from etl.publish.crime_types import CrimeTypes

TYPES = CrimeTypes(
    parent={"skadegorelse": "total", "klotter": "skadegorelse", "theft": "total", "burglary": "theft"},
    monthly_at_bra=frozenset({"total", "skadegorelse", "theft", "burglary"}),
)
HOLDS = {
    "total": ("klotter", "other_damage", "burglary", "other_theft", "other"),
    "skadegorelse": ("klotter", "other_damage"),
    "klotter": ("klotter",),
    "theft": ("burglary", "other_theft"),
    "burglary": ("burglary",),
}
KINDS = ("klotter", "other_damage", "burglary", "other_theft", "other")
CODE = "9999"
POLICE = "polisen"
ELSEWHERE = "utanför"
"""Crimes in no named area."""

Crimes = Mapping[tuple[str, str, int], int]
"""(area, kind, month) to count."""


@dataclass(frozen=True, kw_only=True)
class Municipality:
    """`crimes` of one year. `areas` are handed in and published in `published_types`."""

    crimes: Crimes
    areas: tuple[str, ...]
    published_types: tuple[str, ...]
    definition: str = POLICE
    year: int = 2025
    kinds: Mapping[str, str] = field(default_factory=dict)

    def area_rows(self) -> list[Area]:
        return [Area(area_id=area, kind=self.kinds.get(area, "stadsdel")) for area in self.areas]

    def rows(self, months: int = 12) -> list[dict[str, Any]]:
        """Monthly rows of the whole and of each area, for the first so many months."""
        found = []
        for crime_type in self.published_types:
            for month in range(1, months + 1):
                period = f"{self.year}-{month:02d}"
                counts = {
                    place: sum(
                        count
                        for (area, kind, when), count in self.crimes.items()
                        if when == month and kind in HOLDS[crime_type] and place in ("", area)
                    )
                    for place in ("", *self.areas)
                }
                found += [
                    row(area, crime_type, period, count, definition=self.definition) for area, count in counts.items()
                ]
        return with_rolling(found)


def row(
    area: str,
    crime_type: str,
    period: str,
    count: int | None,
    *,
    definition: str = POLICE,
    code: str | None = CODE,
    region: str | None = None,
    population: float | None = 10_000.0,
    **more: Any,
) -> dict[str, Any]:
    """A row of marts.crime_series. `area` is "" for the whole municipality."""
    parsed = parse_period(period)
    assert isinstance(parsed, Period)
    has_rate = population is not None and count is not None
    low, high = fingertips(count) if count is not None else (0.0, 0.0)
    per = 100_000 / population if population else 0.0
    return {
        "municipality_code": code,
        "area_id": area or None,
        "area_name": area.title() or None,
        "region": region,
        "crime_type": crime_type,
        "crime_name": crime_type.title(),
        "definition": definition,
        "granularity": str(parsed.kind),
        "period": period,
        "period_start": parsed.start,
        "period_end": parsed.end,
        "count": count,
        "hidden_reason": None,
        "population_mean": population if has_rate else None,
        "rate_per_100k": (count or 0) * per if has_rate else None,
        "rate_low": low * per if has_rate else None,
        "rate_high": high * per if has_rate else None,
        "rate_printed": None,
        "rate_source": "beräknad" if has_rate else None,
        "rolling_12": None,
        "preliminary": False,
        "break_before": None,
        "is_fictitious": True,
        "source": "påhittad",
        "population_source": "SCB" if has_rate else None,
        "as_of": date(2026, 11, 22),
        **more,
    }


def with_rolling(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with the sum of the twelve months that end with each month, where all are there."""
    counts = {(r["area_id"], r["crime_type"], r["period"]): r["count"] for r in rows}

    def rolling(of: dict[str, Any]) -> int | None:
        last = of["period_start"]
        number = last.year * 12 + last.month - 1
        months = [f"{n // 12}-{n % 12 + 1:02d}" for n in range(number - 11, number + 1)]
        found = [counts.get((of["area_id"], of["crime_type"], month)) for month in months]
        return None if None in found else sum(count or 0 for count in found)

    return [{**r, "rolling_12": rolling(r)} for r in rows]


def municipality(
    crimes: Iterable[tuple[str, str, int, int]], areas: Sequence[str], types: Sequence[str] = ("total",), **more: Any
) -> Municipality:
    """From (area, kind, month, count)."""
    return Municipality(
        crimes={(area, kind, month): count for area, kind, month, count in crimes},
        areas=tuple(areas),
        published_types=tuple(types),
        **more,
    )


def some_municipality(chance: Random) -> Municipality:
    """One to four areas, with or without crimes outside them, from hardly any crime to much of it."""
    areas = tuple(f"omr{n}" for n in range(chance.randint(1, 4)))
    places = areas + ((ELSEWHERE,) if chance.random() < 0.5 else ())
    levels = {place: chance.choice([1, 2, 4, 15]) for place in places}
    types = chance.choice([("total",), ("total", "skadegorelse"), tuple(HOLDS), ("klotter", "burglary", "theft")])
    crimes = {
        (place, kind, month): min(chance.randint(0, levels[place]), chance.randint(0, levels[place]))
        for place in places
        for kind in KINDS
        for month in range(1, 13)
    }
    return Municipality(crimes=crimes, areas=areas, published_types=types)


def municipalities() -> st.SearchStrategy[Municipality]:
    return st.randoms(use_true_random=False).map(some_municipality)
