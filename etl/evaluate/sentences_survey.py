"""Sentences about goals measured in a safety survey."""

from etl.evaluate.contexts import SurveyContext, Told
from etl.evaluate.english.survey_en import survey_claim, survey_english
from etl.evaluate.headline import (
    BLOCKED,
    headline,
    missed_target_but_improved,
    reached_but_not_surely,
    undecided_reason,
)
from etl.evaluate.numbers_sv import percent, signed, upper_first, year_span
from etl.evaluate.sentences_survey_forms import easy_survey, report_survey, short_survey
from etl.evaluate.sentences_survey_parts import (
    BY_CHANCE,
    done_verb,
    index_text,
    is_flat,
    measured,
    moved_verb,
    noun,
    promised,
    rise,
    share_text,
    shares,
)
from etl.evaluate.verdict import Direction, Judgement, Reason, Verdict
from etl.evaluate.wording import who

_UNSHOWN = (Reason.TOO_FEW_ANSWERS, Reason.NO_BASELINE_WAVE, Reason.NO_FOLLOWUP_WAVE, Reason.NO_DATA)


def tell_survey(judgement: Judgement, context: SurveyContext) -> Told:
    """Every text about one survey goal."""
    claim, sentence = _claim(judgement, context), _sentence(judgement, context)
    return Told(
        sentence=sentence,
        claim=claim,
        headline=headline(judgement),
        reason=undecided_reason(judgement),
        caution=_caution(judgement, context),
        alt=_alt(judgement, claim, context),
        interval=interval_text(judgement),
        short=short_survey(judgement, context),
        easy=easy_survey(judgement, context),
        report=report_survey(judgement, context, sentence),
        english=survey_english(judgement, context),
        english_claim=survey_claim(judgement, context),
    )


def interval_text(judgement: Judgement) -> str:
    """The 95 % interval of the change in percentage points, or empty."""
    if judgement.low is None or judgement.high is None:
        return ""
    low, high = signed(judgement.low, 1), signed(judgement.high, 1)
    return f"Osäkerhetsintervall ({percent(95)}): från {low} till {high} procentenheter."


def _sentence(judgement: Judgement, context: SurveyContext) -> str:
    reason = judgement.reason_code
    if reason in BLOCKED:
        question = f"{measured(context)} {done_verb(judgement)}"
        return f"{BLOCKED[reason]}, så det går inte att avgöra om {question}."
    if reason is Reason.INDEX_NEVER_DECIDES:
        return _index_sentence(context)
    if reason is Reason.WITHIN_CHANCE:
        return _within_chance(judgement, context)
    if judgement.estimate is not None:
        return f"{_movement(context)}{_ending(judgement, context)}."
    return _nothing_to_compare(judgement, context)


def _movement(context: SurveyContext) -> str:
    """ "I Svedala kommun ökade andelen som … från 53 till 57 procent mellan 2016 och 2017"."""
    before, after = shares(context)
    start = f"I {context.place}"
    if before == after:
        return f"{start} var {measured(context)} {before} procent både {context.wave0} och {context.wave1}"
    between = f"mellan {context.wave0} och {context.wave1}"
    return f"{start} {moved_verb(context)} {measured(context)} från {before} till {after} procent {between}"


def _ending(judgement: Judgement, context: SurveyContext) -> str:
    before, after = shares(context)
    moved = before != after
    change = "ökningen" if rise(context) > 0 else "minskningen"
    target = judgement.target
    if judgement.reason_code is Reason.IMPROVED:
        if target is not None:
            return f", och {promised(judgement)} är nådd även med osäkerheten inräknad"
        return f", och {change} är större än {BY_CHANCE}"
    if judgement.reason_code is Reason.TOWARDS_GOAL:
        return f", men {change} är inte säkerställd än" if moved else ", och inget är säkerställt än"
    if judgement.reason_code is Reason.MAINTAINED:
        return ", och en försämring på 3 procentenheter eller mer kan uteslutas"
    if judgement.reason_code is Reason.WORSENED:
        return _worsened(judgement, change)
    if target is not None:
        return f", och det är inte säkerställt att {promised(judgement)} är nådd"
    return f", och en {noun(judgement)} på 3 procentenheter eller mer kan uteslutas"


def _worsened(judgement: Judgement, change: str) -> str:
    if judgement.target is not None:
        return f", och {promised(judgement)} är därmed inte nådd"
    if (judgement.low or 0) > 0 or (judgement.high or 0) < 0:
        return f", och {change} är större än {BY_CHANCE}"
    if judgement.direction is Direction.MAINTAIN:
        return ", så utvecklingen pekar åt fel håll"
    return f", så utvecklingen tyder inte på någon {noun(judgement)}"


def _within_chance(judgement: Judgement, context: SurveyContext) -> str:
    """ "I … ökade andelen som … från 53 till 57 procent …, men ökningen är inte större än …, så …"."""
    before, after = shares(context)
    movement = _movement(context)
    if judgement.target is not None:
        return f"{movement}, och det går inte att avgöra om {promised(judgement)} är nådd."
    so = f"det går inte att avgöra om andelen bland invånarna {done_verb(judgement)}"
    if before == after:
        return f"{movement}, men urvalet är för litet för att säga mer än så: {so}."
    change = "ökningen" if rise(context) > 0 else "minskningen"
    if judgement.leaning is not None:
        return f"{movement}; det pekar åt rätt håll, men {change} är inte större än {BY_CHANCE}, så {so}."
    return f"{movement}, men {change} är inte större än {BY_CHANCE}, så {so}."


