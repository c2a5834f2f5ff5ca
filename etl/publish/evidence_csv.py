"""A few rows as CSV, in the same form as the published tables."""

import codecs
import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from etl.publish.columns import TableInfo

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(table: TableInfo, rows: Iterable[Mapping[str, Any]]) -> bytes:
    """UTF-8 with BOM, semicolons, decimal comma, ISO dates; text that looks like a formula is made harmless."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    for row in rows:
        writer.writerow(_cell(row[column.name], column.kind) for column in table.columns)
    return codecs.BOM_UTF8 + out.getvalue().encode()


def _cell(value: Any, kind: str) -> str:
    if value is None:
        return ""
    if kind == "ja eller nej":
        return "ja" if value else "nej"
    if kind == "decimaltal":
        return str(value).replace(".", ",")
    words = str(value)
    return f"'{words}" if kind == "text" and words.startswith(_FORMULA) else words
