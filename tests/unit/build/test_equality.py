"""Gaps between groups and hours beside insecurity, from handed-in files to their marts."""

from collections.abc import Sequence
from math import isfinite
from pathlib import Path

import duckdb
import pytest

from etl.evaluate.sentences import SUPPRESSED_SENTENCE
from etl.evaluate.survey import newcombe, share_from_answers
from tests.unit.build.survey_files import Files, ask, built

AREAS = ("område_id;kommun;namn;typ", "N;1263;Norr;stadsdel", "S;1263;Söder;stadsdel", "V;1263;Väster;stadsdel")
Group = tuple[str, str, int, int]
"""Area, sex, how many feel safe, how many do not."""


def asked(waves: dict[str, Sequence[Group]]) -> Files:
    rows = [
        f"E{wave};{wave}-{place}-{i};{area};{sex};{int(i < yes)}"
        for wave, groups in waves.items()
        for place, (area, sex, yes, no) in enumerate(groups)
        for i in range(yes + no)
    ]
    return {
        "omraden": AREAS,
        "enkater": (
            "enkät_id;kommun;instrument;omgång;från;till;metod;målgrupp;skala",
            *(f"E{wave};1263;egen enkät;{wave};{wave}-09-01;{wave}-10-15;postal;16–85;" for wave in waves),
        ),
        "enkat_fragor": (
            "instrument;fråga;lydelse;skala;riktning;indikator;bra svar;giltig från",
            'egen enkät;trygg;Är du trygg?;"0 = nej; 1 = ja";högt är bra;enkat:trygg;1;',
        ),
        "enkat_svar": ("enkät_id;svar_id;område;kön;trygg", *rows),
    }


def logged(*rows: str) -> Files:
    return {"aktiviteter": ("datum;kommun;område;aktivitet;timmar;nollrapport;part", *rows)}


def test_women_against_men(tmp_path: Path) -> None:
    outcome = built(tmp_path, asked({"2021": [("N", "kvinna", 120, 80), ("N", "man", 160, 40)]}))
    (row,) = ask(outcome, "SELECT group_a, group_b, value_a, value_b, gap, low, high, is_clear FROM marts.equality_gap")
    women, men = share_from_answers([1] * 120 + [0] * 80), share_from_answers([1] * 160 + [0] * 40)
    assert women is not None
    assert men is not None
    low, high = newcombe(men.p, men.n_eff, women.p, women.n_eff)
    assert row == (
        "kvinnor",
        "män",
        60,
        80,
        pytest.approx(-20),
        pytest.approx(100 * low),
        pytest.approx(100 * high),
        True,
    )


def test_a_group_with_few_answers_is_not_compared(tmp_path: Path) -> None:
    outcome = built(tmp_path, asked({"2021": [("N", "kvinna", 120, 80), ("N", "man", 20, 9)]}))
    question = "SELECT value_a, value_b, gap, low, high, q_value, answers_b, is_clear, sentence FROM marts.equality_gap"
    assert ask(outcome, question) == [(60, None, None, None, None, None, 29, False, SUPPRESSED_SENTENCE)]


def test_the_highest_area_against_the_lowest(tmp_path: Path) -> None:
    groups = [("N", "man", 150, 150), ("S", "man", 165, 135), ("V", "man", 240, 60)]
    outcome = built(tmp_path, asked({"2021": groups}))
    question = "SELECT kind, group_a, group_b, value_a, value_b, answers_a, answers_b, is_clear FROM marts.equality_gap"
    assert ask(outcome, question) == [("område", "Väster", "Norr", 80, 50, 300, 300, True)]


def test_among_many_areas_the_widest_gap_needs_more_than_chance(tmp_path: Path) -> None:
    """Alone, 59 against 48 of 150 would be called clear; as the widest of three gaps it is not."""
    two = [("N", "man", 72, 78), ("V", "man", 90, 60)]
    (tmp_path / "two").mkdir()
    (tmp_path / "three").mkdir()
    alone = built(tmp_path / "two", asked({"2021": two}))
    three = built(tmp_path / "three", asked({"2021": [*two, ("S", "man", 81, 69)]}))
    question = "SELECT q_value < 0.05, is_clear, low > 0 FROM marts.equality_gap WHERE kind = 'område'"
    assert ask(alone, question) == [(True, True, True)]
    assert ask(three, question) == [(False, False, True)]


def test_only_the_two_latest_waves_are_compared(tmp_path: Path) -> None:
    groups = [("N", "kvinna", 120, 80), ("N", "man", 160, 40)]
    outcome = built(tmp_path, asked(dict.fromkeys(("2018", "2019", "2020", "2021"), groups)))
    assert ask(outcome, "SELECT wave FROM marts.equality_gap ORDER BY 1") == [("2020",), ("2021",)]


