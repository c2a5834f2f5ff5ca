"""Brå's Excel exports from SOL: stacked headings, crime trees with repeated ancestors, footnotes.

Anmälda brott |      | Brottsförebyggande rådet
              | 2025 | 2026 prel.      year, or "År" with the year below
              | Helår| Jan             Helår, Kvartal 1, Jan
              | Antal| Antal           Antal or /100 000 inv
Stadsdelsområde Bromma (Sthlm)         a place alone on its row
8-12 kap. Brott mot förmögenhet        ancestors, blank, repeated before every leaf
8 kap. Stöld, rån m.m. | 237 | 174
(blank rows, then footnotes that repeat names of places and crimes)
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from etl.errors import Fault, SourceError
from etl.extract.crime_rows import FORMED, Observation, crime_rows
from etl.extract.municipalities import Municipalities
from etl.extract.places import is_place_label, place_of
from etl.extract.received import Received
from etl.extract.sol_labels import (
    PUBLISHER,
    TITLE,
    SolPeriod,
    is_count,
    is_rate,
    looks_like_crime,
    sol_period,
)
from etl.extract.source_text import MISSING, or_missing
from etl.extract.workbook_model import Sheet, Workbook, column_name

KIND = "sol_excel"
_EXPORT_AGAIN = "Hämta uttaget från Brå på nytt, utan att ändra det."
_FORMED = re.compile(r"bildades (?P<year>\d{4})-\d{2}-\d{2}")
_TITLE_ROWS = 5
_MAX_HEADER_ROWS = 12


@dataclass(frozen=True, kw_only=True)
class _Column:
    index: int
    period: SolPeriod
    is_rate: bool


@dataclass(frozen=True, kw_only=True)
class _Row:
    number: int
    label: str
    cells: tuple[str, ...]

    @property
    def has_values(self) -> bool:
        return any(or_missing(c) != MISSING for c in self.cells)


def is_bra_workbook(workbook: Workbook) -> bool:
    """True when a sheet is signed by Brå in its first rows, whatever statistics it holds."""
    return any(PUBLISHER in _title_cells(sheet) for sheet in workbook.sheets)


def read_sol_workbook(workbook: Workbook, *, file: str, municipalities: Municipalities) -> Received:
    """Rows for brott and omraden from every sheet signed by Brå. File and sheet names mean nothing.

    Raises SourceError for other statistics than reported crime and for headings that cannot be read.
    """
    parts = [
        _read_sheet(sheet, file=file, municipalities=municipalities)
        for sheet in workbook.sheets
        if PUBLISHER in _title_cells(sheet)
    ]
    return Received(
        kind=KIND,
        tables=tuple(t for part in parts for t in part.tables),
        notes=(*workbook.notes, *(n for part in parts for n in part.notes)),
        faults=(*workbook.faults, *(f for part in parts for f in part.faults)),
    )


def _title_cells(sheet: Sheet) -> list[str]:
    return [cell.strip() for _, cells in list(sheet.numbered())[:_TITLE_ROWS] for cell in cells]


def _read_sheet(sheet: Sheet, *, file: str, municipalities: Municipalities) -> Received:
    if TITLE not in _title_cells(sheet):
        title = next((c for c in _title_cells(sheet) if c and c != PUBLISHER), "utan rubrik")
        raise SourceError(
            what=f"Arbetsboken kommer från Brå men innehåller ”{title}”, inte anmälda brott",
            where=f"{file}, blad {sheet.name}",
            todo="Lämna in ett uttag av anmälda brott.",
        )
    numbered = list(sheet.numbered())
    measure_row = next(
        (
            i
            for i, (_, cells) in enumerate(numbered[:_MAX_HEADER_ROWS])
            if any(is_count(c) or is_rate(c) for c in cells)
        ),
        None,
    )
    if measure_row is None:
        raise SourceError(
            what="Raden med ”Antal” eller ”/100 000 inv” saknas",
            where=f"{file}, blad {sheet.name}",
            todo=_EXPORT_AGAIN,
        )
    columns = _columns(numbered, measure_row, file=file, sheet=sheet)
    rows = [
        _Row(number=number, label=cells[0].strip(), cells=tuple(c.strip() for c in cells[1:]))
        for number, cells in numbered[measure_row + 1 :]
    ]
    body, footnotes = _body_and_footnotes(rows, file=file, sheet=sheet)
    if body and looks_like_crime(body[0].label):
        raise SourceError(
            what="Tabellen börjar med en brottstyp; raden med region saknas",
            where=f"{file}, blad {sheet.name}, rad {body[0].number}",
            todo=_EXPORT_AGAIN,
        )
    observations, notes, faults = _observations(body, columns, file=file, sheet=sheet, municipalities=municipalities)
    built = crime_rows(
        observations,
        file=file,
        sheet=sheet.name,
        municipalities=municipalities,
        formed={**FORMED, **_formed(footnotes, municipalities)},
    )
    notes += _footnote_notes(footnotes, headings={row.label for row in body})
    return Received(kind=KIND, tables=built.tables, notes=(*notes, *built.notes), faults=(*faults, *built.faults))


def _columns(
    numbered: list[tuple[int, tuple[str, ...]]], measure_row: int, *, file: str, sheet: Sheet
) -> tuple[_Column, ...]:
    """A column means what its stacked headings say; one without heading must be empty (SOL makes a phantom
    one)."""
    headings = [cells for _, cells in numbered[: measure_row + 1] if not cells[0].strip()]
    below = [cells for _, cells in numbered[measure_row + 1 :]]
    columns: list[_Column] = []
    for index in range(1, len(numbered[measure_row][1])):
        words = [cells[index].strip() for cells in headings]
        measure = numbered[measure_row][1][index].strip()
        period = sol_period([w for w in words if w != measure])
        if period and (is_count(measure) or is_rate(measure)):
            columns.append(_Column(index=index, period=period, is_rate=is_rate(measure)))
            continue
        if any(cells[index].strip() for cells in below) or any(w for w in words if w not in (TITLE, PUBLISHER)):
            printed = ", ".join(filter(None, words))
            raise SourceError(
                what=f"Rubrikerna över kolumn {column_name(index)} går inte att tolka: {printed}",
                where=f"{file}, blad {sheet.name}",
                todo=_EXPORT_AGAIN,
            )
    return tuple(columns)


def _body_and_footnotes(rows: list[_Row], *, file: str, sheet: Sheet) -> tuple[list[_Row], list[_Row]]:
    start = next((i for i, row in enumerate(rows) if row.label), len(rows))
    end = next((i for i, row in enumerate(rows[start:], start) if not row.label and not row.has_values), len(rows))
    footnotes = [row for row in rows[end:] if row.label or row.has_values]
    stray = next((row for row in footnotes if row.has_values), None)
    if stray is not None:
        raise SourceError(
            what="Det finns siffror under den tomma rad där tabellen ska vara slut",
            where=f"{file}, blad {sheet.name}, rad {stray.number}",
            todo=_EXPORT_AGAIN,
        )
    return rows[start:end], footnotes


def _observations(
    body: list[_Row], columns: tuple[_Column, ...], *, file: str, sheet: Sheet, municipalities: Municipalities
) -> tuple[list[Observation], list[str], list[Fault]]:
    first_crime = body[1].label if len(body) > 1 else ""
    place = ""
    ancestors: list[str] = []
    empty: list[str] = []
    observations: list[Observation] = []
    faults: list[Fault] = []
    for i, row in enumerate(body):
        follower = body[i + 1].label if i + 1 < len(body) else ""
        if not row.has_values:
            if _is_place(row.label, follower, first_crime, municipalities) or i == 0:
                place, ancestors = row.label, []
            elif row.label in ancestors:
                empty.append(ancestors[-1])
                ancestors = [*ancestors[: ancestors.index(row.label)], row.label]
            else:
                ancestors.append(row.label)
            continue
        if not place or not row.label or i == 0:
            faults.append(_no_place(row, file, sheet))
            continue
        observations += _of_row(row, place, (*ancestors, row.label), columns)
        ancestors = []
    notes = []
    if empty:
        notes.append(f"Rader utan någon siffra lästes inte in som noll: {', '.join(sorted(set(empty)))}.")
    return observations, notes, faults


def _is_place(label: str, follower: str, first_crime: str, municipalities: Municipalities) -> bool:
    """A place is named like one, or heads a block that begins as the first block does."""
    if looks_like_crime(label):
        return False
    return is_place_label(label, municipalities) or (bool(first_crime) and follower == first_crime)


def _no_place(row: _Row, file: str, sheet: Sheet) -> Fault:
    return Fault(
        file=file,
        sheet=sheet.name,
        row=row.number,
        column="A",
        value=row.label,
        table="brott",
        reason="raden har siffror men saknar region eller brottstyp",
        remedy=_EXPORT_AGAIN,
    )


def _of_row(row: _Row, place: str, path: tuple[str, ...], columns: tuple[_Column, ...]) -> list[Observation]:
    found: dict[str, Observation] = {}
    repeated: list[Observation] = []
    for column in columns:
        value = or_missing(row.cells[column.index - 1])
        old = found.get(column.period.period)
        if old is None:
            old = Observation(row=row.number, place_label=place, path=path, period=column.period, count=None, rate=None)
        elif (old.rate if column.is_rate else old.count) is not None:
            repeated.append(old)
            old = replace(old, count=None, rate=None)
        found[column.period.period] = replace(old, rate=value) if column.is_rate else replace(old, count=value)
    return [*found.values(), *repeated]


def _formed(footnotes: list[_Row], municipalities: Municipalities) -> Mapping[str, int]:
    """Footnotes are pairs: a place, then a remark such as "Stadsdelen bildades 2024-01-01"."""
    formed: dict[str, int] = {}
    for place, remark in pairwise(footnotes):
        found = _FORMED.search(remark.label)
        area = place_of(place.label, municipalities).area_name
        if found and area:
            formed[area] = int(found["year"])
    return formed


def _footnote_notes(footnotes: list[_Row], *, headings: set[str]) -> list[str]:
    """Each remark once, with the labels it stands under."""
    about: dict[str, list[str]] = {}
    heading = ""
    for row in footnotes:
        if row.label in headings:
            heading = row.label
        else:
            about.setdefault(row.label, []).append(heading)
    return [f"Brås fotnot om {', '.join(filter(None, dict.fromkeys(names)))}: {text}" for text, names in about.items()]
