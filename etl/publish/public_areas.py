"""Which areas may be named: divisions of a municipality. A place (plats) can be one address, so it never is."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from etl.publish.areas import DIVISIONS

Row = Mapping[str, Any]
COARSE = tuple(kind for kind in DIVISIONS if kind != "DeSO")
"""Kinds large enough that work in them can be told month by month."""


@dataclass(frozen=True, kw_only=True)
class NamedArea:
    """A row of the register of areas. `part_of` is the area that holds it, where the register says so."""

    area_id: str
    municipality_code: str | None
    name: str | None
    kind: str | None
    part_of: str | None = None


@dataclass(frozen=True, kw_only=True)
class PublicAreas:
    """What the public may be told of each area."""

    areas: Mapping[str, NamedArea] = field(default_factory=dict)

    def may_be_named(self, area_id: str | None) -> bool:
        """Whether figures of the area may be told as its own. The whole municipality (None) may."""
        return area_id is None or self._is_of(area_id, DIVISIONS)

    def may_be_counted(self, area_id: str | None) -> bool:
        """Whether work may be told as done in the area."""
        return area_id is None or self._is_of(area_id, COARSE)

    def holder(self, area_id: str | None) -> str | None:
        """The name of the nearest area that may be named and holds this one; None for the municipality."""
        return self._nearest(area_id, DIVISIONS)

    def shown_name(self, municipality_code: str | None, name: str | None) -> str | None:
        """Where work is told to have been done: a name of the register as it is, or of what holds it, or None."""
        found = [
            area
            for area in self.areas.values()
            if area.name == name and area.municipality_code in (municipality_code, None)
        ]
        shown = [nearest for area in found if (nearest := self._nearest(area.area_id, COARSE)) is not None]
        return name if name in shown else next(iter(shown), None)

    def _is_of(self, area_id: str, kinds: Collection[str]) -> bool:
        area = self.areas.get(area_id)
        return area is not None and area.kind in kinds

    def _nearest(self, area_id: str | None, kinds: Collection[str]) -> str | None:
        seen: set[str] = set()
        while area_id is not None and area_id in self.areas and area_id not in seen:
            seen.add(area_id)
            area = self.areas[area_id]
            if area.kind in kinds:
                return area.name
            area_id = area.part_of
        return None


def public_areas(rows: Iterable[Row]) -> PublicAreas:
    """From rows of facts.area."""
    names = ("area_id", "municipality_code", "name", "kind", "part_of")
    return PublicAreas(areas={row["area_id"]: NamedArea(**{name: row[name] for name in names}) for row in rows})


def smaller_area(within: str) -> str:
    """What an area that may not be named is called: fits after "i"."""
    return f"ett mindre område i {within}"


def unnamed_goals(goals: Iterable[Row], areas: PublicAreas, places: Mapping[str, str]) -> list[dict[str, Any]]:
    """Rows of marts.goal_verdict; `is_unnamed` says that the goal concerns an area that may not be named.

    Such a goal has no area_id, and its area_name says only what it lies in. `places` are names by code.
    """
    return [
        {**row, "is_unnamed": False}
        if areas.may_be_named(row["area_id"])
        else {
            **row,
            "is_unnamed": True,
            "area_id": None,
            "area_name": smaller_area(areas.holder(row["area_id"]) or places.get(row["municipality_code"], "kommunen")),
        }
        for row in goals
    ]


def without_names(
    rows: Sequence[Row], areas: PublicAreas, places: Mapping[str, str], said: Collection[str]
) -> list[dict[str, Any]]:
    """Rows of a mart with made texts, where names of areas that may not be named are replaced.

    `places` are the municipalities' names by code. `said` is what the promises themselves say in public (titles, goals
    and commitments): a name that stands there is no secret.
    """
    scrubbers = {code: _scrubber(code, areas, name, said) for code, name in places.items()}
    return [
        {
            column: scrub(value) if isinstance(value, str) and not column.endswith("_id") else value
            for column, value in row.items()
        }
        if (scrub := scrubbers.get(row["municipality_code"])) is not None
        else dict(row)
        for row in rows
    ]


def _scrubber(code: str, areas: PublicAreas, place: str, said: Collection[str]) -> Callable[[str], str] | None:
    own = [area for area in areas.areas.values() if area.municipality_code in (code, None) and area.name]
    open_names = {area.name for area in own if areas.may_be_named(area.area_id)} | {place}
    hidden = {
        area.name: smaller_area(areas.holder(area.area_id) or place)
        for area in own
        if area.name and area.name not in open_names and not any(area.name in words for words in said)
    }
    if not hidden:
        return None
    longest_first = sorted(hidden, key=len, reverse=True)
    # A genitive ends in s, and has to be found as well.
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?=s?(?!\w))")
    return lambda text: pattern.sub(lambda found: hidden[found[1]], text)
