"""Phrases about reported crime that every form of a text is made from."""

from etl.evaluate.contexts import CrimeContext, Span
from etl.evaluate.numbers_sv import in_period, is_whole_years, number, period_text, rounded_half_up, signed_visibly
from etl.evaluate.verdict import Direction, Judgement
from etl.evaluate.wording import CHANGE_NOUN

ORDINARY_SWINGS = "de vanliga svängningarna mellan åren"
BIGGEST_SHOWN = 1000
"""Percent above which a change is told in words."""


def change_words(estimate: float, *, moved: bool = True) -> str:
    """ "50 procent fler", "34 procent färre", "ungefär lika många"; never a zero with a direction."""
    word = "fler" if estimate > 0 else "färre"
    size = rounded_half_up(abs(estimate))
    if size == 0:
        return f"knappt 1 procent {word}" if moved and abs(estimate) > 0.05 else "ungefär lika många"
    if estimate > BIGGEST_SHOWN:
        return "mer än tio gånger så många"
    return f"{number(abs(estimate))} procent {word}"


def spans(context: CrimeContext) -> tuple[Span, Span]:
    if context.baseline is None or context.followup is None:
        raise ValueError("en jämförelse kräver utgångsläge och uppföljning")
    return context.baseline, context.followup


def months_if_part_of_a_year(context: CrimeContext) -> int | None:
    """How many months are followed up when less than a year is: then only those months of the baseline count."""
    if context.followup is None:
        return None
    first, last = context.followup
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return months if months < 12 else None


def baseline_text(context: CrimeContext, before: Span) -> str:
    if months_if_part_of_a_year(context) is None:
        return in_period(*before)
    return f"samma månader {'' if is_whole_years(*before) else 'under perioden '}{period_text(*before)}"


def when(context: CrimeContext) -> str:
    """ "under löftesåret" when the follow-up is the promise's own time, else the follow-up by name."""
    promise, after = context.promise_period, context.followup
    if promise is not None and after is not None and promise[0] <= after[0] and after[1] <= promise[1]:
        one_year = 350 <= (promise[1] - promise[0]).days <= 380
        return "under löftesåret" if one_year else "under löftestiden"
    return in_period(*after) if after is not None else ""


def promised(judgement: Judgement) -> str:
    return f"den utlovade {noun(judgement)}en på minst {number(judgement.target or 0)} procent"


def noun(judgement: Judgement) -> str:
    return CHANGE_NOUN[judgement.direction or Direction.DECREASE]


def verb(judgement: Judgement) -> str:
    return "ökat" if judgement.direction is Direction.INCREASE else "minskat"


def done_verb(judgement: Judgement) -> str:
    """What the goal asks for, after "om de"; an undecided judgement may not know."""
    if judgement.direction is None:
        return "har förändrats"
    if judgement.direction is Direction.MAINTAIN:
        return "har hållit sig på samma nivå"
    return f"har {verb(judgement)}"


def is_clear(judgement: Judgement) -> bool:
    """Whether the 95 % interval lies on one side of no change."""
    return (judgement.low or 0) > 0 or (judgement.high or 0) < 0


def signed_percent(value: float) -> str:
    return f"{signed_visibly(value)}\N{NO-BREAK SPACE}%"
