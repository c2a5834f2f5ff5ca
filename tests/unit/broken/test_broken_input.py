"""Every kind of broken input: a clear message, exit code 1, the served database untouched, no row lost."""

import csv
from collections.abc import Iterable
from pathlib import Path

import pytest

from etl.build import pipeline, rejects
from etl.build.raw_tables import RawTables
from etl.contract import TABLES
from etl.errors import Fault
from tests.unit.broken import cells, tables, texts, workbooks
from tests.unit.broken.case import Case
from tests.unit.broken.harness import Answer, CommandLine, query, snapshot

CASES = (*cells.CASES, *tables.CASES, *texts.CASES, *workbooks.CASES)
ACCEPTED = (
    "okänd kommun",
    "negativa timmar",
    "utgångsläget överlappar uppföljningen",
    "personnummer i anteckning",
    "samma nyckel i en annan fil",
    "löfte som inte finns",
    "svar utanför skalan",
    "personnummer som svar",
    "citattecken som slukar rader",
    "för få värden",
    "filnamn med konstiga tecken",
    "sammanfogade celler",
)


def by_id(case: Case) -> str:
    return case.id


def faults(answer: Answer) -> list[str]:
    lines = answer.said.splitlines()
    return [line for line in lines if not line.startswith(("Alla avvisade", "Databasen", "Obs:"))]


def rows_in_staging(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """Filled while the command runs: (rows that were not refused, rows that were)."""
    counts: list[tuple[int, int]] = []

    def counted(raw: RawTables, reading_faults: Iterable[Fault]) -> int:
        found = rejects.write_rejects(raw, reading_faults)
        kept = " UNION ALL ".join(f"SELECT count(*) AS n FROM staging.{name}" for name in TABLES)
        refused = "SELECT count(*) FROM (SELECT DISTINCT file, sheet, row FROM main.rejects)"
        counts.append(raw.con.execute(f"SELECT (SELECT sum(n) FROM ({kept})), ({refused})").fetchall()[0])
        return found

    monkeypatch.setattr(pipeline, "write_rejects", counted)
    return counts


def test_there_are_many_kinds() -> None:
    assert len({case.id for case in CASES}) == len(CASES) >= 45


@pytest.mark.parametrize("case", CASES, ids=by_id)
def test_the_message_is_clear_no_row_is_lost_and_the_served_database_is_untouched(
    case: Case, data: Path, db: Path, etl: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = rows_in_staging(monkeypatch)
    case.make(data)
    before = snapshot(db)

    checked = etl.check(data)
    assert checked.code == 1
    line = checked.line(case.at)
    assert [words for words in case.says if words not in line] == [], line
    assert line.rstrip().endswith((".", "?"))
    kept, refused = counts[0]
    if case.received is None:
        assert kept == 0
    else:
        assert (kept, refused) == (case.received - case.refused, case.refused)

    built = etl.build(data, db)
    assert built.code == 1
    assert faults(built) == faults(checked)
    assert "Den gamla visas som förut" in built.err
    assert snapshot(db) == before
    assert not list(db.glob("*.bygge*"))
    assert len(list(db.glob("*.avvisade.csv"))) == 1


@pytest.mark.parametrize("case", [case for case in CASES if case.id in ACCEPTED], ids=by_id)
def test_accepted_rejects_are_in_the_database_and_in_the_list_beside_it(
    case: Case, data: Path, db: Path, etl: CommandLine
) -> None:
    case.make(data)
    assert etl.build(data, db, "--accept-rejects").code == 0
    refused = query(db, "FROM main.rejects ORDER BY ALL")
    assert len({row[:3] for row in refused}) == case.refused
    facts = query(db, "SELECT 'facts.' || table_name FROM duckdb_tables() WHERE schema_name = 'facts'")
    tables = [*(name for (name,) in facts), "marts.activity", "marts.crime_series"]
    kept = sum(int(str(query(db, f"SELECT count(*) FROM {name}")[0][0])) for name in tables)
    assert kept + case.refused == case.received
    [beside] = db.glob("*.avvisade.csv")
    with beside.open(encoding="utf-8-sig", newline="") as stream:
        written = list(csv.reader(stream, delimiter=";"))[1:]
    assert written == [["" if cell is None else str(cell) for cell in row] for row in refused]
    told = query(db, "SELECT value FROM marts.build WHERE key IN ('rows_received', 'rows_refused') ORDER BY key")
    assert told == [(str(case.received),), (str(case.refused),)]
