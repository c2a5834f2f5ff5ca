"""The simulated counts of the statistical reference, and what R 4.2.2 makes of them."""

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "reference"
CLOSED_FORM = 1e-6
"""Relative tolerance of what has a closed form."""
GLM = 1e-4
"""Of what comes out of a regression."""
START = 48
"""Malkommun's months begin in January 2020 and its promise in January 2024."""


@cache
def expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / f"expected_{name}.json").read_text("utf-8"))
    return found


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def malkommun() -> tuple[int, ...]:
    """The monthly counts of the municipality with the promise, 2020–2024."""
    return tuple(int(row["antal"]) for row in rows("monthly_counts") if row["kommun"] == "Malkommun")


@cache
def malkommun_population() -> tuple[int, ...]:
    return tuple(int(row["folkmangd"]) for row in rows("monthly_counts") if row["kommun"] == "Malkommun")
