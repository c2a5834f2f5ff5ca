"""A mart as three files: CSV that a Swedish Excel opens, and JSON and Parquet for programs."""

import codecs
import shutil

import duckdb

from etl.build.database import quoted, quoted_text
from etl.publish.columns import ColumnInfo, TableInfo
from etl.publish.published_files import Folder

# A spreadsheet runs text that begins like this as a formula.
_FORMULA = "^[=+@\\t\\r-]"


def write_table(con: duckdb.DuckDBPyConnection, folder: Folder, table: TableInfo) -> None:
    """Write <mart>.csv, .json and .parquet. Rows are in the order of all their columns, so the same rows give the same
    files."""
    everything = f"SELECT * FROM marts.{quoted(table.name)} ORDER BY ALL"
    for ending, options in (("json", "FORMAT json, ARRAY true"), ("parquet", "FORMAT parquet, COMPRESSION zstd")):
        target = quoted_text(str(folder.place(f"{table.name}.{ending}")))
        con.execute(f"COPY ({everything}) TO {target} ({options})")
    _write_csv(con, folder, table, everything)
    for ending in ("csv", "json", "parquet"):
        folder.note(f"{table.name}.{ending}", kind="tabell", title=table.description, about={"tabell": table.name})


def _write_csv(con: duckdb.DuckDBPyConnection, folder: Folder, table: TableInfo, everything: str) -> None:
    columns = ", ".join(f"{_for_people(column)} AS {quoted(column.name)}" for column in table.columns)
    final = folder.place(f"{table.name}.csv")
    bare = final.with_suffix(".utan-bom")
    con.execute(f"COPY (SELECT {columns} FROM ({everything})) TO {quoted_text(str(bare))} (HEADER, DELIMITER ';')")
    with bare.open("rb") as source, final.open("wb") as target:
        # Without it a Swedish Excel reads å, ä and ö wrongly.
        target.write(codecs.BOM_UTF8)
        shutil.copyfileobj(source, target)
    bare.unlink()


def _for_people(column: ColumnInfo) -> str:
    """The column as an SQL expression of the text that stands in the CSV file."""
    name = quoted(column.name)
    if column.kind == "decimaltal":
        return f"replace({name}::VARCHAR, '.', ',')"
    if column.kind == "ja eller nej":
        return f"CASE {name} WHEN true THEN 'ja' WHEN false THEN 'nej' END"
    if column.kind == "text":
        return f"CASE WHEN regexp_matches({name}::VARCHAR, '{_FORMULA}') THEN '''' || {name} ELSE {name}::VARCHAR END"
    return name
