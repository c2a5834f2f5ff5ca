"""The project's own data files as plain rows, by the csv module and nothing else."""

import csv
from pathlib import Path

from tests.support import ROOT

REGISTER = ROOT / "data" / "register"
REFERENCE = ROOT / "data" / "reference"
CODES = {"haninge": "0136", "svalov": "1214", "svedala": "1263", "svenljunga": "1465"}

Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";", strict=True))


def register(folder: str, table: str) -> list[Row]:
    return rows(REGISTER / folder / f"{table}.csv")


def whole_register(table: str) -> list[Row]:
    return [row for path in sorted(REGISTER.glob(f"*/{table}.csv")) for row in rows(path)]


def reference(name: str) -> list[Row]:
    return rows(REFERENCE / f"{name}.csv")


def by(key: str, table: list[Row]) -> dict[str, Row]:
    return {row[key]: row for row in table}


def counts(folder: str, crime_type: str) -> dict[int, int]:
    """Reported crimes per year."""
    return {
        int(row["period"]): int(row["antal"]) for row in reference(f"{folder}/brott") if row["brottstyp"] == crime_type
    }


def populations(folder: str) -> dict[int, int]:
    """Population on 31 December, by year."""
    return {int(row["år"]): int(row["antal"]) for row in reference(f"{folder}/folkmangd")}
