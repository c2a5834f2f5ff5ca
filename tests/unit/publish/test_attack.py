"""An outsider with everything that is published, in every edition, cannot tell a hidden count closer than the rule.

The outsider is in attack.py and shares no code with the gate.
"""

import random

import pytest
from hypothesis import Phase, given, settings

from etl.publish.areas import Area
from etl.publish.crime_gate import gate_crime
from etl.publish.editions import EditionCell
from tests.unit.publish.attack import Edition, attack, read
from tests.unit.publish.attack_solver import Spot
from tests.unit.publish.attacked import DAY, RULE, even, publish, told, truth_of
from tests.unit.publish.municipality import (
    ELSEWHERE,
    TYPES,
    Municipality,
    municipalities,
    municipality,
    row,
    some_municipality,
)


@given(municipalities())
@settings(max_examples=6, phases=[Phase.explicit, Phase.reuse, Phase.generate])
def test_municipalities_of_all_sizes(place: Municipality) -> None:
    assert told([read(publish(place).rows)], truth_of(place.rows())) == {}


@pytest.mark.parametrize("seed", [*range(5), 310])
def test_editions_with_more_months_and_revised_figures(seed: int) -> None:
    chance = random.Random(seed)
    place = some_municipality(chance)
    earlier: list[EditionCell] = []
    editions: list[Edition] = []
    for number, months in enumerate((5, 6, 12, 12)):
        gated = publish(place, months=months, earlier=earlier, edition=str(number))
        earlier += gated.cells
        editions.append(read(gated.rows))
        assert told(editions, truth_of(place.rows(months))) == {}
        place = revised(place, chance)


@pytest.mark.parametrize("seed", range(100, 108))
def test_editions_with_one_figure_in_ten_revised(seed: int) -> None:
    """As preliminary figures are. Here the outsider knows which figures are as they were, and no more than that.

    With one in three revised, some of the many municipalities that were tried are caught between editions at the fifth.
    """
    chance = random.Random(seed)
    place = some_municipality(chance)
    earlier: list[EditionCell] = []
    editions: list[Edition] = []
    truths = []
    for number, months in enumerate((5, 6, 12, 12)):
        gated = publish(place, months=months, earlier=earlier, edition=str(number))
        earlier += gated.cells
        editions.append(read(gated.rows))
        truths.append(truth_of(place.rows(months)))
        assert told(editions, truths[-1], then=truths) == {}
        place = revised(place, chance, share=0.1)


def revised(place: Municipality, chance: random.Random, share: float = 0.02) -> Municipality:
    """That share of the counts changes by one or two."""
    crimes = {
        where: max(0, count + chance.choice([-2, -1, 1, 2])) if chance.random() < share else count
        for where, count in place.crimes.items()
    }
    return Municipality(crimes=crimes, areas=place.areas, published_types=place.published_types)


HARD = {
    "en enda i hela året": municipality([("a", "klotter", 3, 1), *even("b", "klotter", 9)], ["a", "b"]),
    "allt i ett område": municipality([("a", "klotter", 1, 3)], ["a", "b", "c"]),
    "tre utanför områdena": municipality(
        [*even("a", "klotter", 9), *even("b", "klotter", 7), (ELSEWHERE, "klotter", 2, 3)], ["a", "b"]
    ),
    "ett område är hela kommunen": municipality([*even("a", "klotter", 1)], ["a"]),
    "en liten brottstyp i en större": municipality(
        [*even("a", "klotter", 1), *even("a", "other_damage", 9), *even("b", "klotter", 8)],
        ["a", "b"],
        ("skadegorelse", "klotter"),
    ),
    "delarna är hela brottstypen": municipality(
        [*even("a", "klotter", 9), ("a", "burglary", 5, 2), *even("b", "klotter", 8), *even("b", "burglary", 3)],
        ["a", "b"],
        ("total", "skadegorelse", "theft"),
    ),
    "nollor överallt": municipality([("a", "klotter", 1, 2), ("b", "klotter", 4, 2)], ["a", "b", "c", "d"]),
    "små månader i ett kvartal": municipality([(ELSEWHERE, "klotter", m, n) for m, n in ((1, 2), (2, 9), (3, 30))], []),
}


@pytest.mark.parametrize("place", HARD.values(), ids=HARD)
def test_hard_cases(place: Municipality) -> None:
    assert told([read(publish(place).rows)], truth_of(place.rows())) == {}


def test_a_small_month_beside_months_already_shown() -> None:
    """Twelve steady months let October through early; then November is small and the exact quarter comes."""
    crimes = {(ELSEWHERE, "klotter", month): 7 for month in range(1, 11)}
    crimes |= {(ELSEWHERE, "klotter", 11): 3, (ELSEWHERE, "klotter", 12): 1}
    place = Municipality(crimes=crimes, areas=(), published_types=("klotter",))
    before = Municipality(
        crimes={(ELSEWHERE, "klotter", m): 7 for m in range(1, 13)}, areas=(), published_types=("klotter",), year=2024
    )
    earlier: list[EditionCell] = []
    editions: list[Edition] = []
    for number, months in enumerate((10, 11, 12)):
        rows = [*before.rows(), *place.rows(months)]
        gated = gate_crime(
            rows, rule=RULE, types=TYPES, areas=[], earlier=earlier, edition=str(number), published_on=DAY
        )
        earlier += gated.cells
        editions.append(read(gated.rows))
        assert told(editions, truth_of(rows)) == {}
    assert Spot("9999", "", "klotter", "polisen", "2025-10") in editions[0].counts


def test_an_area_that_was_nought_and_is_revised() -> None:
    crimes = [*even("a", "klotter", 0), *even("b", "klotter", 1), *even("c", "klotter", 9), *even("d", "klotter", 20)]
    first = municipality(crimes, "abcd")
    second = municipality([*crimes, ("a", "klotter", 1, 2)], "abcd")
    one = publish(first)
    two = publish(second, earlier=one.cells, edition="2")

    assert told([read(one.rows), read(two.rows)], truth_of(second.rows())) == {}


def test_parts_of_an_area_are_shown_without_telling_on_it() -> None:
    counts = {"": 100, "norr": 60, "söder": 40, "norr-1": 3, "norr-2": 57, "söder-1": 18, "söder-2": 19}
    inside = {"norr-1": "norr", "norr-2": "norr", "söder-1": "söder", "söder-2": "söder"}
    rows = [row(area, "total", "2025-K1", count) for area, count in counts.items()]
    areas = [Area(area_id="norr", kind="stadsdel"), Area(area_id="söder", kind="stadsdel")]
    areas += [Area(area_id=area, kind="DeSO", part_of=holder) for area, holder in inside.items()]
    found = gate_crime(rows, rule=RULE, types=TYPES, areas=areas, earlier=[], edition="1", published_on=DAY).rows

    hidden = {r["area_id"] for r in found if r["hidden_reason"]}
    edition = read(found)

    # Three in one part of norr, and three (40 − 18 − 19) in no part of söder.
    assert {"norr-1", "norr-2"} <= hidden
    assert hidden & {"söder-1", "söder-2"}
    intervals = attack([edition], TYPES.parent, truth_of(rows), knowing_labels=False, inside=inside)
    assert all(interval.width >= 5 for interval in intervals.values())
