"""Which foreign kind a file is, decided by its content and never by its name.

    received = read_foreign(path)          None: not a foreign kind, perhaps one of our own tables
    received = read_foreign(path, workbook=read_workbook(path))     when the workbook is read already

Only the first 64 kB of a text file is looked at, so that a large table of our own passes quickly.
"""

import codecs
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl.errors import SourceError
from etl.extract import (
    json_stat,
    kolada_csv,
    kolada_json,
    population_csv,
    published_survey,
    pxweb_csv,
    sol_dbfil,
    sol_workbook,
)
from etl.extract.delimited import sniff_delimiter
from etl.extract.known_kinds import KNOWN_KINDS, KnownKind, not_statistics, refuse_heading, unknown_kind
from etl.extract.municipalities import Municipalities, load_municipalities
from etl.extract.received import Received
from etl.extract.text_encoding import decode, refuse_binary
from etl.extract.workbook_cells import Workbook, is_workbook, read_workbook

__all__ = ["KNOWN_KINDS", "KnownKind", "Reader", "read_foreign", "recognise_foreign", "unknown_kind"]

HEAD_BYTES = 65_536
MAX_TEXT_BYTES = 100_000_000
_HEAD_LINES = 4

TextReader = Callable[..., Received]

_TEXT_KINDS: tuple[tuple[str, Callable[[str], bool], TextReader], ...] = (
    (sol_dbfil.KIND, sol_dbfil.is_sol_dbfil, sol_dbfil.read_sol_dbfil),
    (kolada_csv.KIND, kolada_csv.is_kolada_csv, kolada_csv.read_kolada_csv),
    (published_survey.KIND, published_survey.is_published_survey, published_survey.read_published_survey),
    (population_csv.KIND, population_csv.is_population_csv, population_csv.read_population_csv),
)


@dataclass(frozen=True, kw_only=True)
class Reader:
    """`read` takes the municipalities and gives the rows; it may raise SourceError."""

    kind: str
    read: Callable[[Municipalities], Received]


def read_foreign(
    path: Path, *, workbook: Workbook | None = None, municipalities: Municipalities | None = None
) -> Received | None:
    """What the file holds, as rows of our own tables. None when it is not one of the foreign kinds.

    Raises SourceError for a file that cannot be read safely and for a known kind that is refused.
    """
    reader = recognise_foreign(path, workbook=workbook)
    if reader is None:
        return None
    return reader.read(municipalities or load_municipalities())


def recognise_foreign(path: Path, *, workbook: Workbook | None = None) -> Reader | None:
    """The reader of the file, or None. Raises SourceError like read_foreign."""
    if workbook is not None or is_workbook(path):
        return _workbook_reader(workbook or read_workbook(path), file=path.name)
    with path.open("rb") as stream:
        head = stream.read(HEAD_BYTES)
    refuse_binary(head, file=path.name)
    text = _head_text(head)
    start = text.lstrip()[:1]
    if start in ("{", "["):
        return _json_reader(_load_json(path), file=path.name)
    if start == "<":
        raise not_statistics(
            "Filen är en webbsida eller XML, även om den kan heta något annat",
            file=path.name,
            todo="Öppna den i Excel eller LibreOffice och spara den som .xlsx.",
        )
    reader = _text_reader(text, path)
    if reader is None:
        _check_encoding(head, file=path.name)
    return reader


def _workbook_reader(workbook: Workbook, *, file: str) -> Reader | None:
    if sol_workbook.is_bra_workbook(workbook):
        return Reader(
            kind=sol_workbook.KIND,
            read=lambda m: sol_workbook.read_sol_workbook(workbook, file=file, municipalities=m),
        )
    for sheet in workbook.sheets:
        first = " ".join(cell for row in sheet.rows[:2] for cell in row)
        if "Anmälda brott" in first and "Number of reported crimes" in first:
            raise not_statistics(
                "Arbetsboken är Stockholms stads egen tabell över anmälda brott; den räknar per 1 000 "
                "invånare den 31 "
                "december och går inte att jämföra med Brås tal",
                file=file,
                todo="Lämna in Brås uttag per stadsdelsområde i stället.",
            )
    return None


