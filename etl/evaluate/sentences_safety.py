"""Sentences about what a safety survey shows: the latest wave beside the one before, and groups beside each other.

A description and no verdict: nothing here knows of a promise.
"""

from dataclasses import dataclass

from etl.evaluate.numbers_sv import number, rounded_half_up, upper_first
from etl.evaluate.published_change import PublishedShare, published_change
from etl.evaluate.sentences_survey_parts import BY_CHANCE, index_text
from etl.evaluate.wording import who

CAUTION = "Felmarginalen räknar inte med att de som inte har svarat kan tycka annorlunda."
OPEN_METHOD = "webb öppen"
OPEN_SURVEY = (
    "Enkäten var öppen för alla på nätet, så de som svarade behöver inte likna invånarna; därför går det inte att "
    "säga hur många av invånarna som svarar likadant."
)
NEVER_JUDGED = "Indexet har ingen publicerad felmarginal och används aldrig för att bedöma ett löfte."
NO_NUMBER = "Antalet svarande är inte publicerat"


@dataclass(frozen=True, kw_only=True)
class Wave:
    """One value as it is shown, with its 95 % limits where they are known; percent, or on an index."""

    name: str
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, kw_only=True)
class WaveContext:
    """The latest wave that is shown and the one before it in the same series, if there is one without a break between.

    `unit` is procent, or "index 0–6" with its scale. `place` follows "i". `hidden` tells of later waves that are not
    shown, ready to print.
    """

    indicator: str
    indicator_name: str
    place: str
    latest: Wave
    before: Wave | None = None
    unit: str = "procent"
    high_is_good: bool = True
    method: str = ""
    hidden: str = ""

    @property
    def is_index(self) -> bool:
        return self.unit != "procent"


@dataclass(frozen=True, kw_only=True)
class SafetyTold:
    """`sentence` stands alone, `claim` is a chart's title; `caution` may be empty."""

    sentence: str
    claim: str
    caution: str = ""


def tell_wave(context: WaveContext) -> SafetyTold:
    """What the latest wave says, how sure it is, and whether it differs from the one before by more than chance."""
    if context.is_index:
        return SafetyTold(sentence=_joined(_index(context), context.hidden), claim=_index_claim(context))
    latest = context.latest
    people = who(context.indicator)
    said = people or f"svarar så på ”{context.indicator_name}”"
    shown = _shares(context)
    start = f"{shown[0]} procent av de svarande i {context.place} {said} i mätningen {latest.name}"
    if context.method == OPEN_METHOD:
        sentence = f"{start}{_mentioned(context, shown)}. {OPEN_SURVEY}"
    elif latest.low is None or latest.high is None:
        sentence = f"{start}{_mentioned(context, shown)}. {NO_NUMBER}, så {_unsure(context)}."
    else:
        sentence = (
            f"{start}. Eftersom alla inte har tillfrågats ligger andelen bland invånarna troligen mellan "
            f"{number(latest.low)} och {number(latest.high)} procent.{_compared(context, shown)}"
        )
    caution = CAUTION if latest.low is not None and context.method != OPEN_METHOD else ""
    return SafetyTold(sentence=_joined(sentence, context.hidden), claim=_claim(context, shown), caution=caution)


def is_clear(context: WaveContext) -> bool | None:
    """Whether the change from the wave before is larger than chance; None where that cannot be told."""
    before, latest = _limited(context.before), _limited(context.latest)
    if before is None or latest is None or context.is_index or context.method == OPEN_METHOD:
        return None
    return published_change(before, latest).is_significant


