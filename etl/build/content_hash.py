"""A fingerprint of everything in facts and marts: the same input gives the same fingerprint."""

from hashlib import sha256

import duckdb

from etl.build.database import quoted

# What was locked or corrected, and when, depends on the builds before.
_ABOUT_THE_BUILD = ("marts.build", "marts.goal_rule", "marts.correction")


def content_hash(con: duckdb.DuckDBPyConnection) -> str:
    """SHA-256 over each table's name, columns and an order-free sum of its row hashes."""
    digest = sha256()
    tables = con.execute(
        "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = current_database()"
        " AND schema_name IN ('facts', 'marts') ORDER BY ALL"
    ).fetchall()
    for schema, table in tables:
        if f"{schema}.{table}" in _ABOUT_THE_BUILD:
            continue
        name = f"{schema}.{quoted(table)}"
        columns = con.execute(f"SELECT column_name, column_type FROM (DESCRIBE {name})").fetchall()
        total = con.execute(f"SELECT count(*), coalesce(sum(hash(t)::HUGEINT), 0) FROM {name} t").fetchall()
        digest.update(repr((schema, table, columns, total)).encode())
    return digest.hexdigest()
