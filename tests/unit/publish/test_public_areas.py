"""A place can be one address: it is never named, and work in it is told of what holds it."""

from typing import Any

import pytest

from etl.publish.public_areas import public_areas, unnamed_goals, without_names

NAMES = {"9999": "Exempelköping"}


def area(area_id: str, name: str, kind: str | None, part_of: str | None = None) -> dict[str, Any]:
    return {"area_id": area_id, "municipality_code": "9999", "name": name, "kind": kind, "part_of": part_of}


AREAS = public_areas(
    [
        area("N", "Norrby", "stadsdel"),
        area("R", "Norrby norra", "DeSO", "N"),
        area("P", "Storgatan 4", "plats", "R"),
        area("Q", "Torget", "plats"),
        area("K", "Kvarteret", None),
        area("X", "Ringen", "plats", "Y"),
        area("Y", "Ringen 2", "plats", "X"),
    ]
)


@pytest.mark.parametrize(
    ("area_id", "named", "counted"),
    [
        (None, True, True),
        ("N", True, True),
        ("R", True, False),
        ("P", False, False),
        ("K", False, False),
        ("?", False, False),
    ],
)
def test_divisions_are_named_and_only_coarse_ones_are_counted(area_id: str | None, named: bool, counted: bool) -> None:
    assert (AREAS.may_be_named(area_id), AREAS.may_be_counted(area_id)) == (named, counted)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Norrby", "Norrby"),
        ("Norrby norra", "Norrby"),
        ("Storgatan 4", "Norrby"),
        ("Torget", None),
        ("Kvarteret", None),
        ("Ringen", None),
        ("okänt", None),
        (None, None),
    ],
)
def test_work_is_told_of_the_nearest_coarse_area_that_holds_it(name: str | None, shown: str | None) -> None:
    assert AREAS.shown_name("9999", name) == shown


def test_a_name_of_another_municipality_is_not_that_of_this_one() -> None:
    assert AREAS.shown_name("1263", "Norrby") is None


def test_a_name_that_is_also_that_of_a_division_is_told() -> None:
    areas = public_areas([area("T", "Torget", "plats"), area("S", "Torget", "stadsdel")])
    assert areas.shown_name("9999", "Torget") == "Torget"


def test_a_goal_on_a_place_says_only_what_it_lies_in() -> None:
    def goal(area_id: str | None, name: str | None) -> dict[str, Any]:
        return {"municipality_code": "9999", "area_id": area_id, "area_name": name}

    told = unnamed_goals([goal("P", "Storgatan 4"), goal("Q", "Torget"), goal("N", "Norrby")], AREAS, NAMES)
    assert [(row["is_unnamed"], row["area_id"], row["area_name"]) for row in told] == [
        (True, None, "ett mindre område i Norrby norra"),
        (True, None, "ett mindre område i Exempelköping"),
        (False, "N", "Norrby"),
    ]


def told(sentence: str, *said: str) -> str:
    row = {"municipality_code": "9999", "promise_id": "Torget", "sentence": sentence, "count": None}
    (found,) = without_names([row], AREAS, NAMES, said)
    assert (found["promise_id"], found["count"]) == ("Torget", None)
    return str(found["sentence"])


def test_made_sentences_do_not_name_places() -> None:
    assert told("Ofredandena i Storgatan 4 minskade.") == "Ofredandena i ett mindre område i Norrby norra minskade."
    assert told("Torgets läge") == "ett mindre område i Exempelköpings läge"
    assert told("I Norrby och på Torgetparken") == "I Norrby och på Torgetparken"


def test_a_name_that_the_promise_itself_says_is_no_secret() -> None:
    assert told("Tryggare på Torget.", "Det ska bli tryggare på Torget.") == "Tryggare på Torget."
