"""What is served, what is kept as history, and what is thrown away."""

from pathlib import Path

import pytest

from etl.build import places
from etl.errors import BuildError


def made(folder: Path, number: int) -> Path:
    database = folder / f"loften-2026010{number}T000000000000.duckdb"
    database.write_text(str(number))
    places.rejects_beside(database).write_text("fel")
    return database


def test_nothing_is_served_before_the_first_build(tmp_path: Path) -> None:
    assert places.served(tmp_path) is None
    (tmp_path / places.POINTER).write_text("borttagen.duckdb\n")
    assert places.served(tmp_path) is None


def test_the_pointer_is_replaced_whole(tmp_path: Path) -> None:
    for database in (made(tmp_path, 1), made(tmp_path, 2)):
        places.swap(tmp_path, database)
        assert places.served(tmp_path) == database
    assert (tmp_path / places.POINTER).read_text() == "loften-20260102T000000000000.duckdb\n"


def test_the_newest_are_kept_and_always_the_one_served(tmp_path: Path) -> None:
    databases = [made(tmp_path, number) for number in range(1, 6)]
    places.swap(tmp_path, databases[0])
    places.forget_old(tmp_path, keep=2)
    kept = [databases[0], *databases[3:]]
    assert sorted(tmp_path.glob("*.duckdb")) == kept
    assert sorted(tmp_path.glob("*.csv")) == [places.rejects_beside(path) for path in kept]


def test_what_a_killed_build_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    database = made(tmp_path, 1)
    left = tmp_path / f"loften-x{places.UNFINISHED}.duckdb"
    for path in (left, left.with_name(left.name + ".wal"), tmp_path / f"{places.POINTER}{places.UNFINISHED}"):
        path.touch()
    (left.with_name(left.name + ".tmp") / "block").mkdir(parents=True)
    places.clear_unfinished(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([database, places.rejects_beside(database)])


def test_only_one_builds_at_a_time(tmp_path: Path) -> None:
    with (
        places.only_builder(tmp_path / "db"),
        pytest.raises(BuildError, match="Ett annat bygge pågår"),
        places.only_builder(tmp_path / "db"),
    ):
        raise AssertionError("två byggen samtidigt")
    with places.only_builder(tmp_path / "db"):
        assert (tmp_path / "db" / places.LOCK).exists()
