"""Goals measured in reported crime, in English; each sentence is that of sentences_crime in other words."""

from collections.abc import Callable

from etl.evaluate.contexts import CrimeContext
from etl.evaluate.english.names_en import crimes
from etl.evaluate.english.numbers_en import in_period, number, percent, same_months_of
from etl.evaluate.english.verdicts_en import BLOCKED, a_change, change_noun
from etl.evaluate.headline import missed_target_but_improved, reached_but_not_surely
from etl.evaluate.numbers_sv import rounded_half_up
from etl.evaluate.sentences_crime_parts import BIGGEST_SHOWN, is_clear, months_if_part_of_a_year, spans
from etl.evaluate.verdict import Direction, Judgement, Leaning, Reason, Verdict

ORDINARY_SWINGS = "the usual variation between years"


def crime_english(judgement: Judgement, context: CrimeContext) -> str:
    """The sentence about one crime goal."""
    if judgement.estimate is None:
        return _nothing_to_compare(judgement, context)
    endings: dict[Reason, Callable[[Judgement], str]] = {
        Reason.IMPROVED: _improved,
        Reason.TOWARDS_GOAL: _towards,
        Reason.WORSENED: _worsened,
        Reason.NO_IMPROVEMENT: _no_improvement,
        Reason.MAINTAINED: _maintained,
        Reason.WITHIN_CHANCE: _within_chance,
        Reason.REPORTING_EFFECT: _reporting_effect,
    }
    return f"{_comparison(judgement, context)}{endings[judgement.reason_code](judgement)}."


def crime_claim(judgement: Judgement, context: CrimeContext) -> str:
    """What the goal shows, without a full stop."""
    reported = f"eported {crimes(context.crime, context.crime_name)}"
    if judgement.estimate is None:
        if judgement.reason_code in (Reason.NO_DATA, Reason.NO_BASELINE, Reason.NO_FOLLOWUP):
            return f"There are no data on r{reported}"
        return f"It cannot be determined whether r{reported} {_done_verb(judgement)}"
    moved = "increased" if judgement.estimate > 0 else "decreased" if judgement.estimate < 0 else "stayed the same"
    if judgement.reason_code is Reason.REPORTING_EFFECT:
        return f"R{reported} {moved}, but the survey says otherwise"
    if judgement.verdict is Verdict.UNDECIDABLE:
        return _grey_claim(judgement, reported)
    if reached_but_not_surely(judgement):
        return f"R{reported} {moved}, but it is not certain that the goal has been reached"
    if missed_target_but_improved(judgement):
        return f"R{reported} have not {_verb(judgement)} as much as promised"
    during = _when(context)
    if judgement.reason_code is Reason.NO_IMPROVEMENT:
        return f"R{reported} have not clearly {_verb(judgement)} {during}".strip()
    if judgement.reason_code is Reason.MAINTAINED and not is_clear(judgement):
        return f"R{reported} have stayed at the same level"
    if judgement.open_period:
        unsure = ", but this is not certain" if judgement.reason_code is Reason.TOWARDS_GOAL else ""
        return f"R{reported} have so far {moved}{unsure}"
    return f"R{reported} {moved} {during}"


def _comparison(judgement: Judgement, context: CrimeContext) -> str:
    """ "In X, 50% more thefts per inhabitant were reported in 2017 than in 2015–2016"."""
    before, after = spans(context)
    plural, is_open = crimes(context.crime, context.crime_name), judgement.open_period
    start = f"So far, in {context.place}," if is_open else f"In {context.place},"
    were = "have been reported" if is_open else f"were reported {in_period(*after)}"
    than = in_period(*before) if months_if_part_of_a_year(context) is None else same_months_of(*before)
    if context.x1 == 0:
        return f"{start} no {plural} {were}, compared with {number(context.x0 or 0)} in total {than}"
    amount, link = _amount(judgement)
    return f"{start} {amount} {plural} per inhabitant {were} {link} {than}"


def _amount(judgement: Judgement) -> tuple[str, str]:
    """ "50% more" and "than", "about as many" and "as"; never a zero with a direction."""
    estimate, moved = judgement.estimate or 0.0, judgement.verdict is not Verdict.UNDECIDABLE
    word = "more" if estimate > 0 else "fewer"
    if rounded_half_up(abs(estimate)) == 0:
        return (f"just under 1% {word}", "than") if moved and abs(estimate) > 0.05 else ("about as many", "as")
    if estimate > BIGGEST_SHOWN:
        return "more than ten times as many", "as"
    return f"{percent(abs(estimate))} {word}", "than"


def _improved(judgement: Judgement) -> str:
    if judgement.target is not None:
        return f", and {_promised(judgement)} has been reached even allowing for the uncertainty"
    return f", which is more than {ORDINARY_SWINGS}"


def _towards(judgement: Judgement) -> str:
    if judgement.target is not None:
        return f", but it is not yet certain that {_promised(judgement)} will be reached"
    return f", but the {_noun(judgement)} is not yet certain"


