"""The same input gives the same content, whatever the order, the place and the number of threads."""

import csv
import random
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copytree

import duckdb
import pytest

from etl.build import pipeline
from etl.build.database import open_database
from etl.build.pipeline import Outcome, build
from etl.demo import generate
from tests.support import ROOT

TODAY = date(2026, 11, 22)
REGISTER, REFERENCE = ROOT / "data" / "register", ROOT / "data" / "reference"
# Rows of these tables have an order that people see: the commitments and goals of a promise are numbered.
ORDERED = ("ataganden", "mal")
OF_THE_DAY = ("as_of", "days_late", "first_seen_on")


def built(sources: Sequence[Path], folder: Path, *, today: date = TODAY, threads: int = 2) -> Outcome:
    def connected(path: Path | None) -> duckdb.DuckDBPyConnection:
        con = open_database(path)
        con.execute(f"SET threads = {threads}")
        return con

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "open_database", connected)
        outcome = build(
            sources,
            folder,
            today=today,
            now=datetime.now(UTC),
            accept_rejects=False,
            progress=lambda what, rows: None,
        )
    assert outcome.database is not None, outcome.faults
    return outcome


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate(tmp_path_factory.mktemp("demo"), today=TODAY).folder


@pytest.fixture(scope="module")
def whole(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    return built([REGISTER, REFERENCE, demo], tmp_path_factory.mktemp("db"))


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    return built([REGISTER, REFERENCE], tmp_path_factory.mktemp("db"))


def test_places_in_another_order_and_one_thread(whole: Outcome, demo: Path, tmp_path: Path) -> None:
    again = built([demo, REFERENCE, REGISTER], tmp_path / "db", threads=1)
    assert again.content_hash == whole.content_hash


def test_rows_in_another_order_in_another_folder(whole: Outcome, demo: Path, tmp_path: Path) -> None:
    shuffled = Path(copytree(demo, tmp_path / "en annan mapp"))
    for number, path in enumerate(sorted(shuffled.glob("*.csv"))):
        if path.stem not in ORDERED:
            shuffle_rows(path, seed=number)
    again = built([REGISTER, REFERENCE, shuffled], tmp_path / "db")
    assert again.content_hash == whole.content_hash


def shuffle_rows(path: Path, *, seed: int) -> None:
    with path.open(encoding="utf-8", newline="") as stream:
        headings, *rows = csv.reader(stream, delimiter=";")
    random.Random(seed).shuffle(rows)
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows([headings, *rows])


def test_another_day_changes_nothing_but_the_day(real: Outcome, tmp_path: Path) -> None:
    """Every promise of the register is over, so a day more changes no verdict."""
    later = built([REGISTER, REFERENCE], tmp_path / "db", today=date(2026, 11, 23))
    assert later.content_hash != real.content_hash
    assert tables(later) == tables(real)


def tables(outcome: Outcome) -> dict[str, list[tuple[object, ...]]]:
    """Every mart, without what counts from the day it was made."""
    assert outcome.database is not None
    with duckdb.connect(str(outcome.database), read_only=True) as con:
        names = con.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'marts' ORDER BY 1").fetchall()
        found = {}
        for (name,) in names:
            columns = con.execute(f"SELECT column_name FROM (DESCRIBE marts.{name})").fetchall()
            kept = ", ".join(f'"{column}"' for (column,) in columns if column not in OF_THE_DAY)
            found[name] = con.execute(f"SELECT {kept} FROM marts.{name} ORDER BY ALL").fetchall()
    found["build"] = [row for row in found["build"] if row[0] not in ("as_of", "content_hash")]
    return found


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("reference/svedala/brott.csv", ";skadegorelse;2017;308;", ";skadegorelse;2017;309;"),
        ("register/svedala/loften.csv", "2017-12-31", "2017-12-30"),
    ],
)
def test_another_figure_changes_the_fingerprint(real: Outcome, tmp_path: Path, file: str, old: str, new: str) -> None:
    data = Path(copytree(ROOT / "data", tmp_path / "data", ignore=lambda folder, names: {"db", "demo", "inbox"}))
    path = data / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    for lookup in data.glob("reference/*.csv"):
        lookup.unlink()
    changed = built([data / "register", data / "reference"], tmp_path / "db")
    assert changed.rows_received == real.rows_received
    assert changed.content_hash != real.content_hash


def test_the_fingerprint_is_stored_with_the_day(real: Outcome) -> None:
    assert real.database is not None
    with duckdb.connect(str(real.database), read_only=True) as con:
        told = dict(con.execute("SELECT key, value FROM marts.build").fetchall())
    assert (told["content_hash"], told["as_of"]) == (real.content_hash, "2026-11-22")
