"""One small served database for all tests of this folder."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from etl.build.pipeline import build
from tests.unit.broken.cells import ATAGANDE, LOFTE
from tests.unit.broken.harness import CommandLine


@pytest.fixture(scope="session")
def _first_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data, db = tmp_path_factory.mktemp("hel"), tmp_path_factory.mktemp("db")
    (data / "loften.csv").write_text(LOFTE, encoding="utf-8")
    (data / "ataganden.csv").write_text(ATAGANDE, encoding="utf-8")
    build(
        [data],
        db,
        today=date(2026, 11, 22),
        now=datetime(2026, 1, 1, tzinfo=UTC),
        accept_rejects=False,
        progress=lambda what, rows: None,
    )
    return db


@pytest.fixture
def db(_first_database: Path, tmp_path: Path) -> Path:
    """A folder with a served database that was built from two good rows."""
    return Path(shutil.copytree(_first_database, tmp_path / "db"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "inlämnat"
    folder.mkdir()
    return folder


@pytest.fixture
def etl(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    monkeypatch.setenv("LOFTESKOLLEN_DB", str(tmp_path / "ingen databas"))
    return CommandLine(monkeypatch, capsys)
