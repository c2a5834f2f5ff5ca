"""CSV files with contract headings: which table, which delimiter, and the careful reading of irregular ones."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from etl.contract import TABLES, Table
from etl.contract.headings import HeadingMatch, closest, match, table_named
from etl.errors import Fault, SourceError

DELIMITERS = (";", "\t", ",")
HEAD_BYTES = 1_000_000
MAX_RECORD_LINES = 200


@dataclass(frozen=True, kw_only=True)
class ContractCsv:
    """What the first line of a CSV says: its table, delimiter and headings."""

    table: Table
    delimiter: str
    headings: tuple[str, ...]
    match: HeadingMatch
    header_line: int


def recognise_contract_csv(path: Path, head: str) -> ContractCsv | None:
    """Find the table whose headings stand in the first line that is not blank. None: not a contract table.

    `head` is the decoded beginning of the file. The file's name only decides between equals.
    """
    found = _first_row(head)
    if found is None:
        return None
    line, text = found
    named = table_named(TABLES.values(), path.stem)
    best: tuple[float, ContractCsv] | None = None
    for delimiter in DELIMITERS:
        headings = _cells(text, delimiter)
        if len(headings) < 2:
            continue
        for table, fit, score in _candidates(headings, named):
            rank = score + (0.5 if table is named and score > 0 else 0) + (1 if fit.fits else 0)
            if best is None or rank > best[0]:
                shape = ContractCsv(
                    table=table, delimiter=delimiter, headings=tuple(headings), match=fit, header_line=line
                )
                best = (rank, shape)
    return best[1] if best else None


def read_carefully(text_lines: io.TextIOBase, shape: ContractCsv, name: str) -> Iterator[tuple[int, list[str]] | Fault]:
    """Read records one by one with their real line numbers; a record of the wrong width is a Fault.

    `text_lines` stands at the beginning of the file. Rows with nothing in them are passed over.
    """
    for _ in range(shape.header_line):
        text_lines.readline()
    width = len(shape.headings)
    reader = csv.reader(text_lines, delimiter=shape.delimiter, strict=True)
    while True:
        line = shape.header_line + reader.line_num + 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Fault(
                file=name,
                table=shape.table.name,
                row=line,
                reason="ett citattecken öppnas men stängs inte som det ska",
                remedy='Skriv " runt hela värdet, och dubbla citattecken ("") inuti det.',
            )
            return
        if shape.header_line + reader.line_num - line > MAX_RECORD_LINES:
            yield Fault(
                file=name,
                table=shape.table.name,
                row=line,
                reason=f"ett värde sträcker sig över mer än {MAX_RECORD_LINES} rader",
                remedy="Sök efter ett citattecken som öppnas men inte stängs.",
            )
            continue
        if not any(cell.strip() for cell in record):
            continue
        if len(record) > width and not any(cell.strip() for cell in record[width:]):
            record = record[:width]
        if len(record) != width:
            yield Fault(
                file=name,
                table=shape.table.name,
                row=line,
                reason=f"raden har {len(record)} värden men rubrikraden har {width}",
                remedy="Se efter om ett skiljetecken fattas, eller står inuti ett värde utan citattecken.",
            )
            continue
        yield line, record


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
            column=double.heading,
            reason=f"rubriken ”{double.heading}” står på {len(double.positions)} ställen",
            remedy="Ta bort den ena kolumnen, eller ge den ett annat namn.",
        )
        for double in shape.duplicates
    ]
    return faults


def unknown_file(path: Path, kinds: list[str]) -> SourceError:
    """The refusal of a file of no known kind, naming the kinds that are known."""
    return SourceError(
        what="Filens innehåll känns inte igen",
        where=path.name,
        todo="Dessa slag kan läsas: " + "; ".join(kinds) + ". Rubrikerna finns i mallen: python -m etl template mall.xlsx.",
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


def _first_row(head: str) -> tuple[int, str] | None:
    for number, line in enumerate(head.splitlines()):
        if line.strip("\ufeff \t;,"):
            return number + 1, line.lstrip("\ufeff")
    return None


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []
