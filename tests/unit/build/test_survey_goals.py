"""Survey goals, from a few handed-in files to what a screen reads. Svedala lends its code; the figures are made up."""

from datetime import date
from pathlib import Path

import pytest

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

GREY = "Går inte att avgöra: "
NO_AFTER = GREY + "ingen mätning efter löftets början"
CHANGED = GREY + "enkäten har ändrats"
FEW = GREY + "för få svar"
MET = "Uppfyllt: förbättringen är statistiskt säkerställd"
ON_TRACK = "På väg: förbättringen är statistiskt säkerställd, men löftet pågår"
NOT_MET = "Ej uppfyllt: utvecklingen tyder inte på någon förbättring"
SPLIT = ("2019-07-01", "2020-06-30")
SPRING = ("2019-03-01", "2019-04-15")
FEBRUARY = ("2019-02-01", "2019-02-28")

PUBLISHED = {
    "one wave is never compared with itself": (SPLIT, ["2019;2019;trygg;50;6000;NTU X"], NO_AFTER),
    "a year with days before and during belongs to neither": (
        SPLIT,
        ["2018;2018;trygg;50;6000;NTU X", "2019;2019;trygg;60;6000;NTU X"],
        NO_AFTER,
    ),
    "whole years before and during are compared": (
        YEAR_2019,
        ["2018;2018;trygg;50;6000;NTU X", "2019;2019;trygg;60;6000;NTU X"],
        MET,
    ),
    "spring and autumn are in that order": (
        ("2019-07-01", "2020-06-30"),
        ["vår 2019;;trygg;60;6000;X", "höst 2019;;trygg;48;6000;X"],
        NOT_MET,
    ),
    "another question is another series": (
        YEAR_2019,
        ["2018;2018;Trygg ute sent;50;6000;X", "2019;2019;Trygg i hemmet;80;6000;X"],
        CHANGED,
    ),
    "a known break lies between": (
        ("2017-01-01", "2017-12-31"),
        ["2016;2016;trygg;50;6000;NTU", "2017;2017;trygg;60;6000;NTU"],
        CHANGED,
    ),
    "a known break of another instrument is none of ours": (
        ("2017-01-01", "2017-12-31"),
        ["2016;2016;trygg;50;6000;egen", "2017;2017;trygg;60;6000;egen"],
        MET,
    ),
    "twenty answers are too few": (
        YEAR_2019,
        ["2018;2018;trygg;50;6000;X", "2019;2019;trygg;60;20;X"],
        FEW,
    ),
    "a wave whose name hides its year is read": (
        YEAR_2019,
        ["våren 2018;;trygg;50;6000;X", "våren 2019;;trygg;60;6000;X"],
        MET,
    ),
}


@pytest.mark.parametrize("case", PUBLISHED)
def test_published_values(case: str, tmp_path: Path) -> None:
    period, rows, expected = PUBLISHED[case]
    outcome = built(tmp_path, promise(period) | published(*rows))
    assert ask(outcome, "SELECT headline FROM marts.goal_verdict") == [(expected,)]


OWN = {
    "before and during, by day": (
        SPLIT,
        [Answers("V", "vår 2019", SPRING, 240, 160), Answers("H", "höst 2019", AUTUMN, 192, 208)],
        NOT_MET,
    ),
    "a wave in February is no follow-up of a promise from July": (
        SPLIT,
        [Answers("F", "2019", FEBRUARY, 200, 200)],
        NO_AFTER,
    ),
    "the last wave of a year is the last by day": (
        ("2020-01-01", "2020-12-31"),
        [
            Answers("V", "vår 2019", SPRING, 240, 160),
            Answers("H", "höst 2019", AUTUMN, 180, 220),
            Answers("N", "2020", ("2020-09-01", "2020-10-01"), 240, 160),
        ],
        MET,
    ),
    "a wave later this year does not count yet": (
        ("2022-01-01", "2022-12-31"),
        [
            Answers("A", "2021", ("2021-09-01", "2021-10-01"), 200, 200),
            Answers("B", "2022", ("2022-09-01", "2022-10-01"), 300, 100),
        ],
        NO_AFTER,
    ),
    "nobody exposed is a share of zero": (
        YEAR_2019,
        [Answers("A", "2018", AUTUMN_BEFORE, 60, 340), Answers("B", "2019", AUTUMN, 0, 400)],
        MET,
    ),
    "fewer than thirty answers": (
        YEAR_2019,
        [Answers("A", "2018", AUTUMN_BEFORE, 200, 200), Answers("B", "2019", AUTUMN, 20, 5)],
        FEW,
    ),
}


@pytest.mark.parametrize("case", OWN)
def test_own_surveys(case: str, tmp_path: Path) -> None:
    period, surveys, expected = OWN[case]
    direction = "minska" if "exposed" in case else "öka"
    outcome = built(tmp_path, promise(period, direction=direction) | asked(surveys))
    assert ask(outcome, "SELECT headline FROM marts.goal_verdict") == [(expected,)]
    assert ask(outcome, "SELECT count(*) FROM marts.goal_verdict WHERE data_through > as_of") == [(0,)]


def test_no_goal_knows_the_future(tmp_path: Path) -> None:
    rows = ["2018;2018;trygg;50;6000;X", "2019;2019;trygg;60;6000;X"]
    outcome = built(tmp_path, promise(YEAR_2019) | published(*rows), today=date(2019, 6, 1))
    assert ask(outcome, "SELECT data_through FROM marts.goal_verdict") == [(date(2019, 6, 1),)]
    assert ask(outcome, "SELECT data_through FROM marts.promise") == [(date(2019, 6, 1),)]


