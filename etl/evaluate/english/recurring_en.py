"""Commitments that return every week, month, quarter, half-year or year, in English."""

from etl.evaluate.contexts import RecurringContext
from etl.evaluate.english.names_en import INTERVALS, unit_word
from etl.evaluate.english.numbers_en import plural, units
from etl.evaluate.english.verdicts_en import BLOCKED
from etl.evaluate.verdict import Judgement, Reason, Verdict


def recurring_english(judgement: Judgement, context: RecurringContext) -> str:
    """The sentence about one returning commitment."""
    reason, promise = judgement.reason_code, _promise(context)
    if reason in BLOCKED:
        return f"{BLOCKED[reason]}, so the commitment of {promise} is not judged."
    kept = "is being kept" if judgement.open_period else "was kept"
    question = f"so it cannot be determined whether the promise of {promise} {kept}"
    if reason is Reason.NO_ACTIVITY_LOG:
        return f"No activity log has been submitted, {question}."
    if judgement.periods_total is None:
        return f"There are no data, {question}."
    closed = judgement.periods_closed or 0
    if reason is Reason.UNKNOWN_SUBPERIODS:
        missing = f"{judgement.periods_unknown or 0} of {closed} {_completed(closed, context.interval)}"
        return f"Data are missing for {missing}, {question}."
    if reason is Reason.CLOSED_EARLY:
        total = plural(judgement.periods_total, *INTERVALS[context.interval])
        return f"The promise ended early, after being kept in {judgement.periods_kept or 0} of {total}, {question}."
    if not closed:
        state = "is on schedule" if judgement.verdict is Verdict.ON_TRACK else "is behind schedule"
        return f"No full {INTERVALS[context.interval][0]} has passed yet, and the current one {state}."
    return _kept(judgement, context)


def _kept(judgement: Judgement, context: RecurringContext) -> str:
    reason, subject = judgement.reason_code, f"The promise of {_promise(context)}"
    total, need = judgement.periods_total or 0, judgement.periods_needed or 0
    kept, closed = judgement.periods_kept or 0, judgement.periods_closed or 0
    held = "has so far been kept" if judgement.open_period else "was kept"
    start = f"{subject} {held} in {kept} of {closed} {_completed(closed, context.interval)}"
    if reason is Reason.DONE:
        enough = f", and at least {need} {'was' if need == 1 else 'were'} required" if need < total else ""
        return f"{subject} was kept in {kept} of {plural(total, *INTERVALS[context.interval])}{enough}."
    if reason is Reason.NOT_DONE and judgement.open_period:
        return f"{start}, and it is no longer possible to reach {need} of {total}."
    if reason is Reason.NOT_DONE:
        return f"{start}, but at least {need} {'was' if need == 1 else 'were'} required."
    if judgement.verdict is Verdict.ON_TRACK:
        return f"{start}, which is enough so far."
    return f"{start}, which is too few to reach {need} of {total}."


def _promise(context: RecurringContext) -> str:
    """ "at least 2 safety walks per quarter"."""
    amount = f"{units(context.per_period)} {unit_word(context.per_period, context.unit)}"
    return f"at least {amount} per {INTERVALS[context.interval][0]}"


def _completed(closed: int, interval: str) -> str:
    return f"completed {INTERVALS[interval][0 if closed == 1 else 1]}"
