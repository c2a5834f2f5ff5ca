"""One sheet per table: headings with notes, drop-down lists, formats. No row but the headings."""

from collections.abc import Sequence

from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from etl.contract import dictionary
from etl.contract.model import Column, Table
from etl.template import styles

LISTS_SHEET = "Listor"
LAST_ROW = 1_048_576
_INLINE_LIMIT = 255
_AUTHOR = "Löfteskollen"


def add_table_sheet(workbook: Workbook, table: Table) -> None:
    """A sheet named after the table, ready to be filled in from row 2."""
    sheet = workbook.create_sheet(table.name)
    for number, column in enumerate(table.columns, start=1):
        _heading(sheet, table, column, number)
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = _width(column)
        sheet.column_dimensions[letter].number_format = styles.NUMBER_FORMATS.get(column.kind, styles.TEXT_FORMAT)
        if column.choices:
            _drop_down(workbook, sheet, column, letter)
    sheet.row_dimensions[1].height = 32
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def note(table: Table, column: Column) -> str:
    """The note on a heading, in plain words."""
    lines = [column.explanation, f"Måste fyllas i: {dictionary.requirement(table, column)}."]
    if words := dictionary.allowed(column):
        lines.append(f"Tillåtet: {words}.")
    if sample := dictionary.example(column):
        lines.append(f"Exempel: {sample}")
    if table.open_columns and column is table.columns[-1]:
        lines.append("Till höger om den här kolumnen: en kolumn för varje fråga i enkäten.")
    return "\n".join(lines)


def _heading(sheet: Worksheet, table: Table, column: Column, number: int) -> None:
    needed = dictionary.requirement(table, column) != "nej"
    cell = sheet.cell(row=1, column=number, value=column.heading)
    cell.font = styles.REQUIRED_FONT if needed else styles.OPTIONAL_FONT
    cell.fill = styles.REQUIRED_FILL if needed else styles.OPTIONAL_FILL
    cell.alignment = styles.HEADING
    cell.border = styles.UNDERLINE
    text = note(table, column)
    cell.comment = Comment(text, _AUTHOR, width=320, height=60 + 20 * (text.count("\n") + len(text) // 45))


def _width(column: Column) -> float:
    longest = max((len(word) for word in (column.heading, *column.choices)), default=0)
    return max(styles.NARROWEST, styles.WIDTHS.get(column.kind, 0.0), longest + 4.0)


def _drop_down(workbook: Workbook, sheet: Worksheet, column: Column, letter: str) -> None:
    inline = ",".join(column.choices)
    if len(inline) <= _INLINE_LIMIT and not any("," in word or '"' in word for word in column.choices):
        formula = f'"{inline}"'
    else:
        formula = _listed(workbook, column.choices)
    validation = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=True)
    validation.errorTitle = "Inte i listan"
    validation.error = "Välj ett av orden i listan, eller lämna cellen tom."
    validation.add(f"{letter}2:{letter}{LAST_ROW}")
    sheet.add_data_validation(validation)


def _listed(workbook: Workbook, choices: Sequence[str]) -> str:
    """A reference to the words on their own sheet: the rule itself takes 255 characters and no commas."""
    if LISTS_SHEET not in workbook.sheetnames:
        workbook.create_sheet(LISTS_SHEET).sheet_state = "hidden"
    sheet = workbook[LISTS_SHEET]
    number = sheet.max_column + 1 if sheet["A1"].value is not None else 1
    for row, word in enumerate(choices, start=1):
        sheet.cell(row=row, column=number, value=word)
    letter = get_column_letter(number)
    return f"{LISTS_SHEET}!${letter}$1:${letter}${len(choices)}"
