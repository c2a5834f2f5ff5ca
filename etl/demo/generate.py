"""All sheets of the demo, and the one function that writes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from etl.demo import commitments, goals, register
from etl.demo.crime import crime_sheet
from etl.demo.feedback import feedback_sheets
from etl.demo.forums import forum_sheets
from etl.demo.incidents import incidents_sheet
from etl.demo.log import log_sheet
from etl.demo.place import areas_sheet, population_sheet
from etl.demo.problems import problem_sheets
from etl.demo.sheets import Sheet, write_sheet
from etl.demo.story import STORY
from etl.demo.survey import survey_sheets
from etl.demo.voices import voice_sheets
from etl.errors import LofteskollenError


@dataclass(frozen=True, kw_only=True)
class DemoReport:
    """`rows` per table; `files` in the order they were written."""

    folder: Path
    seed: int
    today: date
    rows: Mapping[str, int]
    files: tuple[Path, ...]


def sheets(*, seed: int, today: date) -> tuple[Sheet, ...]:
    """Everything that would have been written down by `today`; a later day only adds and updates."""
    if today < STORY.holds_from:
        raise LofteskollenError(
            what=f"Demon kan inte skapas för {today.isoformat()}",
            where="etl demo",
            todo=f"Ange {STORY.holds_from.isoformat()} eller en senare dag.",
        )
    return (
        areas_sheet(),
        population_sheet(today),
        *register.agreement_sheets(),
        register.promises_sheet(today),
        commitments.commitments_sheet(),
        commitments.planned_sheet(),
        goals.goals_sheet(),
        register.assessments_sheet(today),
        *problem_sheets(today),
        log_sheet(seed, today),
        crime_sheet(seed, today),
        *survey_sheets(seed),
        incidents_sheet(seed, today),
        *voice_sheets(seed, today),
        *forum_sheets(today),
        *feedback_sheets(today),
    )


def generate(out: Path, *, seed: int = 20260101, today: date) -> DemoReport:
    """Writes the contract's tables for Exempelköping as CSV files into `out`, which is made if missing.

    The same seed and day give the same bytes. Raises LofteskollenError for a day before STORY.holds_from.
    """
    written = sheets(seed=seed, today=today)
    out.mkdir(parents=True, exist_ok=True)
    return DemoReport(
        folder=out,
        seed=seed,
        today=today,
        rows={sheet.table: len(sheet.rows) for sheet in written},
        files=tuple(write_sheet(sheet, out) for sheet in written),
    )
