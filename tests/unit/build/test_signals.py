"""marts.deviation and marts.trend of small sets of handed-in months, built on 15 May 2024."""

import random
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.build.pipeline import build
from etl.evaluate.early_warning import base_of, early_warning
from etl.evaluate.trend import seasonal_mann_kendall

Row = dict[str, Any]
TODAY = date(2024, 5, 15)
LATEST = 12 * 2024 + 3
"""April 2024, the last month that is over."""
MUNICIPALITY, SHORT, BROKEN, QUIET, MADE_UP = "0114", "0115", "0117", "0120", "9999"
OWN = "egen räkning"
BRA = "Brå per kommun och månad"
"""Has a known break at the turn of the year 2014–2015."""


def months(
    counts: Sequence[int | None],
    *,
    municipality: str = MUNICIPALITY,
    area: str = "",
    crime: str = "skadegorelse",
    definition: str = OWN,
    last: int = LATEST,
    preliminary: str = "nej",
) -> list[str]:
    """Rows of brott.csv: one month a row, the last of them `last`."""
    first = last - len(counts) + 1
    return [
        f"{municipality};{area};{crime};{month // 12}-{month % 12 + 1:02};{'..' if count is None else count};"
        f"{preliminary};{definition};påhittat för provet"
        for month, count in enumerate(counts, start=first)
    ]


def steady(length: int, level: int = 10) -> list[int]:
    return [level + (place * 7) % 5 - 2 for place in range(length)]


SEASONAL = [4, 4, 5, 7, 9, 14, 22, 18, 9, 6, 5, 4]
RISING = [season + 3 * year for year in range(5) for season in SEASONAL]
ALARM = [*steady(59), 45]
AREAS = ("Norr", "Söder", "Väster", "Öster")


def handed_in() -> list[str]:
    rows = [
        *months(ALARM),
        *months(steady(60, 12), definition="annan räkning"),
        *months(RISING, crime="klotter"),
        *months([*steady(60), 90], crime="misshandel", last=LATEST + 1, preliminary="ja"),
        *months([*steady(58), None, 11], crime="ofredande", preliminary="ja"),
        *months(steady(20), municipality=SHORT, crime="klotter"),
        *months(steady(30), municipality=SHORT),
        *months([900] * 30 + steady(60), municipality=BROKEN, definition=BRA, last=12 * 2019 + 11),
        *months([0, 1, 0, 0] * 15, municipality=QUIET),
        *months(steady(60), municipality=MADE_UP),
        f"{MUNICIPALITY};;ran;2022;140;nej;{OWN};påhittat för provet",
        f"{MUNICIPALITY};;ran;2023;20;nej;{OWN};påhittat för provet",
    ]
    for area in AREAS:
        rows += months([*steady(59), 40 if area == "Söder" else 22 if area == "Norr" else 10], area=area)
    return rows


def built(folder: Path, rows: Iterable[str]) -> Path:
    received = folder / "in"
    received.mkdir()
    headings = "kommun;område;brottstyp;period;antal;preliminär;definition;källa"
    (received / "brott.csv").write_text("\n".join([headings, *rows, ""]), encoding="utf-8")
    areas = ["område_id;kommun;namn;typ", *(f"{area};{MUNICIPALITY};{area};stadsdel" for area in AREAS), ""]
    (received / "omraden.csv").write_text("\n".join(areas), encoding="utf-8")
    outcome = build(
        [received],
        folder / "db",
        today=TODAY,
        now=datetime(2024, 5, 15, tzinfo=UTC),
        accept_rejects=False,
        progress=lambda what, rows: None,
    )
    assert outcome.database is not None, outcome.faults
    return outcome.database


def asked(database: Path, question: str) -> list[Row]:
    with duckdb.connect(str(database), read_only=True) as con:
        result = con.execute(question)
        names = [column[0] for column in result.description or ()]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("signals"), handed_in())


