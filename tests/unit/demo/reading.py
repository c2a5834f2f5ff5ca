"""Reads the demo's files with nothing but the standard library, as somebody outside the project would."""

import csv
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

Table = list[dict[str, str]]
Tables = Mapping[str, Table]
TODAY = date(2026, 11, 22)


def read_folder(folder: Path) -> dict[str, Table]:
    tables = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            tables[path.stem] = list(csv.DictReader(file, delimiter=";"))
    return tables


def number(text: str) -> float:
    return float(text.replace(",", "."))


def by_id(table: Table, heading: str) -> dict[str, dict[str, str]]:
    return {row[heading]: row for row in table}


def day(row: Mapping[str, str], heading: str = "datum") -> date:
    return date.fromisoformat(row[heading])


def longest_silence(reports: list[date], start: date, end: date) -> int:
    """Days between two reports in a row, the ends of the period counted as reports."""
    marks = sorted([start, *(d for d in reports if start <= d <= end), end])
    return max((b - a).days for a, b in pairwise(marks))


def weekdays(start: date, end: date) -> int:
    return sum((start + timedelta(days=n)).weekday() < 5 for n in range((end - start).days + 1))
