"""The demo passes every demand of the contract that a file alone can show."""

from datetime import date
from pathlib import Path

import pytest

from etl.contract.periods import Period, parse_period
from etl.contract.personal_data import find_personal_data
from etl.demo import generate
from tests.unit.demo.contract_faults import CONTRACT, faults
from tests.unit.demo.reading import TODAY, Tables, number, read_folder

DAYS = (date(2026, 1, 15), TODAY, date(2027, 6, 1))


@pytest.fixture(scope="module", params=DAYS, ids=str)
def tables(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return read_folder(generate(tmp_path_factory.mktemp("dag"), today=request.param).folder)


def test_every_table_is_in_the_contract_and_has_rows(tables: Tables) -> None:
    assert set(tables) <= set(CONTRACT)
    assert all(tables.values())


def test_only_questions_are_extra_headings(tables: Tables) -> None:
    questions = {row["fråga"] for row in tables["enkat_fragor"]}
    for name, rows in tables.items():
        extra = set(rows[0]) - {column.heading for column in CONTRACT[name].columns}
        assert extra == (questions if CONTRACT[name].open_columns else set()), name


def test_the_contract_finds_no_fault(tables: Tables) -> None:
    assert faults(tables) == []


def test_what_a_decision_concerns_exists(tables: Tables) -> None:
    known = {
        row[heading]
        for table, heading in (
            ("problem", "problem_id"),
            ("avvikelser", "avvikelse_id"),
            ("atgarder", "åtgärd_id"),
            ("mal", "mål_id"),
        )
        for row in tables[table]
    }
    assert {row["avser"] for row in tables["beslut"]} - {""} <= known


def test_periods_have_the_contracts_form(tables: Tables) -> None:
    exempt = [p for row in tables["ataganden"] for p in row["undantag"].split(";") if p]
    assert exempt
    assert all(isinstance(parse_period(text), Period) for text in exempt)


def test_numbers_are_written_the_swedish_way(tables: Tables) -> None:
    for name, heading in (("aktiviteter", "timmar"), ("enkat_svar", "vikt"), ("handelser", "latitud")):
        filled = [row[heading] for row in tables[name] if row[heading]]
        assert all("," in text and "." not in text and " " not in text for text in filled), heading
    assert all(row["antal"].isdigit() for row in tables["brott"])


def test_everything_says_that_it_is_made_up(tables: Tables) -> None:
    for name, rows in tables.items():
        if "källa" in rows[0]:
            assert all("påhittad" in row["källa"] for row in rows), name


def test_nobody_is_in_it(tables: Tables) -> None:
    texts = {text for rows in tables.values() for row in rows for text in row.values()}
    assert not [text for text in texts if find_personal_data(text)]


def test_points_lie_on_open_water(tables: Tables) -> None:
    for row in tables["handelser"]:
        assert 58.8 < number(row["latitud"]) < 58.97
        assert 13.2 < number(row["longitud"]) < 13.5


def test_files_are_utf8_with_line_feeds(tmp_path: Path) -> None:
    for path in generate(tmp_path, today=TODAY).files:
        assert b"\r" not in path.read_bytes()
        assert path.read_text(encoding="utf-8").endswith("\n")
