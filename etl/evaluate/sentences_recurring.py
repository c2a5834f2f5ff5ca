"""Sentences about commitments that return every week, month, quarter, half-year or year."""

from etl.evaluate.contexts import RecurringContext, Told
from etl.evaluate.headline import BLOCKED, headline, undecided_reason
from etl.evaluate.numbers_sv import plural, units, upper_first
from etl.evaluate.verdict import Judgement, Reason, Verdict
from etl.evaluate.wording import INTERVALS, unit_word

_NEUTER = ("kvartal", "halvår", "år")


def tell_recurring(judgement: Judgement, context: RecurringContext) -> Told:
    """Every text about one returning commitment."""
    claim = _claim(judgement, context)
    return Told(
        sentence=_sentence(judgement, context),
        claim=claim,
        headline=headline(judgement),
        reason=undecided_reason(judgement),
        alt=f"Diagram över {context.unit} per {context.interval}. {claim}.",
    )


def _sentence(judgement: Judgement, context: RecurringContext) -> str:
    reason, promise = judgement.reason_code, _promise(context)
    is_open = judgement.open_period
    if reason in BLOCKED:
        return f"{BLOCKED[reason]}, så löftet om {promise} bedöms inte."
    question = f"så det går inte att avgöra om löftet om {promise} {'hålls' if is_open else 'hölls'}"
    if reason is Reason.NO_ACTIVITY_LOG:
        return f"Ingen aktivitetslogg är inlämnad, {question}."
    if judgement.periods_total is None:
        return f"Det finns inga uppgifter, {question}."
    if reason is Reason.UNKNOWN_SUBPERIODS:
        unknown, closed = judgement.periods_unknown or 0, judgement.periods_closed or 0
        return f"Uppgifter saknas för {unknown} av {closed} {_closed(closed, context.interval)}, {question}."
    if reason is Reason.CLOSED_EARLY:
        kept, total = judgement.periods_kept or 0, plural(judgement.periods_total, *INTERVALS[context.interval])
        return f"Löftet avslutades i förtid, efter att ha hållits i {kept} av {total}, {question}."
    if not judgement.periods_closed:
        return _none_closed(judgement, context)
    return _kept_sentence(judgement, context)


def _kept_sentence(judgement: Judgement, context: RecurringContext) -> str:
    reason, promise = judgement.reason_code, _promise(context)
    total, need = judgement.periods_total or 0, judgement.periods_needed or 0
    held = "har hittills hållits" if judgement.open_period else "hölls"
    start = f"Löftet om {promise} {held} i {_kept_of_closed(judgement, context)}"
    if reason is Reason.DONE:
        enough = f", och minst {need} krävdes" if need < total else ""
        all_periods = plural(total, *INTERVALS[context.interval])
        return f"Löftet om {promise} hölls i {judgement.periods_kept or 0} av {all_periods}{enough}."
    if reason is Reason.NOT_DONE and judgement.open_period:
        return f"{start}, och det går inte längre att nå {need} av {total}."
    if reason is Reason.NOT_DONE:
        return f"{start}, men minst {need} krävdes."
    if judgement.verdict is Verdict.ON_TRACK:
        return f"{start}, och det räcker så här långt."
    return f"{start}, och det är för få för att nå {need} av {total}."


def _none_closed(judgement: Judgement, context: RecurringContext) -> str:
    one = INTERVALS[context.interval][0]
    state = "följer planen" if judgement.verdict is Verdict.ON_TRACK else "ligger efter planen"
    if one in _NEUTER:
        return f"Inget helt {one} har gått än, och det pågående {state}."
    return f"Ingen hel {one} har gått än, och den pågående {state}."


def _claim(judgement: Judgement, context: RecurringContext) -> str:
    if judgement.periods_kept is None or judgement.reason_code is Reason.NO_ACTIVITY_LOG:
        return f"{upper_first(_promise(context))}: {undecided_reason(judgement) or 'inga uppgifter'}"
    if not judgement.periods_closed:
        return f"{upper_first(_promise(context))}: ingen hel period har gått"
    if judgement.reason_code is Reason.UNKNOWN_SUBPERIODS:
        unknown, closed = judgement.periods_unknown or 0, judgement.periods_closed
        return f"Uppgifter saknas för {unknown} av {closed} {_closed(closed, context.interval)}"
    held = "har hållits" if judgement.open_period else "hölls"
    return f"Löftet {held} i {_kept_of_closed(judgement, context)}"


def _promise(context: RecurringContext) -> str:
    amount = f"{units(context.per_period)} {unit_word(context.per_period, context.unit)}"
    return f"minst {amount} per {context.interval}"


def _kept_of_closed(judgement: Judgement, context: RecurringContext) -> str:
    closed = judgement.periods_closed or 0
    return f"{judgement.periods_kept or 0} av {closed} {_closed(closed, context.interval)}"


def _closed(closed: int, interval: str) -> str:
    one, many = INTERVALS[interval]
    if closed != 1:
        return f"avslutade {many}"
    return f"avslutat {one}" if one in _NEUTER else f"avslutad {one}"
