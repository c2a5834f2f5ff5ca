"""What the attack tests share: publish a made-up municipality, and ask the outsider what can be told of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from etl.publish.crime_gate import BLANKED, gate_crime
from etl.publish.editions import EditionCell
from etl.publish.rule import CellRule
from etl.publish.whole_rows import with_whole_periods
from tests.unit.publish.attack import SMALL, Edition, attack, spot_of
from tests.unit.publish.attack_solver import Interval, Spot
from tests.unit.publish.municipality import TYPES, Municipality

RULE = CellRule()
DAY = date(2026, 1, 2)
Rows = list[dict[str, Any]]


def publish(place: Municipality, *, months: int = 12, earlier: Sequence[EditionCell] = (), edition: str = "1") -> Any:
    return gate_crime(
        place.rows(months),
        rule=RULE,
        types=TYPES,
        areas=place.area_rows(),
        earlier=earlier,
        edition=edition,
        published_on=DAY,
    )


def truth_of(rows: Rows) -> dict[Spot, int | None]:
    return {spot_of(row): row["count"] for row in with_whole_periods(rows)}


def told(
    editions: Sequence[Edition],
    truth: Mapping[Spot, int | None],
    parents: Mapping[str, str] = TYPES.parent,
    then: Sequence[Mapping[Spot, int | None]] = (),
) -> dict[Spot, Interval]:
    """The hidden counts that the outsider can tell closer than the rule allows.

    Not those that anybody may know: totals of the municipality, and what an earlier edition showed as it still is.
    """
    hidden = {
        spot
        for edition in editions
        for spot in edition.hidden
        if (spot.area or spot.period[5:].isdigit()) and all(e.counts.get(spot) != truth[spot] for e in editions)
    }
    blind = attack(editions, parents, truth, knowing_labels=False, then=then)
    found = {
        spot: interval
        for spot, interval in blind.items()
        if spot in hidden and interval.width < min(5, exact_total(spot, editions[-1]))
    }
    knowing = attack(editions, parents, truth, knowing_labels=True, then=then)
    labelled = {spot for edition in editions for spot, label in edition.hidden.items() if label == SMALL}
    for spot, interval in knowing.items():
        most = min(4, exact_total(spot, editions[-1]))
        if (
            spot in labelled & hidden
            and 0 < (truth[spot] or 0) < 5
            and not (interval.low <= 1 and most <= interval.high)
        ):
            found[spot] = interval
    return found


def exact_total(spot: Spot, edition: Edition) -> float:
    """The published total that holds the count: nobody can be kept from knowing that the count is not more."""
    quarter = f"{spot.period[:4]}-K{(int(spot.period[5:]) - 1) // 3 + 1}" if spot.period[5:].isdigit() else spot.period
    return edition.counts.get(spot._replace(area="", period=quarter), float("inf"))


def even(area: str, kind: str, count: int) -> list[tuple[str, str, int, int]]:
    """The same count in every month."""
    return [(area, kind, month, count) for month in range(1, 13)]


def only_small(rows: Rows) -> Rows:
    """Hides the small ones and nothing else."""
    return [
        blanked(row, SMALL) if row["area_id"] and 0 < (row["count"] or 0) < 5 else row
        for row in with_whole_periods(rows)
        if not row["area_id"] or row["granularity"] != "månad"
    ]


def blanked(row: Mapping[str, Any], label: str, *, keep: Sequence[str] = ()) -> dict[str, Any]:
    return {**row, **dict.fromkeys(name for name in BLANKED if name not in keep), "hidden_reason": label}
