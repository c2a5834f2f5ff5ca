"""Handed-in files in which every text, number and place that must stay inside is a marker found nowhere else."""

import csv
import random
import re
import struct
import zipfile
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import duckdb

from etl.build.database import quoted
from etl.build.pipeline import build
from etl.demo import generate
from tests.support import ROOT

TODAY = date(2026, 11, 22)
_MARKER = re.compile(rb"zq[b-df-hj-np-tv-xz]{14}")
Row = dict[str, str]
Condition = Callable[[Row], bool]


def always(row: Row) -> bool:
    return True


def unmarked(row: Row) -> bool:
    return row["offentlig"] != "ja"


SECRET: dict[str, dict[str, Condition]] = {
    "orsaker": {"orsak": always},
    "atgarder": {"åtgärd": always},
    "bedomningar": {"bedömning": always, "bedömd av": always},
    "handelser": dict.fromkeys(("händelse_id", "plats", "källa", "beskrivning"), always),
    "lagesbild": dict.fromkeys(("källa", "tema", "iakttagelse"), always),
    "synpunkter": dict.fromkeys(("tema", "synpunkt", "kanal", "blev"), always),
    "forum": {"namn": always},
    "forum_moten": {"anteckning": always},
    "avvikelser": {"beskrivning": always},
    "beslut": {"beslut": always},
    "aktiviteter": {"plats": always, "aktivitet": unmarked, "anteckning": unmarked},
    "problem": {"rubrik": unmarked, "beskrivning": unmarked},
    "omraden": {"version": always},
}
"""Table and heading to the rows whose cell is replaced by a marker."""

FORGOTTEN: dict[str, dict[str, Condition]] = {"enkat_svar": {"svar_id": always}}

OPEN: dict[str, dict[str, Condition]] = {
    "aktiviteter": {"anteckning": lambda row: row["offentlig"] == "ja" and row["nollrapport"] != "ja"}
}
"""What was marked offentlig: those markers must be found, or the search would prove nothing."""

INSIDE_NAMES = ("citizen_view", "survey_response", "forum_meeting", "incident", "rejects", "deviation", "history")
"""Tables of the internal database: the public file does not know even their names."""

PARTICIPANTS = 987_643
LATITUDE = 58.913_373_931
FILE_MARKER, REFUSED = "zqmpphndlnsnmnfl", "zqvvsdrdsmntgsbr"
PLACE = "9999-plats"
PRIVATE_PROBLEM = "9999-problem-mopeder"


@dataclass(frozen=True, kw_only=True)
class Planted:
    """The internal database, and the markers: those that must stay inside, and those that were marked offentlig.

    `kept` are the secret ones that the internal database holds: the ids of answers and the name of the folder are
    forgotten already there.
    """

    database: Path
    secret: frozenset[str]
    kept: frozenset[str]
    marked: frozenset[str]
    numbers: tuple[bytes, ...] = (struct.pack("<q", PARTICIPANTS), struct.pack("<d", LATITUDE))


@dataclass(kw_only=True)
class _Markers:
    chance: random.Random = field(default_factory=lambda: random.Random(20261122))
    made: set[str] = field(default_factory=set)

    def new(self) -> str:
        # Letters only between two of them: what looks like a number or a name would be refused or remarked on.
        marker = "zq" + "".join(self.chance.choices("bcdfghjklmnprstvwxz", k=14))
        self.made.add(marker)
        return marker


def plant(folder: Path) -> Planted:
    """Build an internal database from Exempelköping with markers in place of all that must stay inside."""
    received = generate(folder / FILE_MARKER, today=TODAY).folder
    _edit(received / "problem.csv", _hide_problem)
    secret, marked, forgotten = _Markers(), _Markers(chance=random.Random(7)), _Markers(chance=random.Random(8))
    for plan, markers in ((SECRET, secret), (FORGOTTEN, forgotten), (OPEN, marked)):
        for table, columns in plan.items():
            _edit(received / f"{table}.csv", partial(_mark, columns=columns, markers=markers))
    _edit(received / "aktiviteter.csv", _count_participants)
    _add_place(received, secret.new())
    _edit(received / "handelser.csv", _move)
    with (received / "brott.csv").open("a", encoding="utf-8") as stream:
        stream.write(f"9999;;total;2026-01;{REFUSED};nej;polisen, påhittad;2026-11-01;påhittad\n")
    outcome = build(
        [ROOT / "data" / "register", ROOT / "data" / "reference", received],
        folder / "db",
        today=TODAY,
        now=datetime(2026, 11, 22, 12, tzinfo=UTC),
        accept_rejects=True,
        progress=lambda what, rows: None,
    )
    assert outcome.database is not None
    assert outcome.rows_refused == 1, outcome.faults
    kept = frozenset(secret.made | {REFUSED})
    return Planted(
        database=outcome.database,
        secret=kept | forgotten.made | {FILE_MARKER},
        kept=kept,
        marked=frozenset(marked.made),
    )


