"""The made-up municipality has a known story, and the build must tell it."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from etl.demo import STORY

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def verdicts(built_database: Path) -> dict[str, str]:
    with duckdb.connect(str(built_database), read_only=True) as con:
        return dict(
            con.execute(
                "SELECT goal_id, verdict FROM marts.goal_verdict"
                " UNION ALL SELECT commitment_id, verdict FROM marts.commitment_verdict WHERE verdict IS NOT NULL"
            ).fetchall()
        )


@pytest.mark.parametrize(("part", "expected"), sorted(STORY.verdicts_on(TODAY).items()))
def test_each_commitment_and_goal_gets_the_verdict_of_the_story(
    verdicts: dict[str, str], part: str, expected: str
) -> None:
    assert verdicts[part] == expected


def test_all_four_verdicts_occur(verdicts: dict[str, str]) -> None:
    assert set(verdicts.values()) == {"Uppfyllt", "På väg", "Ej uppfyllt", "Går inte att avgöra"}


def test_the_promises_get_the_verdicts_of_the_story(built_database: Path) -> None:
    with duckdb.connect(str(built_database), read_only=True) as con:
        found = {
            promise: (done, better)
            for promise, done, better in con.execute(
                "SELECT promise_id, commitment_verdict, goal_verdict FROM marts.promise"
                " WHERE municipality_code = '9999'"
            ).fetchall()
        }

    for promise, done in STORY.promise_commitments.items():
        if done.holds_on(TODAY):
            assert found[promise][0] == done.verdict
    for promise, better in STORY.promise_goals.items():
        if better.holds_on(TODAY):
            assert found[promise][1] == better.verdict
    assert len(found) == len(STORY.promise_goals)


def test_everything_made_up_says_so(built_database: Path) -> None:
    with duckdb.connect(str(built_database), read_only=True) as con:
        (fictitious,) = con.execute(
            "SELECT list(DISTINCT municipality_code) FROM marts.crime_series WHERE is_fictitious"
        ).fetchall()[0]
        (unmarked,) = con.execute(
            "SELECT count(*) FROM marts.crime_series WHERE municipality_code = '9999' AND source NOT ILIKE '%påhittad%'"
        ).fetchall()[0]

    assert fictitious == ["9999"]
    assert unmarked == 0
