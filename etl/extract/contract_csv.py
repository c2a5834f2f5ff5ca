"""CSV files with contract headings: which table, which delimiter, and the careful reading of irregular ones."""

import csv
import io
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.contract import TABLES, Table
from etl.contract.blanks import tidy
from etl.contract.headings import HeadingMatch, closest, match, table_named
from etl.contract.values import shown
from etl.errors import Fault

DELIMITERS = (";", "\t", ",")
HEAD_BYTES = 1_000_000
MAX_LINE = 1_000_000
MAX_RECORD_LINES = 200
_LINE_BREAK = re.compile("\r\n|\r|\n")
_SEP = re.compile(r'"?sep=.?"?', re.IGNORECASE)
_LOOK_DOWN = 20
_QUOTES = 'Skriv " runt hela värdet, och dubbla citattecken ("") inuti det.'


@dataclass(frozen=True, kw_only=True)
class ContractCsv:
    """What the first line of a CSV says: its table, delimiter and headings.

    `header_line` is where they begin (1-based), `header_lines` how many lines they take.
    """

    table: Table
    delimiter: str
    headings: tuple[str, ...]
    match: HeadingMatch
    header_line: int
    header_lines: int = 1


def recognise_contract_csv(path: Path, head: str) -> ContractCsv | None:
    """Find the table whose headings stand in the first line that is not blank. None: not a contract table.

    `head` is the decoded beginning of the file. The file's name only decides between equals. Excel's own
    first line "sep=;" is passed over.
    """
    lines = _LINE_BREAK.split(head.lstrip("\ufeff"))
    number = next((i for i, line in enumerate(lines) if line.strip(" \t;,") and not _SEP.fullmatch(line)), None)
    return None if number is None else _shape(lines[number:], number + 1, path)


def headings_further_down(path: Path, head: str, first_line: int) -> ContractCsv | None:
    """The headings of a contract table on one of the lines below the first: then something stands above them."""
    lines = _LINE_BREAK.split(head)[: first_line + _LOOK_DOWN]
    for number in range(first_line, len(lines)):
        shape = _shape(lines[number:], number + 1, path)
        if shape is not None and shape.match.fits:
            return shape
    return None


def _shape(lines: list[str], header_line: int, path: Path) -> ContractCsv | None:
    named = table_named(TABLES.values(), path.stem)
    best: tuple[float, ContractCsv] | None = None
    for delimiter in DELIMITERS:
        headings, spanned = _first_record(lines, delimiter)
        while headings and not tidy(headings[-1]):
            headings.pop()
        if len(headings) < 2:
            continue
        for table, fit, score in _candidates(headings, named):
            rank = score + (0.5 if table is named and score > 0 else 0) + (1 if fit.fits else 0)
            if best is None or rank > best[0]:
                shape = ContractCsv(
                    table=table,
                    delimiter=delimiter,
                    headings=tuple(headings),
                    match=fit,
                    header_line=header_line,
                    header_lines=spanned,
                )
                best = (rank, shape)
    return best[1] if best else None


def read_carefully(text_lines: io.TextIOBase, shape: ContractCsv, name: str) -> Iterator[tuple[int, list[str]] | Fault]:
    """Read records one by one with their real line numbers; what cannot be read is a Fault for each line.

    `text_lines` stands at the beginning of the file. Rows with nothing in them are passed over. After a
    quotation mark that is never closed, reading goes on with the next line, so that no row is lost.
    """
    csv.field_size_limit(MAX_LINE)
    lines = _Lines(text_lines)
    lines.skip(shape.header_line - 1)
    reader = csv.reader(lines, delimiter=shape.delimiter, strict=True, skipinitialspace=True)
    headings_read = False
    while True:
        lines.begin_record()
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield _unreadable(error, shape, name, lines.first)
            lines.retry_after_first()
            reader = csv.reader(lines, delimiter=shape.delimiter, strict=True, skipinitialspace=True)
            continue
        if not headings_read:
            headings_read = True
        elif not is_empty(record):
            yield from _record(record, shape, name, lines)


def is_empty(record: Sequence[str]) -> bool:
    """Nothing in any cell but blanks."""
    return not any(tidy(cell) for cell in record)


