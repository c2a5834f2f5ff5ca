"""Gjorde vi det vi lovade? Evidence from the activity log, judged by etl.evaluate, into the marts."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

import duckdb

from etl import sql
from etl.build.rows import fetch, fingerprint, insert_rows
from etl.contract.exemptions import parse_exemptions
from etl.contract.outcome import Refusal
from etl.contract.periods import parse_period
from etl.evaluate import pace
from etl.evaluate.count_goal import count_evidence, first_per_area, judge_count
from etl.evaluate.recurring import RecurringEvidence, judge_recurring, recurring_evidence
from etl.evaluate.reports import LogEntry, known_on
from etl.evaluate.sentences import CountContext, RecurringContext, Told, tell_count, tell_recurring
from etl.evaluate.state import state_of
from etl.evaluate.verdict import RULE_VERSION, Judgement, State

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
Row = Mapping[str, Any]


def judge_commitments(con: duckdb.DuckDBPyConnection, today: date) -> dict[str, Judgement]:
    """Fill marts.commitment_verdict and marts.commitment_progress.

    Returns the judgements by commitment; a descriptive commitment, or one without a number, has none.
    """
    log = _log(con)
    planned = _planned(con, today)
    assessments = _assessments(con, today)
    verdicts, points, judgements = [], [], {}
    for commitment in _commitments(con):
        key = commitment["commitment_id"]
        entries = known_on(log.get(key, []), today)
        state = promise_state(commitment, today)
        row, judgement, progress = _judge(commitment, entries, planned.get(key, 0.0), state, today)
        row["assessment"] = assessments.get(key)
        row["last_report"] = max((entry.day for entry in entries), default=None)
        verdicts.append(row)
        points += progress
        if judgement is not None:
            judgements[key] = judgement
    insert_rows(con, "marts.commitment_verdict", verdicts)
    insert_rows(con, "marts.commitment_progress", points)
    return judgements


def promise_state(promise: Row, today: date) -> State:
    return state_of(
        start=promise["starts"],
        end=promise["ends"],
        today=today,
        register_state=promise["status"] or "",
        paused_from=promise["paused_from"],
        paused_to=promise["paused_to"],
    )


def _judge(
    commitment: Row, entries: list[LogEntry], planned: float, state: State, today: date
) -> tuple[dict[str, Any], Judgement | None, list[dict[str, Any]]]:
    base = {name: commitment[name] for name in _KEPT} | {
        "state": str(state),
        "rule_version": RULE_VERSION,
        "data_hash": fingerprint([commitment, [_evidence(entry) for entry in entries], planned]),
        "as_of": today,
    }
    kind = commitment["kind"]
    if kind == "beskrivande" or not commitment["target"]:
        return base, None, []
    if kind == "återkommande":
        evidence = _recurring(commitment, entries, state, today)
        judgement = judge_recurring(evidence)
        told = tell_recurring(judgement, _recurring_context(commitment))
        return base | _told(judgement, told), judgement, _kept_points(commitment, evidence)
    judgement = judge_count(
        count_evidence(
            entries,
            target=commitment["target"],
            start=commitment["starts"],
            end=commitment["ends"],
            today=today,
            state=state,
            distinct_areas=commitment["distinct_areas"] == "ja",
            reporting_complete=_yes_no(commitment["reporting_complete"]),
            planned=planned,
            paused=_pause(commitment),
        )
    )
    told = tell_count(judgement, _count_context(commitment, entries))
    points = [] if judgement.done is None else _pace_points(commitment, entries, today)
    return base | _told(judgement, told), judgement, points


def _told(judgement: Judgement, told: Told) -> dict[str, Any]:
    done = judgement.done if judgement.done is not None else judgement.estimate
    return {
        "verdict": str(judgement.verdict),
        "sentence": told.sentence,
        "claim": told.claim,
        "headline": told.headline,
        "reason": told.reason or None,
        "short": told.short,
        "easy": told.easy,
        "report": told.report,
        "english": told.english,
        "estimate": done,
        "low": done,
        "high": done,
        "forecast": judgement.forecast,
        "forecast_low": judgement.forecast_low,
        "forecast_high": judgement.forecast_high,
        "expected_now": judgement.expected_now,
        "needed_per_week": judgement.needed_per_week,
        "periods_kept": judgement.periods_kept,
        "periods_closed": judgement.periods_closed,
        "periods_total": judgement.periods_total,
    }


def _recurring(commitment: Row, entries: list[LogEntry], state: State, today: date) -> RecurringEvidence:
    weekday = commitment["weekday"]
    return recurring_evidence(
        entries,
        interval=commitment["interval"] or "år",
        per_period=commitment["target"],
        start=commitment["starts"],
        end=commitment["ends"],
        today=today,
        state=state,
        exemptions=_exemptions(commitment["exemptions"]),
        tolerance=commitment["tolerance"],
        weekday=WEEKDAYS.index(weekday) if weekday else None,
        reporting_complete=_yes_no(commitment["reporting_complete"]),
        distinct_areas=commitment["distinct_areas"] == "ja",
        paused=_pause(commitment),
    )


def _pause(promise: Row) -> tuple[date, date] | None:
    """The days of a pause that the register dates; without an end it lasts."""
    first, last = promise["paused_from"], promise["paused_to"]
    return None if first is None and last is None else (first or date.min, last or date.max)


def _pace_points(commitment: Row, entries: list[LogEntry], today: date) -> list[dict[str, Any]]:
    start, end = commitment["starts"], commitment["ends"]
    if start is None or end is None or not entries:
        return []
    inside = [entry for entry in entries if start <= entry.day <= end]
    counted = first_per_area(inside) if commitment["distinct_areas"] == "ja" else inside
    points = pace.progress(counted, target=commitment["target"], start=start, end=end, today=today)
    return [
        _point(commitment, point.period_start, done=point.done, cumulative=point.cumulative, planned=point.planned)
        for point in points
    ]


def _kept_points(commitment: Row, evidence: RecurringEvidence) -> list[dict[str, Any]]:
    return [
        _point(commitment, status.period.start, done=status.done, planned=status.required, status=status.status)
        for status in evidence.statuses
    ]


def _evidence(entry: LogEntry) -> tuple[Any, ...]:
    return entry.day.toordinal(), *entry[1:]


def _point(commitment: Row, start: date, **values: Any) -> dict[str, Any]:
    keys = ("municipality_code", "promise_id", "commitment_id")
    return {key: commitment[key] for key in keys} | {"period_start": start} | values


def _count_context(commitment: Row, entries: list[LogEntry]) -> CountContext:
    return CountContext(
        unit=commitment["unit"] or commitment["kind"],
        commitment=commitment["commitment"],
        place=commitment["municipality_name"],
        period=_period(commitment),
        distinct_areas=commitment["distinct_areas"] == "ja",
        last_report=max((entry.day for entry in entries), default=None),
    )


def _recurring_context(commitment: Row) -> RecurringContext:
    return RecurringContext(
        interval=commitment["interval"] or "år",
        per_period=commitment["target"],
        unit=commitment["unit"] or "tillfällen",
        period=_period(commitment),
    )


def _period(commitment: Row) -> tuple[date, date] | None:
    starts, ends = commitment["starts"], commitment["ends"]
    return (starts, ends) if starts and ends else None


def _yes_no(word: str | None) -> bool | None:
    return None if word is None else word == "ja"


_KEPT = (
    "municipality_code",
    "promise_id",
    "commitment_id",
    "ordinal",
    "commitment",
    "kind",
    "target",
    "unit",
    "interval",
    "responsible_party",
    "problem_id",
    "focus_area",
    "source",
)


def _commitments(con: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    return fetch(con, sql.read("evaluate", "commitments"))


def _log(con: duckdb.DuckDBPyConnection) -> dict[str, list[LogEntry]]:
    """The log by commitment, one entry a day (and area, where areas count): no rule looks at less than a day."""
    rows = con.execute(sql.read("evaluate", "activity_log")).fetchall()
    covers: dict[str | None, tuple[date, date] | None] = {None: None}
    log: dict[str, list[LogEntry]] = defaultdict(list)
    for commitment, day, amount, area, is_nil, period, missing in rows:
        if period not in covers:
            covers[period] = _span(period)
        log[commitment].append(LogEntry(day, amount, area, is_nil, covers[period], missing))
    return log


def _exemptions(text: str | None) -> tuple[tuple[date, date], ...]:
    spans = parse_exemptions(text or "")
    if isinstance(spans, Refusal):
        raise ValueError(f"exemptions passed intake unread: {text}")
    return spans


def _span(text: str) -> tuple[date, date] | None:
    parsed = parse_period(text)
    return None if isinstance(parsed, Refusal) else (parsed.start, parsed.end)


def _planned(con: duckdb.DuckDBPyConnection, today: date) -> dict[str, float]:
    return dict(con.execute(sql.read("evaluate", "planned"), {"today": today}).fetchall())


def _assessments(con: duckdb.DuckDBPyConnection, today: date) -> dict[str, str]:
    return dict(con.execute(sql.read("evaluate", "assessments"), {"today": today}).fetchall())
