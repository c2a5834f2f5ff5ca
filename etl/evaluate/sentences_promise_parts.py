"""Phrases about the parts of a promise that every form of a text is made from."""

from collections.abc import Sequence
from dataclasses import dataclass

from etl.evaluate.headline import undecided_reason
from etl.evaluate.numbers_sv import in_words, join_sv, upper_first
from etl.evaluate.verdict import Judgement, Reason, Verdict

_ONE_MANY = {
    Verdict.NOT_MET: ("är inte uppfyllt", "är inte uppfyllda"),
    Verdict.MET: ("är uppfyllt", "är uppfyllda"),
    Verdict.ON_TRACK: ("är på väg", "är på väg"),
    Verdict.UNDECIDABLE: ("går inte att avgöra", "går inte att avgöra"),
}


@dataclass(frozen=True, kw_only=True)
class PartLine:
    """A commitment or goal as its promise sees it: verdict, chart claim (in both languages), and why undecided."""

    verdict: Verdict
    claim: str
    reason_code: Reason
    primary: bool = True
    english_claim: str = ""


@dataclass(frozen=True, kw_only=True)
class Nouns:
    """What the parts are called: one, many, the one, the many."""

    one: str
    many: str
    the_one: str
    the_many: str


COMMITMENTS = Nouns(one="åtagande", many="åtaganden", the_one="åtagandet", the_many="åtagandena")
GOALS = Nouns(one="mål", many="mål", the_one="målet", the_many="målen")
MAIN_GOALS = Nouns(one="huvudmål", many="huvudmål", the_one="huvudmålet", the_many="huvudmålen")


def goal_nouns(parts: Sequence[PartLine]) -> Nouns:
    """Main goals are called so only beside others."""
    return GOALS if all(part.primary for part in parts) else MAIN_GOALS


def countable_sentence(countable: int, total: int) -> str:
    """ "3 av 4 åtaganden har ett mål i siffror"."""
    if total == 0:
        return "Löftet har inga åtaganden"
    return f"{countable} av {total} {'åtagande' if total == 1 else 'åtaganden'} har ett mål i siffror"


def tally(verdicts: Sequence[Verdict], one: str, many: str, *, so_far: bool = False) -> str:
    """ "1 av 4 mål är inte uppfyllt och 3 går inte att avgöra"; the heaviest first, none left out."""
    clauses: list[str] = []
    for verdict in _ONE_MANY:
        count = sum(v is verdict for v in verdicts)
        if count == 0:
            continue
        subject = f"{count} av {len(verdicts)} {one if len(verdicts) == 1 else many}"
        clauses.append(f"{count if clauses else subject} {verdict_phrase(verdict, count, so_far=so_far)}")
    return join_sv(clauses)


def verdict_phrase(verdict: Verdict, count: int, *, so_far: bool) -> str:
    """ "är uppfyllda", "är hittills inte uppfyllt"; neuter."""
    if verdict is Verdict.NOT_MET and so_far:
        return f"är hittills inte {'uppfyllt' if count == 1 else 'uppfyllda'}"
    return _ONE_MANY[verdict][0 if count == 1 else 1]


def all_or_tally(judgement: Judgement, parts: Sequence[PartLine], nouns: Nouns) -> str:
    """All parts in one sentence, with the reason when the whole is undecided."""
    verdicts = [part.verdict for part in parts]
    why = f": {undecided_reason(judgement)}" if judgement.verdict is Verdict.UNDECIDABLE else ""
    if len(set(verdicts)) != 1:
        return f"{tally(verdicts, nouns.one, nouns.many, so_far=judgement.open_period)}{why}."
    return f"{_all(verdicts[0], len(parts), nouns, so_far=judgement.open_period)}{why}."


def _all(verdict: Verdict, count: int, nouns: Nouns, *, so_far: bool) -> str:
    phrase = verdict_phrase(verdict, count, so_far=so_far)
    if verdict is Verdict.ON_TRACK:
        phrase = "är på väg att uppfyllas"
    if count == 1:
        return f"{upper_first(nouns.the_one)} {phrase}"
    if verdict is Verdict.NOT_MET:
        return f"Inget av de {in_words(count)} {nouns.the_many} är {'hittills ' if so_far else ''}uppfyllt"
    if verdict is Verdict.UNDECIDABLE:
        return f"Inget av de {in_words(count)} {nouns.the_many} går att avgöra"
    return f"Båda {nouns.the_many} {phrase}" if count == 2 else f"Alla {in_words(count)} {nouns.many} {phrase}"
