"""Real published limits: how often a municipality's change from one year to the next is more than chance."""

import csv
from collections.abc import Iterable
from itertools import pairwise

import pytest

from etl.evaluate.published_change import PublishedChange, PublishedShare, published_change
from tests.support import shared_path

UNSAFE = "Otrygghet vid utevistelse sent på kvällen i det egna bostadsområdet"
DAMAGE = "Problem med skadegörelse i det egna bostadsområdet"
NOT_MUNICIPALITIES = ("Hela landet", "Dalarnas län")
Series = dict[tuple[str, int], PublishedShare]

# Brå, Nationella trygghetsundersökningen per kommun ("Indikatorer för kommuners lägesbild"): andel otrygga sent på
# kvällen, procent, med undre och övre 95-procentsgräns.
TYPED: Series = {
    (place, year): PublishedShare(value=value, low=low, high=high)
    for place, year, value, low, high in (
        ("Ludvika", 2017, 33, 30, 37),
        ("Ludvika", 2023, 30, 24, 36),
        ("Ludvika", 2024, 21, 16, 27),
        ("Ludvika", 2025, 25, 20, 31),
        ("Leksand", 2017, 14, 10, 18),
        ("Leksand", 2022, 16, 12, 20),
        ("Leksand", 2023, 10, 7, 14),
        ("Leksand", 2025, 13, 9, 17),
        ("Falun", 2017, 20, 16, 24),
        ("Falun", 2025, 19, 15, 23),
        ("Mora", 2017, 19, 15, 23),
        ("Mora", 2025, 14, 10, 18),
        ("Vansbro", 2017, 18, 13, 23),
        ("Vansbro", 2025, 14, 9, 21),
    )
}


def change(series: Series, place: str, first: int, last: int) -> PublishedChange:
    return published_change(series[place, first], series[place, last])


@pytest.mark.parametrize(
    ("place", "first", "last", "significant"),
    [
        ("Ludvika", 2023, 2024, True),
        ("Ludvika", 2024, 2025, False),
        ("Leksand", 2022, 2023, True),
        ("Ludvika", 2017, 2025, True),
        ("Leksand", 2017, 2025, False),
        ("Falun", 2017, 2025, False),
        ("Mora", 2017, 2025, False),
        ("Vansbro", 2017, 2025, False),
    ],
)
def test_typed_in_figures(place: str, first: int, last: int, significant: bool) -> None:
    found = change(TYPED, place, first, last)
    assert found.is_significant is significant
    assert not found.intervals_apart


@pytest.fixture(scope="module")
def published() -> dict[str, Series]:
    """Both questions of every municipality in the sample: place and year to share with limits."""
    path = shared_path("samples/bra_kommunindikatorer/bra_kommunindikatorer_dalarna_a.csv")
    parts: dict[tuple[str, str, int], dict[str, float]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            if row["variabel"] in (UNSAFE, DAMAGE) and row["geografi"] not in NOT_MUNICIPALITIES and row["varde"]:
                part = "low" if "undre gräns" in row["enhet"] else "high" if "övre gräns" in row["enhet"] else "value"
                key = (row["variabel"], row["geografi"], int(row["ar"]))
                parts.setdefault(key, {})[part] = float(row["varde"])
    found: dict[str, Series] = {UNSAFE: {}, DAMAGE: {}}
    for (question, place, year), known in parts.items():
        found[question][place, year] = PublishedShare(**known)
    return found


def yearly(series: Series) -> list[PublishedChange]:
    return [
        published_change(series[one], series[next_one])
        for one, next_one in pairwise(sorted(series))
        if one[0] == next_one[0] and next_one[1] == one[1] + 1
    ]


def significant(changes: Iterable[PublishedChange]) -> int:
    return sum(each.is_significant for each in changes)


def test_the_typed_in_figures_are_the_published_ones(published: dict[str, Series]) -> None:
    assert {key: published[UNSAFE][key] for key in TYPED} == TYPED


@pytest.mark.parametrize(
    ("question", "known"),
    # Of 15 municipalities and 120 changes, 5 and 7 were found significant by a difference test. The sample holds seven.
    [(UNSAFE, 5 / 120), (DAMAGE, 7 / 120)],
)
def test_few_changes_from_one_year_to_the_next_are_more_than_chance(
    published: dict[str, Series], question: str, known: float
) -> None:
    changes = yearly(published[question])
    assert len(changes) == 7 * 8
    assert significant(changes) / len(changes) == pytest.approx(known, abs=0.02)
    assert not any(each.intervals_apart for each in changes)


def test_eight_years_can_show_what_one_cannot(published: dict[str, Series]) -> None:
    """4 of 15 municipalities over 2017–2025; among the seven of the sample one, Ludvika."""
    series = published[UNSAFE]
    places = sorted({place for place, _ in series})
    shown = [place for place in places if change(series, place, 2017, 2025).is_significant]
    assert shown == ["Ludvika"]
    assert len(shown) / len(places) == pytest.approx(4 / 15, abs=0.15)
