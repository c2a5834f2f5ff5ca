"""Write the workbook so that the same contract always gives the same bytes."""

import re
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl.workbook import Workbook

from etl.contract.model import Table
from etl.errors import LofteskollenError
from etl.template.read_me import READ_ME_SHEET, add_read_me
from etl.template.sheets import LISTS_SHEET, add_table_sheet

__all__ = ["LISTS_SHEET", "READ_ME_SHEET", "write_template"]

_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_FIXED_STAMP = b"1980-01-01T00:00:00Z"
_STAMP = re.compile(rb"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
_PROPERTIES = "docProps/core.xml"


def write_template(path: Path, tables: Iterable[Table]) -> None:
    """Write an .xlsx with one empty sheet per table after the sheet "Läs mig".

    Raises LofteskollenError when the name does not end in .xlsx or the file cannot be written.
    """
    if path.suffix.lower() != ".xlsx":
        raise LofteskollenError(
            what="Mallen är en Excelbok", where=str(path), todo="Ge filen ett namn som slutar på .xlsx."
        )
    content = _repeatable(_workbook(tuple(tables)))
    try:
        path.write_bytes(content)
    except OSError as error:
        raise LofteskollenError(
            what="Mallen kunde inte sparas",
            where=str(path),
            todo="Kontrollera att mappen finns och att filen inte är öppen i ett annat program.",
        ) from error


def _workbook(tables: tuple[Table, ...]) -> Workbook:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for table in tables:
        add_table_sheet(workbook, table)
    add_read_me(workbook, tables)
    workbook.active = 0
    workbook.properties.creator = "Löfteskollen"
    workbook.properties.title = "Mall för uppgifter till Löfteskollen"
    workbook.properties.language = "sv-SE"
    return workbook


def _repeatable(workbook: Workbook) -> bytes:
    """The workbook's bytes without the time of writing, which openpyxl puts in two places."""
    written = BytesIO()
    workbook.save(written)
    fixed = BytesIO()
    with ZipFile(written) as source, ZipFile(fixed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == _PROPERTIES:
                content = _STAMP.sub(_FIXED_STAMP, content)
            entry = ZipInfo(name, _FIXED_TIME)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, content)
    return fixed.getvalue()
