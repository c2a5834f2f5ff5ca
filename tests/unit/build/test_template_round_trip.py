"""The template, filled in by hand, comes out on the screens' side."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import duckdb
import openpyxl
import pytest
from typer.testing import CliRunner

from etl.__main__ import app
from etl.build.pipeline import build, check
from etl.contract import TABLES

FILLED: dict[str, list[dict[str, object]]] = {
    "omraden": [{"område_id": "9999-c", "kommun": 9999, "namn": "Centrum", "typ": "stadsdel"}],
    "loften": [
        {
            "löfte_id": "9999-2025",
            "kommun": "9999",
            "rubrik": "Medborgarlöfte 2025",
            "från": date(2025, 1, 1),
            "till": date(2025, 12, 31),
            "läge": "avslutat",
        }
    ],
    "ataganden": [
        {
            "åtagande_id": "9999-2025-A1",
            "löfte_id": "9999-2025",
            "åtagande": "Tio timmars trygghetsvandring",
            "typ": "timmar",
            "mål": 10,
            "enhet": "timmar",
            "rapportering komplett": "ja",
        }
    ],
    "mal": [
        {
            "mål_id": "9999-2025-M1",
            "löfte_id": "9999-2025",
            "mål": "Mindre skadegörelse",
            "indikator": "brott:skadegorelse",
            "riktning": "minska",
            "utgångsläge från": date(2022, 1, 1),
            "utgångsläge till": date(2024, 12, 31),
            "uppföljning från": date(2025, 1, 1),
            "uppföljning till": date(2025, 12, 31),
        }
    ],
    "aktiviteter": [
        {
            "datum": date(2025, 3, 31),
            "starttid": time(18, 30),
            "sluttid": time(22, 0),
            "åtagande_id": "9999-2025-A1",
            "aktivitet": "trygghetsvandring",
            "timmar": 10.5,
            "deltagare": 12,
            "område": "9999-c",
            "part": "båda",
            "anteckning": "Lugnt.",
        },
        {"datum": "1 april 2025", "åtagande_id": "9999-2025-A1", "aktivitet": "tillsyn", "timmar": "1,25"},
    ],
    "brott": [
        {"kommun": "9999", "brottstyp": "Klotter", "period": year, "antal": 40 - index}
        for index, year in enumerate((2022, 2023, 2024, 2025))
    ],
    "folkmangd": [{"kommun": "9999", "år": year, "antal": 20000} for year in (2021, 2022, 2023, 2024, 2025)],
    "enkat_varden": [{"kommun": "9999", "år": 2025, "indikator": "enkat:trygg", "värde": 48.5, "enhet": "procent"}],
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mall") / "ifylld mall.xlsx"
    assert CliRunner().invoke(app, ["template", str(path)]).exit_code == 0
    workbook = openpyxl.load_workbook(path)
    for name, rows in FILLED.items():
        sheet = workbook[name]
        columns = {cell.value: cell.column for cell in sheet[1]}
        for number, row in enumerate(rows, start=2):
            for heading, value in row.items():
                sheet.cell(number, columns[heading], value)
    workbook.save(path)
    return path


def quiet(what: str, rows: int) -> None:
    """Progress that nobody looks at."""


def test_an_empty_template_is_in_order(tmp_path: Path) -> None:
    path = tmp_path / "mall.xlsx"
    assert CliRunner().invoke(app, ["template", str(path)]).exit_code == 0
    outcome = check([path], quiet)
    assert (outcome.faults, outcome.notes, outcome.rows_received) == ((), (), 0)


def test_a_filled_in_template_has_no_fault(filled: Path) -> None:
    outcome = check([filled], quiet)
    assert outcome.faults == ()
    assert outcome.notes == ()
    assert outcome.rows_received == sum(map(len, FILLED.values()))
    assert FILLED.keys() <= TABLES.keys()


def test_the_rows_are_shown(filled: Path, tmp_path: Path) -> None:
    outcome = build(
        [filled],
        tmp_path / "db",
        today=date(2026, 11, 22),
        now=datetime(2026, 11, 22, tzinfo=UTC),
        accept_rejects=False,
        progress=quiet,
    )
    assert outcome.database is not None
    with duckdb.connect(str(outcome.database), read_only=True) as con:

        def ask(question: str) -> list[tuple[object, ...]]:
            return con.execute(question).fetchall()

        assert ask("SELECT title, period_start, period_end, state FROM marts.promise") == [
            ("Medborgarlöfte 2025", date(2025, 1, 1), date(2025, 12, 31), "avslutat")
        ]
        assert ask("SELECT verdict, estimate, target FROM marts.commitment_verdict") == [("Uppfyllt", 11.75, 10)]
        assert ask("SELECT goal, indicator FROM marts.goal_verdict") == [("Mindre skadegörelse", "brott:skadegorelse")]
        assert ask(
            "SELECT day, starts, ends, hours, participants, area_name, party, note FROM marts.activity ORDER BY day"
        ) == [
            (date(2025, 3, 31), time(18, 30), time(22, 0), 10.5, 12, "Centrum", "båda", "Lugnt."),
            (date(2025, 4, 1), None, None, 1.25, None, None, None, None),
        ]
        assert ask("SELECT period, count, rate_per_100k FROM marts.crime_series ORDER BY 1") == [
            (str(year), count, 5.0 * count) for year, count in ((2022, 40), (2023, 39), (2024, 38), (2025, 37))
        ]
        assert ask("SELECT year, value, unit FROM marts.survey_series") == [(2025, 48.5, "procent")]
