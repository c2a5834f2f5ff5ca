from pathlib import Path

import pytest

from tests.unit.publish.open_data.support import write


@pytest.fixture(scope="session")
def folder(public_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The open data of the first public edition, with our own address and time. Only to be read."""
    return write(public_database, tmp_path_factory.mktemp("open") / "data")
