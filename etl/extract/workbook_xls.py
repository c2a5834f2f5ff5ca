"""Old Excel files (.xls, BIFF) through xlrd, which shows error cells, merges and what is hidden.

A stored .xls always holds the result of its formulas; xlrd gives the results and not which cells were
formulas.
"""

import io
from datetime import datetime, time
from pathlib import Path
from typing import Any

import xlrd

from etl.errors import SourceError
from etl.extract.cell_text import text_of
from etl.extract.workbook_model import CellRef, Sheet, column_name
from etl.extract.workbook_xlsx import damaged


def read_xls_sheets(path: Path) -> tuple[Sheet, ...]:
    """All worksheets. Raises SourceError for an encrypted or damaged file."""
    book = _open(path)
    return tuple(_sheet(book, book.sheet_by_index(i)) for i in range(book.nsheets))


def _open(path: Path) -> Any:
    data = path.read_bytes()
    try:
        return xlrd.open_workbook(file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO())
    except xlrd.XLRDError as error:
        if "encrypted" in str(error).casefold():
            raise SourceError(
                what="Arbetsboken är skyddad med lösenord",
                where=path.name,
                todo="Ta bort lösenordet (Arkiv, Info, Skydda arbetsbok) och spara igen.",
            ) from error
        raise damaged(path) from error
    except Exception as error:  # xlrd lets struct, index and assertion errors out of damaged files
        raise damaged(path) from error


def _sheet(book: Any, source: Any) -> Sheet:
    errors: list[CellRef] = []
    rows: list[tuple[str, ...]] = []
    for r in range(source.nrows):
        cells = []
        for c in range(source.row_len(r)):
            text, fault = _cell(book, source.cell(r, c))
            cells.append(text)
            if fault:
                errors.append(CellRef(reference=f"{column_name(c)}{r + 1}", row=r + 1, column=c, value=fault))
        rows.append(tuple(cells))
    while rows and not any(rows[-1]):
        rows.pop()
    width = max(map(len, rows), default=0)
    rows = [(*cells, *("",) * (width - len(cells))) for cells in rows]
    return Sheet(
        name=source.name,
        rows=tuple(rows),
        merged=tuple(f"{column_name(c1)}{r1 + 1}:{column_name(c2 - 1)}{r2}" for r1, r2, c1, c2 in source.merged_cells),
        hidden=source.visibility != 0,
        hidden_rows=tuple(sorted(r + 1 for r, info in source.rowinfo_map.items() if info.hidden and r < len(rows))),
        error_cells=tuple(errors),
    )


def _cell(book: Any, cell: Any) -> tuple[str, str]:
    """(text, "") or ("", what the cell shows instead of a value)."""
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return "", xlrd.error_text_from_code.get(cell.value, "fel")
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return text_of(bool(cell.value)), ""
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            year, month, day, hour, minute, second = xlrd.xldate_as_tuple(cell.value, book.datemode)
        except xlrd.xldate.XLDateError:
            return "", f"{text_of(float(cell.value))} som datum"
        if year == 0:
            return text_of(time(hour, minute, second)), ""
        return text_of(datetime(year, month, day, hour, minute, second)), ""  # noqa: DTZ001 - a date has no zone
    return text_of(cell.value), ""
