"""Everything that is published of a fresh machine's database, attacked: series, goals and trends together."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from etl.build.reference import read_reference
from etl.publish.crime_types import crime_types
from etl.publish.gates import Edition, gate_everything
from etl.publish.public_database import open_inside, read_mart
from tests.unit.publish.attack import read
from tests.unit.publish.attack_solver import Spot
from tests.unit.publish.attacked import only_small, told, truth_of

Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def inside(built_database: Path) -> Rows:
    con = open_inside(built_database)
    try:
        return [row for row in read_mart(con, "crime_series") if row["municipality_code"] == "9999"]
    finally:
        con.close()


@pytest.fixture(scope="module")
def published(built_database: Path) -> Edition:
    con = open_inside(built_database)
    try:
        return gate_everything(
            con, earlier=[], edition="1", published_on=date(2026, 11, 22), progress=lambda what, rows: None
        )
    finally:
        con.close()


def counts_of_goals(published: Edition) -> dict[Spot, int]:
    """The counts that stand at the points of goals."""
    goals = {row["goal_id"]: row for row in published.marts["goal_verdict"] if row["measure"] == "brott"}
    return {
        Spot(
            goal["municipality_code"],
            goal["area_id"] or "",
            goal["indicator"].removeprefix("brott:"),
            point["instrument"],
            point["period"],
        ): int(point["count"])
        for point in published.marts["goal_point"]
        if (goal := goals.get(point["goal_id"])) is not None and point["count"] is not None
    }


def test_series_and_goals_together_tell_no_hidden_count(published: Edition, inside: Rows) -> None:
    edition = read(row for row in published.marts["crime_series"] if row["municipality_code"] == "9999")
    assert len(edition.hidden) > 200

    edition.counts |= {spot: count for spot, count in counts_of_goals(published).items() if spot.municipality == "9999"}

    assert not edition.counts.keys() & edition.hidden.keys()
    assert told([edition], truth_of(inside), crime_types(read_reference().tables["brottstyper"]).parent) == {}


def test_publishing_the_same_database_again_changes_nothing(built_database: Path, published: Edition) -> None:
    con = open_inside(built_database)
    try:
        again = gate_everything(
            con,
            earlier=published.cells,
            earlier_surveys=published.surveys,
            edition="2",
            published_on=date(2026, 11, 23),
            progress=lambda what, rows: None,
        )
    finally:
        con.close()

    assert published.surveys
    assert again.cells == again.surveys == []
    assert again.marts == published.marts


def test_goals_show_the_counts_of_the_series_and_no_others(published: Edition) -> None:
    edition = read(published.marts["crime_series"])
    counts = counts_of_goals(published)

    assert len(counts) > 100
    assert counts.items() <= edition.counts.items()


def test_trends_rest_on_months_that_are_all_shown(published: Edition) -> None:
    counts = read(published.marts["crime_series"]).counts
    assert published.marts["trend"]

    for trend in published.marts["trend"]:
        assert trend["area_id"] is None
        months = [
            spot
            for spot in counts
            if (spot.municipality, spot.crime_type, spot.definition, spot.area)
            == (trend["municipality_code"], trend["crime_type"], trend["definition"], "")
            and trend["first_period"] <= spot.period <= trend["last_period"]
            and spot.period[5:].isdigit()
        ]
        assert len(months) == trend["months"]


def test_the_same_database_with_only_small_counts_hidden_is_got_through(inside: Rows) -> None:
    one_year = [row for row in inside if row["period"].startswith("2024")]
    parents = crime_types(read_reference().tables["brottstyper"]).parent

    assert told([read(only_small(one_year))], truth_of(one_year), parents) != {}
