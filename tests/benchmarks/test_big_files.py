"""The benchmark measures honest work only if its files are valid and its rivals read all of them."""

from pathlib import Path

import duckdb
import pandas as pd
import pytest

from tests.benchmarks import bare_duckdb, plain_pandas
from tests.benchmarks.make_big import write_big
from tests.unit.demo.contract_faults import faults
from tests.unit.demo.reading import number, read_folder

SIZES = {"crimes": 20_000, "answers": 5_000, "activities": 2_000}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stort")
    write_big(path, **SIZES)
    return path


def test_the_files_follow_the_contract(folder: Path) -> None:
    tables = read_folder(folder)
    assert faults(tables) == []
    assert [len(tables[name]) for name in ("brott", "enkat_svar", "aktiviteter")] == list(SIZES.values())
    assert len({row["kommun"] for row in tables["brott"]}) == 290
    assert {"9999"}.isdisjoint({row["kommun"] for row in tables["brott"]})


def test_the_same_seed_gives_the_same_files(folder: Path, tmp_path: Path) -> None:
    write_big(tmp_path, **SIZES)
    for path in folder.iterdir():
        assert path.read_bytes() == (tmp_path / path.name).read_bytes(), path.name


def test_plain_pandas_finds_nothing_wrong_and_sums_right(folder: Path, tmp_path: Path) -> None:
    plain_pandas.run(folder, tmp_path)
    assert pd.read_parquet(tmp_path / "rejects.parquet").empty
    tables = read_folder(folder)
    crimes = pd.read_parquet(tmp_path / "crime.parquet")
    whole = sum(int(row["antal"]) for row in tables["brott"] if not row["område"])
    assert crimes["count"].sum() == whole
    assert crimes["rate"].notna().all()
    hours = pd.read_parquet(tmp_path / "hours.parquet")["hours"].sum()
    assert hours == pytest.approx(sum(number(row["timmar"]) for row in tables["aktiviteter"]))
    assert pd.read_parquet(tmp_path / "survey.parquet")["share"].between(0, 1).all()


def test_plain_pandas_sets_bad_rows_aside(folder: Path, tmp_path: Path) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    crimes = (tmp_path / "brott.csv").read_text(encoding="utf-8").splitlines()
    crimes[1] = crimes[1].replace("0114;", "9998;", 1)
    crimes.append(crimes[-1])
    (tmp_path / "brott.csv").write_text("\n".join(crimes) + "\n", encoding="utf-8")
    plain_pandas.run(tmp_path, tmp_path / "ut")
    rejects = pd.read_parquet(tmp_path / "ut" / "rejects.parquet")
    assert sorted(rejects["reason"]) == ["duplicate", "municipality"]


def test_bare_duckdb_reads_every_row(folder: Path, tmp_path: Path) -> None:
    database = tmp_path / "bar.duckdb"
    bare_duckdb.load(folder, database)
    with duckdb.connect(str(database), read_only=True) as connection:
        for name, rows in read_folder(folder).items():
            found = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()
            assert found == (len(rows),), name
