"""The first sheet: how to fill in the workbook, and every column of every table explained."""

from collections.abc import Sequence

from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from etl.contract import dictionary
from etl.contract.model import Table
from etl.template import styles

READ_ME_SHEET = "Läs mig"
_HEADINGS = ("tabell", "rubrik", "förklaring", "måste fyllas i", "slag", "tillåtna värden", "exempel")
_WIDTHS = (22, 31, 56, 30, 14, 48, 24)

INTRODUCTION = (
    "Fyll bara i de blad du har uppgifter till. Tomma blad hoppas över.",
    "Skriv en rad för varje sak, från rad 2 och nedåt. Låt rubrikerna på rad 1 stå kvar.",
    "Rubriker med fet vit text på mörk botten måste fyllas i, ibland en av flera. Håll muspekaren över "
    "en rubrik för att se vad som menas; samma förklaringar finns i tabellen längre ned.",
    "Kolumnerna får byta plats, och egna kolumner får läggas till. Egna kolumner läses inte in, utom i enkat_svar.",
    "Skriv datum som 2017-03-31 och perioder som 2017, 2017-H1, 2017-K1, 2017-03 eller 2017-V07.",
    "Skriv kommunens kod med fyra siffror, till exempel 1263 för Svedala och 0136 för Haninge.",
    "Skriv 0 när antalet är noll. Lämna cellen tom, eller skriv .. (två punkter), när uppgiften saknas.",
    "Skriv värden och inte formler. Slå inte ihop celler.",
    "Skriv aldrig namn, personnummer, telefonnummer eller e-postadresser. Rader med sådana uppgifter tas inte emot.",
    "Fritext visas bara för allmänheten om kolumnen offentlig säger ja.",
    "I enkat_svar: lägg till en kolumn för varje fråga till höger om de andra. "
    "Rubriken är frågans namn i enkat_fragor, och svaret är ett tal eller ett ord ur frågans skala.",
    "Kontrollera filen med python -m etl check FIL innan den lämnas in. Alla fel visas på en gång, "
    "med blad, rad och vad som ska göras.",
)


def add_read_me(workbook: Workbook, tables: Sequence[Table]) -> None:
    """Write the sheet as the first of the workbook."""
    sheet = workbook.create_sheet(READ_ME_SHEET, 0)
    for letter, width in zip("ABCDEFG", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet["A1"] = "Läs mig"
    sheet["A1"].font = styles.TITLE
    row = _introduction(sheet, 3)
    row = _contents(sheet, tables, row + 1)
    _columns(sheet, tables, row + 1)
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _introduction(sheet: Worksheet, row: int) -> int:
    _subtitle(sheet, row, "Så fyller du i")
    for number, line in enumerate(INTRODUCTION, start=1):
        cell = sheet.cell(row=row + number, column=1, value=f"{number}. {line}")
        cell.font = styles.BODY
    return row + len(INTRODUCTION) + 1


def _contents(sheet: Worksheet, tables: Sequence[Table], row: int) -> int:
    _subtitle(sheet, row, "Blad")
    for number, table in enumerate(tables, start=1):
        link = sheet.cell(row=row + number, column=1, value=table.name)
        link.hyperlink = Hyperlink(ref=link.coordinate, location=f"'{table.name}'!A1")
        link.font = styles.LINK
        sheet.cell(row=row + number, column=2, value=table.title).font = styles.BODY_BOLD
        sheet.cell(row=row + number, column=3, value=table.explanation).font = styles.BODY
    return row + len(tables) + 1


def _columns(sheet: Worksheet, tables: Sequence[Table], row: int) -> None:
    _subtitle(sheet, row, "Kolumner")
    for number, heading in enumerate(_HEADINGS, start=1):
        cell = sheet.cell(row=row + 1, column=number, value=heading)
        cell.font, cell.fill, cell.alignment = styles.REQUIRED_FONT, styles.REQUIRED_FILL, styles.HEADING
    for offset, entry in enumerate(dictionary.rows(tables), start=2):
        texts = (
            entry.table_name,
            entry.heading,
            entry.explanation,
            entry.required,
            entry.kind,
            entry.allowed,
            entry.example,
        )
        for number, text in enumerate(texts, start=1):
            cell = sheet.cell(row=row + offset, column=number)
            cell.number_format = styles.TEXT_FORMAT
            cell.value = text
            cell.font = styles.BODY_BOLD if number == 2 and entry.required != "nej" else styles.BODY
            cell.alignment = styles.WRAPPED
            cell.border = styles.UNDERLINE


def _subtitle(sheet: Worksheet, row: int, text: str) -> None:
    cell = sheet.cell(row=row, column=1, value=text)
    cell.font = styles.SUBTITLE
    sheet.row_dimensions[row].height = 24
