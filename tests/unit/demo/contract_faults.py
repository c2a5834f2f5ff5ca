"""Every breach of the contract that files alone can show, as text; an empty list is a clean bill."""

from collections.abc import Iterator

from etl.contract.model import Table
from etl.contract.outcome import Parsed
from etl.contract.tables import ALL
from etl.contract.values import parse
from tests.unit.demo.reading import Table as Rows
from tests.unit.demo.reading import Tables

CONTRACT = {table.name: table for table in ALL}


def faults(tables: Tables) -> list[str]:
    found: list[str] = []
    for name, rows in tables.items():
        table = CONTRACT[name]
        for check in (_headings, _cells, _keys, _groups, _order):
            found += [f"{name}: {fault}" for fault in check(table, rows)]
        found += [f"{name}: {fault}" for fault in _references(table, rows, tables)]
    return found


def _values(table: Table, row: dict[str, str], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(row.get(table.column(name).heading, "") for name in names)


def _headings(table: Table, rows: Rows) -> Iterator[str]:
    known = {column.heading for column in table.columns}
    yield from () if table.open_columns else (f"extra {heading}" for heading in set(rows[0]) - known)
    yield from (f"missing {c.heading}" for c in table.columns if c.required and c.heading not in rows[0])


def _cells(table: Table, rows: Rows) -> Iterator[str]:
    for column in table.columns:
        for text in sorted({row.get(column.heading, "") for row in rows}):
            if column.required and not text:
                yield f"empty {column.heading}"
            if not isinstance(parse(column, text), Parsed):
                yield f"{column.heading} = {text!r}"


def _keys(table: Table, rows: Rows) -> Iterator[str]:
    keys = [_values(table, row, table.key) for row in rows]
    if table.key and len(set(keys)) < len(keys):
        yield f"same {table.key} twice"


def _groups(table: Table, rows: Rows) -> Iterator[str]:
    for group in table.one_of:
        if not all(any(_values(table, row, group)) for row in rows):
            yield f"none of {group}"


def _order(table: Table, rows: Rows) -> Iterator[str]:
    for pair in table.ordered:
        for earlier, later in (_values(table, row, pair) for row in rows):
            if earlier and later and earlier > later:
                yield f"{pair}: {earlier} after {later}"


def _references(table: Table, rows: Rows, tables: Tables) -> Iterator[str]:
    for column in table.columns:
        if column.references:
            heading = CONTRACT[column.references].columns[0].heading
            known = {row[heading] for row in tables.get(column.references, [])}
            used = {row.get(column.heading, "") for row in rows} - {""}
            yield from (f"{column.heading} = {text} is not in {column.references}" for text in used - known)
