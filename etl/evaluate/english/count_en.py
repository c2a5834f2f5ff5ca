"""Commitments with a number to reach, in English; each sentence is that of sentences_count in other words."""

from etl.evaluate.contexts import CountContext
from etl.evaluate.english.names_en import unit_word
from etl.evaluate.english.numbers_en import date_en, number, plural, units
from etl.evaluate.english.verdicts_en import BLOCKED
from etl.evaluate.sentences_count_parts import rounded_forecast
from etl.evaluate.verdict import Judgement, Reason, Verdict


def count_english(judgement: Judgement, context: CountContext) -> str:
    """The sentence about one counted commitment."""
    done, reason = judgement.done or 0.0, judgement.reason_code
    aim = f"the goal of {_goal_amount(judgement, context)}"
    shows = f"the log so far shows {_of_target(judgement, context)}"
    is_reached = "will be reached" if judgement.open_period else "has been reached"
    if reason in BLOCKED:
        shown = f"; {shows}" if done > 0 and reason is not Reason.NOT_STARTED else ""
        return f"{BLOCKED[reason]}, so {aim} is not judged{shown}."
    if reason is Reason.NO_ACTIVITY_LOG:
        return f"No activity log has been submitted, so it cannot be determined whether {aim} {is_reached}."
    if reason is Reason.DONE:
        return f"The log shows {_amount(done, context)}, and at least {_target(judgement)} {_were(judgement)} promised."
    if reason is Reason.HOURS_MISSING:
        return _hours_missing(judgement, context, f"it cannot be determined whether {aim} {is_reached}")
    if reason is Reason.NOT_DONE:
        return _not_done(judgement, context)
    silent = "Nobody has reported for more than 45 days"
    if context.last_report is not None:
        silent = f"The latest report is from {date_en(context.last_report)}"
    so = "so it cannot be determined whether the goal"
    texts = {
        Reason.REPORTING_INCOMPLETE: f"The log shows {_of_target(judgement, context)}, but there are gaps in the "
        f"reporting, {so} has been reached.",
        Reason.AREA_MISSING: f"The log shows {_of_target(judgement, context)}, but the area is missing on some of the "
        f"rows, so it cannot be determined whether {aim} {is_reached}.",
        Reason.TOO_EARLY: "Less than a tenth of the promise period has passed, so it is too early to judge the pace; "
        f"{shows}.",
        Reason.NO_RECENT_REPORT: f"{silent}, {so} will be reached; {shows}.",
        Reason.TOO_FEW_WEEKS: f"At least four full weeks in the log are needed to judge the pace; {shows}.",
    }
    return texts[reason] if reason in texts else _pace(judgement, context)


def _not_done(judgement: Judgement, context: CountContext) -> str:
    done = judgement.done or 0.0
    if done > 0:
        return f"The log shows {_amount(done, context)}, but at least {_target(judgement)} {_were(judgement)} promised."
    promised = f"at least {_target(judgement)} {_were(judgement)}"
    if context.names_areas:
        promised = f"{_goal_amount(judgement, context)} were"
    return f"The log shows no {unit_word(0, context.unit)}, but {promised} promised."


def _hours_missing(judgement: Judgement, context: CountContext, question: str) -> str:
    rows = plural(judgement.rows_without_hours or 0, "row", "rows")
    if judgement.done is None:
        return f"In the activity log the number of hours is missing on {rows}, so {question}."
    shows = "The log so far shows" if judgement.open_period else "The log shows"
    return f"{shows} {_amount(judgement.done, context)}, but the number of hours is missing on {rows}, so {question}."


def _pace(judgement: Judgement, context: CountContext) -> str:
    if judgement.forecast is None:
        shows = f"The log so far shows {_of_target(judgement, context)}"
        if judgement.verdict is Verdict.ON_TRACK:
            return f"{shows}, and the goal can be reached in time."
        return f"{shows}, and what has been done and booked is not enough to reach the goal."
    target = judgement.target or 0
    expected = rounded_forecast(judgement.forecast, target)
    if judgement.verdict is Verdict.ON_TRACK:
        return f"At the current pace we will reach about {_amount(expected, context)}; the goal is {units(target)}."
    promised = f"{units(target)} different areas" if context.names_areas else _amount(target, context)
    reach = f"At the current pace we will reach about {number(expected)} of {promised}"
    if judgement.reason_code is Reason.FORECAST_UNCLEAR:
        return f"{reach}, but the pace varies too much to determine whether the goal will be reached."
    if judgement.needed_per_week is None or judgement.mean_per_week is None or context.names_areas:
        return f"{reach}, which is not enough."
    needed, present = _per_week(judgement.needed_per_week), _per_week(judgement.mean_per_week)
    needs = f"reaching the goal takes {needed} {unit_word(2, context.unit)} a week"
    return f"{reach}; {needs} instead of today’s {present}."


def _amount(count: float, context: CountContext) -> str:
    if context.names_areas:
        return f"{unit_word(2, context.unit)} in {units(count)} {'area' if count == 1 else 'different areas'}"
    return f"{units(count)} {unit_word(count, context.unit)}"


def _of_target(judgement: Judgement, context: CountContext) -> str:
    done, target = units(judgement.done or 0.0), judgement.target or 0
    if context.names_areas:
        return f"{unit_word(2, context.unit)} in {done} of {units(target)} different areas"
    return f"{done} of {units(target)} {unit_word(target, context.unit)}"


def _goal_amount(judgement: Judgement, context: CountContext) -> str:
    target = judgement.target or 0
    if context.names_areas:
        areas = "area" if target == 1 else "different areas"
        return f"{unit_word(2, context.unit)} in at least {units(target)} {areas}"
    return f"at least {_amount(target, context)}"


def _target(judgement: Judgement) -> str:
    return units(judgement.target or 0)


def _were(judgement: Judgement) -> str:
    return "was" if judgement.target == 1 else "were"


def _per_week(units_per_week: float) -> str:
    return number(units_per_week) if units_per_week >= 10 else number(units_per_week, 1)
