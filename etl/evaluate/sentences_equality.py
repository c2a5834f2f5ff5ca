"""Sentences about differences between groups, and about efforts beside insecurity in each area."""

from dataclasses import dataclass

from etl.evaluate.numbers_sv import in_words, number, plural, rounded_half_up
from etl.evaluate.sentences import SUPPRESSED_SENTENCE
from etl.evaluate.wording import who

BY_CHANCE = "vad slumpen i urvalet kan ge"
NOTHING_SHOWN = "Jämförelsen redovisas inte eftersom för få har svarat för att siffrorna ska vara tillförlitliga."

LARGEST_OF_MANY = "Den största av flera skillnader brukar vara mindre i verkligheten, så se den som en ledtråd."


@dataclass(frozen=True, kw_only=True)
class GapContext:
    """Two groups' shares and the 95 % limits of a − b, in percent and percentage points.

    `kind` is kön, område or ålder; `compared` how many groups the two were picked from. `low` and `high` are None
    when the comparison is not shown.
    """

    kind: str
    indicator: str
    indicator_name: str
    place: str
    wave: str
    group_a: str
    group_b: str
    value_a: float | None
    value_b: float | None
    low: float | None
    high: float | None
    is_clear: bool
    compared: int = 2


@dataclass(frozen=True, kw_only=True)
class EffortContext:
    """One area and year. `share_of_hours` (percent) is of the hours that were logged with an area.

    `insecurity` is None when it is not shown: `asked` says whether there was a survey at all. `stands_out` is
    "högsta" or "lägsta" only where the difference between these two areas is larger than chance.
    """

    area: str
    year: int
    hours: float | None
    activities: int
    share_of_hours: float | None
    indicator: str
    insecurity: float | None
    wave: str
    asked: bool
    stands_out: str = ""


def tell_gap(context: GapContext) -> str:
    """Both shares and whether they differ by more than chance; why not, when a share may not be shown."""
    if context.value_a is None and context.value_b is None:
        return NOTHING_SHOWN
    if context.value_a is None or context.value_b is None or context.low is None or context.high is None:
        return SUPPRESSED_SENTENCE
    people = _people(context)
    a, b = number(context.value_a), number(context.value_b)
    if context.kind == "kön":
        shares = f"{a} procent av {_DEFINITE.get(context.group_a, context.group_a)} och {b} procent av "
        shares += f"{_DEFINITE.get(context.group_b, context.group_b)} i {context.place} {people}{_when(context.wave)}"
        return f"{shares}; {_conclusion(context)}."
    groups = "redovisade områden" if context.kind == "område" else "redovisade åldersgrupper"
    found = (
        f"Av {in_words(context.compared, 'en')} {groups} i {context.place} är andelen som {people} högst "
        f"{_among(context, context.group_a)} ({a} procent) och lägst {_among(context, context.group_b)} "
        f"({b} procent){_when(context.wave)}"
    )
    caution = f" {LARGEST_OF_MANY}" if context.is_clear and context.compared > 2 else ""
    return f"{found}; {_conclusion(context)}.{caution}"


def tell_effort(context: EffortContext) -> str:
    """Hours beside insecurity, as two facts: neither explains the other."""
    return f"I {context.area} {_hours(context)}, och {_insecurity(context)}."


def insecure(indicator: str) -> str:
    """The people who do not feel safe, as a verb phrase."""
    return {
        "enkat:otrygg": "känner sig otrygga",
        "enkat:trygg_morker": "känner sig inte trygga utomhus när det är mörkt",
    }.get(indicator, "känner sig inte trygga")


_DEFINITE = {"kvinnor": "kvinnorna", "män": "männen"}


def _people(context: GapContext) -> str:
    return who(context.indicator) or f"har svarat så på ”{context.indicator_name}”"


def _when(wave: str) -> str:
    return f" enligt enkäten {wave}" if wave else ""


def _among(context: GapContext, group: str) -> str:
    if context.kind == "område":
        return f"i {group}"
    return f"i gruppen {group}" if "år" in group or not group[:1].isdigit() else f"i åldern {group} år"


def _conclusion(context: GapContext) -> str:
    many = " när så många jämförs" if context.kind != "kön" and context.compared > 2 else ""
    if not context.is_clear:
        return f"skillnaden är inte större än {BY_CHANCE}{many}"
    return f"skillnaden är troligen {_range(context)} procentenheter och större än {BY_CHANCE}"


def _range(context: GapContext) -> str:
    """ "mellan 8 och 23", whichever group is first; with a decimal where whole numbers would say zero or the same."""
    low, high = sorted(abs(limit) for limit in (context.low or 0.0, context.high or 0.0))
    decimals = 1 if rounded_half_up(low) == 0 or rounded_half_up(low) == rounded_half_up(high) else 0
    return f"mellan {number(low, decimals)} och {number(high, decimals)}"


def _hours(context: EffortContext) -> str:
    if context.activities == 0:
        return f"är inga aktiviteter loggade {context.year}"
    done = plural(context.activities, "aktivitet", "aktiviteter")
    if context.hours is None:
        return f"är {done} {_logged(context.activities)} {context.year}, utan uppgift om timmar"
    text = f"är {plural(context.hours, 'timme', 'timmar')} {_logged(context.hours)} {context.year}"
    if context.share_of_hours is None:
        return text
    return f"{text} ({number(context.share_of_hours)} procent av områdenas timmar)"


def _logged(count: float) -> str:
    return "loggad" if count == 1 else "loggade"


def _insecurity(context: EffortContext) -> str:
    if context.insecurity is None:
        few = "hur många som känner sig otrygga redovisas inte eftersom för få har svarat"
        return few if context.asked else "hur många som känner sig otrygga är inte mätt där"
    share = f"{number(context.insecurity)} procent av de svarande {insecure(context.indicator)}{_when(context.wave)}"
    return f"{share}, den {context.stands_out} uppmätta andelen bland områdena" if context.stands_out else share
