"""Remarks about free text that seems to name somebody: it is taken in, but whoever wrote it should look again."""

from collections.abc import Mapping

import duckdb

from etl.build.database import quoted
from etl.contract import TABLES, Kind
from etl.contract.names_in_text import NAME_CANDIDATE_PATTERN, find_names, mask_names
from etl.contract.personal_data import mask
from etl.evaluate.numbers_sv import plural

LOOKED_AT = 5_000
"""Texts of one column that are looked closer at: a remark needs no exact count of thousands."""
LINES = 3
_AROUND = 25


def names_notes(con: duckdb.DuckDBPyConnection, file_names: Mapping[int, str]) -> list[str]:
    """A line for each file and column with texts that seem to name somebody; at most a few, and how many more."""
    notes: list[str] = []
    for table in TABLES.values():
        for column in table.columns:
            if column.kind is Kind.FREE_TEXT:
                for file_id, texts in _named(con, table.name, column.name).items():
                    many = plural(len(texts), "text", "texter")
                    where = f"{file_names.get(file_id, table.name)}, kolumnen {column.heading}"
                    example = _excerpt(texts[0])
                    notes.append(
                        f"{where}: {many} ser ut att nämna en person vid namn, till exempel ”{example}”. "
                        "Skriv om, så att ingen pekas ut."
                    )
    more = len(notes) - LINES
    if more > 0:
        columns = plural(more, "kolumn", "kolumner")
        return [*notes[:LINES], f"Namn kan också stå i {columns} till. Skriv roller, aldrig namn."]
    return notes


def _named(con: duckdb.DuckDBPyConnection, table: str, column: str) -> dict[int, list[str]]:
    rows = con.execute(
        f"SELECT file_id, {quoted(column)} FROM staging.{table} WHERE regexp_matches({quoted(column)}, $pattern)"
        f" ORDER BY row_id LIMIT {LOOKED_AT}",
        {"pattern": NAME_CANDIDATE_PATTERN},
    ).fetchall()
    found: dict[int, list[str]] = {}
    for file_id, text in rows:
        if find_names(text):
            found.setdefault(file_id, []).append(text)
    return found


def _excerpt(text: str) -> str:
    """The first name with a few words around it; the name itself cut down to initials."""
    start, end = find_names(text)[0]
    masked = mask(mask_names(text))
    first, last = max(start - _AROUND, 0), min(end + _AROUND, len(text))
    return f"{'…' if first else ''}{masked[first:last].strip()}{'…' if last < len(text) else ''}"
