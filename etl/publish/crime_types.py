"""How crime types hold one another, and which of them Brå itself publishes month by month."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

BRA = "Brå"


@dataclass(frozen=True, kw_only=True)
class CrimeTypes:
    """`parent`: the type that holds each type, where known; `monthly_at_bra`: published by municipality and month."""

    parent: Mapping[str, str]
    monthly_at_bra: frozenset[str]

    def is_monthly_at_bra(self, crime_type: str, definition: str) -> bool:
        return definition.startswith(BRA) and crime_type in self.monthly_at_bra

    def children(self, present: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Among the types that are present: each type that holds others, with those directly under it."""
        found: dict[str, list[str]] = {}
        for crime_type in sorted(present):
            above = self.parent.get(crime_type)
            while above is not None and above not in present:
                above = self.parent.get(above)
            if above is not None:
                found.setdefault(above, []).append(crime_type)
        return {above: tuple(below) for above, below in found.items()}


def crime_types(rows: Iterable[Mapping[str, str]]) -> CrimeTypes:
    """From the rows of data/reference/brottstyper.csv by their Swedish headings."""
    listed = list(rows)
    return CrimeTypes(
        parent={row["nyckel"]: row["överordnad"] for row in listed if row["överordnad"]},
        monthly_at_bra=frozenset(row["nyckel"] for row in listed if row["månad_hos_brå"] == "ja"),
    )
