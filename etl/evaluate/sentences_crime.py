"""Sentences about goals measured in reported crime."""

from collections.abc import Callable

from etl.evaluate.contexts import CrimeContext, Told
from etl.evaluate.english.crime_en import crime_claim, crime_english
from etl.evaluate.headline import (
    BLOCKED,
    headline,
    missed_target_but_improved,
    reached_but_not_surely,
    undecided_reason,
)
from etl.evaluate.numbers_sv import in_period, join_sv, number, percent, period_text, units, year_span
from etl.evaluate.sentences_crime_forms import easy_crime, report_crime, short_crime
from etl.evaluate.sentences_crime_parts import (
    BIGGEST_SHOWN,
    ORDINARY_SWINGS,
    baseline_text,
    change_words,
    done_verb,
    is_clear,
    months_if_part_of_a_year,
    noun,
    promised,
    signed_percent,
    spans,
    verb,
    when,
)
from etl.evaluate.verdict import Direction, Judgement, Leaning, Reason, Verdict
from etl.evaluate.wording import CRIME_CAUTION, crime_words


def tell_crime(judgement: Judgement, context: CrimeContext) -> Told:
    """Every text about one crime goal."""
    claim, sentence = _claim(judgement, context), _sentence(judgement, context)
    return Told(
        sentence=sentence,
        claim=claim,
        headline=headline(judgement),
        reason=undecided_reason(judgement),
        caution=_caution(judgement, context),
        alt=_alt(judgement, claim, context),
        interval=interval_text(judgement),
        short=short_crime(judgement, context),
        easy=easy_crime(judgement, context),
        report=report_crime(judgement, context, sentence),
        english=crime_english(judgement, context),
        english_claim=crime_claim(judgement, context),
    )


def interval_text(judgement: Judgement) -> str:
    """The 95 % interval of the change in percent, or empty."""
    if judgement.low is None or judgement.high is None:
        return ""
    over = f"över +{percent(BIGGEST_SHOWN)}"
    if judgement.low > BIGGEST_SHOWN:
        return f"Osäkerhetsintervall ({percent(95)}): {over}."
    high = over if judgement.high > BIGGEST_SHOWN else signed_percent(judgement.high)
    return f"Osäkerhetsintervall ({percent(95)}): från {signed_percent(judgement.low)} till {high}."


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
    before, after = spans(context)
    words = crime_words(context.crime, context.crime_name)
    subject = f"e anmälda {words.definite} i {context.place}"
    start = f"Hittills är d{subject}" if judgement.open_period else f"D{subject} var"
    during = "" if judgement.open_period else f" {in_period(*after)}"
    if context.x1 == 0:
        return f"{start} noll{during}, mot {number(context.x0 or 0)} sammanlagt {baseline_text(context, before)}"
    amount = change_words(judgement.estimate or 0.0, moved=judgement.verdict is not Verdict.UNDECIDABLE)
    link = "som" if amount.endswith("många") else "än"
    return f"{start} {amount} per invånare{during} {link} {baseline_text(context, before)}"


def _improved(judgement: Judgement) -> str:
    if judgement.target is not None:
        return f", och {promised(judgement)} är nådd även med osäkerheten inräknad"
    return f", och det är mer än {ORDINARY_SWINGS}"


def _towards(judgement: Judgement) -> str:
    if judgement.target is not None:
        return f", men det är inte säkerställt än att {promised(judgement)} nås"
    return f", men {noun(judgement)}en är inte säkerställd än"


def _worsened(judgement: Judgement) -> str:
    if judgement.target is not None:
        return f", och {promised(judgement)} är därmed inte nådd"
    if is_clear(judgement):
        return f", och det är mer än {ORDINARY_SWINGS}"
    if judgement.direction is Direction.MAINTAIN:
        return ", så utvecklingen pekar åt fel håll"
    return f", så utvecklingen tyder inte på någon {noun(judgement)}"


def _no_improvement(judgement: Judgement) -> str:
    if judgement.target is not None:
        return f", och det är inte säkerställt att {promised(judgement)} är nådd"
    return f", och en {noun(judgement)} på mer än 5 procent kan uteslutas"


def _maintained(judgement: Judgement) -> str:
    if is_clear(judgement) and (judgement.estimate or 0) < 0:
        return f", och det är mer än {ORDINARY_SWINGS}"
    return ", och en tydlig ökning kan uteslutas"


def _within_chance(judgement: Judgement) -> str:
    if judgement.target is not None:
        return f", och det går inte att avgöra om {promised(judgement)} är nådd"
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
    so = f"så det går inte att avgöra om de {done_verb(judgement)}"
    before = f" {in_period(*context.baseline)}" if context.baseline else " före löftet"
    counted = ", räknat på samma månader som följs upp" if months_if_part_of_a_year(context) else ""
    after = f" {in_period(*context.followup)}" if context.followup else " under löftestiden"
    reason = judgement.reason_code
    if reason in BLOCKED:
        return f"{BLOCKED[reason]}, så det går inte att avgöra om {reported} {done_verb(judgement)}."
    texts = {
        Reason.NO_DATA: f"Det finns inga uppgifter om {reported}, {so}.",
        Reason.NO_BASELINE: f"Det finns inga uppgifter om {reported} från tiden före löftet, {so}.",
        Reason.NO_FOLLOWUP: f"Det finns inga uppgifter om {reported}{after}, {so}.",
        Reason.NOT_JUDGEABLE: f"Hur många {words.plural} som anmäls i {context.place} visar främst hur mycket polisen "
        "kontrollerar, så siffrorna visas men avgör inte målet.",
        Reason.DEFINITION_CHANGED: f"Sättet att räkna {reported} ändrades mellan perioderna, {so}.",
        Reason.BASE_TOO_SMALL: f"{_few(context)} anmäldes i {context.place}{before}{counted}, och det är för få för "
        "att bedöma en förändring.",
        Reason.BASELINE_TOO_SHORT: f"Det finns mindre än två år att jämföra {reported} med, {so}.",
        Reason.FOLLOWUP_TOO_SHORT: f"Mindre än sex månader av {reported} har följts upp, {so}.",
        Reason.NO_POPULATION: f"Folkmängden saknas, så {reported} går inte att räkna per invånare.",
    }
    return texts.get(reason, f"Underlaget räcker inte för att bedöma {reported}.")


