"""Goals measured in a safety survey, in English; each sentence is that of sentences_survey in other words."""

from etl.evaluate.contexts import SurveyContext
from etl.evaluate.english.names_en import group_name, index_name, quoted, wave_name, who
from etl.evaluate.english.numbers_en import number
from etl.evaluate.english.verdicts_en import BLOCKED, a_change, change_noun
from etl.evaluate.headline import missed_target_but_improved, reached_but_not_surely
from etl.evaluate.numbers_sv import rounded_half_up, upper_first
from etl.evaluate.sentences_survey_parts import is_flat, rise
from etl.evaluate.verdict import Direction, Judgement, Reason, Verdict

BY_CHANCE = "chance in the sample can explain"


def survey_english(judgement: Judgement, context: SurveyContext) -> str:
    """The sentence about one survey goal."""
    reason = judgement.reason_code
    if reason in BLOCKED:
        return f"{BLOCKED[reason]}, so it cannot be determined whether {_measured(context)} {_done_verb(judgement)}."
    if reason is Reason.INDEX_NEVER_DECIDES:
        return _index_sentence(context)
    if reason is Reason.WITHIN_CHANCE:
        return _within_chance(judgement, context)
    if judgement.estimate is not None:
        return f"{_movement(context)}{_ending(judgement, context)}."
    return _nothing_to_compare(judgement, context)


def survey_claim(judgement: Judgement, context: SurveyContext) -> str:
    """What the goal shows, without a full stop."""
    people, reason = None if context.is_index else who(context.indicator), judgement.reason_code
    if reason in (Reason.INDEX_NEVER_DECIDES, Reason.NOT_JUDGEABLE):
        return f"{upper_first(_measured(context))} is shown but decides nothing"
    if reason in (Reason.NO_DATA, Reason.NO_BASELINE_WAVE, Reason.NO_FOLLOWUP_WAVE):
        return f"There is no measurement of {f'how many people {people}' if people else _measured(context)}"
    if reason is Reason.TOO_FEW_ANSWERS:
        return "Too few people have answered to show a figure"
    if judgement.verdict is Verdict.UNDECIDABLE:
        return _grey_claim(judgement, context)
    if reason in (Reason.NO_IMPROVEMENT, Reason.MAINTAINED) and not reached_but_not_surely(judgement):
        movement = "has not clearly changed" if is_flat(judgement) else _moved_verb(context)
        return f"{upper_first(_measured(context))} {movement}"
    subject = f"{'More' if rise(context) > 0 else 'Fewer'} people {people}"
    if rise(context) == 0:
        subject = f"As many people as before {people}"
    if people is None:
        subject = f"{upper_first(_measured(context))} {_moved_verb(context)}"
    if reached_but_not_surely(judgement):
        return f"{subject}, but it is not certain that the goal has been reached"
    if missed_target_but_improved(judgement):
        return f"{subject}, but the change is smaller than promised"
    return f"{subject}, but this is not certain" if reason is Reason.TOWARDS_GOAL else subject


def _movement(context: SurveyContext) -> str:
    """ "In X, the share of people who … rose from 53% to 57% between 2016 and 2017"."""
    before, after = _shares(context)
    start, waves = f"In {context.place}, {_measured(context)}", (wave_name(context.wave0), wave_name(context.wave1))
    if before == after:
        return f"{start} was {before}% both in {waves[0]} and in {waves[1]}"
    return f"{start} {_moved_verb(context)} from {before}% to {after}% between {waves[0]} and {waves[1]}"


def _ending(judgement: Judgement, context: SurveyContext) -> str:
    before, after = _shares(context)
    change, target = _change(context), judgement.target
    if judgement.reason_code is Reason.IMPROVED:
        if target is not None:
            return f", and {_promised(judgement)} has been reached even allowing for the uncertainty"
        return f", and the {change} is larger than {BY_CHANCE}"
    if judgement.reason_code is Reason.TOWARDS_GOAL:
        return f", but the {change} is not yet certain" if before != after else ", and nothing is certain yet"
    if judgement.reason_code is Reason.MAINTAINED:
        return ", and a deterioration of 3 percentage points or more can be ruled out"
    if judgement.reason_code is Reason.WORSENED:
        return _worsened(judgement, change)
    if target is not None:
        return f", and it is not certain that {_promised(judgement)} has been reached"
    return f", and {a_change(_noun(judgement))} of 3 percentage points or more can be ruled out"


def _worsened(judgement: Judgement, change: str) -> str:
    if judgement.target is not None:
        return f", so {_promised(judgement)} has not been reached"
    if (judgement.low or 0) > 0 or (judgement.high or 0) < 0:
        return f", and the {change} is larger than {BY_CHANCE}"
    if judgement.direction is Direction.MAINTAIN:
        return ", so things are moving in the wrong direction"
    return f", so nothing points to {a_change(_noun(judgement))}"


def _within_chance(judgement: Judgement, context: SurveyContext) -> str:
    before, after = _shares(context)
    movement = _movement(context)
    if judgement.target is not None:
        return f"{movement}, and it cannot be determined whether {_promised(judgement)} has been reached."
    so = f"it cannot be determined whether the share among all inhabitants {_done_verb(judgement)}"
    if before == after:
        return f"{movement}, but the sample is too small to say more than that: {so}."
    small = f"the {_change(context)} is no larger than {BY_CHANCE}"
    if judgement.leaning is not None:
        return f"{movement}; this points in the right direction, but {small}, so {so}."
    return f"{movement}, but {small}, so {so}."


