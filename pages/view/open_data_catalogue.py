"""What the published tables and their columns mean, as the publication wrote it in kolumner.json."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pages.view.open_data_files import Published

_NAME = "kolumner.json"


@dataclass(frozen=True, kw_only=True)
class TableWords:
    """A published table: what it holds, and (name, kind, description) of each column."""

    name: str
    description: str
    rows: int
    columns: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, kw_only=True)
class DataSetWords:
    """Tables that belong together, their licence and the terms in words."""

    title: str
    description: str
    licence: str
    terms: str
    tables: tuple[TableWords, ...]


def data_sets(edition: Published) -> tuple[DataSetWords, ...]:
    """Every published table under its dataset; none when the publication has no description."""
    if _NAME not in edition.files:
        return ()
    return _read(edition.folder / _NAME, edition.files[_NAME].sha256)


@lru_cache(maxsize=2)
def _read(path: Path, _sha256: str) -> tuple[DataSetWords, ...]:
    told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return tuple(
        DataSetWords(
            title=data_set["namn"],
            description=data_set["beskrivning"],
            licence=data_set["licens"],
            terms=data_set["villkor"],
            tables=tuple(_table(table) for table in told["tabeller"] if table["datamangd"] == data_set["namn"]),
        )
        for data_set in told["datamangder"]
    )


def _table(told: dict[str, Any]) -> TableWords:
    return TableWords(
        name=told["namn"],
        description=told["beskrivning"],
        rows=told["rader"],
        columns=tuple((column["namn"], column["typ"], column["beskrivning"]) for column in told["kolumner"]),
    )
