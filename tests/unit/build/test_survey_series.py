"""Survey values in the series: what is refused, what is kept, and on which days a wave was asked."""

from datetime import date
from pathlib import Path

import pytest

from etl.build.survey_days import wave_span
from etl.evaluate.survey_display import Hidden
from tests.unit.build.survey_files import (
    AUTUMN,
    AUTUMN_BEFORE,
    YEAR_2019,
    Answers,
    ask,
    asked,
    built,
    promise,
    published,
)


def test_a_share_of_zero_stays_in_the_series(tmp_path: Path) -> None:
    outcome = built(tmp_path, asked([Answers("B", "2019", AUTUMN, 0, 400)]))
    assert ask(outcome, "SELECT value, answers, starts, ends FROM marts.survey_series") == [
        (0.0, 400, date(2019, 9, 1), date(2019, 10, 15))
    ]


def test_a_question_without_good_answers_has_no_share(tmp_path: Path) -> None:
    question = 'egen enkät;trygg;Är du trygg?;"0 = nej; 1 = ja";högt är bra;enkat:trygg;;'
    outcome = built(tmp_path, asked([Answers("B", "2019", AUTUMN, 100, 300)], question))
    assert ask(outcome, "FROM marts.survey_series") == []


def test_a_group_is_shown_only_when_its_share_is_reliable(tmp_path: Path) -> None:
    groups = {
        "A": (100, 100, None),
        "B": (12, 12, Hidden.FEW_ANSWERS),
        "C": (20, 20, Hidden.WIDE),
        "D": (3, 97, Hidden.WIDE_FOR_ITS_SIZE),
        "E": (60, 60, None),
    }
    rows = [f"{survey};{i};man;{int(i < yes)}" for survey, (yes, no, _) in groups.items() for i in range(yes + no)]
    files = asked(Answers(survey, str(2015 + place), AUTUMN, 0, 0) for place, survey in enumerate(groups))
    outcome = built(tmp_path, files | {"enkat_svar": ("enkät_id;svar_id;kön;trygg", *rows)})
    question = (
        "SELECT value, low IS NULL, high IS NULL, answers, n_eff IS NULL, hidden_reason"
        " FROM marts.survey_series WHERE group_kind = 'kön' ORDER BY year"
    )
    assert ask(outcome, question) == [
        (50 if reason is None else None, reason is not None, reason is not None, yes + no, False, reason)
        for yes, no, reason in groups.values()
    ]


def test_everybody_together_is_shown_from_thirty_answers(tmp_path: Path) -> None:
    outcome = built(tmp_path, asked([Answers("A", "2019", AUTUMN, 1, 29)]))
    assert ask(outcome, "SELECT round(value, 1), hidden_reason FROM marts.survey_series") == [(3.3, None)]


def test_few_published_answers_hide_the_value(tmp_path: Path) -> None:
    outcome = built(tmp_path, published("2019;;trygg;50;29;X", "2018;;trygg;50;30;X"))
    question = "SELECT year, value, answers, hidden_reason FROM marts.survey_series ORDER BY 1"
    assert ask(outcome, question) == [(2018, 50, 30, None), (2019, None, 29, "färre än 30 svar")]


def test_a_published_group_follows_the_same_rule(tmp_path: Path) -> None:
    rows = ("kommun;indikator;enhet;omgång;år;fråga;värde;antal svar;grupp;instrument",)
    rows += (
        "1263;enkat:trygg;procent;2019;2019;t;50;40;yngre;X",
        "1263;enkat:trygg;procent;2019;2019;t;50;400;äldre;X",
    )
    outcome = built(tmp_path, {"enkat_varden": rows})
    question = "SELECT group_value, value, low IS NULL, hidden_reason FROM marts.survey_series ORDER BY 1"
    assert ask(outcome, question) == [
        ("yngre", None, True, "osäkerheten är 30 procentenheter eller mer"),
        ("äldre", 50, False, None),
    ]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (29, ("Går inte att avgöra: för få svar", None, None)),
        # Too uncertain for a table of many groups, but the goal named this one beforehand: its own rule decides.
        (40, ("Går inte att avgöra: inget tydligt", 50.0, 50.0)),
    ],
)
def test_a_group_that_a_goal_names_is_judged_by_the_rule_of_the_goal(
    answers: int, expected: tuple[str, float | None, float | None], tmp_path: Path
) -> None:
    rows = [f"{survey};{i};man;{i % 2}" for survey in "AB" for i in range(answers)]
    goal = promise(YEAR_2019)
    heading, row = goal["mal"]
    files = asked([Answers("A", "2018", AUTUMN_BEFORE, 0, 0), Answers("B", "2019", AUTUMN, 0, 0)]) | goal
    files |= {"enkat_svar": ("enkät_id;svar_id;kön;trygg", *rows), "mal": (f"{heading};grupp", f"{row};man")}
    outcome = built(tmp_path, files)
    question = "SELECT headline, baseline_value, followup_value FROM marts.goal_verdict"
    assert ask(outcome, question) == [expected]


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
