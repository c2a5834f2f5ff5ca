"""What python-calamine hides in an .xlsx file: error cells, formulas without a stored result, hidden rows.

calamine gives "" for an error cell and for a formula that has never been computed, and reads serial 60 (a
day that
never was) as 1900-02-28. Each sheet's XML is therefore scanned as bytes, which is fast, and parsed cell by
cell
only when the scan finds something. Document types and entities are refused before any XML reader sees them.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree
from xml.parsers import expat

from etl.errors import SourceError
from etl.extract.workbook_container import ZIP_DAMAGE
from etl.extract.workbook_model import CellRef, column_index, column_name

# A stray cell far out makes calamine lay out every cell on the way there.
MAX_CELLS = 20_000_000
_BLOCK = 1 << 20
_OVERLAP = 512

_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_SUSPECT = re.compile(rb"""\bt=["']e["']|<(?:\w+:)?f[\s/>]|<(?:\w+:)?row\b[^>]*\bhidden=["'](?:1|true)["']""")
_HINTS = (b't="e"', b"t='e'", b"<f", b":f", b"hidden=")
_ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]*?\br=["'](\d+)["']""")
_WIDE = re.compile(rb"""\br=["']([A-Z]{2,3})\d+["']""")
_FILLED_CELL = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\br=["']([A-Z]{1,3})(\d+)["'][^>]*(?<!/)>""")
_REFERENCE = re.compile(r"^([A-Z]{1,3})(\d+)$")


@dataclass(frozen=True, kw_only=True)
class SheetDetails:
    """What the sheet's XML says beside its values. `serial_60`: see serial_60_cells."""

    errors: tuple[CellRef, ...] = ()
    uncomputed: tuple[CellRef, ...] = ()
    formulas: tuple[str, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    serial_60: frozenset[tuple[int, int]] = frozenset()


def inspect_xlsx(path: Path) -> dict[str, SheetDetails]:
    """Details by sheet name, empty where nothing was suspect. Raises SourceError for entities, damage, or a
    cell impossibly far out."""
    try:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.casefold().endswith((".xml", ".rels")):
                    _refuse_entities(archive, name, file=path.name)
            parts = _sheet_parts(archive)
            return {sheet: _inspect_sheet(archive, part, path.name, sheet) for sheet, part in parts.items()}
    except (*ZIP_DAMAGE, ElementTree.ParseError, expat.ExpatError) as error:
        raise damaged(path) from error


def serial_60_cells(path: Path, sheet: str) -> frozenset[tuple[int, int]]:
    """Positions (1-based row, 0-based column) whose stored number is 60, the day 1900-02-29 that never
    was."""
    with zipfile.ZipFile(path) as archive:
        return _parse_sheet(archive, _sheet_parts(archive)[sheet]).serial_60


def damaged(path: Path) -> SourceError:
    return SourceError(
        what="Arbetsboken är skadad",
        where=path.name,
        todo="Öppna den i Excel eller LibreOffice, spara den på nytt och lämna in den igen.",
    )


def _blocks(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Overlapping blocks, so that a pattern on a border is seen."""
    with archive.open(name) as part:
        tail = b""
        while block := part.read(_BLOCK):
            yield tail + block
            tail = block[-_OVERLAP:]


def _refuse_entities(archive: zipfile.ZipFile, name: str, *, file: str) -> None:
    for number, block in enumerate(_blocks(archive, name)):
        if (number == 0 and block[:2] in (b"\xff\xfe", b"\xfe\xff")) or _DTD.search(block):
            raise SourceError(
                what="Arbetsboken innehåller XML-definitioner (DTD) och öppnas därför inte",
                where=file,
                todo="Öppna den i Excel eller LibreOffice och spara den på nytt.",
            )


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    targets = {
        relation.get("Id"): relation.get("Target", "")
        for relation in ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    }
    names = set(archive.namelist())
    parts: dict[str, str] = {}
    for element in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter():
        if element.tag.rpartition("}")[2] != "sheet":
            continue
        relation_id = next((v for k, v in element.attrib.items() if k.endswith("}id")), "")
        target = targets.get(relation_id) or ""
        part = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
        if part in names:
            parts[element.get("name", "")] = part
    return parts


def _inspect_sheet(archive: zipfile.ZipFile, part: str, file: str, sheet: str) -> SheetDetails:
    suspect = False
    last_row = 0
    last_column = len("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    for block in _blocks(archive, part):
        suspect = suspect or (any(hint in block for hint in _HINTS) and _SUSPECT.search(block) is not None)
        last_row = max(last_row, max(map(int, _ROW.findall(block)), default=0))
        last_column = max(
            last_column, max((column_index(c.decode()) + 1 for c in set(_WIDE.findall(block))), default=0)
        )
    if last_row * last_column > MAX_CELLS:
        _refuse_stray_cell(archive, part, file, sheet)
    return _parse_sheet(archive, part) if suspect else SheetDetails()


def _refuse_stray_cell(archive: zipfile.ZipFile, part: str, file: str, sheet: str) -> None:
    last_row = last_column = 0
    for block in _blocks(archive, part):
        for column, row in _FILLED_CELL.findall(block):
            last_row = max(last_row, int(row))
            last_column = max(last_column, column_index(column.decode()) + 1)
    if last_row * last_column > MAX_CELLS:
        raise SourceError(
            what=f"Bladet sträcker sig över {last_row} rader och {last_column} kolumner",
            where=f"{file}, blad {sheet}",
            todo="Någon cell långt ut är ifylld. Kopiera den riktiga tabellen till ett nytt blad.",
        )


@dataclass(kw_only=True)
class _SheetParser:
    """Collects what is asked for while expat walks the sheet."""

    errors: list[CellRef] = field(default_factory=list)
    uncomputed: list[CellRef] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    serial_60: set[tuple[int, int]] = field(default_factory=set)
    row: int = 0
    column: int = -1
    kind: str = ""
    has_formula: bool = False
    in_value: bool = False
    value: str = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "c":
            self._start_cell(attributes)
        elif name == "row":
            self.row = int(attributes.get("r", self.row + 1))
            self.column = -1
            if attributes.get("hidden") in ("1", "true"):
                self.hidden_rows.append(self.row)
        elif name == "f":
            self.has_formula = True
        elif name == "v":
            self.in_value = True

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        place = _REFERENCE.match(attributes.get("r", ""))
        self.column = column_index(place[1]) if place else self.column + 1
        self.row = int(place[2]) if place else self.row
        self.kind = attributes.get("t", "n")
        self.has_formula = False
        self.value = ""

    def text(self, data: str) -> None:
        if self.in_value:
            self.value += data

    def end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name == "v":
            self.in_value = False
        elif name == "c":
            self._end_cell()

    def _end_cell(self) -> None:
        if self.kind == "e":
            self.errors.append(self._reference(self.value or "fel"))
        elif self.has_formula and not self.value and self.kind != "str":
            self.uncomputed.append(self._reference("formel utan resultat"))
        elif self.has_formula:
            self.formulas.append(self._reference("").reference)
        if self.value == "60" and self.kind == "n":
            self.serial_60.add((self.row, self.column))

    def _reference(self, value: str) -> CellRef:
        reference = f"{column_name(self.column)}{self.row}"
        return CellRef(reference=reference, row=self.row, column=self.column, value=value)


def _parse_sheet(archive: zipfile.ZipFile, part: str) -> SheetDetails:
    collector = _SheetParser()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = collector.start
    parser.EndElementHandler = collector.end
    parser.CharacterDataHandler = collector.text
    with archive.open(part) as stream:
        parser.ParseFile(stream)
    return SheetDetails(
        errors=tuple(collector.errors),
        uncomputed=tuple(collector.uncomputed),
        formulas=tuple(collector.formulas),
        hidden_rows=tuple(collector.hidden_rows),
        serial_60=frozenset(collector.serial_60),
    )
