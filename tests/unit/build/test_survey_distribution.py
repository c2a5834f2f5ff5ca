"""The full distribution of the answers to ordered questions, and their mean on 0–100."""

from pathlib import Path

import pytest

from etl.evaluate.survey_ordinal import answer_sums, mean_0_100
from tests.unit.build.survey_files import Files, ask, built

SCALE = '"1 = mycket otrygg; 2 = ganska otrygg; 3 = varken eller; 4 = ganska trygg; 5 = mycket trygg"'


def asked(answers: list[int], weights: list[int], scale: str = SCALE) -> Files:
    rows = (f"E;{i};{w};{code}" for i, (code, w) in enumerate(zip(answers, weights, strict=True)))
    return {
        "enkater": (
            "enkät_id;kommun;instrument;omgång;från;till;metod;målgrupp;skala",
            "E;1263;egen enkät;2021;2021-09-01;2021-10-15;postal;16–85;",
        ),
        "enkat_fragor": (
            "instrument;fråga;lydelse;skala;riktning;indikator;bra svar;giltig från",
            f'egen enkät;trygg;Är du trygg?;{scale};högt är bra;enkat:trygg;"4;5";',
        ),
        "enkat_svar": ("enkät_id;svar_id;vikt;trygg", *rows),
    }


def test_every_answer_has_its_weighted_share(tmp_path: Path) -> None:
    answers, weights = [1, 2, 4, 5] * 20, [1, 2, 3, 4] * 20
    outcome = built(tmp_path, asked(answers, weights))
    question = "SELECT code, label, share, answers FROM marts.survey_distribution ORDER BY code"
    assert ask(outcome, question) == [
        (1, "mycket otrygg", pytest.approx(10), 80),
        (2, "ganska otrygg", pytest.approx(20), 80),
        (3, "varken eller", 0, 80),
        (4, "ganska trygg", pytest.approx(30), 80),
        (5, "mycket trygg", pytest.approx(40), 80),
    ]
    expected = mean_0_100(answer_sums(answers, weights), 1, 5)
    assert expected is not None
    means = ask(outcome, "SELECT DISTINCT mean, mean_low, mean_high, year FROM marts.survey_distribution")
    assert means == [(*(pytest.approx(x) for x in (expected.mean, expected.low, expected.high)), 2021)]


def test_the_good_answers_add_up_to_the_share_of_the_series(tmp_path: Path) -> None:
    outcome = built(tmp_path, asked([1, 2, 3, 4, 5, 5] * 20, [3, 1, 2, 4, 1, 2] * 20))
    question = (
        "SELECT sum(d.share), any_value(s.value) FROM marts.survey_distribution d"
        " JOIN marts.survey_series s USING (series_id, wave) WHERE d.code >= 4"
    )
    ((parts, whole),) = ask(outcome, question)
    assert parts == pytest.approx(whole)


def test_few_answers_are_not_shown(tmp_path: Path) -> None:
    outcome = built(tmp_path, asked([1, 5] * 14 + [3], [1] * 29))
    question = "SELECT DISTINCT share, mean, answers FROM marts.survey_distribution"
    assert ask(outcome, question) == [(None, None, 29)]


def test_those_who_do_not_know_have_a_share_but_no_place_in_the_mean(tmp_path: Path) -> None:
    scale = '"1 = otrygg; 2 = varken eller; 3 = trygg; 9 = vet ej"'
    outcome = built(
        tmp_path, asked([1, 3, 9] * 30, [1] * 90, scale.replace("3 = trygg", "3 = trygg; 4 = mycket trygg; 5 = x"))
    )
    question = "SELECT share, mean FROM marts.survey_distribution WHERE code = 9"
    ((share, mean),) = ask(outcome, question)
    assert share == pytest.approx(100 / 3)
    assert mean == pytest.approx(25)


def test_yes_or_no_has_no_distribution(tmp_path: Path) -> None:
    outcome = built(tmp_path, asked([4, 5] * 30, [1] * 60, '"4 = nej; 5 = ja"'))
    assert ask(outcome, "FROM marts.survey_distribution") == []


def test_a_scale_that_is_not_described_has_no_ends_and_no_mean(tmp_path: Path) -> None:
    outcome = built(tmp_path, asked([2, 3, 4] * 20, [1] * 60, ""))
    question = "SELECT code, label, round(share), mean FROM marts.survey_distribution ORDER BY 1"
    assert ask(outcome, question) == [(2, None, 33, None), (3, None, 33, None), (4, None, 33, None)]
