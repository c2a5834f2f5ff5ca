"""The register follows the contract: headings, choices, unique keys, ids that resolve."""

import re
from datetime import date
from pathlib import Path

import pytest

from etl.contract import TABLES
from tests.unit.data.csv_tables import CODES, REFERENCE, REGISTER, reference, register, rows, whole_register

FILES = sorted([*REGISTER.glob("*/*.csv"), *REFERENCE.glob("*/*.csv")])
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def name(path: Path) -> str:
    return f"{path.parents[1].name}/{path.parent.name}/{path.name}"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_headings_choices_and_required_cells(path: Path) -> None:
    table = TABLES[path.stem]
    columns = {column.heading: column for column in table.columns}
    for row in rows(path):
        assert set(row) <= set(columns)
        for heading, value in row.items():
            column = columns[heading]
            assert value == value.strip()
            if column.required:
                assert value, heading
            if column.choices and value:
                assert value in column.choices, (heading, value)
        for group in table.one_of:
            assert any(row.get(table.column(n).heading) for n in group)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_plain_utf8_with_semicolons_and_no_blank_lines(path: Path) -> None:
    raw = path.read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    assert "\n\n" not in raw.decode("utf-8")


@pytest.mark.parametrize("table", sorted({path.stem for path in FILES}))
def test_no_duplicate_keys(table: str) -> None:
    key = [TABLES[table].column(n).heading for n in TABLES[table].key]
    everything = [row for path in FILES if path.stem == table for row in rows(path)]
    keys = [tuple(row.get(h, "") for h in key) for row in everything]
    assert not key or len(keys) == len(set(keys))


@pytest.mark.parametrize("path", FILES, ids=name)
def test_ids_point_at_rows_that_exist(path: Path) -> None:
    for column in TABLES[path.stem].columns:
        if not column.references:
            continue
        target = TABLES[column.references]
        known = {row[target.columns[0].heading] for row in whole_register(column.references)}
        used = {row[column.heading] for row in rows(path) if row.get(column.heading)}
        assert used <= known


@pytest.mark.parametrize("path", FILES, ids=name)
def test_dates_are_real(path: Path) -> None:
    dates = [c.heading for c in TABLES[path.stem].columns if c.kind.value == "datum"]
    for row in rows(path):
        for value in (row[h] for h in dates if row.get(h)):
            assert ISO_DATE.fullmatch(value)
            assert date.fromisoformat(value)


@pytest.mark.parametrize(("folder", "code"), CODES.items())
def test_each_folder_is_about_its_own_municipality(folder: str, code: str) -> None:
    for path in FILES:
        if path.parent.name == folder:
            assert {row["kommun"] for row in rows(path) if "kommun" in row} <= {code, ""}
            ids = [v for row in rows(path) for h, v in row.items() if h.endswith("_id") and v]
            assert all(value.startswith(code) for value in ids)


def test_goals_use_indicators_that_are_explained() -> None:
    known = {row["indikator"] for row in reference("indikatorer")}
    assert {goal["indikator"] for goal in whole_register("mal")} <= known


def test_problem_of_a_goal_or_commitment_belongs_to_the_same_promise() -> None:
    for folder in ("svedala", "svenljunga"):
        problems = {row["problem_id"]: row["löfte_id"] for row in register(folder, "problem")}
        for row in [*register(folder, "ataganden"), *register(folder, "mal")]:
            assert not row["problem_id"] or problems[row["problem_id"]] == row["löfte_id"]
