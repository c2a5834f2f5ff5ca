"""The site of the database that the tests publish, written once."""

from pathlib import Path

import pytest

from tests.unit.documents.site_support import BASE, written_site


@pytest.fixture(scope="session")
def site(public_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the site. Only to be read."""
    folder = tmp_path_factory.mktemp("webb") / "webbplats"
    written_site(folder, public_database.parent, base_url=BASE, app_url="https://app.exempel.se")
    return folder
