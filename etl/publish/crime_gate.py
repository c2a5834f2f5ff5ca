"""The gate of reported crime: rows of marts.crime_series in, rows that may be published out.

A municipality's quarters and years are exact, and its months where Brå itself publishes them. Other months, and
everything about areas, is shown unless it is small or helps to work out something small. Areas have quarters and years.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from etl.contract.periods import PeriodKind
from etl.publish.areas import Area, shown_areas
from etl.publish.cells import Pattern
from etl.publish.crime_keys import WHOLE, CrimeKey, Row, key_of
from etl.publish.crime_months import unsettled_months
from etl.publish.crime_regions import public_region_rows
from etl.publish.crime_relations import Values, complete_families, complete_then
from etl.publish.crime_rolling import with_public_rolling
from etl.publish.crime_system import CrimeYear, crime_year, is_exact
from etl.publish.crime_types import CrimeTypes
from etl.publish.editions import EditionCell, World, changed_cells, left_out, states
from etl.publish.gone_areas import beside_gone_areas
from etl.publish.other_definitions import Memory
from etl.publish.rule import LEFT_OUT, CellRule
from etl.publish.twins import protected_together
from etl.publish.whole_rows import with_whole_periods

AREA_PERIODS = (PeriodKind.QUARTER, PeriodKind.YEAR)
BLANKED = ("count", "rate_per_100k", "rate_low", "rate_high", "rate_printed", "rate_source", "rolling_12")
"""What a hidden count could be computed from, with the population."""


@dataclass(frozen=True, kw_only=True)
class GatedCrime:
    """`rows` may be published; `cells` are to be added to editions.cell."""

    rows: list[dict[str, Any]]
    cells: list[EditionCell]


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What the gate goes by."""

    rule: CellRule
    types: CrimeTypes
    holders: Mapping[str, str]


def gate_crime(
    rows: Sequence[Row],
    *,
    rule: CellRule,
    types: CrimeTypes,
    areas: Sequence[Area],
    earlier: Sequence[EditionCell],
    edition: str,
    published_on: date,
) -> GatedCrime:
    """Gate one municipality (or the rows of regions, which have no municipality).

    `rows` have all columns of marts.crime_series. `earlier` is what editions.cell of the public database before says
    of this municipality. The result is the same for the same input, in whatever order it comes.
    """
    if any(row["municipality_code"] is None for row in rows):
        return GatedCrime(rows=public_region_rows(rows, types), cells=[])
    whole = sorted(with_whole_periods(rows), key=lambda row: (row["definition"], *key_of(row)))
    published = {cell.area_id for cell in earlier if cell.area_id}
    setting = Setting(rule=rule, types=types, holders=shown_areas(areas, whole, published))
    counts = _counts(whole, setting)
    years = _guarded_years(counts, setting, earlier)
    patterns = protected_together(
        {world: year.system for world, year in years.items()},
        lambda world, also_hidden, also_left_out: years[world].protected(rule, also_hidden, also_left_out),
    )
    considered = [row for row in whole if key_of(row) in counts.get(row["definition"], {})]
    shown = [public for row in considered if (public := _public(row, patterns, setting)) is not None]
    guarded = {definition for definition, _ in years} | {cell.definition for cell in earlier}
    told = [row for row in shown if row["definition"] in guarded]
    for world, year in years.items():
        gone = patterns[world].left_out - year.impossible
        told += [
            {**row, "count": None, "hidden_reason": LEFT_OUT}
            for row in considered
            if (row["definition"], row["period"][:4]) == world and key_of(row) in gone
        ]
    return GatedCrime(
        rows=with_public_rolling(shown),
        cells=changed_cells(told, earlier, edition=edition, published_on=published_on),
    )


def _counts(rows: Iterable[Row], setting: Setting) -> dict[str, dict[CrimeKey, int | None]]:
    """Per definition, the counts that may be shown at all."""
    found: dict[str, dict[CrimeKey, int | None]] = {}
    for row in rows:
        key = key_of(row)
        if key.granularity == PeriodKind.WEEK:
            continue
        if key.place == WHOLE or (key.place in setting.holders and key.granularity in AREA_PERIODS):
            found.setdefault(row["definition"], {})[key] = row["count"]
    for definition, counts in found.items():
        waiting = [
            key
            for key in unsettled_months(counts, setting.rule)
            if not setting.types.is_monthly_at_bra(key.crime_type, definition)
        ]
        for key in waiting:
            del counts[key]
    return {definition: dict(sorted(counts.items())) for definition, counts in sorted(found.items())}


def _guarded_years(
    counts: Mapping[str, Values], setting: Setting, earlier: Sequence[EditionCell]
) -> dict[World, CrimeYear]:
    """The years of each definition in which anything can be hidden."""
    memory = Memory(states=states(earlier), left_out=left_out(earlier), counts=counts, types=setting.types)
    beside_gone = beside_gone_areas(earlier, counts)
    found: dict[World, CrimeYear] = {}
    for definition, of_definition in counts.items():
        complete = complete_families(of_definition, setting.types)
        for year, values in _by_year(of_definition).items():
            if not all(is_exact(key, definition, setting.types) for key in values):
                states_then = memory.states_for((definition, year))
                found[definition, year] = crime_year(
                    values,
                    definition=definition,
                    types=setting.types,
                    holders=setting.holders,
                    complete=complete.union(*(complete_then(state, setting.types) for state in states_then)),
                    states=states_then,
                    left_out=memory.left_out_for((definition, year)),
                    beside_gone=beside_gone & values.keys(),
                )
    return found


def _by_year(counts: Values) -> dict[str, dict[CrimeKey, int | None]]:
    found: dict[str, dict[CrimeKey, int | None]] = {}
    for key, count in counts.items():
        found.setdefault(key.year, {})[key] = count
    return found


def _public(row: Row, patterns: Mapping[World, Pattern], setting: Setting) -> dict[str, Any] | None:
    """The row as it may be shown; None when it is left out."""
    key = key_of(row)
    pattern = patterns.get((row["definition"], key.year), Pattern())
    if key in pattern.left_out:
        return None
    public = {**row, "hidden_reason": None}
    if key in pattern.hidden:
        public |= dict.fromkeys(BLANKED)
        public["hidden_reason"] = setting.rule.label(row["count"])
    elif row["count"] is None and key.place != WHOLE:
        public |= dict.fromkeys(BLANKED)
    return public
