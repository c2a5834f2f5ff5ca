"""The data dictionary says what the contract says."""

import pytest

from etl.contract import TABLES
from etl.contract.dictionary import KIND_WORDS, allowed, example, readme_table, requirement, rows
from etl.contract.model import Column, Kind, Table
from etl.contract.outcome import Parsed
from etl.contract.values import parse


def test_every_column_has_one_row() -> None:
    found = rows(TABLES.values())
    assert [(r.table_name, r.heading) for r in found] == [
        (t.name, c.heading) for t in TABLES.values() for c in t.columns
    ]
    assert all(r.explanation and r.kind and r.required and r.table_title for r in found)


def test_every_kind_has_a_word() -> None:
    assert set(KIND_WORDS) == set(Kind)


def test_a_row_in_full() -> None:
    row = next(r for r in rows([TABLES["aktiviteter"]]) if r.heading == "timmar")
    assert (row.kind, row.required, row.key, row.allowed, row.example) == (
        "tal",
        "nej",
        False,
        "0–100\u00a0000",
        "12,5",
    )


@pytest.mark.parametrize(
    ("table", "column", "text"),
    [
        ("loften", "promise_id", "ja"),
        ("loften", "starts", "nej"),
        ("fokusomraden", "agreement_id", "ja, om inte löfte_id är ifylld"),
        ("brott", "municipality_code", "ja, om inte region är ifylld"),
    ],
)
def test_requirement(table: str, column: str, text: str) -> None:
    assert requirement(TABLES[table], TABLES[table].column(column)) == text


@pytest.mark.parametrize(
    ("more", "text"),
    [
        ({"kind": Kind.CHOICE, "choices": ("ja", "nej")}, "ja, nej"),
        ({"kind": Kind.DECIMAL, "minimum": 0}, "0 eller mer"),
        ({"kind": Kind.DECIMAL, "maximum": 1.5}, "högst 1,5"),
        ({"kind": Kind.INTEGER, "minimum": -5, "maximum": 12}, "−5–12"),
        ({"kind": Kind.INTEGER}, ""),
        ({"kind": Kind.IDENTIFIER, "references": "omraden"}, "högst 100 tecken, finns i tabellen omraden"),
        ({"kind": Kind.MUNICIPALITY}, "fyra siffror"),
    ],
)
def test_allowed(more: dict, text: str) -> None:
    assert allowed(Column(name="a", heading="a", explanation="", **more)) == text


@pytest.mark.parametrize(
    "column", [c for t in TABLES.values() for c in t.columns if example(c)], ids=lambda c: c.heading
)
def test_every_example_would_be_accepted(column: Column) -> None:
    assert isinstance(parse(column, example(column)), Parsed)


@pytest.mark.parametrize(
    ("table", "column"),
    [(t, c.references) for t in TABLES.values() for c in t.columns if c.references],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_every_reference_is_a_table(table: Table, column: str) -> None:
    assert column in TABLES


def test_readme_table() -> None:
    text = readme_table([TABLES["planerade"], TABLES["enkat_svar"]])
    lines = text.splitlines()
    assert lines[:3] == [
        "| tabell | innehåll | kolumner |",
        "|---|---|---|",
        "| `planerade` | Daterad plan för ett åtagande. | **åtagande_id**, **datum**, antal |",
    ]
    assert lines[3].endswith("stratum, en kolumn per fråga |")
    assert text.endswith("\n")
    assert len(lines) == 4
