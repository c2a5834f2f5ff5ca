"""Sentences about a goal whose verdict is public but whose figures are not: they would tell a small number."""

from collections.abc import Mapping
from types import MappingProxyType

from etl.evaluate.contexts import Told, WithheldContext
from etl.evaluate.english.goal_en import withheld_english
from etl.evaluate.numbers_sv import lower_first, upper_first
from etl.evaluate.sentences_shared import EASY_WORDS, easy_text, fitting, word_count
from etl.evaluate.verdict import Direction, Verdict
from etl.evaluate.wording import crime_words, who

SMALL_NUMBERS = "siffrorna är dolda för att skydda små tal"
SMALL_GROUP = "siffrorna är dolda för att skydda dem som har svarat"
CAUTION = "Omdömet är gjort med samma regel som alla andra."
_REPORTED = "Det gäller anmälda brott, inte alla brott som begås."


def tell_withheld(context: WithheldContext) -> Told:
    """Every text about a goal without its figures."""
    claim, sentence = _claim(context), _sentence(context)
    return Told(
        sentence=sentence,
        claim=claim,
        headline=context.headline,
        reason=context.reason,
        caution=_caution(context),
        alt=f"Diagram över {_drawn(context)}. {upper_first(_hidden(context))}. {claim}.",
        short=_short(context),
        easy=_easy(context),
        report=f"{sentence} {_caution(context)}",
        english=withheld_english(context),
    )


def _sentence(context: WithheldContext) -> str:
    hidden = _hidden(context)
    if context.verdict is Verdict.UNDECIDABLE:
        reason = f" ({context.reason})" if context.reason else ""
        return f"Det går inte att avgöra om {_what_happened(context)}{reason}, och {hidden}."
    return f"Målet att {_what_was_wanted(context)} {_ANSWERS[_answer(context)]}; {hidden}."


def _claim(context: WithheldContext) -> str:
    if context.verdict is Verdict.UNDECIDABLE:
        return f"Det går inte att avgöra om målet för {_measured(context)} är nått"
    return f"Målet för {_measured(context)} {_ANSWERS[_answer(context)]}"


def _short(context: WithheldContext) -> str:
    place = f" i {context.place}" if context.place else ""
    if context.verdict is Verdict.UNDECIDABLE:
        reason = context.reason or "siffrorna är dolda"
        subjects = (f"{_measured(context)}{place}", _measured(context))
        named = [f"{upper_first(subject)} går inte att bedöma: {reason}." for subject in subjects]
        return fitting([*named, f"Går inte att avgöra: {reason}.", "Går inte att avgöra."])
    told = _ANSWERS[_answer(context)]
    return fitting(
        [f"{upper_first(_measured(context))}{place}: målet {told}.", f"Målet{place} {told}.", f"Målet {told}."]
    )


def _easy(context: WithheldContext) -> str:
    about = f"Målet gäller {_measured(context)} i {context.place}."
    tense = "är att siffran ska" if context.is_open else "var att siffran skulle"
    wanted = _WANTED_EASY[context.direction].format(tense) if context.direction is not None else ""
    people = context.measure == "enkät"
    return easy_text(
        about if word_count(about) <= EASY_WORDS else f"Målet gäller {context.place}.",
        wanted if context.measure != "flera" else "",
        _EASY_ANSWERS[_answer(context)],
        "Vi visar inte siffrorna.",
        "Då skyddar vi dem som har svarat." if people else "De är små, och små tal kan avslöja vem det handlar om.",
    )


def _answer(context: WithheldContext) -> tuple[Verdict, bool]:
    so_far = context.is_open and context.verdict in (Verdict.NOT_MET, Verdict.UNDECIDABLE)
    return context.verdict, so_far


def _measured(context: WithheldContext) -> str:
    if context.measure == "brott":
        return f"anmälda {crime_words(context.key, context.name).plural}"
    if context.measure == "enkät":
        people = who(context.key)
        share = f"andelen som {people}" if people else f"”{context.name}”"
        return f"{share} ({context.group})" if context.group else share
    return f"”{_words(context)}”"


def _subject(context: WithheldContext) -> str:
    place = f" i {context.place}" if context.place else ""
    if context.measure == "brott":
        return f"de anmälda {crime_words(context.key, context.name).definite}{place}"
    return f"{_measured(context)}{place}"


def _drawn(context: WithheldContext) -> str:
    return f"{_measured(context)} i {context.place}" if context.place else _measured(context)


def _what_was_wanted(context: WithheldContext) -> str:
    if context.measure == "flera" or context.direction is None:
        return lower_first(_words(context))
    return f"{_subject(context)} {_wanted(context)}"


def _what_happened(context: WithheldContext) -> str:
    if context.measure == "flera" or context.direction is None:
        return f"målet ”{_words(context)}” är nått"
    done = {Direction.DECREASE: "har minskat", Direction.INCREASE: "har ökat"}
    return f"{_subject(context)} {done.get(context.direction, 'har hållit sig på samma nivå')}"


def _wanted(context: WithheldContext) -> str:
    if context.direction is Direction.MAINTAIN:
        return "inte ska minska" if context.high_is_good else "inte ska öka"
    return "ska minska" if context.direction is Direction.DECREASE else "ska öka"


def _hidden(context: WithheldContext) -> str:
    return SMALL_GROUP if context.measure == "enkät" else SMALL_NUMBERS


def _caution(context: WithheldContext) -> str:
    return f"{CAUTION} {_REPORTED}" if context.measure == "brott" else CAUTION


def _words(context: WithheldContext) -> str:
    return context.goal.strip().rstrip(".")


_ANSWERS: Mapping[tuple[Verdict, bool], str] = MappingProxyType(
    {
        (Verdict.MET, False): "är uppfyllt",
        (Verdict.ON_TRACK, False): "är på väg att uppfyllas",
        (Verdict.NOT_MET, False): "är inte uppfyllt",
        (Verdict.NOT_MET, True): "är hittills inte uppfyllt",
    }
)

_EASY_ANSWERS: Mapping[tuple[Verdict, bool], str] = MappingProxyType(
    {
        (Verdict.MET, False): "Målet är nått.",
        (Verdict.ON_TRACK, False): "Det ser bra ut hittills.",
        (Verdict.NOT_MET, False): "Målet är inte nått.",
        (Verdict.NOT_MET, True): "Hittills är målet inte nått.",
        (Verdict.UNDECIDABLE, False): "Det går inte att säga om målet är nått.",
        (Verdict.UNDECIDABLE, True): "Det går inte att säga än om målet nås.",
    }
)

_WANTED_EASY: Mapping[Direction, str] = MappingProxyType(
    {
        Direction.DECREASE: "Målet {} bli lägre.",
        Direction.INCREASE: "Målet {} bli högre.",
        Direction.MAINTAIN: "Målet {} bli lika bra som förut.",
    }
)
