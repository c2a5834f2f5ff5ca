"""Areas that have been published and are gone: with them in memory, what is left of a division tells too much.

An area that gets a new id would be shown anew beside its old count. And an old count of an area that is gone, less what
the others show now, is a hidden one of them. So where an area is gone, no area is shown of that crime and period.
"""

from collections.abc import Collection, Iterable, Mapping

from etl.publish.crime_keys import WHOLE, CrimeKey
from etl.publish.crime_relations import Values
from etl.publish.editions import EditionCell


def beside_gone_areas(earlier: Iterable[EditionCell], counts: Mapping[str, Values]) -> frozenset[CrimeKey]:
    """The areas' counts that are left out as long as an area of theirs is gone. `counts` are today's by definition."""
    today = {key for values in counts.values() for key in values}
    broken = {
        _division(cell.key)
        for cell in earlier
        if cell.area_id and (cell.count, cell.hidden_reason) != (None, None) and cell.key not in today
    }
    return _areas_of(today, broken)


def _division(key: CrimeKey) -> CrimeKey:
    return key._replace(place=WHOLE)


def _areas_of(keys: Iterable[CrimeKey], divisions: Collection[CrimeKey]) -> frozenset[CrimeKey]:
    return frozenset(key for key in keys if key.place != WHOLE and _division(key) in divisions)
