"""A workbook with a sheet for each of our tables."""

from dataclasses import replace
from pathlib import Path

from etl.build.intake import Intake, note_extra, targets
from etl.contract import TABLES, Table
from etl.contract.headings import closest, closest_table_name, match, table_named
from etl.contract.values import shown
from etl.errors import Fault, LofteskollenError
from etl.extract.contract_csv import heading_faults, misplaced_headings
from etl.extract.workbook_model import CellRef, Sheet, Workbook, column_index
from etl.template.workbook import LISTS_SHEET, READ_ME_SHEET

_LOOK_DOWN = 20
_SURELY = 0.6


def receive_workbook(path: Path, name: str, workbook: Workbook, intake: Intake) -> str:
    """Read every sheet that is named after a table. Raises LofteskollenError when there is none."""
    sheets = [sheet for sheet in workbook.sheets if sheet.name not in (READ_ME_SHEET, LISTS_SHEET)]
    intake.notes += [f"{name}: {note}" for note in workbook.notes]
    if not any(table_named(TABLES.values(), sheet.name) for sheet in sheets):
        raise _no_table(workbook)
    for sheet in sheets:
        table = table_named(TABLES.values(), sheet.name)
        if table is None:
            _pass_over(sheet, name, intake)
        else:
            reasons = {(fault.sheet, fault.row, fault.column): fault for fault in workbook.faults}
            _receive_sheet(path, name, sheet, table, reasons, intake)
    return "arbetsbok med " + ", ".join(sheet.name for sheet in sheets)


def _no_table(workbook: Workbook) -> LofteskollenError:
    names = ", ".join(f"”{shown(sheet.name)}”" for sheet in workbook.sheets)
    likely = next((table for sheet in workbook.sheets if (table := _meant(sheet))), None)
    return LofteskollenError(
        what=f"Arbetsboken har inget blad som känns igen (blad: {names})",
        todo=(f"Menades tabellen {likely}? Döp i så fall bladet till {likely}. " if likely else "")
        + "Ge bladet tabellens namn, till exempel aktiviteter eller brott. "
        "Mallen visar alla blad: python -m etl template mall.xlsx.",
    )


def _pass_over(sheet: Sheet, name: str, intake: Intake) -> None:
    """A sheet that resembles a table is a fault, since its rows would be lost; other sheets are only mentioned."""
    if not _filled(sheet):
        return
    meant = _meant(sheet)
    if meant is None:
        intake.notes.append(f"{name}: bladet ”{shown(sheet.name)}” är ingen av våra tabeller och lästes inte.")
        return
    intake.faults.append(
        Fault(
            file=name,
            sheet=shown(sheet.name),
            table=meant,
            reason=f"bladet liknar tabellen {meant} men har ett annat namn, och lästes inte",
            remedy=f"Döp bladet till {meant}, eller ta bort det.",
        )
    )


def _meant(sheet: Sheet) -> str | None:
    rows = _filled(sheet)
    if not rows:
        return None
    near = closest(TABLES.values(), rows[0][1])
    if near is not None and near.match.fits and near.score >= _SURELY:
        return near.table.name
    by_name = closest_table_name(TABLES.values(), sheet.name)
    return by_name if near is not None and near.table.name == by_name else None


def _filled(sheet: Sheet) -> list[tuple[int, tuple[str, ...]]]:
    return [(number, row) for number, row in sheet.numbered() if any(cell.strip() for cell in row)]


def _receive_sheet(
    path: Path,
    name: str,
    sheet: Sheet,
    table: Table,
    reasons: dict[tuple[str | None, int | None, str | None], Fault],
    intake: Intake,
) -> None:
    rows = _filled(sheet)
    if not rows:
        return
    header_row, headings = rows[0]
    found = match(table, headings)
    if not found.fits:
        below = next((number for number, row in rows[1:_LOOK_DOWN] if match(table, row).fits), None)
        intake.faults += (
            [misplaced_headings(table, name, shown(sheet.name), below)]
            if below is not None
            else heading_faults(found, file=name, sheet=shown(sheet.name), table=table, row=header_row)
        )
        return
    note_extra(table, found, f"{name}, bladet {shown(sheet.name)}", intake)
    kept = [(i, target) for i, target in enumerate(targets(table, found, len(headings))) if target is not None]
    refused = _broken_cells(sheet, table, headings, dict(kept), header_row, reasons, name)
    refused += _merged_rows(sheet, table, headings, dict(kept), header_row, name)
    intake.faults += refused
    broken_rows = {fault.row for fault in refused}
    intake.raw.append_rows(
        table=table.name,
        path=path,
        name=name,
        sheet=sheet.name,
        columns=[target for _, target in kept],
        rows=((number, [row[i] for i, _ in kept]) for number, row in rows[1:] if number not in broken_rows),
    )


def _broken_cells(
    sheet: Sheet,
    table: Table,
    headings: tuple[str, ...],
    kept: dict[int, str],
    header_row: int,
    reasons: dict[tuple[str | None, int | None, str | None], Fault],
    name: str,
) -> list[Fault]:
    """Cells that show an error, where they count: in a column that is read, below the headings."""
    return [
        replace(
            reasons[(sheet.name, cell.row, _letters(cell))],
            file=name,
            sheet=shown(sheet.name),
            table=table.name,
            column=shown(headings[cell.column]),
        )
        for cell in sheet.error_cells
        if cell.row > header_row and cell.column in kept
    ]


def _letters(cell: CellRef) -> str:
    return cell.reference.rstrip("0123456789")


def _merged_rows(
    sheet: Sheet, table: Table, headings: tuple[str, ...], kept: dict[int, str], header_row: int, name: str
) -> list[Fault]:
    """Only the first cell of merged cells has a value, so what the others mean can only be guessed."""
    faults = []
    for merged in sheet.merged:
        (left, top), (right, bottom) = (_place(corner) for corner in merged.split(":"))
        columns = [i for i in range(left, right + 1) if i in kept]
        if not columns:
            continue
        faults += [
            Fault(
                file=name,
                sheet=shown(sheet.name),
                table=table.name,
                row=row,
                column=shown(headings[columns[0]]),
                reason=f"cellerna {merged} är sammanfogade, så värdet står bara i den första",
                remedy="Dela upp cellerna och skriv värdet i var och en.",
            )
            for row in range(max(top, header_row + 1), min(bottom, sheet.first_row + len(sheet.rows) - 1) + 1)
        ]
    return faults


def _place(reference: str) -> tuple[int, int]:
    letters = reference.rstrip("0123456789")
    return column_index(letters), int(reference.removeprefix(letters))
