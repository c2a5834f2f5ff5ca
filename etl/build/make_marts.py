"""From facts to marts: series counted in SQL, verdicts judged in Python, side by side."""

from collections.abc import Callable, Sequence
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

FIRST_BESIDE = "30"
"""From here to the next limit no verdict rests on the mart."""
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
    names = sql.names("marts")
    _create(con, [name for name in names if name >= FIRST_FILLED_BY_PYTHON])
    is_edited = lock_goals(con, today)
    # Python judges the commitments while DuckDB counts the series, and DuckDB writes the rest while Python judges goals
    # and compares.
    with beside(con) as own, ThreadPoolExecutor(max_workers=1) as helper:
        commitments = helper.submit(judge_commitments, own, today)
        for name in (name for name in names if name < FIRST_BESIDE):
            progress(STEP_NAMES[name], 0)
            con.execute(sql.read("marts", name))
        logged = helper.submit(_create, own, [name for name in names if FIRST_BESIDE <= name < FIRST_FILLED_BY_PYTHON])
        kept = helper.submit(_keep, own, is_edited)
        progress("Bedömer åtaganden och mål", 0)
        fill_survey_series(con, today)
        goals = judge_goals(con, today)
        judge_promises(con, today, commitments.result(), goals)
        logged.result()
        for name, fill in (*AFTER_VERDICTS, ("Jämför med förra bygget", fill_corrections)):
            progress(name, 0)
            fill(con, today)
        kept.result()


def _create(con: duckdb.DuckDBPyConnection, names: Sequence[str]) -> None:
    for name in names:
        con.execute(sql.read("marts", name))


def _keep(con: duckdb.DuckDBPyConnection, is_edited: bool) -> None:
    save_facts(con)
    if is_edited:
        keep_register(con)
