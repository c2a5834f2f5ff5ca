"""The build, as a recipe: extract, staging, core, evaluate, marts, checks, swap."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import duckdb

from etl import sql
from etl.build import places
from etl.build.content_hash import content_hash
from etl.build.cross_checks import check_across_rows
from etl.build.database import open_database
from etl.build.discover import find_sources, with_twins
from etl.build.garbage import collector_at_rest
from etl.build.history import read_history
from etl.build.indicator_checks import check_indicators
from etl.build.lookups import fill_dictionary, load_lookups, load_periods
from etl.build.make_marts import make_marts
from etl.build.names_notes import names_notes
from etl.build.newer_figures import keep_older, newer_notes
from etl.build.raw_tables import RawTables
from etl.build.receive import Intake, receive
from etl.build.reference import Reference, lookup_paths, read_reference
from etl.build.rejects import read_rejects, refused_rows, save_rejects, write_rejects
from etl.build.rows import insert_rows
from etl.build.staging import stage
from etl.build.step_names import STEP_NAMES
from etl.build.survey_answers import core_answers, resolve_answers
from etl.contract import TABLES
from etl.errors import BuildError, Fault
from etl.evaluate.numbers_sv import plural
from etl.evaluate.verdict import RULE_VERSION

SHOWN_FAULTS = 200
CHECKED_FAULTS = 10_000
Progress = Callable[[str, int], None]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a build or a check came to. `database` is None when nothing was swapped in."""

    database: Path | None
    content_hash: str
    rows_received: int
    rows_refused: int
    faults: tuple[Fault, ...]
    fault_count: int
    notes: tuple[str, ...]
    rejects_file: Path | None = None


def check(sources: Sequence[Path], progress: Progress) -> Outcome:
    """Find every fault in the files, in memory. Ids are looked for among the files that were given."""
    con = open_database(None)
    try:
        reference = read_reference()
        intake = _receive_all(con, find_sources(sources, leave_out=lookup_paths()), progress)
        _stage_all(con, intake, reference, progress)
        faults = write_rejects(intake.raw, intake.faults)
        return _outcome(con, intake, None, "", faults, shown=CHECKED_FAULTS)
    finally:
        con.close()


def build(
    sources: Sequence[Path],
    directory: Path,
    *,
    today: date,
    now: datetime,
    accept_rejects: bool,
    progress: Progress,
) -> Outcome:
    """Build a new database beside the served one and point at it. Raises BuildError; then nothing has changed."""
    with places.only_builder(directory), collector_at_rest():
        places.clear_unfinished(directory)
        unfinished, finished = places.new_names(directory, now)
        try:
            return _build(sources, directory, unfinished, finished, today, now, accept_rejects, progress)
        except BuildError:
            places.rejects_beside(finished).unlink(missing_ok=True)
            raise
        except (duckdb.Error, OSError, MemoryError) as error:
            raise BuildError(
                what=_in_words(error),
                where=str(directory),
                todo="Den gamla databasen visas som förut. Åtgärda felet och bygg igen.",
            ) from error
        finally:
            _clean_up(directory)


def _build(
    sources: Sequence[Path],
    directory: Path,
    unfinished: Path,
    finished: Path,
    today: date,
    now: datetime,
    accept_rejects: bool,
    progress: Progress,
) -> Outcome:
    reference = read_reference()
    con = open_database(unfinished)
    rejects = places.rejects_beside(finished)
    try:
        intake = _receive_all(con, find_sources(sources, leave_out=lookup_paths()), progress)
        _stage_all(con, intake, reference, progress)
        fault_count = write_rejects(intake.raw, intake.faults)
        if fault_count:
            save_rejects(con, rejects)
        if fault_count and not accept_rejects:
            places.forget_old(directory)
            return _outcome(con, intake, None, "", fault_count, rejects)
        _make_core(con, reference, progress)
        intake.notes += read_history(con, directory, today=today, now=now)
        make_marts(con, today, progress)
        intake.raw.forget()
        fill_dictionary(con)
        _check_marts(con, progress)
        progress("Räknar fingeravtryck", 0)
        digest = content_hash(con)
        _describe(con, today, digest, intake, fault_count)
        outcome = _outcome(con, intake, finished, digest, fault_count, rejects if fault_count else None)
        progress("Sparar databasen", 0)
        con.execute("CHECKPOINT")
    finally:
        con.close()
    progress("Byter databas", 0)
    unfinished.replace(finished)
    places.swap(directory, finished)
    places.forget_old(directory)
    return outcome


