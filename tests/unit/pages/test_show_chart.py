import os
from pathlib import Path

import pytest

from pages.view.made_once import once
from tests.unit.pages.fixture_marts import write


def test_what_is_only_read_is_made_once_per_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOFTESKOLLEN_DB", str(write(tmp_path)))
    made: list[str] = []

    def make() -> str:
        made.append("html")
        return "html"

    assert once("nyckel", make) == once("nyckel", make) == "html"
    assert len(made) == 1

    once("annan", make)
    assert len(made) == 2

    database = tmp_path / "loften-fixtur.duckdb"
    os.utime(database, ns=(1, 1))
    once("nyckel", make)
    assert len(made) == 3
