"""A promise's two answers on a display, in easy-read and in a report: the same numbers, said three ways."""

from collections.abc import Sequence

from etl.evaluate.headline import BLOCKED
from etl.evaluate.numbers_sv import in_words, upper_first
from etl.evaluate.sentences_count_forms import easy_done_answer
from etl.evaluate.sentences_promise_parts import Nouns, PartLine, countable_sentence, verdict_phrase
from etl.evaluate.sentences_shared import (
    EASY_WORDS,
    easy_answer,
    easy_reasons,
    easy_text,
    fitting,
    second_sentence,
    undecided_short,
    word_count,
)
from etl.evaluate.verdict import Judgement, Reason, Verdict

_PARTS = {
    Verdict.NOT_MET: ("är inte gjord", "är inte gjorda"),
    Verdict.MET: ("är gjord", "är gjorda"),
    Verdict.ON_TRACK: ("är på väg", "är på väg"),
    Verdict.UNDECIDABLE: ("går inte att bedöma", "går inte att bedöma"),
}
_LATE = ("ligger efter", "ligger efter")
_GOALS = {
    Verdict.NOT_MET: ("är inte nått", "är inte nådda"),
    Verdict.MET: ("är nått", "är nådda"),
    Verdict.ON_TRACK: ("är på väg", "är på väg"),
    Verdict.UNDECIDABLE: ("går inte att bedöma", "går inte att bedöma"),
}
_NO_EASY_WORD = ("säkerställ", "utlova", "index")


def short_promise(
    judgement: Judgement, parts: Sequence[PartLine], nouns: Nouns, *, sentence: str, claim: str = ""
) -> str:
    """One answer on a display: at most 14 words."""
    own = sum(part.verdict is judgement.verdict for part in parts)
    phrase = verdict_phrase(judgement.verdict, own, so_far=judgement.open_period)
    count = f"{own} av {len(parts)} {nouns.one if len(parts) == 1 else nouns.many} {phrase}"
    if not judgement.decided:
        return fitting([sentence, undecided_short(judgement, "", [upper_first(nouns.the_many)])])
    claims = [f"{claim}; {count}.", f"{claim}."] if claim else []
    return fitting([sentence, *claims, f"{count}."])


def easy_commitments(judgement: Judgement, parts: Sequence[PartLine], *, countable: int, total: int) -> str:
    """Gjorde vi det vi lovade? In easy-read: how many parts, how many done."""
    whole = f"Löftet har {in_words(total, 'en')} {'del' if total == 1 else 'delar'}." if total else ""
    some = f"{upper_first(in_words(countable, 'en'))} av dem går att räkna." if 0 < countable < total else ""
    words = _PARTS | ({Verdict.NOT_MET: _LATE} if judgement.open_period else {})
    counts = [] if judgement.reason_code in BLOCKED else _easy_counts(parts, words, "en")
    answer = easy_done_answer(judgement)
    if judgement.verdict is Verdict.MET and countable < total:
        answer = ("Allt som går att räkna är gjort.",)
    return easy_text(whole, some, *counts, *answer)


def easy_goals(judgement: Judgement, primary: Sequence[PartLine], *, measured: int, claim: str) -> str:
    """Blev det bättre? In easy-read: how many goals, how many reached."""
    if judgement.reason_code is Reason.NO_PARTS:
        return easy_text("Inget mål i löftet går att mäta.", "Det går inte att säga om det blev bättre.")
    whole = f"Löftet har {in_words(measured)} mål som går att mäta."
    some = ""
    if 0 < len(primary) < measured:
        some = f"{upper_first(in_words(len(primary)))} av dem är viktigast."
    told = f"{claim}." if claim and _is_easy(claim) else ""
    if len(primary) == 1 and judgement.reason_code not in BLOCKED:
        return easy_text(whole, some, told, *easy_answer(judgement))
    counts = [] if judgement.reason_code in BLOCKED else _easy_counts(primary, _GOALS, "ett")
    return easy_text(whole, some, told, *counts, *_easy_goal_answer(judgement))


def _easy_goal_answer(judgement: Judgement) -> tuple[str, ...]:
    if judgement.verdict is Verdict.MET:
        return ("Därför säger vi att löftet nådde målen.",)
    if judgement.verdict is Verdict.ON_TRACK:
        return ("Det ser bra ut hittills.",)
    if judgement.verdict is Verdict.NOT_MET:
        so_far = judgement.open_period
        return ("Därför är svaret nej hittills.",) if so_far else ("Därför säger vi att löftet inte nådde målen.",)
    return (*easy_reasons(judgement), "Det går inte att säga om målen är nådda.")


def _easy_counts(parts: Sequence[PartLine], words: dict[Verdict, tuple[str, str]], one: str) -> list[str]:
    """ "En är gjord.", "Två är inte gjorda.": one sentence for each verdict that occurs."""
    found = []
    for verdict, (singular, plural) in words.items():
        count = sum(part.verdict is verdict for part in parts)
        if count == 0:
            continue
        everyone = count == len(parts) and count > 1
        who = ("Båda" if count == 2 else "Alla") if everyone else upper_first(in_words(count, one))
        if len(parts) == 1:
            who = "Den" if one == "en" else "Det"
        if everyone and verdict in (Verdict.NOT_MET, Verdict.UNDECIDABLE) and words[verdict] is not _LATE:
            who, plural = ("Ingen av dem" if one == "en" else "Inget av dem"), singular.replace("inte ", "")
        found.append(f"{who} {singular if count == 1 else plural}.")
    return found


def _is_easy(claim: str) -> bool:
    return word_count(claim) <= EASY_WORDS and not any(word in claim for word in _NO_EASY_WORD)


def report_commitments(judgement: Judgement, sentence: str, *, countable: int, total: int) -> str:
    """The sentence, and a second one with what it rests on."""
    clauses = [countable_sentence(countable, total)]
    if countable and judgement.reason_code not in (*BLOCKED, Reason.NO_ACTIVITY_LOG):
        clauses.append("underlaget är aktivitetsloggen")
    cautions = ["åtaganden utan siffror bedöms inte"] if countable < total else []
    return f"{sentence} {second_sentence(clauses, cautions)}"


def report_goals(judgement: Judgement, sentence: str, *, measured: int, primary: int) -> str:
    """The sentence, and a second one with what it rests on."""
    if measured <= 1 or judgement.reason_code in (*BLOCKED, Reason.NO_PARTS, Reason.NO_PRIMARY):
        return sentence
    basis = f"{measured} mål har ett mått"
    if primary < measured:
        basis += f", och {primary} av dem är huvudmål som avgör svaret"
    return f"{sentence} {second_sentence([basis], ['målen vägs aldrig ihop till ett tal'])}"
