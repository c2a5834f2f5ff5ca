"""Areas that overlap are never shown together."""

from typing import Any

from etl.publish.areas import Area, shown_areas
from etl.publish.crime_keys import WHOLE
from tests.unit.publish.municipality import row


def rows(**counts: int) -> list[dict[str, Any]]:
    """Rows of one year: the whole (as `whole`) and areas."""
    return [row("" if name == "whole" else name, "total", "2025", count) for name, count in counts.items()]


def test_one_kind_is_shown_the_one_with_most_rows() -> None:
    areas = [
        Area(area_id="a", kind="stadsdel"),
        Area(area_id="d1", kind="DeSO"),
        Area(area_id="d2", kind="DeSO"),
    ]

    assert shown_areas(areas, rows(whole=90, a=20, d1=9, d2=8), ()) == {"d1": WHOLE, "d2": WHOLE}


def test_the_kind_that_has_been_shown_before_is_shown_again() -> None:
    areas = [Area(area_id="a", kind="stadsdel"), Area(area_id="d1", kind="DeSO"), Area(area_id="d2", kind="DeSO")]

    assert shown_areas(areas, rows(whole=90, a=20, d1=9, d2=8), {"a"}) == {"a": WHOLE}


def test_kinds_that_together_are_the_whole_are_shown_together() -> None:
    areas = [Area(area_id="a", kind="stadsdel"), Area(area_id="t", kind="tätort")]

    assert shown_areas(areas, rows(whole=28, a=20, t=8), ()) == {"a": WHOLE, "t": WHOLE}
    assert shown_areas(areas, rows(whole=29, a=20, t=8), ()) == {"a": WHOLE}


def test_a_part_of_an_area_is_shown_inside_it() -> None:
    areas = [Area(area_id="a", kind="stadsdel"), Area(area_id="d", kind="DeSO", part_of="a")]

    assert shown_areas(areas, rows(whole=90, a=20, d=8), ()) == {"a": WHOLE, "d": "a"}


def test_a_holder_without_figures_is_passed_by() -> None:
    areas = [
        Area(area_id="a", kind="stadsdel"),
        Area(area_id="r", kind="RegSO", part_of="a"),
        Area(area_id="d", kind="DeSO", part_of="r"),
    ]

    assert shown_areas(areas, rows(whole=90, a=20, d=8), ()) == {"a": WHOLE, "d": "a"}


def test_areas_that_hold_each_other_do_not_lock_up() -> None:
    areas = [Area(area_id="a", kind="DeSO", part_of="b"), Area(area_id="b", kind="DeSO", part_of="a")]

    assert shown_areas(areas, rows(whole=90, a=20, b=8), ()) == {}


def test_places_and_areas_of_no_kind_are_not_shown() -> None:
    areas = [Area(area_id="p", kind="plats"), Area(area_id="x"), Area(area_id="a", kind="tätort")]

    assert shown_areas(areas, rows(whole=90, a=20, p=8, x=7), ()) == {"a": WHOLE}