def group_claim(
    kind: str, indicator: str, indicator_name: str, group_a: str, group_b: str, gap: float, *, clear: bool
) -> str:
    """ "Färre kvinnor än män känner sig trygga"; `gap` is a − b in percentage points, `kind` kön, ålder or område."""
    people = who(indicator) or f"svarar så på ”{indicator_name}”"
    a, b = _group(kind, group_a), _group(kind, group_b)
    if not clear:
        ages = kind == "ålder"
        names = (_age(group_a), _age(group_b)) if ages else (group_a, group_b)
        return f"Ingen tydlig skillnad mellan {'åldrarna ' if ages else ''}{names[0]} och {names[1]}"
    return f"{'Fler' if gap > 0 else 'Färre'} {a} än {b} {people}"


def _group(kind: str, name: str) -> str:
    if kind == "kön":
        return name
    return f"i {name}" if kind == "område" else f"i åldern {_age(name)}"


def _age(name: str) -> str:
    return f"{name} år" if name[-1:].isdigit() else name


def _claim(context: WaveContext, shown: tuple[str, str]) -> str:
    people = who(context.indicator)
    latest, before = context.latest, context.before
    share = (
        f"{shown[0]} procent i {context.place} {people}" if people else f"{context.indicator_name}: {shown[0]} procent"
    )
    clear = is_clear(context)
    if before is None or clear is None:
        return f"{share} ({latest.name})"
    if not clear:
        return f"{share}, ingen tydlig förändring sedan {before.name}"
    if people is None:
        way = "högre" if latest.value > before.value else "lägre"
        return f"{share} {latest.name}, {way} än {before.name}"
    more = "Fler" if latest.value > before.value else "Färre"
    return f"{more} i {context.place} {people} {latest.name} än {before.name}"


def _compared(context: WaveContext, shown: tuple[str, str]) -> str:
    before = context.before
    if before is None:
        return " Det finns ingen tidigare mätning att jämföra med."
    clear = is_clear(context)
    if clear is None:
        return f" {before.name} var andelen {shown[1]} procent."
    if shown[0] == shown[1] and not clear:
        return f" Andelen var ungefär lika stor {before.name}."
    change = "Ökningen" if context.latest.value > before.value else "Minskningen"
    than = "större än" if clear else "inte större än"
    return f" {change} från {shown[1]} procent {before.name} är {than} {BY_CHANCE}."


def _mentioned(context: WaveContext, shown: tuple[str, str]) -> str:
    if context.before is None:
        return ""
    same = shown[0] == shown[1]
    return f", lika många som {context.before.name}" if same else f", mot {shown[1]} procent {context.before.name}"


def _unsure(context: WaveContext) -> str:
    if context.before is None:
        return "det går inte att säga hur säker siffran är"
    return f"det går inte att säga om skillnaden är större än {BY_CHANCE}"


def _index(context: WaveContext) -> str:
    scale = context.unit.removeprefix("index").strip().replace("–", " till ").replace("-", " till ")
    good = "högt" if context.high_is_good else "lågt"
    before = f"; i mätningen {context.before.name} var det {index_text(context.before.value)}" if context.before else ""
    return (
        f"{upper_first(context.indicator_name)} i {context.place} var {index_text(context.latest.value)} i mätningen "
        f"{context.latest.name}, på en skala från {scale} där {good} är bra{before}. {NEVER_JUDGED}"
    )


def _index_claim(context: WaveContext) -> str:
    latest = context.latest
    return f"{upper_first(context.indicator_name)} i {context.place}: {index_text(latest.value)} ({latest.name})"


def _shares(context: WaveContext) -> tuple[str, str]:
    """Whole percent, with a decimal where a clear change would not be seen."""
    latest = context.latest.value
    if context.before is None:
        return number(latest), ""
    before = context.before.value
    decimals = 1 if rounded_half_up(latest) == rounded_half_up(before) and is_clear(context) else 0
    return number(latest, decimals), number(before, decimals)


def _limited(wave: Wave | None) -> PublishedShare | None:
    if wave is None or wave.low is None or wave.high is None:
        return None
    # Published limits are rounded, so that they may lie a little inside their own value.
    return PublishedShare(value=wave.value, low=min(wave.low, wave.value), high=max(wave.high, wave.value))


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))
