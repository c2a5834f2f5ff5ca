"""What the marts say of goals on reported crime, in one small register with a promise of 2019 in each municipality."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.build.pipeline import Outcome, build

Row = dict[str, Any]
TODAY = date(2026, 11, 22)
DEFINITION = "Brå per kommun och år"
CRIME_HEADINGS = "kommun;område;region;brottstyp;period;antal;per 100 000;definition"

# One municipality for each case, so that one build serves them all.
STOPPED_AT_START, TWO_REGIONS, TWO_AREAS, ALL_OF_IT, KOLADA_TWICE, NOBODY, NO_PERIOD = (
    "0114", "0115", "0117", "0120", "0123", "0125", "0126",
)  # fmt: skip


def write(folder: Path, table: str, headings: str, rows: Iterable[str]) -> None:
    (folder / f"{table}.csv").write_text("\n".join([headings, *rows, ""]), encoding="utf-8")


def crimes(municipality: str, counts: dict[int, int], *, region: str = "", area: str = "") -> list[str]:
    return [
        f"{municipality};{area};{region};skadegorelse;{year};{count};;{DEFINITION}" for year, count in counts.items()
    ]


def built(folder: Path, directory: Path, today: date) -> Outcome:
    return build(
        [folder],
        directory,
        today=today,
        now=datetime(today.year, today.month, today.day, tzinfo=UTC),
        accept_rejects=False,
        progress=lambda what, rows: None,
    )


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Build a register with one promise of 2019 in each municipality and ask its marts, on 1 May 2020."""
    folder = tmp_path_factory.mktemp("register")
    fewer = {2016: 400, 2017: 400, 2018: 400, 2019: 150}
    judged_here = (STOPPED_AT_START, TWO_REGIONS, TWO_AREAS, KOLADA_TWICE, NOBODY)
    write(
        folder, "loften", "löfte_id;kommun;rubrik;från;till",
        [*(f"L{code};{code};Löfte;2019-01-01;2019-12-31" for code in judged_here), f"L{NO_PERIOD};{NO_PERIOD};Löfte;;"],
    )  # fmt: skip
    write(folder, "omraden", "område_id;kommun;namn;typ", [f"{n};{TWO_AREAS};{n};tätort" for n in ("norr", "söder")])
    goals = [f"M{code};L{code};Minska;brott:skadegorelse;;minska" for code in (*judged_here, NO_PERIOD)]
    goals += [
        f"Msurvey-{area};L{TWO_AREAS};Minska;enkat:utsatt_skadegorelse;{area};minska" for area in ("norr", "söder")
    ]
    goals += [f"Mnorr;L{TWO_AREAS};Minska;brott:skadegorelse;norr;minska"]
    write(folder, "mal", "mål_id;löfte_id;mål;indikator;område;riktning", goals)
    drawn = dict.fromkeys(range(2010, 2017), 10)
    write(
        folder, "brott", CRIME_HEADINGS,
        [
            *crimes(STOPPED_AT_START, {2016: 100, 2017: 100, 2018: 100}),
            *crimes(TWO_REGIONS, fewer),
            *crimes(TWO_REGIONS, dict.fromkeys(fewer, 1000), region="Norra delen"),
            *crimes(TWO_AREAS, fewer),
            *crimes(TWO_AREAS, fewer, area="norr"),
            *crimes(NOBODY, {**fewer, 2015: 7}),
            f"{KOLADA_TWICE};;;skadegorelse;2018;..;900;Kolada U07452",
            *crimes(NO_PERIOD, drawn),
            *(line.replace(DEFINITION, "Äldre räkning") for line in crimes(NO_PERIOD, {2001: 5})),
            f"{NO_PERIOD};;;skadegorelse;2020;5;;{DEFINITION}",
        ],
    )  # fmt: skip
    people = [
        f"{code};{area};{year};{0 if code == NOBODY else 20000}"
        for code in judged_here for year in range(2014, 2020)
        for area in (("", "norr") if code == TWO_AREAS else ("",))
    ]  # fmt: skip
    write(folder, "folkmangd", "kommun;område;år;antal", people)
    write(folder, "nyckeltal", "nyckeltal;kommun;år;värde", [f"U07452;{KOLADA_TWICE};{y};9{y}" for y in (2018, 2019)])
    write(
        folder, "enkat_varden", "kommun;område;omgång;år;indikator;värde;enhet;antal svar",
        [
            f"{TWO_AREAS};{area};{year};{year};enkat:utsatt_skadegorelse;{value};procent;2000"
            for area, values in (("norr", (10, 10)), ("söder", (10, 40)))
            for year, value in zip((2018, 2019), values, strict=True)
        ],
    )  # fmt: skip
    outcome = built(folder, tmp_path_factory.mktemp("db"), date(2020, 5, 1))
    assert outcome.database is not None, outcome.faults
    with duckdb.connect(str(outcome.database), read_only=True) as con:

        def rows(question: str, *values: Any) -> list[Row]:
            result = con.execute(question, values)
            names = [column[0] for column in result.description]
            return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

        yield rows


