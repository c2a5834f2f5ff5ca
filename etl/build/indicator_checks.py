"""A goal must be measured by something that exists: an indicator that is known, or that a survey brings."""

from difflib import get_close_matches

import duckdb

from etl.build.reference import Reference

NO_INDICATOR = "ingen"


def check_indicators(con: duckdb.DuckDBPyConnection, reference: Reference) -> None:
    """Refuse goals whose indicator nobody knows; the message names the nearest ones."""
    known = _known(con, reference)
    rows = con.execute("SELECT DISTINCT indicator FROM staging.mal WHERE indicator IS NOT NULL ORDER BY 1").fetchall()
    for (indicator,) in rows:
        if indicator not in known:
            plain = indicator.casefold().translate(str.maketrans("åäö", "aao"))
            near = get_close_matches(plain, sorted(known), n=2, cutoff=0.5)
            advice = " eller ".join(f"”{name}”" for name in near)
            con.execute(
                "INSERT INTO staging.fault SELECT 'mal', row_id, 'indikator', indicator,"
                " 'indikatorn känns inte igen', $remedy FROM staging.mal WHERE indicator = $indicator",
                {
                    "indicator": indicator,
                    "remedy": (f"Menades {advice}? " if advice else "")
                    + f"Skriv ”{NO_INDICATOR}” om målet saknar mått.",
                },
            )


def _known(con: duckdb.DuckDBPyConnection, reference: Reference) -> set[str]:
    known = {NO_INDICATOR}
    known |= {row["indikator"] for row in reference.tables["indikatorer"]}
    known |= {f"brott:{row['nyckel']}" for row in reference.tables["brottstyper"]}
    for table in ("enkat_fragor", "enkat_varden"):
        rows = con.execute(f"SELECT DISTINCT indicator FROM staging.{table} WHERE indicator IS NOT NULL").fetchall()
        known |= {row[0] for row in rows}
    return known
