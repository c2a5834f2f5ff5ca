"""The workbook that people fill in: one sheet per table, and it reads back as the contract."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from etl.contract import TABLES
from etl.contract.headings import match
from etl.contract.model import Column, Kind, Table
from etl.errors import LofteskollenError
from etl.extract.workbook_cells import read_workbook
from etl.template.sheets import note
from etl.template.workbook import LISTS_SHEET, READ_ME_SHEET, write_template


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mall") / "mall.xlsx"
    write_template(path, TABLES.values())
    return path


@pytest.fixture(scope="module")
def workbook(template: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(template)


def _format_of(sheet: Worksheet, number: int) -> str:
    letter = openpyxl.utils.get_column_letter(number)
    return sheet.column_dimensions[letter].number_format


def test_sheets(workbook: openpyxl.Workbook) -> None:
    assert workbook.sheetnames == [READ_ME_SHEET, *TABLES]
    assert workbook.active.title == READ_ME_SHEET


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda t: t.name)
def test_a_sheet_holds_its_headings_and_nothing_else(template: Path, table: Table) -> None:
    rows = CalamineWorkbook.from_path(template).get_sheet_by_name(table.name).to_python()
    assert len(rows) == 1
    found = match(table, rows[0])
    assert found.fits
    assert not found.extra
    assert list(found.positions.values()) == list(range(len(table.columns)))


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda t: t.name)
def test_headings_carry_an_explanation_and_a_mark(workbook: openpyxl.Workbook, table: Table) -> None:
    sheet = workbook[table.name]
    assert sheet.freeze_panes == "A2"
    for number, column in enumerate(table.columns, start=1):
        cell = sheet.cell(1, number)
        assert cell.comment.text == note(table, column)
        assert column.explanation in cell.comment.text
        assert cell.font.bold == ("Måste fyllas i: ja" in cell.comment.text)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda t: t.name)
def test_drop_down_lists(workbook: openpyxl.Workbook, table: Table) -> None:
    lists = {next(iter(v.sqref.ranges)).bounds[0]: v for v in workbook[table.name].data_validations.dataValidation}
    wanted = {n: c.choices for n, c in enumerate(table.columns, start=1) if c.choices}
    assert {n: tuple(v.formula1.strip('"').split(",")) for n, v in lists.items()} == wanted
    assert all(next(iter(v.sqref.ranges)).bounds[1] == 2 for v in lists.values())
    assert all(len(v.formula1) <= 257 for v in lists.values())


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda t: t.name)
def test_formats_keep_leading_zeros_and_iso_dates(workbook: openpyxl.Workbook, table: Table) -> None:
    wanted = {
        Kind.DATE: "yyyy-mm-dd",
        Kind.TIME: "hh:mm",
        Kind.INTEGER: "0",
        Kind.YEAR: "0",
        Kind.DECIMAL: "General",
    }
    for number, column in enumerate(table.columns, start=1):
        assert _format_of(workbook[table.name], number) == wanted.get(column.kind, "@")


def test_read_me_explains_every_column(workbook: openpyxl.Workbook) -> None:
    rows = list(workbook[READ_ME_SHEET].iter_rows(values_only=True))
    start = next(n for n, row in enumerate(rows) if row[:2] == ("tabell", "rubrik")) + 1
    assert [row[:2] for row in rows[start:]] == [(t.name, c.heading) for t in TABLES.values() for c in t.columns]
    words = "\n".join(str(row[0]) for row in rows[:start])
    for needed in ("enkat_svar", "personnummer", "2017-03-31", "Skriv 0 när antalet är noll"):
        assert needed in words


def test_links_lead_to_the_sheets(workbook: openpyxl.Workbook) -> None:
    links = [cell.hyperlink for row in workbook[READ_ME_SHEET].iter_rows() for cell in row if cell.hyperlink]
    assert [link.location for link in links] == [f"'{name}'!A1" for name in TABLES]


def test_no_macros_and_nothing_from_outside(template: Path) -> None:
    with ZipFile(template) as archive:
        names = archive.namelist()
        assert not [n for n in names if "vba" in n.lower() or "externalLink" in n or n.endswith(".bin")]
        assert not [n for n in names if n.endswith(".rels") and b'TargetMode="External"' in archive.read(n)]


def test_the_same_contract_gives_the_same_bytes(template: Path, tmp_path: Path) -> None:
    again = tmp_path / "igen.xlsx"
    write_template(again, TABLES.values())
    assert again.read_bytes() == template.read_bytes()
    assert openpyxl.load_workbook(again).properties.modified == datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def test_our_own_reader_finds_no_fault(template: Path) -> None:
    read = read_workbook(template)
    assert [sheet.name for sheet in read.sheets] == [READ_ME_SHEET, *TABLES]
    assert (read.faults, read.notes) == ((), ())


def test_a_filled_in_row_reads_back(template: Path, tmp_path: Path) -> None:
    filled = openpyxl.load_workbook(template)
    sheet = filled["aktiviteter"]
    for heading, value in {
        "datum": date(2017, 3, 31),
        "starttid": time(8, 30),
        "timmar": 12.5,
        "avser period": "2017-03",
    }.items():
        column = next(c.column for c in sheet[1] if c.value == heading)
        sheet.cell(2, column, value)
    filled.save(tmp_path / "ifylld.xlsx")
    rows = CalamineWorkbook.from_path(tmp_path / "ifylld.xlsx").get_sheet_by_name("aktiviteter").to_python()
    read = dict(zip(rows[0], rows[1], strict=True))
    assert read["datum"] == date(2017, 3, 31)
    assert read["starttid"] == time(8, 30)
    assert read["timmar"] == 12.5
    assert read["avser period"] == "2017-03"


def test_a_long_list_of_words_stands_on_its_own_hidden_sheet(tmp_path: Path) -> None:
    long = tuple(f"ett ganska långt ord nummer {n}" for n in range(20))
    commas = ("Råd, Svedala", "Råd, Bara")
    columns = tuple(
        Column(name=f"c{n}", heading=f"c{n}", kind=Kind.CHOICE, explanation="", choices=choices)
        for n, choices in enumerate((long, commas))
    )
    write_template(tmp_path / "mall.xlsx", [Table(name="prov", title="", explanation="", columns=columns)])
    read = openpyxl.load_workbook(tmp_path / "mall.xlsx")
    assert read[LISTS_SHEET].sheet_state == "hidden"
    rules = [v.formula1 for v in read["prov"].data_validations.dataValidation]
    assert rules == ["Listor!$A$1:$A$20", "Listor!$B$1:$B$2"]
    assert tuple(row[0] for row in read[LISTS_SHEET].iter_rows(values_only=True)) == long


@pytest.mark.parametrize(("name", "what"), [("mall.xls", "Excelbok"), ("saknas/mall.xlsx", "kunde inte sparas")])
def test_a_file_that_cannot_be_written(tmp_path: Path, name: str, what: str) -> None:
    with pytest.raises(LofteskollenError, match=what):
        write_template(tmp_path / name, [TABLES["forum"]])
