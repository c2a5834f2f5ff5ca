"""The memory of what has been published."""

from datetime import date
from typing import Any

from etl.publish.cells import Relation
from etl.publish.crime_keys import CrimeKey
from etl.publish.editions import EditionCell, changed_cells, left_out, states
from etl.publish.released import HIDDEN, once_hidden, once_shown, still_known, then_relations
from etl.publish.rule import LEFT_OUT
from tests.unit.publish.municipality import row

FIRST, SECOND = date(2026, 1, 2), date(2026, 4, 2)
A, B, WHOLE = (CrimeKey(place, "total", "kvartal", "2025-K1") for place in ("a", "b", ""))
HELD = "färre än 5"


def shown(area: str, count: int | None, reason: str | None = None) -> dict[str, Any]:
    return {**row(area, "total", "2025-K1", count), "hidden_reason": reason}


def first() -> list[EditionCell]:
    return changed_cells([shown("a", None, HELD), shown("", 30)], [], edition="1", published_on=FIRST)


def test_the_first_edition_writes_all_it_shows_and_hides_and_no_hidden_count() -> None:
    assert [(cell.area_id, cell.count, cell.hidden_reason) for cell in first()] == [("a", None, HELD), (None, 30, None)]
    assert {(cell.edition, cell.published_on) for cell in first()} == {("1", FIRST)}


def test_a_later_edition_writes_what_has_changed() -> None:
    rows = [shown("a", None, HELD), shown("", 31)]

    later = changed_cells(rows, first(), edition="2", published_on=SECOND)

    assert [(cell.area_id, cell.count, cell.edition) for cell in later] == [(None, 31, "2")]


def test_what_is_not_there_any_more_is_written_once() -> None:
    gone = changed_cells([shown("", 30)], first(), edition="2", published_on=SECOND)
    after = changed_cells([shown("", 30)], [*first(), *gone], edition="3", published_on=SECOND)

    assert [(cell.area_id, cell.count, cell.hidden_reason) for cell in gone] == [("a", None, None)]
    assert after == []


def test_what_was_left_out_stays_out_and_was_neither_shown_nor_hidden() -> None:
    cells = changed_cells([shown("a", None, LEFT_OUT), shown("", 3)], [], edition="1", published_on=FIRST)

    assert left_out(cells) == {("polisen", "2025"): {A}}
    assert states(cells) == {("polisen", "2025"): [{WHOLE: 3}]}


def test_each_edition_can_be_told_from_the_rows_up_to_it() -> None:
    later = changed_cells([shown("a", 6), shown("", 33)], first(), edition="2", published_on=SECOND)

    assert states([*later, *first()]) == {("polisen", "2025"): [{A: HIDDEN, WHOLE: 30}, {A: 6, WHOLE: 33}]}


def test_what_a_reader_remembers() -> None:
    editions = [{A: HIDDEN, B: 7, WHOLE: 30}, {A: HIDDEN, B: 8, WHOLE: 31}]
    now = {A: 3, B: 8, WHOLE: 31}

    assert once_hidden(editions) == {A}
    assert once_shown(editions) == {B, WHOLE}
    assert still_known(editions, now) == {B, WHOLE}
    assert still_known(editions, {**now, B: 9}) == {WHOLE}


def test_an_old_sum_still_tells_of_counts_that_have_not_been_revised() -> None:
    total = Relation(terms=((A, 1), (B, 1), (WHOLE, -1)), equal=True)
    then = {B: 7, WHOLE: 10}

    assert list(then_relations([total], then, {A: 3, B: 9, WHOLE: 12})) == [
        Relation(terms=((A, 1),), equal=True, constant=3)
    ]


def test_an_old_sum_of_counts_that_have_been_revised_tells_nothing() -> None:
    total = Relation(terms=((A, 1), (B, 1), (WHOLE, -1)), equal=True)

    assert list(then_relations([total], {B: 7, WHOLE: 10}, {A: 4, B: 9, WHOLE: 13})) == []


def test_an_old_sum_that_is_the_same_as_now_is_not_repeated() -> None:
    total = Relation(terms=((A, 1), (B, 1), (WHOLE, -1)), equal=True)

    assert list(then_relations([total], {B: 9, WHOLE: 12}, {A: 3, B: 9, WHOLE: 12})) == []
