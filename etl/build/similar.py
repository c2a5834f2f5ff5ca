"""Which municipalities a municipality's reported crime is compared with."""

from datetime import date
from typing import Any

import duckdb

from etl import sql
from etl.build.rows import fetch, insert_rows
from etl.evaluate.similar import Municipality, similar


def fill_similar(con: duckdb.DuckDBPyConnection, today: date) -> None:
    """Fill marts.similar: a row for each pair; one row without another where there is nothing to compare with."""
    known = {row["code"]: Municipality(**row) for row in fetch(con, sql.read("evaluate", "similar_sizes"))}
    rows: list[dict[str, Any]] = []
    for code, found in similar(known.values()).items():
        own = known[code]
        common: dict[str, Any] = {
            "municipality_code": code,
            "population": own.population,
            "sentence": found.sentence,
            "is_fictitious": own.is_fictitious,
            "as_of": today,
        }
        rows += [
            common
            | {
                "similar_code": near.municipality.code,
                "similar_name": near.municipality.name,
                "rank": rank,
                "similar_population": near.municipality.population,
                "ratio": near.ratio,
            }
            for rank, near in enumerate(found.neighbours, 1)
        ] or [common]
    insert_rows(con, "marts.similar", rows)
