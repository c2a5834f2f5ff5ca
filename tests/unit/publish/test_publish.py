"""A publication is written aside and swapped in whole; whatever happens to it, the edition before is still served."""

import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from shutil import copytree
from typing import Any

import duckdb
import pytest

from etl.build import places
from etl.build.pipeline import build
from etl.errors import BuildError
from etl.publish.publish import Publication, publish
from tests.support import ROOT

MOMENT = datetime(2026, 11, 22, 13, tzinfo=UTC)
KILLED = """
import os, signal, sys
from datetime import datetime, timezone
from pathlib import Path
from etl.publish.publish import publish

def step(what, rows):
    if what == sys.argv[3]:
        os.kill(os.getpid(), signal.SIGKILL)

publish(Path(sys.argv[1]), Path(sys.argv[2]), base_url="", now=datetime.now(timezone.utc), progress=step)
"""


@dataclass(frozen=True, kw_only=True)
class Site:
    inside: Path
    public: Path

    def publish(self, moment: datetime = MOMENT, base_url: str = "") -> Publication:
        return publish(self.inside, self.public, base_url=base_url, now=moment, progress=lambda what, rows: None)

    def ask(self, question: str) -> list[tuple[Any, ...]]:
        path = places.served(self.public)
        assert path is not None
        with duckdb.connect(str(path), read_only=True) as con:
            return con.execute(question).fetchall()

    def leftovers(self) -> list[str]:
        return sorted(path.name for path in self.public.iterdir() if places.UNFINISHED in path.name)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The four municipalities of the register, published once."""
    folder = tmp_path_factory.mktemp("plats")
    build(
        [ROOT / "data" / "register", ROOT / "data" / "reference"],
        folder / "db",
        today=date(2026, 11, 22),
        now=MOMENT,
        accept_rejects=False,
        progress=lambda what, rows: None,
    )
    site = Site(inside=folder / "db", public=folder / "public")
    site.publish()
    return site


@pytest.fixture
def site(first: Site, tmp_path: Path) -> Site:
    return Site(inside=first.inside, public=Path(copytree(first.public, tmp_path / "public")))


def test_an_edition_says_what_it_is(first: Site) -> None:
    facts = dict(first.ask("SELECT key, value FROM marts.build"))
    assert facts["edition"] == "public"
    assert datetime.fromisoformat(facts["published_on"]) == MOMENT
    assert (facts["base_url"], facts["as_of"], facts["rows_refused"]) == ("", "2026-11-22", "0")
    assert set(facts) == {
        "edition", "published_on", "base_url", "as_of", "rows_refused", "rule_version", "content_hash",
    }  # fmt: skip


def test_a_new_edition_is_served_and_the_old_one_kept(site: Site) -> None:
    before = places.served(site.public)
    published = site.publish(MOMENT + timedelta(hours=1), "https://lofteskollen.example/")
    assert places.served(site.public) == published.database != before
    assert before is not None
    assert before.is_file()
    assert places.open_data_beside(before).is_dir()
    assert published.open_data.is_dir()
    assert site.ask("SELECT value FROM marts.build WHERE key = 'base_url'") == [("https://lofteskollen.example",)]
    assert site.leftovers() == []


def test_the_same_data_give_the_same_edition_and_nothing_new_to_remember(site: Site) -> None:
    question = "SELECT value FROM marts.build WHERE key = 'content_hash'"
    before, cells = site.ask(question), site.ask("SELECT count(*) FROM editions.cell")
    site.publish(MOMENT + timedelta(days=1))
    assert site.ask(question) == before
    assert site.ask("SELECT count(*) FROM editions.cell") == cells


def test_ten_editions_are_kept_with_their_open_data(site: Site) -> None:
    for number in range(1, 12):
        stamp = f"oppet-2025010{number // 10}T{number:02}0000000000"
        (site.public / f"{stamp}.duckdb").write_bytes(b"")
        (site.public / f"{stamp}-data").mkdir()
    served = places.served(site.public)
    places.forget_old(site.public)
    assert len(list(site.public.glob("*.duckdb"))) == len(list(site.public.glob("*-data"))) == 10
    assert places.served(site.public) == served


@pytest.mark.parametrize(
    "step",
    [
        "Skyddar små tal i anmälda brott",
        "Kontrollerar den öppna databasen",
        "Skriver öppna data",
        "Byter utgåva",
    ],
)
def test_a_killed_publication_leaves_the_old_edition_served(site: Site, step: str) -> None:
    before = places.served(site.public)
    command = [sys.executable, "-c", KILLED, str(site.inside), str(site.public), step]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=120)
    assert ended.returncode == -9, ended.stderr.decode()
    assert places.served(site.public) == before
    assert site.ask("SELECT count(*) > 0 FROM marts.promise") == [(True,)]
    after = site.publish(MOMENT + timedelta(days=1))
    assert places.served(site.public) == after.database
    assert site.leftovers() == []


def test_without_an_internal_database_there_is_nothing_to_publish(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="ingen databas att publicera"):
        Site(inside=tmp_path / "db", public=tmp_path / "public").publish()
    assert not (tmp_path / "public").exists()


def test_an_edition_that_cannot_be_read_stops_the_next_one(site: Site) -> None:
    served = places.served(site.public)
    assert served is not None
    served.write_bytes(b"inte en databas" * 400)
    with pytest.raises(BuildError, match="tidigare utgåva"):
        site.publish(MOMENT + timedelta(days=1))
    assert places.served(site.public) == served


def test_only_one_publishes_at_a_time(site: Site) -> None:
    with places.only_builder(site.public), pytest.raises(BuildError, match="pågår"):
        site.publish(MOMENT + timedelta(days=1))


@pytest.mark.parametrize("address", ["lofteskollen.se", "javascript:alert(1)", "https://a b.se", "https://a.se?x=1"])
def test_an_address_that_is_none_is_refused(site: Site, address: str) -> None:
    with pytest.raises(BuildError, match="ingen webbadress"):
        site.publish(base_url=address)


def test_a_database_from_another_version_is_refused(site: Site, tmp_path: Path) -> None:
    older = Site(inside=Path(copytree(site.inside, tmp_path / "older")), public=site.public)
    inside = places.served(older.inside)
    with duckdb.connect(str(inside)) as con:
        con.execute("ALTER TABLE marts.duty DROP COLUMN channel")
    before = places.served(site.public)
    with pytest.raises(BuildError, match=r"annan version av Löfteskollen: duty\.channel saknas"):
        older.publish(MOMENT + timedelta(days=1))
    assert places.served(site.public) == before
    assert site.leftovers() == []


def test_the_command_publishes_and_says_so(first: Site, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "etl", "publish", "--db", str(first.inside), "--public", str(tmp_path / "nytt")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8", timeout=120)
    assert "Publicerat:" in done.stdout
    assert (tmp_path / "nytt" / "current").read_text().startswith("oppet-")
    refused = subprocess.run(
        [*command[:4], "--db", str(tmp_path / "tom"), "--public", str(tmp_path / "annat")],
        cwd=ROOT, capture_output=True, check=False, encoding="utf-8", timeout=120,
    )  # fmt: skip
    assert refused.returncode == 1
    assert "Det finns ingen databas att publicera" in refused.stderr
