"""Goals with several measures, without a measure, and with an assessment in words: from the register to the marts."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.unit.build.handed_in import Answer, Build, building_in, outcome_of

TODAY = date(2020, 6, 1)
LOFTEN = ["löfte_id;kommun;rubrik;från;till;läge", "L;1263;Löfte;2019-01-01;2019-12-31;avslutat"]
MAL = "mål_id;löfte_id;mål;indikator;grupp;riktning;primärt;delmål av"
WHOLE = "W;L;Skadegörelsen ska minska;ingen;;minska;ja;"
REPORTS = "R;L;Färre anmälningar;brott:skadegorelse;;minska;ja;W"
SURVEY = "S;L;Färre utsatta;enkat:utsatt_skadegorelse;;minska;ja;W"
FOLKMANGD = ["kommun;år;antal", *(f"1263;{year};21000" for year in range(2015, 2021))]
MANY_FEWER, MANY_MORE = (400, 150), (150, 400)


def crimes(before: int, after: int) -> list[str]:
    counts = {2016: before, 2017: before, 2018: before, 2019: after}
    rows = [f"1263;skadegorelse;{year};{count};Brå per kommun och år" for year, count in counts.items()]
    return ["kommun;brottstyp;period;antal;definition", *rows]


def exposed(before: float, after: float, answers: str = "800", group: str = "") -> list[str]:
    rows = [
        f"1263;enkat:utsatt_skadegorelse;procent;{year};{year};utsatt;{value};{answers};egen enkät;{group}"
        for year, value in ((2018, before), (2019, after))
    ]
    return ["kommun;indikator;enhet;omgång;år;fråga;värde;antal svar;instrument;grupp", *rows]


@pytest.fixture
def built(tmp_path: Path) -> Build:
    return building_in(tmp_path)


def register(built: Build, goals: list[str], **more: Any) -> Answer:
    return built(TODAY, loften=LOFTEN, mal=[MAL, *goals], folkmangd=FOLKMANGD, **more)


def verdicts(ask: Answer) -> dict[str, str]:
    return {row["goal_id"]: row["verdict"] for row in ask("FROM marts.goal_verdict")}


def test_reports_and_survey_that_agree_are_one_goal(built: Build) -> None:
    ask = register(built, [WHOLE, REPORTS, SURVEY], brott=crimes(*MANY_FEWER), enkat_varden=exposed(15, 8))
    assert verdicts(ask) == {"W": "Uppfyllt", "R": "Uppfyllt", "S": "Uppfyllt"}
    rows = {row["goal_id"]: row for row in ask("FROM marts.goal_verdict")}
    assert {key: row["part_of"] for key, row in rows.items()} == {"W": None, "R": "W", "S": "W"}
    assert rows["W"]["sentence"] == rows["R"]["sentence"]
    assert rows["W"]["caution"].endswith("Färre anmälningar kan bero på minskad anmälningsbenägenhet.")
    promise = ask("FROM marts.promise")[0]
    assert (promise["goals_total"], promise["goal_verdict"]) == (1, "Uppfyllt")


def test_reports_and_survey_that_contradict_each_other_make_the_goal_undecidable(built: Build) -> None:
    ask = register(built, [WHOLE, REPORTS, SURVEY], brott=crimes(*MANY_MORE), enkat_varden=exposed(15, 8))
    assert verdicts(ask) == {"W": "Går inte att avgöra", "R": "Går inte att avgöra", "S": "Uppfyllt"}
    whole = ask("FROM marts.goal_verdict WHERE goal_id = 'W'")[0]
    assert whole["reason"] == "anmälningar och enkät pekar åt olika håll"
    assert ask("FROM marts.promise")[0]["goal_verdict"] == "Går inte att avgöra"


def test_a_survey_without_a_number_of_answers_contradicts_nothing(built: Build) -> None:
    ask = register(built, [WHOLE, REPORTS, SURVEY], brott=crimes(*MANY_MORE), enkat_varden=exposed(15, 8, answers=""))
    assert verdicts(ask) == {"W": "Ej uppfyllt", "R": "Ej uppfyllt", "S": "Går inte att avgöra"}


def test_a_goal_may_be_its_own_first_measure(built: Build) -> None:
    first, second = REPORTS.replace(";W", ";"), SURVEY.replace(";W", ";R")
    ask = register(built, [first, second], brott=crimes(*MANY_MORE), enkat_varden=exposed(8, 15))
    assert verdicts(ask) == {"R": "Ej uppfyllt", "S": "Ej uppfyllt"}
    whole = ask("FROM marts.goal_verdict WHERE goal_id = 'R'")[0]
    assert (whole["measure"], whole["estimate"] > 100) == ("brott", True)
    assert ask("FROM marts.promise")[0]["goals_total"] == 1


def test_the_verdict_of_the_goal_changes_its_fingerprint_with_the_figures_of_its_parts(tmp_path: Path) -> None:
    hashes = []
    for number, after in enumerate((150, 151)):
        folder = tmp_path / str(number)
        folder.mkdir()
        ask = register(building_in(folder), [WHOLE, REPORTS], brott=crimes(400, after))
        hashes.append(ask("FROM marts.goal_verdict WHERE goal_id = 'W'")[0]["data_hash"])
    assert len(set(hashes)) == 2


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (["W;L;M;ingen;;minska;ja;W"], "målet är delmål av sig självt"),
        (["W;L;M;ingen;;minska;ja;", "R;L2;M;ingen;;minska;ja;W"], "målet hör till ett annat löfte"),
        (["W;L;M;ingen;;minska;ja;", "R;L;M;ingen;;minska;ja;W", "S;L;M;ingen;;minska;ja;R"],
         "målet är självt ett delmål"),
        (["R;L;M;ingen;;minska;ja;X"], "”X” finns inte i tabellen mal"),
    ],
)  # fmt: skip
def test_a_part_of_something_else_is_refused(tmp_path: Path, rows: list[str], reason: str) -> None:
    promises = [*LOFTEN, "L2;1263;Annat;2019-01-01;2019-12-31;avslutat"]
    outcome = outcome_of(tmp_path, TODAY, {"loften": promises, "mal": [MAL, *rows]})
    assert [(fault.table, fault.column, fault.reason) for fault in outcome.faults] == [("mal", "delmål av", reason)]


def test_a_primary_goal_without_a_measure_keeps_the_promise_from_being_met(built: Build) -> None:
    """Only descriptive commitments may be left out; nobody can say that this goal was reached."""
    ask = register(
        built, [REPORTS.replace(";W", ";"), "J;L;Hälsan ska bli mer jämlik;ingen;;öka;ja;"], brott=crimes(*MANY_FEWER)
    )
    promise = ask("FROM marts.promise")[0]
    assert (promise["goal_verdict"], promise["goals_total"]) == ("Går inte att avgöra", 2)


def test_a_secondary_goal_without_a_measure_does_not(built: Build) -> None:
    ask = register(
        built, [REPORTS.replace(";W", ";"), "J;L;Hälsan ska bli mer jämlik;ingen;;öka;nej;"], brott=crimes(*MANY_FEWER)
    )
    assert ask("FROM marts.promise")[0]["goal_verdict"] == "Uppfyllt"


def test_a_promise_of_goals_without_any_measure_says_that(built: Build) -> None:
    ask = register(built, ["J;L;Hälsan ska bli mer jämlik;ingen;;öka;ja;"])
    promise = ask("FROM marts.promise")[0]
    assert promise["goal_sentence"] == "Inget mål har ett mått, så det går inte att avgöra om det blev bättre."


def test_the_latest_assessment_of_a_goal_is_shown_with_its_role_and_day(built: Build) -> None:
    ask = register(
        built,
        ["J;L;Hälsan ska bli mer jämlik;ingen;;öka;nej;"],
        bedomningar=[
            "mål_id;datum;bedömning;bedömd av",
            "J;2019-06-01;För tidigt.;kommunpolis",
            "J;2020-02-01;Fler möts på torget.;folkhälsostrateg",
            "J;2021-02-01;Framtiden.;folkhälsostrateg",
        ],
    )
    row = ask("FROM marts.goal_verdict")[0]
    assert row["assessment"] == "Fler möts på torget. (folkhälsostrateg, 2020-02-01)"
    assert row["verdict"] == "Går inte att avgöra"


@pytest.mark.parametrize(
    ("goal", "value"), [("kvinnor", "kvinna"), ("Kvinnor", "kvinnor"), ("män", "man"), ("16–29",) * 2]
)
def test_a_group_is_the_same_however_it_is_written(built: Build, goal: str, value: str) -> None:
    ask = register(built, [SURVEY.replace(";;minska", f";{goal};minska").replace(";W", ";")],
                   enkat_varden=exposed(15, 8, group=value))  # fmt: skip
    assert verdicts(ask) == {"S": "Uppfyllt"}
