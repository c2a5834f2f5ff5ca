"""Sentences about goals measured in reported crime."""

from collections.abc import Callable

from etl.evaluate.contexts import CrimeContext, Span, Told
from etl.evaluate.headline import BLOCKED, headline, missed_target_but_improved, undecided_reason
from etl.evaluate.numbers_sv import (
    in_period,
    is_whole_years,
    number,
    percent,
    period_text,
    rounded_half_up,
    signed_visibly,
    year_span,
)
from etl.evaluate.verdict import Direction, Judgement, Leaning, Reason, Verdict
from etl.evaluate.wording import CHANGE_NOUN, crime_words

ORDINARY_SWINGS = "de vanliga svängningarna mellan åren"
BIGGEST_SHOWN = 1000
"""Percent above which a change is told in words."""


def tell_crime(judgement: Judgement, context: CrimeContext) -> Told:
    """Every text about one crime goal."""
    claim = _claim(judgement, context)
    return Told(
        sentence=_sentence(judgement, context),
        claim=claim,
        headline=headline(judgement),
        reason=undecided_reason(judgement),
        caution=_caution(judgement, context),
        alt=_alt(judgement, claim, context),
        interval=interval_text(judgement),
    )


def interval_text(judgement: Judgement) -> str:
    """The 95 % interval of the change in percent, or empty."""
    if judgement.low is None or judgement.high is None:
        return ""
    too_big = judgement.high > BIGGEST_SHOWN
    high = f"över +{percent(BIGGEST_SHOWN)}" if too_big else _signed_percent(judgement.high)
    return f"Osäkerhetsintervall (95 %): från {_signed_percent(judgement.low)} till {high}."


def _sentence(judgement: Judgement, context: CrimeContext) -> str:
    if judgement.estimate is None:
        return _nothing_to_compare(judgement, context)
    endings: dict[Reason, Callable[[Judgement], str]] = {
        Reason.IMPROVED: _improved,
        Reason.TOWARDS_GOAL: _towards,
        Reason.WORSENED: _worsened,
        Reason.NO_IMPROVEMENT: _no_improvement,
        Reason.MAINTAINED: _maintained,
        Reason.WITHIN_CHANCE: _within_chance,
        Reason.REPORTING_EFFECT: _reporting_effect,
    }
    return f"{_comparison(judgement, context)}{endings[judgement.reason_code](judgement)}."


def _comparison(judgement: Judgement, context: CrimeContext) -> str:
    """ "De anmälda skadegörelserna i X var 50 procent fler per invånare 2017 än 2015–2016"."""
    before, after = _spans(context)
    words = crime_words(context.crime, context.crime_name)
    subject = f"e anmälda {words.definite} i {context.place}"
    start = f"Hittills är d{subject}" if judgement.open_period else f"D{subject} var"
    during = "" if judgement.open_period else f" {in_period(*after)}"
    if context.x1 == 0:
        return f"{start} noll{during}, mot {number(context.x0 or 0)} sammanlagt {_baseline_text(context, before)}"
    amount = change_words(judgement.estimate or 0.0, moved=judgement.verdict is not Verdict.UNDECIDABLE)
    link = "som" if amount.endswith("många") else "än"
    return f"{start} {amount} per invånare{during} {link} {_baseline_text(context, before)}"


def change_words(estimate: float, *, moved: bool = True) -> str:
    """ "50 procent fler", "34 procent färre", "ungefär lika många"; never a zero with a direction."""
    word = "fler" if estimate > 0 else "färre"
    size = rounded_half_up(abs(estimate))
    if size == 0:
        return f"knappt 1 procent {word}" if moved and abs(estimate) > 0.05 else "ungefär lika många"
    if estimate > BIGGEST_SHOWN:
        return "mer än tio gånger så många"
    return f"{number(abs(estimate))} procent {word}"


def _improved(judgement: Judgement) -> str:
    if judgement.target is not None:
        return f", och {_promised(judgement)} är nådd även med osäkerheten inräknad"
    return f", och det är mer än {ORDINARY_SWINGS}"


def _towards(judgement: Judgement) -> str:
    if judgement.target is not None:
        return f", men det är inte säkerställt än att {_promised(judgement)} nås"
    return f", men {_noun(judgement)}en är inte säkerställd än"


def _worsened(judgement: Judgement) -> str:
    if judgement.target is not None:
        return f", och {_promised(judgement)} är därmed inte nådd"
    if _clear(judgement):
        return f", och det är mer än {ORDINARY_SWINGS}"
    if judgement.direction is Direction.MAINTAIN:
        return ", så utvecklingen pekar åt fel håll"
    return f", så utvecklingen tyder inte på någon {_noun(judgement)}"