def test_the_order_of_the_rows_never_matters(tmp_path: Path) -> None:
    files = asked({"2021": [("N", "kvinna", 110, 90), ("S", "man", 160, 40), ("V", "kvinna", 70, 60)]})
    heading, *answers = files["enkat_svar"]
    folders = (tmp_path / "a", tmp_path / "b")
    rows = []
    for folder, order in zip(folders, (answers, answers[::-1]), strict=True):
        folder.mkdir()
        rows.append(
            ask(built(folder, files | {"enkat_svar": (heading, *order)}), "FROM marts.equality_gap ORDER BY ALL")
        )
    assert rows[0]
    assert rows[0] == rows[1]


def test_hours_beside_insecurity(tmp_path: Path) -> None:
    groups = [("N", "man", 150, 150), ("S", "man", 240, 60), ("V", "man", 10, 10)]
    log = logged(
        "2021-03-01;1263;N;utsättning;30;;polisen",
        "2021-04-01;1263;N;utsättning;10;;polisen",
        "2021-04-02;1263;S;utsättning;10;;polisen",
        "2021-04-03;1263;S;utsättning;;ja;polisen",
        "2021-04-04;1263;;utsättning;99;;polisen",
        "2021-05-01;1263;V;nattvandring;;;kommunen",
    )
    outcome = built(tmp_path, asked({"2020": groups}) | log)
    question = "SELECT area_name, year, hours, activities, insecurity, wave, answers FROM marts.area_effort ORDER BY 1"
    assert ask(outcome, question) == [
        ("Norr", 2021, 40, 2, 50, "2020", 300),
        ("Söder", 2021, 10, 1, 20, "2020", 300),
        ("Väster", 2021, None, 1, None, "2020", 20),
    ]
    sentences = [row[0] for row in ask(outcome, "SELECT sentence FROM marts.area_effort ORDER BY area_name")]
    assert sentences[0] == (
        "I Norr är 40 timmar loggade 2021 (80 procent av områdenas timmar), och 50 procent av de svarande känner sig "
        "inte trygga enligt enkäten 2020, den högsta uppmätta andelen bland områdena."
    )
    assert sentences[1].endswith("den lägsta uppmätta andelen bland områdena.")
    assert "utan uppgift om timmar" in sentences[2]


def test_a_survey_later_than_the_year_is_not_beside_it(tmp_path: Path) -> None:
    log = logged("2019-03-01;1263;N;utsättning;30;;polisen", "2021-03-01;1263;N;utsättning;20;;polisen")
    outcome = built(tmp_path, asked({"2021": [("N", "man", 150, 150)]}) | log)
    question = "SELECT year, hours, insecurity FROM marts.area_effort ORDER BY 1"
    assert ask(outcome, question) == [(2019, 30, None), (2021, 20, 50)]


def test_without_a_log_the_latest_survey_stands_alone(tmp_path: Path) -> None:
    groups = [("N", "man", 150, 150)]
    outcome = built(tmp_path, asked({"2020": groups, "2021": groups}))
    question = "SELECT year, hours, activities, insecurity FROM marts.area_effort"
    assert ask(outcome, question) == [(2021, None, 0, 50)]


def test_the_question_of_who_is_unsafe_is_not_turned_round(tmp_path: Path) -> None:
    values = ("område;indikator;enhet;omgång;år;fråga;värde;antal svar;instrument",)
    values += ("N;enkat:otrygg;procent;2021;2021;otrygg;30;300;X", "S;enkat:otrygg;procent;2021;2021;otrygg;60;300;X")
    outcome = built(tmp_path, {"omraden": AREAS, "enkat_varden": values})
    question = "SELECT area_name, insecurity, sentence LIKE '%högsta%' FROM marts.area_effort ORDER BY 1"
    assert ask(outcome, question) == [("Norr", 30, False), ("Söder", 60, True)]


def test_the_fresh_machine_shows_gaps_and_efforts(built_database: Path) -> None:
    with duckdb.connect(str(built_database), read_only=True) as con:
        gaps = con.execute("SELECT value_a, value_b, gap, low, high, q_value FROM marts.equality_gap").fetchall()
        efforts = con.execute("SELECT hours, insecurity FROM marts.area_effort").fetchall()
        kinds = con.execute("SELECT DISTINCT kind FROM marts.equality_gap ORDER BY 1").fetchall()
        real = con.execute("SELECT count(*) FROM marts.equality_gap WHERE NOT is_fictitious").fetchall()
    assert kinds == [("kön",), ("område",), ("ålder",)]
    assert real == [(0,)]
    assert len(efforts) >= 5
    assert all(isfinite(number) for row in gaps + efforts for number in row if number is not None)
