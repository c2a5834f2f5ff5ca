"""Survey values in the series: what is refused, what is kept, and on which days a wave was asked."""

from datetime import date
from pathlib import Path

import pytest

from etl.build.survey_days import wave_span
from tests.unit.build.survey_files import AUTUMN, YEAR_2019, Answers, ask, asked, built, promise, published


def test_a_share_of_zero_stays_in_the_series(tmp_path: Path) -> None:
    outcome = built(tmp_path, asked([Answers("B", "2019", AUTUMN, 0, 400)]))
    assert ask(outcome, "SELECT value, answers, starts, ends FROM marts.survey_series") == [
        (0.0, 400, date(2019, 9, 1), date(2019, 10, 15))
    ]


def test_a_question_without_good_answers_has_no_share(tmp_path: Path) -> None:
    question = 'egen enkät;trygg;Är du trygg?;"0 = nej; 1 = ja";högt är bra;enkat:trygg;;'
    outcome = built(tmp_path, asked([Answers("B", "2019", AUTUMN, 100, 300)], question))
    assert ask(outcome, "FROM marts.survey_series") == []


@pytest.mark.parametrize("table", ["enkat_varden", "enkater"])
def test_a_wave_without_a_year_is_refused(table: str, tmp_path: Path) -> None:
    files = (
        published("våren;;trygg;50;6000;X")
        if table == "enkat_varden"
        else asked([Answers("A", "våren", ("", ""), 1, 1)])
    )
    outcome = built(tmp_path, promise(YEAR_2019) | files)
    assert outcome.database is None
    found = {(f.table, f.column, f.value, f.reason) for f in outcome.faults}
    assert (table, "omgång", "våren", "omgången har inget årtal") in found


def test_an_answer_is_counted_once_whether_or_not_the_row_names_the_municipality(tmp_path: Path) -> None:
    files = asked([Answers("A", "2019", AUTUMN, 40, 60)])
    answers = ("enkät_id;kommun;svar_id;trygg", "A;;1;1", "A;1263;1;1", "A;;2;0")
    outcome = built(tmp_path, files | {"enkat_svar": answers})
    assert [(f.table, f.row, f.column, f.reason) for f in outcome.faults] == [
        ("enkat_svar", 3, "svar_id", "svaret finns redan för samma enkät")
    ]


def test_a_key_figure_without_uncertainty_has_no_interval(tmp_path: Path) -> None:
    rows = ("N07601;1263;2018;50", "N07601;1263;2019;60", "N07649;1263;2019;4")
    outcome = built(tmp_path, {"nyckeltal": ("kpi;kommun;år;värde", *rows)})
    assert ask(outcome, "SELECT year, value, low, high FROM marts.survey_series ORDER BY year") == [
        (2018, 50, None, None),
        (2019, 60, 56, 64),
    ]


@pytest.mark.parametrize(
    ("wave", "year", "expected"),
    [
        ("2019", None, (date(2019, 1, 1), date(2019, 12, 31))),
        ("2019-K2", None, (date(2019, 4, 1), date(2019, 6, 30))),
        ("vår 2019", None, (date(2019, 1, 1), date(2019, 6, 30))),
        ("Hösten 2019", 2019, (date(2019, 7, 1), date(2019, 12, 31))),
        ("2018–2019", None, (date(2018, 1, 1), date(2019, 12, 31))),
        ("omgång 3", 2019, (date(2019, 1, 1), date(2019, 12, 31))),
        ("2018", 2019, (date(2019, 1, 1), date(2019, 12, 31))),
        (None, 2019, (date(2019, 1, 1), date(2019, 12, 31))),
        ("våren", None, None),
        (None, None, None),
    ],
)
def test_the_days_a_wave_leaves_open(wave: str | None, year: int | None, expected: tuple[date, date] | None) -> None:
    assert wave_span(wave, year) == expected
