"""The look-up tables of data/reference: municipalities, crime types, indicators, breaks, sources."""

import csv
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from etl.contract.names import ParseContext
from etl.errors import SourceError

LOOKUPS = ("kommuner", "brottstyper", "indikatorer", "kolada", "seriebrott", "kallor", "kontakter", "rojandeskydd")
REFERENCE_DIR = Path(__file__).resolve().parents[2] / "data" / "reference"

Rows = tuple[dict[str, str], ...]


@dataclass(frozen=True)
class Reference:
    """Rows of each look-up table, as text, by Swedish heading."""

    tables: dict[str, Rows]

    @cached_property
    def context(self) -> ParseContext:
        """Known municipality codes, and every label of a crime type with its key."""
        labels: dict[str, str] = {}
        for row in self.tables["brottstyper"]:
            for label in (row["nyckel"], row["namn"], *row["brå_etikett"].split("|")):
                if label.strip():
                    labels[label.strip()] = row["nyckel"]
        municipalities = {row["kommun"]: row["namn"] for row in self.tables["kommuner"]}
        return ParseContext(municipalities=municipalities, crime_types=labels)


def lookup_paths(directory: Path = REFERENCE_DIR) -> list[Path]:
    return [directory / f"{name}.csv" for name in LOOKUPS]


def read_reference(directory: Path = REFERENCE_DIR) -> Reference:
    """Raises SourceError when a look-up table is missing."""
    tables: dict[str, Rows] = {}
    for path in lookup_paths(directory):
        if not path.exists():
            raise SourceError(
                what="En uppslagstabell saknas", where=str(path), todo="Hämta hem projektets mapp data/reference igen."
            )
        with path.open(encoding="utf-8-sig", newline="") as stream:
            tables[path.stem] = tuple(csv.DictReader(stream, delimiter=";"))
    return Reference(tables)
