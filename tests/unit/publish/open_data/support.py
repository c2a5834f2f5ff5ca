"""Writes open data of a public database, and reads what was written."""

import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from etl.publish.open_data import write_open_data

BASE = "https://loften.example.se"
PUBLISHED = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def write(database: Path, folder: Path, base_url: str = BASE) -> Path:
    write_open_data(database, folder, base_url=base_url, published=PUBLISHED)
    return folder


def listed(folder: Path) -> dict[str, dict[str, Any]]:
    """The files of the list, by name."""
    return {file["namn"]: file for file in json.loads((folder / "filer.json").read_text())["filer"]}


def unpacked(package: Path | bytes) -> dict[str, bytes]:
    """What a zip file holds, by name."""
    with zipfile.ZipFile(io.BytesIO(package) if isinstance(package, bytes) else package) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
