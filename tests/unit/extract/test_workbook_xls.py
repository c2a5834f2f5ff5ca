import pytest
import xlrd

from etl.extract.workbook_cells import read_workbook
from etl.extract.workbook_xls import _cell
from tests.unit.extract.tiny_xls import ErrorCell, tiny_xls


def test_reads_old_excel_files_and_their_errors(tmp_path):
    path = tiny_xls(
        tmp_path / "b.xls", {"Blad å": [["Hej", 308.0, True], [None, 1.5, ErrorCell(0x17)]], "två": [["x"]]}
    )
    read = read_workbook(path)
    assert read.sheets[0].rows == (("Hej", "308", "SANT"), ("", "1.5", ""))
    assert read.sheet("två").rows == (("x",),)
    assert [(f.sheet, f.row, f.column, f.value) for f in read.faults] == [("Blad å", 2, "C", "#REF!")]


class _Book:
    datemode = 0


@pytest.mark.parametrize(
    ("serial", "text", "fault"),
    [
        (42825.0, "2017-03-31", ""),
        (0.25, "06:00", ""),
        (42825.5, "2017-03-31 12:00", ""),
        (60.0, "", "60 som datum"),
    ],
)
def test_dates_in_old_excel_files(serial, text, fault):
    assert _cell(_Book(), xlrd.sheet.Cell(xlrd.XL_CELL_DATE, serial)) == (text, fault)


def test_ragged_rows_become_equally_wide(tmp_path):
    path = tiny_xls(tmp_path / "b.xls", {"a": [["x"], [None, None, 3.0], [None]]})
    assert read_workbook(path).sheets[0].rows == (("x", "", ""), ("", "", "3"))
