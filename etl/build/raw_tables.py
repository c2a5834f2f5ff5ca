"""Text as received, in the catalog `raw`: one table for each contract table, with file and line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pyarrow as pa

from etl.build.database import quoted, scalar
from etl.contract import TABLES

QUESTION_PREFIX = "q:"


@dataclass(frozen=True, kw_only=True)
class RawFile:
    """A source file (or sheet) and the span of row ids it fills in `raw.<table>`."""

    file_id: int
    table: str
    path: Path
    name: str
    sheet: str | None
    first_row_id: int
    last_row_id: int
    encoding: str | None = None
    delimiter: str | None = None

    @property
    def rows(self) -> int:
        return self.last_row_id - self.first_row_id + 1


@dataclass(kw_only=True)
class RawTables:
    """Keeps book of what has been received. Columns are added as they come."""

    con: duckdb.DuckDBPyConnection
    files: list[RawFile] = field(default_factory=list)
    _columns: dict[str, list[str]] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)

    def tables(self) -> list[str]:
        return [name for name in TABLES if self._counts.get(name)]

    def rows(self, table: str) -> int:
        return self._counts.get(table, 0)

    def columns(self, table: str) -> list[str]:
        """Names of the received columns: those of the contract that came, and the questions of an open table."""
        return list(self._columns[table])

    def append_csv(
        self,
        *,
        table: str,
        path: Path,
        name: str,
        utf8_path: Path,
        delimiter: str,
        encoding: str,
        columns: Sequence[str | None],
    ) -> RawFile:
        """Load a regular CSV with DuckDB's reader. `columns` names each position; None is ignored.

        Raises duckdb.Error when the file is not regular; nothing is loaded then.
        """
        self._prepare(table, columns)
        fields = ", ".join(f"'c{i}': 'VARCHAR'" for i in range(len(columns)))
        kept = [(i, column) for i, column in enumerate(columns) if column is not None]
        select = ", ".join(f"nullif(c{i}, '')" for i, _ in kept)
        any_cell = " OR ".join(f"NOT is_blank(c{i})" for i in range(len(columns)))
        target = ", ".join(quoted(column) for _, column in kept)
        file_id = len(self.files)
        self.con.execute(
            f"INSERT INTO raw.{table} (file_id, {target}) SELECT {file_id}::INTEGER, {select} FROM read_csv($path,"
            f" auto_detect=false, header=true, delim=$delimiter, quote='\"', escape='\"', strict_mode=true,"
            f" max_line_size=1000000, columns={{{fields}}}) WHERE {any_cell}",
            {"path": str(utf8_path), "delimiter": delimiter},
        )
        return self._book(table, path=path, name=name, sheet=None, encoding=encoding, delimiter=delimiter)

    def append_rows(
        self,
        *,
        table: str,
        path: Path,
        name: str,
        sheet: str | None,
        columns: Sequence[str],
        rows: Iterable[tuple[int, Sequence[str]]],
    ) -> RawFile:
        """Load rows that Python has read: (line, cells in the order of `columns`)."""
        self._prepare(table, columns)
        lines: list[int] = []
        cells: list[list[str | None]] = [[] for _ in columns]
        for line, row in rows:
            lines.append(line)
            for column, cell in zip(cells, row, strict=True):
                column.append(cell or None)
        received = pa.table(
            {
                "line": pa.array(lines, pa.int64()),
                **{f"c{i}": pa.array(column, pa.string()) for i, column in enumerate(cells)},
            }
        )
        target = ", ".join(quoted(column) for column in columns)
        select = ", ".join(f"c{i}" for i in range(len(columns)))
        file_id = len(self.files)
        self.con.register("received_rows", received)
        self.con.execute(
            f"INSERT INTO raw.{table} (file_id, line, {target})"
            f" SELECT {file_id}::INTEGER, line, {select} FROM received_rows"
        )
        self.con.unregister("received_rows")
        return self._book(table, path=path, name=name, sheet=sheet)

    def forget(self) -> None:
        """Drop the text when the facts are in core."""
        for table in self._columns:
            self.con.execute(f"DROP TABLE raw.{table}")

    def _prepare(self, table: str, columns: Sequence[str | None]) -> None:
        if table not in self._columns:
            self.con.execute(f"CREATE TABLE raw.{table} (file_id INTEGER, line BIGINT)")
            self._columns[table] = []
            self._counts[table] = 0
        for column in columns:
            if column is not None and column not in self._columns[table]:
                self.con.execute(f"ALTER TABLE raw.{table} ADD COLUMN {quoted(column)} VARCHAR")
                self._columns[table].append(column)

    def _book(
        self,
        table: str,
        *,
        path: Path,
        name: str,
        sheet: str | None,
        encoding: str | None = None,
        delimiter: str | None = None,
    ) -> RawFile:
        before = self._counts[table]
        self._counts[table] = scalar(self.con, f"SELECT count(*) FROM raw.{table}")
        file = RawFile(
            file_id=len(self.files),
            table=table,
            path=path,
            name=name,
            sheet=sheet,
            first_row_id=before,
            last_row_id=self._counts[table] - 1,
            encoding=encoding,
            delimiter=delimiter,
        )
        self.files.append(file)
        return file
