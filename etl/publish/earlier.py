"""What has been published before, out of the newest public database. It is known for ever, so it must never be lost."""

from pathlib import Path
from typing import Any

import duckdb

from etl.build import places
from etl.build.database import quoted
from etl.build.rows import fetch
from etl.errors import BuildError
from etl.publish.editions import EditionCell
from etl.publish.goal_memory import ToldGoals
from etl.publish.survey_memory import SurveyCell

_NAMES = tuple(EditionCell.__annotations__)
_SURVEY_NAMES = tuple(SurveyCell.__annotations__)

_HAS_SURVEYS = "SELECT 1 FROM duckdb_tables() WHERE schema_name = 'editions' AND table_name = 'survey'"


def cell_row(cell: EditionCell) -> dict[str, Any]:
    """A cell as a row of editions.cell."""
    return {name: getattr(cell, name) for name in _NAMES}


def survey_row(cell: SurveyCell) -> dict[str, Any]:
    """A cell as a row of editions.survey."""
    return {name: getattr(cell, name) for name in _SURVEY_NAMES}


def earlier_cells(public: Path) -> list[EditionCell]:
    """Every cell of every edition so far; nothing before the first. Raises BuildError when they cannot be read.

    An edition holds those before it. The newest is read beside the served one: somebody may have gone back.
    """
    rows = [row for path in _databases(public) for row in _rows(path, "cell", _NAMES)]
    return list(dict.fromkeys(EditionCell(**row) for row in rows))


def earlier_surveys(public: Path) -> list[SurveyCell]:
    """As `earlier_cells`, of surveys. Editions from before there was such a memory have nothing to tell."""
    rows = [row for path in _databases(public) for row in _rows(path, "survey", _SURVEY_NAMES)]
    return list(dict.fromkeys(SurveyCell(**row) for row in rows))


def earlier_goals(public: Path) -> ToldGoals:
    """What the newest edition tells of goals; nothing before the first."""
    databases = _databases(public)
    if not databases:
        return ToldGoals()
    with duckdb.connect(str(databases[-1]), read_only=True) as con:
        return ToldGoals(verdicts=fetch(con, "FROM marts.goal_verdict"), points=fetch(con, "FROM marts.goal_point"))


def _databases(public: Path) -> list[Path]:
    databases = places.finished_databases(public, places.PUBLIC)
    return sorted({databases[0], max(databases)}) if databases else []


def _rows(path: Path, table: str, names: tuple[str, ...]) -> list[dict[str, Any]]:
    try:
        with duckdb.connect(str(path), read_only=True) as con:
            if table == "survey" and not con.execute(_HAS_SURVEYS).fetchall():
                return []
            return fetch(con, f"SELECT {', '.join(map(quoted, names))} FROM editions.{quoted(table)} ORDER BY rowid")
    except duckdb.Error as error:
        raise BuildError(
            what="En tidigare utgåva går inte att läsa, så det som redan är publicerat är inte känt",
            where=str(path),
            todo="Lägg tillbaka filen från en säkerhetskopia. Har den aldrig visats för någon kan den tas bort.",
        ) from error
