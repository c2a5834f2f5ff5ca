"""Headings match however people write them, and what does not match is named."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.contract import TABLES
from etl.contract.headings import closest, closest_table_name, match, normalise, suggest, table_named
from etl.contract.model import Column, Kind, Table

_AKTIVITETER = TABLES["aktiviteter"]
_SMALL = Table(
    name="provtabell",
    title="Prov",
    explanation="",
    columns=(
        Column(name="unit_id", heading="enhet_id", kind=Kind.IDENTIFIER, explanation="", required=True),
        Column(name="year", heading="år", kind=Kind.YEAR, explanation="", aliases=("årtal", "kalenderår")),
        Column(name="note", heading="anteckning", kind=Kind.FREE_TEXT, explanation=""),
    ),
    one_of=(("year", "note"),),
)


@pytest.mark.parametrize(
    "written",
    [
        "åtagande_id",
        "ÅTAGANDE_ID",
        "Åtagande id",
        "åtagande-id",
        "åtagande–id",
        "  åtagande  id ",
        "\u00a0åtagande\u00a0id\u202f",
        "\ufeffåtagande_id",
        unicodedata.normalize("NFD", "åtagande_id"),
        "åtagande\nid",
    ],
)
def test_writings_of_one_heading(written: str) -> None:
    assert normalise(written) == normalise("åtagande_id")


@pytest.mark.parametrize(("one", "other"), [("mål", "mal"), ("mål", "mål_id"), ("från", "till"), ("kön", "kon")])
def test_different_headings_stay_different(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


@given(st.text())
def test_normalise_is_a_fixed_point(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.permutations(tuple(c.heading for c in _AKTIVITETER.columns)))
def test_order_does_not_matter(headings: list[str]) -> None:
    found = match(_AKTIVITETER, headings)
    assert found.fits
    assert {headings[position] for position in found.positions.values()} == set(headings)
    assert all(headings[found.positions[c.name]] == c.heading for c in _AKTIVITETER.columns)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda t: t.name)
def test_every_table_recognises_its_own_headings(table: Table) -> None:
    headings = [c.heading.upper().replace("_", " ") for c in table.columns]
    found = match(table, headings)
    assert found.fits
    assert not found.extra
    assert len(found.positions) == len(table.columns)


def test_aliases_are_accepted() -> None:
    assert match(_SMALL, ["Enhet-ID", "Kalenderår"]).positions == {"unit_id": 0, "year": 1}


def test_what_is_missing_is_named() -> None:
    found = match(_SMALL, ["plats"])
    assert [c.heading for c in found.missing] == ["enhet_id"]
    assert [[c.heading for c in group] for group in found.missing_groups] == [["år", "anteckning"]]
    assert not found.fits


def test_extra_and_unnamed_columns_are_reported_with_their_position() -> None:
    found = match(_SMALL, ["enhet_id", " Vår egen ", "", "år", "\u00a0"])
    assert [(e.heading, e.position) for e in found.extra] == [("Vår egen", 1)]
    assert found.unnamed == (2, 4)
    assert found.fits


@pytest.mark.parametrize(
    ("headings", "positions"),
    [(["enhet_id", "år", "ENHET ID"], (0, 2)), (["enhet_id", "år", "årtal"], (1, 2))],
)
def test_a_repeated_heading_is_a_fault(headings: list[str], positions: tuple[int, ...]) -> None:
    found = match(_SMALL, headings)
    assert [d.positions for d in found.duplicates] == [positions]
    assert not found.fits


def test_a_repeated_extra_heading_is_reported_once() -> None:
    found = match(_SMALL, ["enhet_id", "år", "egen", "Egen"])
    assert [d.positions for d in found.duplicates] == [(2, 3)]
    assert [e.position for e in found.extra] == [2]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("åtagandeid", "åtagande_id"),
        ("atagande_id", "åtagande_id"),
        ("datumet", "datum"),
        ("delltagare", "deltagare"),
    ],
)
def test_a_misspelt_heading_is_suggested(written: str, meant: str) -> None:
    column = suggest(_AKTIVITETER, written)
    assert column is not None
    assert column.heading == meant


def test_nothing_is_suggested_for_something_else() -> None:
    assert suggest(_AKTIVITETER, "budget 2019") is None


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda t: t.name)
def test_the_closest_table_is_the_table_itself(table: Table) -> None:
    found = closest(TABLES.values(), [c.heading for c in table.columns])
    assert found is not None
    assert found.table is table
    assert found.score == 1.0


def test_the_closest_table_with_a_column_missing() -> None:
    found = closest(TABLES.values(), ["datum", "timmar", "aktivitet", "deltagare", "något eget"])
    assert found is not None
    assert found.table.name == "aktiviteter"
    assert 0 < found.score < 1


@pytest.mark.parametrize("headings", [[], ["", ""], ["förnamn", "efternamn"]])
def test_nothing_is_close_to_a_strange_file(headings: list[str]) -> None:
    assert closest(TABLES.values(), headings) is None


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("aktiviteter", "aktiviteter"),
        ("Åtaganden", "ataganden"),
        ("LÖFTEN", "loften"),
        ("enkät svar", "enkat_svar"),
    ],
)
def test_a_sheet_is_named_after_its_table(written: str, name: str) -> None:
    table = table_named(TABLES.values(), written)
    assert table is not None
    assert table.name == name
    assert closest_table_name(TABLES.values(), written) == name


def test_names_of_other_sheets() -> None:
    assert table_named(TABLES.values(), "Blad1") is None
    assert closest_table_name(TABLES.values(), "aktivitetr") == "aktiviteter"
    assert closest_table_name(TABLES.values(), "Blad1") is None
