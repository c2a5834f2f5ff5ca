"""The small register that is built again and again, as it stands when a test begins."""

from pathlib import Path

import pytest

from tests.unit.build.history_files import OVER, STARTED, Site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Files that nobody has built yet."""
    site = Site(tmp_path)
    site.fill()
    return site


@pytest.fixture(scope="session")
def built_at_the_start(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = Site(tmp_path_factory.mktemp("kommun"))
    site.fill()
    site.built(STARTED)
    return site


@pytest.fixture
def begun(built_at_the_start: Site, tmp_path: Path) -> Site:
    """A database built when the promise had begun."""
    return built_at_the_start.copy(tmp_path / "kommun")


@pytest.fixture(scope="session")
def built_at_the_end(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = Site(tmp_path_factory.mktemp("kommun"))
    site.fill()
    site.built(OVER)
    return site


@pytest.fixture
def over(built_at_the_end: Site, tmp_path: Path) -> Site:
    """A database built when the promise was over."""
    return built_at_the_end.copy(tmp_path / "kommun")
