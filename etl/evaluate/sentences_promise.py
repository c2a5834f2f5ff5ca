"""Sentences about a whole promise, one for each of its two questions."""

from collections.abc import Sequence

from etl.evaluate.contexts import Told
from etl.evaluate.english.promise_en import commitments_english, goals_english
from etl.evaluate.headline import BLOCKED, headline, undecided_reason
from etl.evaluate.numbers_sv import upper_first
from etl.evaluate.sentences_promise_forms import (
    easy_commitments,
    easy_goals,
    report_commitments,
    report_goals,
    short_promise,
)
from etl.evaluate.sentences_promise_parts import (
    COMMITMENTS,
    PartLine,
    all_or_tally,
    countable_sentence,
    goal_nouns,
    tally,
)
from etl.evaluate.verdict import Judgement, Reason

__all__ = ["PartLine", "countable_sentence", "tally", "tell_commitments", "tell_goals"]


def tell_commitments(judgement: Judgement, parts: Sequence[PartLine], *, total: int) -> Told:
    """Gjorde vi det vi lovade? `parts` are the countable commitments, `total` all of them."""
    primary = [part for part in parts if part.primary]
    sentence = _commitment_sentence(judgement, primary)
    return _told(
        judgement,
        sentence,
        caution=countable_sentence(len(parts), total),
        short=short_promise(judgement, primary, COMMITMENTS, sentence=sentence),
        easy=easy_commitments(judgement, primary, countable=len(parts), total=total),
        report=report_commitments(judgement, sentence, countable=len(parts), total=total),
        english=commitments_english(judgement, primary),
    )


def tell_goals(judgement: Judgement, parts: Sequence[PartLine]) -> Told:
    """Blev det bättre? `parts` are the goals that have a measure."""
    primary, nouns = [part for part in parts if part.primary], goal_nouns(parts)
    claim = _decisive_claim(judgement, primary)
    sentence = _goal_sentence(judgement, primary, parts, claim)
    return _told(
        judgement,
        sentence,
        short=short_promise(judgement, primary, nouns, sentence=sentence, claim=claim),
        easy=easy_goals(judgement, primary, measured=len(parts), claim=claim),
        report=report_goals(judgement, sentence, measured=len(parts), primary=len(primary)),
        english=goals_english(judgement, primary, parts),
    )


def _commitment_sentence(judgement: Judgement, parts: Sequence[PartLine]) -> str:
    if judgement.reason_code is Reason.NO_PARTS:
        return "Inget åtagande har ett mål i siffror, så det finns inget att räkna mot."
    if judgement.reason_code in BLOCKED:
        return f"{BLOCKED[judgement.reason_code]}, så åtagandena bedöms inte."
    if judgement.reason_code is Reason.NO_ACTIVITY_LOG and all(
        part.reason_code is Reason.NO_ACTIVITY_LOG for part in parts
    ):
        return "Ingen aktivitetslogg är inlämnad, så det går inte att avgöra om åtagandena har genomförts."
    return all_or_tally(judgement, parts, COMMITMENTS)


def _goal_sentence(judgement: Judgement, primary: Sequence[PartLine], parts: Sequence[PartLine], claim: str) -> str:
    if judgement.reason_code is Reason.NO_PARTS:
        return "Inget mål har ett mått, så det går inte att avgöra om det blev bättre."
    if judgement.reason_code is Reason.NO_PRIMARY:
        return "Inget mål som har ett mått är huvudmål, så det går inte att avgöra om det blev bättre."
    if judgement.reason_code in BLOCKED:
        return f"{BLOCKED[judgement.reason_code]}, så målen bedöms inte."
    count = all_or_tally(judgement, primary, goal_nouns(parts))
    return f"{claim}; {count[:1].lower()}{count[1:]}" if claim else count


def _decisive_claim(judgement: Judgement, primary: Sequence[PartLine]) -> str:
    """The claim of the first goal that the verdict comes from; empty when undecided."""
    claims = (part.claim for part in primary if part.verdict is judgement.verdict and part.claim)
    return upper_first(next(claims, "")) if judgement.decided else ""


def _told(
    judgement: Judgement, sentence: str, *, short: str, easy: str, report: str, english: str, caution: str = ""
) -> Told:
    return Told(
        sentence=sentence,
        claim=sentence.removesuffix("."),
        headline=headline(judgement),
        reason=undecided_reason(judgement),
        caution=caution,
        alt=sentence,
        short=short,
        easy=easy,
        report=report,
        english=english,
    )
