"""Which areas of a municipality are shown: one division that does not overlap, and what lies inside its parts."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from etl.publish.crime_keys import WHOLE, CrimeKey, Row, key_of

DIVISIONS = ("stadsdel", "tätort", "RegSO", "DeSO", "lokalpolisområde")
"""Kinds whose areas do not overlap each other. A place (plats) can lie anywhere, so places are never shown."""


@dataclass(frozen=True, kw_only=True)
class Area:
    """`part_of` is the area that holds it, where the register says so."""

    area_id: str
    kind: str | None = None
    part_of: str | None = None


def shown_areas(areas: Iterable[Area], rows: Sequence[Row], published: Collection[str]) -> dict[str, str]:
    """Area id to the place that holds it (WHOLE: the municipality itself), for the areas that are shown.

    Directly under each place one kind is shown: the one that has been `published` before, otherwise the one with most
    rows. Several kinds are shown together only where their counts add up to the whole, so that they cannot overlap.
    """
    counts = {(row["definition"], key_of(row)): row["count"] for row in rows}
    amounts = Counter(row["area_id"] for row in rows if row["area_id"])
    known = {area.area_id: area for area in areas}
    under: dict[str, list[Area]] = {}
    for area in known.values():
        if amounts[area.area_id] and area.kind in DIVISIONS:
            under.setdefault(_holder(area, known, amounts), []).append(area)
    found: dict[str, str] = {}
    queue = [WHOLE]
    while queue:
        place = queue.pop()
        for area in _one_division(place, under.get(place, []), counts, amounts, published):
            found[area.area_id] = place
            queue.append(area.area_id)
    return dict(sorted(found.items()))


def _holder(area: Area, known: Mapping[str, Area], amounts: Mapping[str, int]) -> str:
    above, seen = area.part_of, {area.area_id}
    while above is not None and above in known and above not in seen:
        if amounts[above] and known[above].kind in DIVISIONS:
            return above
        seen.add(above)
        above = known[above].part_of
    return WHOLE


def _one_division(
    place: str,
    candidates: Sequence[Area],
    counts: Mapping[tuple[str, CrimeKey], int | None],
    amounts: Mapping[str, int],
    published: Collection[str],
) -> list[Area]:
    kinds = {area.kind for area in candidates}
    if len(kinds) < 2 or _adds_up(place, [area.area_id for area in candidates], counts):
        return list(candidates)

    def standing(kind: str | None) -> tuple[int, int, int]:
        own = [area.area_id for area in candidates if area.kind == kind]
        before = sum(area_id in published for area_id in own)
        return before, sum(amounts[area_id] for area_id in own), -DIVISIONS.index(kind or "")

    chosen = max(kinds, key=standing)
    return [area for area in candidates if area.kind == chosen]


def _adds_up(place: str, area_ids: Sequence[str], counts: Mapping[tuple[str, CrimeKey], int | None]) -> bool:
    """True when the areas make the whole in every period that has them all, and there is crime in each of them."""
    compared: Counter[str] = Counter()
    for (definition, key), total in counts.items():
        if key.place == place and total is not None:
            parts = [counts.get((definition, key._replace(place=area_id))) for area_id in area_ids]
            if any(part is None for part in parts):
                continue
            if sum(part or 0 for part in parts) != total:
                return False
            compared.update({area_id: part or 0 for area_id, part in zip(area_ids, parts, strict=True)})
    return all(compared[area_id] > 0 for area_id in area_ids)
