"""How all the answers to a question are spread, and their mean on 0–100: more than the one share that a goal names."""

import re
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

import duckdb
import numpy as np

from etl import sql
from etl.build.rows import fetch, insert_rows
from etl.contract.numbers import parse_decimal
from etl.contract.outcome import Parsed
from etl.evaluate.survey import LEAST_ANSWERS
from etl.evaluate.survey_ordinal import AnswerSums, mean_0_100

LEAST_KINDS = 3
"""With fewer answers to choose between there is no order, only yes and no."""
# Answers beside the order of the scale: they have a share but no place in a mean.
_NO_OPINION = re.compile(
    r"\b(?:vet (?:ej|inte)|vill (?:ej|inte)|(?:ej|inte) (?:svar|aktuell)|ingen (?:åsikt|uppfattning))"
)


def fill_survey_distribution(con: duckdb.DuckDBPyConnection, today: date) -> None:
    """Fill marts.survey_distribution from staging.wording_in_force and core.survey_cell."""
    con.execute("CREATE TABLE staging.scale_answer (scale VARCHAR, code DOUBLE, label VARCHAR, in_mean BOOLEAN)")
    scales = con.execute("SELECT DISTINCT scale FROM staging.wording_in_force WHERE scale <> '' ORDER BY 1").fetchall()
    insert_rows(con, "staging.scale_answer", [row for (scale,) in scales for row in _answers(scale)])
    con.execute(sql.read("evaluate", "answer_shares"), {"kinds": LEAST_KINDS})
    con.execute(
        "CREATE TABLE staging.answer_mean (survey_id VARCHAR, question VARCHAR, mean DOUBLE, low DOUBLE, high DOUBLE)"
    )
    insert_rows(con, "staging.answer_mean", _means(con))
    con.execute(sql.read("evaluate", "survey_distribution"), {"least": LEAST_ANSWERS})


def _answers(scale: str) -> list[dict[str, Any]]:
    """ "1 = mycket otrygg; 5 = mycket trygg" as rows; the first of equal numbers counts."""
    found: dict[float, str | None] = {}
    for part in scale.split(";"):
        value, _, label = part.partition("=")
        parsed = parse_decimal(value.strip())
        if isinstance(parsed, Parsed):
            found.setdefault(float(parsed.value), label.strip() or None)
    return [
        {"scale": scale, "code": code, "label": label, "in_mean": not _NO_OPINION.search((label or "").casefold())}
        for code, label in found.items()
    ]


def _means(con: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    rows = fetch(
        con,
        "SELECT survey_id, question, code, n::DOUBLE AS n, w, w2 FROM staging.answer_share"
        " WHERE in_mean AND answers >= $least ORDER BY survey_id, question, code",
        {"least": LEAST_ANSWERS},
    )
    means = []
    for (survey_id, question), group in groupby(rows, itemgetter("survey_id", "question")):
        code, n, w, w2 = np.array([[row[name] for name in ("code", "n", "w", "w2")] for row in group]).T
        sums = AnswerSums(code=code, n=n, w=w, w2=w2)
        mean = mean_0_100(sums, float(code.min()), float(code.max())) if len(code) >= LEAST_KINDS else None
        if mean is not None and mean.n >= LEAST_ANSWERS:
            found = {"mean": mean.mean, "low": mean.low, "high": mean.high}
            means.append({"survey_id": survey_id, "question": question, **found})
    return means
