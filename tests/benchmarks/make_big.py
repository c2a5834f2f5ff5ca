"""Contract-valid files of a size that says something about speed: a country's worth of rows in a few seconds.

    python -m tests.benchmarks.make_big FOLDER [--crimes N] [--answers N] [--activities N] [--seed N]

Every real municipality gets the same share of each table. The counts are plain Poisson draws: there is no
story in them, only volume, distinct keys and references that resolve.
"""

import argparse
from collections.abc import Mapping
from math import ceil
from pathlib import Path
from typing import Any, TypeAlias

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tests.benchmarks.big_register import SOURCE, commitment_ids, commitments, goals, promises

ROOT = Path(__file__).resolve().parents[2]
TYPES = (
    "total",
    "skadegorelse",
    "klotter",
    "ofredande",
    "misshandel",
    "olaga_hot",
    "narkotika",
    "vapen",
    "theft",
    "burglary",
)
MONTHS = tuple(f"{year}-{month:02d}" for year in range(2021, 2026) for month in range(1, 13))
WAVES = (2021, 2022, 2023, 2024, 2025)
INSTRUMENT = "Mätbänkens enkät"
GENDERS = ("kvinna", "man", "annat")
AGES = ("16–29", "30–49", "50–64", "65–84")
ACTIVITIES = ("tillsyn", "nattvandring", "medborgardialog", "trygghetsvandring", "utsättning", "föreläsning")
NOTES = (
    "Lugnt på platsen.",
    "Många ute, god stämning.",
    "Samtal med unga.",
    "Belysning anmäld för lagning.",
    None,
)
QUESTIONS = (
    ("trygg_kvall", "Hur trygg känner du dig ute en sen kväll?", "högt är bra", "enkat:trygg", "4;5"),
    (
        "fortroende_polis",
        "Hur stort förtroende har du för polisen?",
        "högt är bra",
        "enkat:fortroende_polis",
        "4;5",
    ),
    ("utsatt_ofredande", "Har du utsatts för ofredande?", "lågt är bra", "enkat:utsatt_ofredande", "1"),
)
Columns: TypeAlias = Mapping[str, pa.Array | pa.ChunkedArray | NDArray[Any] | list[Any]]
Codes: TypeAlias = NDArray[np.int64]


def write_big(
    out: Path,
    *,
    crimes: int = 1_000_000,
    answers: int = 1_000_000,
    activities: int = 200_000,
    seed: int = 1,
) -> dict[str, int]:
    """Writes the files into `out` and returns the rows of each. Same arguments, same files."""
    out.mkdir(parents=True, exist_ok=True)
    rng = np.random.Generator(np.random.PCG64(seed))
    towns = _municipalities()
    areas = max(1, ceil(crimes / (len(towns) * len(TYPES) * len(MONTHS))) - 1)
    tables = {
        "omraden": _areas(towns, areas),
        "brott": _crimes(rng, towns, areas, crimes),
        "folkmangd": _population(rng, towns, areas),
        "enkater": _surveys(towns, answers),
        "enkat_fragor": _questions(),
        "enkat_svar": _answers(rng, towns, areas, answers),
        "loften": promises(towns),
        "ataganden": commitments(towns),
        "mal": goals(towns),
        "aktiviteter": _activities(rng, towns, areas, activities),
    }
    with duckdb.connect() as connection:
        for name, columns in tables.items():
            connection.register("source", pa.table(dict(columns)))
            target = str(out / f"{name}.csv").replace("'", "''")
            connection.execute(f"COPY source TO '{target}' (FORMAT csv, DELIMITER ';', HEADER)")
            connection.unregister("source")
    return {name: len(next(iter(columns.values()))) for name, columns in tables.items()}


def _municipalities() -> list[str]:
    """Codes of the real municipalities; the made-up one belongs to the demo."""
    lines = (ROOT / "data" / "reference" / "kommuner.csv").read_text(encoding="utf-8").splitlines()
    return [line.split(";")[0] for line in lines[1:] if line and not line.startswith("9999")]


