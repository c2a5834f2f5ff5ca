"""Rows as people hand them in, built, and a way to ask what came of them."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb

from etl.build.pipeline import Outcome, build

Answer = Callable[[str], list[dict[str, Any]]]
Build = Callable[..., Answer]


def outcome_of(folder: Path, today: date, tables: dict[str, Sequence[str]]) -> Outcome:
    """The tables (header first) as files, built on `today`."""
    files = []
    for name, rows in tables.items():
        file = folder / f"{name}.csv"
        file.write_text("\n".join(rows) + "\n", encoding="utf-8")
        files.append(file)
    return build(
        files,
        folder / "db",
        today=today,
        now=datetime(2026, 11, 22, tzinfo=UTC),
        accept_rejects=False,
        progress=lambda what, rows: None,
    )


def building_in(folder: Path) -> Build:
    """A function that builds tables given by name and returns one that asks the database."""

    def made(today: date, **tables: Sequence[str]) -> Answer:
        outcome = outcome_of(folder, today, tables)
        assert outcome.database is not None, outcome.faults
        database = str(outcome.database)

        def ask(query: str) -> list[dict[str, Any]]:
            with duckdb.connect(database, read_only=True) as con:
                result = con.execute(query)
                names = [column[0] for column in result.description]
                return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

        return ask

    return made