def _nothing_to_compare(judgement: Judgement, context: SurveyContext) -> str:
    reason = judgement.reason_code
    asked = f"{measured(context)} i {context.place}"
    so = f"så det går inte att avgöra om den {done_verb(judgement)}"
    if context.is_index:
        so = "så det finns inget att jämföra"
    if reason is Reason.N_NOT_PUBLISHED and context.value0 is not None and context.value1 is not None:
        before, after = shares(context)
        if before == after:
            return f"{_movement(context)}, men antalet svarande är inte publicerat, {so}."
        change = "ökningen" if rise(context) > 0 else "minskningen"
        return (
            f"{_movement(context)}, men antalet svarande är inte publicerat, så det går inte att avgöra om "
            f"{change} är större än {BY_CHANCE}."
        )
    texts = {
        Reason.NO_DATA: f"Det finns inga uppgifter om {asked}, {so}.",
        Reason.NO_BASELINE_WAVE: f"Det finns ingen mätning av {asked} från tiden före löftet, {so}.",
        Reason.NO_FOLLOWUP_WAVE: f"Det finns ingen mätning av {asked} efter löftets början, {so}.",
        Reason.TOO_FEW_ANSWERS: "Gruppen redovisas inte eftersom för få har svarat för att siffran ska vara "
        "tillförlitlig.",
        Reason.NOT_JUDGEABLE: f"{upper_first(asked)} visas men avgör inte målet.",
        Reason.INSTRUMENT_CHANGED: f"Enkäten ändrades mellan {context.wave0} och {context.wave1}, "
        f"så {asked} går inte att jämföra.",
        Reason.N_NOT_PUBLISHED: f"Antalet svarande är inte publicerat för {asked}, {so}.",
    }
    return texts.get(reason, f"Underlaget räcker inte för att bedöma {asked}.")


def _index_sentence(context: SurveyContext) -> str:
    rest = "indexet har ingen publicerad felmarginal och används därför inte för att avgöra målet"
    name = f"{upper_first(context.indicator_name)} i {context.place}"
    if context.value0 is None or context.value1 is None:
        return f"{name} visas som det är publicerat; {rest}."
    before, after = index_text(context.value0), index_text(context.value1)
    if before == after:
        return f"{name} var {before} både {context.wave0} och {context.wave1}; {rest}."
    good = "högt är bra" if context.high_is_good else "lågt är bra"
    between = f"mellan {context.wave0} och {context.wave1}"
    return f"{name} gick från {before} till {after} {between} ({good}); {rest}."


def _claim(judgement: Judgement, context: SurveyContext) -> str:
    people = None if context.is_index else who(context.indicator)
    reason = judgement.reason_code
    if reason in (Reason.INDEX_NEVER_DECIDES, Reason.NOT_JUDGEABLE):
        return f"{upper_first(context.indicator_name)} visas men avgör inget"
    if reason in (Reason.NO_DATA, Reason.NO_BASELINE_WAVE, Reason.NO_FOLLOWUP_WAVE):
        missing = f"hur många som {people}" if people else measured(context)
        return f"Det saknas mätning av {missing}"
    if reason is Reason.TOO_FEW_ANSWERS:
        return "För få har svarat för att visa en siffra"
    if judgement.verdict is Verdict.UNDECIDABLE:
        return _grey_claim(judgement, context)
    if reason in (Reason.NO_IMPROVEMENT, Reason.MAINTAINED) and not reached_but_not_surely(judgement):
        movement = "har inte ändrats tydligt" if is_flat(judgement) else moved_verb(context)
        return f"{upper_first(measured(context))} {movement}"
    subject = f"{'Fler' if rise(context) > 0 else 'Färre'} {people}"
    if rise(context) == 0:
        subject = f"Lika många {people} som förut"
    if people is None:
        subject = f"{upper_first(measured(context))} {moved_verb(context)}"
    if reached_but_not_surely(judgement):
        return f"{subject}, men målet är inte säkert nått"
    if missed_target_but_improved(judgement):
        return f"{subject}, men förändringen är mindre än utlovat"
    if reason is Reason.TOWARDS_GOAL:
        return f"{subject}, men det är inte säkerställt"
    return subject


def _grey_claim(judgement: Judgement, context: SurveyContext) -> str:
    people = None if context.is_index else who(context.indicator)
    if people is None or judgement.direction is None:
        return f"Det går inte att avgöra om {measured(context)} {done_verb(judgement)}"
    if judgement.target is not None:
        return f"Det går inte att avgöra om målet är nått: {noun(judgement)} av {measured(context)}"
    if judgement.direction is Direction.MAINTAIN:
        return f"Det går inte att avgöra om lika många som förut {people}"
    more = "färre" if judgement.direction is Direction.DECREASE else "fler"
    return f"Det går inte att avgöra om {more} {people}"


def _caution(judgement: Judgement, context: SurveyContext) -> str:
    parts = []
    if judgement.estimate is not None:
        parts.append("Felmarginalen räknar inte med att de som inte har svarat kan tycka annorlunda.")
    if context.assumed_deff and judgement.estimate is not None:
        parts.append("Vikternas inverkan är antagen (deff 1,3).")
    if judgement.reason_code is Reason.N_NOT_PUBLISHED:
        parts.append("Siffrorna visas som de är publicerade, utan felmarginal.")
    return " ".join(parts)


def _alt(judgement: Judgement, claim: str, context: SurveyContext) -> str:
    years = "" if context.chart_years is None else f" {year_span(*context.chart_years)}"
    parts = [f"Diagram över {measured(context)} i {context.place}{years}."]
    if judgement.reason_code not in _UNSHOWN:
        for wave, value in ((context.wave0, context.value0), (context.wave1, context.value1)):
            if value is not None:
                text = index_text(value) if context.is_index else f"{share_text(value, context)} procent"
                parts.append(f"{wave}: {text}.")
    good = "Högt är bra." if context.high_is_good else "Lågt är bra."
    return " ".join([*parts, good, f"{claim}."])
