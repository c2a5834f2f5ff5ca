"""What the gate lets through of reported crime, row by row."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from etl.publish.areas import Area
from etl.publish.crime_gate import BLANKED, GatedCrime, gate_crime
from etl.publish.editions import EditionCell
from etl.publish.rule import HIDDEN_COMPLEMENT, CellRule
from tests.unit.publish.municipality import (
    ELSEWHERE,
    TYPES,
    Municipality,
    municipalities,
    municipality,
    row,
    with_rolling,
)

SMALL = "färre än 5"
Rows = list[dict[str, Any]]


def gated(rows: Rows, *areas: str, earlier: list[EditionCell] | None = None, edition: str = "1") -> GatedCrime:
    return gate_crime(
        rows,
        rule=CellRule(),
        types=TYPES,
        areas=[Area(area_id=area, kind="stadsdel") for area in areas],
        earlier=earlier or [],
        edition=edition,
        published_on=date(2026, 1, 2),
    )


def by_period(found: GatedCrime, area: str = "") -> dict[str, Any]:
    """Period to what is shown: the count, or why it is hidden."""
    return {r["period"]: r["hidden_reason"] or r["count"] for r in found.rows if (r["area_id"] or "") == area}


def quarters(area: str, *counts: int, **more: Any) -> Rows:
    return [row(area, "total", f"2025-K{number}", count, **more) for number, count in enumerate(counts, start=1)]


def months(*counts: int, year: int = 2025, definition: str = "polisen") -> Rows:
    return with_rolling(
        [
            row("", "total", f"{year}-{number:02d}", count, definition=definition)
            for number, count in enumerate(counts, start=1)
        ]
    )


def test_quarters_and_years_of_a_municipality_are_exact_however_small() -> None:
    found = gated([*quarters("", 1, 0, 3, 4), row("", "total", "2025", 8), row("", "total", "2025-H1", 1)])

    assert by_period(found) == {"2025-K1": 1, "2025-K2": 0, "2025-K3": 3, "2025-K4": 4, "2025": 8, "2025-H1": 1}


def test_months_are_exact_where_bra_publishes_them() -> None:
    found = gated(months(1, 2, 3, definition="Brå per kommun och månad"))

    assert by_period(found) == {"2025-01": 1, "2025-02": 2, "2025-03": 3, "2025-K1": 6}
    assert found.cells == []


def test_other_small_months_are_hidden_with_another_that_keeps_their_secret() -> None:
    assert by_period(gated(months(2, 30, 12))) == {
        "2025-01": SMALL,
        "2025-02": 30,
        "2025-03": HIDDEN_COMPLEMENT,
        "2025-K1": 44,
    }


def test_a_type_that_bra_does_not_publish_by_month_is_not_exact_even_under_bras_name() -> None:
    rows = [row("", "klotter", f"2025-{n:02d}", count, definition="Brå") for n, count in ((1, 2), (2, 30), (3, 12))]

    assert by_period(gated(rows))["2025-01"] == SMALL


def test_months_in_an_exact_quarter_of_three_are_not_there_at_all() -> None:
    assert by_period(gated(months(3, 0, 0))) == {"2025-K1": 3}


def test_a_month_before_its_quarter_is_whole_waits_unless_the_series_is_far_from_small() -> None:
    year = months(*[20] * 12, year=2024)
    steady, shaky = [*year, *months(20)], [*year[:-1], row("", "total", "2024-12", 4), *months(20)]

    assert by_period(gated(steady))["2025-01"] == 20
    assert "2025-01" not in by_period(gated(shaky))
    assert "2025-01" not in by_period(gated(months(20)))


def test_areas_have_quarters_and_years_and_never_months_or_weeks() -> None:
    place = municipality([(area, "klotter", month, 9) for area in "ab" for month in range(1, 13)], "ab")
    extra = [row("a", "total", "2025-H1", 54), row("a", "total", "2025-V07", 2), row("", "total", "2025-V07", 4)]

    found = gated([*place.rows(), *extra], "a", "b")

    assert by_period(found, "a") == {f"2025-K{n}": 27 for n in range(1, 5)} | {"2025": 108}
    assert "2025-V07" not in by_period(found)


def test_a_hidden_count_takes_with_it_all_it_could_be_computed_from() -> None:
    found = gated([*quarters("", 50), *quarters("a", 3, rate_printed=30.0), *quarters("b", 47)], "a", "b")
    hidden = [r for r in found.rows if r["hidden_reason"]]

    assert {r["area_id"] for r in hidden} == {"a", "b"}
    assert {r[name] for r in hidden for name in BLANKED} == {None}
    assert set(hidden[0]) == set(row("", "total", "2025", 1))


def test_a_rate_without_a_count_is_not_shown_for_an_area() -> None:
    found = gated([*quarters("", 50), row("a", "total", "2025-K1", None, rate_printed=30.0, population_mean=9e3)], "a")

    assert [r["rate_printed"] for r in found.rows if r["area_id"]] == [None]


def test_zeros_are_shown() -> None:
    found = gated([*quarters("", 50), *quarters("a", 0), *quarters("b", 3), *quarters("c", 47)], "a", "b", "c")

    assert by_period(found, "a") == {"2025-K1": 0}


def test_what_is_left_outside_the_areas_is_protected_too() -> None:
    found = gated([*quarters("", 53), *quarters("a", 20), *quarters("b", 30)], "a", "b")

    assert [r["hidden_reason"] for r in found.rows if r["area_id"]] in (
        [HIDDEN_COMPLEMENT, None],
        [None, HIDDEN_COMPLEMENT],
    )


def test_areas_that_count_more_than_the_municipality_are_not_shown() -> None:
    assert by_period(gated([*quarters("", 10), *quarters("a", 20)], "a"), "a") == {}


def test_an_area_that_the_register_does_not_know_is_not_shown() -> None:
    assert by_period(gated([*quarters("", 50), *quarters("a", 20)]), "a") == {}


def test_the_same_count_under_two_definitions_is_hidden_under_both() -> None:
    first = [*quarters("", 60), *quarters("a", 3), *quarters("b", 17), *quarters("c", 40)]
    second = [
        *quarters("", 61, definition="polisen, annan"),
        *quarters("a", 6, definition="polisen, annan"),
        *quarters("b", 17, definition="polisen, annan"),
        *quarters("c", 38, definition="polisen, annan"),
    ]
    found = gated([*first, *second], "a", "b", "c")

    hidden: dict[str, set[str]] = {}
    for r in found.rows:
        if r["hidden_reason"]:
            hidden.setdefault(r["definition"], set()).add(r["area_id"])
    assert hidden["polisen"] == {"a", "b"} <= hidden["polisen, annan"]


def test_a_sum_of_twelve_months_is_shown_where_all_of_them_or_their_four_quarters_are() -> None:
    year = [30, 30, 30, 30, 30, 30, 30, 3, 12, 30, 30, 30]
    found = gated(with_rolling([*months(*[30] * 12, year=2024), *months(*year)]))
    rolling = {r["period"]: r["rolling_12"] for r in found.rows if r["rolling_12"] is not None}

    assert rolling == {
        "2024-12": 360,
        **{f"2025-{month:02d}": 360 for month in range(1, 8)},
        "2025-12": 315,
    }


def test_regions_larger_than_a_municipality_are_exact_and_others_are_left_out() -> None:
    def of(region: str, period: str = "2025", definition: str = "polisen") -> dict[str, Any]:
        return row("", "total", period, 3, code=None, region=region, definition=definition)

    rows = [
        of("Hela landet"),
        of("Skåne län", "2025-K1"),
        of("Region Syd"),
        of("Lokalpolisområde Södermalm"),
        of("Region Norrby"),
        of("12 Rinkeby"),
        of("Stadsdelsområde Bromma (Okänd)"),
        of("Skåne län", "2025-03"),
        of("Skåne län", "2025-04", "Brå per kommun och månad"),
        of("Skåne län", "2025-V01"),
    ]

    assert {(r["region"], r["period"], r["count"]) for r in gated(rows).rows} == {
        ("Hela landet", "2025", 3),
        ("Skåne län", "2025-K1", 3),
        ("Region Syd", "2025", 3),
        ("Skåne län", "2025-04", 3),
    }


@given(municipalities())
@settings(max_examples=4)
def test_no_small_count_is_shown_outside_exact_totals_and_order_does_not_matter(place: Municipality) -> None:
    found = gated(place.rows(), *place.areas)

    fine = [r for r in found.rows if r["area_id"] or r["granularity"] == "månad"]
    assert not [r for r in fine if r["count"] is not None and 0 < r["count"] < 5]
    assert not [r for r in fine if r["hidden_reason"] and any(r[name] is not None for name in BLANKED)]
    assert gated(place.rows()[::-1], *place.areas[::-1]) == found


def test_publishing_the_same_again_changes_nothing() -> None:
    place = municipality([(area, "klotter", m, m % 5) for area in ("a", "b", ELSEWHERE) for m in range(1, 13)], "ab")
    first = gated(place.rows(), "a", "b")

    again = gated(place.rows(), "a", "b", earlier=first.cells, edition="2")

    assert again == GatedCrime(rows=first.rows, cells=[])


@pytest.mark.parametrize("later", [7, 0])
def test_what_has_been_hidden_stays_hidden(later: int) -> None:
    first = gated([*quarters("", 90), *quarters("a", 3), *quarters("b", 27), *quarters("c", 60)], "a", "b", "c")
    assert by_period(first, "a") == {"2025-K1": SMALL}
    rows = [*quarters("", 87 + later), *quarters("a", later), *quarters("b", 27), *quarters("c", 60)]

    second = gated(rows, "a", "b", "c", earlier=first.cells, edition="2")

    assert by_period(second, "a") in ({"2025-K1": HIDDEN_COMPLEMENT}, {})
    assert by_period(second, "b") in ({"2025-K1": HIDDEN_COMPLEMENT}, {})
