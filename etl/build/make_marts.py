"""From facts to marts: series counted in SQL, verdicts judged in Python, side by side."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import duckdb

from etl import sql
from etl.build.count_limits import load_count_limits
from etl.build.database import beside
from etl.build.facts import save_facts
from etl.build.judge_commitments import judge_commitments
from etl.build.judge_goals import judge_goals
from etl.build.judge_promises import judge_promises
from etl.build.step_names import STEP_NAMES
from etl.build.survey_series import fill_survey_series
from etl.evaluate.verdict import Judgement

FIRST_FILLED_BY_PYTHON = "50"
Progress = Callable[[str, int], None]
Fill = Callable[[duckdb.DuckDBPyConnection, date], None]

AFTER_VERDICTS: tuple[tuple[str, Fill], ...] = ()
"""What rests on series and verdicts: its name while it is being made, and the function that fills its mart."""


def make_marts(con: duckdb.DuckDBPyConnection, today: date, progress: Progress) -> None:
    """Create and fill every mart. `staging` and `core` are filled."""
    con.execute("CREATE SCHEMA marts")
    con.execute("CREATE TABLE staging.run AS SELECT $today::DATE AS as_of", {"today": today})
    load_count_limits(con)
    filled_here = [name for name in sql.names("marts") if name >= FIRST_FILLED_BY_PYTHON]
    for name in filled_here:
        con.execute(sql.read("marts", name))
    # Beside: Python judges the commitments while DuckDB counts the series, and DuckDB saves while Python judges goals.
    with beside(con) as own, ThreadPoolExecutor(max_workers=1) as helper:
        commitments = helper.submit(_judge_and_save, own, today)
        for name in sql.names("marts"):
            if name not in filled_here:
                progress(STEP_NAMES[name], 0)
                con.execute(sql.read("marts", name))
        progress("Bedömer åtaganden och mål", 0)
        fill_survey_series(con, today)
        goals = judge_goals(con, today)
        judge_promises(con, today, commitments.result(), goals)
    for name, fill in AFTER_VERDICTS:
        progress(name, 0)
        fill(con, today)


def _judge_and_save(con: duckdb.DuckDBPyConnection, today: date) -> dict[str, Judgement]:
    judgements = judge_commitments(con, today)
    save_facts(con)
    return judgements
