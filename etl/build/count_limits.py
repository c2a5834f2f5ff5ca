"""95-percent limits of every count that occurs, so that SQL needs no formula of its own."""

import duckdb

from etl.build.rows import insert_rows
from etl.evaluate.rates import fingertips


def load_count_limits(con: duckdb.DuckDBPyConnection) -> None:
    """Make staging.count_limits(count, low, high): exact below 10, Byar from 10."""
    con.execute("CREATE TABLE staging.count_limits (count BIGINT, low DOUBLE, high DOUBLE)")
    counts = [row[0] for row in con.execute("SELECT DISTINCT count FROM core.crime WHERE count IS NOT NULL").fetchall()]
    limits = ((count, *fingertips(count)) for count in sorted(counts))
    insert_rows(con, "staging.count_limits", [{"count": c, "low": low, "high": high} for c, low, high in limits])