@pytest.fixture(scope="module")
def one(database: Path) -> Callable[..., Row]:
    """The one row of a mart for a series."""

    def find(mart: str, municipality: str = MUNICIPALITY, crime: str = "skadegorelse", **changes: str | None) -> Row:
        wanted = {"municipality_code": municipality, "crime_type": crime, "definition": OWN, "area_id": None} | changes
        rows = [
            row
            for row in asked(database, f"FROM marts.{mart}")
            if all(row[name] == value for name, value in wanted.items())
        ]
        assert len(rows) == 1, rows
        return rows[0]

    return find


def test_a_burst_in_the_latest_month_is_an_alarm(one: Callable[..., Row]) -> None:
    row = one("deviation")
    expected = early_warning(45, base_of(ALARM, 59))
    assert expected is not None
    assert (row["period"], row["period_start"], row["count"]) == ("2024-04", date(2024, 4, 1), 45)
    assert (row["expected"], row["limit_99"], row["phi"], row["p_value"]) == pytest.approx(
        (expected.expected, expected.limit, expected.phi, expected.p)
    )
    assert row["is_alarm"]
    assert row["sentence"].startswith("Fler skadegörelser än väntat anmäldes i april 2024, 45 mot väntade ")
    assert (row["is_fictitious"], row["source"], row["as_of"]) == (False, "påhittat för provet", TODAY)


def test_definitions_are_series_of_their_own(one: Callable[..., Row]) -> None:
    other = one("deviation", definition="annan räkning")
    assert (other["count"] < 20, other["is_alarm"]) == (True, False)
    assert one("trend", definition="annan räkning")["centre"] > one("trend", crime="misshandel")["centre"]


def test_only_months_that_are_over_are_judged(one: Callable[..., Row]) -> None:
    """Ninety in the first half of May say nothing yet, and are not in the trend."""
    row = one("deviation", crime="misshandel")
    assert (row["period"], row["is_alarm"]) == ("2024-04", False)
    assert one("trend", crime="misshandel")["last_period"] == "2024-04"


def test_a_preliminary_figure_is_called_so(one: Callable[..., Row]) -> None:
    assert one("deviation", crime="ofredande")["sentence"].endswith(" Siffran är preliminär.")
    assert "preliminär" not in one("deviation")["sentence"]


def test_a_missing_month_is_not_a_zero(one: Callable[..., Row]) -> None:
    row = one("trend", crime="ofredande")
    assert (row["months"], row["first_period"], row["signals"]) == (59, "2019-05", 0)


def test_areas_are_corrected_for_each_other(one: Callable[..., Row], database: Path) -> None:
    """Twenty-two is above the limit of its own series and remains so among four; the quiet areas are no alarm."""
    areas = {area: one("deviation", area_id=area) for area in AREAS}
    assert {area: row["is_alarm"] for area, row in areas.items()} == {
        "Norr": True, "Söder": True, "Väster": False, "Öster": False,
    }  # fmt: skip
    assert areas["Söder"]["q_value"] == pytest.approx(4 * areas["Söder"]["p_value"])
    assert areas["Norr"]["q_value"] == pytest.approx(2 * areas["Norr"]["p_value"])
    assert areas["Söder"]["sentence"].startswith("Söder sticker ut i april 2024 med 40 anmälda skadegörelser mot")
    own = asked(database, f"FROM marts.deviation WHERE municipality_code = '{MUNICIPALITY}' AND area_id IS NULL")
    least = min(own, key=lambda row: row["p_value"])
    assert least["q_value"] == pytest.approx(len(own) * least["p_value"])


def test_without_three_earlier_years_nothing_is_expected(one: Callable[..., Row]) -> None:
    for crime in ("klotter", "skadegorelse"):
        row = one("deviation", SHORT, crime)
        numbers = ("expected", "limit_99", "phi", "p_value", "q_value")
        assert [row[name] for name in numbers] == [None] * 5
        assert (row["is_alarm"], row["count"] > 0) == (False, True)
        assert row["sentence"] == "April 2024 går inte att jämföra, eftersom uppgifter saknas från tre tidigare år."


