"""Corrections: what was published in the build before and is another now, with the day and the cause."""

import json
from dataclasses import replace
from datetime import date

import pytest

from etl.build import judge_commitments, judge_goals, judge_promises
from etl.build.reference import read_reference
from tests.unit.build.history_files import (
    COMMITMENTS,
    COUNTS,
    CRIMES,
    DEFINITION,
    GOAL,
    GOALS,
    LATER,
    LOG,
    OVER,
    POPULATION,
    PROMISE,
    PROMISES,
    Site,
    crime,
    crimes,
)

AGAIN = date(2020, 4, 1)
COMMITMENT = "A1;L1;Minst fyra vandringar;antal;4;vandringar"
PARTS = "mål_id;löfte_id;mål;indikator;riktning;delmål av;låst datum"
WHOLE, PART = "M0;L1;Skadegörelse;ingen;minska;", "M1;L1;Skadegörelsen ska minska;brott:skadegorelse;minska;M0"
WALKS = [f"2019-0{month}-10;A1;trygghetsvandring" for month in range(1, 7)]


def test_a_verdict_that_moved_with_time_is_new_data(site: Site) -> None:
    site.built(LATER)
    site.built(OVER)
    [goal, promise] = sorted(site.corrections(), key=lambda row: row["concerns"], reverse=True)
    assert (goal["concerns"], goal["concerns_id"], goal["noticed_on"]) == ("mål", "M1", OVER)
    assert (goal["cause"], goal["before"], goal["after"]) == ("nya uppgifter", "Går inte att avgöra", "Uppfyllt")
    assert goal["sentence"].endswith("eftersom nya uppgifter har kommit eller löftestiden har gått vidare.")
    assert (promise["concerns"], promise["concerns_id"], promise["cause"]) == ("löfte", "L1", "nya uppgifter")


def test_a_figure_that_did_not_exist_before_is_no_correction(over: Site) -> None:
    over.write("brott", CRIMES, *crimes(), crime(2015, 390))
    over.built(AGAIN)
    assert over.corrections() == []


def test_a_revised_figure_is_a_correction_with_its_day_and_cause(over: Site) -> None:
    over.write("brott", CRIMES, *crimes(COUNTS | {2019: 152}))
    over.built(AGAIN)
    [figure] = over.corrections()
    assert (figure["concerns"], figure["concerns_id"], figure["promise_id"]) == ("siffra", "M1", "L1")
    assert (figure["cause"], figure["noticed_on"]) == ("ändrade uppgifter", AGAIN)
    assert (figure["before"], figure["after"]) == ("150", "152")
    assert figure["sentence"] == "Antalet anmälda skadegörelser i Svedala 2019 ändrades från 150 till 152."
    assert json.loads(figure["about"]) == {
        "indicator": "brott:skadegorelse",
        "area_id": None,
        "group_name": None,
        "series_id": f"{DEFINITION} · år",
        "periods": ["2019"],
    }


def test_a_revised_figure_that_turns_the_verdict(over: Site) -> None:
    over.write("brott", CRIMES, *crimes(COUNTS | {2019: 600}))
    over.built(AGAIN)
    found = {(row["concerns"], row["before"], row["after"]): row["cause"] for row in over.corrections()}
    assert found == {
        ("siffra", "150", "600"): "ändrade uppgifter",
        ("mål", "Uppfyllt", "Ej uppfyllt"): "ändrade uppgifter",
        ("löfte", "Uppfyllt", "Ej uppfyllt"): "ändrade uppgifter",
    }


def test_a_revised_figure_of_a_measure_turns_the_whole_goal(site: Site) -> None:
    site.write("mal", PARTS, f"{WHOLE};", f"{PART};")
    site.built(OVER)
    site.write("brott", CRIMES, *crimes(COUNTS | {2019: 600}))
    site.built(AGAIN)
    causes = {row["concerns_id"]: row["cause"] for row in site.corrections() if row["concerns"] == "mål"}
    assert causes == {"M0": "ändrade uppgifter", "M1": "ändrade uppgifter"}


