"""That the outsider is good at it is shown on gates that forget something: it gets through every one of them."""

from collections.abc import Callable

import pytest

from etl.publish.crime_gate import gate_crime
from etl.publish.rule import HIDDEN_COMPLEMENT
from etl.publish.whole_rows import with_whole_periods
from tests.unit.publish.attack import SMALL, read, spot_of
from tests.unit.publish.attacked import DAY, RULE, Rows, blanked, even, only_small, publish, told, truth_of
from tests.unit.publish.municipality import (
    ELSEWHERE,
    TYPES,
    Municipality,
    municipality,
    with_rolling,
)

BUSY = municipality(
    [*even("a", "klotter", 1), ("a", "klotter", 5, 9), *even("b", "klotter", 6), *even("c", "klotter", 20)], "abc"
)


def with_column(name: str) -> Callable[[], Rows]:
    """The gate's rows with one column of the hidden rows as it was."""

    def rows() -> Rows:
        real = {spot_of(row): row for row in with_whole_periods(BUSY.rows())}
        return [
            {**row, name: real[spot_of(row)][name]} if row["hidden_reason"] else dict(row) for row in publish(BUSY).rows
        ]

    return rows


FORGETFUL: dict[str, Callable[[], Rows]] = {
    "döljer bara de små": lambda: only_small(BUSY.rows()),
    "glömmer talet per 100 000": with_column("rate_per_100k"),
    "glömmer nedre gränsen": with_column("rate_low"),
    "glömmer övre gränsen": with_column("rate_high"),
}


@pytest.mark.parametrize("gate", FORGETFUL.values(), ids=FORGETFUL)
def test_a_forgetful_gate_is_got_through(gate: Callable[[], Rows]) -> None:
    rows = [{**row, "population_mean": 10_000.0} for row in gate()]
    revealed = told([read(rows)], truth_of(BUSY.rows()))
    computed = {spot for spot in read(rows).counts if spot in read(rows).hidden}

    assert revealed or computed


def test_a_gate_that_forgets_rolling_sums_is_got_through() -> None:
    steady = [(ELSEWHERE, "klotter", month, 20) for month in range(1, 13) if month not in (2, 3)]
    place = municipality([*steady, (ELSEWHERE, "klotter", 2, 3), (ELSEWHERE, "klotter", 3, 12)], [])
    later = Municipality(
        crimes={(ELSEWHERE, "klotter", month): 20 for month in range(1, 13)},
        areas=(),
        published_types=("total",),
        year=2026,
    )
    rows = with_rolling([*place.rows(), *later.rows()])
    gated = gate_crime(rows, rule=RULE, types=TYPES, areas=[], earlier=[], edition="1", published_on=DAY).rows
    real = {spot_of(row): row["rolling_12"] for row in rows}

    assert told([read(gated)], truth_of(rows)) == {}
    assert told([read([{**row, "rolling_12": real.get(spot_of(row))} for row in gated])], truth_of(rows)) != {}


def test_a_gate_that_forgets_earlier_editions_is_got_through() -> None:
    rest = [(area, "klotter", month, 30) for area in "abcd" for month in (4, 7, 10)]
    january = {"a": 3, "b": 12, "c": 20, "d": 40}
    first = municipality([*rest, *((area, "klotter", 1, count) for area, count in january.items())], "abcd")
    january["c"] = 5
    second = municipality([*rest, *((area, "klotter", 1, count) for area, count in january.items())], "abcd")
    one, forgetful = publish(first), publish(second, edition="2")
    mindful = publish(second, earlier=one.cells, edition="2")
    truth = truth_of(second.rows())

    assert told([read(one.rows), read(mindful.rows)], truth) == {}
    assert told([read(one.rows), read(forgetful.rows)], truth) != {}


def test_a_gate_that_does_not_think_of_labels_is_got_through() -> None:
    """1 + 5 = 6: enough without labels, but "färre än 5" and "döljs" leave only one way."""
    crimes = [("a", "klotter", 1, 1), ("b", "klotter", 1, 5), *[("c", "klotter", month, 30) for month in (1, 4, 7, 10)]]
    place = municipality(crimes, "abc")
    labels = {"a": SMALL, "b": HIDDEN_COMPLEMENT}
    rows = [
        blanked(row, labels[row["area_id"]]) if row["area_id"] in labels and row["count"] else dict(row)
        for row in with_whole_periods(place.rows())
        if not row["area_id"] or row["granularity"] != "månad"
    ]

    assert told([read(rows)], truth_of(place.rows())) != {}
    assert told([read(publish(place).rows)], truth_of(place.rows())) == {}


def test_a_gate_that_does_not_think_of_crime_types_is_got_through() -> None:
    crimes = [*even("a", "klotter", 9), ("a", "burglary", 5, 2), *even("b", "klotter", 8), *even("b", "burglary", 3)]
    place = municipality(crimes, "ab", ("total", "skadegorelse", "theft"))
    hidden = {("a", "theft"), ("b", "theft")}
    rows = [
        blanked(row, SMALL) if (row["area_id"], row["crime_type"]) in hidden and row["count"] else dict(row)
        for row in with_whole_periods(place.rows())
        if not row["area_id"] or row["granularity"] != "månad"
    ]

    assert told([read(rows)], truth_of(place.rows())) != {}
