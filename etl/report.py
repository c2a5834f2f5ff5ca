"""What the command line says: progress, remarks and faults."""

from collections.abc import Iterator
from contextlib import contextmanager
from textwrap import shorten

from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

from etl.build.pipeline import Outcome, Progress
from etl.errors import Fault

LONGEST_NOTE = 300


@contextmanager
def progress_bar(console: Console) -> Iterator[Progress]:
    """Shows what is being done and how many rows; writes nothing where there is no terminal."""
    texts = (TextColumn("{task.description}"), TextColumn("{task.fields[rows]}"))
    columns = (SpinnerColumn(), *texts, TimeElapsedColumn())
    with Bar(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Börjar", total=None, rows="")

        def step(what: str, rows: int) -> None:
            bar.update(task, description=what, rows=counted(rows, "rad", "rader") if rows else "")

        yield step


def print_notes(console: Console, outcome: Outcome) -> None:
    for note in outcome.notes:
        console.print(f"Obs: {shorten(note, LONGEST_NOTE, placeholder=' …')}")


def print_faults(console: Console, outcome: Outcome) -> None:
    """Each fault on a line of its own: where, what, what to do."""
    for fault in outcome.faults:
        console.print(fault_line(fault))
    if outcome.fault_count > len(outcome.faults):
        console.print(f"… och {number(outcome.fault_count - len(outcome.faults))} fel till.")
    if outcome.fault_count:
        console.print(f"{number(outcome.fault_count)} fel: {_extent(outcome)}.")
    if outcome.rejects_file is not None:
        console.print(f"Alla avvisade rader står i {outcome.rejects_file}")


def number(count: int) -> str:
    """Swedish: 4 575 with a blank that does not break."""
    return f"{count:,}".replace(",", "\u00a0")


def counted(count: int, one: str, many: str) -> str:
    """1 rad, 4 575 rader."""
    return f"{number(count)} {one if count == 1 else many}"


def _extent(outcome: Outcome) -> str:
    """How much was refused: a file or sheet that cannot be read at all is one, whatever it holds."""
    whole = len({(fault.file, fault.sheet) for fault in outcome.faults if fault.row is None})
    rows = outcome.rows_refused - whole
    parts = [counted(rows, "rad", "rader")] if rows else []
    if whole:
        parts.append(counted(whole, "hel fil eller helt blad", "hela filer eller blad"))
    return " och ".join(parts)


def fault_line(fault: Fault) -> str:
    place = [fault.file]
    if fault.sheet:
        place.append(f"bladet {fault.sheet}")
    if fault.row is not None:
        place.append(f"rad {fault.row}")
    if fault.column:
        place.append(f"kolumnen {fault.column}")
    value = f" Värdet är ”{fault.value}”." if fault.value else ""
    return f"{', '.join(place)}: {fault.reason.rstrip('.')}.{value} {fault.remedy}"
