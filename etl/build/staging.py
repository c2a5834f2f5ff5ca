"""From text as received to typed rows, with every fault found. The contract says what each cell may hold.

Cells already in canonical form are cast by DuckDB; the others go, each distinct text once, through the
contract's parser, whose answer is joined back. So the meaning of a cell is decided in one place.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from etl.build.database import quoted, quoted_text, scalar
from etl.build.raw_tables import QUESTION_PREFIX, RawTables
from etl.contract import Column, Kind, Table
from etl.contract.names import ParseContext
from etl.contract.outcome import Refusal
from etl.contract.personal_data import CANDIDATE_PATTERN, IDENTITY_CANDIDATE_PATTERN
from etl.contract.values import CANONICAL, parse, shown

SQL_TYPE = {
    Kind.INTEGER: "BIGINT",
    Kind.YEAR: "SMALLINT",
    Kind.DECIMAL: "DOUBLE",
    Kind.DATE: "DATE",
    Kind.TIME: "TIME",
}
SAMPLE = 10_000


@dataclass(frozen=True, kw_only=True)
class _Answers:
    """The parser's answers for the texts of one column: nothing when every text stands for itself."""

    column: Column
    table: str | None
    refused: bool


def stage(raw: RawTables, table: Table, context: ParseContext) -> None:
    """Make the view `staging.<table>` and add what was refused to `staging.fault`.

    The view holds the typed rows that are not refused, with row_id and file_id; `staging.all_<table>` holds
    the refused ones too. Nothing is copied: a row refused later disappears from the view by itself.
    """
    con = raw.con
    received = raw.columns(table.name) if table.name in raw.tables() else []
    if not received:
        con.execute(f"CREATE TABLE staging.{table.name} ({_empty_definition(table)})")
        return
    answers = [_ask(raw, table, column, context, column.name in received) for column in table.columns]
    questions = [name for name in received if name.startswith(QUESTION_PREFIX)]
    con.execute(_typed_rows(table, answers, questions, received))
    con.execute(_accepted_rows(table))
    for answer in answers:
        if answer.refused:
            con.execute(_cell_faults(table, answer))
    unfilled = _unfilled(table, received)
    if any(
        scalar(con, f"SELECT count(*) FROM raw.{table.name} r WHERE {condition}") for condition in _any_of(unfilled)
    ):
        for fault in unfilled:
            con.execute(_row_fault(table, fault))
    for first, second, sign, words in _orders(table, received):
        con.execute(_order_fault(table, first, second, sign, words))


def _ask(raw: RawTables, table: Table, column: Column, context: ParseContext, received: bool) -> _Answers:
    con = raw.con
    texts = _texts_to_parse(raw, table, column) if received else []
    if not texts:
        return _Answers(column=column, table=None, refused=False)
    rows = [(text, *_parsed(column, text, context)) for text in texts]
    if all(text == value and reason is None for text, value, reason, _, _ in rows):
        return _Answers(column=column, table=None, refused=False)
    name = f"answer_{table.name}_{column.name}"
    names = ("text", "value", "reason", "remedy", "shown")
    answers = pa.table({key: pa.array([row[i] for row in rows], pa.string()) for i, key in enumerate(names)})
    con.register("parsed_texts", answers)
    con.execute(f"CREATE OR REPLACE TABLE staging.{name} AS SELECT * FROM parsed_texts")
    con.unregister("parsed_texts")
    return _Answers(column=column, table=name, refused=any(row[2] is not None for row in rows))


def _parsed(column: Column, text: str, context: ParseContext) -> tuple[str | None, str | None, str | None, str]:
    result = parse(column, text, context)
    if isinstance(result, Refusal):
        return None, result.reason, result.remedy, shown(text)
    return result.value or None, None, None, shown(text)


