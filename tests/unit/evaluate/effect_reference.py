"""The simulated municipalities of the statistical reference, and what R 4.2.2 makes of them."""

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from etl.evaluate.interrupted_series import CountSeries
from etl.evaluate.poisson_regression import Array

FOLDER = Path(__file__).parent / "reference"
TREATED = "Malkommun"
COMPARISONS = ("Jamf_A", "Jamf_B", "Jamf_C", "Jamf_D")
FIRST_AFTER = 48
"""January 2024, in months from January 2020."""


@cache
def expected() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / "expected_effect.json").read_text("utf-8"))
    return found


@cache
def counts(municipality: str) -> tuple[int, ...]:
    """January 2020 to December 2024."""
    return tuple(int(row["antal"]) for row in _rows() if row["kommun"] == municipality)


def panel() -> tuple[Array, Array]:
    """Counts and populations, the comparison municipalities first and the treated one last (5 × 60)."""
    names = (*COMPARISONS, TREATED)
    people = [[float(row["folkmangd"]) for row in _rows() if row["kommun"] == name] for name in names]
    return np.array([counts(name) for name in names], dtype=float), np.array(people)


def treated_series() -> CountSeries:
    rows = [row for row in _rows() if row["kommun"] == TREATED]
    return CountSeries(
        counts=counts(TREATED),
        periods=[int(row["ar"]) * 12 + int(row["manad"]) - 1 for row in rows],
        populations=[float(row["folkmangd"]) for row in rows],
        first_after=FIRST_AFTER,
    )


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with (FOLDER / "monthly_counts.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
