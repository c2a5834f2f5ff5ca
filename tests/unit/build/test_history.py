"""What was locked and corrected goes from build to build, also past builds that failed and files that are broken."""

import shutil
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import duckdb
import pytest

from etl.build import places
from etl.errors import BuildError
from tests.support import ROOT
from tests.unit.build.history_files import (
    COUNTS,
    CRIMES,
    GOAL,
    GOALS,
    LATER,
    OVER,
    PROMISE,
    PROMISES,
    STARTED,
    Site,
    crime,
    crimes,
)

AGAIN, LAST = date(2020, 4, 1), date(2020, 5, 1)


def test_a_first_build_has_no_corrections_and_says_nothing(site: Site) -> None:
    outcome = site.built(OVER)
    assert outcome.notes == ()
    assert site.corrections() == []


def test_the_same_again_changes_nothing(site: Site) -> None:
    first = site.built(OVER)
    again = site.built(OVER)
    assert again.content_hash == first.content_hash
    assert site.corrections() == []


def test_three_builds_in_a_row_keep_the_ledger(over: Site) -> None:
    over.write("brott", CRIMES, *crimes(COUNTS | {2019: 152}))
    over.built(AGAIN)
    over.write("brott", CRIMES, *crimes(COUNTS | {2019: 153}))
    over.built(LAST)
    told = [(row["noticed_on"], row["before"], row["after"]) for row in over.corrections()]
    assert told == [(AGAIN, "150", "152"), (LAST, "152", "153")]


def test_refused_rows_that_were_accepted(over: Site) -> None:
    over.write("brott", CRIMES, *crimes(COUNTS | {2019: 152}), crime(2014, 1).replace(";1;", ";ett;"))
    refused = over.build(AGAIN)
    assert refused.database is None
    assert over.corrections() == []
    over.built(LAST, accept=True)
    [figure] = over.corrections()
    assert (figure["noticed_on"], figure["after"]) == (LAST, "152")