def goal(ask: Any, name: str) -> Row:
    (row,) = ask("FROM marts.goal_verdict WHERE goal_id = ?", f"M{name}")
    return dict(row)


def test_without_follow_up_the_goal_still_has_its_baseline(ask: Any) -> None:
    found = goal(ask, STOPPED_AT_START)

    assert found["headline"] == "Går inte att avgöra: uppgifter saknas för löftestiden"
    assert found["baseline_value"] == pytest.approx(5)
    assert (found["baseline_from"], found["baseline_to"]) == (date(2016, 1, 1), date(2018, 12, 31))


def test_another_region_of_the_municipality_is_not_the_municipality(ask: Any) -> None:
    found = goal(ask, TWO_REGIONS)

    assert found["estimate"] == pytest.approx(100 * (150 / 400 - 1), abs=0.01)
    assert len(ask("FROM marts.goal_point WHERE goal_id = ?", f"M{TWO_REGIONS}")) == 4


def test_only_a_survey_of_the_same_area_can_contradict_the_reports(ask: Any) -> None:
    """In söder more are exposed, but the reports are of the whole municipality and of norr."""
    assert goal(ask, "survey-söder")["estimate"] == pytest.approx(30)
    assert goal(ask, TWO_AREAS)["verdict"] == "Uppfyllt"
    assert goal(ask, "norr")["verdict"] == "Uppfyllt"


def test_a_series_of_kolada_that_was_also_handed_in_is_there_once(ask: Any) -> None:
    question = (
        "SELECT period, rate_per_100k AS rate FROM marts.crime_series WHERE municipality_code = ? ORDER BY period"
    )
    assert ask(question, KOLADA_TWICE) == [{"period": "2018", "rate": 900.0}, {"period": "2019", "rate": 92019.0}]


def test_no_inhabitants_give_no_rate(ask: Any) -> None:
    rates = ask(
        "SELECT DISTINCT rate_per_100k, rate_source FROM marts.crime_series WHERE municipality_code = ?", NOBODY
    )

    assert rates == [{"rate_per_100k": None, "rate_source": None}]
    assert goal(ask, NOBODY)["headline"] == "Går inte att avgöra: folkmängd saknas"


def test_a_goal_without_a_period_is_drawn_as_one_definition_and_known_until_today(ask: Any) -> None:
    found = goal(ask, NO_PERIOD)
    points = ask("SELECT DISTINCT instrument FROM marts.goal_point WHERE goal_id = ?", f"M{NO_PERIOD}")

    assert points == [{"instrument": DEFINITION}]
    assert found["data_through"] == date(2016, 12, 31)
    assert " 2010–2020." in found["alt"]


@pytest.mark.parametrize(("least", "accepted"), [("99", True), ("100", False)])
def test_a_decrease_of_all_of_it_cannot_be_promised(tmp_path: Path, least: str, accepted: bool) -> None:
    folder = tmp_path / "register"
    folder.mkdir()
    write(folder, "loften", "löfte_id;kommun;rubrik;från;till", [f"L;{ALL_OF_IT};Löfte;2019-01-01;2019-12-31"])
    headings = "mål_id;löfte_id;mål;indikator;riktning;minsta förändring"
    write(folder, "mal", headings, [f"M;L;Minska;brott:skadegorelse;minska;{least}"])
    write(folder, "brott", CRIME_HEADINGS, crimes(ALL_OF_IT, {2016: 90, 2017: 90, 2018: 90, 2019: 0}))
    outcome = built(folder, tmp_path / "db", TODAY)

    assert (outcome.database is not None) is accepted
    assert [fault.column for fault in outcome.faults] == ([] if accepted else ["minsta förändring"])
