"""The simulated survey of the statistical reference (two waves), and what R's package survey 4.1-1 makes of it."""

import csv
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "reference"
VARIABLES = ("trygg", "fortroende_hogt", "utsatt_skadegorelse", "utsatt_ofredande")
_ASKED_AS = {"trygg": "trygg_kvall", "fortroende_hogt": "fortroende_polis"}
Row = Mapping[str, str]


@cache
def expected() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / "expected_survey.json").read_text("utf-8"))
    return found


@cache
def rows() -> tuple[Row, ...]:
    with (FOLDER / "survey_waves.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def answered(variable: str, wave: int | str, **groups: str) -> list[tuple[int, Row]]:
    """The answers 0 or 1 of a wave (of a group: kon="kvinna") beside their rows; missing ones left out."""
    column = _ASKED_AS.get(variable, variable)
    chosen = [
        row
        for row in rows()
        if row["vag"] == str(wave)
        and row[column] not in ("", "NA")
        and all(row[name] == level for name, level in groups.items())
    ]
    return [(int(int(row[column]) >= 4) if column != variable else int(row[column]), row) for row in chosen]


def ordinal(wave: int | str) -> tuple[list[int], list[float]]:
    """The answers 1–5 to trygg_kvall and their weights, in the order of the file."""
    chosen = [row for row in rows() if row["vag"] == str(wave) and row["trygg_kvall"] not in ("", "NA")]
    return [int(row["trygg_kvall"]) for row in chosen], [float(row["vikt"]) for row in chosen]