@pytest.mark.parametrize(
    ("days", "today", "expected"),
    [
        (YEAR_2019, date(2019, 6, 1), NO_AFTER),
        (YEAR_2019, date(2019, 12, 31), ON_TRACK),
        (("", ""), date(2019, 6, 1), ON_TRACK),
    ],
    ids=["still asked", "its last day", "only its name says the year"],
)
def test_a_survey_that_states_its_days_counts_from_the_last_of_them(
    tmp_path: Path, days: tuple[str, str], today: date, expected: str
) -> None:
    surveys = [Answers("A", "2018", AUTUMN_BEFORE, 200, 200), Answers("B", "2019", days, 300, 100)]
    outcome = built(tmp_path, promise(YEAR_2019) | asked(surveys), today=today)
    assert ask(outcome, "SELECT headline FROM marts.goal_verdict") == [(expected,)]


@pytest.mark.parametrize("days", [AUTUMN_BEFORE, ("2018-09-01", ""), ("", "")])
def test_each_survey_is_read_with_the_wording_in_force(tmp_path: Path, days: tuple[str, str]) -> None:
    surveys = [Answers("A", "2018", days, 100, 300), Answers("B", "2021", ("2021-09-01", "2021-10-01"), 100, 300)]
    old = 'egen enkät;trygg;Är du trygg?;"0 = nej; 1 = ja";högt är bra;enkat:trygg;1;'
    new = 'egen enkät;trygg;Är du otrygg?;"0 = nej; 1 = ja";högt är bra;enkat:trygg;0;2020-01-01'
    files = promise(("2021-01-01", "2021-12-31")) | asked(surveys, new, old)
    outcome = built(tmp_path, files)
    assert ask(outcome, "SELECT year, value FROM marts.survey_series ORDER BY 1") == [(2018, 25.0), (2021, 75.0)]
    assert ask(outcome, "SELECT headline FROM marts.goal_verdict") == [(CHANGED,)]


def test_another_scale_is_another_series(tmp_path: Path) -> None:
    files = asked([Answers("A", "2018", AUTUMN_BEFORE, 100, 300), Answers("B", "2019", AUTUMN, 200, 200)])
    head, first, second = files["enkater"]
    outcome = built(tmp_path, promise(YEAR_2019) | files | {"enkater": (head, first + "1–5", second + "1–7")})
    assert ask(outcome, "SELECT headline FROM marts.goal_verdict") == [(CHANGED,)]


@pytest.mark.parametrize(
    ("comparable", "method", "expected"), [("", "postal", CHANGED), ("A", "postal", MET), ("A", "telefon", CHANGED)]
)
def test_a_renamed_survey_is_joined_only_when_it_says_so(
    comparable: str, method: str, expected: str, tmp_path: Path
) -> None:
    surveys = [
        Answers("A", "2018", AUTUMN_BEFORE, 200, 200),
        Answers("B", "2019", ("2019-09-01", "2019-10-01"), 300, 100),
    ]
    question = 'trygg;Är du trygg?;"0 = nej; 1 = ja";högt är bra;enkat:trygg;1;'
    files = asked(surveys, f"egen enkät;{question}", f"nytt namn;{question}") | {
        "enkater": (
            "enkät_id;kommun;instrument;omgång;från;till;metod;jämförbar med",
            "A;1263;egen enkät;2018;2018-09-01;2018-10-01;postal;",
            f"B;1263;nytt namn;2019;2019-09-01;2019-10-01;{method};{comparable}",
        )
    }
    outcome = built(tmp_path, promise(YEAR_2019) | files)
    assert ask(outcome, "SELECT headline FROM marts.goal_verdict") == [(expected,)]


def test_what_may_not_decide_a_goal_never_does(tmp_path: Path) -> None:
    crimes = [
        f"1263;narkotika;{year};{count};Brå per kommun och år"
        for year, count in ((2016, 400), (2017, 400), (2018, 400), (2019, 100))
    ]
    files = promise(YEAR_2019, indicator="brott:narkotika", direction="minska") | {
        "brott": ("kommun;brottstyp;period;antal;definition", *crimes),
        "folkmangd": ("kommun;år;antal", *(f"1263;{year};20000" for year in range(2015, 2020))),
    }
    outcome = built(tmp_path, files)
    assert ask(outcome, "SELECT headline, estimate FROM marts.goal_verdict") == [
        (GREY + "måttet visas men avgör inget mål", None)
    ]
    ((sentence, value),) = ask(outcome, "SELECT sentence, followup_value FROM marts.goal_verdict")
    assert sentence.endswith("så siffrorna visas men avgör inte målet.")
    assert value == 5.0


def test_an_area_alone_is_enough_to_reach_its_goal(tmp_path: Path) -> None:
    files = promise(YEAR_2019, area="torget") | {
        "omraden": ("område_id;kommun;namn;typ", "torget;1263;Torget;plats"),
        "enkat_varden": (
            "kommun;område;indikator;enhet;år;värde;antal svar;instrument",
            ";torget;enkat:trygg;procent;2018;50;6000;X",
            ";torget;enkat:trygg;procent;2019;60;6000;X",
        ),
    }
    assert ask(built(tmp_path, files), "SELECT headline, area_name FROM marts.goal_verdict") == [(MET, "Torget")]


def test_a_region_is_not_its_municipality(tmp_path: Path) -> None:
    files = promise(YEAR_2019) | {
        "enkat_varden": (
            "kommun;region;indikator;enhet;år;värde;antal svar;instrument",
            "1263;Region Syd;enkat:trygg;procent;2018;50;6000;X",
            "1263;Region Syd;enkat:trygg;procent;2019;60;6000;X",
        ),
    }
    assert ask(built(tmp_path, files), "SELECT headline FROM marts.goal_verdict") == [(GREY + "inga uppgifter",)]
