"""What was promised to be done, from handed-in rows to verdict: the cases where a row is easily read wrongly."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.build.duties import duty_periods
from etl.build.pipeline import Outcome, build

LOFTEN = "löfte_id;kommun;rubrik;från;till;läge"
ATAGANDEN = "åtagande_id;löfte_id;åtagande;typ;mål;enhet;intervall;veckodag;olika områden;undantag;tolerans"
AKTIVITETER = "datum;åtagande_id;aktivitet;timmar;område;avser period;nollrapport"
PLANERADE = "åtagande_id;datum;antal"
OMRADEN = "område_id;kommun;namn;typ"
PLIKTER = "plikt_id;löfte_id;intervall;antal per år"
ATERKOPPLING = "plikt_id;löfte_id;avser period;datum"
YEAR = "L;1263;Löfte;2019-01-01;2019-12-31;gäller"
AFTER = date(2020, 3, 1)
Answer = Callable[[str], list[dict[str, Any]]]


def handed_in(folder: Path, today: date, tables: dict[str, Sequence[str]]) -> Outcome:
    """The rows (header first) as files, built on `today`."""
    files = []
    for name, rows in tables.items():
        file = folder / f"{name}.csv"
        file.write_text("\n".join(rows) + "\n", encoding="utf-8")
        files.append(file)
    return build(
        files,
        folder / "db",
        today=today,
        now=datetime(2026, 11, 22, tzinfo=UTC),
        accept_rejects=False,
        progress=lambda what, rows: None,
    )


@pytest.fixture
def built(tmp_path: Path) -> Callable[..., Answer]:
    def make(today: date, **tables: Sequence[str]) -> Answer:
        outcome = handed_in(tmp_path, today, tables)
        assert outcome.database is not None, outcome.faults
        database = str(outcome.database)

        def ask(query: str) -> list[dict[str, Any]]:
            with duckdb.connect(database, read_only=True) as con:
                result = con.execute(query)
                names = [column[0] for column in result.description]
                return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

        return ask

    return make


def commitment(ask: Answer, key: str = "A") -> dict[str, Any]:
    return ask(f"FROM marts.commitment_verdict WHERE commitment_id = '{key}'")[0]


def weekly(first: date, weeks: int, row: str) -> list[str]:
    return [row.format(day=first + timedelta(days=7 * n)) for n in range(weeks)]


def test_rows_without_hours_are_not_zero_hours(built: Callable[..., Answer]) -> None:
    ask = built(
        AFTER,
        loften=[LOFTEN, YEAR],
        ataganden=[ATAGANDEN, "A;L;400 timmar;timmar;400;timmar;;;;;", "B;L;Fem timmar;timmar;5;timmar;;;;;"],
        aktiviteter=[
            AKTIVITETER,
            *weekly(date(2019, 1, 4), 52, "{day};A;tillsyn;;;;"),
            "2019-02-01;B;tillsyn;5;;;",
            "2019-02-01;B;tillsyn;;;;",
        ],
    )
    a = commitment(ask)
    assert a["verdict"] == "Går inte att avgöra"
    assert a["sentence"] == (
        "I aktivitetsloggen saknas antalet timmar på 52 rader, så det går inte att avgöra om målet på minst "
        "400 timmar är nått."
    )
    assert commitment(ask, "B")["verdict"] == "Uppfyllt"
    assert ask("FROM marts.commitment_progress WHERE commitment_id = 'A'") == []


def test_a_promise_without_a_period_is_not_judged_whatever_the_register_calls_it(
    built: Callable[..., Answer],
) -> None:
    ask = built(
        AFTER,
        loften=[LOFTEN, "L1;1263;Avslutat;;;avslutat", "L2;1263;Villkorat;;;villkorat"],
        ataganden=[ATAGANDEN, "A;L1;Ett möte;antal;1;möten;;;;;", "B;L2;Ett möte;antal;1;möten;;;;;",
                   "C;L1;Varje vecka;återkommande;1;möten;vecka;;;;"],
        aktiviteter=[AKTIVITETER, "2021-01-01;A;möte;;;;", "2019-01-01;B;möte;;;;", "2019-01-01;C;möte;;;;"],
    )  # fmt: skip
    assert [commitment(ask, key)["reason"] for key in "ABC"] == [
        "löftets period är inte angiven",
        "löftet är villkorat",
        "löftets period är inte angiven",
    ]


def test_hours_a_week_are_summed_and_not_counted_as_rows(built: Callable[..., Answer]) -> None:
    ask = built(
        AFTER,
        loften=[LOFTEN, YEAR],
        ataganden=[ATAGANDEN, "A;L;10 timmar i veckan;återkommande;10;timmar;vecka;;;;",
                   "B;L;10 möten i veckan;återkommande;10;möten;vecka;;;;"],
        aktiviteter=[AKTIVITETER, *weekly(date(2019, 1, 4), 52, "{day};A;tillsyn;10,5;;;"),
                     *weekly(date(2019, 1, 4), 52, "{day};B;möte;10,5;;;")],
    )  # fmt: skip
    assert (commitment(ask)["verdict"], commitment(ask)["periods_kept"]) == ("Uppfyllt", 52)
    assert (commitment(ask, "B")["verdict"], commitment(ask, "B")["periods_kept"]) == ("Ej uppfyllt", 0)


def test_what_is_planned_after_the_end_cannot_keep_the_promise(built: Callable[..., Answer]) -> None:
    ask = built(
        date(2019, 12, 1),
        loften=[LOFTEN, YEAR],
        ataganden=[ATAGANDEN, "A;L;Två möten;antal;2;möten;;;;;", "B;L;Två möten;antal;2;möten;;;;;"],
        aktiviteter=[AKTIVITETER, "2019-11-20;A;möte;;;;", "2019-11-20;B;möte;;;;"],
        planerade=[PLANERADE, "A;2020-01-01;1", "B;2019-12-31;1"],
    )
    assert commitment(ask)["verdict"] == "Ej uppfyllt"
    assert commitment(ask, "B")["verdict"] == "På väg"


def test_exemptions_are_read_as_people_write_them(built: Callable[..., Answer]) -> None:
    """Weeks 28–31 and 43 exempt, however written; week 43 by one of its days."""
    kept = [row for row in weekly(date(2019, 1, 4), 52, "{day};A;tillsyn;;;;")
            if date.fromisoformat(row[:10]).isocalendar().week not in (28, 29, 30, 31, 43)]  # fmt: skip
    ask = built(
        AFTER,
        loften=[LOFTEN, YEAR],
        ataganden=[ATAGANDEN, 'A;L;Varje vecka;återkommande;1;pass;vecka;;;"2019V28; V29 2019; 2019-V30; '
                   'vecka 31 2019; 2019-10-25";1'],
        aktiviteter=[AKTIVITETER, *kept],
    )  # fmt: skip
    assert (commitment(ask)["verdict"], commitment(ask)["periods_total"]) == ("Uppfyllt", 47)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("midsommar", "varken en period eller ett datum"),
        ("2019-07; 2019-13", "varken en period eller ett datum"),
        ("2019-V28", "kortare än åtagandets intervall"),
    ],
)
def test_an_exemption_nobody_can_read_is_refused(tmp_path: Path, written: str, said: str) -> None:
    row = f'A;L;Varje månad;återkommande;1;pass;månad;;;"{written}";'
    outcome = handed_in(tmp_path, AFTER, {"loften": [LOFTEN, YEAR], "ataganden": [ATAGANDEN, row]})
    assert outcome.database is None
    assert [(fault.column, fault.row) for fault in outcome.faults] == [("undantag", 2)]
    assert said in outcome.faults[0].reason


@pytest.mark.parametrize("tolerance", ["0", "0,001"])
def test_a_tolerance_of_nothing_is_refused(tmp_path: Path, tolerance: str) -> None:
    row = f"A;L;Varje månad;återkommande;1;pass;månad;;;;{tolerance}"
    outcome = handed_in(tmp_path, AFTER, {"loften": [LOFTEN, YEAR], "ataganden": [ATAGANDEN, row]})
    assert [fault.column for fault in outcome.faults] == ["tolerans"]


def test_weeks_after_an_early_closing_are_not_missed(built: Callable[..., Answer]) -> None:
    ask = built(
        date(2019, 7, 1),
        loften=[LOFTEN, YEAR.replace("gäller", "avslutat")],
        ataganden=[ATAGANDEN, "A;L;Varje vecka;återkommande;1;pass;vecka;;;;"],
        aktiviteter=[AKTIVITETER, *weekly(date(2019, 1, 4), 26, "{day};A;tillsyn;;;;")],
    )
    a = commitment(ask)
    assert (a["verdict"], a["reason"]) == ("Går inte att avgöra", "löftet avslutades i förtid")
    assert (a["periods_kept"], a["periods_closed"], a["periods_total"]) == (26, 26, 52)


@pytest.mark.parametrize(
    ("nil", "today", "expected"),
    [
        ("2020-02-01;A;inget;;;2019-K4;ja", date(2020, 1, 5), "Går inte att avgöra"),
        ("2020-02-01;A;inget;;;2019-K4;ja", AFTER, "Ej uppfyllt"),
        ("2019-01-05;A;inget;;;2019;ja", AFTER, "Går inte att avgöra"),
    ],
)
def test_a_nil_report_knows_only_what_lies_behind_it(
    built: Callable[..., Answer], nil: str, today: date, expected: str
) -> None:
    worked = weekly(date(2019, 1, 4), 39, "{day};A;tillsyn;2;;;")
    ask = built(
        today,
        loften=[LOFTEN, YEAR],
        ataganden=[ATAGANDEN, "A;L;400 timmar;timmar;400;timmar;;;;;"],
        aktiviteter=[AKTIVITETER, *worked, nil],
    )
    assert commitment(ask)["verdict"] == expected


def test_the_chart_counts_each_area_once_and_the_last_report_is_not_in_the_future(
    built: Callable[..., Answer],
) -> None:
    ask = built(
        date(2019, 6, 30),
        loften=[LOFTEN, YEAR],
        omraden=[OMRADEN, "O1;1263;Bara;tätort", "O2;1263;Svedala;tätort"],
        ataganden=[ATAGANDEN, "A;L;Vandringar i tre områden;antal;3;vandringar;;;ja;;"],
        aktiviteter=[AKTIVITETER, "2019-02-01;A;vandring;;O1;;", "2019-03-01;A;vandring;;O1;;",
                     "2019-06-01;A;vandring;;O2;;", "2019-09-01;A;vandring;;O2;;"],
    )  # fmt: skip
    points = ask("SELECT max(cumulative) AS done FROM marts.commitment_progress WHERE commitment_id = 'A'")
    assert (points[0]["done"], commitment(ask)["estimate"]) == (2, 2)
    assert commitment(ask)["last_report"] == date(2019, 6, 1)


def test_a_quarterly_duty_four_times_a_year_asks_for_one_report_a_quarter(built: Callable[..., Answer]) -> None:
    ask = built(
        date(2019, 12, 31),
        loften=[LOFTEN, YEAR],
        aterkopplingsplikter=[PLIKTER, "R;L;kvartal;4"],
        aterkoppling=[ATERKOPPLING, *(f"R;L;2019-K{n};2019-{3 * n + 1:02}-10" for n in (1, 2, 3)),
                      "R;L;2019-K4;2020-01-10"],
    )  # fmt: skip
    promise = ask("FROM marts.promise WHERE promise_id = 'L'")[0]
    assert (promise["feedback_required"], promise["feedback_given"]) == (3, 3)
    assert promise["feedback_latest"] == date(2019, 10, 10)
    assert [row["status"] for row in ask("FROM marts.duty ORDER BY period")] == ["i tid"] * 3 + ["kommande"]


def test_reports_from_april_to_march_have_a_clock(built: Callable[..., Answer]) -> None:
    ask = built(
        AFTER,
        loften=[LOFTEN, "L;1263;Löfte;2019-04-01;2020-03-31;gäller"],
        aterkopplingsplikter=[PLIKTER, "R;L;;4"],
        aterkoppling=[ATERKOPPLING, "R;L;2019-K2;2019-07-05", "R;L;2019-K3;2019-10-05", "R;L;;2020-03-20"],
    )
    promise = ask("FROM marts.promise WHERE promise_id = 'L'")[0]
    assert (promise["feedback_required"], promise["feedback_given"]) == (3, 2)


def test_feedback_that_nobody_had_promised_is_shown_all_the_same(built: Callable[..., Answer]) -> None:
    ask = built(AFTER, loften=[LOFTEN, YEAR], aterkoppling=[ATERKOPPLING, ";L;;2019-05-01", ";L;;2021-05-01"])
    promise = ask("FROM marts.promise WHERE promise_id = 'L'")[0]
    assert (promise["feedback_required"], promise["feedback_latest"]) == (None, date(2019, 5, 1))


@pytest.mark.parametrize(
    ("starts", "ends", "interval", "times", "expected"),
    [
        (date(2019, 1, 1), date(2020, 12, 31), None, 2, [("2019", 2), ("2020", 2)]),
        (date(2019, 4, 1), date(2020, 3, 31), None, 4, [("2019-04-01–2020-03-31", 4)]),
        (date(2019, 1, 1), date(2020, 6, 30), None, 4, [("2019", 4), ("2020-01-01–2020-06-30", 2)]),
        (date(2019, 1, 1), date(2020, 2, 29), None, 4, [("2019", 4)]),
        (date(2020, 2, 29), date(2024, 2, 28), None, 1, None),
        (date(2019, 1, 1), date(2019, 12, 31), "halvår", 4, [("2019-H1", 1), ("2019-H2", 1)]),
        (date(2019, 4, 1), date(2020, 3, 31), "år", None, [("2019-04-01–2020-03-31", 1)]),
        (date(2019, 1, 1), date(2019, 12, 31), None, 0, []),
        (None, date(2019, 12, 31), "kvartal", None, []),
    ],
)
def test_how_often_is_to_be_reported(
    starts: date | None, ends: date, interval: str | None, times: int | None, expected: list[tuple[str, int]] | None
) -> None:
    found = [(period.text, asked) for period, asked in duty_periods(starts, ends, interval, times)]
    if expected is None:
        assert [asked for _, asked in found] == [1, 1, 1, 1]
    else:
        assert found == expected
