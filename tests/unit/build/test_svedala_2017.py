"""Svedala's promise of 2017, from the files of the register to what a screen reads."""

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest


@pytest.fixture(scope="module")
def ask(built_database: Path) -> Any:
    with duckdb.connect(str(built_database), read_only=True) as con:

        def rows(query: str) -> list[dict[str, Any]]:
            result = con.execute(query)
            names = [column[0] for column in result.description]
            return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

        yield rows


def goal(ask: Any, number: int) -> dict[str, Any]:
    return ask(f"FROM marts.goal_verdict WHERE goal_id = '1263-2017-M{number}'")[0]


def test_reported_vandalism_is_judged_against_2015_and_2016_only(ask: Any) -> None:
    m1 = goal(ask, 1)

    # (308 / 20 922.5) / ((218 + 185) / (20 355 + 20 616.5)) from the figures of Brå and SCB
    assert m1["estimate"] == pytest.approx(49.66, abs=0.01)
    assert m1["low"] == pytest.approx(5.96, abs=0.01)
    assert m1["high"] == pytest.approx(111.39, abs=0.01)
    assert m1["verdict"] == "Ej uppfyllt"
    assert (m1["baseline_from"], m1["baseline_to"]) == (date(2015, 1, 1), date(2016, 12, 31))
    assert (m1["phi"], m1["phi_assumed"], m1["tau"]) == (2.8, True, 0.10)
    assert "50 procent fler" in m1["sentence"]


def test_years_before_the_break_are_drawn_but_not_used(ask: Any) -> None:
    points = {p["period"]: p for p in ask("FROM marts.goal_point WHERE goal_id = '1263-2017-M1'")}

    assert {p for p, row in points.items() if row["used"]} == {"2015", "2016", "2017"}
    assert points["2014"]["count"] == 204
    assert points["2014"]["role"] == "före"
    assert points["2015"]["break_before"] is not None
    assert points["2017"]["role"] == "löftestid"
    assert points["2017"]["low"] < points["2017"]["value"] < points["2017"]["high"]


def test_harassment_has_no_figures_anywhere(ask: Any) -> None:
    m2 = goal(ask, 2)

    assert m2["headline"] == "Går inte att avgöra: inga uppgifter"
    assert (m2["estimate"], m2["low"], m2["high"]) == (None, None, None)


def test_the_index_is_shown_as_published_and_never_decided_on(ask: Any) -> None:
    m4 = goal(ask, 4)

    assert (m4["baseline_value"], m4["followup_value"], m4["unit"]) == (1.94, 1.94, "index 0–6")
    assert m4["verdict"] == "Går inte att avgöra"
    assert "1,94" in m4["sentence"]
    assert m4["source"].startswith("http")


def test_a_published_share_without_a_number_of_answers_is_undecidable(ask: Any) -> None:
    m5 = goal(ask, 5)

    assert (m5["baseline_value"], m5["followup_value"]) == (40, 48)
    assert m5["headline"] == "Går inte att avgöra: antal svarande är inte publicerat"
    assert (m5["low"], m5["high"]) == (None, None)


def test_exposure_is_one_goal_with_three_measures(ask: Any) -> None:
    """Judged by the two series of reports; the survey asks about crimes of every kind and stands beside."""
    whole = goal(ask, 6)
    parts = ask("FROM marts.goal_verdict WHERE part_of = '1263-2017-M6' ORDER BY ordinal")

    assert [row["goal_id"] for row in parts] == [f"1263-2017-M{number}" for number in (1, 2, 3)]
    assert (whole["verdict"], whole["measure"], whole["estimate"]) == ("Ej uppfyllt", "flera", None)
    assert whole["caution"] == "Fler anmälningar kan bero på ökad anmälningsbenägenhet."
    assert whole["sentence"] == (
        "Anmälda skadegörelser blev fler under löftesåret, så målet är inte uppfyllt: "
        "det avgörs av två mått, och båda måste visa det."
    )
    assert whole["source"]
    assert whole["data_through"] == parts[0]["data_through"]


def test_the_promise_counts_goals_and_not_their_measures(ask: Any) -> None:
    promise = ask("FROM marts.promise WHERE promise_id = '1263-2017'")[0]

    assert promise["goals_total"] == 3
    assert promise["goal_sentence"].endswith("; 1 av 3 mål är inte uppfyllt och 2 går inte att avgöra.")


def test_commitments_without_a_log_say_so(ask: Any) -> None:
    rows = ask("FROM marts.commitment_verdict WHERE promise_id = '1263-2017' ORDER BY ordinal")

    assert [row["target"] for row in rows] == [4000, 2, None]
    assert [row["headline"] for row in rows] == ["Går inte att avgöra: ingen aktivitetslogg"] * 2 + [None]
    assert [row["kind"] for row in rows] == ["timmar", "antal", "beskrivande"]


def test_the_two_verdicts_of_the_promise_are_kept_apart(ask: Any) -> None:
    promise = ask("FROM marts.promise WHERE promise_id = '1263-2017'")[0]

    assert promise["commitment_verdict"] == "Går inte att avgöra"
    assert promise["goal_verdict"] == "Ej uppfyllt"
    assert (promise["commitments_countable"], promise["commitments_total"]) == (2, 3)
    assert promise["state"] == "avslutat"


def test_a_rate_without_two_year_ends_is_the_printed_one(ask: Any) -> None:
    rates = {
        row["period"]: row
        for row in ask(
            "FROM marts.crime_series"
            " WHERE municipality_code = '1263' AND crime_type = 'skadegorelse' AND granularity = 'år'"
        )
    }

    assert (rates["2017"]["rate_source"], round(rates["2017"]["rate_per_100k"])) == ("beräknad", 1472)
    assert (rates["2019"]["rate_source"], rates["2019"]["rate_per_100k"]) == ("tryckt av Brå", 1151)
    assert (rates["2025"]["rate_source"], rates["2025"]["rate_per_100k"]) == ("tryckt av Brå", 537)
    assert rates["2019"]["rate_low"] is None


def test_the_agreement_is_an_agreement_and_not_a_promise(ask: Any) -> None:
    assert ask("FROM marts.agreement WHERE municipality_code = '1263'")[0]["starts"] == date(2023, 1, 1)
    assert [p["promise_id"] for p in ask("FROM marts.promise WHERE municipality_code = '1263'")] == ["1263-2017"]
