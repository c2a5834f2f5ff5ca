"""Look-up tables of a run: reference rows, what a period text means, the data dictionary."""

import duckdb
import pyarrow as pa

from etl.build.database import quoted
from etl.build.reference import Reference
from etl.build.rows import insert_rows
from etl.contract import TABLES, Kind
from etl.contract.dictionary import rows as dictionary_rows
from etl.contract.outcome import Refusal
from etl.contract.periods import parse_period


def load_lookups(con: duckdb.DuckDBPyConnection, reference: Reference) -> None:
    """Make staging.lookup_<name> from data/reference, all columns text."""
    for name, rows in reference.tables.items():
        columns = {key: pa.array([row[key] for row in rows], pa.string()) for key in rows[0]}
        con.register("lookup_rows", pa.table(columns))
        con.execute(f"CREATE TABLE staging.{quoted('lookup_' + name)} AS FROM lookup_rows")
        con.unregister("lookup_rows")


def load_periods(con: duckdb.DuckDBPyConnection) -> None:
    """Make staging.period(text, kind, starts, ends) for every period text that was handed in."""
    con.execute("CREATE TABLE staging.period (text VARCHAR, kind VARCHAR, starts DATE, ends DATE)")
    texts: set[str] = set()
    for table in TABLES.values():
        for column in table.columns:
            if column.kind is Kind.PERIOD:
                found = con.execute(f"SELECT DISTINCT {quoted(column.name)} FROM staging.{table.name}").fetchall()
                texts |= {row[0] for row in found if row[0] is not None}
    periods = [period for text in sorted(texts) if not isinstance(period := parse_period(text), Refusal)]
    insert_rows(
        con,
        "staging.period",
        [{"text": p.text, "kind": str(p.kind), "starts": p.start, "ends": p.end} for p in periods],
    )


def fill_dictionary(con: duckdb.DuckDBPyConnection) -> None:
    """Fill marts.dictionary from the contract."""
    insert_rows(con, "marts.dictionary", [row.__dict__ for row in dictionary_rows(TABLES.values())])
