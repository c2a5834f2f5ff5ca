"""Sentences about how reported crime has moved: a description that obeys every rule of what may be said of counts."""

from dataclasses import dataclass

from etl.evaluate.contexts import Span
from etl.evaluate.crime_change import Change, CrimeChange, Twelve
from etl.evaluate.numbers_sv import in_words, is_whole_years, number, period_text, units, upper_first, year_span
from etl.evaluate.sentences_crime_parts import ORDINARY_SWINGS, change_words
from etl.evaluate.sentences_shared import during_in_words
from etl.evaluate.wording import CRIME_CAUTION, CrimeWords, crime_words

PRELIMINARY = "Siffran är preliminär."
AS_MANY = "ungefär lika många"
FEW = "färre än 5"
"""What a count of 1–4 is called where it is not shown; anything else is hidden to protect such a one."""


@dataclass(frozen=True, kw_only=True)
class ChangeTold:
    """`sentence` stands alone, `claim` is a chart's title; `caution` belongs under both."""

    sentence: str
    claim: str
    caution: str = CRIME_CAUTION


def tell_change(change: CrimeChange, *, crime: str, crime_name: str, place: str) -> ChangeTold:
    """`place` follows "i": "Svedala", "Centrum i Exempelköping"."""
    words = crime_words(crime, crime_name)
    sentence = _sentence(change, words, place)
    if change.latest.preliminary:
        sentence = f"{sentence} {PRELIMINARY}"
    return ChangeTold(sentence=sentence, claim=_claim(change, words, place))


def _sentence(change: CrimeChange, words: CrimeWords, place: str) -> str:
    latest = change.latest
    during = during_in_words((latest.first, latest.last))
    if change.kind is Change.HIDDEN:
        return _hidden(latest, words, place)
    if change.kind is Change.NONE_REPORTED:
        rest = f", mot {_mean(change)} om året {_before(change)}" if change.base else ""
        return f"{during} anmäldes inga {words.plural} i {place}{rest}."
    told = f"{during} anmäldes {_number_of(words, latest.count or 0)} i {place}"
    if change.kind is Change.NO_HISTORY:
        return f"{told}. Det finns inga jämförbara uppgifter från åren före."
    if change.kind is Change.SMALL:
        compared = f"{told}, att jämföra med {_range(change)} om året {_before(change)}"
        return f"{compared}. Talen är för små för att räknas om till procent."
    size = change_words(change.percent or 0.0)
    each = " per invånare" if change.per_inhabitant else ""
    than = "som" if size.startswith((AS_MANY, "mer än")) else "än"
    compared = f"{told}, {size}{each} {than} i genomsnitt {_before(change)}"
    if change.kind is Change.UNCLEAR:
        if size == AS_MANY:
            return f"{compared}."
        return f"{compared}, men det ryms inom {ORDINARY_SWINGS}."
    return f"{compared}, och det är mer än {ORDINARY_SWINGS}."


def _claim(change: CrimeChange, words: CrimeWords, place: str) -> str:
    latest = change.latest
    when = _when(latest)
    if change.kind is Change.HIDDEN:
        if latest.hidden_reason == FEW:
            return f"Färre än fem anmälda {words.plural} i {place} {when}"
        shown = "visas inte" if latest.hidden_reason else "är inte känt"
        return f"Antalet anmälda {words.plural} i {place} {when} {shown}"
    if change.kind is Change.NONE_REPORTED:
        return f"Inga anmälda {words.plural} i {place} {when}"
    if change.kind in (Change.SMALL, Change.NO_HISTORY):
        return f"{upper_first(_reported(words, latest.count or 0))} i {place} {when}"
    if change.kind is Change.UNCLEAR:
        return f"Anmälda {words.plural} i {place} {when}: ingen tydlig skillnad mot åren före"
    way = "Fler" if change.kind is Change.MORE else "Färre"
    return f"{way} anmälda {words.plural} i {place} {when} än åren före"


def _hidden(latest: Twelve, words: CrimeWords, place: str) -> str:
    during = during_in_words((latest.first, latest.last))
    if latest.hidden_reason == FEW:
        return f"{during} anmäldes färre än fem {words.plural} i {place}; så små tal visas inte exakt."
    if latest.hidden_reason:
        return f"Antalet anmälda {words.plural} i {place} {_when(latest)} visas inte, för att skydda ett litet tal."
    return f"Antalet anmälda {words.plural} i {place} {_when(latest)} är inte känt."


def _when(twelve: Twelve) -> str:
    return period_text(twelve.first, twelve.last)


def _before(change: CrimeChange) -> str:
    first, last = change.before[0], change.before[-1]
    span: Span = (first.first, last.last)
    if is_whole_years(*span):
        return year_span(first.first.year, last.last.year)
    return f"under de {in_words(len(change.before))} åren före"


def _mean(change: CrimeChange) -> str:
    return f"i genomsnitt {units(change.base or 0.0)}"


def _range(change: CrimeChange) -> str:
    """ "mellan 5 och 12", "0": every count that the latest one is compared with is shown beside it."""
    counts = [twelve.count or 0 for twelve in change.before]
    least, most = min(counts), max(counts)
    return number(least) if least == most else f"mellan {number(least)} och {number(most)}"


def _number_of(words: CrimeWords, count: int) -> str:
    return f"{words.article} {words.one}" if count == 1 else f"{number(count)} {words.plural}"


def _reported(words: CrimeWords, count: int) -> str:
    return words.one_reported if count == 1 else f"{number(count)} anmälda {words.plural}"
