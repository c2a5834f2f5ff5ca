"""Sentences about a whole promise, one for each of its two questions."""

from collections.abc import Sequence
from dataclasses import dataclass

from etl.evaluate.contexts import Told
from etl.evaluate.headline import BLOCKED, headline, undecided_reason
from etl.evaluate.numbers_sv import join_sv, upper_first
from etl.evaluate.verdict import Judgement, Reason, Verdict

_ONE_MANY = {
    Verdict.NOT_MET: ("är inte uppfyllt", "är inte uppfyllda"),
    Verdict.MET: ("är uppfyllt", "är uppfyllda"),
    Verdict.ON_TRACK: ("är på väg", "är på väg"),
    Verdict.UNDECIDABLE: ("går inte att avgöra", "går inte att avgöra"),
}


@dataclass(frozen=True, kw_only=True)
class PartLine:
    """A commitment or goal as its promise sees it: verdict, chart claim, and why it is undecided."""

    verdict: Verdict
    claim: str
    reason_code: Reason
    primary: bool = True


def tell_commitments(judgement: Judgement, parts: Sequence[PartLine], *, total: int) -> Told:
    """Gjorde vi det vi lovade? `parts` are the countable commitments, `total` all of them."""
    sentence = _commitment_sentence(judgement, [part for part in parts if part.primary])
    return _told(judgement, sentence, caution=countable_sentence(len(parts), total))


def tell_goals(judgement: Judgement, parts: Sequence[PartLine]) -> Told:
    """Blev det bättre? `parts` are the goals that have a measure."""
    return _told(judgement, _goal_sentence(judgement, [part for part in parts if part.primary]))


def countable_sentence(countable: int, total: int) -> str:
    """ "3 av 4 åtaganden har ett mål i siffror"."""
    if total == 0:
        return "Löftet har inga åtaganden"
    return f"{countable} av {total} {'åtagande' if total == 1 else 'åtaganden'} har ett mål i siffror"


def tally(verdicts: Sequence[Verdict], one: str, many: str, *, so_far: bool = False) -> str:
    """ "1 av 4 mål är inte uppfyllt och 3 går inte att avgöra"; the heaviest first, none left out."""
    clauses: list[str] = []
    for verdict in _ONE_MANY:
        singular, plural = _words(verdict, so_far)
        count = sum(v is verdict for v in verdicts)
        if count == 0:
            continue
        words = singular if count == 1 else plural
        subject = f"{count} av {len(verdicts)} {one if len(verdicts) == 1 else many}"
        clauses.append(f"{count if clauses else subject} {words}")
    return join_sv(clauses)


def _commitment_sentence(judgement: Judgement, parts: Sequence[PartLine]) -> str:
    if judgement.reason_code is Reason.NO_PARTS:
        return "Inget åtagande har ett mål i siffror, så det finns inget att räkna mot."
    if judgement.reason_code in BLOCKED:
        return f"{BLOCKED[judgement.reason_code]}, så åtagandena bedöms inte."
    if judgement.reason_code is Reason.NO_ACTIVITY_LOG and all(
        part.reason_code is Reason.NO_ACTIVITY_LOG for part in parts
    ):
        return "Ingen aktivitetslogg är inlämnad, så det går inte att avgöra om åtagandena har genomförts."
    return _all_or_tally(judgement, parts, "åtagande", "åtaganden", "åtagandet", "åtagandena")


def _goal_sentence(judgement: Judgement, parts: Sequence[PartLine]) -> str:
    if judgement.reason_code is Reason.NO_PARTS:
        return "Inget mål har ett mått, så det går inte att avgöra om det blev bättre."
    if judgement.reason_code is Reason.NO_PRIMARY:
        return "Inget mål som har ett mått är huvudmål, så det går inte att avgöra om det blev bättre."
    if judgement.reason_code in BLOCKED:
        return f"{BLOCKED[judgement.reason_code]}, så målen bedöms inte."
    count = _all_or_tally(judgement, parts, "mål", "mål", "målet", "målen")
    decisive = [part.claim for part in parts if part.verdict is judgement.verdict and part.claim]
    if judgement.decided and decisive:
        return f"{upper_first(decisive[0])}; {count[:1].lower()}{count[1:]}"
    return count


def _words(verdict: Verdict, so_far: bool) -> tuple[str, str]:
    if verdict is Verdict.NOT_MET and so_far:
        return "är hittills inte uppfyllt", "är hittills inte uppfyllda"
    return _ONE_MANY[verdict]


def _all_or_tally(
    judgement: Judgement, parts: Sequence[PartLine], one: str, many: str, the_one: str, the_many: str
) -> str:
    verdicts = {part.verdict for part in parts}
    if len(verdicts) != 1:
        return f"{tally([part.verdict for part in parts], one, many, so_far=judgement.open_period)}."
    verdict = verdicts.pop()
    singular, plural = _words(verdict, judgement.open_period)
    shared = verdict is Verdict.UNDECIDABLE and judgement.reason_code is not Reason.PART_UNDECIDED
    why = f": {undecided_reason(judgement)}" if shared else ""
    if len(parts) == 1:
        return f"{upper_first(the_one)} {singular}{why}."
    if verdict is Verdict.NOT_MET:
        so_far = "hittills " if judgement.open_period else ""
        return f"Inget av de {len(parts)} {the_many} är {so_far}uppfyllt."
    if verdict is Verdict.UNDECIDABLE:
        return f"Inget av de {len(parts)} {the_many} går att avgöra{why}."
    return f"Alla {len(parts)} {many} {plural}."


def _told(judgement: Judgement, sentence: str, caution: str = "") -> Told:
    return Told(
        sentence=sentence,
        claim=sentence.removesuffix("."),
        headline=headline(judgement),
        reason=undecided_reason(judgement),
        caution=caution,
        alt=sentence,
    )