def _no_improvement(judgement: Judgement) -> str:
    if judgement.target is not None:
        return f", och det är inte säkerställt att {_promised(judgement)} är nådd"
    return f", och en {_noun(judgement)} på mer än 5 procent kan uteslutas"


def _maintained(judgement: Judgement) -> str:
    if _clear(judgement) and (judgement.estimate or 0) < 0:
        return f", och det är mer än {ORDINARY_SWINGS}"
    return ", och en tydlig ökning kan uteslutas"


def _within_chance(judgement: Judgement) -> str:
    if judgement.target is not None:
        return f", och det går inte att avgöra om {_promised(judgement)} är nådd"
    if judgement.leaning is not None:
        return f"; det pekar mot en {judgement.leaning.value} men kan rymmas i {ORDINARY_SWINGS}"
    question = "det går inte att avgöra om de har blivit färre eller fler"
    return f"; skillnaden ryms i {ORDINARY_SWINGS}, så {question}"


def _reporting_effect(judgement: Judgement) -> str:
    if (judgement.estimate or 0) > 0:
        return ", men i enkäten är färre utsatta; fler anmälningar kan bero på att fler anmäler"
    return ", men i enkäten är fler utsatta; färre anmälningar kan bero på att färre anmäler"


def _nothing_to_compare(judgement: Judgement, context: CrimeContext) -> str:
    words = crime_words(context.crime, context.crime_name)
    reported = f"anmälda {words.plural} i {context.place}"
    so = f"så det går inte att avgöra om de {_done_verb(judgement)}"
    before = f" {in_period(*context.baseline)}" if context.baseline else " före löftet"
    counted = ", räknat på samma månader som följs upp" if _months_if_part_of_a_year(context) else ""
    after = f" {in_period(*context.followup)}" if context.followup else " under löftestiden"
    reason = judgement.reason_code
    if reason in BLOCKED:
        return f"{BLOCKED[reason]}, så det går inte att avgöra om {reported} {_done_verb(judgement)}."
    texts = {
        Reason.NO_DATA: f"Det finns inga uppgifter om {reported}, {so}.",
        Reason.NO_BASELINE: f"Det finns inga uppgifter om {reported} från tiden före löftet, {so}.",
        Reason.NO_FOLLOWUP: f"Det finns inga uppgifter om {reported}{after}, {so}.",
        Reason.NOT_JUDGEABLE: f"Hur många {words.plural} som anmäls i {context.place} visar främst hur mycket polisen "
        "kontrollerar, så siffrorna visas men avgör inte målet.",
        Reason.DEFINITION_CHANGED: f"Sättet att räkna {reported} ändrades mellan perioderna, {so}.",
        Reason.BASE_TOO_SMALL: f"Bara {number(context.x0 or 0)} {words.plural} anmäldes i "
        f"{context.place}{before}{counted}, och det är för få för att bedöma en förändring.",
        Reason.BASELINE_TOO_SHORT: f"Det finns mindre än två år att jämföra {reported} med, {so}.",
        Reason.FOLLOWUP_TOO_SHORT: f"Mindre än sex månader av {reported} har följts upp, {so}.",
        Reason.NO_POPULATION: f"Folkmängden saknas, så {reported} går inte att räkna per invånare.",
    }
    return texts.get(reason, f"Underlaget räcker inte för att bedöma {reported}.")


def _claim(judgement: Judgement, context: CrimeContext) -> str:
    reported = f"nmälda {crime_words(context.crime, context.crime_name).plural}"
    when = _when(context)
    if judgement.estimate is None:
        if judgement.reason_code in (Reason.NO_DATA, Reason.NO_BASELINE, Reason.NO_FOLLOWUP):
            return f"Uppgifter saknas om a{reported}"
        return f"Det går inte att avgöra om a{reported} {_done_verb(judgement)}"
    more = "fler" if judgement.estimate > 0 else "färre"
    if judgement.reason_code is Reason.REPORTING_EFFECT:
        return f"A{reported} blev {more}, men enkäten säger något annat"
    if judgement.verdict is Verdict.UNDECIDABLE:
        return _grey_claim(judgement, reported)
    if missed_target_but_improved(judgement):
        return f"A{reported} har inte {_verb(judgement)} så mycket som utlovats"
    if judgement.reason_code is Reason.NO_IMPROVEMENT:
        return f"A{reported} har inte {_verb(judgement)} tydligt {when}".strip()
    if judgement.reason_code is Reason.MAINTAINED and not _clear(judgement):
        return f"A{reported} har hållit sig på samma nivå"
    if judgement.open_period:
        unsure = ", men det är inte säkerställt" if judgement.reason_code is Reason.TOWARDS_GOAL else ""
        return f"A{reported} är hittills {more}{unsure}"
    return f"A{reported} blev {more} {when}"


