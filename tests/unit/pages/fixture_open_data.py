"""The fixture database as a public edition, with its open data beside it."""

from datetime import UTC, datetime
from pathlib import Path

import duckdb

from etl.publish.open_data import write_open_data
from tests.unit.pages.fixture_marts import write as write_marts

BASE = "https://loften.example.se"


def write(directory: Path) -> Path:
    """Builds it in `directory`, which is what LOFTESKOLLEN_PUBLIC_DB means, and returns the directory."""
    write_marts(directory)
    database = directory / (directory / "current").read_text(encoding="utf-8")
    with duckdb.connect(str(database)) as connection:
        connection.execute("insert into marts.build values ('edition', 'public')")
    published = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    write_open_data(database, directory / f"{database.stem}-data", base_url=BASE, published=published)
    return directory
