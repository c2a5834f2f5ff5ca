"""marts.effect and τ: one municipality with a promise, and others to compare it with."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.build.pipeline import build

Row = dict[str, Any]
TODAY = date(2026, 3, 1)
TREATED, SMALL, YEARLY, UNLOGGED, MID_MONTH = "0114", "0115", "0117", "0120", "0123"
OTHERS = ("0125", "0126", "0127", "0128", "0136", "0138", "0139")
MADE_UP = "9999"
SEASON = (40, 42, 48, 52, 60, 66, 70, 64, 56, 50, 44, 40)
MONTHLY, BY_YEAR = "polisen, månad för månad", "Brå per kommun och år"


def write(folder: Path, table: str, headings: str, rows: Iterable[str]) -> None:
    (folder / f"{table}.csv").write_text("\n".join([headings, *rows, ""]), encoding="utf-8")


def monthly(
    municipality: str, *, level: float = 1.0, in_2025: float = 1.0, area: str = "", offset: int = 0
) -> list[str]:
    """2019–2025; the years before 2025 swing a little by themselves, in each municipality in its own order."""
    swings = (1.0, 1.12, 0.9, 1.05, 0.94, 1.08)
    rows = []
    for year in range(2019, 2026):
        factor = level * (in_2025 if year == 2025 else swings[(year + offset) % 6])
        rows += [
            f"{municipality};{area};skadegorelse;{year}-{month:02};{round(factor * crimes)};{MONTHLY}"
            for month, crimes in enumerate(SEASON, 1)
        ]
    return rows


def yearly(municipality: str, *, in_2025: int = 500, offset: int = 0) -> list[str]:
    swings = (500, 560, 450, 525, 470, 540)
    by_year = {year: swings[(year + offset) % 6] for year in range(2019, 2025)} | {2025: in_2025}
    return [f"{municipality};;ofredande;{year};{count};{BY_YEAR}" for year, count in by_year.items()]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("register")
    promised = (TREATED, SMALL, YEARLY, UNLOGGED, MID_MONTH, MADE_UP)
    starts = dict.fromkeys(promised, "2025-01-01") | {MID_MONTH: "2025-01-15"}
    write(
        folder, "loften", "löfte_id;kommun;rubrik;från;till",
        [*(f"L{code};{code};Löfte;{starts[code]};2025-12-31" for code in promised), f"Lutan;{TREATED};Löfte;;"],
    )  # fmt: skip
    write(folder, "omraden", "område_id;kommun;namn;typ", [f"norr;{TREATED};Norr;tätort"])
    goals = {code: f"L{code};Minska;brott:skadegorelse;;minska" for code in promised}
    goals[YEARLY] = f"L{YEARLY};Minska;brott:ofredande;;minska"
    goals |= {
        "norr": f"L{TREATED};Minska i norr;brott:skadegorelse;norr;minska",
        "utan": "Lutan;Minska;brott:skadegorelse;;minska",
        "tomt": f"L{TREATED};Minska;brott:klotter;;minska",
    }
    write(
        folder, "mal", "mål_id;löfte_id;mål;indikator;område;riktning",
        [f"M{name};{goal}" for name, goal in goals.items()],
    )  # fmt: skip
    write(
        folder, "ataganden", "åtagande_id;löfte_id;åtagande;typ;mål;enhet",
        [f"A{code};L{code};Tio vandringar;antal;10;vandringar" for code in promised],
    )  # fmt: skip
    walks = dict.fromkeys(promised, 10) | {UNLOGGED: 7}
    write(
        folder, "aktiviteter", "datum;åtagande_id;aktivitet",
        [f"2025-{month + 1:02}-03;A{code};vandring" for code, number in walks.items() for month in range(number)],
    )  # fmt: skip
    write(
        folder, "brott", "kommun;område;brottstyp;period;antal;definition",
        [
            *monthly(TREATED, in_2025=0.45),
            *monthly(TREATED, in_2025=0.45, level=0.3, area="norr"),
            *monthly(SMALL, level=0.02),
            *monthly(UNLOGGED, in_2025=0.45),
            *monthly(MID_MONTH, in_2025=0.45),
            *monthly(MADE_UP, in_2025=0.45),
            *(row for place, code in enumerate(OTHERS) for row in monthly(code, offset=place)),
            *yearly(YEARLY, in_2025=200),
            *(row for place, code in enumerate(OTHERS) for row in yearly(code, offset=place)),
        ],
    )  # fmt: skip
    people = [f"{code};;{year};20000" for code in (*promised, *OTHERS) for year in range(2018, 2026)]
    people += [f"{TREATED};norr;{year};6000" for year in range(2018, 2026)]
    write(folder, "folkmangd", "kommun;område;år;antal", people)
    outcome = build(
        [folder],
        tmp_path_factory.mktemp("db"),
        today=TODAY,
        now=datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC),
        accept_rejects=False,
        progress=lambda what, rows: None,
    )
    assert outcome.database is not None, outcome.faults
    with duckdb.connect(str(outcome.database), read_only=True) as con:

        def rows(question: str, *values: Any) -> list[Row]:
            result = con.execute(question, values)
            names = [column[0] for column in result.description]
            return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

        yield rows


def effect(ask: Any, goal: str) -> Row:
    (row,) = ask("FROM marts.effect WHERE goal_id = ?", f"M{goal}")
    return dict(row)


def verdict(ask: Any, goal: str) -> Row:
    (row,) = ask("FROM marts.goal_verdict WHERE goal_id = ?", f"M{goal}")
    return dict(row)


def test_a_large_fall_in_one_municipality_agrees_with_an_effect(ask: Any) -> None:
    found = effect(ask, TREATED)
    assert (found["level"], found["unmet"]) == ("tidsserie", None)
    assert found["rirr_low"] < found["rirr"] < found["rirr_high"] < 1
    assert found["wdd_low"] < found["wdd"] < 0
    assert found["its_low"] < found["its_ratio"] < 1
    assert "förenligt med att insatserna har haft effekt men inte bevisar det" in found["sentence"]
    assert len(found["cautions"].split("\n")) == 4


def test_the_numbers_are_those_of_the_series(ask: Any) -> None:
    here = ask(
        "SELECT year(period_start) AS year, sum(count) AS n FROM marts.crime_series "
        "WHERE municipality_code = ? AND area_id IS NULL AND granularity = 'månad' GROUP BY 1", TREATED
    )  # fmt: skip
    there = ask(
        "SELECT year(period_start) AS year, sum(count) AS n FROM marts.crime_series WHERE granularity = 'månad' "
        "AND area_id IS NULL AND municipality_code NOT IN (?, ?) GROUP BY 1", TREATED, MADE_UP
    )  # fmt: skip
    own, others = ({row["year"]: row["n"] for row in rows} for rows in (here, there))
    before = (2022, 2023, 2024)
    expected = (own[2025] / sum(own[year] for year in before)) / (others[2025] / sum(others[year] for year in before))
    assert effect(ask, TREATED)["rirr"] == pytest.approx(expected)


def test_an_area_is_compared_with_other_municipalities(ask: Any) -> None:
    found = effect(ask, "norr")
    assert found["level"] == "tidsserie"
    assert "i Norr minskade" in found["sentence"]
    assert found["placebo_of"] == effect(ask, TREATED)["placebo_of"]


def test_years_alone_give_a_comparison_without_a_time_series(ask: Any) -> None:
    found = effect(ask, YEARLY)
    assert (found["level"], found["its_ratio"]) == ("jämförelse", None)
    assert found["rirr"] is not None
    assert (found["placebo_rank"], found["placebo_of"]) == (1, len(OTHERS) + 1)


@pytest.mark.parametrize(
    ("goal", "missing"),
    [
        (SMALL, "tillräckligt många anmälda brott (minst 20 om året)"),
        (UNLOGGED, "en aktivitetslogg som visar att minst 80 procent av det planerade är gjort"),
        (MID_MONTH, "ett helt års uppgifter efter starten"),
        (MADE_UP, "tillräckligt många kommuner att jämföra med (minst 5)"),
        (
            "utan",
            "ett känt startdatum; en aktivitetslogg som visar att minst 80 procent av det planerade är gjort",
        ),
        (
            "tomt",
            "två hela års uppgifter före starten; ett helt års uppgifter efter starten; "
            "tillräckligt många kommuner att jämföra med (minst 5)",
        ),
    ],
)
def test_what_is_missing_is_said_and_no_number_is_given(ask: Any, goal: str, missing: str) -> None:
    found = effect(ask, goal)
    assert (found["level"], found["unmet"]) == ("ingen", missing)
    assert [
        name for name in found if name.startswith(("rirr", "wdd", "its", "placebo")) and found[name] is not None
    ] == []
    assert found["sentence"].startswith("Underlaget räcker inte för att avgöra om insatserna har haft effekt")


def test_every_goal_on_reported_crime_has_a_row_and_no_other(ask: Any) -> None:
    judged = {row["goal_id"] for row in ask("FROM marts.goal_verdict WHERE measure = 'brott'")}
    assert {row["goal_id"] for row in ask("FROM marts.effect")} == judged


def test_tau_is_estimated_from_the_other_municipalities(ask: Any) -> None:
    found = verdict(ask, TREATED)
    assert found["tau_assumed"] is False
    assert 0.05 <= found["tau"] <= 0.12
    assert found["tau"] != 0.10
    assert "mellan åren" not in found["caution"]


def test_tau_is_estimated_from_years_too(ask: Any) -> None:
    found = verdict(ask, YEARLY)
    assert (found["phi_assumed"], found["tau_assumed"]) == (True, False)
    assert found["tau"] > 0.05


def test_a_made_up_municipality_is_never_compared_with_real_ones(ask: Any) -> None:
    found = verdict(ask, MADE_UP)
    assert (found["tau"], found["tau_assumed"]) == (0.10, True)
    assert "mellan åren (τ\N{NO-BREAK SPACE}0,10) är antagen" in found["caution"]


def test_without_figures_there_is_no_tau(ask: Any) -> None:
    found = verdict(ask, "tomt")
    assert (found["tau"], found["tau_assumed"]) == (None, None)
