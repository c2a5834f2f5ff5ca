"""Kolada values in long form: gender, value, kpi, year, municipality_id and more."""

from etl.errors import Fault, SourceError
from etl.extract.delimited import Line, read_lines, sniff_delimiter
from etl.extract.kolada_rows import KoladaValue, kolada_table
from etl.extract.municipalities import Municipalities
from etl.extract.received import Received

KIND = "kolada_csv"
_REQUIRED = {"gender", "value", "kpi", "year", "municipality_id"}


def _headings(line: str) -> list[str]:
    return [f.strip().strip('"').casefold() for f in line.strip().split(sniff_delimiter(line))]


def is_kolada_csv(header: str) -> bool:
    """True for a heading line with the names that Kolada's clients give the fields of a value."""
    return set(_headings(header)) >= _REQUIRED


def read_kolada_csv(text: str, *, file: str, municipalities: Municipalities) -> Received:
    """Rows for nyckeltal; NA and empty are missing."""
    lines = read_lines(text, delimiter=sniff_delimiter(text.split("\n", 1)[0]), file=file)
    headings = [f.strip().casefold() for f in lines[0].fields]
    lacking = sorted(_REQUIRED - set(headings))
    if lacking:
        raise SourceError(
            what=f"Koladas värden saknar kolumnen {lacking[0]}", where=file, todo="Hämta värdena från Kolada på nytt."
        )
    whole = [line for line in lines[1:] if len(line.fields) == len(headings)]
    broken = [line for line in lines[1:] if len(line.fields) != len(headings)]
    values = [_value(line, dict(zip(headings, line.fields, strict=True))) for line in whole]
    table, notes, faults = kolada_table(values, file=file, municipalities=municipalities)
    return Received(
        kind=KIND,
        tables=(table,),
        notes=notes,
        faults=(*(_fault(file, x, len(headings)) for x in broken), *faults),
    )


def _value(line: Line, cells: dict[str, str]) -> KoladaValue:
    return KoladaValue(
        row=line.number,
        kpi=cells["kpi"],
        place_id=cells["municipality_id"],
        year=cells["year"],
        gender=cells["gender"],
        value=cells["value"],
        count=cells.get("count", ""),
        status=cells.get("status", ""),
        place_name=cells.get("municipality", ""),
        kind=cells.get("municipality_type", ""),
    )


def _fault(file: str, line: Line, width: int) -> Fault:
    return Fault(
        file=file,
        row=line.number,
        value=",".join(line.fields)[:100],
        table="nyckeltal",
        reason=f"raden har {len(line.fields)} fält i stället för {width}",
        remedy="Hämta värdena från Kolada på nytt.",
    )