def _receive_all(con: duckdb.DuckDBPyConnection, paths: Sequence[Path], progress: Progress) -> Intake:
    con.execute(sql.read("staging", "fast_path"))
    con.execute(sql.read("staging", "tables"))
    intake = Intake(raw=RawTables(con=con))
    for path, twin in with_twins(paths):
        if twin is not None:
            same = f"{_display_name(path)}: samma innehåll som {_display_name(twin)}; läses bara en gång."
            intake.notes.append(same)
            continue
        progress(f"Läser {path.name}", sum(file.rows for file in intake.raw.files))
        receive(path, _display_name(path), intake)
    return intake


def _display_name(path: Path) -> str:
    absolute = path.absolute()
    return str(absolute.relative_to(places.ROOT)) if absolute.is_relative_to(places.ROOT) else str(path)


def _stage_all(
    con: duckdb.DuckDBPyConnection,
    intake: Intake,
    reference: Reference,
    progress: Progress,
) -> None:
    for table in TABLES.values():
        rows = intake.raw.rows(table.name)
        if rows:
            progress(f"Granskar {table.name}", rows)
        stage(intake.raw, table, reference.context)
    progress("Jämför tabellerna med varandra", 0)
    check_indicators(con, reference)
    repeats = check_across_rows(con)
    if repeats:
        equal = plural(repeats, "rad", "rader")
        intake.notes.append(f"{equal} fanns redan, lika, i en annan fil och räknas en gång.")
    file_names = {file.file_id: file.name for file in intake.raw.files}
    intake.notes += newer_notes(con, file_names)
    intake.notes += resolve_answers(con)
    intake.notes += names_notes(con, file_names)


def _make_core(con: duckdb.DuckDBPyConnection, reference: Reference, progress: Progress) -> None:
    load_lookups(con, reference)
    load_periods(con)
    for name in sql.names("core"):
        progress(STEP_NAMES[name], 0)
        if name.endswith("survey_sums"):
            core_answers(con)
        con.execute(sql.read("core", name))
    keep_older(con)


def _check_marts(con: duckdb.DuckDBPyConnection, progress: Progress) -> None:
    for name in sql.names("checks"):
        progress(STEP_NAMES[name], 0)
        breaches = con.execute(sql.read("checks", name)).fetchall()[:5]
        if breaches:
            raise BuildError(
                what=f"Ett prov i bygget höll inte ({STEP_NAMES[name]})",
                where="; ".join(str(row[0]) for row in breaches),
                todo="Den gamla databasen visas som förut. Det är ett fel i programmet: rapportera det.",
            )


def _describe(con: duckdb.DuckDBPyConnection, today: date, digest: str, intake: Intake, fault_count: int) -> None:
    facts = {
        "as_of": today.isoformat(),
        "content_hash": digest,
        "rule_version": RULE_VERSION,
        "rows_received": str(_received(intake)),
        "rows_refused": str(refused_rows(con) if fault_count else 0),
        "files": str(len({file.name for file in intake.raw.files})),
    }
    insert_rows(con, "marts.build", [{"key": key, "value": value} for key, value in facts.items()])


def _outcome(
    con: duckdb.DuckDBPyConnection,
    intake: Intake,
    database: Path | None,
    digest: str,
    fault_count: int,
    rejects: Path | None = None,
    shown: int = SHOWN_FAULTS,
) -> Outcome:
    return Outcome(
        database=database,
        content_hash=digest,
        rows_received=_received(intake),
        rows_refused=refused_rows(con) if fault_count else 0,
        faults=tuple(read_rejects(con, shown)),
        fault_count=fault_count,
        notes=tuple(intake.notes),
        rejects_file=rejects,
    )


def _received(intake: Intake) -> int:
    """Rows handed in: those that could be taken apart, and those that could not (too few values, a bad quote)."""
    broken = {(fault.file, fault.sheet, fault.row) for fault in intake.faults if fault.row is not None}
    return sum(file.rows for file in intake.raw.files) + len(broken)


def _clean_up(directory: Path) -> None:
    try:
        places.clear_unfinished(directory)
    except OSError as error:
        raise BuildError(
            what="Rester av bygget kunde inte tas bort", where=str(error.filename), todo="Ta bort filen för hand."
        ) from error


def _in_words(error: Exception) -> str:
    text = str(error)
    if isinstance(error, MemoryError | duckdb.OutOfMemoryException):
        return "Minnet räckte inte till"
    if any(sign in text for sign in ("No space left", "File too large", "Disk quota")):
        return "Det finns inte plats för den nya databasen på disken"
    first_line = text.splitlines()[0] if text else type(error).__name__
    return f"Bygget avbröts av ett fel i databasen eller filsystemet: {first_line}"
