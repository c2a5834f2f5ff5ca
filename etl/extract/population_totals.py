"""The whole population out of a table broken down by age, sex and so on, without counting anybody twice."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from etl.errors import Fault, SourceError
from etl.extract.municipalities import Municipalities
from etl.extract.places import place_of
from etl.extract.received import ReceivedRow, ReceivedTable
from etl.extract.source_text import MISSING, whole_number

SOURCE = "SCB, folkmängd den 31 december"
MONTH_SOURCE = "SCB, folkmängd per månad"

_TOTAL = re.compile(r"^(?:totalt?|samtliga|alla|båda könen|män och kvinnor|tot|totsa|1\+2)\b", re.IGNORECASE)
_AGE = re.compile(r"^(?P<low>\d+)\s*(?:[-–]\s*(?P<high>\d+)|(?P<open>\+))?\s*(?:år)?$", re.IGNORECASE)
_SEXES = ({"män", "kvinnor"}, {"man", "kvinna"})
_YEAR = re.compile(r"^(?P<year>(?:19|20)\d{2})(?:M(?P<month>0[1-9]|1[0-2]))?$")


@dataclass(frozen=True, kw_only=True)
class PopulationCell:
    """One figure: `groups` maps each remaining dimension (ålder, kön) to its category."""

    row: int
    region: str
    groups: Mapping[str, str]
    time: str
    value: str


def chosen_categories(dimension: str, categories: Iterable[str], *, where: str) -> frozenset[str]:
    """The categories that together are everybody, each once: the total, else ages that tile from 0 and up,
    else
    both sexes. Raises SourceError when the categories cannot make everybody.
    """
    labels = list(dict.fromkeys(categories))
    totals = [label for label in labels if _TOTAL.match(label.strip())]
    if len(totals) == 1:
        return frozenset(totals)
    folded = {label.strip().casefold() for label in labels}
    if folded in _SEXES or _tile_all_ages(labels):
        return frozenset(labels)
    raise SourceError(
        what=f"”{dimension}” har ingen kategori för alla invånare ({', '.join(labels[:5])})",
        where=where,
        todo="Hämta tabellen på nytt och ta med totalen.",
    )


def _tile_all_ages(labels: Sequence[str]) -> bool:
    """True when the intervals follow each other from 0 years to an open end, without gap or overlap."""
    spans: list[tuple[float, float]] = []
    for label in labels:
        found = _AGE.match(label.strip())
        if not found:
            return False
        low = int(found["low"])
        high = math.inf if found["open"] else int(found["high"] or low)
        spans.append((low, high))
    spans.sort()
    if not spans or spans[0][0] != 0 or spans[-1][1] != math.inf:
        return False
    return all(after[0] == before[1] + 1 for before, after in pairwise(spans))


def population_rows(
    cells: Sequence[PopulationCell], *, file: str, municipalities: Municipalities
) -> tuple[ReceivedTable, tuple[str, ...], tuple[Fault, ...]]:
    """Rows for folkmangd, notes and faults.

    31 December is `år` alone (2026M12 is år 2026); the end of another month also fills `månad` (1–11).
    """
    dimensions = list(dict.fromkeys(name for cell in cells for name in cell.groups))
    chosen = {name: chosen_categories(name, (c.groups.get(name, "") for c in cells), where=file) for name in dimensions}
    parts = math.prod(len(categories) for categories in chosen.values())
    sums: dict[tuple[str, str], list[PopulationCell]] = {}
    for cell in cells:
        if all(cell.groups.get(name, "") in categories for name, categories in chosen.items()):
            sums.setdefault((cell.region, cell.time), []).append(cell)
    rows: list[ReceivedRow] = []
    faults: list[Fault] = []
    for (region, time), members in sums.items():
        result = _row(region, time, members, parts, file=file, municipalities=municipalities)
        if isinstance(result, Fault):
            faults.append(result)
        else:
            rows.append(result)
    notes = [
        f"Folkmängden är summan av {len(categories)} kategorier i ”{name}”, eftersom totalen saknas i filen."
        for name, categories in chosen.items()
        if len(categories) > 1
    ]
    months = sum(1 for row in rows if row.values["månad"])
    if months:
        notes.append(f"{months} rader gäller en annan månad än december och används inte som årets folkmängd.")
    return ReceivedTable(table="folkmangd", rows=tuple(rows)), tuple(notes), tuple(faults)


def _row(
    region: str,
    time: str,
    members: Sequence[PopulationCell],
    parts: int,
    *,
    file: str,
    municipalities: Municipalities,
) -> ReceivedRow | Fault:
    first = members[0]

    def fault(column: str, value: str, reason: str) -> Fault:
        return Fault(
            file=file,
            row=first.row,
            column=column,
            value=value,
            table="folkmangd",
            reason=reason,
            remedy="Hämta tabellen från SCB på nytt, utan att ändra den.",
        )

    moment = _YEAR.match(time)
    if moment is None:
        return fault("år", time, "tiden är varken ett år (2024) eller en månad (2024M12)")
    if len(members) != parts:
        reason = f"{region} {time} har {len(members)} rader där det ska vara {parts}"
        return fault("antal", "", reason)
    total = 0
    missing = False
    for member in members:
        try:
            number = whole_number(member.value)
        except ValueError:
            return fault("antal", member.value, "folkmängden är inget heltal")
        missing = missing or number is None
        total += number or 0
    place = place_of(region, municipalities)
    columns = place.columns()
    if place.unknown_municipality or (not place.municipality and region[:4].isdigit()):
        return fault("region", region, "koden finns inte i listan över Sveriges kommuner")
    month = "" if moment["month"] in (None, "12") else str(int(moment["month"]))
    return ReceivedRow(
        row=first.row,
        values={
            **columns,
            "år": moment["year"],
            "månad": month,
            "kön": "",
            "antal": MISSING if missing else str(total),
            "källa": MONTH_SOURCE if month else SOURCE,
        },
    )