def _head_text(head: bytes) -> str:
    """Good enough to recognise a heading; the whole file is decoded with care when it is read."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "ignore")
    try:
        return codecs.getincrementaldecoder("utf-8-sig")("strict").decode(head)
    except UnicodeDecodeError:
        return head.decode("cp1252", "replace")


def _check_encoding(head: bytes, *, file: str) -> None:
    """A heading in a foreign encoding is not recognised, and that is then the reason to give."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return
    whole_lines = head if len(head) < HEAD_BYTES else head[: head.rfind(b"\n") + 1]
    if whole_lines:
        decode(whole_lines, file=file)


def _text_reader(head: str, path: Path) -> Reader | None:
    lines = [line.strip() for line in head.splitlines() if line.strip()][:_HEAD_LINES]
    if not lines:
        return None
    header = lines[0]
    for kind, recognises, read in _TEXT_KINDS:
        if recognises(header):
            return _reader_of_text(kind, read, path)
    if any(pxweb_csv.is_pxweb_csv(line) for line in lines):
        return _reader_of_text(pxweb_csv.KIND, pxweb_csv.read_pxweb_csv, path)
    refuse_heading(header.split(sniff_delimiter(header)), file=path.name)
    _refuse_bra_list(header, path)
    return None


def _reader_of_text(kind: str, read: TextReader, path: Path) -> Reader:
    return Reader(kind=kind, read=lambda m: read(_text(path), file=path.name, municipalities=m))


def _refuse_bra_list(first: str, path: Path) -> None:
    """Brå's list of 2021: "Ale kommun;2731;8547", with no heading at all."""
    fields = [f.strip() for f in first.split(";")]
    if len(fields) == 3 and fields[0].endswith(" kommun") and all(f.replace(" ", "").isdecimal() for f in fields[1:]):
        raise not_statistics(
            "Filen är Brås lista över kommuner utan rubriker: den säger varken vilket brott eller vilken "
            "period "
            "siffrorna gäller",
            file=path.name,
            todo="Lägg till rubriker, brottstyp, period och kommunkoder och spara som tabellen brott.",
        )


def _text(path: Path) -> str:
    if path.stat().st_size > MAX_TEXT_BYTES:
        raise SourceError(
            what=f"Filen är större än {MAX_TEXT_BYTES // 1_000_000} MB",
            where=path.name,
            todo="Dela uttaget i flera mindre filer.",
        )
    return decode(path.read_bytes(), file=path.name)[0]


def _load_json(path: Path) -> Any:
    text = _text(path)
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        place = f"{path.name}, rad {error.lineno}" if isinstance(error, json.JSONDecodeError) else path.name
        raise SourceError(
            what="JSON-filen är avhuggen eller trasig", where=place, todo="Hämta filen på nytt."
        ) from error


def _refuse_constant(name: str) -> float:
    raise ValueError(name)


def _json_reader(document: Any, *, file: str) -> Reader:
    if json_stat.is_json_stat(document):
        return Reader(
            kind=json_stat.KIND,
            read=lambda m: json_stat.read_json_stat(document, file=file, municipalities=m),
        )
    if kolada_json.is_kolada_json(document):
        return Reader(
            kind=kolada_json.KIND,
            read=lambda m: kolada_json.read_kolada_json(document, file=file, municipalities=m),
        )
    first = document[0] if isinstance(document, list) and document else document
    if isinstance(first, dict):
        _refuse_known_json(first, file=file)
    raise unknown_kind(file)


def _refuse_known_json(first: dict[str, Any], *, file: str) -> None:
    if {"datetime", "name", "location", "type"} <= first.keys():
        raise not_statistics(
            "Filen är händelser från polisen.se; de är ett urval av det polisen skriver om (under 5 "
            "procent av de anmälda "
            "brotten) och ingen statistik",
            file=file,
            todo="Lämna in Brås uttag av anmälda brott i stället.",
        )
    if first.get("type") in ("FeatureCollection", "Feature"):
        raise not_statistics(
            "Filen är en karta (GeoJSON) och innehåller inga siffror",
            file=file,
            todo="Lägg den bredvid tabellen omraden och ange dess namn i kolumnen polygon.",
        )
    items = first.get("values")
    if isinstance(items, list) and items and isinstance(items[0], dict) and {"id", "title"} <= items[0].keys():
        raise not_statistics(
            "Filen är Koladas beskrivning av nyckeltal eller kommuner och innehåller inga värden",
            file=file,
            todo="Hämta nyckeltalens värden från Kolada i stället.",
        )