def test_a_build_that_fails_leaves_the_ledger(over: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    over.write("brott", CRIMES, *crimes(COUNTS | {2019: 152}))
    with monkeypatch.context() as patch:
        patch.setattr("etl.build.pipeline.places.swap", broken)
        with pytest.raises(BuildError):
            over.build(AGAIN)
    assert over.corrections() == []
    over.built(LAST)
    assert [row["noticed_on"] for row in over.corrections()] == [LAST]


def broken(*_: object) -> None:
    raise OSError("inte väntat")


def test_a_killed_build_leaves_the_ledger(over: Site) -> None:
    """Killed when all is done but the swap: the old database is served, and the next build finds the change anew."""
    over.write("brott", CRIMES, *crimes(COUNTS | {2019: 152}))
    before = places.served(over.db)
    script = (
        "import os, signal, sys; from datetime import date; from pathlib import Path; from etl.build import places;"
        " from tests.unit.build.history_files import Site;"
        " places.swap = lambda *_: os.kill(os.getpid(), signal.SIGKILL);"
        " Site(Path(sys.argv[1]), builds=9).built(date(2020, 4, 1))"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(over.folder)], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert places.served(over.db) == before
    assert over.corrections() == []
    over.builds = 10
    over.built(LAST)
    assert [row["noticed_on"] for row in over.corrections()] == [LAST]


def test_a_day_that_is_past_adds_nothing_and_spoils_nothing(over: Site) -> None:
    over.write("brott", CRIMES, *crimes(COUNTS | {2019: 152}))
    over.built(LATER)
    assert over.corrections() == []
    over.built(AGAIN)
    assert [(row["noticed_on"], row["before"], row["after"]) for row in over.corrections()] == [(AGAIN, "150", "152")]
    over.built(LATER)
    assert over.corrections() == []


def served(site: Site) -> Path:
    path = places.served(site.db)
    assert path is not None
    return path


def test_a_database_of_an_older_version_has_no_history(site: Site) -> None:
    site.built(STARTED)
    path = served(site)
    with duckdb.connect(str(path)) as con:
        con.execute("DROP SCHEMA history CASCADE")
    outcome = site.built(OVER)
    assert outcome.notes == (
        f"{path.name} är byggd med en äldre version av programmet och har ingen historik. Reglerna låses och"
        " rättelserna räknas från och med detta bygge.",
    )
    assert site.corrections() == []
    assert site.ask("SELECT kind, noticed_on FROM history.goal_rule") == [{"kind": "låst", "noticed_on": OVER}]


@pytest.mark.parametrize("content", [b"", b"inte en databas" * 1000])
def test_a_database_that_cannot_be_read(site: Site, content: bytes) -> None:
    site.built(STARTED)
    path = served(site)
    path.write_bytes(content)
    outcome = site.built(OVER)
    assert len(outcome.notes) == 1
    assert outcome.notes[0].startswith(path.name)
    assert outcome.notes[0].endswith("Reglerna låses och rättelserna räknas från och med detta bygge.")
    assert site.goal()["verdict"] == "Uppfyllt"


def test_the_history_is_looked_for_in_the_databases_before(site: Site) -> None:
    site.built(STARTED)
    first = served(site)
    site.built(LATER)
    served(site).write_bytes(b"trasig" * 1000)
    site.write("mal", GOALS, GOAL.replace(";minska;", ";öka;"))
    outcome = site.built(OVER)
    assert outcome.notes[0].endswith(f"Låsta regler och rättelser hämtas från {first.name}.")
    assert (site.goal()["verdict"], site.rule()["is_changed"]) == ("Uppfyllt", True)


def test_a_pointer_to_nothing_finds_the_databases_that_are_there(site: Site) -> None:
    site.built(STARTED)
    (site.db / places.POINTER).write_text("borta.duckdb\n", encoding="utf-8")
    site.write("mal", GOALS, GOAL.replace(";minska;", ";öka;"))
    outcome = site.built(OVER)
    assert outcome.notes[0].startswith(
        "Databasen som visades senast finns inte kvar. Låsta regler och rättelser hämtas "
    )
    assert site.rule()["is_changed"] is True


def test_a_pointer_to_nothing_at_all(site: Site) -> None:
    site.db.mkdir()
    (site.db / places.POINTER).write_text("borta.duckdb\n", encoding="utf-8")
    outcome = site.built(OVER)
    assert outcome.notes == (
        "Databasen som visades senast finns inte kvar. Reglerna låses och rättelserna räknas från och med detta bygge.",
    )


def test_of_many_old_databases_only_the_last_is_spoken_of(site: Site) -> None:
    site.built(STARTED)
    site.built(LATER)
    for path in site.db.glob("*.duckdb"):
        path.write_bytes(b"trasig" * 1000)
    outcome = site.built(OVER)
    assert len(outcome.notes) == 1


def test_a_refused_promise_is_compared_with_what_was_last_shown_when_it_comes_back(over: Site) -> None:
    over.write("loften", PROMISES, PROMISE.replace("2019-01-01", "2019-13-01"))
    over.built(AGAIN, accept=True)
    assert over.ask("FROM marts.promise") == []
    over.write("loften", PROMISES, PROMISE)
    over.write("brott", CRIMES, *crimes(COUNTS | {2019: 600}))
    over.built(LAST)
    told = {(row["concerns"], row["before"], row["after"], row["noticed_on"]) for row in over.corrections()}
    assert told == {
        ("siffra", "150", "600", LAST),
        ("mål", "Uppfyllt", "Ej uppfyllt", LAST),
        ("löfte", "Uppfyllt", "Ej uppfyllt", LAST),
    }


def test_what_is_kept_of_a_promise_that_is_gone_is_kept_once(over: Site) -> None:
    counted = (
        "SELECT (SELECT count(*) FROM history.verdict) AS verdicts, (SELECT count(*) FROM history.figure) AS figures"
    )
    before = over.ask(counted)
    over.remove("loften")
    over.remove("mal")
    for today in (LATER, AGAIN, LAST):
        over.built(today)
        assert over.ask(counted) == before


def test_a_promise_that_is_gone_makes_no_figure_told_twice_of_another(site: Site) -> None:
    other = PROMISE.replace("L1", "L2"), GOAL.replace("M1;L1", "M2;L2")
    site.write("loften", PROMISES, PROMISE, other[0])
    site.write("mal", GOALS, GOAL, other[1])
    site.built(OVER)
    site.write("loften", PROMISES, PROMISE)
    site.write("mal", GOALS, GOAL)
    site.write("brott", CRIMES, *crimes({year: count for year, count in COUNTS.items() if year != 2016}))
    for today in (AGAIN, LAST):
        site.built(today)
    figures = [row for row in site.corrections() if row["concerns"] == "siffra"]
    assert [(row["promise_id"], row["noticed_on"]) for row in figures] == [("L1", AGAIN)]


def test_a_rule_says_since_when_it_is_kept_here(over: Site) -> None:
    over.built(AGAIN)
    assert (over.rule()["locked_on"], over.rule()["first_seen_on"]) == (date(2019, 1, 1), OVER)


def test_the_history_goes_with_the_file(site: Site, tmp_path: Path) -> None:
    site.built(STARTED)
    other = Site(tmp_path / "flyttad", builds=1)
    shutil.copytree(site.db, other.db)
    other.fill()
    other.write("mal", GOALS, GOAL.replace(";minska;", ";öka;"))
    other.built(OVER)
    assert other.rule()["is_changed"] is True


def test_every_column_of_the_history_says_what_it_means(site: Site) -> None:
    site.built(STARTED)
    silent = site.ask(
        "SELECT table_name, column_name FROM duckdb_columns()"
        " WHERE schema_name = 'history' AND coalesce(trim(comment), '') = ''"
    )
    assert silent == []
