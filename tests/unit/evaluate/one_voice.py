"""What every form of a sentence must keep to: the facts, the verdict, and the language."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from etl.evaluate.contexts import Told
from etl.evaluate.verdict import Reason

SMALL = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
WORDED = dict(zip(SMALL[2:], range(2, 13), strict=True))
JARGON = (
    "intervall", "konfidens", "signifikan", "indikator", "säkerställ", "statistisk", "procentenhet", "felmarginal",
    "utgångsläge", "preliminär", "prognos", "överspridning", "urval", "median", "baslinje", "deff", "φ", "utlova",
    "respektive", "redovisa", "avser", "enligt", "avseende", "underlag", "exponering",
)  # fmt: skip
NOT_SWEDISH = re.compile(r"\b(nan|inf|none|null|true|false|the|and|of|with|not|undecidable|met)\b", re.IGNORECASE)
UGLY = {
    "dubbla mellanslag": r"  ",
    "raka citattecken": r"[\"']",
    "decimalpunkt": r"\d\.\d",
    "bindestreck som minus": r"(?<![\w])-\d",
    "procenttecken utan hårt mellanslag": r"\d ?%",
    "tusental utan hårt mellanslag": r"(?<![\d\u00a0])(?!(?:19|20)\d\d(?!\d))\d{4,}|(?<!\d)\d{1,3} \d{3}(?!\d)",
    "dubbel punkt": r"\.\.",
    "mellanslag före skiljetecken": r" [.,;:]",
    "blankt i kanten": r"^\s|\s$",
}
# What a reader must be able to hear in each form when there is no verdict.
SAID = {
    Reason.NO_DATA: "inga uppgifter|inga siffror|finns inga|uppgifter saknas",
    Reason.NO_ACTIVITY_LOG: "aktivitetslogg|lista över vad som har gjorts",
    Reason.NO_MEASURE: "inget mått|hur målet ska mätas",
    Reason.NO_TARGET: "inget antal|hur mycket som ska göras|räcker inte",
    Reason.NO_PARTS: "mål i siffror|ett mått|går att räkna|går att mäta",
    Reason.NO_PRIMARY: "huvudmål|viktigaste målen",
    Reason.NO_BASELINE: "före löftet|utgångsläge saknas",
    Reason.NO_FOLLOWUP: "löftestiden|löftets tid|inga uppgifter",
    Reason.NO_POPULATION: "[Ff]olkmängd|hur många som bor",
    Reason.NO_BASELINE_WAVE: "före löftet",
    Reason.NO_FOLLOWUP_WAVE: "efter löftets början|efter att löftet började",
    Reason.PERIOD_MISSING: "period är inte angiven|vilken tid",
    Reason.PAUSED: "pausat",
    Reason.CONDITIONAL: "villkor",
    Reason.NOT_STARTED: "inte börjat",
    Reason.DEFINITION_CHANGED: "[Ss]ättet att räkna",
    Reason.INSTRUMENT_CHANGED: "[Ee]nkäten",
    Reason.BASE_TOO_SMALL: "för få",
    Reason.BASELINE_TOO_SHORT: "två år",
    Reason.FOLLOWUP_TOO_SHORT: "sex månader",
    Reason.TOO_FEW_ANSWERS: "för få|För få",
    Reason.N_NOT_PUBLISHED: "svarande|personer som svarade",
    Reason.INDEX_NEVER_DECIDES: "felmarginal|hur säker siffran är",
    Reason.NOT_JUDGEABLE: "avgör",
    Reason.TOO_EARLY: "för tidigt",
    Reason.NO_RECENT_REPORT: "45 dagar|senaste rapporten",
    Reason.REPORTING_INCOMPLETE: "luckor|saknas uppgifter i listan",
    Reason.HOURS_MISSING: "timmar saknas|saknas antalet timmar|antalet timmar saknas",
    Reason.AREA_MISSING: "område(t)? saknas|saknas området",
    Reason.TOO_FEW_WEEKS: "fyra (hela )?veckor",
    Reason.FORECAST_UNCLEAR: "takten varierar|olika fort",
    Reason.UNKNOWN_SUBPERIODS: "[Uu]ppgifter saknas|saknas uppgifter",
    Reason.NO_SUBPERIOD_CLOSED: "ingen delperiod|[Ii]ng(en|et) hel|inte slut än",
    Reason.CLOSED_EARLY: "i förtid|tidigare än det skulle",
    Reason.WITHIN_CHANCE: "slump|svängningarna|går inte att avgöra|räcker inte för att avgöra|för osäker|inget tydligt",
    Reason.REPORTING_EFFECT: "enkät",
    Reason.PART_UNDECIDED: "räcker inte|går inte att avgöra",
}

_NUMBER = re.compile(r"\d{1,3}(?:\u00a0\d{3})+(?:,\d+)?|\d+(?:,\d+)?")


def numbers_in(text: str) -> list[Decimal]:
    """Every number of a text without its sign; words from two to twelve count, "ett" is mostly an article."""
    figures = [Decimal(found.replace("\u00a0", "").replace(",", ".")) for found in _NUMBER.findall(text)]
    words = [Decimal(WORDED[word]) for word in re.findall(r"\w+", text.lower()) if word in WORDED]
    return figures + words


def stands(number: Decimal, facts: Iterable[float]) -> bool:
    """Whether the number is one of the facts, rounded as the text rounds it."""
    step = Decimal(1).scaleb(number.as_tuple().exponent)  # type: ignore[arg-type]
    return any(Decimal(repr(abs(float(f)))).quantize(step, rounding=ROUND_HALF_UP) == number for f in facts)


def days(*spans: tuple[date, date] | date | None) -> list[float]:
    """The numbers that dates and periods may put into a text."""
    flat = [day for span in spans if span is not None for day in (span if isinstance(span, tuple) else (span,))]
    return [float(part) for day in flat for part in (day.year, day.day)]


def forms(told: Told) -> dict[str, str]:
    return {name: getattr(told, name) for name in ("sentence", "short", "easy", "report", "alt", "claim", "caution")}


def assert_only_facts(told: Told, facts: Iterable[float | None], named: str = "") -> None:
    """Each number of each form is a fact. `named` are words of the register whose own numbers may be repeated."""
    known = [fact for fact in facts if fact is not None] + [float(number) for number in numbers_in(named)]
    for name, text in forms(told).items():
        for number in numbers_in(text):
            assert stands(number, known), f"{name}: {number} är inget av talen bakom omdömet: {text}"


def assert_well_formed(told: Told) -> None:
    """Whole sentences, good Swedish typography, and the length that each form is meant for."""
    for name, text in forms(told).items():
        for fault, pattern in UGLY.items():
            assert not re.search(pattern, text), f"{name}: {fault}: {text!r}"
        assert not NOT_SWEDISH.search(text), f"{name}: inte svenska: {text}"
    for name in ("sentence", "short", "easy", "report"):
        text = getattr(told, name)
        assert text, name
        assert text.endswith("."), f"{name}: {text}"
        assert text[0].isupper() or text[0].isdigit() or text[0] == "”", f"{name}: {text}"
    assert len(told.short.split(" ")) <= 14, told.short
    assert told.report.startswith(told.sentence)
    for sentence in told.easy.split("\n"):
        assert sentence.endswith("."), sentence
        assert ". " not in sentence, f"två meningar på en rad: {sentence}"
        assert len(sentence.split(" ")) <= 15, sentence
        assert not any(word in sentence.lower() for word in JARGON), sentence


def assert_reason_is_said(told: Told, reason: Reason) -> None:
    """Undecided: each form says so and why."""
    for name in ("sentence", "short", "easy", "report"):
        text = getattr(told, name)
        assert re.search(SAID[reason], text), f"{name} säger inte varför ({reason.value}): {text}"
    assert re.search("går inte att säga", told.easy), told.easy


_ENGLISH_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_ENGLISH_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ENGLISH_WORDED = dict(zip(_ENGLISH_WORDS, range(2, 13), strict=True))
_QUOTED = re.compile("“[^“”]*”")
NOT_ENGLISH = re.compile(
    r"[åäöÅÄÖ]|\b(och|att|inte|som|det|den|ett|av|till|med|procent|nan|inf|None(?! of)|null|True|False)\b"
)
UGLY_ENGLISH = {
    "double space": r"  ",
    "straight quotes": r"[\"']",
    "Swedish quotes": r"(?<!“)[^“”]*”[^“”]*”",
    "decimal comma": r"\d,\d(?!\d\d(?!\d))",
    "hard space": "\u00a0",
    "hyphen for minus": r"(?<![\w])-\d",
    "thousands without comma": r"(?<![\d,])(?!(?:19|20)\d\d(?!\d))\d{4,}",
    "double stop": r"\.\.",
    "space before a mark": r" [.,;:]",
    "blank at the edge": r"^\s|\s$",
    "an before a consonant": r"\ban (?=[bcdfghjklmnpqrstvwxyz])(?!hour)|\ba (?=[aeio])",
}


def english_numbers_in(text: str) -> list[Decimal]:
    """Every number of an English text; what it quotes is Swedish and counted so."""
    own = _QUOTED.sub(" ", text)
    figures = [Decimal(found.replace(",", "")) for found in _ENGLISH_NUMBER.findall(own)]
    words = [Decimal(_ENGLISH_WORDED[word]) for word in re.findall(r"\w+", own.lower()) if word in _ENGLISH_WORDED]
    return figures + words + [number for quote in _QUOTED.findall(text) for number in numbers_in(quote)]


def assert_english(told: Told, *, places: Iterable[str] = ()) -> None:
    """The English sentence is whole, is English but for names and quotations, and says the same numbers."""
    assert told.english.endswith("."), told.english
    assert told.english[0].isupper() or told.english[0].isdigit(), told.english
    for text in (told.english, told.english_claim):
        for fault, pattern in UGLY_ENGLISH.items():
            assert not re.search(pattern, text), f"{fault}: {text!r}"
        own = _QUOTED.sub("", text)
        for place in places:
            own = own.replace(place, "")
        assert not NOT_ENGLISH.search(own), text
    assert not told.english_claim.endswith(".")
    assert set(english_numbers_in(told.english)) == set(numbers_in(told.sentence)), (told.sentence, told.english)
