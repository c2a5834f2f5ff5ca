"""What every form of a sentence shares: what fits a display, and the reasons in everyday words."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from etl.evaluate.contexts import Span
from etl.evaluate.headline import BLOCKED, undecided_reason
from etl.evaluate.numbers_sv import is_whole_years, period_text, upper_first
from etl.evaluate.verdict import Judgement, Reason, Verdict

SHORT_WORDS = 14
"""What is read on a display five metres away."""
EASY_WORDS = 15
"""The longest sentence of an easy-read text."""

_NO_COMPARISON = "Därför går det inte att jämföra."
_TOO_SHORT = "Det är för kort tid."

EASY_REASONS: Mapping[Reason, tuple[str, ...]] = MappingProxyType(
    {
        Reason.NO_DATA: ("Det finns inga siffror.",),
        Reason.NO_ACTIVITY_LOG: ("Ingen har lämnat in någon lista över vad som har gjorts.",),
        Reason.NO_MEASURE: ("Löftet säger inte hur målet ska mätas.",),
        Reason.NO_TARGET: ("Löftet säger inte hur mycket som ska göras.",),
        Reason.NO_PARTS: ("Inget i löftet går att räkna.",),
        Reason.NO_PRIMARY: ("Inget av de viktigaste målen går att mäta.",),
        Reason.NO_BASELINE: ("Det finns inga siffror från tiden före löftet.",),
        Reason.NO_FOLLOWUP: ("Det finns inga siffror från löftets tid.",),
        Reason.NO_POPULATION: ("Det finns ingen siffra på hur många som bor där.",),
        Reason.NO_BASELINE_WAVE: ("Det finns ingen enkät från tiden före löftet.",),
        Reason.NO_FOLLOWUP_WAVE: ("Det finns ingen enkät från tiden efter att löftet började.",),
        Reason.PERIOD_MISSING: ("Löftet säger inte vilken tid det gäller.",),
        Reason.PAUSED: ("Löftet är pausat just nu.",),
        Reason.CONDITIONAL: ("Löftet gäller först när ett villkor är uppfyllt.",),
        Reason.NOT_STARTED: ("Löftets tid har inte börjat än.",),
        Reason.DEFINITION_CHANGED: ("Sättet att räkna brotten har ändrats.", _NO_COMPARISON),
        Reason.INSTRUMENT_CHANGED: ("Frågorna i enkäten har ändrats.", _NO_COMPARISON),
        Reason.BASE_TOO_SMALL: ("Det är för få för att jämföra.", "Små tal ändras lätt av en slump."),
        Reason.BASELINE_TOO_SHORT: ("Siffrorna från tiden före löftet räcker inte.", "Det behövs minst två år."),
        Reason.FOLLOWUP_TOO_SHORT: ("Det finns siffror för mindre än sex månader.", _TOO_SHORT),
        Reason.TOO_FEW_ANSWERS: ("För få personer har svarat.", "Därför visas inte siffran."),
        Reason.N_NOT_PUBLISHED: (
            "Det framgår inte hur många personer som svarade.",
            "Därför vet vi inte hur säkra siffrorna är.",
        ),
        Reason.INDEX_NEVER_DECIDES: ("Ingen har berättat hur säker siffran är.",),
        Reason.NOT_JUDGEABLE: ("Siffran visas, men den kan inte avgöra målet.",),
        Reason.TOO_EARLY: ("Löftets tid har bara börjat.", "Det är för tidigt att säga hur det går."),
        Reason.NO_RECENT_REPORT: ("Ingen har berättat vad som har gjorts på mer än 45 dagar.",),
        Reason.REPORTING_INCOMPLETE: ("Det saknas uppgifter i listan över vad som har gjorts.",),
        Reason.HOURS_MISSING: ("På en del rader i listan saknas antalet timmar.",),
        Reason.AREA_MISSING: ("På en del rader i listan saknas området.",),
        Reason.TOO_FEW_WEEKS: ("Det finns siffror för mindre än fyra veckor.", _TOO_SHORT),
        Reason.FORECAST_UNCLEAR: ("Arbetet går olika fort olika veckor.",),
        Reason.UNKNOWN_SUBPERIODS: ("Det saknas uppgifter för en del av tiden.",),
        Reason.NO_SUBPERIOD_CLOSED: ("Den första perioden är inte slut än.",),
        Reason.CLOSED_EARLY: ("Löftet slutade tidigare än det skulle.",),
        Reason.WITHIN_CHANCE: ("Skillnaden kan bero på slumpen.",),
        Reason.REPORTING_EFFECT: ("Polisens siffror och enkäten visar olika saker.",),
        Reason.PART_UNDECIDED: ("Uppgifterna räcker inte.",),
    }
)


def word_count(text: str) -> int:
    """Words as a reader counts them: "4 000" and "50 %" are held together by a non-breaking space."""
    return len(text.split(" "))


def fitting(candidates: Sequence[str], limit: int = SHORT_WORDS) -> str:
    """The first candidate of at most `limit` words. The last one is meant always to fit."""
    return next((text for text in candidates if word_count(text) <= limit), candidates[-1])


def undecided_short(judgement: Judgement, question: str, subjects: Sequence[str]) -> str:
    """ "Det går inte att avgöra om x har minskat: inga uppgifter.", or shorter. `question` follows "om"."""
    by_chance = judgement.reason_code is Reason.WITHIN_CHANCE
    reason = "skillnaden kan vara slump" if by_chance else undecided_reason(judgement)
    asked = (f"Det går inte att avgöra om {question}: {reason}.",) if question else ()
    named = (f"{subject} går inte att bedöma: {reason}." for subject in subjects)
    return fitting([*asked, *named, f"Går inte att avgöra: {reason}."])


def is_ahead(judgement: Judgement) -> bool:
    """Whether the goal still lies ahead, so that it "är" and not "var"."""
    return judgement.open_period or judgement.reason_code in BLOCKED


def easy_reasons(judgement: Judgement) -> tuple[str, ...]:
    """Why it cannot be told, in everyday words; nothing when it can."""
    if judgement.decided:
        return ()
    if judgement.reason_code is Reason.WITHIN_CHANCE and judgement.target is not None:
        return ("Siffran är för osäker.",)
    return EASY_REASONS[judgement.reason_code]


def easy_answer(judgement: Judgement) -> tuple[str, ...]:
    """The verdict on a goal in everyday words, with the reason when there is none."""
    still_open = judgement.open_period
    if judgement.verdict is Verdict.MET:
        return ("Målet är nått.",)
    if judgement.verdict is Verdict.ON_TRACK:
        unsure = judgement.reason_code is Reason.TOWARDS_GOAL
        return ("Det går åt rätt håll.", "Men det är inte säkert än.") if unsure else ("Det ser bra ut hittills.",)
    if judgement.verdict is Verdict.NOT_MET:
        return ("Hittills är målet inte nått.",) if still_open else ("Målet är inte nått.",)
    unknown = "Det går inte att säga än om målet nås." if still_open else "Det går inte att säga om målet är nått."
    return (*easy_reasons(judgement), unknown)


def easy_text(*sentences: str) -> str:
    """One sentence a line, as easy-read text is set; empty ones are left out."""
    return "\n".join(sentence for sentence in sentences if sentence)


def years_in_words(span: Span) -> str:
    """Without a dash: "år 2017", "åren 2015 till 2016", "januari till oktober 2026"."""
    text = period_text(*span).replace("–", " till ")
    if not is_whole_years(*span):
        return text
    return f"åren {text}" if " till " in text else f"år {text}"


def during_in_words(span: Span) -> str:
    """As the beginning of a sentence: "År 2017", "Från januari till oktober 2026", "Under första halvåret 2017"."""
    text = years_in_words(span)
    if is_whole_years(*span):
        return upper_first(text)
    return f"Från {text}" if " till " in text else f"Under {text}"


def second_sentence(clauses: Sequence[str], cautions: Sequence[str]) -> str:
    """ "Underlaget är …, och intervallet …; siffran visar …": what stands behind a sentence in a report."""
    basis = ", och ".join(clause for clause in clauses if clause)
    caution = "; ".join(text for text in cautions if text)
    joined = "; ".join(text for text in (basis, caution) if text)
    return f"{upper_first(joined)}." if joined else ""
