"""What marts.detectable says of goals that are not followed up yet: one municipality for each case."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.build.pipeline import build
from etl.evaluate.detectable import CrimePlan, Detectable, SurveyPlan, plan
from etl.evaluate.verdict import Direction

Row = dict[str, Any]
TODAY = date(2026, 11, 22)
MONTHLY, YEARLY, HALF_A_YEAR, KEPT, SURVEY, NO_NUMBER, NOTHING, TOO_FEW, TARGET, INDEX = (
    "0114", "0115", "0117", "0120", "0123", "0125", "0126", "0127", "0128", "0136",
)  # fmt: skip
CRIME, ASKED = "brott:skadegorelse", "enkat:trygg"
GOALS = {
    MONTHLY: (CRIME, "minska", ""),
    YEARLY: (CRIME, "minska", ""),
    HALF_A_YEAR: (CRIME, "minska", ""),
    KEPT: (CRIME, "upprätthålla", ""),
    TOO_FEW: (CRIME, "minska", ""),
    TARGET: (CRIME, "minska", "10"),
    SURVEY: (ASKED, "öka", ""),
    NO_NUMBER: (ASKED, "öka", ""),
    INDEX: (ASKED, "öka", ""),
    NOTHING: (CRIME, "minska", ""),
}


def months(code: str, counts: tuple[int, int]) -> list[str]:
    """January 2024 to October 2026, the first half of each year and the second."""
    return [
        f"{code};skadegorelse;{year}-{month:02d};{counts[month > 6]};polisen"
        for year in (2024, 2025, 2026)
        for month in range(1, 13)
        if (year, month) < (2026, 11)
    ]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Row]:
    """The rows of marts.detectable by municipality, on 22 November 2026; every promise begins in 2027."""
    folder = tmp_path_factory.mktemp("in")

    def write(table: str, headings: str, rows: Iterable[str]) -> None:
        (folder / f"{table}.csv").write_text("\n".join([headings, *rows, ""]), encoding="utf-8")

    ends = {HALF_A_YEAR: "2027-06-30"}
    write(
        "loften",
        "löfte_id;kommun;rubrik;från;till",
        [f"L{code};{code};Löfte;2027-01-01;{ends.get(code, '2027-12-31')}" for code in GOALS],
    )
    write(
        "mal",
        "mål_id;löfte_id;mål;indikator;riktning;minsta förändring",
        [f"M{code};L{code};Målet.;{';'.join(goal)}" for code, goal in GOALS.items()],
    )
    yearly = [f"{YEARLY};skadegorelse;{year};240;Brå per kommun och år" for year in (2023, 2024, 2025)]
    monthly = [line for code in (MONTHLY, HALF_A_YEAR, KEPT, TARGET) for line in months(code, (30, 10))]
    write("brott", "kommun;brottstyp;period;antal;definition", [*yearly, *monthly, *months(TOO_FEW, (1, 0))])
    write(
        "folkmangd",
        "kommun;år;antal",
        [f"{code};{year};20000" for code in GOALS for year in range(2022, 2027)],
    )
    write(
        "enkat_varden",
        "kommun;omgång;år;indikator;värde;enhet;antal svar",
        [
            f"{SURVEY};2026;2026;{ASKED};60;procent;1300",
            f"{NO_NUMBER};2026;2026;{ASKED};60;procent;",
            f"{INDEX};2026;2026;{ASKED};3,5;index 0–6;1300",
        ],
    )
    outcome = build(
        [folder],
        tmp_path_factory.mktemp("db"),
        today=TODAY,
        now=datetime(2026, 11, 22, tzinfo=UTC),
        accept_rejects=False,
        progress=lambda what, rows: None,
    )
    assert outcome.database is not None, outcome.faults
    with duckdb.connect(str(outcome.database), read_only=True) as con:
        names = [column[0] for column in con.execute("FROM marts.detectable LIMIT 0").description or ()]
        rows = con.execute("FROM marts.detectable").fetchall()
    return {row["municipality_code"]: row for row in (dict(zip(names, row, strict=True)) for row in rows)}


def assert_is(row: Row, expected: Detectable) -> None:
    assert row["unit"] == expected.unit
    assert row["least_change"] == pytest.approx(expected.least_change)
    chances = [row[f"chance_{size}"] for size in ("small", "middle", "large")]
    assert chances == pytest.approx([each.chance for each in expected.changes])
    assert row["as_of"] == TODAY


def test_a_goal_without_a_baseline_has_no_row(found: dict[str, Row]) -> None:
    assert sorted(found) == sorted(set(GOALS) - {NOTHING})


def test_months_give_their_own_overdispersion(found: dict[str, Row]) -> None:
    """Whole twelve-month periods before 2027: of 2026 two months are missing, so 2024 and 2025 count."""
    assert_is(found[MONTHLY], plan(CrimePlan(x0=480, months0=24, phi=1.0)))
    assert found[MONTHLY]["sentence"].startswith("Vid omkring 240 anmälningar om året syns en minskning säkert först")
    assert [found[MONTHLY][f"change_{size}"] for size in ("small", "middle", "large")] == [10, 20, 30]


def test_years_have_an_assumed_one(found: dict[str, Row]) -> None:
    assert_is(found[YEARLY], plan(CrimePlan(x0=480, months0=24, phi=2.8)))


def test_a_follow_up_of_half_a_year_counts_the_same_months(found: dict[str, Row]) -> None:
    assert_is(found[HALF_A_YEAR], plan(CrimePlan(x0=360, months0=24, months1=6, phi=1.0)))
    assert "180 anmälningar under de 6 månader som följs upp" in found[HALF_A_YEAR]["sentence"]


def test_the_promised_change_is_part_of_it(found: dict[str, Row]) -> None:
    assert_is(found[TARGET], plan(CrimePlan(x0=480, months0=24, phi=1.0, target=0.1)))
    assert found[TARGET]["least_change"] > found[MONTHLY]["least_change"] + 5


def test_a_goal_to_maintain_has_no_change_to_see(found: dict[str, Row]) -> None:
    row = found[KEPT]
    assert [row[name] for name in ("least_change", "chance_small", "chance_middle", "chance_large")] == [None] * 4
    assert row["sentence"].endswith("om läget i själva verket är oförändrat.")
    unchanged = plan(CrimePlan(x0=480, months0=24, phi=1.0, direction=Direction.MAINTAIN)).if_unchanged
    assert unchanged is not None
    assert f"i {10 * unchanged:.0f} fall av 10" in row["sentence"]


def test_a_published_share_has_an_assumed_design_effect(found: dict[str, Row]) -> None:
    assert_is(found[SURVEY], plan(SurveyPlan(share0=0.6, n0=1300, neff0=1000)))
    assert found[SURVEY]["sentence"].startswith(
        "Med omkring 1\u00a0300 svar i varje omgång syns en ökning säkert först"
    )
    assert [found[SURVEY][f"change_{size}"] for size in ("small", "middle", "large")] == [3, 5, 10]


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (NO_NUMBER, "antalet svarande inte är publicerat"),
        (INDEX, "indexet inte har någon publicerad felmarginal"),
        (TOO_FEW, "utgångsläget bara har 12 anmälningar och det behövs minst 20"),
    ],
)
def test_what_can_never_be_met_says_why(found: dict[str, Row], code: str, why: str) -> None:
    row = found[code]
    assert row["sentence"] == f"Målet kan inte bli Uppfyllt, eftersom {why}."
    assert [row[name] for name in ("least_change", "chance_small", "chance_middle", "chance_large")] == [None] * 4


def test_every_measured_goal_of_a_fresh_machine_has_a_row(built_database: Path) -> None:
    """What has a baseline value has an answer, and every answer is a whole sentence."""
    with duckdb.connect(str(built_database), read_only=True) as con:
        without = con.execute(
            "SELECT goal_id FROM marts.goal_verdict v ANTI JOIN marts.detectable d USING (goal_id)"
            " WHERE v.baseline_value IS NOT NULL ORDER BY 1"
        ).fetchall()
        rows = con.execute(
            "SELECT sentence, least_change, chance_small, chance_middle, chance_large FROM marts.detectable"
        ).fetchall()
    assert without == []
    assert len(rows) > 10
    assert all(sentence.endswith(".") and sentence[0].isupper() for sentence, *_ in rows)
    assert all(number is None or 0 <= number <= 100 for _, *numbers in rows for number in numbers)
