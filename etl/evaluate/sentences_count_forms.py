"""A counted commitment on a display, in easy-read and in a report: the same numbers, said three ways."""

from etl.evaluate.contexts import CountContext
from etl.evaluate.headline import BLOCKED
from etl.evaluate.numbers_sv import date_sv, in_words, number, period_text, units, upper_first
from etl.evaluate.sentences_count_parts import (
    amount,
    goal,
    goal_amount,
    has_forecast,
    of_target,
    per_week,
    rounded_forecast,
    target_text,
)
from etl.evaluate.sentences_shared import EASY_WORDS, easy_reasons, easy_text, fitting, second_sentence, undecided_short
from etl.evaluate.verdict import Judgement, Reason, Verdict
from etl.evaluate.wording import one_unit


def short_count(judgement: Judgement, context: CountContext) -> str:
    """One commitment on a display: at most 14 words."""
    done, target, reason = judgement.done or 0.0, target_text(judgement), judgement.reason_code
    if not judgement.decided:
        brief = f"{upper_first(context.unit)} i {target} områden" if context.names_areas else f"Målet på minst {target}"
        return undecided_short(judgement, "", [upper_first(goal(judgement, context)), brief])
    if reason is Reason.DONE:
        became = "Det är redan" if judgement.open_period else "Det blev"
        shown = amount(done, context)
        return fitting([f"{became} {shown}, och minst {target} utlovades.", f"{units(done)} av minst {target}."])
    if reason is Reason.NOT_DONE:
        if done == 0 and context.names_areas:
            shown, promised = f"inga {context.unit}", goal_amount(judgement, context)
        else:
            shown = amount(done, context) if done > 0 else f"inga {context.unit}"
            promised = f"minst {target}"
        return fitting([f"Det blev {shown}, men {promised} utlovades.", f"{units(done)} av minst {target}."])
    enough = judgement.verdict is Verdict.ON_TRACK
    ending = "och takten räcker" if enough else "och takten räcker inte"
    if judgement.forecast is None:
        ending = "och målet kan nås i tid" if enough else "och det räcker inte för att nå målet"
    so_far = (of_target(judgement, context), f"{units(done)} av {target}")
    return fitting([f"Hittills {text}, {ending}." for text in so_far])


def easy_count(judgement: Judgement, context: CountContext) -> str:
    """One commitment in easy-read: what was promised, what was done, and whether that is enough."""
    return easy_text(
        _easy_promise(judgement, context),
        _easy_done(judgement, context),
        *_easy_comparison(judgement, context),
        *_easy_last_report(judgement, context),
        *easy_done_answer(judgement),
    )


def easy_done_answer(judgement: Judgement) -> tuple[str, ...]:
    """Whether what was promised is done, in everyday words, with the reason when it cannot be told."""
    if judgement.verdict is Verdict.MET:
        return ("Det som lovades är gjort.",)
    if judgement.verdict is Verdict.ON_TRACK:
        return ("Det ser bra ut hittills.",)
    if judgement.verdict is Verdict.NOT_MET:
        return ("Hittills räcker det inte.",) if judgement.open_period else ("Allt som lovades blev inte gjort.",)
    if judgement.open_period:
        return (*easy_reasons(judgement), "Det går inte att säga än om allt blir gjort.")
    return (*easy_reasons(judgement), "Det går inte att säga om det som lovades är gjort.")


def _easy_amount(count: float, context: CountContext) -> str:
    if context.names_areas:
        areas = "ett område" if count == 1 else f"{in_words(count)} olika områden"
        return f"{context.unit} i {areas}" if count else f"inga {context.unit}"
    if count == 0:
        return f"inga {context.unit}"
    return one_unit(context.unit) if count == 1 else f"{in_words(count)} {context.unit}"


def _easy_promise(judgement: Judgement, context: CountContext) -> str:
    target = judgement.target or 0
    if context.names_areas:
        areas = "ett område" if target == 1 else f"{in_words(target)} olika områden"
        promised = f"{context.unit} i minst {areas}"
    else:
        promised = f"minst {_easy_amount(target, context)}"
    return fitting([f"Det här lovades: {promised}.", f"Minst {in_words(target)} lovades."], EASY_WORDS)


def _easy_done(judgement: Judgement, context: CountContext) -> str:
    if judgement.done is None or _is_blocked_before_anything(judgement):
        return ""
    so_far = judgement.open_period or judgement.reason_code in BLOCKED
    became = "Hittills är det" if so_far else "Det blev"
    partly_known = judgement.reason_code in (Reason.HOURS_MISSING, Reason.AREA_MISSING)
    known = "Listan visar" if partly_known else became
    counts = (_easy_amount(judgement.done, context), in_words(judgement.done))
    return fitting([f"{known} {count}." for count in counts], EASY_WORDS)


def _is_blocked_before_anything(judgement: Judgement) -> bool:
    return judgement.reason_code in BLOCKED and not judgement.done


def _easy_comparison(judgement: Judgement, context: CountContext) -> tuple[str, ...]:
    reason, done, target = judgement.reason_code, judgement.done or 0.0, judgement.target or 0.0
    if reason is Reason.DONE:
        return ("Det är precis så många som lovades." if done == target else "Det är fler än vad som lovades.",)
    if reason is Reason.NOT_DONE:
        return ("Det är färre än vad som lovades.",) if done else ()
    if judgement.forecast is None or not has_forecast(judgement):
        paced = {
            Reason.ON_PACE: "Det går att bli klar i tid.",
            Reason.BEHIND_PACE: "Det som är gjort och planerat räcker inte.",
        }
        return (paced[reason],) if reason in paced else ()
    expected = f"{number(rounded_forecast(judgement.forecast, target))}"
    counted = "olika områden" if context.names_areas else context.unit
    told = [fitting([f"I samma takt blir det ungefär {expected}{unit}." for unit in (f" {counted}", "")], EASY_WORDS)]
    if reason is Reason.BEHIND_PACE and not context.names_areas:
        told += _easy_per_week(judgement, context)
    return tuple(told)


def _easy_per_week(judgement: Judgement, context: CountContext) -> list[str]:
    needed, present = judgement.needed_per_week, judgement.mean_per_week
    if needed is None or present is None:
        return []
    return [f"Det behövs {per_week(needed)} i veckan.", f"Nu är det {per_week(present)} i veckan."]


def _easy_last_report(judgement: Judgement, context: CountContext) -> tuple[str, ...]:
    if judgement.reason_code is not Reason.NO_RECENT_REPORT or context.last_report is None:
        return ()
    return (f"Den senaste rapporten kom {date_sv(context.last_report)}.",)


def report_count(judgement: Judgement, context: CountContext, sentence: str) -> str:
    """The sentence, and a second one with period, log, forecast and caution."""
    period = period_text(*context.period) if context.period else ""
    if judgement.done is None or _is_blocked_before_anything(judgement):
        return f"{sentence} Åtagandet gäller {period}." if period else sentence
    log = f"underlaget är aktivitetsloggen{f' för {period}' if period else ''}"
    if context.last_report is not None:
        log += f", med den senaste rapporten {date_sv(context.last_report)}"
    clauses = [log]
    if has_forecast(judgement) and judgement.forecast_low is not None and judgement.forecast_high is not None:
        low, high = number(judgement.forecast_low), number(judgement.forecast_high)
        counted = "olika områden" if context.names_areas else context.unit
        clauses.append(f"prognosintervallet (80 procent) går från {low} till {high} {counted}")
    return f"{sentence} {second_sentence(clauses, ['loggen visar det som har rapporterats'])}"
