"""Broken workbooks."""

import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from tests.unit.broken.case import Case
from tests.unit.broken.cells import BROTT, FIRST, LAST
from tests.unit.extract.tiny_xls import tiny_xls

HEAD, ONE, TWO = (row.split(";") for row in (BROTT, FIRST, LAST))
Edit = Callable[[Worksheet], object]


def book(
    edit: Edit = lambda sheet: None, *, rows: Sequence[Sequence[str]] = (HEAD, ONE, TWO), title: str = "brott"
) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        workbook = openpyxl.Workbook()
        sheet = workbook.active
        sheet.title = title
        for row in rows:
            sheet.append(list(row))
        edit(sheet)
        path = folder / "bok.xlsx"
        workbook.save(path)
        return path

    return make


def in_book(id: str, edit: Edit, at: str, *says: str, received: int | None = None, refused: int = 1) -> Case:
    return Case(id=id, make=book(edit), at=f"bok.xlsx, {at}:", says=says, received=received, refused=refused)


def repacked(change: Callable[[zipfile.ZipFile], object]) -> Callable[[Path], None]:
    """A workbook with something more in it."""

    def make(folder: Path) -> None:
        with zipfile.ZipFile(book()(folder), "a", zipfile.ZIP_DEFLATED) as archive:
            change(archive)

    return make


def whole(id: str, make: Callable[[Path], object], *says: str, name: str = "bok.xlsx") -> Case:
    return Case(id=id, make=make, at=f"{name}:", says=says)


def _cut_off(folder: Path) -> None:
    path = book()(folder)
    path.write_bytes(path.read_bytes()[:-300])


def _bomb(archive: zipfile.ZipFile) -> None:
    with archive.open("xl/media/x.bin", "w") as part:
        for _ in range(60):
            part.write(bytes(1_000_000))


def _encrypted_old(folder: Path) -> None:
    tiny_xls(folder / "bok.xls", {"brott": [HEAD, ONE]}, encrypted=True)


def _encrypted_new(folder: Path) -> None:
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    (folder / "bok.xlsx").write_bytes(start + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600))


def _entities(folder: Path) -> None:
    path = book()(folder)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/workbook.xml"] = b'<!DOCTYPE x [<!ENTITY a "b">]>' + parts["xl/workbook.xml"]
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def _second_sheet(title: str, *rows: Sequence[str]) -> Edit:
    def edit(sheet: Worksheet) -> None:
        other = sheet.parent.create_sheet(title)
        for row in rows:
            other.append(list(row))

    return edit


def _set(**cells: object) -> Edit:
    def edit(sheet: Worksheet) -> None:
        for reference, value in cells.items():
            sheet[reference] = value

    return edit


def _error_cell(reference: str) -> Edit:
    def edit(sheet: Worksheet) -> None:
        sheet[reference] = "#REF!"
        sheet[reference].data_type = "e"

    return edit


THREE = ["1263", "theft", "2016", "5", "Brå per kommun och år", "Brå"]

CASES = (
    in_book(
        "formel utan resultat",
        _set(D3="=SUM(D2)"),
        "bladet brott, rad 3, kolumnen antal",
        "cell D3 har en formel som aldrig har räknats ut",
        "räkna om",
        received=2,
    ),
    in_book(
        "#REF! i en cell",
        _error_cell("E3"),
        "bladet brott, rad 3, kolumnen definition",
        "cell E3 visar felet #REF!",
        received=2,
    ),
    in_book(
        "sammanfogade celler",
        lambda s: s.merge_cells("A2:A3"),
        "bladet brott, rad 3, kolumnen kommun",
        "cellerna A2:A3 är sammanfogade",
        "Dela upp cellerna",
        received=2,
        refused=2,
    ),
    in_book(
        "titelrad ovanför rubrikerna",
        lambda s: (s.insert_rows(1), s.__setitem__("A1", "Brott i Svedala")),
        "bladet brott, rad 2",
        "rubrikerna för tabellen brott står på rad 2",
    ),
    in_book(
        "kolumn saknas i ett blad",
        lambda s: s.delete_cols(4),
        "bladet brott, rad 1, kolumnen antal",
        "kolumnen ”antal” saknas",
    ),
    in_book(
        "samma nyckel i två blad",
        _second_sheet("Brott ", HEAD, ["219" if c == "218" else c for c in ONE]),
        "bladet Brott, rad 2, kolumnen kommun",
        "upprepar nyckeln",
        "(bladet brott, rad 2)",
        received=3,
    ),
    in_book(
        "ett felstavat blad bredvid",
        _second_sheet("aktivitet", ["datum", "åtagande_id", "aktivitet"], ["2025-01-01", "a", "b"]),
        "bladet aktivitet",
        "liknar tabellen aktiviteter",
        "Döp bladet",
        received=3,
    ),
    in_book(
        "negativa tal i ett blad", _set(D3=-3), "bladet brott, rad 3, kolumnen antal", "−3 är negativt", received=2
    ),
    in_book(
        "en dag som inte finns i ett blad",
        _set(C3="2017-13"),
        "bladet brott, rad 3, kolumnen period",
        "2017-13",
        received=2,
    ),
    in_book(
        "personnummer i ett blad",
        _set(F3="ring 19811228-9874"),
        "bladet brott, rad 3, kolumnen källa",
        "ett personnummer",
        "ring ••••••••-••••",
        received=2,
    ),
    whole(
        "inget blad som känns igen",
        book(title="Blad1"),
        "inget blad som känns igen",
        "”Blad1”",
        "Döp i så fall bladet till brott",
    ),
    whole("arbetsbok utan innehåll", book(rows=(), title="Blad1"), "inget blad som känns igen", "”Blad1”"),
    whole("makron", repacked(lambda a: a.writestr("xl/vbaProject.bin", b"x")), "innehåller makron"),
    whole("zip-bomb", repacked(_bomb), "orimligt stor uppackad"),
    whole("avhuggen zip", _cut_off, "avhuggen eller skadad"),
    whole("XML-definitioner", _entities, "XML-definitioner (DTD)"),
    whole("lösenord, nytt format", _encrypted_new, "skyddad med lösenord"),
    whole("lösenord, gammalt format", _encrypted_old, "skyddad med lösenord", name="bok.xls"),
    whole(
        "zip-fil som inte är en arbetsbok",
        lambda f: zipfile.ZipFile(f / "bok.xlsx", "w").writestr("a.csv", "x"),
        "Zip-filen är ingen Excel-arbetsbok",
    ),
)
