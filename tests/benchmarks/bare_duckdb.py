"""The floor to measure against: DuckDB reads the same files into a new database, and nothing else.

python tests/benchmarks/bare_duckdb.py FOLDER DATABASE
"""

import sys
from pathlib import Path

import duckdb


def load(folder: Path, database: Path) -> None:
    """One table per CSV file, types as DuckDB finds them."""
    with duckdb.connect(str(database)) as connection:
        for path in sorted(folder.glob("*.csv")):
            source = str(path).replace("'", "''")
            connection.execute(
                f'CREATE TABLE "{path.stem}" AS '
                f"SELECT * FROM read_csv('{source}', delim = ';', header = true, decimal_separator = ',')"
            )


if __name__ == "__main__":
    load(Path(sys.argv[1]), Path(sys.argv[2]))
