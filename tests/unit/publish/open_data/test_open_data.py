"""The folder of open data as a whole: what is in it, what never is, and that the list tells the truth."""

import json
import shutil
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest

from etl.errors import BuildError
from etl.publish.allow_list import PUBLIC
from etl.publish.open_data_sets import DATA_SETS, OPEN_MARTS
from etl.publish.published_files import media_type
from tests.unit.publish.open_data.support import listed, write


def test_every_mart_that_may_be_published_is_open_data_and_no_other() -> None:
    assert set(PUBLIC) == OPEN_MARTS


def test_a_mart_stands_in_one_dataset() -> None:
    assert sum(len(data_set.marts) for data_set in DATA_SETS) == len(OPEN_MARTS)


def test_every_mart_is_there_in_three_forms(folder: Path) -> None:
    files = listed(folder)

    for mart in OPEN_MARTS:
        assert {f"{mart}.{form}" for form in ("csv", "json", "parquet", "csv-metadata.json")} <= set(files)


def test_the_list_names_every_file_with_its_size_and_sum(folder: Path) -> None:
    files = listed(folder)
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}

    assert set(there) - set(files) == {"filer.json"}
    assert set(files) <= set(there)
    for name, file in files.items():
        content = there[name].read_bytes()
        assert (file["byte"], file["sha256"]) == (len(content), sha256(content).hexdigest())
        assert file["medietyp"] == media_type(name)
        assert file["titel"]


def test_the_list_says_when_and_where(folder: Path) -> None:
    told = json.loads((folder / "filer.json").read_text())

    assert told["publicerad"] == "2026-11-22T09:30:00Z"
    assert told["dag"] == "2026-11-22"
    assert told["adress"] == "https://loften.example.se"


def test_the_publication_writes_it_beside_its_database(public_database: Path, folder: Path) -> None:
    beside = public_database.with_name(f"{public_database.stem}-data")

    assert set(listed(beside)) == set(listed(folder))


def test_the_same_database_gives_the_same_bytes(public_database: Path, folder: Path, tmp_path: Path) -> None:
    again = write(public_database, tmp_path / "igen")

    assert listed(again) == listed(folder)


def test_an_internal_database_is_refused(built_database: Path, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="bara ur en öppen databas"):
        write(built_database, tmp_path / "data")
    assert not (tmp_path / "data").exists()


def test_a_table_outside_the_list_is_not_written(public_database: Path, tmp_path: Path) -> None:
    database = Path(shutil.copy(public_database, tmp_path / "oppet.duckdb"))
    with duckdb.connect(str(database)) as con:
        con.execute("CREATE TABLE marts.activity AS SELECT 'ZQ7-hemlig-plats' AS place")
        con.execute("CREATE TABLE editions.other AS SELECT 'ZQ7-hemlig-plats' AS key")

    folder = write(database, tmp_path / "data")

    assert not [path.name for path in folder.iterdir() if path.name.startswith("activity.")]
    for path in folder.rglob("*"):
        assert not path.is_file() or b"ZQ7-hemlig-plats" not in path.read_bytes()


def test_without_an_address_of_the_server_addresses_begin_at_its_root(public_database: Path, tmp_path: Path) -> None:
    folder = write(public_database, tmp_path / "data", base_url="")

    assert json.loads((folder / "kolumner.json").read_text())["tabeller"][0]["filer"]["csv"].startswith("/data/v1/")


def test_a_folder_without_its_list_is_unfinished(public_database: Path, tmp_path: Path) -> None:
    """The list comes last: nothing is served from a folder that the publication did not finish."""
    folder = write(public_database, tmp_path / "data")
    newest = max(folder.rglob("*"), key=lambda path: path.stat().st_mtime_ns if path.is_file() else 0)

    assert newest.name == "filer.json"
