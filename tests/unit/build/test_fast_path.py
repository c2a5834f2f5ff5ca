"""A cell that SQL takes as it stands means the same as the contract's parser says it means."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from etl import sql
from etl.build.staging import _cast, _is_plain
from etl.contract import TABLES, Column, Kind
from etl.contract.blanks import BLANKS, INVISIBLE, tidy
from etl.contract.outcome import Parsed
from etl.contract.values import parse

COLUMNS = (
    TABLES["brott"].column("count"),
    TABLES["aterkopplingsplikter"].column("times_per_year"),
    TABLES["aktiviteter"].column("hours"),
    TABLES["handelser"].column("latitude"),
    TABLES["enkat_varden"].column("value"),
    TABLES["aktiviteter"].column("day"),
    TABLES["aktiviteter"].column("commitment_id"),
    TABLES["aktiviteter"].column("place"),
    TABLES["aktiviteter"].column("note"),
)
ALPHABETS = {
    Kind.INTEGER: "0123456789-+., \u00a0٣",
    Kind.DECIMAL: "0123456789-+.,eE \u00a0−٣",
    Kind.DATE: "0123456789-/. ",
    Kind.IDENTIFIER: "abcÅÄÖé\u0301019-_:.@ /#=",
    Kind.TEXT: "abcÅÄÖé\u0301019-_:.@ /#=\u00a0\t\n\u200bÃ¥\x81",
    Kind.FREE_TEXT: "abcÅÄÖé\u0301019-_:.@ /#=\u00a0\t\n\u200bÃ¥\x81",
}
PEOPLE = ("19811228-9874", "811228-9874", "701063-2391", "070-174 06 35", "+46 8 465 004 00", "anna@example.se")


def texts(kind: Kind) -> st.SearchStrategy[str]:
    free = st.text(ALPHABETS[kind], min_size=1, max_size=12)
    match kind:
        case Kind.INTEGER:
            return free | st.integers(-10, 10**10).map(str)
        case Kind.DECIMAL:
            return free | st.floats(-1000, 1000).map(str) | st.integers(-10, 10**13).map(str)
        case Kind.DATE:
            days = st.tuples(*(st.integers(*ends) for ends in ((1890, 2110), (0, 13), (0, 32))))
            return free | days.map(lambda d: f"{d[0]}-{d[1]:02}-{d[2]:02}") | st.dates().map(date.isoformat)
        case _:
            person = st.tuples(free, st.sampled_from(PEOPLE), free).map("".join)
            return free | person | st.text(max_size=8)


@pytest.fixture(scope="module")
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as con:
        con.execute(sql.read("staging", "fast_path"))
        con.execute("CREATE TABLE cells (x VARCHAR)")
        yield con


def taken(con: duckdb.DuckDBPyConnection, column: Column, cells: list[str]) -> list[tuple[str, Any]]:
    """The texts that SQL takes as they stand, each with what it makes of them."""
    con.execute("DELETE FROM cells")
    con.execute("INSERT INTO cells SELECT unnest($cells::VARCHAR[])", {"cells": cells})
    plain = _is_plain(column, "x")
    return con.execute(f"SELECT x, {_cast(column, 'x')} FROM cells WHERE coalesce({plain}, false)").fetchall()


def value(column: Column, text: str) -> object:
    """What the contract's parser makes of it; None when it is refused."""
    parsed = parse(column, text)
    if not isinstance(parsed, Parsed):
        return None
    match column.kind:
        case Kind.INTEGER:
            return int(parsed.value)
        case Kind.DECIMAL:
            return float(parsed.value)
        case Kind.DATE:
            return date.fromisoformat(parsed.value)
        case _:
            return parsed.value


@pytest.mark.parametrize("column", COLUMNS, ids=lambda c: f"{c.kind} {c.name}")
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_sql_takes_the_parser_takes_too(
    con: duckdb.DuckDBPyConnection, column: Column, data: st.DataObject
) -> None:
    cells = data.draw(st.lists(texts(column.kind).filter(lambda t: "\0" not in t), min_size=1, max_size=60))
    for text, made in taken(con, column, cells):
        assert value(column, text) == made, text


@pytest.mark.parametrize(
    ("name", "plain", "slow"),
    [
        ("count", ("0", "7", "308", "999999999"), ("007", "-3", "+3", "1 234", "1.234", "3.0", "٣", "1000000000")),
        ("hours", ("0", "12,5", "12.5", "007,50"), ("-1", "1 234,5", "1e3", "100001", ",5", "5,")),
        ("day", ("2017-03-31", "2016-02-29", "1900-01-01", "2099-12-31"), ("2017-02-29", "1899-12-31", "2017-3-31")),
        ("commitment_id", ("1263-2017-A1", "åäö:1.2_3"), ("-a", "a b", "19811228-9874", "x" * 101, "e\u0301")),
        ("place", ("Torget 3, Bara", "5 – 6"), (" a", "a  b", "#REF!", "ring 070-174 06 35", "Ã¥", "x" * 501)),
    ],
)
def test_what_goes_fast_and_what_does_not(
    con: duckdb.DuckDBPyConnection, name: str, plain: tuple[str, ...], slow: tuple[str, ...]
) -> None:
    column = next(c for c in COLUMNS if c.name == name)
    assert [text for text, _ in taken(con, column, [*plain, *slow])] == list(plain)


def blanks() -> list[str]:
    """Every character of the contract's own ranges."""
    low, high = "\u2000", "\u200a"
    singles = BLANKS.replace(f"{low}-{high}", "")
    return [*singles, *(chr(code) for code in range(ord(low), ord(high) + 1)), *INVISIBLE]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text([*blanks(), "0", "z", "{", "~", "å", "\u0301"], max_size=4), min_size=1, max_size=40))
@example([*blanks(), "", "\x1c", "\x85", "\u180e"])
def test_blank_means_the_same_to_sql_and_to_the_contract(con: duckdb.DuckDBPyConnection, cells: list[str]) -> None:
    query = "SELECT x, is_blank(x) FROM (SELECT unnest($cells::VARCHAR[]) AS x)"
    for text, blank in con.execute(query, {"cells": cells}).fetchall():
        assert blank == (tidy(text) == ""), ascii(text)
