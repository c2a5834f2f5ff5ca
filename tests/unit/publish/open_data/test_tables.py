"""A table says the same in all three forms as in the database, and its description is enough to read it by."""

import csv
import io
import json
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.publish.columns import describe, kind_sv, write_columns
from etl.publish.open_data_sets import OPEN_MARTS
from etl.publish.open_data_tables import write_table
from etl.publish.published_files import Folder
from tests.unit.publish.open_data.support import BASE, PUBLISHED

Rows = list[tuple[Any, ...]]


def of_mart(database: Path, mart: str) -> Rows:
    with duckdb.connect(str(database), read_only=True) as con:
        return [
            tuple(comparable(value) for value in row)
            for row in con.execute(f"FROM marts.{mart} ORDER BY ALL").fetchall()
        ]


def comparable(value: Any) -> Any:
    """What a cell is in any form: a number as a float, days as text; nothing and no text are the same."""
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float, Decimal)):
        return float(value)
    return value.isoformat() if isinstance(value, (date, time)) else value or None


def from_csv(folder: Path, mart: str) -> Rows:
    """The CSV file as a program reads it that knows nothing but its description."""
    told = json.loads((folder / f"{mart}.csv-metadata.json").read_text())
    dialect, columns = told["dialect"], told["tableSchema"]["columns"]
    text = (folder / told["url"]).read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=dialect["delimiter"]))
    assert rows[0] == [column["name"] for column in columns]
    return [tuple(as_typed(cell, c["datatype"]) for cell, c in zip(row, columns, strict=True)) for row in rows[1:]]


def as_typed(cell: str, datatype: Any) -> Any:
    if cell == "":
        return None
    base = datatype["base"] if isinstance(datatype, dict) else datatype
    if base == "boolean":
        assert datatype["format"] == "ja|nej"
        return {"ja": True, "nej": False}[cell]
    if base in ("integer", "double"):
        return float(cell.replace(datatype["format"]["decimalChar"], ".") if base == "double" else cell)
    return cell.removeprefix("'") if cell.startswith(("'=", "'+", "'-", "'@", "'\t", "'\r")) else cell


def from_json(folder: Path, mart: str) -> Rows:
    rows = json.loads((folder / f"{mart}.json").read_text())
    return [tuple(comparable(value) for value in row.values()) for row in rows]


def from_parquet(folder: Path, mart: str) -> Rows:
    found = duckdb.sql(f"FROM read_parquet('{folder / mart}.parquet')").fetchall()
    return [tuple(comparable(value) for value in row) for row in found]


@pytest.mark.parametrize("mart", sorted(OPEN_MARTS))
def test_a_mart_is_the_same_in_every_form(public_database: Path, folder: Path, mart: str) -> None:
    rows = of_mart(public_database, mart)

    assert from_csv(folder, mart) == rows
    assert from_json(folder, mart) == rows
    assert from_parquet(folder, mart) == rows


def test_csv_opens_in_a_swedish_excel(folder: Path) -> None:
    content = (folder / "goal_point.csv").read_bytes()

    assert content.startswith(b"\xef\xbb\xbfmunicipality_code;promise_id;")
    assert ";11,44;" in content.decode("utf-8-sig")
    assert "nej" in content.decode("utf-8-sig")


def write_one(folder: Path, texts: list[str | None], number: float) -> None:
    with duckdb.connect(":memory:") as con:
        con.execute("CREATE SCHEMA marts")
        con.execute("CREATE TABLE marts.source (name VARCHAR, value DOUBLE, whole BIGINT, day DATE, yes BOOLEAN)")
        for text in texts:
            con.execute("INSERT INTO marts.source VALUES (?, ?, 5, DATE '2017-03-31', true)", [text, number])
        table = describe(con, "source")
        assert table is not None
        to = Folder(path=folder, base_url=BASE, published=PUBLISHED)
        write_table(con, to, table)
        write_columns(to, [table])


ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)


@settings(max_examples=25)
@given(texts=st.lists(st.none() | ANY_TEXT, min_size=1, max_size=12), number=st.floats(-1e9, 1e9))
def test_any_text_and_number_survives(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], number: float
) -> None:
    folder = tmp_path_factory.mktemp("data")
    write_one(folder, texts, number)
    # What begins as a made harmless formula cannot be told from one.
    ambiguous = any(text and text.startswith("'") for text in texts)
    expected = sorted((text or "", number) for text in texts)

    for read in (from_json, from_parquet, *(() if ambiguous else (from_csv,))):
        assert sorted((row[0] or "", row[1]) for row in read(folder, "source")) == expected


@pytest.mark.parametrize("text", ["=1+1", "+46", "-dold-", "@SUM(A1)", "\t=1"])
def test_text_that_looks_like_a_formula_is_harmless_in_csv_and_itself_elsewhere(tmp_path: Path, text: str) -> None:
    write_one(tmp_path, [text], -5.5)
    cell, number, *_ = next(
        row
        for row in csv.reader(io.StringIO((tmp_path / "source.csv").read_text("utf-8-sig")), delimiter=";")
        if row[1] != "value"
    )

    assert cell == f"'{text}"
    assert number == "-5,5"
    assert json.loads((tmp_path / "source.json").read_text())[0]["name"] == text


def test_every_table_and_column_says_what_it_means(folder: Path) -> None:
    told = json.loads((folder / "kolumner.json").read_text())

    assert {table["namn"] for table in told["tabeller"]} == OPEN_MARTS
    assert {table["datamangd"] for table in told["tabeller"]} == {group["namn"] for group in told["datamangder"]}
    for table in told["tabeller"]:
        assert table["beskrivning"]
        assert [c["namn"] for c in table["kolumner"] if not c["beskrivning"]] == []
        assert {c["typ"] for c in table["kolumner"]} <= {"text", "heltal", "decimaltal", "datum", "ja eller nej"}


@pytest.mark.parametrize(
    ("duckdb_type", "kind"),
    [("DECIMAL(18,6)", "decimaltal"), ("SMALLINT", "heltal"), ("VARCHAR", "text"), ("TIME", "klockslag")],
)
def test_types_are_told_in_swedish(duckdb_type: str, kind: str) -> None:
    assert kind_sv(duckdb_type) == kind


def test_a_mart_that_is_not_there_is_not_described(public_database: Path) -> None:
    with duckdb.connect(str(public_database), read_only=True) as con:
        assert describe(con, "activity") is None
