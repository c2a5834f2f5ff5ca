"""One demo for all tests of this folder."""

from pathlib import Path

import pytest

from etl.demo import generate
from tests.unit.demo.reading import TODAY, Tables, read_folder


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate(tmp_path_factory.mktemp("demo"), today=TODAY).folder


@pytest.fixture(scope="session")
def demo(demo_folder: Path) -> Tables:
    return read_folder(demo_folder)
