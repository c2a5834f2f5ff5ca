"""SCB's json-stat2 (and the older json-stat 1).

`id` names the dimensions, `size` their lengths, `value` is flat with the last dimension fastest; `value` may
also
be an object with the filled positions only.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from etl.errors import SourceError
from etl.extract.municipalities import Municipalities
from etl.extract.population_totals import PopulationCell, population_rows
from etl.extract.received import Received

KIND = "scb_json_stat"
MAX_CELLS = 5_000_000
_FETCH_AGAIN = "Hämta tabellen från SCB på nytt som JSON-stat2."


@dataclass(frozen=True, kw_only=True)
class _Dimension:
    name: str
    label: str
    codes: tuple[str, ...]
    labels: tuple[str, ...]


def is_json_stat(document: Any) -> bool:
    """True for a json-stat data set, with or without values."""
    if not isinstance(document, dict):
        return False
    dataset = document.get("dataset", document)
    return isinstance(dataset, dict) and isinstance(dataset.get("dimension"), dict) and "value" in dataset


def read_json_stat(document: Any, *, file: str, municipalities: Municipalities) -> Received:
    """Rows for folkmangd.

    Raises SourceError for a table without values, about something else than population, or that does not add
    up.
    """
    dataset = document.get("dataset", document)
    _check_shape(dataset, file=file)
    dimensions = _dimensions(dataset, file=file)
    values = _values(dataset, dimensions, file=file)
    described = dataset.get("role") or dataset["dimension"].get("role") or {}
    roles = {role: set(names) for role, names in described.items()}
    region = _pick(dimensions, roles.get("geo", set()), ("region",), "område", file)
    time = _pick(dimensions, roles.get("time", set()), ("tid", "år", "månad"), "tid", file)
    metric = _pick(dimensions, roles.get("metric", set()), ("contentscode", "tabellinnehåll"), "innehåll", file)
    content = _population_content(metric, dataset, file=file)
    groups = [d for d in dimensions if d not in (region, time, metric)]
    cells: list[PopulationCell] = []
    for flat, position in enumerate(product(*(range(len(d.codes)) for d in dimensions))):
        at = dict(zip(dimensions, position, strict=True))
        if at[metric] != content:
            continue
        value = values.get(flat)
        cells.append(
            PopulationCell(
                row=flat + 1,
                region=_region_label(region.codes[at[region]], region.labels[at[region]]),
                groups={d.label: d.labels[at[d]] for d in groups},
                time=time.codes[at[time]],
                value=".." if value is None else str(value),
            )
        )
    table, notes, faults = population_rows(cells, file=file, municipalities=municipalities)
    return Received(kind=KIND, tables=(table,), notes=notes, faults=faults)


def _check_shape(dataset: Mapping[str, Any], *, file: str) -> None:
    """Names, sizes, roles and categories are of the kinds that json-stat prescribes; else SourceError."""
    described = dataset["dimension"]
    names, sizes = dataset.get("id") or described.get("id"), dataset.get("size") or described.get("size")
    roles = dataset.get("role") or described.get("role") or {}
    categories = [described[name].get("category") for name in _texts(names) if isinstance(described.get(name), dict)]
    sound = (
        _texts(names) == names
        and isinstance(sizes, list)
        and all(isinstance(size, int) for size in sizes)
        and isinstance(roles, dict)
        and all(_texts(role) == role for role in roles.values())
        and all(category is None or _is_category(category) for category in categories)
    )
    if not sound:
        raise _broken("dimensionerna (id, size, category) har inte den form som JSON-stat kräver", file)


def _is_category(category: Any) -> bool:
    if not isinstance(category, dict):
        return False
    index, label = category.get("index"), category.get("label")
    ordered = isinstance(index, dict) and all(isinstance(place, int) for place in index.values())
    return (index is None or ordered or _texts(index) == index) and (label is None or isinstance(label, dict))


def _texts(value: Any) -> list[str]:
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []


def _dimensions(dataset: Mapping[str, Any], *, file: str) -> list[_Dimension]:
    described = dataset["dimension"]
    names = dataset.get("id") or described.get("id")
    sizes = dataset.get("size") or described.get("size")
    if not isinstance(names, list) or not isinstance(sizes, list) or len(names) != len(sizes):
        raise _broken("dimensionerna (id och size) saknas eller går inte ihop", file)
    dimensions = []
    for name, size in zip(names, sizes, strict=True):
        if not isinstance(described.get(name), dict):
            raise _broken(f"dimensionen {name} är inte beskriven", file)
        dimension = _dimension(str(name), described[name])
        if len(dimension.codes) != size:
            raise _broken(f"dimensionen {name} har {len(dimension.codes)} kategorier, inte {size}", file)
        dimensions.append(dimension)
    return dimensions


def _dimension(name: str, described: Mapping[str, Any]) -> _Dimension:
    category = described.get("category") or {}
    index = category.get("index")
    labels = category.get("label") or {}
    if isinstance(index, dict):
        codes = sorted(index, key=lambda code: index[code])
    else:
        codes = list(index) if isinstance(index, list) else list(labels)
    return _Dimension(
        name=name,
        label=str(described.get("label") or name),
        codes=tuple(map(str, codes)),
        labels=tuple(str(labels.get(code, code)) for code in codes),
    )


def _values(dataset: Mapping[str, Any], dimensions: list[_Dimension], *, file: str) -> dict[int, Any]:
    value = dataset.get("value")
    expected = math.prod(len(d.codes) for d in dimensions)
    if not value:
        raise SourceError(
            what="Filen beskriver en SCB-tabell men har inga värden (metadata)",
            where=file,
            todo="Hämta tabellens data, inte dess beskrivning.",
        )
    if expected > MAX_CELLS:
        raise _broken(f"tabellen har {expected} celler, fler än {MAX_CELLS}", file)
    if isinstance(value, dict):
        if not all(key.isdecimal() and int(key) < expected for key in value):
            raise _broken("ett värde ligger utanför tabellen", file)
        return {int(key): v for key, v in value.items()}
    if not isinstance(value, list) or len(value) != expected:
        raise _broken(f"tabellen ska ha {expected} värden men har {len(value)}", file)
    return dict(enumerate(value))


def _pick(dimensions: list[_Dimension], by_role: set[str], names: tuple[str, ...], what: str, file: str) -> _Dimension:
    for dimension in dimensions:
        called = {dimension.name.casefold(), dimension.label.casefold()}
        if dimension.name in by_role or called & set(names):
            return dimension
    raise _broken(f"dimensionen för {what} saknas", file)


def _population_content(metric: _Dimension, dataset: Mapping[str, Any], *, file: str) -> int:
    """The position of the year-end population among the contents; mean population is something else."""
    for i, label in enumerate(metric.labels):
        if label.casefold().startswith("folkmängd"):
            return i
    raise SourceError(
        what=f"Tabellen innehåller ”{metric.labels[0]}”, inte folkmängd",
        where=f"{file}, {str(dataset.get('label', ''))[:80]}",
        todo="Hämta en tabell med folkmängd, till exempel TAB638.",
    )


def _region_label(code: str, label: str) -> str:
    return label if label.startswith(code) else f"{code} {label}"


def _broken(why: str, file: str) -> SourceError:
    return SourceError(what=f"JSON-stat-filen går inte att läsa: {why}", where=file, todo=_FETCH_AGAIN)
