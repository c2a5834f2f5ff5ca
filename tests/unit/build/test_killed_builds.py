"""A build that is killed, has no room or meets another build leaves the old database served and the next one clean."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from shutil import copytree

import duckdb
import pytest

from etl.build import places
from etl.build.reference import read_reference
from tests.conftest import TODAY
from tests.support import ROOT

REGISTER = ROOT / "data" / "register"
LONGEST = 120
ROWS = 20_000
CONTENT = 1_000_000


@dataclass(frozen=True, kw_only=True)
class Site:
    """What is handed in, and where the databases live. `seconds`: how long a build takes here and now."""

    data: tuple[Path, ...]
    db: Path
    old: str
    new: str
    seconds: float

    def command(self, *more: str) -> list[str]:
        sources = [word for path in self.data for word in ("--data", str(path))]
        return [*ETL, "build", *sources, "--db", str(self.db), "--today", TODAY.isoformat(), *more]


ETL = (sys.executable, "-m", "etl")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """An old database, and a first uninterrupted build of the new one in a folder of its own."""
    folder = tmp_path_factory.mktemp("plats")
    data = (REGISTER, folder / "brott.csv")
    data[1].write_text("".join(many_crime_rows()), encoding="utf-8")
    db = folder / "db"
    run([*ETL, "build", "--data", str(REGISTER), "--db", str(db), "--today", "2020-01-01"])
    other = Site(data=data, db=folder / "en annan", old="", new="", seconds=0)
    began = time.monotonic()
    run(other.command())
    seconds = time.monotonic() - began
    return Site(data=data, db=db, old=fingerprint(db), new=fingerprint(other.db), seconds=seconds)


@pytest.fixture
def site(first: Site, tmp_path: Path) -> Site:
    return Site(**first.__dict__ | {"db": Path(copytree(first.db, tmp_path / "db"))})


def many_crime_rows() -> Iterator[str]:
    yield "kommun;brottstyp;period;antal;definition\n"
    codes = sorted(code for code in read_reference().context.municipalities if code != "9999")
    periods = [f"{year}-{month:02}" for year in range(2016, 2026) for month in range(1, 13)]
    pairs = ((code, period) for period in periods for code in codes)
    for number, (code, period) in zip(range(ROWS), pairs, strict=False):
        yield f"{code};total;{period};{number % 977};prov\n"


def run(command: list[str]) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=LONGEST, check=False, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def fingerprint(db: Path) -> str:
    """Of the database that is served: opened as a screen would."""
    path = places.served(db)
    assert path is not None
    with duckdb.connect(str(path), read_only=True) as con:
        assert con.execute("SELECT count(*) FROM marts.promise").fetchall()[0][0] > 0
        return str(con.execute("SELECT value FROM marts.build WHERE key = 'content_hash'").fetchall()[0][0])


def databases(db: Path) -> dict[str, str]:
    finished = (path for path in db.glob("*.duckdb") if places.UNFINISHED not in path.name)
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in finished}


def assert_clean(db: Path) -> None:
    """Nothing left over, and nobody holds the lock."""
    assert [path.name for path in db.iterdir() if places.UNFINISHED in path.name] == []
    assert not list(db.glob("*.wal"))
    with places.only_builder(db):
        pass


@contextmanager
def building(site: Site) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        site.command(), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate(timeout=LONGEST)


def kill_when(site: Site, reached: Callable[[], bool]) -> int:
    """Start a build and kill -9 it as soon as the point is reached. Returns how it ended."""
    with building(site) as process:
        deadline = time.monotonic() + LONGEST
        while process.poll() is None and not reached():
            assert time.monotonic() < deadline
            time.sleep(0.0005)
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
        process.communicate(timeout=LONGEST)
        return int(process.returncode)


def share_of_a_build(share: float, site: Site) -> Callable[[], bool]:
    return after(share * site.seconds)


def after(seconds: float) -> Callable[[], bool]:
    end = time.monotonic() + seconds

    return lambda: time.monotonic() >= end


def _unfinished(site: Site) -> list[Path]:
    return list(site.db.glob(f"*{places.UNFINISHED}.duckdb"))


def the_file_is_there(site: Site) -> Callable[[], bool]:
    return lambda: bool(_unfinished(site))


def the_file_has_content(site: Site) -> Callable[[], bool]:
    def reached() -> bool:
        try:
            return any(path.stat().st_size > CONTENT for path in _unfinished(site))
        except FileNotFoundError:
            return True

    return reached


def the_new_file_has_its_name(site: Site) -> Callable[[], bool]:
    before = set(databases(site.db))
    return lambda: {p.name for p in site.db.glob("*.duckdb") if places.UNFINISHED not in p.name} > before


def the_new_pointer_is_written(site: Site) -> Callable[[], bool]:
    aside, pointer = site.db / f"{places.POINTER}{places.UNFINISHED}", site.db / places.POINTER
    before = pointer.read_text()
    return lambda: aside.exists() or pointer.read_text() != before


def the_pointer_has_changed(site: Site) -> Callable[[], bool]:
    pointer = site.db / places.POINTER
    before = pointer.read_text()
    return lambda: pointer.read_text() != before


EVENTS = (
    the_file_is_there,
    the_file_has_content,
    the_new_file_has_its_name,
    the_new_pointer_is_written,
    the_pointer_has_changed,
)
SHARES = (0.3, 0.45, 0.55, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.96)


def test_killed_at_any_time(site: Site) -> None:
    assert_kills_do_no_harm(site, [partial(share_of_a_build, share) for share in SHARES])


def test_killed_when_the_file_appears_and_around_the_swap(site: Site) -> None:
    assert_kills_do_no_harm(site, EVENTS)


def assert_kills_do_no_harm(site: Site, points: Sequence[Callable[[Site], Callable[[], bool]]]) -> None:
    before = databases(site.db)
    for point in points:
        assert kill_when(site, point(site)) in (-signal.SIGKILL, 0)
        assert fingerprint(site.db) in (site.old, site.new)
        assert databases(site.db).items() >= before.items()
    assert site.new in run(site.command())
    assert fingerprint(site.db) == site.new
    assert_clean(site.db)


def no_larger_than(limit: int) -> Callable[[], None]:
    def set_limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return set_limit


def test_no_room_on_the_disk(site: Site) -> None:
    """RLIMIT_FSIZE: writing past it fails as on a full disk."""
    before = databases(site.db)
    for limit in (1, 100_000, CONTENT):
        done = subprocess.run(
            site.command(),
            cwd=ROOT,
            capture_output=True,
            timeout=LONGEST,
            check=False,
            text=True,
            env=os.environ | {"LOFTESKOLLEN_DB": str(site.db)},
            preexec_fn=no_larger_than(limit),
        )
        assert done.returncode == 1
        assert "Det finns inte plats för den nya databasen på disken" in done.stderr
        assert "Den gamla databasen visas som förut" in done.stderr
        assert "Traceback" not in done.stderr
        assert databases(site.db) == before
        assert fingerprint(site.db) == site.old
        assert_clean(site.db)
    assert site.new in run(site.command())
    assert fingerprint(site.db) == site.new
    assert_clean(site.db)


def test_two_builds_at_once(site: Site) -> None:
    with building(site) as process:
        while not _unfinished(site):
            assert process.poll() is None
        second = subprocess.run(site.command(), cwd=ROOT, capture_output=True, text=True, timeout=LONGEST, check=False)
        assert second.returncode == 1
        assert "Ett annat bygge pågår" in second.stderr
        assert "Vänta tills det är klart" in second.stderr
        out, _ = process.communicate(timeout=LONGEST)
        assert process.returncode == 0
    assert site.new in out
    assert fingerprint(site.db) == site.new
    assert_clean(site.db)
