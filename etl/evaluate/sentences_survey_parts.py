"""Phrases about survey shares that every form of a text is made from."""

from etl.evaluate.contexts import SurveyContext
from etl.evaluate.numbers_sv import lower_first, number, rounded_half_up
from etl.evaluate.verdict import Direction, Judgement
from etl.evaluate.wording import CHANGE_NOUN, who

BY_CHANCE = "vad slumpen i urvalet kan ge"


def measured(context: SurveyContext) -> str:
    if context.is_index:
        return lower_first(context.indicator_name)
    people = who(context.indicator)
    share = f"andelen som {people}" if people else f"andelen för ”{context.indicator_name}”"
    return f"{share} ({context.group})" if context.group else share


def shares(context: SurveyContext) -> tuple[str, str]:
    if context.value0 is None or context.value1 is None:
        raise ValueError("en jämförelse kräver två mätningar")
    return share_text(context.value0, context), share_text(context.value1, context)


def share_text(value: float, context: SurveyContext) -> str:
    """Whole percent, unless a real difference between the waves would vanish."""
    if context.value0 is None or context.value1 is None:
        return number(value)
    same_whole = rounded_half_up(context.value0) == rounded_half_up(context.value1)
    same_tenth = rounded_half_up(context.value0, 1) == rounded_half_up(context.value1, 1)
    return number(value, 1 if same_whole and not same_tenth else 0)


def index_text(value: float) -> str:
    return number(value, 0 if value == int(value) else 2)


def rise(context: SurveyContext) -> float:
    return (context.value1 or 0.0) - (context.value0 or 0.0)


def moved_verb(context: SurveyContext) -> str:
    if rise(context) == 0:
        return "var oförändrad"
    return "ökade" if rise(context) > 0 else "minskade"


def is_flat(judgement: Judgement) -> bool:
    return (judgement.low or 0) <= 0 <= (judgement.high or 0)


def promised(judgement: Judgement) -> str:
    return f"den utlovade {noun(judgement)}en på minst {number(judgement.target or 0)} procentenheter"


def noun(judgement: Judgement) -> str:
    return CHANGE_NOUN[judgement.direction or Direction.INCREASE]


def done_verb(judgement: Judgement) -> str:
    if judgement.direction is None:
        return "har förändrats"
    if judgement.direction is Direction.MAINTAIN:
        return "har hållit sig på samma nivå"
    return "har minskat" if judgement.direction is Direction.DECREASE else "har ökat"