def _texts_to_parse(raw: RawTables, table: Table, column: Column) -> list[str]:
    name = quoted(column.name)
    plain = _is_plain(column, name)
    received = f"SELECT {name} FROM raw.{table.name} WHERE {name} IS NOT NULL"
    condition = f"NOT coalesce({plain}, false)" if plain else "true"
    if raw.rows(table.name) <= SAMPLE or _mostly_different(raw.con, table, name):
        return _texts(raw.con, f"SELECT DISTINCT {name} FROM ({received}) WHERE {condition} ORDER BY 1")
    # A statement of its own, or the condition would be moved in and looked at for every row.
    raw.con.execute(f"CREATE OR REPLACE TEMP TABLE different AS SELECT DISTINCT {name} FROM ({received})")
    return _texts(raw.con, f"SELECT {name} FROM different WHERE {condition} ORDER BY 1")


def _texts(con: duckdb.DuckDBPyConnection, query: str) -> list[str]:
    return [row[0] for row in con.execute(query).fetchall()]


def _mostly_different(con: duckdb.DuckDBPyConnection, table: Table, name: str) -> bool:
    """Whether it costs less to look at every text than to sort out the different ones first."""
    sample = f"(SELECT {name} AS text FROM raw.{table.name} WHERE {name} IS NOT NULL LIMIT {SAMPLE})"
    if not scalar(con, f"SELECT count(DISTINCT text) * 2 > {SAMPLE} FROM {sample}"):
        return False
    return bool(scalar(con, f"SELECT approx_count_distinct({name}) * 2 > count({name}) FROM raw.{table.name}"))


def _is_plain(column: Column, name: str) -> str | None:
    """An SQL condition under which the text stands for itself; None: every distinct text is parsed."""
    bounds = "".join(
        f" AND {_cast(column, name, guarded=True)} {sign} {limit}"
        for sign, limit in ((">=", column.minimum), ("<=", column.maximum))
        if limit is not None
    )
    match column.kind:
        case Kind.INTEGER:
            return f"is_plain_integer({name}){bounds}"
        case Kind.DECIMAL:
            return f"is_plain_decimal({name}){bounds}"
        case Kind.DATE:
            return f"is_plain_date({name})"
        case Kind.IDENTIFIER:
            return f"is_plain_identifier({name}) AND {_no_personal_data(name, IDENTITY_CANDIDATE_PATTERN)}"
        case Kind.TEXT:
            return None if column.spellings else _is_plain_text(Kind.TEXT, name, longest=500)
        case Kind.FREE_TEXT:
            return _is_plain_text(Kind.FREE_TEXT, name, longest=5000)
        case _:
            return None


def _is_plain_text(kind: Kind, name: str, *, longest: int) -> str:
    pattern = quoted_text(CANONICAL[kind])
    return f"regexp_full_match({name}, {pattern}) AND length({name}) <= {longest} AND {_no_personal_data(name)}"


def _no_personal_data(name: str, candidate: str = CANDIDATE_PATTERN) -> str:
    return f"NOT regexp_matches({name}, {quoted_text(candidate)})"


def _cast(column: Column, text: str, *, guarded: bool = False) -> str:
    sql_type = SQL_TYPE.get(column.kind)
    if sql_type is None:
        return text
    if column.kind is Kind.DECIMAL:
        text = f"replace({text}, ',', '.')"
    return f"try_cast({text} AS {sql_type})" if guarded or column.kind is not Kind.YEAR else f"{text}::{sql_type}"


def _typed_rows(table: Table, answers: list[_Answers], questions: list[str], received: list[str]) -> str:
    columns, joins = [], []
    for answer in answers:
        name = quoted(answer.column.name)
        if answer.column.name not in received:
            columns.append(f"NULL::{SQL_TYPE.get(answer.column.kind, 'VARCHAR')} AS {name}")
            continue
        if answer.table is None:
            columns.append(f"{_cast(answer.column, f'r.{name}')} AS {name}")
            continue
        alias = quoted(f"a_{answer.column.name}")
        value = f"CASE WHEN {alias}.text IS NULL THEN r.{name} ELSE {alias}.value END"
        columns.append(f"{_cast(answer.column, value)} AS {name}")
        joins.append(f" LEFT JOIN staging.{answer.table} {alias} ON r.{name} = {alias}.text")
    columns += [f"r.{quoted(question)}" for question in questions]
    return (
        f"CREATE VIEW staging.all_{table.name} AS SELECT r.rowid AS row_id, r.file_id, {', '.join(columns)}"
        f" FROM raw.{table.name} r{''.join(joins)}"
    )


