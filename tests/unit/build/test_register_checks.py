"""What is looked at across rows and files: indicators, references, equal rows, the same file twice."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest

from etl.build import places
from etl.build.pipeline import Outcome, build, check

PROMISE = "löfte_id;kommun;rubrik;från;till\nL1;1263;Löfte;2019-01-01;2019-12-31\n"
GOALS = "mål_id;löfte_id;mål;indikator;riktning\nM1;L1;Mål;{};minska\n"
AREAS = "område_id;kommun;namn;del av\n"
CRIMES = "kommun;område;brottstyp;period;antal;definition\n"
COMMITMENT = "åtagande_id;löfte_id;åtagande;typ;mål\nA1;L1;Minst 20 besök;antal;20\n"
LOG = "datum;åtagande_id;aktivitet\n" + "".join(f"2019-01-{day:02d};A1;besök\n" for day in range(1, 12))

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def files(**contents: str) -> Path:
        for name, text in contents.items():
            path = tmp_path / "data" / f"{name.replace('__', '/')}.csv"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path / "data"

    return files


def built(data: Path, *, accept: bool = False) -> Outcome:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    today = date(2026, 11, 22)
    return build([data], data.parent / "db", today=today, now=now, accept_rejects=accept, progress=lambda w, r: None)


@pytest.mark.parametrize(
    ("indicator", "advice"),
    [
        ("brott:skadegörelse", "brott:skadegorelse"),
        ("enkät:trygg", "enkat:trygg"),
        ("Brott:skadegorelse", "brott:skadegorelse"),
        ("något helt annat", "ingen"),
    ],
)
def test_an_indicator_that_nobody_knows_is_refused(write: Write, indicator: str, advice: str) -> None:
    outcome = check([write(loften=PROMISE, mal=GOALS.format(indicator))], lambda what, rows: None)

    (fault,) = outcome.faults
    assert (fault.table, fault.column, fault.reason) == ("mal", "indikator", "indikatorn känns inte igen")
    assert advice in fault.remedy


@pytest.mark.parametrize("indicator", ["brott:skadegorelse", "enkat:trygg", "ingen"])
def test_known_indicators_are_accepted(write: Write, indicator: str) -> None:
    assert check([write(loften=PROMISE, mal=GOALS.format(indicator))], lambda what, rows: None).faults == ()


def test_an_area_whose_whole_is_refused_falls_with_it(write: Write) -> None:
    areas = AREAS + "a;1263;Hela;finns-inte\nb;1263;Del;a\nc;1263;Del av del;b\n"

    outcome = check([write(omraden=areas)], lambda what, rows: None)

    assert [fault.row for fault in outcome.faults] == [2, 3, 4]


def test_equal_rows_in_two_files_are_both_refused_when_their_area_is_unknown(write: Write) -> None:
    row = "1263;okänt;skadegorelse;2019;5;polisen\n"
    data = write(a__brott=CRIMES + row, b__brott=CRIMES + row + "1263;;skadegorelse;2019;7;polisen\n")

    outcome = built(data, accept=True)

    assert (outcome.rows_received, outcome.rows_refused) == (3, 2)


def test_the_same_file_twice_counts_once_and_is_said(write: Write) -> None:
    outcome = built(write(loften=PROMISE, ataganden=COMMITMENT, a__aktiviteter=LOG, b__aktiviteter=LOG))

    assert outcome.database is not None
    with duckdb.connect(str(outcome.database), read_only=True) as con:
        rows = con.execute("SELECT estimate, verdict FROM marts.commitment_verdict").fetchall()
    assert rows == [(11, "Går inte att avgöra")]
    assert any("samma innehåll" in note for note in outcome.notes)


def test_refused_builds_do_not_pile_up(write: Write) -> None:
    data = write(loften=PROMISE, mal=GOALS.format("okänd"))
    for minute in range(places.KEEP + 3):
        build(
            [data],
            data.parent / "db",
            today=date(2026, 11, 22),
            now=datetime(2026, 11, 22, 12, minute, tzinfo=UTC),
            accept_rejects=False,
            progress=lambda what, rows: None,
        )

    assert len(list((data.parent / "db").glob(f"*{places.REJECTS}"))) <= places.KEEP