def _worsened(judgement: Judgement) -> str:
    if judgement.target is not None:
        return f", so {_promised(judgement)} has not been reached"
    if is_clear(judgement):
        return f", which is more than {ORDINARY_SWINGS}"
    if judgement.direction is Direction.MAINTAIN:
        return ", so things are moving in the wrong direction"
    return f", so nothing points to {a_change(_noun(judgement))}"


def _no_improvement(judgement: Judgement) -> str:
    if judgement.target is not None:
        return f", and it is not certain that {_promised(judgement)} has been reached"
    return f", and {a_change(_noun(judgement))} of more than 5% can be ruled out"


def _maintained(judgement: Judgement) -> str:
    if is_clear(judgement) and (judgement.estimate or 0) < 0:
        return f", which is more than {ORDINARY_SWINGS}"
    return ", and a clear increase can be ruled out"


def _within_chance(judgement: Judgement) -> str:
    if judgement.target is not None:
        return f", and it cannot be determined whether {_promised(judgement)} has been reached"
    if judgement.leaning is not None:
        leaning = "a decrease" if judgement.leaning is Leaning.DECREASE else "an increase"
        return f"; this points to {leaning} but may lie within {ORDINARY_SWINGS}"
    return f"; the difference lies within {ORDINARY_SWINGS}, so it cannot be determined whether they have become fewer or more"  # noqa: E501


def _reporting_effect(judgement: Judgement) -> str:
    if (judgement.estimate or 0) > 0:
        return ", but in the survey fewer are victims; more reports may mean that more people report"
    return ", but in the survey more are victims; fewer reports may mean that fewer people report"


def _nothing_to_compare(judgement: Judgement, context: CrimeContext) -> str:
    reported = f"reported {crimes(context.crime, context.crime_name)} in {context.place}"
    so = f"so it cannot be determined whether they {_done_verb(judgement)}"
    after = in_period(*context.followup) if context.followup else "in the promise period"
    reason = judgement.reason_code
    if reason in BLOCKED:
        return f"{BLOCKED[reason]}, so it cannot be determined whether {reported} {_done_verb(judgement)}."
    texts = {
        Reason.NO_DATA: f"There are no data on {reported}, {so}.",
        Reason.NO_BASELINE: f"There are no data on {reported} from before the promise, {so}.",
        Reason.NO_FOLLOWUP: f"There are no data on {reported} {after}, {so}.",
        Reason.NOT_JUDGEABLE: f"The number of {reported} mainly shows how much the police check, so the figures are "
        "shown but do not decide the goal.",
        Reason.DEFINITION_CHANGED: f"The way of counting {reported} changed between the periods, {so}.",
        Reason.BASE_TOO_SMALL: f"{_few(context)}, which is too few to judge a change.",
        Reason.BASELINE_TOO_SHORT: f"There are less than two years to compare {reported} with, {so}.",
        Reason.FOLLOWUP_TOO_SHORT: f"Less than six months of {reported} have been followed up, {so}.",
        Reason.NO_POPULATION: f"The population is not known, so {reported} cannot be counted per inhabitant.",
    }
    return texts.get(reason, f"There is too little to go on to judge {reported}.")


def _few(context: CrimeContext) -> str:
    """ "Only 9 thefts were reported in X in 2015–2016"."""
    plural, count = crimes(context.crime, context.crime_name), context.x0 or 0
    before = in_period(*context.baseline) if context.baseline else "before the promise"
    counted = ", counting the same months as are followed up" if months_if_part_of_a_year(context) else ""
    where = f"reported in {context.place} {before}{counted}"
    if count == 0:
        return f"No {plural} were {where}"
    return f"Only one of the {plural} was {where}" if count == 1 else f"Only {number(count)} {plural} were {where}"


def _grey_claim(judgement: Judgement, reported: str) -> str:
    if judgement.target is not None:
        return f"It cannot be determined whether the goal for r{reported} has been reached"
    if judgement.leaning is None:
        return f"It cannot be determined whether r{reported} {_done_verb(judgement)}"
    verb = "decreasing" if judgement.leaning is Leaning.DECREASE else "increasing"
    return f"R{reported} seem to be {verb}, but this is not certain"


def _when(context: CrimeContext) -> str:
    promise, after = context.promise_period, context.followup
    if promise is not None and after is not None and promise[0] <= after[0] and after[1] <= promise[1]:
        return f"during the promise {'year' if 350 <= (promise[1] - promise[0]).days <= 380 else 'period'}"
    return in_period(*after) if after is not None else ""


def _promised(judgement: Judgement) -> str:
    return f"the promised {_noun(judgement)} of at least {percent(judgement.target or 0)}"


def _noun(judgement: Judgement) -> str:
    return change_noun(judgement.direction, otherwise=Direction.DECREASE)


def _verb(judgement: Judgement) -> str:
    return "increased" if judgement.direction is Direction.INCREASE else "decreased"


def _done_verb(judgement: Judgement) -> str:
    if judgement.direction is None:
        return "have changed"
    if judgement.direction is Direction.MAINTAIN:
        return "have stayed at the same level"
    return f"have {_verb(judgement)}"
