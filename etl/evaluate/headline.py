"""Verdict and reason as a short line, and sentences for what is blocked before it is measured."""

from collections.abc import Mapping
from types import MappingProxyType

from etl.evaluate.verdict import Direction, Judgement, Leaning, Reason, Verdict
from etl.evaluate.wording import REASONS

BLOCKED: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.PERIOD_MISSING: "Löftets period är inte angiven",
        Reason.PAUSED: "Löftet är pausat",
        Reason.CONDITIONAL: "Löftet gäller först när ett villkor är uppfyllt",
        Reason.NOT_STARTED: "Löftestiden har inte börjat",
    }
)


def verdict_words(judgement: Judgement) -> str:
    """The verdict as shown: red in an open period reads "Ej uppfyllt (hittills)"."""
    so_far = judgement.open_period and judgement.verdict is Verdict.NOT_MET
    return f"{judgement.verdict.value} (hittills)" if so_far else judgement.verdict.value


def reason_text(reason: Reason, leaning: Leaning | None = None) -> str:
    """The short Swedish phrase of a reason; an undecided measure says which way it points."""
    if reason is Reason.WITHIN_CHANCE and leaning is not None:
        return f"pekar mot {leaning.value}"
    return REASONS[reason]


def undecided_reason(judgement: Judgement) -> str:
    """The phrase for `reason` columns: empty when the verdict is decided."""
    return "" if judgement.decided else reason_text(judgement.reason_code, judgement.leaning)


def headline(judgement: Judgement) -> str:
    """Verdict and reason in one line: "Går inte att avgöra: ingen aktivitetslogg"."""
    return f"{verdict_words(judgement)}: {_phrase(judgement)}"


def missed_target_but_improved(judgement: Judgement) -> bool:
    """Whether the measure moved the right way, only not as far as promised."""
    if judgement.target is None or not judgement.estimate or judgement.verdict is not Verdict.NOT_MET:
        return False
    return _towards(judgement, judgement.estimate) > 0 and not reached_but_not_surely(judgement)


def reached_but_not_surely(judgement: Judgement) -> bool:
    """Whether the estimate lies at or beyond the promised change, yet the target is not met with certainty."""
    if judgement.target is None or judgement.estimate is None or judgement.verdict is not Verdict.NOT_MET:
        return False
    return _towards(judgement, judgement.estimate) >= judgement.target


def _towards(judgement: Judgement, change: float) -> float:
    return change if judgement.direction is Direction.INCREASE else -change


def _phrase(judgement: Judgement) -> str:
    reason = judgement.reason_code
    if reason is Reason.IMPROVED and judgement.open_period:
        return "förbättringen är statistiskt säkerställd, men löftet pågår"
    if reached_but_not_surely(judgement):
        return "det är inte säkerställt att målet är nått"
    if missed_target_but_improved(judgement):
        return "förbättringen är mindre än vad som utlovades"
    if judgement.direction is Direction.MAINTAIN and reason is Reason.WORSENED:
        return "läget har försämrats"
    return reason_text(reason, judgement.leaning)
