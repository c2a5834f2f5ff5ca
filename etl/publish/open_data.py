"""Open data: every public mart as files at stable addresses, with a catalogue, a schema and the evidence behind."""

from datetime import datetime
from pathlib import Path

import duckdb

from etl.build.rows import fetch
from etl.errors import BuildError
from etl.publish.columns import describe, write_columns
from etl.publish.dcat import Coverage, catalogue
from etl.publish.evidence import write_evidence
from etl.publish.open_data_sets import DATA_SETS, DataSet
from etl.publish.open_data_tables import write_table
from etl.publish.promise_file import write_promises
from etl.publish.promise_schema import SCHEMA_NAME, promise_schema
from etl.publish.published_files import Folder, json_bytes


def write_open_data(database: Path, directory: Path, *, base_url: str, published: datetime) -> None:
    """Write the open data of a public database into `directory`, the list of the files last.

    `base_url` is the address of the public server without a last slash, or empty: then addresses begin at its root.
    `published` has a time zone. Raises BuildError for a database that is not a public edition.
    """
    folder = Folder(path=directory, base_url=base_url, published=published)
    with duckdb.connect(str(database), read_only=True) as con:
        _refuse_internal(con, database)
        directory.mkdir(parents=True, exist_ok=True)
        tables = [told for data_set in DATA_SETS for mart in data_set.marts if (told := describe(con, mart))]
        for table in tables:
            write_table(con, folder, table)
        write_columns(folder, tables)
        schema = json_bytes(promise_schema(folder.address(SCHEMA_NAME)))
        folder.write(SCHEMA_NAME, schema, kind="schema", title="JSON-schema för ett medborgarlöfte")
        write_promises(con, folder)
        write_evidence(con, folder)
        _write_catalogue(con, folder, {table.name for table in tables})
    folder.close()


def _refuse_internal(con: duckdb.DuckDBPyConnection, database: Path) -> None:
    if con.execute("SELECT value FROM marts.build WHERE key = 'edition'").fetchall() != [("public",)]:
        raise BuildError(
            what="Öppna data skrivs bara ur en öppen databas",
            where=database.name,
            todo="Publicera med ”python -m etl publish”.",
        )


def _write_catalogue(con: duckdb.DuckDBPyConnection, folder: Folder, marts: set[str]) -> None:
    sources = {row["source_id"]: row for row in fetch(con, "FROM marts.source")} if "source" in marts else {}
    content = catalogue(
        folder,
        marts=marts,
        municipalities=fetch(con, "FROM marts.municipality ORDER BY municipality_code"),
        contacts=fetch(con, "FROM marts.contact ORDER BY ALL") if "contact" in marts else [],
        sources=sources,
        coverage={data_set.key: _coverage(con, data_set, marts) for data_set in DATA_SETS},
    )
    folder.write("katalog.jsonld", json_bytes(content), kind="beskrivning", title="Katalog enligt DCAT-AP-SE (JSON-LD)")


def _coverage(con: duckdb.DuckDBPyConnection, data_set: DataSet, marts: set[str]) -> Coverage:
    """First and last day that the dataset says anything about; None where it says nothing."""
    spans = [
        con.execute(f"SELECT min({first}), max({last}) FROM marts.{mart}").fetchall()[0]
        for mart, first, last in data_set.days
        if mart in marts
    ]
    starts = [first for first, _ in spans if first]
    ends = [last for _, last in spans if last]
    return Coverage(first=min(starts, default=None), last=max(ends, default=None))
