"""Verdicts, reasons and what blocks a judgement, in English."""

from collections.abc import Mapping
from types import MappingProxyType

from etl.evaluate.english.names_en import quoted
from etl.evaluate.headline import reason_text
from etl.evaluate.verdict import Direction, Judgement, Leaning, Reason, Verdict

VERDICTS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.MET: "Met",
        Verdict.ON_TRACK: "On track",
        Verdict.NOT_MET: "Not met",
        Verdict.UNDECIDABLE: "Cannot be determined",
    }
)

REASONS: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.NO_DATA: "no data",
        Reason.NO_ACTIVITY_LOG: "no activity log",
        Reason.NO_MEASURE: "the goal has no measure",
        Reason.NO_TARGET: "no number is given",
        Reason.NO_PARTS: "no goal in figures",
        Reason.NO_PRIMARY: "no main goal in figures",
        Reason.NO_BASELINE: "no figures from before the promise",
        Reason.NO_FOLLOWUP: "no figures from the promise period",
        Reason.NO_POPULATION: "the population is not known",
        Reason.NO_BASELINE_WAVE: "no survey before the promise",
        Reason.NO_FOLLOWUP_WAVE: "no survey after the promise began",
        Reason.PERIOD_MISSING: "the promise gives no period",
        Reason.PAUSED: "the promise is paused",
        Reason.CONDITIONAL: "the promise depends on a condition",
        Reason.NOT_STARTED: "the promise period has not begun",
        Reason.DEFINITION_CHANGED: "the way of counting has changed",
        Reason.INSTRUMENT_CHANGED: "the survey has changed",
        Reason.BASE_TOO_SMALL: "too few reports before the promise",
        Reason.BASELINE_TOO_SHORT: "less than two years to compare with",
        Reason.FOLLOWUP_TOO_SHORT: "less than six months have been followed up",
        Reason.TOO_FEW_ANSWERS: "too few answers",
        Reason.N_NOT_PUBLISHED: "the number of respondents is not published",
        Reason.INDEX_NEVER_DECIDES: "the index has no published margin of error",
        Reason.NOT_JUDGEABLE: "the measure is shown but decides no goal",
        Reason.TOO_EARLY: "too early to judge the pace",
        Reason.NO_RECENT_REPORT: "no report for more than 45 days",
        Reason.REPORTING_INCOMPLETE: "there are gaps in the reporting",
        Reason.HOURS_MISSING: "hours are missing in the log",
        Reason.AREA_MISSING: "areas are missing in the log",
        Reason.TOO_FEW_WEEKS: "fewer than four full weeks in the log",
        Reason.FORECAST_UNCLEAR: "the pace varies too much",
        Reason.UNKNOWN_SUBPERIODS: "data are missing for part of the promise period",
        Reason.NO_SUBPERIOD_CLOSED: "no part of the period is over",
        Reason.CLOSED_EARLY: "the promise ended early",
        Reason.WITHIN_CHANCE: "nothing clear",
        Reason.REPORTING_EFFECT: "police reports and survey point in different directions",
        Reason.PART_UNDECIDED: "there is too little to go on",
        Reason.IMPROVED: "the improvement is statistically certain",
        Reason.MAINTAINED: "a clear deterioration can be ruled out",
        Reason.TOWARDS_GOAL: "it is going the right way but is not yet certain",
        Reason.WORSENED: "nothing points to an improvement",
        Reason.NO_IMPROVEMENT: "nothing points to an improvement",
        Reason.DONE: "what was promised has been done",
        Reason.NOT_DONE: "less was done than promised",
        Reason.ON_PACE: "the pace is sufficient",
        Reason.BEHIND_PACE: "the pace is not sufficient",
        Reason.ALL_MET: "every part has been met",
        Reason.ALL_ON_TRACK: "the parts have been met or are on track",
        Reason.SOME_NOT_MET: "at least one part has not been met",
    }
)

BLOCKED: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.PERIOD_MISSING: "The promise gives no period",
        Reason.PAUSED: "The promise is paused",
        Reason.CONDITIONAL: "The promise applies only once a condition has been met",
        Reason.NOT_STARTED: "The promise period has not begun",
    }
)

_LEANINGS: Mapping[Leaning, str] = MappingProxyType(
    {Leaning.DECREASE: "points to a decrease", Leaning.INCREASE: "points to an increase"}
)
_NOUNS: Mapping[Direction, str] = MappingProxyType(
    {Direction.DECREASE: "decrease", Direction.INCREASE: "increase", Direction.MAINTAIN: "change"}
)
_FROM_SWEDISH: Mapping[str, str] = MappingProxyType(
    {reason_text(reason): english for reason, english in REASONS.items()}
    | {reason_text(Reason.WITHIN_CHANCE, leaning): english for leaning, english in _LEANINGS.items()}
)


def undecided_reason(judgement: Judgement) -> str:
    """Why a verdict cannot be given; empty when it can."""
    if judgement.decided:
        return ""
    if judgement.reason_code is Reason.WITHIN_CHANCE and judgement.leaning is not None:
        return _LEANINGS[judgement.leaning]
    return REASONS[judgement.reason_code]


def reason_from_swedish(reason: str) -> str:
    """The English of a stored Swedish reason; one that is not known stays in Swedish, in quotation marks."""
    if not reason:
        return ""
    return _FROM_SWEDISH.get(reason) or quoted(reason)


def change_noun(direction: Direction | None, *, otherwise: Direction) -> str:
    """decrease, increase or change: what a goal asks for."""
    return _NOUNS[direction or otherwise]


def a_change(noun: str) -> str:
    """ "a decrease", "an increase"."""
    return f"{'an' if noun[0] in 'aeio' else 'a'} {noun}"
