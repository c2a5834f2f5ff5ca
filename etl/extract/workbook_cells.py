"""Opens an Excel workbook safely and gives every sheet as rows of text with their real position.

    workbook = read_workbook(Path("lämnad.xlsx"))
    for row_number, cells in workbook.sheets[0].numbered(): ...

.xlsx is read with python-calamine (0.4 s for 100 000 rows of five columns) and looked through for what
calamine
hides (workbook_xlsx); .xls is read with xlrd (workbook_xls). A cell that shows an error or a formula that
has never
been computed is "" in `rows`, and stands in `error_cells` and as a Fault, so that it cannot pass as missing.
A computed formula counts with its stored result, and a note says so.
"""

import datetime
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import python_calamine as calamine

from etl.errors import Fault, SourceError
from etl.extract.cell_text import text_of
from etl.extract.workbook_container import Container, container_of
from etl.extract.workbook_model import CellRef, Sheet, Workbook, column_name
from etl.extract.workbook_xls import read_xls_sheets
from etl.extract.workbook_xlsx import SheetDetails, damaged, inspect_xlsx, serial_60_cells

__all__ = ["CellRef", "Sheet", "Workbook", "is_workbook", "read_workbook"]

_NEVER_WAS = datetime.date(1900, 2, 28)
_NAMED_CELLS = 5


def is_workbook(path: Path) -> bool:
    """True for a safe .xlsx or .xls, whatever it is called. Raises SourceError for an unsafe one."""
    return container_of(path) is not None


def read_workbook(path: Path) -> Workbook:
    """All worksheets as text. Raises SourceError when the file is not a workbook or not safe to open."""
    container = container_of(path)
    if container is None:
        raise SourceError(
            what="Filen är ingen Excel-arbetsbok",
            where=path.name,
            todo="Spara den som .xlsx och lämna in den igen.",
        )
    if container is Container.XLS:
        sheets = read_xls_sheets(path)
        return Workbook(sheets=sheets, notes=tuple(_hidden_notes(sheets)), faults=tuple(_faults(path.name, sheets)))
    details = inspect_xlsx(path)
    sheets = _read_xlsx_sheets(path, details)
    notes = [*_formula_notes(details), *_hidden_notes(sheets)]
    return Workbook(sheets=sheets, notes=tuple(notes), faults=tuple(_faults(path.name, sheets)))


def _read_xlsx_sheets(path: Path, details: dict[str, SheetDetails]) -> tuple[Sheet, ...]:
    try:
        book = calamine.load_workbook(path)
        return tuple(
            _sheet(path, book.get_sheet_by_name(meta.name), meta, details.get(meta.name, SheetDetails()))
            for meta in book.sheets_metadata
            if meta.typ == calamine.SheetTypeEnum.WorkSheet
        )
    except calamine.PasswordError as error:
        raise SourceError(
            what="Arbetsboken är skyddad med lösenord",
            where=path.name,
            todo="Ta bort lösenordet och spara igen.",
        ) from error
    except (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
        raise
    except BaseException as error:  # a panic in the Rust reader is no Exception
        raise damaged(path) from error


def _sheet(path: Path, source: Any, meta: Any, details: SheetDetails) -> Sheet:
    start = source.start
    first_row = 1 if start is None else start[0] + 1
    left = () if start is None else ("",) * start[1]
    suspects: list[tuple[int, int]] = []
    rows: list[tuple[str, ...]] = []
    # iter_rows leaves out empty columns on the left but not empty rows above (python-calamine 0.x), hence
    # the slice.
    filled = islice(source.iter_rows(), first_row - 1, None) if start is not None else ()
    for number, cells in enumerate(filled, start=first_row):
        if _NEVER_WAS in cells:
            suspects += [(number, len(left) + i) for i, cell in enumerate(cells) if cell == _NEVER_WAS]
        rows.append(left + tuple([c if type(c) is str else text_of(c) for c in cells]))
    never_were = _serial_60(path, meta.name, suspects)
    for cell in never_were:
        row = rows[cell.row - first_row]
        rows[cell.row - first_row] = (*row[: cell.column], "", *row[cell.column + 1 :])
    return Sheet(
        name=meta.name,
        rows=tuple(rows),
        first_row=first_row,
        merged=tuple(_range_name(r) for r in source.merged_cell_ranges or ()),
        hidden=meta.visible != calamine.SheetVisibleEnum.Visible,
        hidden_rows=details.hidden_rows,
        error_cells=(*details.errors, *details.uncomputed, *never_were),
    )


def _serial_60(path: Path, sheet: str, suspects: Sequence[tuple[int, int]]) -> tuple[CellRef, ...]:
    """Those of the suspects that hold 1900-02-29 and not the real day before it, which calamine shows
    alike."""
    if not suspects:
        return ()
    stored = serial_60_cells(path, sheet)
    return tuple(
        CellRef(reference=f"{column_name(column)}{row}", row=row, column=column, value="1900-02-29")
        for row, column in suspects
        if (row, column) in stored
    )


def _range_name(corners: tuple[tuple[int, int], tuple[int, int]]) -> str:
    (r1, c1), (r2, c2) = corners
    return f"{column_name(c1)}{r1 + 1}:{column_name(c2)}{r2 + 1}"


def _faults(file: str, sheets: Iterable[Sheet]) -> list[Fault]:
    return [
        Fault(
            file=file,
            sheet=sheet.name,
            row=cell.row,
            column=column_name(cell.column),
            value=cell.value,
            reason=_reason(cell),
            remedy="Skriv in värdet för hand, eller öppna arbetsboken, räkna om den och spara.",
        )
        for sheet in sheets
        for cell in sheet.error_cells
    ]


def _reason(cell: CellRef) -> str:
    if cell.value == "formel utan resultat":
        return f"cell {cell.reference} har en formel som aldrig har räknats ut"
    if cell.value == "1900-02-29" or cell.value.endswith(" som datum"):
        return f"cell {cell.reference} har ett datum som inte finns"
    return f"cell {cell.reference} visar felet {cell.value}"


def _formula_notes(details: dict[str, SheetDetails]) -> list[str]:
    notes = []
    for name, sheet in details.items():
        if sheet.formulas:
            named = ", ".join(sheet.formulas[:_NAMED_CELLS])
            more = " med flera" if len(sheet.formulas) > _NAMED_CELLS else ""
            notes.append(f"Bladet {name} har formler ({named}{more}); deras senast sparade resultat används.")
    return notes


def _hidden_notes(sheets: Iterable[Sheet]) -> list[str]:
    notes = []
    for sheet in sheets:
        if sheet.hidden and sheet.rows:
            notes.append(f"Bladet {sheet.name} är dolt.")
        if sheet.hidden_rows:
            notes.append(f"Bladet {sheet.name} har {len(sheet.hidden_rows)} dolda rader; de läses som andra rader.")
    return notes