def _record(
    record: list[str], shape: ContractCsv, name: str, lines: "_Lines"
) -> Iterator[tuple[int, list[str]] | Fault]:
    width = len(shape.headings)
    if len(record) > width and is_empty(record[width:]):
        record = record[:width]
    if len(record) == width:
        yield lines.first, record
        return
    values = "1 värde" if len(record) == 1 else f"{len(record)} värden"
    yield Fault(
        file=name,
        table=shape.table.name,
        row=lines.first,
        reason=f"raden har {values} men rubrikraden har {width}",
        remedy="Se efter om ett skiljetecken fattas, eller står inuti ett värde utan citattecken.",
    )
    for line in range(lines.first + 1, lines.last + 1):
        yield Fault(
            file=name,
            table=shape.table.name,
            row=line,
            reason=f"raden står inom citattecken som öppnas på rad {lines.first}, och den raden kan inte läsas",
            remedy=_QUOTES,
        )


def _unreadable(error: csv.Error, shape: ContractCsv, name: str, line: int) -> Fault:
    if "field larger than" in str(error):
        reason = "ett värde är längre än en miljon tecken"
        remedy = "Sök efter ett citattecken som öppnas men inte stängs."
    else:
        reason, remedy = "ett citattecken öppnas men stängs inte som det ska", _QUOTES
    return Fault(file=name, table=shape.table.name, row=line, reason=reason, remedy=remedy)


class _Lines:
    """Physical lines for csv.reader, which remembers those of the record being read and can give them again."""

    def __init__(self, stream: Iterable[str]) -> None:
        self._stream = iter(stream)
        self._again: deque[str] = deque()
        self._record: list[str] = []
        self.last = 0

    @property
    def first(self) -> int:
        """The line on which the record began (1-based)."""
        return self.last - len(self._record) + 1

    def skip(self, count: int) -> None:
        for _ in range(count):
            next(self._stream, None)
            self.last += 1

    def begin_record(self) -> None:
        self._record.clear()

    def retry_after_first(self) -> None:
        self._again.extendleft(reversed(self._record[1:]))
        self.last -= len(self._record) - 1

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if len(self._record) >= MAX_RECORD_LINES:
            raise StopIteration
        line = self._again.popleft() if self._again else next(self._stream)
        self._record.append(line)
        self.last += 1
        return line


def heading_faults(shape: HeadingMatch, *, file: str, sheet: str | None, table: Table, row: int) -> list[Fault]:
    """What is wrong with the heading row itself. With any of these the rows cannot be understood."""
    where = {"file": file, "sheet": sheet, "table": table.name, "row": row}
    faults = [
        Fault(
            **where,  # type: ignore[arg-type]
            column=column.heading,
            reason=f"kolumnen ”{column.heading}” saknas i tabellen {table.name}",
            remedy=f"Lägg till en kolumn med rubriken ”{column.heading}”. {column.explanation}",
        )
        for column in shape.missing
    ]
    faults += [
        Fault(
            **where,  # type: ignore[arg-type]
            column=group[0].heading,
            reason="minst en av kolumnerna " + ", ".join(f"”{column.heading}”" for column in group) + " behövs",
            remedy="Lägg till en av dem.",
        )
        for group in shape.missing_groups
    ]
    faults += [
        Fault(
            **where,  # type: ignore[arg-type]
            column=shown(double.heading),
            reason=f"rubriken ”{shown(double.heading)}” står på {len(double.positions)} ställen",
            remedy="Ta bort den ena kolumnen, eller ge den ett annat namn.",
        )
        for double in shape.duplicates
    ]
    return faults


def misplaced_headings(table: Table, file: str, sheet: str | None, row: int) -> Fault:
    """The headings are there, but something stands above them."""
    return Fault(
        file=file,
        sheet=sheet,
        table=table.name,
        row=row,
        reason=f"rubrikerna för tabellen {table.name} står på rad {row}, under andra rader",
        remedy="Ta bort raderna ovanför, så att rubrikraden står först, och skriv bara en rubrikrad.",
    )


def _candidates(headings: list[str], named: Table | None) -> list[tuple[Table, HeadingMatch, float]]:
    found = []
    nearest = closest(TABLES.values(), headings)
    if nearest is not None:
        found.append((nearest.table, nearest.match, nearest.score))
    if named is not None and (nearest is None or nearest.table is not named):
        fit = match(named, headings)
        if fit.positions:
            found.append((named, fit, len(fit.positions) / max(len(headings), 1)))
    return found


def _first_record(lines: list[str], delimiter: str) -> tuple[list[str], int]:
    """The headings, and how many lines they take: a heading in quotation marks may hold line breaks."""
    reader = csv.reader((f"{line}\n" for line in lines[:_LOOK_DOWN]), delimiter=delimiter, strict=True)
    try:
        return next(reader, []), reader.line_num
    except csv.Error:
        return [], 0
