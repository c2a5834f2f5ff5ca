"""Areas with new ids, or gone: their old counts are remembered, so what stood beside them is not told."""

from typing import Any

import pytest

from etl.publish.areas import Area
from etl.publish.crime_gate import gate_crime
from tests.unit.publish.attack import read
from tests.unit.publish.attacked import DAY, RULE, Rows, publish, told, truth_of
from tests.unit.publish.municipality import TYPES, Municipality, municipality
from tests.unit.publish.test_other_definitions import BEFORE, REVISED


def place(counts: dict[str, int]) -> Municipality:
    rest = [(area, "klotter", month, 30) for area in counts for month in (4, 7, 10)]
    return municipality([*rest, *((area, "klotter", 1, count) for area, count in counts.items())], sorted(counts))


def quarter(rows: Rows, area: str, number: int = 1) -> list[Any]:
    return [row["count"] for row in rows if (row["area_id"], row["period"]) == (area, f"2025-K{number}")]


@pytest.mark.parametrize("after", REVISED)
def test_new_ids_and_a_revision_tell_no_small_count(after: dict[str, int]) -> None:
    first = publish(place(BEFORE))
    second = publish(place({f"{area}-v2": count for area, count in after.items()}), earlier=first.cells, edition="2")
    as_before = [{**row, "area_id": row["area_id"] and row["area_id"].removesuffix("-v2")} for row in second.rows]

    assert told([read(first.rows), read(as_before)], truth_of(place(after).rows())) == {}


def test_one_area_less_and_a_revision_tell_no_small_count() -> None:
    first = publish(place(BEFORE))
    after = place({**BEFORE, "c": 5})
    without = [row for row in after.rows() if row["area_id"] != "d"]
    areas = [Area(area_id=area, kind="stadsdel") for area in "abc"]
    second = gate_crime(
        without, rule=RULE, types=TYPES, areas=areas, earlier=first.cells, edition="2", published_on=DAY
    )

    assert told([read(first.rows), read(second.rows)], truth_of(after.rows())) == {}
    assert not any(row["area_id"] for row in second.rows)


def test_areas_come_back_when_the_one_that_was_gone_does() -> None:
    first = publish(place(BEFORE))
    gone = publish(place({area: BEFORE[area] for area in "abc"}), earlier=first.cells, edition="2")
    back = publish(place(BEFORE), earlier=[*first.cells, *gone.cells], edition="3")

    assert quarter(gone.rows, "b", 2) == []
    assert back.rows == first.rows


def test_periods_in_which_nothing_is_gone_are_shown() -> None:
    first = publish(place(BEFORE), months=3)
    renamed = place({f"{area}-v2": count for area, count in BEFORE.items()})
    second = publish(renamed, earlier=first.cells, edition="2")

    assert quarter(second.rows, "a-v2", 1) == []
    assert [quarter(second.rows, area, 3) for area in ("b-v2", "c-v2", "d-v2")] == [[30]] * 3
