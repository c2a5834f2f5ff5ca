"""SCB's PxWeb CSV: `region;ålder;år;Folkmängd`, or with one column per year (`Folkmängd 2008`, …)."""

import re
from dataclasses import dataclass

from etl.errors import SourceError
from etl.extract.delimited import Line, read_lines, sniff_delimiter
from etl.extract.municipalities import Municipalities
from etl.extract.population_totals import PopulationCell, population_rows
from etl.extract.received import Received

KIND = "scb_pxweb_csv"
_TIME_HEADINGS = ("år", "månad", "tid")
_VALUE = re.compile(
    r"^folkmängd(?:en)?(?:\s+per\s+(?:region|månad))?(?:\s+(?P<time>\d{4}(?:M\d{2})?))?$", re.IGNORECASE
)
_TITLE_LINES = 3


@dataclass(frozen=True, kw_only=True)
class _Shape:
    region: int
    time: int | None
    groups: dict[str, int]
    values: dict[int, str]


def is_pxweb_csv(header: str) -> bool:
    """True for a heading line with region and a column named Folkmängd."""
    return _shape(_fields(header)) is not None


def read_pxweb_csv(text: str, *, file: str, municipalities: Municipalities) -> Received:
    """Rows for folkmangd; code and name share the region field, and age and sex are reduced to everybody.

    Raises SourceError when a dimension has no category for everybody.
    """
    lines = read_lines(text, delimiter=sniff_delimiter(_header_line(text)), file=file)
    at = next((i for i, line in enumerate(lines[: _TITLE_LINES + 1]) if _shape(line.fields)), None)
    shape = None if at is None else _shape(lines[at].fields)
    if at is None or shape is None:
        raise SourceError(
            what="Rubrikerna region och Folkmängd saknas",
            where=file,
            todo="Hämta tabellen från SCB på nytt som CSV.",
        )
    cells = [cell for line in lines[at + 1 :] for cell in _cells(line, shape, width=len(lines[at].fields), file=file)]
    if not cells:
        raise SourceError(what="Tabellen har inga rader", where=file, todo="Hämta tabellen från SCB på nytt.")
    table, notes, faults = population_rows(cells, file=file, municipalities=municipalities)
    return Received(kind=KIND, tables=(table,), notes=notes, faults=faults)


def _header_line(text: str) -> str:
    candidates = text.lstrip("\ufeff").split("\n", _TITLE_LINES + 1)[: _TITLE_LINES + 1]
    return next((line for line in candidates if is_pxweb_csv(line)), candidates[0])


def _fields(header: str) -> tuple[str, ...]:
    return tuple(f.strip().strip('"') for f in header.strip().split(sniff_delimiter(header)))


def _shape(fields: tuple[str, ...]) -> _Shape | None:
    folded = [f.casefold() for f in fields]
    values = {i: m["time"] or "" for i, f in enumerate(fields) if (m := _VALUE.match(f))}
    time = next((i for i, f in enumerate(folded) if f in _TIME_HEADINGS), None)
    if "region" not in folded or not values:
        return None
    long = time is not None and len(values) == 1 and not any(values.values())
    wide = time is None and all(values.values())
    if not long and not wide:
        return None
    region = folded.index("region")
    taken = {region, time, *values}
    groups = {f: i for i, f in enumerate(fields) if i not in taken}
    return _Shape(region=region, time=time, groups=groups, values=values)


def _cells(line: Line, shape: _Shape, *, width: int, file: str) -> list[PopulationCell]:
    if len(line.fields) != width:
        raise SourceError(
            what=f"Raden har {len(line.fields)} fält i stället för {width}",
            where=f"{file}, rad {line.number}",
            todo="Hämta tabellen från SCB på nytt, utan att ändra den.",
        )
    return [
        PopulationCell(
            row=line.number,
            region=line.fields[shape.region],
            groups={name: line.fields[i] for name, i in shape.groups.items()},
            time=line.fields[shape.time] if shape.time is not None else time,
            value=line.fields[i],
        )
        for i, time in shape.values.items()
    ]
