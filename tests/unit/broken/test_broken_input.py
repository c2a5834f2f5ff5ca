"""Every kind of broken input: a clear message, exit code 1, the served database untouched, no row lost."""

import csv
from pathlib import Path

import duckdb
import pytest

from etl.build import pipeline
from etl.contract import TABLES
from tests.unit.broken import cells, tables, texts, workbooks
from tests.unit.broken.case import Case
from tests.unit.broken.harness import Answer, CommandLine, query, snapshot

CASES = (*cells.CASES, *tables.CASES, *texts.CASES, *workbooks.CASES)
IN_ROWS = tuple(case for case in CASES if case.received is not None)


def by_id(case: Case) -> str:
    return case.id


def _faults(answer: Answer) -> list[str]:
    return [line for line in answer.said.splitlines() if not line.startswith(("Alla avvisade", "Databasen", "Obs:"))]


def count_accepted_rows(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The list is filled by the build: rows of each table when all refused ones are gone."""
    counts: list[int] = []
    make_core = pipeline._make_core

    def counted(con: duckdb.DuckDBPyConnection, *more: object) -> None:
        counts.extend(con.execute(f"SELECT count(*) FROM staging.{name}").fetchall()[0][0] for name in TABLES)
        make_core(con, *more)

    monkeypatch.setattr(pipeline, "_make_core", counted)
    return counts


def test_there_are_many_kinds() -> None:
    assert len({case.id for case in CASES}) == len(CASES) >= 45


@pytest.mark.parametrize("case", CASES, ids=by_id)
def test_the_message_is_clear_and_the_served_database_untouched(
    case: Case, data: Path, db: Path, etl: CommandLine
) -> None:
    case.make(data)
    before = snapshot(db)

    checked = etl.check(data)
    assert checked.code == 1
    line = checked.line(case.at)
    assert [words for words in case.says if words not in line] == [], line
    assert line.rstrip().endswith((".", "?", "…", ")"))

    built = etl.build(data, db)
    assert built.code == 1
    assert _faults(built) == _faults(checked)
    assert "Den gamla visas som förut" in built.err
    assert snapshot(db) == before
    assert not list(db.glob("*.bygge*"))
    assert len(list(db.glob("*.avvisade.csv"))) == 1


@pytest.mark.parametrize("case", IN_ROWS, ids=by_id)
def test_every_row_handed_in_is_in_the_database_or_among_the_rejects(
    case: Case, data: Path, db: Path, etl: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = count_accepted_rows(monkeypatch)
    case.make(data)
    assert etl.build(data, db, "--accept-rejects").code == 0

    rejects = query(db, "FROM main.rejects ORDER BY ALL")
    refused = {(row[0], row[1], row[2]) for row in rejects}
    assert len(refused) == case.refused
    assert sum(kept) + len(refused) == case.received

    [beside] = db.glob("*.avvisade.csv")
    with beside.open(encoding="utf-8-sig", newline="") as stream:
        written = list(csv.reader(stream, delimiter=";"))[1:]
    assert written == [["" if cell is None else str(cell) for cell in row] for row in rejects]
    told = query(db, "SELECT value FROM marts.build WHERE key = 'rows_refused'")
    assert told == [(str(case.refused),)]

