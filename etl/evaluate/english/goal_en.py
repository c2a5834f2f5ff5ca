"""A goal in words, and a goal whose figures are hidden, in English."""

from collections.abc import Mapping
from types import MappingProxyType

from etl.evaluate.contexts import WithheldContext
from etl.evaluate.english.names_en import crimes, group_name, quoted, who
from etl.evaluate.english.verdicts_en import BLOCKED, reason_from_swedish
from etl.evaluate.verdict import Direction, Judgement, Verdict

SMALL_NUMBERS = "the figures are hidden to protect small numbers"
SMALL_GROUP = "the figures are hidden to protect those who answered"
_ANSWERS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.MET: "has been met",
        Verdict.ON_TRACK: "is on track to be met",
        Verdict.NOT_MET: "has not been met",
    }
)


def unmeasured_english(judgement: Judgement, words: str) -> str:
    """The sentence about a goal without a measure; `words` are the register's, in Swedish."""
    if judgement.reason_code in BLOCKED:
        return f"{BLOCKED[judgement.reason_code]}, so the goal {quoted(words)} is not judged."
    return f"The goal {quoted(words)} has no measure, so it cannot be determined whether it has been reached."


def withheld_english(context: WithheldContext) -> str:
    """The sentence about a goal without its figures."""
    hidden = SMALL_GROUP if context.measure == "enkät" else SMALL_NUMBERS
    if context.verdict is Verdict.UNDECIDABLE:
        reason = f" ({reason_from_swedish(context.reason)})" if context.reason else ""
        return f"It cannot be determined whether {_what_happened(context)}{reason}, and {hidden}."
    answer = _ANSWERS[context.verdict]
    if context.is_open and context.verdict is Verdict.NOT_MET:
        answer = "has so far not been met"
    return f"{_goal(context)} {answer}; {hidden}."


def _goal(context: WithheldContext) -> str:
    """ "The goal that reported thefts in X should decrease"."""
    if _in_words(context):
        return f"The goal {quoted(context.goal.strip().rstrip('.'))}"
    should = {
        Direction.DECREASE: "should decrease",
        Direction.INCREASE: "should increase",
        Direction.MAINTAIN: f"should not {'decrease' if context.high_is_good else 'increase'}",
    }
    return f"The goal that {_subject(context)} {should[context.direction or Direction.MAINTAIN]}"


def _what_happened(context: WithheldContext) -> str:
    if _in_words(context):
        return f"the goal {quoted(context.goal.strip().rstrip('.'))} has been reached"
    happened = {
        Direction.DECREASE: "decreased",
        Direction.INCREASE: "increased",
        Direction.MAINTAIN: "stayed at the same level",
    }
    have = "have" if context.measure == "brott" else "has"
    return f"{_subject(context)} {have} {happened[context.direction or Direction.MAINTAIN]}"


def _in_words(context: WithheldContext) -> bool:
    return context.measure == "flera" or context.direction is None


def _subject(context: WithheldContext) -> str:
    place = f" in {context.place}" if context.place else ""
    if context.measure == "brott":
        return f"reported {crimes(context.key, context.name)}{place}"
    people = who(context.key)
    share = f"the share of people who {people}" if people else quoted(context.name)
    return f"{share}{f' ({group_name(context.group)})' if context.group else ''}{place}"
