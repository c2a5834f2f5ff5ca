"""Sentences about commitments with a number to reach."""

from etl.evaluate.contexts import CountContext, Told
from etl.evaluate.english.count_en import count_english
from etl.evaluate.headline import BLOCKED, headline, undecided_reason
from etl.evaluate.numbers_sv import date_sv, number, percent, plural, units
from etl.evaluate.sentences_count_forms import easy_count, report_count, short_count
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
from etl.evaluate.verdict import Judgement, Reason, Verdict

__all__ = ["rounded_forecast", "tell_count"]


def tell_count(judgement: Judgement, context: CountContext) -> Told:
    """Every text about one counted commitment."""
    claim, sentence = _count_claim(judgement, context), _count_sentence(judgement, context)
    return Told(
        sentence=sentence,
        claim=claim,
        headline=headline(judgement),
        reason=undecided_reason(judgement),
        alt=f"Diagram över redovisade {context.unit} mot {goal(judgement, context)}. {claim}.",
        interval=_forecast_text(judgement, context),
        short=short_count(judgement, context),
        easy=easy_count(judgement, context),
        report=report_count(judgement, context, sentence),
        english=count_english(judgement, context),
    )


def _count_sentence(judgement: Judgement, context: CountContext) -> str:
    done, reason = judgement.done or 0.0, judgement.reason_code
    aim = goal(judgement, context)
    shows = f"loggen visar hittills {of_target(judgement, context)}"
    if reason in BLOCKED:
        shown = f"; {shows}" if done > 0 and reason is not Reason.NOT_STARTED else ""
        return f"{BLOCKED[reason]}, så {aim} bedöms inte{shown}."
    if reason is Reason.NO_ACTIVITY_LOG:
        reached = "nås" if judgement.open_period else "är nått"
        return f"Ingen aktivitetslogg är inlämnad, så det går inte att avgöra om {aim} {reached}."
    if reason is Reason.DONE:
        return f"Loggen visar {amount(done, context)}, och minst {target_text(judgement)} utlovades."
    if reason is Reason.HOURS_MISSING:
        return _hours_missing(judgement, context)
    if reason is Reason.NOT_DONE:
        if done == 0:
            promised = goal_amount(judgement, context) if context.names_areas else f"minst {target_text(judgement)}"
            return f"Loggen visar inga {context.unit}, men {promised} utlovades."
        return f"Loggen visar {amount(done, context)}, men minst {target_text(judgement)} utlovades."
    silent = "Ingen har rapporterat på mer än 45 dagar"
    if context.last_report is not None:
        silent = f"Den senaste rapporten är från {date_sv(context.last_report)}"
    texts = {
        Reason.REPORTING_INCOMPLETE: f"Loggen visar {of_target(judgement, context)}, men rapporteringen har "
        "luckor, så det går inte att avgöra om målet är nått.",
        Reason.AREA_MISSING: f"Loggen visar {of_target(judgement, context)}, men området saknas på en del av raderna, "
        f"så det går inte att avgöra om {aim} {'nås' if judgement.open_period else 'är nått'}.",
        Reason.TOO_EARLY: "Mindre än en tiondel av löftestiden har gått, så det är för tidigt att bedöma "
        f"takten; {shows}.",
        Reason.NO_RECENT_REPORT: f"{silent}, så det går inte att avgöra om målet nås; {shows}.",
        Reason.TOO_FEW_WEEKS: f"Det behövs minst fyra hela veckor i loggen för att bedöma takten; {shows}.",
    }
    return texts[reason] if reason in texts else _pace_sentence(judgement, context)


def _hours_missing(judgement: Judgement, context: CountContext) -> str:
    rows = plural(judgement.rows_without_hours or 0, "rad", "rader")
    reached = "nås" if judgement.open_period else "är nått"
    question = f"så det går inte att avgöra om {goal(judgement, context)} {reached}"
    if judgement.done is None:
        return f"I aktivitetsloggen saknas antalet timmar på {rows}, {question}."
    so_far = " hittills" if judgement.open_period else ""
    return f"Loggen visar{so_far} {amount(judgement.done, context)}, men antalet timmar saknas på {rows}, {question}."


def _pace_sentence(judgement: Judgement, context: CountContext) -> str:
    if judgement.forecast is None:
        shows = f"Loggen visar hittills {of_target(judgement, context)}"
        if judgement.verdict is Verdict.ON_TRACK:
            return f"{shows}, och målet kan nås i tid."
        return f"{shows}, och det som är gjort och inbokat räcker inte för att nå målet."
    expected = rounded_forecast(judgement.forecast, judgement.target or 0)
    if judgement.verdict is Verdict.ON_TRACK:
        return f"I nuvarande takt når vi omkring {amount(expected, context)}, och målet är {target_text(judgement)}."
    target = judgement.target or 0
    promised = f"{units(target)} olika områden" if context.names_areas else amount(target, context)
    reach = f"I nuvarande takt når vi omkring {number(expected)} av {promised}"
    if judgement.reason_code is Reason.FORECAST_UNCLEAR:
        return f"{reach}, men takten varierar för mycket för att avgöra om målet nås."
    if judgement.needed_per_week is None or judgement.mean_per_week is None:
        return f"{reach}, och det räcker inte."
    if context.names_areas:
        return f"{reach}, och det räcker inte."
    needed, present = per_week(judgement.needed_per_week), per_week(judgement.mean_per_week)
    needs = f"för att klara målet krävs {needed} {context.unit} i veckan"
    return f"{reach}; {needs} i stället för dagens {present}."


def _count_claim(judgement: Judgement, context: CountContext) -> str:
    if judgement.done is None:
        return f"Utlovat: {goal_amount(judgement, context)}; {undecided_reason(judgement)}"
    if judgement.reason_code is Reason.DONE:
        return f"Redovisat: {amount(judgement.done, context)}, utlovat minst {target_text(judgement)}"
    so_far = " hittills" if judgement.open_period else ""
    unknown = "; timmar saknas på en del av raderna" if judgement.reason_code is Reason.HOURS_MISSING else ""
    return f"Redovisat{so_far}: {of_target(judgement, context)}{unknown}"


def _forecast_text(judgement: Judgement, context: CountContext) -> str:
    low, high = judgement.forecast_low, judgement.forecast_high
    if low is None or high is None or not has_forecast(judgement):
        return ""
    return f"Prognosintervall ({percent(80)}): {number(low)}–{number(high)} {context.unit}."
