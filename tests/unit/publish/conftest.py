"""One planted municipality, built and published once for all tests of what leaves."""

from datetime import UTC, datetime

import pytest

from etl.publish.publish import Publication, publish
from tests.unit.publish.planted import Planted, plant


@pytest.fixture(scope="session")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    return plant(tmp_path_factory.mktemp("planted"))


@pytest.fixture(scope="session")
def published(planted: Planted, tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return publish(
        planted.database.parent,
        tmp_path_factory.mktemp("public"),
        base_url="https://lofteskollen.example",
        now=datetime(2026, 11, 22, 13, tzinfo=UTC),
        progress=lambda what, rows: None,
    )
