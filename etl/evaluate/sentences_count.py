"""Sentences about commitments with a number to reach."""

from etl.evaluate.contexts import CountContext, Told
from etl.evaluate.headline import BLOCKED, headline, undecided_reason
from etl.evaluate.numbers_sv import date_sv, number, plural, units
from etl.evaluate.verdict import Judgement, Reason, Verdict
from etl.evaluate.wording import unit_word

_FORECAST = (Reason.ON_PACE, Reason.BEHIND_PACE, Reason.FORECAST_UNCLEAR)


def tell_count(judgement: Judgement, context: CountContext) -> Told:
    """Every text about one counted commitment."""
    claim = _count_claim(judgement, context)
    return Told(
        sentence=_count_sentence(judgement, context),
        claim=claim,
        headline=headline(judgement),
        reason=undecided_reason(judgement),
        alt=f"Diagram över redovisade {context.unit} mot {_goal(judgement, context)}. {claim}.",
        interval=_forecast_text(judgement, context),
    )


def _count_sentence(judgement: Judgement, context: CountContext) -> str:
    done, reason = judgement.done or 0.0, judgement.reason_code
    goal = _goal(judgement, context)
    shows = f"loggen visar hittills {_of_target(judgement, context)}"
    if reason in BLOCKED:
        shown = f"; {shows}" if done > 0 and reason is not Reason.NOT_STARTED else ""
        return f"{BLOCKED[reason]}, så {goal} bedöms inte{shown}."
    if reason is Reason.NO_ACTIVITY_LOG:
        reached = "nås" if judgement.open_period else "är nått"
        return f"Ingen aktivitetslogg är inlämnad, så det går inte att avgöra om {goal} {reached}."
    if reason is Reason.DONE:
        return f"Loggen visar {_amount(done, context)}, och minst {_target(judgement)} utlovades."
    if reason is Reason.HOURS_MISSING:
        return _hours_missing(judgement, context)
    if reason is Reason.NOT_DONE:
        shown = _amount(done, context) if done > 0 else f"inga {context.unit}"
        return f"Loggen visar {shown}, men minst {_target(judgement)} utlovades."
    silent = "Ingen har rapporterat på mer än 45 dagar"
    if context.last_report is not None:
        silent = f"Den senaste rapporten är från {date_sv(context.last_report)}"
    texts = {
        Reason.REPORTING_INCOMPLETE: f"Loggen visar {_of_target(judgement, context)}, men rapporteringen har "
        "luckor, så det går inte att avgöra om målet är nått.",
        Reason.TOO_EARLY: "Mindre än en tiondel av löftestiden har gått, så det är för tidigt att bedöma "
        f"takten; {shows}.",
        Reason.NO_RECENT_REPORT: f"{silent}, så det går inte att avgöra om målet nås; {shows}.",
        Reason.TOO_FEW_WEEKS: f"Det behövs minst fyra hela veckor i loggen för att bedöma takten; {shows}.",
    }
    return texts[reason] if reason in texts else _pace_sentence(judgement, context)


def _hours_missing(judgement: Judgement, context: CountContext) -> str:
    rows = plural(judgement.rows_without_hours or 0, "rad", "rader")
    reached = "nås" if judgement.open_period else "är nått"
    question = f"så det går inte att avgöra om {_goal(judgement, context)} {reached}"
    if judgement.done is None:
        return f"I aktivitetsloggen saknas antalet timmar på {rows}, {question}."
    so_far = " hittills" if judgement.open_period else ""
    return f"Loggen visar{so_far} {_amount(judgement.done, context)}, men antalet timmar saknas på {rows}, {question}."


def _pace_sentence(judgement: Judgement, context: CountContext) -> str:
    if judgement.forecast is None:
        shows = f"Loggen visar hittills {_of_target(judgement, context)}"
        if judgement.verdict is Verdict.ON_TRACK:
            return f"{shows}, och målet kan nås i tid."
        return f"{shows}, och det som är gjort och inbokat räcker inte för att nå målet."
    expected = rounded_forecast(judgement.forecast, judgement.target or 0)
    if judgement.verdict is Verdict.ON_TRACK:
        amount = _amount(expected, context)
        return f"I nuvarande takt når vi omkring {amount}, och målet är {_target(judgement)}."
    reach = f"I nuvarande takt når vi omkring {number(expected)} av {_amount(judgement.target or 0, context)}"
    if judgement.reason_code is Reason.FORECAST_UNCLEAR:
        return f"{reach}, men takten varierar för mycket för att avgöra om målet nås."
    if judgement.needed_per_week is None or judgement.mean_per_week is None:
        return f"{reach}, och det räcker inte."
    if context.names_areas:
        return f"{reach}, och det räcker inte."
    needed, present = _rate(judgement.needed_per_week), _rate(judgement.mean_per_week)
    needs = f"för att klara målet krävs {needed} {context.unit} i veckan"
    return f"{reach}; {needs} i stället för dagens {present}."


def rounded_forecast(forecast: float, target: float) -> float:
    """A forecast without false precision, never rounded across the target it is compared with."""
    step = 10 if forecast >= 1000 else 1
    rounded = float(round(forecast / step) * step)
    if (rounded >= target) == (forecast >= target):
        return rounded
    return float(int(forecast)) if forecast < target else float(-int(-forecast // 1))


def _count_claim(judgement: Judgement, context: CountContext) -> str:
    if judgement.done is None:
        return f"Utlovat: {_goal_amount(judgement, context)}; {undecided_reason(judgement)}"
    if judgement.reason_code is Reason.DONE:
        return f"Redovisat: {_amount(judgement.done, context)}, utlovat minst {_target(judgement)}"
    so_far = " hittills" if judgement.open_period else ""
    unknown = "; timmar saknas på en del av raderna" if judgement.reason_code is Reason.HOURS_MISSING else ""
    return f"Redovisat{so_far}: {_of_target(judgement, context)}{unknown}"


def _forecast_text(judgement: Judgement, context: CountContext) -> str:
    low, high = judgement.forecast_low, judgement.forecast_high
    if low is None or high is None or judgement.reason_code not in _FORECAST:
        return ""
    return f"Prognosintervall (80 %): {number(low)}–{number(high)} {context.unit}."


def _amount(count: float, context: CountContext) -> str:
    if context.names_areas:
        areas = "område" if count == 1 else "olika områden"
        return f"{context.unit} i {units(count)} {areas}"
    return f"{units(count)} {unit_word(count, context.unit)}"


def _of_target(judgement: Judgement, context: CountContext) -> str:
    done, target = units(judgement.done or 0.0), judgement.target or 0
    if context.names_areas:
        return f"{context.unit} i {done} av {units(target)} olika områden"
    return f"{done} av {units(target)} {unit_word(target, context.unit)}"


def _goal(judgement: Judgement, context: CountContext) -> str:
    return f"målet på {_goal_amount(judgement, context)}"


def _goal_amount(judgement: Judgement, context: CountContext) -> str:
    target = judgement.target or 0
    if context.names_areas:
        return f"{context.unit} i minst {units(target)} {'område' if target == 1 else 'olika områden'}"
    return f"minst {_amount(target, context)}"


def _target(judgement: Judgement) -> str:
    return units(judgement.target or 0)


def _rate(per_week: float) -> str:
    return number(per_week) if per_week >= 10 else number(per_week, 1)
