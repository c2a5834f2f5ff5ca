"""A definition with a new name is no new beginning: what was hidden stays hidden, and what was shown is known."""

from dataclasses import replace
from datetime import date

import pytest

from etl.publish.crime_keys import CrimeKey
from etl.publish.editions import EditionCell, left_out, states
from etl.publish.other_definitions import Memory
from etl.publish.released import HIDDEN
from etl.publish.rule import LEFT_OUT
from tests.unit.publish.attack import read, spot_of
from tests.unit.publish.attacked import Rows, publish, told, truth_of
from tests.unit.publish.municipality import CODE, TYPES, Municipality, municipality

NEW = "polisen, nytt system"


def place(counts: dict[str, int], definition: str = "polisen") -> Municipality:
    """January as given, and thirty crimes in each area in the other quarters."""
    rest = [(area, "klotter", month, 30) for area in "abcd" for month in (4, 7, 10)]
    crimes = [*rest, *((area, "klotter", 1, count) for area, count in counts.items())]
    return municipality(crimes, "abcd", definition=definition)


def as_police(rows: Rows) -> Rows:
    """Whoever compares the editions does not care what the definition is called."""
    return [{**row, "definition": "polisen"} for row in rows]


BEFORE = {"a": 3, "b": 12, "c": 20, "d": 40}
REVISED = [{**BEFORE, "c": 5}, {**BEFORE, "c": 4}, {**BEFORE, "b": 3}, {**BEFORE, "a": 6, "b": 2}, {**BEFORE, "d": 41}]


@pytest.mark.parametrize("after", REVISED)
def test_a_new_name_and_a_revision_tell_no_small_count(after: dict[str, int]) -> None:
    first = publish(place(BEFORE))
    second = publish(place(after, NEW), earlier=first.cells, edition="2")
    truth = {spot_of(row): row["count"] for row in as_police(place(after).rows())} | truth_of(place(after).rows())

    assert told([read(first.rows), read(as_police(second.rows))], truth) == {}


def test_without_that_memory_the_attack_gets_through() -> None:
    after = REVISED[0]
    first, forgetful = publish(place(BEFORE)), publish(place(after, NEW), edition="2")

    assert told([read(first.rows), read(as_police(forgetful.rows))], truth_of(place(after).rows())) != {}


def test_the_same_counts_with_a_new_name_are_hidden_in_the_same_places() -> None:
    first = publish(place(BEFORE))
    second = publish(place(BEFORE, NEW), earlier=first.cells, edition="2")
    back = publish(place(BEFORE), earlier=[*first.cells, *second.cells], edition="3")

    assert as_police(second.rows) == first.rows == back.rows


def remembered(
    then: int | None, reason: str | None, *, now: dict[str, dict[CrimeKey, int | None]], key: CrimeKey
) -> Memory:
    found = cell(then, reason, key)
    return Memory(states=states([found]), left_out=left_out([found]), counts=now, types=TYPES)


def cell(then: int | None, reason: str | None, key: CrimeKey) -> EditionCell:
    return EditionCell(
        municipality_code=CODE, area_id=key.place or None, region=None, crime_type=key.crime_type,
        definition="polisen", granularity=key.granularity, period=key.period, published_on=date(2026, 1, 2),
        edition="1", count=then, hidden_reason=reason,
    )  # fmt: skip


AREA, MONTH = CrimeKey("a", "total", "kvartal", "2025-K1"), CrimeKey("", "total", "månad", "2025-01")


@pytest.mark.parametrize(("then", "told_then"), [(7, {AREA: 7}), (None, {AREA: HIDDEN})])
def test_every_definition_remembers_what_one_has_told(then: int | None, told_then: dict[CrimeKey, int | str]) -> None:
    memory = remembered(then, None if then else "färre än 5", now={NEW: {AREA: 0}}, key=AREA)

    assert memory.states_for((NEW, "2025")) == [told_then]
    assert memory.states_for((NEW, "2024")) == []


def test_a_zero_is_not_hidden_for_a_count_that_still_stands_beside_it() -> None:
    memory = remembered(None, "färre än 5", now={NEW: {AREA: 0}, "polisen": {AREA: 3}}, key=AREA)

    assert memory.states_for((NEW, "2025")) == [{}]


def test_months_that_one_definition_shows_exactly_are_no_memory_of_another() -> None:
    of_month: dict[CrimeKey, int | None] = {MONTH: 3}
    police, bra = {"polisen": of_month}, {"Brå": of_month}

    assert remembered(None, "färre än 5", now=police | bra, key=MONTH).states_for(("Brå", "2025")) == [{}]
    assert remembered(3, None, now=police, key=MONTH).states_for(("polisen", "2025")) == [{MONTH: 3}]


def test_what_was_left_out_stays_out_under_a_new_name() -> None:
    memory = remembered(None, LEFT_OUT, now={NEW: {AREA: 3}}, key=AREA)
    assert memory.left_out_for((NEW, "2025")) == memory.left_out_for(("polisen", "2025")) == {AREA}


def test_what_was_left_out_stays_out_after_an_edition_without_it() -> None:
    cells = [cell(None, LEFT_OUT, AREA), replace(cell(None, None, AREA), edition="2")]

    assert left_out(cells) == {("polisen", "2025"): {AREA}}
