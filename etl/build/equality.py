"""Who is less safe, and are the efforts where they are? Gaps between groups, and hours beside insecurity per area."""

from datetime import date
from typing import Any

import duckdb
import pyarrow as pa

from etl import sql
from etl.build.rows import fetch, insert_rows
from etl.evaluate.equality_gap import are_clear, gap_columns
from etl.evaluate.multiple_testing import q_values
from etl.evaluate.sentences_equality import EffortContext, GapContext, tell_effort, tell_gap

_TOLD = ("a_row", "b_row", "kind", "group_a", "group_b", "gap", "low", "high", "q_value", "is_clear", "sentence")
_SAID = tuple(GapContext.__dataclass_fields__)


def fill_equality(con: duckdb.DuckDBPyConnection, today: date) -> None:
    """Fill marts.equality_gap and marts.area_effort from marts.survey_series and marts.activity."""
    con.execute(sql.read("evaluate", "equality_groups"))
    _compare(con)
    _tell(con)
    efforts = fetch(con, sql.read("evaluate", "area_effort"))
    insert_rows(con, "marts.area_effort", [_effort_row(row) for row in efforts])


def _compare(con: duckdb.DuckDBPyConnection) -> None:
    """Make staging.equality_gap: of every question and wave, women against men and the widest of the other gaps."""
    pairs = con.execute(sql.read("evaluate", "equality_pairs")).fetchnumpy()
    gaps = gap_columns(p_a=pairs["p_a"], n_eff_a=pairs["n_eff_a"], p_b=pairs["p_b"], n_eff_b=pairs["n_eff_b"])
    q = q_values(gaps.p_value, pairs["family"])
    widest = pairs["is_widest"].astype(bool)
    columns = {
        "a_row": pairs["a_row"],
        "b_row": pairs["b_row"],
        "gap": 100 * gaps.gap,
        "low": 100 * gaps.low,
        "high": 100 * gaps.high,
        "q_value": q,
        "is_clear": are_clear(q, gaps.low, gaps.high),
    }
    con.register("gap_rows", pa.table({name: pa.array(column[widest]) for name, column in columns.items()}))
    con.execute("CREATE TABLE staging.equality_gap AS FROM gap_rows")
    con.unregister("gap_rows")


def _tell(con: duckdb.DuckDBPyConnection) -> None:
    """Put the comparisons into marts.equality_gap, each with its sentence."""
    rows = con.sql(sql.read("evaluate", "equality_rows")).to_arrow_table()
    told = rows.select([name for name in _TOLD if name != "sentence"])
    contexts = zip(*(rows.column(name).to_pylist() for name in _SAID), strict=True)
    sentences = [tell_gap(GapContext(**dict(zip(_SAID, values, strict=True)))) for values in contexts]
    con.register("told_rows", told.append_column("sentence", pa.array(sentences, pa.string())))
    con.execute("CREATE TABLE staging.equality_told AS FROM told_rows")
    con.unregister("told_rows")
    con.execute(sql.read("evaluate", "equality_gaps"))


def _effort_row(row: dict[str, Any]) -> dict[str, Any]:
    context = EffortContext(
        area=row["area_name"],
        year=row["year"],
        hours=row["hours"],
        activities=row["activities"],
        share_of_hours=row.pop("share_of_hours"),
        indicator=row.pop("indicator") or "",
        insecurity=row["insecurity"],
        wave=row["wave"] or "",
        asked=row["answers"] is not None,
        stands_out=row.pop("stands_out") or "",
    )
    return row | {"sentence": tell_effort(context)}