def _words(codes: Codes, words: list[str] | tuple[str | None, ...] | tuple[str, ...]) -> pa.Array:
    """Text out of codes into `words`, without building a Python string for each row."""
    return pa.DictionaryArray.from_arrays(pa.array(codes), pa.array(words, pa.string())).cast(pa.string())


def _area_names(towns: list[str], areas: int) -> list[str | None]:
    """For each municipality the whole (no name) and then its areas."""
    return [None if n == 0 else f"{town}-{n:02d}" for town in towns for n in range(areas + 1)]


def _comma(values: NDArray[np.int64], places: int) -> pa.Array:
    """Whole numbers of the smallest unit as text with decimal comma."""
    low, high = int(values.min(initial=0)), int(values.max(initial=0))
    words = [f"{n / 10**places:.{places}f}".replace(".", ",") for n in range(low, high + 1)]
    return _words(values - low, words)


def _spread(rows: int, owners: int) -> Codes:
    """Owner of each row, as evenly as possible and in order."""
    return np.arange(rows, dtype=np.int64) * owners // max(rows, 1)


def _areas(towns: list[str], areas: int) -> Columns:
    pairs = [(town, n) for town in towns for n in range(1, areas + 1)]
    return {
        "område_id": [f"{town}-{n:02d}" for town, n in pairs],
        "kommun": [town for town, _ in pairs],
        "namn": [f"Område {n}" for _, n in pairs],
        "typ": ["stadsdel"] * len(pairs),
        "version": [SOURCE] * len(pairs),
    }


def _crimes(rng: np.random.Generator, towns: list[str], areas: int, rows: int) -> Columns:
    """Per municipality month by month, type by type: the whole and then its areas, whose sum it is."""
    shape = (len(towns), len(MONTHS), len(TYPES), areas)
    size = rng.gamma(2.0, 2.0, size=(len(towns), 1, 1, 1))
    level = np.array([40, 12, 4, 5, 6, 3, 5, 1, 14, 2], dtype=float).reshape(1, 1, -1, 1)
    parts = rng.poisson(np.broadcast_to(size * level / areas, shape))
    counts = np.concatenate([parts.sum(axis=3, keepdims=True), parts], axis=3).reshape(len(towns), -1)
    town = _spread(rows, len(towns))
    cell = np.arange(rows) - np.searchsorted(town, np.arange(len(towns)))[town]
    area, kind = cell % (areas + 1), cell // (areas + 1) % len(TYPES)
    month = cell // (areas + 1) // len(TYPES)
    nothing = np.zeros(rows, dtype=np.int64)
    return {
        "kommun": _words(town, towns),
        "område": _words(town * (areas + 1) + area, tuple(_area_names(towns, areas))),
        "brottstyp": _words(kind, TYPES),
        "period": _words(month, MONTHS),
        "antal": counts[town, cell],
        "preliminär": _words(nothing, ("nej",)),
        "definition": _words(nothing, ("polisen, genererad",)),
        "källa": _words(nothing, (SOURCE,)),
    }


