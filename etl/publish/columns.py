"""What tables and columns mean: kolumner.json for people and programs, CSV on the Web metadata for each CSV file."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import duckdb

from etl.publish.open_data_sets import DATA_SETS, LICENCE_NAMES, data_set_of
from etl.publish.published_files import Folder, json_bytes

_WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT")
_DECIMAL = ("FLOAT", "DOUBLE", "DECIMAL")
_OTHER = {"BOOLEAN": "ja eller nej", "DATE": "datum", "TIME": "klockslag", "TIMESTAMP": "tidpunkt"}
CSV_NOTE = (
    "Semikolon mellan kolumnerna, decimalkomma, UTF-8 med BOM, datum som 2017-03-31, ja och nej: öppnas direkt i "
    "svenska Excel. Text som börjar med = + - eller @ har fått en apostrof först, så att kalkylprogram inte kör den."
)
OTHER_NOTE = "JSON och Parquet har samma rader med datatyper: decimalpunkt, true och false, null för det som saknas."


@dataclass(frozen=True, kw_only=True)
class ColumnInfo:
    """`type` is DuckDB's, `kind` the same in Swedish."""

    name: str
    type: str
    kind: str
    description: str


@dataclass(frozen=True, kw_only=True)
class TableInfo:
    """A mart as it is published."""

    name: str
    description: str
    rows: int
    columns: tuple[ColumnInfo, ...]


def describe(con: duckdb.DuckDBPyConnection, mart: str) -> TableInfo | None:
    """The mart with the comments of its columns; None when the database does not have it."""
    columns = con.execute(
        "SELECT column_name, data_type, comment FROM duckdb_columns() WHERE schema_name = 'marts'"
        " AND database_name = current_database() AND table_name = ? ORDER BY column_index",
        [mart],
    ).fetchall()
    if not columns:
        return None
    comment = con.execute(
        "SELECT comment FROM duckdb_tables() WHERE schema_name = 'marts'"
        " AND database_name = current_database() AND table_name = ?",
        [mart],
    ).fetchall()[0][0]
    return TableInfo(
        name=mart,
        description=comment or "",
        rows=con.execute(f"SELECT count(*) FROM marts.{mart}").fetchall()[0][0],
        columns=tuple(
            ColumnInfo(name=name, type=kind, kind=kind_sv(kind), description=told or "") for name, kind, told in columns
        ),
    )


def kind_sv(duckdb_type: str) -> str:
    """text, heltal, decimaltal, datum, klockslag, tidpunkt or ja eller nej."""
    plain = duckdb_type.partition("(")[0]
    if plain in _WHOLE:
        return "heltal"
    return "decimaltal" if plain in _DECIMAL else _OTHER.get(plain, "text")


def write_columns(folder: Folder, tables: Iterable[TableInfo]) -> None:
    """kolumner.json, and one CSVW description a table."""
    told = list(tables)
    everything = {
        "csv": CSV_NOTE,
        "json_och_parquet": OTHER_NOTE,
        "datamangder": [
            {
                "namn": data_set.title,
                "beskrivning": data_set.description,
                "licens": LICENCE_NAMES[data_set.licence],
                "villkor": data_set.terms,
            }
            for data_set in DATA_SETS
            if {table.name for table in told} & set(data_set.marts)
        ],
        "tabeller": [_table(folder, table) for table in told],
    }
    folder.write("kolumner.json", json_bytes(everything), kind="beskrivning", title="Vad kolumnerna betyder")
    for table in told:
        folder.write(
            f"{table.name}.csv-metadata.json",
            json_bytes(csvw(folder, table)),
            kind="beskrivning",
            title=f"Beskrivning av {table.name}.csv för program (CSV on the Web)",
            about={"tabell": table.name},
        )


def _table(folder: Folder, table: TableInfo) -> dict[str, Any]:
    data_set = data_set_of(table.name)
    return {
        "namn": table.name,
        "beskrivning": table.description,
        "datamangd": data_set.title,
        "rader": table.rows,
        "filer": {kind: folder.address(f"{table.name}.{kind}") for kind in ("csv", "json", "parquet")},
        "kolumner": [{"namn": c.name, "typ": c.kind, "beskrivning": c.description} for c in table.columns],
    }


def csvw(folder: Folder, table: TableInfo) -> dict[str, Any]:
    """Metadata by which a program reads the CSV file as it was meant (W3C, Metadata Vocabulary for Tabular Data)."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "sv"}],
        "url": f"{table.name}.csv",
        "dc:title": table.description,
        "dc:license": {"@id": data_set_of(table.name).licence},
        "dc:source": {"@id": folder.page("oppnadata")},
        "dialect": {"delimiter": ";", "encoding": "utf-8", "header": True, "quoteChar": '"'},
        "tableSchema": {
            "columns": [
                {"name": c.name, "titles": c.name, "dc:description": c.description, "datatype": _datatype(c.kind)}
                for c in table.columns
            ]
        },
    }


def _datatype(kind: str) -> Any:
    decimal = {"decimalChar": ","}
    return {
        "heltal": "integer",
        "decimaltal": {"base": "double", "format": decimal},
        "datum": {"base": "date", "format": "yyyy-MM-dd"},
        "klockslag": {"base": "time", "format": "HH:mm:ss"},
        "tidpunkt": "datetime",
        "ja eller nej": {"base": "boolean", "format": "ja|nej"},
    }.get(kind, "string")
