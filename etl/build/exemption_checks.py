"""An exemption that nobody can read must not be passed over: the commitment would then be judged without it."""

import duckdb

from etl.contract.exemptions import parse_exemptions
from etl.contract.outcome import Refusal


def check_exemptions(con: duckdb.DuckDBPyConnection) -> None:
    """Refuse commitments with an exemption that is neither a period nor a day."""
    rows = con.execute(
        "SELECT row_id, exemptions, interval FROM staging.ataganden WHERE exemptions IS NOT NULL ORDER BY row_id"
    ).fetchall()
    faults = [
        (row_id, text, read.reason, read.remedy)
        for row_id, text, interval in rows
        if isinstance(read := parse_exemptions(text, interval), Refusal)
    ]
    for fault in faults:
        con.execute("INSERT INTO staging.fault SELECT 'ataganden', ?, 'undantag', ?, ?, ?", fault)
