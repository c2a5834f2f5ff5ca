"""The gates of what is told about goals and promises: rules, chances, effects, gaps, problems and trends."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from etl.build.rows import fingerprint
from etl.evaluate.chain import GapKind
from etl.evaluate.numbers_sv import rounded_half_up, upper_first
from etl.publish.coarse_reasons import depends_on_counts, without_counts
from etl.publish.decisive_claim import without_claims
from etl.publish.goal_gate import GatedGoals, Shown

Row = Mapping[str, Any]
_GOAL_TEXTS = ("goal_sentence", "goal_reason", "goal_short", "goal_easy", "goal_report", "goal_english")


def gate_about_goals(rows: Sequence[Row], gated: GatedGoals) -> list[dict[str, Any]]:
    """Rows with a goal_id (marts.detectable, marts.effect) of goals whose figures are public.

    Their numbers have no more than two decimals where the goal's own have one.
    """
    exact, told = gated.exact(), gated.told()
    return [dict(row) if row["goal_id"] in exact else _rounded(row) for row in rows if row["goal_id"] in told]


def _rounded(row: Row) -> dict[str, Any]:
    return {
        name: float(rounded_half_up(value, 2)) if isinstance(value, float) else value for name, value in row.items()
    }


def gate_promises(rows: Sequence[Row], goals: Sequence[Row], gated: GatedGoals) -> list[dict[str, Any]]:
    """Rows of marts.promise without a fingerprint: what is hidden behind it could be searched for.

    What a withheld goal claims, and why it could not be judged, is no more told of the promise than of the goal.
    """
    withheld: dict[str, list[Row]] = defaultdict(list)
    for goal in goals:
        if gated.shown.get(goal["goal_id"]) is Shown.WITHHELD:
            withheld[goal["promise_id"]].append(goal)
    return [{**row, **_goal_texts(row, withheld[row["promise_id"]]), "data_hash": None} for row in rows]


def _goal_texts(promise: Row, withheld: Sequence[Row]) -> dict[str, str | None]:
    claims = [upper_first(goal["claim"]) for goal in withheld if goal["claim"]]
    texts = without_claims({name: promise[name] for name in _GOAL_TEXTS}, claims) if withheld else {}
    if any(depends_on_counts(goal["reason"]) for goal in withheld):
        return {name: without_counts(text) for name, text in texts.items()}
    return texts


def gate_rules(rows: Sequence[Row], goals: Sequence[Row]) -> list[dict[str, Any]]:
    """Rows of marts.goal_rule. Where the area may not be named, the print is that of the words that are public."""
    unnamed = {row["goal_id"] for row in goals if row["is_unnamed"]}
    return [
        {**row, "rule_hash": fingerprint(row["rule_text"])}
        if row["goal_id"] in unnamed and row["rule_hash"]
        else dict(row)
        for row in rows
    ]


def gate_problems(rows: Sequence[Row], public_problems: Collection[str]) -> list[dict[str, Any]]:
    """Rows of marts.problem that are marked offentlig."""
    return [dict(row) for row in rows if row["problem_id"] in public_problems]


def gate_chain_gaps(rows: Sequence[Row], public_problems: Collection[str]) -> list[dict[str, Any]]:
    """Rows of marts.chain_gap but those that name a problem which is not marked offentlig."""
    names_problem = GapKind.PROBLEM_WITHOUT_MEASURE
    return [dict(row) for row in rows if row["kind"] != names_problem or row["concerns_id"] in public_problems]


def gate_commitments(rows: Sequence[Row], public_problems: Collection[str]) -> list[dict[str, Any]]:
    """Rows of marts.commitment_verdict without assessments, and without the ids of problems that are not public.

    Of commitments that are not counted the day of the latest report is left out too: it is the day of one piece of
    work, which may concern one person.
    """
    return [
        {
            **row,
            "assessment": None,
            "last_report": row["last_report"] if row["target"] is not None else None,
            "problem_id": row["problem_id"] if row["problem_id"] in public_problems else None,
        }
        for row in rows
    ]


def gate_trends(rows: Sequence[Row], shown_months: Collection[tuple[Any, ...]]) -> list[dict[str, Any]]:
    """Rows of marts.trend for whole municipalities whose every month is public."""
    return [
        dict(row)
        for row in rows
        if row["area_id"] is None and (row["municipality_code"], row["crime_type"], row["definition"]) in shown_months
    ]
