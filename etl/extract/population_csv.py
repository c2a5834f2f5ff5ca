"""A plain list of municipalities and their population: kommun_kod, kommun_namn, population, år."""

from etl.errors import Fault, SourceError
from etl.extract.delimited import read_lines, sniff_delimiter
from etl.extract.municipalities import Municipalities
from etl.extract.received import Received, ReceivedRow, ReceivedTable
from etl.extract.source_text import MISSING, or_missing

KIND = "folkmangd_lista"
_CODE = ("kommun_kod", "kommunkod", "kommun kod")
_COUNT = ("population", "folkmängd", "folkmangd", "invånare", "invanare")
_YEAR = ("år", "ar", "year")


def is_population_csv(header: str) -> bool:
    """True for a heading line with a municipality code and a population."""
    fields = [f.strip().strip('"').casefold() for f in header.split(sniff_delimiter(header))]
    return any(f in _CODE for f in fields) and any(f in _COUNT for f in fields)


def read_population_csv(text: str, *, file: str, municipalities: Municipalities) -> Received:
    """Rows for folkmangd. Raises SourceError when no column says which year the figures are for."""
    lines = read_lines(text, delimiter=sniff_delimiter(text.split("\n", 1)[0]), file=file)
    headings = [f.casefold() for f in lines[0].fields]
    code, count = _index(headings, _CODE), _index(headings, _COUNT)
    year = _index(headings, _YEAR)
    if code is None or count is None:
        raise SourceError(
            what="Kolumnerna för kommunkod och folkmängd saknas",
            where=file,
            todo="Lägg till dem och lämna in igen.",
        )
    if year is None:
        raise SourceError(
            what="Listan över folkmängd säger inte vilket år den gäller",
            where=file,
            todo="Lägg till en kolumn ”år” (31 december det året); filens namn räcker inte.",
        )
    rows: list[ReceivedRow] = []
    faults: list[Fault] = []
    for line in lines[1:]:
        fields = (*line.fields, *("",) * (len(headings) - len(line.fields)))
        municipality = fields[code].zfill(4)
        if municipality not in municipalities.names:
            faults.append(_unknown(file, line.number, fields[code]))
            continue
        values = {
            "kommun": municipality,
            "område": "",
            "region": "",
            "år": fields[year],
            "månad": "",
            "kön": "",
            "antal": or_missing(fields[count]) or MISSING,
            "källa": "",
        }
        rows.append(ReceivedRow(row=line.number, values=values))
    table = ReceivedTable(table="folkmangd", rows=tuple(rows))
    return Received(kind=KIND, tables=(table,), faults=tuple(faults))


def _index(headings: list[str], names: tuple[str, ...]) -> int | None:
    return next((i for i, heading in enumerate(headings) if heading in names), None)


def _unknown(file: str, row: int, value: str) -> Fault:
    return Fault(
        file=file,
        row=row,
        column="kommun_kod",
        value=value,
        table="folkmangd",
        reason="koden finns inte i listan över Sveriges kommuner",
        remedy="Rätta koden (fyra siffror).",
    )
