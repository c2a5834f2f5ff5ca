"""Separated text (CSV) as numbered lines of fields."""

import csv
import io
from dataclasses import dataclass

from etl.errors import SourceError

DELIMITERS = (";", ",", "\t")


@dataclass(frozen=True, kw_only=True)
class Line:
    """`number` is the 1-based line in the file where the record begins."""

    number: int
    fields: tuple[str, ...]


def sniff_delimiter(header: str) -> str:
    """The separator that occurs most in the heading line, `;` when none does."""
    return max(DELIMITERS, key=header.count)


def read_lines(text: str, *, delimiter: str, file: str) -> list[Line]:
    """All records but empty ones, fields stripped of surrounding blanks.

    Raises SourceError for an unclosed quotation mark or a field too long to be a cell.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines: list[Line] = []
    start = 1
    try:
        for fields in reader:
            if any(field.strip() for field in fields):
                lines.append(Line(number=start, fields=tuple(field.strip() for field in fields)))
            start = reader.line_num + 1
    except csv.Error as error:
        too_long = "larger than" in str(error)
        reason = "En cell är orimligt lång" if too_long else "Ett citattecken är inte avslutat"
        raise SourceError(
            what=reason,
            where=f"{file}, rad {start}",
            todo="Kontrollera raden och exportera filen på nytt.",
        ) from error
    return lines
