"""Duties, pauses and promises of any length, from handed-in rows to the marts."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from etl.build.duties import duty_periods
from tests.unit.build.handed_in import Answer, Build, building_in

LOFTEN = "löfte_id;kommun;rubrik;från;till;läge;pausat från;pausat till"
ATAGANDEN = "åtagande_id;löfte_id;åtagande;typ;mål;enhet;intervall;veckodag;olika områden"
AKTIVITETER = "datum;åtagande_id;aktivitet;timmar;område;avser period;nollrapport"
PLIKTER = "plikt_id;löfte_id;överenskommelse_id;intervall;antal per år;mottagare"
ATERKOPPLING = "plikt_id;löfte_id;avser period;datum"
OVERENSKOMMELSER = "överenskommelse_id;kommun;rubrik;från;till"
AFTER = date(2020, 3, 1)


@pytest.fixture
def built(tmp_path: Path) -> Build:
    return building_in(tmp_path)


def promise(starts: str = "2019-01-01", ends: str = "2019-12-31", state: str = "gäller", pause: str = ";") -> list[str]:
    return [LOFTEN, f"L;1263;Löfte;{starts};{ends};{state};{pause}"]


def commitment(ask: Answer, key: str = "A") -> dict[str, object]:
    return ask(f"FROM marts.commitment_verdict WHERE commitment_id = '{key}'")[0]


def weekly(first: date, weeks: int) -> list[str]:
    return [f"{first + timedelta(days=7 * n)};A;utsättning;;;;" for n in range(weeks)]


@pytest.mark.parametrize(
    ("starts", "ends", "interval", "expected"),
    [
        (date(2019, 2, 1), date(2019, 4, 30), "kvartal", ["2019-02-01–2019-04-30"]),
        (date(2019, 5, 15), date(2019, 8, 14), "kvartal", ["2019-05-15–2019-08-14"]),
        (date(2019, 1, 1), date(2019, 3, 31), "kvartal", ["2019-K1"]),
        (date(2019, 2, 1), date(2019, 9, 30), "kvartal", ["2019-K2", "2019-K3"]),
        (date(2019, 4, 1), date(2019, 9, 30), "halvår", ["2019-04-01–2019-09-30"]),
        (date(2019, 1, 10), date(2019, 2, 9), "månad", ["2019-01-10–2019-02-09"]),
        (date(2019, 1, 2), date(2019, 1, 8), "vecka", ["2019-01-02–2019-01-08"]),
        (date(2019, 4, 1), date(2021, 3, 31), "år", ["2020"]),
        (date(2019, 2, 1), date(2019, 3, 31), "kvartal", []),
        (date(2019, 1, 1), date(2019, 3, 31), "år", []),
    ],
)
def test_a_promise_of_any_length_reports_on_the_intervals_that_fit_in_it(
    starts: date, ends: date, interval: str, expected: list[str]
) -> None:
    found = duty_periods(starts, ends, interval, None)
    assert [(period.text, times) for period, times in found] == [(text, 1) for text in expected]


def test_a_promise_that_renews_every_third_month_is_to_be_reported_each_time(built: Build) -> None:
    ask = built(
        AFTER,
        loften=promise("2019-02-01", "2019-04-30"),
        aterkopplingsplikter=[PLIKTER, "R;L;;kvartal;;invånarna"],
        aterkoppling=[ATERKOPPLING, "R;L;;2019-06-20"],
    )
    (row,) = ask("FROM marts.duty")
    assert (row["period"], row["due"], row["status"]) == ("2019-02-01–2019-04-30", date(2019, 6, 14), "saknas")
    promised = ask("FROM marts.promise")[0]
    assert (promised["feedback_required"], promised["feedback_given"]) == (1, 0)


def test_the_report_on_a_short_promise_counts_when_it_names_its_days(built: Build) -> None:
    ask = built(
        AFTER,
        loften=promise("2019-04-01", "2019-06-30"),
        aterkopplingsplikter=[PLIKTER, "R;L;;kvartal;;invånarna"],
        aterkoppling=[ATERKOPPLING, "R;L;2019-K2;2019-08-10"],
    )
    assert [row["status"] for row in ask("FROM marts.duty")] == ["i tid"]


def test_at_least_four_a_year_asks_for_four_whenever_and_every_quarter_for_each(built: Build) -> None:
    days = ("2019-10-01", "2019-10-15", "2019-11-01", "2019-12-01")
    ask = built(
        AFTER,
        loften=promise(),
        aterkopplingsplikter=[PLIKTER, "R4;L;;;4;invånarna", "RK;L;;kvartal;;invånarna"],
        aterkoppling=[ATERKOPPLING, *(f"{duty};L;;{day}" for duty in ("R4", "RK") for day in days)],
    )
    status = {(row["duty_id"], row["period"]): row["status"] for row in ask("FROM marts.duty")}
    assert status[("R4", "2019")] == "i tid"
    assert [status[("RK", f"2019-K{n}")] for n in (1, 2, 3, 4)] == ["saknas", "saknas", "saknas", "i tid"]


def test_each_recipient_of_a_yearly_report_has_a_clock_of_its_own(built: Build) -> None:
    """S3: the council, the board and the chief of police, each once a year."""
    ask = built(
        date(2025, 6, 1),
        overenskommelser=[OVERENSKOMMELSER, "Ö;1263;Överenskommelse;2023-01-01;2026-12-31"],
        aterkopplingsplikter=[PLIKTER, "R0;;Ö;år;;rådet", "R1;;Ö;år;;styrelsen", "R2;;Ö;år;;chefen"],
        aterkoppling=[ATERKOPPLING, "R0;;2023;2024-02-01", "R1;;2023;2024-03-15"],
    )
    of_2023 = ask("FROM marts.duty WHERE period = '2023' ORDER BY duty_id")
    assert [(row["recipient"], row["status"]) for row in of_2023] == [
        ("rådet", "i tid"),
        ("styrelsen", "för sent"),
        ("chefen", "saknas"),
    ]
    assert [row["status"] for row in ask("FROM marts.duty WHERE period = '2026'")] == ["kommande"] * 3


def test_a_promise_without_a_period_has_duties_without_a_clock(built: Build) -> None:
    """S4: at least four times a year, of a year that nobody has named."""
    ask = built(AFTER, loften=promise("", "", "villkorat"), aterkopplingsplikter=[PLIKTER, "R;L;;;4;invånarna"])
    (row,) = ask("FROM marts.duty")
    assert (row["times_per_year"], row["period"], row["due"], row["status"]) == (4, None, None, None)
    assert ask("FROM marts.promise")[0]["feedback_required"] is None


def test_a_walk_in_the_last_month_of_a_three_month_promise_keeps_its_quarter(built: Build) -> None:
    ask = built(
        date(2019, 6, 30),
        loften=promise("2019-02-01", "2019-04-30"),
        ataganden=[ATAGANDEN, "A;L;En vandring varje kvartal;återkommande;1;vandringar;kvartal;;"],
        aktiviteter=[AKTIVITETER, "2019-04-25;A;vandring;;;;"],
    )
    row = commitment(ask)
    assert (row["verdict"], row["periods_kept"], row["periods_total"]) == ("Uppfyllt", 1, 1)


@pytest.mark.parametrize(
    ("pause", "verdict", "total"),
    [("2019-03-01;2019-05-31", "Uppfyllt", 38), (";", "Ej uppfyllt", 52)],
)
def test_the_weeks_of_a_pause_were_not_promised(built: Build, pause: str, verdict: str, total: int) -> None:
    """Fridays from January through February and from June; in between a nollrapport for the three months."""
    ask = built(
        AFTER,
        loften=promise(pause=pause),
        ataganden=[ATAGANDEN, "A;L;Varje fredag;återkommande;1;utsättningar;vecka;fredag;"],
        aktiviteter=[
            AKTIVITETER,
            *weekly(date(2019, 1, 4), 8),
            "2019-06-01;A;paus;;;2019-03;ja",
            "2019-06-02;A;paus;;;2019-04;ja",
            "2019-06-03;A;paus;;;2019-05;ja",
            *weekly(date(2019, 6, 7), 30),
        ],
    )
    row = commitment(ask)
    assert (row["verdict"], row["periods_kept"], row["periods_total"]) == (verdict, 38, total)


def test_a_paused_promise_says_that_it_is_paused(built: Build) -> None:
    ask = built(
        date(2019, 4, 1),
        loften=promise(pause="2019-03-01;2019-05-31"),
        ataganden=[ATAGANDEN, "A;L;400 timmar;timmar;400;timmar;;;"],
        aktiviteter=[AKTIVITETER, "2019-02-01;A;tillsyn;10;;;"],
    )
    row = commitment(ask)
    assert (row["verdict"], row["reason"], row["state"]) == ("Går inte att avgöra", "löftet är pausat", "pausat")
