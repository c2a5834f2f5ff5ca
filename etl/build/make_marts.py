"""From facts to marts: series counted in SQL, verdicts judged in Python, side by side."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import duckdb

from etl import sql
from etl.build.chain_gaps import fill_chain_gaps
from etl.build.count_limits import load_count_limits
from etl.build.database import beside
from etl.build.equality import fill_equality
from etl.build.facts import save_facts
from etl.build.goal_rules import keep_register, lock_goals
from etl.build.judge_commitments import judge_commitments
from etl.build.judge_detectable import fill_detectable
from etl.build.judge_effect import fill_effect
from etl.build.judge_goals import judge_goals
from etl.build.judge_promises import judge_promises
from etl.build.signals import fill_signals
from etl.build.similar import fill_similar
from etl.build.step_names import STEP_NAMES
from etl.build.survey_distribution import fill_survey_distribution
from etl.build.survey_series import fill_survey_series
from etl.build.then_and_now import fill_corrections
from etl.evaluate.verdict import Judgement

FIRST_FILLED_BY_PYTHON = "50"
Progress = Callable[[str, int], None]
Fill = Callable[[duckdb.DuckDBPyConnection, date], None]

AFTER_VERDICTS: tuple[tuple[str, Fill], ...] = (
    ("Letar luckor i kedjan", fill_chain_gaps),
    ("Räknar ut vad målen kan visa", fill_detectable),
    ("Jämför med andra kommuner", fill_effect),
    ("Letar månader och trender som sticker ut", fill_signals),
    ("Jämför grupper och områden", fill_equality),
    ("Räknar svarsfördelningar", fill_survey_distribution),
    ("Letar liknande kommuner", fill_similar),
)
"""What rests on series and verdicts: its name while it is being made, and the function that fills its mart."""


def make_marts(con: duckdb.DuckDBPyConnection, today: date, progress: Progress) -> None:
    """Create and fill every mart. `staging` and `core` are filled, and the history of the build before is read."""
    con.execute("CREATE SCHEMA marts")
    con.execute("CREATE TABLE staging.run AS SELECT $today::DATE AS as_of", {"today": today})
    load_count_limits(con)
    filled_here = [name for name in sql.names("marts") if name >= FIRST_FILLED_BY_PYTHON]
    for name in filled_here:
        con.execute(sql.read("marts", name))
    is_edited = lock_goals(con, today)
    # Beside: Python judges the commitments while DuckDB counts the series, and DuckDB saves while Python judges goals.
    with beside(con) as own, ThreadPoolExecutor(max_workers=1) as helper:
        commitments = helper.submit(_judge_and_save, own, today, is_edited)
        for name in sql.names("marts"):
            if name not in filled_here:
                progress(STEP_NAMES[name], 0)
                con.execute(sql.read("marts", name))
        progress("Bedömer åtaganden och mål", 0)
        fill_survey_series(con, today)
        goals = judge_goals(con, today)
        judge_promises(con, today, commitments.result(), goals)
    for name, fill in (*AFTER_VERDICTS, ("Jämför med förra bygget", fill_corrections)):
        progress(name, 0)
        fill(con, today)


def _judge_and_save(con: duckdb.DuckDBPyConnection, today: date, is_edited: bool) -> dict[str, Judgement]:
    judgements = judge_commitments(con, today)
    save_facts(con)
    if is_edited:
        keep_register(con)
    return judgements