def _nothing_to_compare(judgement: Judgement, context: SurveyContext) -> str:
    reason, asked = judgement.reason_code, f"{_measured(context)} in {context.place}"
    so = f"so it cannot be determined whether it {_done_verb(judgement)}"
    if context.is_index:
        so = "so there is nothing to compare"
    unpublished = "the number of respondents is not published"
    if reason is Reason.N_NOT_PUBLISHED and context.value0 is not None and context.value1 is not None:
        before, after = _shares(context)
        if before == after:
            return f"{_movement(context)}, but {unpublished}, {so}."
        larger = f"the {_change(context)} is larger than {BY_CHANCE}"
        return f"{_movement(context)}, but {unpublished}, so it cannot be determined whether {larger}."
    waves = f"{wave_name(context.wave0)} and {wave_name(context.wave1)}"
    texts = {
        Reason.NO_DATA: f"There are no data on {asked}, {so}.",
        Reason.NO_BASELINE_WAVE: f"There is no measurement of {asked} from before the promise, {so}.",
        Reason.NO_FOLLOWUP_WAVE: f"There is no measurement of {asked} after the promise began, {so}.",
        Reason.TOO_FEW_ANSWERS: "The group is not shown, since too few people have answered for the figure to be "
        "reliable.",
        Reason.NOT_JUDGEABLE: f"{upper_first(asked)} is shown but does not decide the goal.",
        Reason.INSTRUMENT_CHANGED: f"The survey changed between {waves}, so {asked} cannot be compared.",
        Reason.N_NOT_PUBLISHED: f"The number of respondents is not published for {asked}, {so}.",
    }
    return texts.get(reason, f"There is too little to go on to judge {asked}.")


def _index_sentence(context: SurveyContext) -> str:
    rest = "the index has no published margin of error and is therefore not used to decide the goal"
    name = f"In {context.place}, {_measured(context)}"
    if context.value0 is None or context.value1 is None:
        return f"{name} is shown as it was published; {rest}."
    before, after = _index_text(context.value0), _index_text(context.value1)
    wave0, wave1 = wave_name(context.wave0), wave_name(context.wave1)
    if before == after:
        return f"{name} was {before} both in {wave0} and in {wave1}; {rest}."
    good = f"{'high' if context.high_is_good else 'low'} is good"
    return f"{name} went from {before} to {after} between {wave0} and {wave1} ({good}); {rest}."


def _grey_claim(judgement: Judgement, context: SurveyContext) -> str:
    people = None if context.is_index else who(context.indicator)
    unknown = "It cannot be determined whether"
    if people is None or judgement.direction is None:
        return f"{unknown} {_measured(context)} {_done_verb(judgement)}"
    if judgement.target is not None:
        return f"{unknown} the goal has been reached: {a_change(_noun(judgement))} in {_measured(context)}"
    if judgement.direction is Direction.MAINTAIN:
        return f"{unknown} as many people as before {people}"
    return f"{unknown} {'fewer' if judgement.direction is Direction.DECREASE else 'more'} people {people}"


def _measured(context: SurveyContext) -> str:
    if context.is_index:
        return f"the {index_name(context.indicator, context.indicator_name)}"
    people = who(context.indicator)
    share = f"the share of people who {people}" if people else f"the share for {quoted(context.indicator_name)}"
    return f"{share} ({group_name(context.group)})" if context.group else share


def _shares(context: SurveyContext) -> tuple[str, str]:
    if context.value0 is None or context.value1 is None:
        raise ValueError("en jämförelse kräver två mätningar")
    return _share_text(context.value0, context), _share_text(context.value1, context)


def _share_text(value: float, context: SurveyContext) -> str:
    """Whole percent, unless a real difference between the waves would vanish."""
    before, after = context.value0 or 0.0, context.value1 or 0.0
    same_whole = rounded_half_up(before) == rounded_half_up(after)
    same_tenth = rounded_half_up(before, 1) == rounded_half_up(after, 1)
    return number(value, 1 if same_whole and not same_tenth else 0)


def _index_text(value: float) -> str:
    return number(value, 0 if value == int(value) else 2)


def _moved_verb(context: SurveyContext) -> str:
    if rise(context) == 0:
        return "was unchanged"
    return "rose" if rise(context) > 0 else "fell"


def _change(context: SurveyContext) -> str:
    return "increase" if rise(context) > 0 else "decrease"


def _promised(judgement: Judgement) -> str:
    return f"the promised {_noun(judgement)} of at least {number(judgement.target or 0)} percentage points"


def _noun(judgement: Judgement) -> str:
    return change_noun(judgement.direction, otherwise=Direction.INCREASE)


def _done_verb(judgement: Judgement) -> str:
    if judgement.direction is None:
        return "has changed"
    if judgement.direction is Direction.MAINTAIN:
        return "has stayed at the same level"
    return "has decreased" if judgement.direction is Direction.DECREASE else "has increased"