def test_a_trend_needs_24_months(database: Path) -> None:
    rows = asked(database, f"SELECT crime_type, months FROM marts.trend WHERE municipality_code = '{SHORT}'")
    assert rows == [{"crime_type": "skadegorelse", "months": 30}]


def test_nothing_is_claimed_of_yearly_figures(database: Path) -> None:
    for mart in ("deviation", "trend"):
        assert asked(database, f"FROM marts.{mart} WHERE crime_type = 'ran'") == []


def test_a_rise_within_each_calendar_month_is_a_trend(one: Callable[..., Row]) -> None:
    row, test = one("trend", crime="klotter"), seasonal_mann_kendall(RISING, first_month=5)
    assert test is not None
    assert (row["tau_kendall"], row["z"], row["p_value"]) == pytest.approx((test.tau, test.z, test.p))
    mean = sum(RISING) / 60
    assert (row["direction"], row["slope_per_year"]) == ("ökar", pytest.approx(100 * 3 / mean))
    assert (row["centre"], row["limit_low"]) == (
        pytest.approx(mean),
        pytest.approx(max(0, 2 * mean - row["limit_high"])),
    )
    assert row["sentence"].startswith(
        "De anmälda klotterbrotten har ökat med omkring 20 procent om året sedan maj 2019."
    )


def test_the_month_outside_the_chart_is_counted(one: Callable[..., Row]) -> None:
    row = one("trend")
    assert (row["signals"], row["direction"]) == (1, "ingen tydlig")
    assert row["sentence"].endswith("1 av 60 månader ligger utanför seriens vanliga svängningar.")


def test_fewer_than_twenty_a_year_carry_no_trend(one: Callable[..., Row]) -> None:
    row = one("trend", QUIET)
    nothing = ("tau_kendall", "z", "p_value", "slope_per_year", "limit_low", "limit_high", "signals")
    assert [row[name] for name in nothing] == [None] * 7
    assert (row["direction"], row["centre"]) == ("ingen tydlig", 0.25)
    assert row["sentence"] == (
        "Det anmäls i snitt färre än 20 skadegörelser om året, och det är för få för att bedöma en trend."
    )


def test_only_what_follows_the_last_break_is_used(one: Callable[..., Row]) -> None:
    """Thirty months of nine hundred before 2015 are another way of counting."""
    trend, deviation = one("trend", BROKEN, definition=BRA), one("deviation", BROKEN, definition=BRA)
    assert (trend["first_period"], trend["last_period"], trend["months"]) == ("2015-01", "2019-12", 60)
    assert trend["limit_high"] < 30
    assert deviation["expected"] < 20


def test_made_up_figures_are_marked(one: Callable[..., Row]) -> None:
    assert one("deviation", MADE_UP)["is_fictitious"]
    assert one("trend", MADE_UP)["is_fictitious"]


def test_the_order_of_the_rows_handed_in_changes_nothing(database: Path, tmp_path: Path) -> None:
    rows = handed_in()
    random.Random(4).shuffle(rows)
    shuffled = built(tmp_path, rows)
    for mart in ("deviation", "trend"):
        question = f"FROM marts.{mart} ORDER BY ALL"
        assert asked(shuffled, question) == asked(database, question)


def test_every_number_of_the_real_build_is_one(built_database: Path) -> None:
    for mart in ("deviation", "trend"):
        rows = asked(built_database, f"FROM marts.{mart}")
        assert rows
        for row in rows:
            assert not any(isinstance(value, float) and abs(value) in (float("inf"),) for value in row.values())
            assert all(value == value for value in row.values())
            assert row["sentence"].endswith(".")


def test_without_monthly_series_both_marts_are_empty(tmp_path: Path) -> None:
    yearly_only = built(tmp_path, [f"{MUNICIPALITY};;ran;2023;20;nej;{OWN};påhittat för provet"])
    assert [asked(yearly_only, f"FROM marts.{mart}") for mart in ("deviation", "trend")] == [[], []]
