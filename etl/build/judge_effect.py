"""Har insatserna haft effekt? Evidence from the series and the log, judged by etl.evaluate, into marts.effect."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import duckdb

from etl import sql
from etl.build.comparison import load_comparisons
from etl.build.effect_evidence import effect_evidence
from etl.build.rows import fetch, insert_rows
from etl.evaluate.effect import EffectJudgement, judge_effect
from etl.evaluate.sentences_effect import CAUTIONS, EffectContext, tell_effect, unmet_phrases

Row = Mapping[str, Any]


def fill_effect(con: duckdb.DuckDBPyConnection, today: date) -> None:
    """Fill marts.effect, one row a goal on reported crime. Series, goals and commitments are judged already."""
    goals = fetch(con, sql.read("evaluate", "effect_goals"), {"today": today})
    done = {row["promise_id"]: row["done_share"] for row in fetch(con, sql.read("evaluate", "effect_done"))}
    breaks = fetch(con, "SELECT * FROM core.series_break WHERE concerns = 'brott' ORDER BY ALL")
    comparisons = load_comparisons(con, today)
    rows = []
    for goal in goals:
        known = [row for row in breaks if row["crime_type"] in (None, goal["crime_type"])]
        judgement = judge_effect(effect_evidence(goal, comparisons, known, done.get(goal["promise_id"])))
        rows.append(_row(goal, judgement, today))
    insert_rows(con, "marts.effect", rows)


def _row(goal: Row, judgement: EffectJudgement, today: date) -> dict[str, Any]:
    context = EffectContext(crime=goal["crime_type"] or "", crime_name=goal["crime_name"] or "", place=goal["place"])
    incidence, difference, placebo = judgement.incidence, judgement.displacement, judgement.placebo
    ratio = judgement.series_ratio or (None, None, None)
    return {
        "municipality_code": goal["municipality_code"],
        "promise_id": goal["promise_id"],
        "goal_id": goal["goal_id"],
        "level": str(judgement.level),
        "rirr": incidence and incidence.value,
        "rirr_low": incidence and incidence.low,
        "rirr_high": incidence and incidence.high,
        "wdd": difference and difference.value,
        "wdd_low": difference and difference.low,
        "wdd_high": difference and difference.high,
        "its_ratio": ratio[0],
        "its_low": ratio[1],
        "its_high": ratio[2],
        "placebo_rank": placebo and placebo.rank,
        "placebo_of": placebo and placebo.of,
        "unmet": "; ".join(unmet_phrases(judgement)) or None,
        "sentence": tell_effect(judgement, context),
        "cautions": "\n".join(CAUTIONS),
        "as_of": today,
    }