def _few(context: CrimeContext) -> str:
    words, count = crime_words(context.crime, context.crime_name), context.x0 or 0
    if count == 0:
        return f"Inga {words.plural}"
    return f"Bara {f'{words.article} {words.one}' if count == 1 else f'{number(count)} {words.plural}'}"


def _claim(judgement: Judgement, context: CrimeContext) -> str:
    reported = f"nmälda {crime_words(context.crime, context.crime_name).plural}"
    during = when(context)
    if judgement.estimate is None:
        if judgement.reason_code in (Reason.NO_DATA, Reason.NO_BASELINE, Reason.NO_FOLLOWUP):
            return f"Uppgifter saknas om a{reported}"
        return f"Det går inte att avgöra om a{reported} {done_verb(judgement)}"
    more = "fler" if judgement.estimate > 0 else "färre" if judgement.estimate < 0 else "lika många"
    if judgement.reason_code is Reason.REPORTING_EFFECT:
        return f"A{reported} blev {more}, men enkäten säger något annat"
    if judgement.verdict is Verdict.UNDECIDABLE:
        return _grey_claim(judgement, reported)
    if reached_but_not_surely(judgement):
        return f"A{reported} blev {more}, men målet är inte säkert nått"
    if missed_target_but_improved(judgement):
        return f"A{reported} har inte {verb(judgement)} så mycket som utlovats"
    if judgement.reason_code is Reason.NO_IMPROVEMENT:
        return f"A{reported} har inte {verb(judgement)} tydligt {during}".strip()
    if judgement.reason_code is Reason.MAINTAINED and not is_clear(judgement):
        return f"A{reported} har hållit sig på samma nivå"
    if judgement.open_period:
        unsure = ", men det är inte säkerställt" if judgement.reason_code is Reason.TOWARDS_GOAL else ""
        return f"A{reported} är hittills {more}{unsure}"
    return f"A{reported} blev {more} {during}"


def _grey_claim(judgement: Judgement, reported: str) -> str:
    if judgement.target is not None:
        return f"Det går inte att avgöra om målet för a{reported} är nått"
    if judgement.leaning is None:
        return f"Det går inte att avgöra om a{reported} {done_verb(judgement)}"
    verb = "minska" if judgement.leaning is Leaning.DECREASE else "öka"
    return f"A{reported} ser ut att {verb}, men det är inte säkert"


def _caution(judgement: Judgement, context: CrimeContext) -> str:
    if context.x0 is None and context.x1 is None:
        return ""
    parts = [CRIME_CAUTION]
    if judgement.estimate is not None:
        if judgement.estimate > 0:
            parts.append("Fler anmälningar kan också betyda att fler anmäler.")
        parts.append(_assumed(judgement))
        months = months_if_part_of_a_year(context)
        if months is not None:
            parts.append(f"Bara {months} månader har följts upp, så bedömningen är preliminär.")
    if context.preliminary:
        parts.append("Uppgifterna är preliminära.")
    if context.baseline_note:
        parts.append(context.baseline_note.rstrip(".") + ".")
    return " ".join(filter(None, parts))


def _assumed(judgement: Judgement) -> str:
    """ "Spridningen mellan månaderna (φ 2,8) och mellan åren (τ 0,10) är antagen.", or what of it is."""
    between = []
    if judgement.phi is not None and judgement.phi_assumed:
        between.append(f"mellan månaderna (φ\N{NO-BREAK SPACE}{number(judgement.phi, 1)})")
    if judgement.tau is not None and judgement.tau_assumed:
        between.append(f"mellan åren (τ\N{NO-BREAK SPACE}{number(judgement.tau, 2)})")
    return f"Spridningen {join_sv(between)} är antagen." if between else ""


def _alt(judgement: Judgement, claim: str, context: CrimeContext) -> str:
    words = crime_words(context.crime, context.crime_name)
    years = "" if context.chart_years is None else f" {year_span(*context.chart_years)}"
    parts = [f"Diagram över anmälda {words.plural} per 1\N{NO-BREAK SPACE}000 invånare i {context.place}{years}."]
    if context.baseline is not None and context.rate0 is not None:
        parts.append(f"Utgångsläget {period_text(*context.baseline)}: {_rate(context.rate0)}.")
    if context.followup is not None and context.rate1 is not None:
        parts.append(f"Uppföljningen {period_text(*context.followup)}: {_rate(context.rate1)}.")
    if judgement.direction is not Direction.INCREASE:
        parts.append("Lågt är bra.")
    return " ".join([*parts, f"{claim}."])


def _rate(per_1000: float) -> str:
    return units(per_1000) if per_1000 == 0 else number(per_1000, 1)
