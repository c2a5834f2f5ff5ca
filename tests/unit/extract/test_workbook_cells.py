import datetime
import io
import zipfile

import openpyxl
import pytest

from etl.errors import SourceError
from etl.extract import workbook_container, workbook_xlsx
from etl.extract.workbook_cells import is_workbook, read_workbook
from etl.extract.workbook_model import column_index, column_name
from tests.unit.extract.tiny_xls import tiny_xls


def saved(book, path):
    book.save(path)
    return path


@pytest.fixture
def book():
    return openpyxl.Workbook()


def repacked(path, *, changed=None, removed=(), added=None):
    """The same zip with some parts changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name not in removed}
    parts |= {name: change(parts[name]) for name, change in (changed or {}).items()}
    parts |= added or {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


SHEET = "xl/worksheets/sheet1.xml"


def test_values_become_text_at_their_real_position(book, tmp_path):
    sheet = book.active
    sheet["B3"] = "Åtgärd"
    sheet["C3"] = 308
    sheet["D3"] = 0.1 + 0.2
    sheet["E3"] = datetime.date(2017, 3, 31)
    sheet["F3"] = datetime.datetime(2017, 3, 31, 14, 5)  # noqa: DTZ001
    sheet["G3"] = datetime.time(8, 30)
    sheet["H3"] = True
    sheet["I3"] = datetime.timedelta(hours=36)
    sheet["C5"] = "sist"
    read = read_workbook(saved(book, tmp_path / "b.xlsx"))
    (first, *_), sheet = read.sheets, read.sheets[0]
    assert first.first_row == 3
    assert sheet.rows[0] == (
        "",
        "Åtgärd",
        "308",
        "0.3",
        "2017-03-31",
        "2017-03-31 14:05",
        "08:30",
        "SANT",
        "36:00",
    )
    assert sheet.rows[2][2] == "sist"
    assert [number for number, _ in sheet.numbered()] == [3, 4, 5]
    assert read.faults == ()


def test_error_cells_and_formulas_never_computed_are_faults_and_not_missing(book, tmp_path):
    sheet = book.active
    sheet["A1"] = "#REF!"
    sheet["A1"].data_type = "e"
    sheet["B2"] = "=1+1"
    read = read_workbook(saved(book, tmp_path / "b.xlsx"))
    assert [(f.row, f.column, f.value) for f in read.faults] == [
        (1, "A", "#REF!"),
        (2, "B", "formel utan resultat"),
    ]
    assert "aldrig har räknats ut" in read.faults[1].reason
    assert [cell.reference for cell in read.sheets[0].error_cells] == ["A1", "B2"]


def test_a_computed_formula_counts_with_its_stored_result_and_is_noted(book, tmp_path):
    book.active["A1"] = "=1+1"
    book.active["A2"] = "=A1&A3"
    path = saved(book, tmp_path / "b.xlsx")

    def computed(xml):
        xml = xml.replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>").replace(
            b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>"
        )
        return xml.replace(b'<c r="A2">', b'<c r="A2" t="str">')

    read = read_workbook(repacked(path, changed={SHEET: computed}))
    assert read.sheets[0].rows[0] == ("2",)
    assert read.faults == ()
    assert "A1, A2" in read.notes[0]


def test_the_day_that_never_was_is_refused_and_its_neighbours_are_not(book, tmp_path):
    for column, serial in enumerate((59, 60, 61), start=1):
        cell = book.active.cell(1, column, serial)
        cell.number_format = "yyyy-mm-dd"
    read = read_workbook(saved(book, tmp_path / "b.xlsx"))
    assert read.sheets[0].rows[0] == ("1900-02-28", "", "1900-03-01")
    assert [(f.column, f.value) for f in read.faults] == [("B", "1900-02-29")]


def test_merges_hidden_rows_and_hidden_sheets_are_told(book, tmp_path):
    sheet = book.active
    sheet["A1"], sheet["A2"] = "rubrik", "x"
    sheet.merge_cells("A1:C1")
    sheet.row_dimensions[2].hidden = True
    hidden = book.create_sheet("gömt")
    hidden["A1"] = "y"
    hidden.sheet_state = "hidden"
    read = read_workbook(saved(book, tmp_path / "b.xlsx"))
    assert read.sheets[0].merged == ("A1:C1",)
    assert read.sheets[0].hidden_rows == (2,)
    assert [s.hidden for s in read.sheets] == [False, True]
    assert any("gömt" in note for note in read.notes)


def test_an_empty_sheet_has_no_rows(book, tmp_path):
    assert read_workbook(saved(book, tmp_path / "b.xlsx")).sheets[0].rows == ()


def test_content_decides_and_not_the_name(book, tmp_path):
    book.active["A1"] = "x"
    assert is_workbook(saved(book, tmp_path / "b.xlsx").rename(tmp_path / "b.csv"))
    (tmp_path / "text.xlsx").write_text("a;b\n", encoding="utf-8")
    assert not is_workbook(tmp_path / "text.xlsx")
    with pytest.raises(SourceError, match="ingen Excel-arbetsbok"):
        read_workbook(tmp_path / "text.xlsx")


def refused(path, word):
    with pytest.raises(SourceError, match=word) as raised:
        read_workbook(path)
    assert path.name in raised.value.where
    assert raised.value.todo


def test_refuses_macro_workbooks(book, tmp_path):
    path = saved(book, tmp_path / "b.xlsx")
    refused(repacked(path, added={"xl/vbaProject.bin": b"x"}), "makron")
    path = saved(book, tmp_path / "c.xlsm")
    macro = repacked(path, changed={"[Content_Types].xml": lambda x: x.replace(b"main+xml", b"macroEnabled.main+xml")})
    refused(macro, "makron")
    ole = tmp_path / "d.xls"
    ole.write_bytes(tiny_xls(ole, {"a": [["x"]]}).read_bytes() + "_VBA_PROJECT_CUR".encode("utf-16-le"))
    refused(ole, "makron")


def test_refuses_encrypted_workbooks(tmp_path):
    path = tmp_path / "b.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    refused(path, "lösenord")
    refused(tiny_xls(tmp_path / "c.xls", {"a": [["x"]]}, encrypted=True), "lösenord")


def test_refuses_zip_bombs(book, tmp_path, monkeypatch):
    path = saved(book, tmp_path / "b.xlsx")
    refused(repacked(path, added={"xl/big.xml": bytes(12_000_000)}), "växer")
    monkeypatch.setattr(workbook_container, "MAX_UNPACKED", 1_000)
    refused(path, "MB uppackad")
    monkeypatch.setattr(workbook_container, "MAX_ENTRIES", 3)
    refused(path, "delar")


def test_refuses_entities_before_any_xml_is_read(book, tmp_path):
    book.active["A1"] = "x"
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    for part in (SHEET, "xl/workbook.xml", "xl/styles.xml"):
        path = saved(book, tmp_path / "b.xlsx")
        refused(repacked(path, changed={part: lambda xml: bomb + xml}), "DTD")


def test_refuses_a_stray_cell_far_out_but_not_mere_formatting(book, tmp_path, monkeypatch):
    book.active["A1"] = "x"
    book.active["XFD1048576"].font = openpyxl.styles.Font(bold=True)
    assert read_workbook(saved(book, tmp_path / "b.xlsx")).sheets[0].rows == (("x",),)
    book.active["XFD1048576"] = "y"
    refused(saved(book, tmp_path / "b.xlsx"), "1048576 rader")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "tom"),
        (b"PK\x03\x04" + bytes(50), "avhuggen"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9), "Office"),
    ],
)
def test_refuses_empty_and_cut_off_files(tmp_path, data, word):
    path = tmp_path / "b.xlsx"
    path.write_bytes(data)
    refused(path, word)


def test_refuses_a_cut_off_workbook(book, tmp_path):
    path = saved(book, tmp_path / "b.xlsx")
    path.write_bytes(path.read_bytes()[:-200])
    refused(path, "avhuggen")
    xls = tiny_xls(tmp_path / "b.xls", {"a": [["x"]]})
    xls.write_bytes(xls.read_bytes()[:700] + "Workbook".encode("utf-16-le"))
    refused(xls, "skadad")


def test_refuses_damaged_parts(book, tmp_path):
    book.active["A1"] = "x"
    path = saved(book, tmp_path / "b.xlsx")
    refused(repacked(path, changed={SHEET: lambda xml: xml[: len(xml) // 2]}), "skadad")
    path = saved(book, tmp_path / "c.xlsx")
    refused(repacked(path, changed={"xl/workbook.xml": lambda _: b"<nonsense"}), "skadad")


def test_refuses_other_zip_files(tmp_path):
    for names, word in (
        (("content.xml", "mimetype"), "ods"),
        (("xl/workbook.bin",), "xlsb"),
        (("a.csv",), "ingen Excel"),
    ):
        path = tmp_path / "b.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for name in names:
                archive.writestr(name, "x")
        refused(path, word)


def test_patterns_on_a_block_border_are_seen(book, tmp_path, monkeypatch):
    monkeypatch.setattr(workbook_xlsx, "_BLOCK", 16)
    book.active["A1"] = "#N/A"
    book.active["A1"].data_type = "e"
    assert [f.value for f in read_workbook(saved(book, tmp_path / "b.xlsx")).faults] == ["#N/A"]


def test_a_hundred_thousand_rows_are_read_whole(tmp_path):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for i in range(100_000):
        sheet.append(["1263", i])
    buffer = io.BytesIO()
    book.save(buffer)
    path = tmp_path / "b.xlsx"
    path.write_bytes(buffer.getvalue())
    rows = read_workbook(path).sheets[0].rows
    assert len(rows) == 100_000
    assert rows[-1] == ("1263", "99999")


def test_column_names():
    assert [column_name(i) for i in (0, 25, 26, 16383)] == ["A", "Z", "AA", "XFD"]
    assert [column_index(n) for n in ("A", "Z", "AA", "XFD")] == [0, 25, 26, 16383]


def test_refuses_a_zip_with_two_parts_of_one_name(book, tmp_path):
    path = saved(book, tmp_path / "b.xlsx")
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(SHEET, "<worksheet/>")
    refused(path, "två gånger")


def test_refuses_damaged_compression(book, tmp_path):
    path = saved(book, tmp_path / "b.xlsx")
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo(SHEET)
    data = bytearray(path.read_bytes())
    start = entry.header_offset + 30 + len(SHEET)
    data[start : start + 20] = b"\xff" * 20
    path.write_bytes(data)
    refused(path, "skadad")
