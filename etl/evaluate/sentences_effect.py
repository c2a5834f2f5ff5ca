"""Sentences about effect: never stronger than "förenligt med att insatserna har haft effekt"."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from etl.evaluate.effect import (
    LEAST_COMPARISONS,
    LEAST_DONE,
    LEAST_PER_YEAR,
    Condition,
    EffectJudgement,
    Finding,
)
from etl.evaluate.numbers_sv import NBSP, join_sv, number, rounded_half_up, signed
from etl.evaluate.wording import crime_words

# Noun phrases that follow "det saknas", where "minst 24 månader" would mean that so many are missing.
UNMET: Mapping[Condition, str] = MappingProxyType(
    {
        Condition.START_KNOWN: "ett känt startdatum",
        Condition.ENOUGH_BEFORE: "två hela års uppgifter före starten",
        Condition.ENOUGH_AFTER: "ett helt års uppgifter efter starten",
        Condition.ENOUGH_CRIMES: f"tillräckligt många anmälda brott (minst {LEAST_PER_YEAR} om året)",
        Condition.SAME_DEFINITION: "ett oförändrat sätt att räkna brotten",
        Condition.ENOUGH_COMPARISONS: f"tillräckligt många kommuner att jämföra med (minst {LEAST_COMPARISONS})",
        Condition.WORK_DONE: f"en aktivitetslogg som visar att minst {100 * LEAST_DONE:.0f} procent av det "
        "planerade är gjort",
    }
)

CAUTIONS = (
    "Siffrorna visar anmälda brott, så en förändring kan bero på att fler eller färre anmäler.",
    "Löften ges ofta efter ett ovanligt dåligt år, och efter ett sådant minskar brotten ofta av sig själva.",
    "Brotten kan ha flyttat någon annanstans, eller minskat även på platser utan insatser.",
    "Andra åtgärder, här eller i jämförelsekommunerna, kan ha påverkat siffrorna.",
)
"""Reporting, regression to the mean, spill-over, other measures: always shown, whatever was found."""

AGREES = "vilket är förenligt med att insatserna har haft effekt men inte bevisar det"


@dataclass(frozen=True, kw_only=True)
class EffectContext:
    """`crime` is a crime key and `place` a name that follows "i"."""

    crime: str
    place: str
    crime_name: str = ""


def tell_effect(judgement: EffectJudgement, context: EffectContext) -> str:
    """One sentence, and for a clear difference a second one with how many crimes it comes to."""
    if judgement.finding is None:
        missing = join_sv(unmet_phrases(judgement))
        return f"Underlaget räcker inte för att avgöra om insatserna har haft effekt, eftersom det saknas {missing}."
    if judgement.finding is Finding.UNCLEAR:
        return (
            f"Skillnaden i anmälda {crime_words(context.crime, context.crime_name).plural} mellan {context.place} och "
            f"de {number(judgement.comparisons)} jämförelsekommunerna{_both(judgement)} är inte större än de vanliga "
            "svängningarna mellan åren, så det går inte att säga om insatserna har haft effekt."
        )
    return f"{_comparison(judgement, context)}, {_conclusion(judgement.finding)}.{_amount(judgement)}"


def unmet_phrases(judgement: EffectJudgement) -> tuple[str, ...]:
    """What is missing, as noun phrases."""
    return tuple(UNMET[condition] for condition in judgement.unmet)


def _comparison(judgement: EffectJudgement, context: EffectContext) -> str:
    subject = f"De anmälda {crime_words(context.crime, context.crime_name).definite} i {context.place}"
    return f"{subject} {_moved(judgement)}{_both(judgement)}"


def _moved(judgement: EffectJudgement) -> str:
    """ "minskade mer än i de 12 jämförelsekommunerna", by the signs of the two changes as they are printed."""
    here, there = (rounded_half_up(change or 0.0) for change in (judgement.change_here, judgement.change_there))
    others = f"de {number(judgement.comparisons)} jämförelsekommunerna"
    assert judgement.incidence is not None
    better = judgement.incidence.value < 1
    verb, opposite = ("minskade", "ökade") if better else ("ökade", "minskade")
    toward, away = (here < 0, there > 0) if better else (here > 0, there < 0)
    if not toward:
        return f"{opposite} mindre än i {others}" if here != 0 else f"låg stilla, medan de {opposite} i {others}"
    if away:
        return f"{verb}, medan de {opposite} i {others}"
    return f"{verb} mer än i {others}" if there != 0 else f"{verb}, medan de låg stilla i {others}"


def _both(judgement: EffectJudgement) -> str:
    here, there = judgement.change_here or 0.0, judgement.change_there or 0.0
    return f" ({signed(here)} mot {signed(there)}{NBSP}procent)"


def _conclusion(finding: Finding) -> str:
    unknown = "så det går inte att säga om insatserna har haft effekt"
    return {
        Finding.AGREES: AGREES,
        Finding.AGAINST: "så siffrorna talar inte för att insatserna har haft effekt",
        Finding.COMMON_CHANGE: f"men flera av dem förändrades lika mycket, {unknown}",
        Finding.SERIES_DISAGREES: f"men med hänsyn till trend och säsong syns ingen sådan förändring, {unknown}",
    }[finding]


def _amount(judgement: EffectJudgement) -> str:
    """How many crimes it comes to in a year, when that points the same way as the sentence."""
    found, incidence = judgement.displacement, judgement.incidence
    if found is None or incidence is None or judgement.finding not in (Finding.AGREES, Finding.AGAINST):
        return ""
    size = rounded_half_up(abs(found.value))
    if size == 0 or (found.value < 0) != (incidence.value < 1):
        return ""
    word = "färre" if found.value < 0 else "fler"
    return f" Det motsvarar omkring {number(abs(found.value))} {word} anmälda brott på ett år."