def _accepted_rows(table: Table) -> str:
    refused = " AND ".join(
        f"NOT EXISTS (FROM staging.{books} b WHERE b.table_name = {quoted_text(table.name)} AND b.row_id = a.row_id)"
        for books in ("fault", "left_out")
    )
    return f"CREATE VIEW staging.{table.name} AS SELECT * FROM staging.all_{table.name} a WHERE {refused}"


def _empty_definition(table: Table) -> str:
    columns = (f"{quoted(c.name)} {SQL_TYPE.get(c.kind, 'VARCHAR')}" for c in table.columns)
    return ", ".join(("row_id BIGINT", "file_id INTEGER", *columns))


def _cell_faults(table: Table, answer: _Answers) -> str:
    name = quoted(answer.column.name)
    return (
        f"INSERT INTO staging.fault SELECT {quoted_text(table.name)}, r.rowid, {quoted_text(answer.column.heading)},"
        f" a.shown, a.reason, a.remedy FROM raw.{table.name} r JOIN staging.{answer.table} a ON r.{name} = a.text"
        " WHERE a.reason IS NOT NULL"
    )


@dataclass(frozen=True, kw_only=True)
class _Unfilled:
    """Something that has to be filled in, and the condition under which it is not."""

    condition: str
    heading: str
    reason: str
    remedy: str


def _unfilled(table: Table, received: list[str]) -> list[_Unfilled]:
    required = [
        _Unfilled(
            condition=_is_blank(column.name) if column.name in received else "true",
            heading=column.heading,
            reason="värdet saknas",
            remedy=f"Fyll i ”{column.heading}”. {column.explanation}",
        )
        for column in table.columns
        if column.required
    ]
    return required + [_group_unfilled(table, group, received) for group in table.one_of]


def _group_unfilled(table: Table, group: tuple[str, ...], received: list[str]) -> _Unfilled:
    headings = [table.column(name).heading for name in group]
    return _Unfilled(
        condition=" AND ".join(_is_blank(name) for name in group if name in received) or "true",
        heading=headings[0],
        reason="ingen av kolumnerna " + ", ".join(f"”{heading}”" for heading in headings) + " är ifylld",
        remedy="Fyll i minst en av dem.",
    )


def _any_of(unfilled: list[_Unfilled]) -> list[str]:
    """One condition for all, so that a file without faults is looked through once."""
    return [" OR ".join(f"({fault.condition})" for fault in unfilled)] if unfilled else []


def _orders(table: Table, received: list[str]) -> Iterable[tuple[Column, Column, str, str]]:
    for pairs, sign, words in ((table.ordered, "<", "ligger före"), (table.before, "<=", "ligger inte efter")):
        for first, second in pairs:
            if first in received and second in received:
                yield table.column(first), table.column(second), sign, words


def _is_blank(name: str) -> str:
    return f"is_blank(r.{quoted(name)})"


def _row_fault(table: Table, fault: _Unfilled) -> str:
    return (
        f"INSERT INTO staging.fault SELECT {quoted_text(table.name)}, r.rowid, {quoted_text(fault.heading)}, NULL,"
        f" {quoted_text(fault.reason)}, {quoted_text(fault.remedy)} FROM raw.{table.name} r WHERE {fault.condition}"
    )


def _order_fault(table: Table, first: Column, second: Column, sign: str, words: str) -> str:
    reason = f"”{second.heading}” {words} ”{first.heading}”"
    return (
        f"INSERT INTO staging.fault SELECT {quoted_text(table.name)}, row_id, {quoted_text(second.heading)},"
        f" {quoted(second.name)}::VARCHAR, {quoted_text(reason)}, 'Rätta det ena datumet.'"
        f" FROM staging.all_{table.name} WHERE {quoted(second.name)} {sign} {quoted(first.name)}"
    )
