"""What is carried from one database file to the next: locked rules, what was last shown, corrections."""

from datetime import date, datetime, timedelta
from pathlib import Path

import duckdb
import pyarrow as pa

from etl import sql
from etl.build import places
from etl.build.database import quoted_text, scalar
from etl.build.rows import insert_rows

TABLES = ("about", "goal_rule", "verdict", "figure", "correction")
FORMAT = "1"
_ONE_DAY = timedelta(days=1)


class _OtherVersionError(Exception):
    """The database was made by a version of the program that kept no history, or kept it otherwise."""


def read_history(con: duckdb.DuckDBPyConnection, directory: Path, *, today: date, now: datetime) -> list[str]:
    """Make the schema history, empty, and staging.earlier_<table> with what the build before left behind.

    The build before is the served database, or the newest other one that can be read. Makes
    staging.history_run(today, earlier_as_of, is_open) too. A build of a day that is past, or that has not come,
    looks back and judges by the locked rules, but adds nothing to the history. Returns remarks in Swedish.
    """
    con.execute(sql.read("evaluate", "history_tables"))
    found, notes = _latest(directory)
    for name in TABLES:
        _keep(con, name, found[name] if found is not None else None)
    earlier = _earlier_day(con)
    is_open = (earlier is None or earlier <= today) and today <= now.date() + _ONE_DAY
    con.execute(
        "CREATE TABLE staging.history_run AS SELECT $today::DATE AS today, $earlier::DATE AS earlier_as_of,"
        " $open::BOOLEAN AS is_open",
        {"today": today, "earlier": earlier, "open": is_open},
    )
    return notes


def write_history(con: duckdb.DuckDBPyConnection) -> None:
    """Carry on what was shown last and the day of it. Rules and corrections are written where they are made.

    A promise that this build lacks keeps what was last shown of it: it is compared with that when it comes back.
    """
    is_open, today, earlier = con.execute("SELECT is_open, today, earlier_as_of FROM staging.history_run").fetchall()[0]
    for name in ("verdict", "figure"):
        seen = f"now_{name}" if is_open else f"earlier_{name}"
        con.execute(f"INSERT INTO history.{name} BY NAME FROM staging.{seen}")
    if is_open:
        con.execute(sql.read("evaluate", "absent_promises"))
    day = today if is_open else earlier
    about = {"format": FORMAT, **({"as_of": day.isoformat()} if day is not None else {})}
    insert_rows(con, "history.about", [{"key": key, "value": value} for key, value in about.items()])


def _latest(directory: Path) -> tuple[dict[str, pa.Table] | None, list[str]]:
    """The history of the newest database that has one. What is wrong with the served one is said, in Swedish."""
    databases = places.finished_databases(directory)
    wrong = ""
    if places.served(directory) is None and (directory / places.POINTER).exists():
        wrong = "Databasen som visades senast finns inte kvar."
    for path in databases:
        try:
            found = _read(path)
        except _OtherVersionError:
            wrong = wrong or f"{path.name} är byggd med en äldre version av programmet och har ingen historik."
        except duckdb.Error:
            wrong = wrong or f"{path.name} går inte att läsa, så dess historik kunde inte hämtas."
        else:
            return found, [f"{wrong} Låsta regler och rättelser hämtas från {path.name}."] if wrong else []
    return None, [f"{wrong} Reglerna låses och rättelserna räknas från och med detta bygge."] if wrong else []


def _read(path: Path) -> dict[str, pa.Table]:
    """The history of one database, through an engine of its own: a broken file must not bring the build down."""
    reader = duckdb.connect(":memory:")
    try:
        reader.execute(f"ATTACH {quoted_text(str(path))} AS earlier (READ_ONLY)")
        there = scalar(
            reader,
            "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'earlier' AND schema_name = 'history'"
            " AND list_contains($names, table_name)",
            {"names": list(TABLES)},
        )
        if there != len(TABLES):
            raise _OtherVersionError
        about = dict(reader.execute("SELECT key, value FROM earlier.history.about").fetchall())
        if about.get("format") != FORMAT:
            raise _OtherVersionError
        return {name: reader.sql(f"FROM earlier.history.{name}").to_arrow_table() for name in TABLES}
    finally:
        reader.close()


def _keep(con: duckdb.DuckDBPyConnection, name: str, rows: pa.Table | None) -> None:
    con.execute(f"CREATE TABLE staging.earlier_{name} AS FROM history.{name} LIMIT 0")
    if rows is not None:
        con.register("earlier_rows", rows)
        con.execute(f"INSERT INTO staging.earlier_{name} BY NAME FROM earlier_rows")
        con.unregister("earlier_rows")


def _earlier_day(con: duckdb.DuckDBPyConnection) -> date | None:
    found = con.execute("SELECT value::DATE FROM staging.earlier_about WHERE key = 'as_of'").fetchall()
    return found[0][0] if found else None
