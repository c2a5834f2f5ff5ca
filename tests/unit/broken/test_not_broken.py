"""Input that looks odd and is in order: it is read, with a remark where something was passed over."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.unit.broken.case import Make, files, lines, named
from tests.unit.broken.cells import BROTT, FIRST, LAST
from tests.unit.broken.harness import CommandLine
from tests.unit.broken.tables import ENKAT, ENKATER, FRAGA, FRAGOR
from tests.unit.broken.workbooks import HEAD, ONE, TWO, book
from tests.unit.extract.tiny_xls import tiny_xls

GOOD = lines(BROTT, FIRST, LAST)


def _hide(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
    sheet.parent.create_sheet("Diagram")
    sheet.sheet_state = "hidden"


def _computed(folder: Path) -> None:
    """openpyxl stores no results of formulas, so one is written into the sheet's XML."""
    path = book(lambda sheet: sheet.__setitem__("D3", "=100+85"))(folder)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"<f>100+85</f><v />", b"<f>100+85</f><v>185</v>")
    assert b"<v>185</v>" in parts[sheet]
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def _old_workbook(folder: Path) -> None:
    tiny_xls(folder / "bok.xls", {"brott": [HEAD, ONE, TWO], "Blad2": [["annat"]]})


IN_ORDER: dict[str, tuple[Make | Callable[[Path], object], int, str]] = {
    "bara rubriker": (files(brott=lines(BROTT)), 0, ""),
    "bara rubriker utan radslut": (files(brott=BROTT), 0, ""),
    "bara rubriker i ett blad": (book(rows=(HEAD,)), 0, ""),
    "UTF-8 med BOM": (named("brott.csv", GOOD.encode("utf-8-sig")), 2, ""),
    "Latin-1": (named("brott.csv", GOOD.encode("latin-1")), 2, ""),
    "CP1252": (named("brott.csv", GOOD.replace("Brå\n", "Brå – SOL\n").encode("cp1252")), 2, ""),
    "UTF-16 med BOM": (named("brott.csv", GOOD.encode("utf-16")), 2, ""),
    "radslut från Windows": (files(brott=GOOD.replace("\n", "\r\n")), 2, ""),
    "radslut från gamla Mac": (files(brott=GOOD.replace("\n", "\r")), 2, ""),
    "komma": (files(brott=GOOD.replace(";", ",")), 2, ""),
    "tabb": (files(brott=GOOD.replace(";", "\t")), 2, ""),
    "annat filnamn": (named("lista.txt", GOOD), 2, ""),
    "Excels rad sep=": (files(brott="sep=;\n" + GOOD), 2, ""),
    "tomma rader": (files(brott="\n;;;;;\n" + GOOD.replace("\n", "\n\n;;;;;\n \t\n")), 2, ""),
    "skiljetecken sist på raden": (files(brott=GOOD.replace("\n", ";\n")), 2, ""),
    "skiljetecken sist på rubrikraden": (files(brott=GOOD.replace(BROTT, BROTT + ";;")), 2, ""),
    "rubriker i annan form": (
        files(brott=GOOD.replace(BROTT, " Kommun ;BROTTSTYP;Period;antal;Definition;KÄLLA")),
        2,
        "",
    ),
    "radbrytning i en rubrik": (
        files(loften=lines('löfte_id;kommun;rubrik;"diarienummer\npolisen"', "9999-L;9999;Löfte;A1")),
        1,
        "",
    ),
    "citattecken inuti ett ord": (files(brott=GOOD.replace("Brå\n", '5" rör\n')), 2, ""),
    "kolumn för mycket": (
        files(brott=GOOD.replace("\n", ";x\n").replace("källa;x", "källa;färg")),
        2,
        "lästes inte: ”färg”",
    ),
    "kolumn utan rubrik": (
        files(brott=lines("kommun;;brottstyp;period;antal", "1263;x;skadegorelse;2017;308")),
        1,
        "kolumner utan rubrik lästes inte: nummer 2",
    ),
    "dolt blad": (book(_hide), 2, "Bladet brott är dolt"),
    "formel med resultat": (_computed, 2, "har formler (D3)"),
    "gammal arbetsbok": (_old_workbook, 2, "bladet ”Blad2” är ingen av våra tabeller"),
    "arbetsbok med annat filnamn": (lambda f: book()(f).rename(f / "brott.csv"), 2, ""),
    "svar med kommun och omgång": (
        files(
            enkater=lines(ENKATER, ENKAT),
            enkat_fragor=lines(FRAGOR, FRAGA),
            enkat_svar=lines("kommun;omgång;svar_id;Trygg", "9999;2025;1;trygg", "9999;2025;2;1", "9999;2025;3;"),
        ),
        5,
        "",
    ),
    "lika rader i två filer": (files(brott=GOOD, kopia=GOOD + "\n"), 4, "2 rader fanns redan"),
}


@pytest.mark.parametrize("kind", IN_ORDER)
def test_is_read(kind: str, data: Path, etl: CommandLine) -> None:
    make, rows, remark = IN_ORDER[kind]
    make(data)
    answer = etl.check(data)
    assert (answer.code, answer.err) == (0, ""), answer.said
    assert answer.out.splitlines()[-1] == f"Inga fel i {rows} {'rad' if rows == 1 else 'rader'}."
    assert remark in answer.out
    assert remark or answer.out.count("\n") == 1