def markers_in(content: bytes, markers: Collection[str]) -> set[str]:
    """Which of the markers stand in the bytes, as UTF-8 or as UTF-16."""
    texts = (content, content.replace(b"\x00", b""))
    return {word.decode() for text in texts for word in _MARKER.findall(text)} & set(markers)


def values_of(database: Path) -> Iterator[tuple[str, str]]:
    """(table.column, text) of every different value of every table, and the comments of all of them."""
    with duckdb.connect(str(database), read_only=True) as con:
        columns = con.execute(
            "SELECT schema_name, table_name, column_name, comment FROM duckdb_columns()"
            " WHERE NOT internal AND database_name = current_database()"
        ).fetchall()
        for schema, table, column, comment in columns:
            place = f"{table}.{column}"
            yield place, comment or ""
            found = con.execute(
                f"SELECT DISTINCT {quoted(column)}::VARCHAR FROM {quoted(schema)}.{quoted(table)}"
            ).fetchall()
            yield from ((place, text) for (text,) in found if text is not None)


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the folder, and every file inside a zip; the tables of Parquet as text."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        yield name, path.read_bytes()
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as package:
                yield from ((f"{name}/{member}", package.read(member)) for member in package.namelist())
        if path.suffix == ".parquet":
            with duckdb.connect(":memory:") as con:
                rows = con.execute("SELECT t::VARCHAR FROM read_parquet($path) t", {"path": str(path)}).fetchall()
            yield f"{name} as text", "\n".join(text for (text,) in rows).encode()


def uncompressed_copy(database: Path, target: Path) -> Path:
    """The same tables in a file that is not compressed, so that its bytes can be searched."""
    with duckdb.connect(":memory:") as con:
        con.execute("SET force_compression = 'uncompressed'")
        con.execute(f"ATTACH '{database}' AS inside (READ_ONLY)")
        con.execute(f"ATTACH '{target}' AS copy")
        con.execute("COPY FROM DATABASE inside TO copy")
        con.execute("CHECKPOINT copy")
    return target


def _edit(path: Path, change: Callable[[list[Row]], None]) -> None:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream, delimiter=";")
        headings, rows = list(reader.fieldnames or ()), list(reader)
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, headings, delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _mark(rows: list[Row], columns: dict[str, Condition], markers: _Markers) -> None:
    for row in rows:
        for heading, condition in columns.items():
            if condition(row):
                row[heading] = markers.new()


def _hide_problem(rows: list[Row]) -> None:
    for row in rows:
        if row["problem_id"] == PRIVATE_PROBLEM:
            row["offentlig"] = "nej"


def _count_participants(rows: list[Row]) -> None:
    # Different ones: DuckDB keeps a column with one value only as a constant.
    for number, row in enumerate(row for row in rows if row["deltagare"]):
        row["deltagare"] = str(PARTICIPANTS - number)


def _add_place(received: Path, name: str) -> None:
    """A place that is one address: with work that is counted and work that is not, answers, a problem and a goal."""
    _edit(received / "omraden.csv", lambda rows: rows.append(rows[0] | _place(name)))
    _edit(received / "aktiviteter.csv", _work_there)
    _edit(received / "problem.csv", _problem_there)
    _edit(received / "enkat_svar.csv", _answers_there)
    _edit(received / "mal.csv", _goal_there)


def _place(name: str) -> Row:
    return {"område_id": PLACE, "namn": name, "typ": "plats"}


def _work_there(rows: list[Row]) -> None:
    for row in rows[::9]:
        if row["nollrapport"] != "ja":
            row["område"] = PLACE


def _answers_there(rows: list[Row]) -> None:
    for row in rows[::5]:
        row["område"] = PLACE


def _problem_there(rows: list[Row]) -> None:
    next(row for row in rows if row["offentlig"] == "ja")["område"] = PLACE


def _goal_there(rows: list[Row]) -> None:
    first = next(row for row in rows if row["indikator"].startswith("brott:"))
    rows.append(first | {"mål_id": f"{PLACE}-mal", "område": PLACE, "mål": "Det ska bli lugnare."})


def _move(rows: list[Row]) -> None:
    for row in rows[:50]:
        row["latitud"] = str(LATITUDE).replace(".", ",")
