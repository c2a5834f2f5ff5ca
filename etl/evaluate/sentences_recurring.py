"""Sentences about commitments that return every week, month, quarter, half-year or year."""

from etl.evaluate.contexts import RecurringContext, Told
from etl.evaluate.english.recurring_en import recurring_english
from etl.evaluate.headline import BLOCKED, headline, undecided_reason
from etl.evaluate.numbers_sv import in_words, period_text, plural, units, upper_first
from etl.evaluate.sentences_count_forms import easy_done_answer
from etl.evaluate.sentences_shared import EASY_WORDS, easy_text, fitting, second_sentence, undecided_short
from etl.evaluate.verdict import Judgement, Reason, Verdict
from etl.evaluate.wording import INTERVALS, one_unit, unit_word

_NEUTER = ("kvartal", "halvår", "år")
_EXPLAINED = {"kvartal": "Ett kvartal är tre månader.", "halvår": "Ett halvår är sex månader."}


def tell_recurring(judgement: Judgement, context: RecurringContext) -> Told:
    """Every text about one returning commitment."""
    claim, sentence = _claim(judgement, context), _sentence(judgement, context)
    return Told(
        sentence=sentence,
        claim=claim,
        headline=headline(judgement),
        reason=undecided_reason(judgement),
        alt=f"Diagram över {context.unit} per {context.interval}. {claim}.",
        short=_short(judgement, context),
        easy=_easy(judgement, context),
        report=_report(judgement, context, sentence),
        english=recurring_english(judgement, context),
    )


def _sentence(judgement: Judgement, context: RecurringContext) -> str:
    reason, promise = judgement.reason_code, _promise(context)
    is_open = judgement.open_period
    if reason in BLOCKED:
        return f"{BLOCKED[reason]}, så åtagandet om {promise} bedöms inte."
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


def _short(judgement: Judgement, context: RecurringContext) -> str:
    """One commitment on a display: at most 14 words."""
    promise = _promise(context)
    if not judgement.decided:
        return undecided_short(judgement, "", [f"Löftet om {promise}", upper_first(promise), "Löftet"])
    if not judgement.periods_closed:
        return fitting(
            [f"{upper_first(promise)}: {_none_closed(judgement, context)}", _none_closed(judgement, context)]
        )
    closed = judgement.periods_closed
    kept = f"{judgement.periods_kept or 0} av {plural(closed, *INTERVALS[context.interval])}"
    held = "har hållits" if judgement.open_period else "hölls"
    return fitting([f"Löftet om {promise} {held} i {kept}.", f"Löftet {held} i {kept}."])


def _easy(judgement: Judgement, context: RecurringContext) -> str:
    """One commitment in easy-read: what was promised, how often it was kept, and whether that is enough."""
    amount = one_unit(context.unit) if context.per_period == 1 else f"{in_words(context.per_period)} {context.unit}"
    counts = (amount, in_words(context.per_period))
    return easy_text(
        fitting([f"Det här lovades: minst {count} varje {context.interval}." for count in counts], EASY_WORDS),
        _EXPLAINED.get(context.interval, ""),
        *_easy_kept(judgement, context),
        *easy_done_answer(judgement),
    )


def _easy_kept(judgement: Judgement, context: RecurringContext) -> tuple[str, ...]:
    one, many = INTERVALS[context.interval]
    closed, kept, need = judgement.periods_closed or 0, judgement.periods_kept or 0, judgement.periods_needed or 0
    if judgement.periods_kept is None or judgement.reason_code is Reason.NO_ACTIVITY_LOG:
        return ()
    if not closed:
        still = "Den första perioden är inte slut än."
        return (still,) if judgement.decided else ()
    gender = "ett" if one in _NEUTER else "en"
    when = "Hittills har löftet hållits" if judgement.open_period else "Löftet hölls"
    told = f"{when} i {in_words(kept, gender)} av {in_words(closed, gender)} {one if closed == 1 else many}."
    enough = ""
    if judgement.reason_code in (Reason.DONE, Reason.NOT_DONE) and need < (judgement.periods_total or 0):
        enough = f"Minst {in_words(need, gender)} behövdes."
    unknown = ""
    if judgement.reason_code is Reason.UNKNOWN_SUBPERIODS:
        count = judgement.periods_unknown or 0
        unknown = f"Uppgifter saknas för {in_words(count, gender)} {one if count == 1 else many}."
    return told, enough, unknown


def _report(judgement: Judgement, context: RecurringContext, sentence: str) -> str:
    """The sentence, and a second one with period, log and caution."""
    period = period_text(*context.period) if context.period else ""
    if judgement.periods_kept is None or judgement.reason_code is Reason.NO_ACTIVITY_LOG:
        return f"{sentence} Åtagandet gäller {period}." if period else sentence
    log = f"underlaget är aktivitetsloggen{f' för {period}' if period else ''}"
    return f"{sentence} {second_sentence([log], ['loggen visar det som har rapporterats'])}"
