"""Brå's text export ("dbfil"): Region;Brott;År;Period;Antal;/100 000 inv, data rows end with `;`."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from etl.errors import Fault, SourceError
from etl.extract.crime_rows import Observation, crime_rows
from etl.extract.delimited import Line, read_lines
from etl.extract.municipalities import Municipalities
from etl.extract.received import Received
from etl.extract.sol_labels import is_count, is_rate, sol_period
from etl.extract.source_text import MISSING, or_missing

KIND = "sol_dbfil"
_WIDTH = 6


@dataclass(frozen=True, kw_only=True)
class _Record:
    row: int
    place: str
    label: str
    observation: Observation


def is_sol_dbfil(header: str) -> bool:
    """True for the export's heading line."""
    fields = [f.strip() for f in header.rstrip(";").split(";")]
    return (
        len(fields) == _WIDTH
        and [f.casefold() for f in fields[:4]] == ["region", "brott", "år", "period"]
        and is_count(fields[4])
        and is_rate(fields[5])
    )


def read_sol_dbfil(text: str, *, file: str, municipalities: Municipalities) -> Received:
    """Rows for brott. Raises SourceError when the heading line is not the export's own."""
    lines = read_lines(text, delimiter=";", file=file)
    if not lines or not is_sol_dbfil(";".join(lines[0].fields)):
        raise SourceError(
            what="Filen är inte Brås textuttag",
            where=file,
            todo="Hämta uttaget från Brå på nytt, utan att ändra det.",
        )
    faults: list[Fault] = []
    records = list(_records(lines[1:], file=file, faults=faults))
    observations, headings = _observations(records)
    built = crime_rows(observations, file=file, sheet=None, municipalities=municipalities)
    notes = list(built.notes)
    if headings:
        notes.insert(0, f"{headings} rader är rubriker utan siffror (..) och är inga egna brottstyper.")
    return Received(kind=KIND, tables=built.tables, notes=tuple(notes), faults=(*faults, *built.faults))


def _records(lines: list[Line], *, file: str, faults: list[Fault]) -> Iterator[_Record]:
    for line in lines:
        fields = line.fields[:-1] if len(line.fields) == _WIDTH + 1 and not line.fields[-1] else line.fields
        if len(fields) != _WIDTH:
            faults.append(_fault(file, line, None, ";".join(fields), f"raden har {len(fields)} fält i stället för 6"))
            continue
        place, label, year, part, count, rate = fields
        period = sol_period((year, part))
        if period is None:
            faults.append(_fault(file, line, "period", f"{year} {part}", "perioden går inte att tolka"))
            continue
        if not place or not label:
            faults.append(_fault(file, line, "brott" if place else "region", "", "cellen är tom"))
            continue
        observation = Observation(
            row=line.number,
            place_label=place,
            path=(label,),
            period=period,
            count=or_missing(count),
            rate=or_missing(rate),
        )
        yield _Record(row=line.number, place=place, label=label, observation=observation)


def _fault(file: str, line: Line, column: str | None, value: str, reason: str) -> Fault:
    return Fault(
        file=file,
        row=line.number,
        column=column,
        value=value[:100],
        table="brott",
        reason=reason,
        remedy="Hämta uttaget från Brå på nytt, utan att ändra det.",
    )


def _observations(records: list[_Record]) -> tuple[list[Observation], int]:
    """Gives each label its ancestors. A label without any figure, or printed again, heads the labels after
    it."""
    observations: list[Observation] = []
    heading_rows = 0
    seen: set[tuple[str, str, str]] = set()
    for _, of_place in groupby(records, key=lambda r: r.place):
        ancestors: list[str] = []
        for label, group in groupby(of_place, key=lambda r: r.label):
            rows = list(group)
            if label in ancestors:
                del ancestors[ancestors.index(label) :]
            path = (*ancestors, label)
            if all(r.observation.is_missing for r in rows):
                heading_rows += len(rows)
                ancestors.append(label)
                continue
            again = False
            for r in rows:
                key = (r.place, label, r.observation.period.period)
                again = again or key in seen
                seen.add(key)
                observations.append(_with_path(r.observation, path))
            if again:
                ancestors.append(label)
            else:
                ancestors.clear()
    return observations, heading_rows


def _with_path(observation: Observation, path: tuple[str, ...]) -> Observation:
    return Observation(
        row=observation.row,
        place_label=observation.place_label,
        path=path,
        period=observation.period,
        count=observation.count or MISSING,
        rate=observation.rate or MISSING,
    )