def test_an_indicator_that_no_longer_decides_turns_the_whole_goal(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.write("mal", PARTS, f"{WHOLE};", f"{PART};")
    site.built(OVER)
    known = read_reference()
    rows = tuple(row | {"avgörbar": "nej"} for row in known.tables["indikatorer"])
    changed = replace(known, tables={**known.tables, "indikatorer": rows})
    monkeypatch.setattr("etl.build.pipeline.read_reference", lambda: changed)
    site.built(AGAIN)
    causes = {row["concerns_id"]: row["cause"] for row in site.corrections() if row["concerns"] == "mål"}
    assert causes == {"M0": "ändrat register", "M1": "ändrat register"}


def test_a_preliminary_figure_is_said_to_have_been_one(site: Site) -> None:
    site.write("brott", CRIMES, *crimes({2016: 400, 2017: 400, 2018: 400}), crime(2019, 150, preliminary="ja"))
    site.built(OVER)
    site.write("brott", CRIMES, *crimes(COUNTS | {2019: 149}))
    site.built(AGAIN)
    [figure] = site.corrections()
    assert figure["sentence"].endswith("från 150 till 149. Den tidigare siffran var preliminär.")


def test_a_withdrawn_figure(over: Site) -> None:
    over.write("brott", CRIMES, *crimes({year: count for year, count in COUNTS.items() if year != 2016}))
    over.built(AGAIN)
    [figure] = [row for row in over.corrections() if row["concerns"] == "siffra"]
    assert (figure["before"], figure["after"]) == ("400", None)
    assert figure["sentence"].endswith("2016 finns inte längre i underlaget; siffran var 400.")


def test_the_same_figures_under_another_name_of_the_definition_are_still_there(over: Site) -> None:
    over.write("brott", CRIMES, *(row.replace(DEFINITION, "Brå, kommun och år") for row in crimes()))
    over.built(AGAIN)
    assert {row["series_id"] for row in over.ask("FROM marts.goal_point")} == {"Brå, kommun och år · år"}
    assert over.corrections() == []


def test_other_figures_under_another_definition_are_withdrawn(over: Site) -> None:
    rows = crimes({year: count + (year != 2018) for year, count in COUNTS.items()})
    over.write("brott", CRIMES, *(row.replace(DEFINITION, "Brå, kommun och år") for row in rows))
    over.built(AGAIN)
    [figures] = [row for row in over.corrections() if row["concerns"] == "siffra"]
    assert (figures["before"], figures["after"]) == ("400, 400 och 150", None)
    # The goal has moved on: the correction remembers the series that the figures were of.
    about = json.loads(figures["about"])
    assert (about["series_id"], about["periods"]) == (f"{DEFINITION} · år", ["2016", "2017", "2019"])


def test_a_finer_series_withdraws_nothing(over: Site) -> None:
    """The chart goes over to the months, but the yearly figures are still there."""
    months = [
        crime(year, count // 12).replace(f";{year};", f";{year}-{month:02};")
        for year, count in COUNTS.items()
        for month in range(1, 13)
    ]
    over.write("brott", CRIMES, *crimes(), *months)
    over.built(AGAIN)
    assert {row["series_id"] for row in over.ask("FROM marts.goal_point")} == {"Brå per kommun och år · månad"}
    assert [row for row in over.corrections() if row["concerns"] == "siffra"] == []


def test_a_month_that_is_still_being_counted_is_not_revised(site: Site) -> None:
    def months(last: int) -> list[str]:
        text = [crime(year, 30).replace(f";{year};", f";{year}-{m:02};") for year in (2017, 2018) for m in range(1, 13)]
        return [*text, crime(2019, last).replace(";2019;", ";2019-03;", 1)]

    site.write("brott", CRIMES, *months(4))
    site.built(date(2019, 3, 10))
    site.write("brott", CRIMES, *months(31))
    site.built(date(2019, 4, 10))
    assert site.corrections() == []


def test_a_revised_population_is_told_once_for_each_promise(site: Site) -> None:
    site.write("mal", GOALS, GOAL, GOAL.replace("M1", "M2"))
    site.built(OVER)
    site.write("folkmangd", POPULATION, *(f"1263;{year};20000" for year in range(2015, 2019)), "1263;2019;20100")
    site.built(AGAIN)
    [figure] = site.corrections()
    assert figure["cause"] == "ändrade uppgifter"
    assert figure["sentence"].startswith("Folkmängden i Svedala 31 december 2019 ändrades från ")


def test_a_new_rule_is_the_cause_even_when_the_verdict_stands(over: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (judge_goals, judge_promises, judge_commitments):
        monkeypatch.setattr(module, "RULE_VERSION", "1.1")
    monkeypatch.setattr("etl.evaluate.crime_goal.Z95", 40.0)
    over.built(AGAIN)
    causes = {(row["concerns"], row["after"]): row["cause"] for row in over.corrections()}
    assert causes == {("mål", "Går inte att avgöra"): "ändrad regel", ("löfte", "Går inte att avgöra"): "ändrad regel"}
    assert "har bytt version från 1.0 till 1.1" in over.corrections()[0]["sentence"]


def test_an_edited_goal_is_told_and_moves_no_verdict(over: Site) -> None:
    over.write("mal", GOALS, GOAL.replace(";minska;", ";öka;"))
    over.built(AGAIN)
    [edit] = over.corrections()
    assert (edit["concerns"], edit["concerns_id"], edit["cause"]) == ("mål", "M1", "ändrat register")
    assert edit["before"].startswith("Anmälda skadegörelser i Svedala ska bli färre")
    assert edit["after"].startswith("Anmälda skadegörelser i Svedala ska bli fler")
    assert edit["sentence"].startswith("Målet ”Skadegörelsen ska minska”: efter start ändrades riktningen från")


def test_a_goal_added_after_the_start_is_told(over: Site) -> None:
    over.write("mal", GOALS, GOAL, "M2;L1;Det ska bli tryggare;ingen;öka;;;;nej;")
    over.built(AGAIN)
    [added] = over.corrections()
    assert (added["concerns_id"], added["cause"], added["before"]) == ("M2", "ändrat register", None)
    assert added["sentence"] == "Målet ”Det ska bli tryggare” lades till i registret efter att löftet hade börjat."


def test_an_edited_commitment(site: Site) -> None:
    site.write("ataganden", COMMITMENTS, COMMITMENT)
    site.write("aktiviteter", LOG, *WALKS[:3])
    site.built(LATER)
    site.write("ataganden", COMMITMENTS, COMMITMENT.replace(";4;", ";3;"))
    site.built(LATER)
    found = {row["concerns"]: row for row in site.corrections()}
    assert {row["cause"] for row in found.values()} == {"ändrat register"}
    told = [row["sentence"] for row in site.corrections() if row["concerns"] == "åtagande"]
    assert "Åtagandet ”Minst fyra vandringar” ändrades i registret efter att löftet hade börjat." in told
    assert any("till Uppfyllt, eftersom registret har ändrats" in sentence for sentence in told)
    edit = next(row for row in site.corrections() if "ändrades i registret" in row["sentence"])
    assert edit["before"] == "Minst fyra vandringar, antal, mål 4, vandringar"
    assert edit["after"] == "Minst fyra vandringar, antal, mål 3, vandringar"


def test_a_log_with_fewer_rows_than_before(site: Site) -> None:
    site.write("ataganden", COMMITMENTS, COMMITMENT)
    site.write("aktiviteter", LOG, *WALKS)
    site.built(OVER)
    site.write("aktiviteter", LOG, *WALKS[:3])
    site.built(AGAIN)
    found = {(row["concerns"], row["before"]): row["cause"] for row in site.corrections()}
    assert found[("siffra", "6 vandringar")] == "ändrade uppgifter"
    assert found[("åtagande", "Uppfyllt")] == "ändrade uppgifter"


def test_a_promise_that_turns_out_to_have_been_paused(over: Site) -> None:
    over.write("loften", f"{PROMISES};pausat från", PROMISE.replace(";gäller", ";pausat;2019-06-01"))
    over.built(AGAIN)
    told = {(row["concerns"], row["before"]): row["cause"] for row in over.corrections()}
    assert told == {
        ("löfte", "1 januari 2019–31 december 2019"): "ändrat register",
        ("löfte", "Uppfyllt"): "ändrat register",
        ("mål", "Uppfyllt"): "ändrat register",
    }


def test_a_promise_that_is_called_paused_when_it_is_over_is_an_edit_that_moves_no_verdict(over: Site) -> None:
    over.write("loften", PROMISES, PROMISE.replace(";gäller", ";pausat"))
    over.built(AGAIN)
    [edit] = over.corrections()
    assert (edit["concerns"], edit["cause"]) == ("löfte", "ändrat register")
    assert (edit["before"], edit["after"]) == (
        "1 januari 2019–31 december 2019",
        "1 januari 2019–31 december 2019, pausat",
    )


def test_that_a_promise_is_over_is_no_edit(over: Site) -> None:
    over.write("loften", PROMISES, PROMISE.replace(";gäller", ";avslutat"))
    over.built(AGAIN)
    assert over.corrections() == []