def _grey_claim(judgement: Judgement, reported: str) -> str:
    if judgement.target is not None:
        return f"Det går inte att avgöra om målet för a{reported} är nått"
    if judgement.leaning is None:
        return f"Det går inte att avgöra om a{reported} {_done_verb(judgement)}"
    verb = "minska" if judgement.leaning is Leaning.DECREASE else "öka"
    return f"A{reported} ser ut att {verb}, men det är inte säkert"


def _caution(judgement: Judgement, context: CrimeContext) -> str:
    if context.x0 is None and context.x1 is None:
        return ""
    parts = ["Siffran visar anmälda brott, inte alla brott som begås."]
    if judgement.estimate is not None:
        if judgement.estimate > 0:
            parts.append("Fler anmälningar kan också betyda att fler anmäler.")
        if judgement.phi is not None and judgement.phi_assumed:
            parts.append(f"Spridningen mellan månaderna är antagen (φ {number(judgement.phi, 1)}).")
        months = _months_if_part_of_a_year(context)
        if months is not None:
            parts.append(f"Bara {months} månader har följts upp, så bedömningen är preliminär.")
    if context.preliminary:
        parts.append("Uppgifterna är preliminära.")
    if context.baseline_note:
        parts.append(context.baseline_note.rstrip(".") + ".")
    return " ".join(parts)


def _alt(judgement: Judgement, claim: str, context: CrimeContext) -> str:
    words = crime_words(context.crime, context.crime_name)
    years = "" if context.chart_years is None else f" {year_span(*context.chart_years)}"
    parts = [f"Diagram över anmälda {words.plural} per 1 000 invånare i {context.place}{years}."]
    if context.baseline is not None and context.rate0 is not None:
        parts.append(f"Utgångsläget {period_text(*context.baseline)}: {number(context.rate0, 1)}.")
    if context.followup is not None and context.rate1 is not None:
        parts.append(f"Uppföljningen {period_text(*context.followup)}: {number(context.rate1, 1)}.")
    if judgement.direction is not Direction.INCREASE:
        parts.append("Lågt är bra.")
    return " ".join([*parts, f"{claim}."])


def _spans(context: CrimeContext) -> tuple[Span, Span]:
    if context.baseline is None or context.followup is None:
        raise ValueError("en jämförelse kräver utgångsläge och uppföljning")
    return context.baseline, context.followup


def _months_if_part_of_a_year(context: CrimeContext) -> int | None:
    """How many months are followed up when less than a year is: then only those months of the baseline count."""
    if context.followup is None:
        return None
    first, last = context.followup
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return months if months < 12 else None


def _baseline_text(context: CrimeContext, before: Span) -> str:
    if _months_if_part_of_a_year(context) is None:
        return in_period(*before)
    return f"samma månader {'' if is_whole_years(*before) else 'under perioden '}{period_text(*before)}"


def _when(context: CrimeContext) -> str:
    """ "under löftesåret" when the follow-up is the promise's own time, else the follow-up by name."""
    promise, after = context.promise_period, context.followup
    if promise is not None and after is not None and promise[0] <= after[0] and after[1] <= promise[1]:
        one_year = 350 <= (promise[1] - promise[0]).days <= 380
        return "under löftesåret" if one_year else "under löftestiden"
    return in_period(*after) if after is not None else ""


def _promised(judgement: Judgement) -> str:
    return f"den utlovade {_noun(judgement)}en på minst {number(judgement.target or 0)} procent"


def _noun(judgement: Judgement) -> str:
    return CHANGE_NOUN[judgement.direction or Direction.DECREASE]


def _verb(judgement: Judgement) -> str:
    return "ökat" if judgement.direction is Direction.INCREASE else "minskat"


def _done_verb(judgement: Judgement) -> str:
    """What the goal asks for, after "om de"; an undecided judgement may not know."""
    if judgement.direction is None:
        return "har förändrats"
    if judgement.direction is Direction.MAINTAIN:
        return "har hållit sig på samma nivå"
    return f"har {_verb(judgement)}"


def _clear(judgement: Judgement) -> bool:
    """Whether the 95 % interval lies on one side of no change."""
    return (judgement.low or 0) > 0 or (judgement.high or 0) < 0


def _signed_percent(value: float) -> str:
    return f"{signed_visibly(value)}\N{NO-BREAK SPACE}%"
