"""Publication, as a recipe: read what is inside, gate it, write a new file aside, check it, add open data, swap."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from etl.build import places
from etl.build.content_hash import content_hash
from etl.build.garbage import collector_at_rest
from etl.build.os_words import os_words
from etl.build.rows import insert_rows
from etl.errors import BuildError
from etl.publish.earlier import cell_row, earlier_cells, earlier_goals, earlier_surveys, survey_row
from etl.publish.gates import Edition, gate_everything
from etl.publish.open_data import write_open_data
from etl.publish.public_database import check_tables, make_tables, open_inside, open_new, read_columns, write_mart
from etl.publish.verdict_prints import BEHIND, with_prints

EDITION_TABLES = ("cell", "survey")
_ADDRESS = re.compile(r"https?://[^\s/?#\"'<>]+(/[^\s?#\"'<>]*)?")
Progress = Callable[[str, int], None]


@dataclass(frozen=True, kw_only=True)
class Publication:
    """A finished edition: the database that is served now, the folder of open data, and how much is in it."""

    database: Path
    open_data: Path
    as_of: date
    rows: int
    hidden: int


def publish(directory: Path, public: Path, *, base_url: str, now: datetime, progress: Progress) -> Publication:
    """Publish what is served in `directory` into `public`. Raises BuildError; then the old edition is served.

    `base_url` is the address of the public server, or empty. `now` has a time zone.
    """
    if base_url and not _ADDRESS.fullmatch(base_url):
        raise BuildError(
            what=f"--base-url: ”{base_url}” är ingen webbadress",
            todo="Skriv den som https://lofteskollen.kommun.se, eller lämna den tom.",
        )
    inside = places.served(directory)
    if inside is None:
        raise BuildError(
            what="Det finns ingen databas att publicera",
            where=str(directory),
            todo="Bygg den först med ”make build” eller ”python -m etl build”.",
        )
    with places.only_builder(public, "--public"), collector_at_rest():
        places.clear_unfinished(public)
        try:
            return _publish(inside, public, base_url.rstrip("/"), now, progress)
        except (duckdb.Error, OSError, MemoryError) as error:
            told = os_words(error) if isinstance(error, OSError) else str(error).partition("\n")[0]
            raise BuildError(
                what=f"Publiceringen avbröts: {told or 'minnet räckte inte till'}",
                where=str(public),
                todo="Den gamla utgåvan visas som förut. Åtgärda felet och publicera igen.",
            ) from error
        finally:
            places.clear_unfinished(public)


def _publish(inside: Path, public: Path, base_url: str, now: datetime, progress: Progress) -> Publication:
    unfinished, finished = places.new_names(public, now.astimezone(UTC), places.PUBLIC)
    earlier, surveys = earlier_cells(public), earlier_surveys(public)
    progress("Läser den interna databasen", 0)
    con = open_inside(inside)
    try:
        columns = read_columns(con)
        edition = gate_everything(
            con,
            earlier=earlier,
            earlier_surveys=surveys,
            earlier_goals=earlier_goals(public),
            edition=finished.stem,
            published_on=now.date(),
            progress=progress,
        )
    finally:
        con.close()
    progress("Skriver den öppna databasen", 0)
    new = open_new(unfinished)
    try:
        make_tables(new, columns)
        for table, rows in edition.marts.items():
            if table not in BEHIND:
                write_mart(new, table, rows)
        for table in BEHIND:
            write_mart(new, table, with_prints(new, table, edition.marts[table]))
        insert_rows(new, "editions.cell", [cell_row(cell) for cell in (*earlier, *edition.cells)])
        insert_rows(new, "editions.survey", [survey_row(cell) for cell in (*surveys, *edition.surveys)])
        _describe(new, now, base_url)
        new.execute("CHECKPOINT")
    finally:
        new.close()
    progress("Kontrollerar den öppna databasen", 0)
    check_tables(unfinished, EDITION_TABLES)
    progress("Skriver öppna data", 0)
    aside = places.open_data_beside(unfinished)
    write_open_data(unfinished, aside, base_url=base_url, published=now)
    progress("Byter utgåva", 0)
    aside.replace(places.open_data_beside(finished))
    unfinished.replace(finished)
    places.swap(public, finished)
    places.forget_old(public)
    return _told(finished, edition)


def _describe(con: duckdb.DuckDBPyConnection, now: datetime, base_url: str) -> None:
    facts = {
        "edition": "public",
        "published_on": now.isoformat(timespec="seconds"),
        "base_url": base_url,
        "content_hash": content_hash(con),
    }
    insert_rows(con, "marts.build", [{"key": key, "value": value} for key, value in facts.items()])


def _told(finished: Path, edition: Edition) -> Publication:
    build = {row["key"]: row["value"] for row in edition.marts["build"]}
    return Publication(
        database=finished,
        open_data=places.open_data_beside(finished),
        as_of=date.fromisoformat(build["as_of"]),
        rows=sum(len(rows) for rows in edition.marts.values()),
        hidden=sum(row["hidden_reason"] is not None for row in edition.marts["crime_series"]),
    )