def _population(rng: np.random.Generator, towns: list[str], areas: int) -> Columns:
    years = (WAVES[0] - 1, *WAVES)
    parts = rng.integers(1000, 20_000, size=(len(towns), areas, 1)) + np.arange(len(years)) * 10
    counts = np.concatenate([parts.sum(axis=1, keepdims=True), parts], axis=1)
    rows = counts.size
    place = np.repeat(np.arange(len(towns) * (areas + 1)), len(years))
    return {
        "kommun": _words(place // (areas + 1), towns),
        "område": _words(place, tuple(_area_names(towns, areas))),
        "år": np.tile(np.array(years), rows // len(years)),
        "antal": counts.reshape(-1),
        "källa": [SOURCE] * rows,
    }


def _survey_ids(towns: list[str]) -> list[str]:
    return [f"{town}-{year}" for town in towns for year in WAVES]


def _surveys(towns: list[str], answers: int) -> Columns:
    ids = _survey_ids(towns)
    count = np.bincount(_spread(answers, len(ids)), minlength=len(ids))
    years = list(WAVES) * len(towns)
    return {
        "enkät_id": ids,
        "kommun": [town for town in towns for _ in WAVES],
        "instrument": [INSTRUMENT] * len(ids),
        "omgång": [str(year) for year in years],
        "från": [f"{year}-08-19" for year in years],
        "till": [f"{year}-10-20" for year in years],
        "metod": ["webb urval"] * len(ids),
        "målgrupp": ["16–84 år"] * len(ids),
        "antal utskick": count * 2,
        "antal svar": count,
        "källa": [SOURCE] * len(ids),
    }


def _questions() -> Columns:
    headings = ("fråga", "lydelse", "riktning", "indikator", "bra svar")
    columns: dict[str, list[Any]] = {"instrument": [INSTRUMENT] * len(QUESTIONS)}
    return columns | {heading: [q[n] for q in QUESTIONS] for n, heading in enumerate(headings)}


def _answers(rng: np.random.Generator, towns: list[str], areas: int, rows: int) -> Columns:
    ids = _survey_ids(towns)
    survey = _spread(rows, len(ids))
    area = survey // len(WAVES) * (areas + 1) + rng.integers(1, areas + 1, size=rows)
    five, yes_no = ("1", "2", "3", "4", "5", None), ("0", "1", None)
    return {
        "enkät_id": _words(survey, ids),
        "svar_id": pa.array(np.char.add("s", np.char.zfill(np.arange(1, rows + 1).astype("U8"), 8))),
        "område": _words(area, tuple(_area_names(towns, areas))),
        "kön": _words(rng.choice(3, size=rows, p=(0.52, 0.465, 0.015)), GENDERS),
        "åldersgrupp": _words(rng.integers(0, len(AGES), size=rows), AGES),
        "vikt": _comma(rng.integers(3000, 30_000, size=rows), 4),
        "trygg_kvall": _words(rng.choice(6, size=rows, p=(0.08, 0.14, 0.22, 0.33, 0.21, 0.02)), five),
        "fortroende_polis": _words(rng.choice(6, size=rows, p=(0.10, 0.16, 0.26, 0.32, 0.14, 0.02)), five),
        "utsatt_ofredande": _words(rng.choice(3, size=rows, p=(0.88, 0.10, 0.02)), yes_no),
    }


def _activities(rng: np.random.Generator, towns: list[str], areas: int, rows: int) -> Columns:
    ids = commitment_ids(towns)
    owner = _spread(rows, len(ids))
    town = owner // 3
    days = [str(day) for day in np.arange("2025-01-01", "2026-01-01", dtype="datetime64[D]")]
    start = rng.integers(8, 21, size=rows)
    length = rng.integers(1, 4, size=rows)
    return {
        "datum": _words(rng.integers(0, len(days), size=rows), days),
        "starttid": _words(start, [f"{hour:02d}:00:00" for hour in range(24)]),
        "sluttid": _words(start + length, [f"{hour:02d}:00:00" for hour in range(24)]),
        "åtagande_id": _words(owner, ids),
        "kommun": _words(town, towns),
        "aktivitet": _words(rng.integers(0, len(ACTIVITIES), size=rows), ACTIVITIES),
        "timmar": _comma(length * 20, 1),
        "deltagare": rng.integers(0, 60, size=rows),
        "område": _words(town * (areas + 1) + rng.integers(1, areas + 1, size=rows), tuple(_area_names(towns, areas))),
        "part": _words(owner % 3, ("polisen", "kommunen", "båda")),
        "anteckning": _words(rng.integers(0, len(NOTES), size=rows), NOTES),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Skriver stora filer för mätbänken.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--crimes", type=int, default=1_000_000)
    parser.add_argument("--answers", type=int, default=1_000_000)
    parser.add_argument("--activities", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write_big(
        given.folder,
        crimes=given.crimes,
        answers=given.answers,
        activities=given.activities,
        seed=given.seed,
    )


if __name__ == "__main__":
    main()
