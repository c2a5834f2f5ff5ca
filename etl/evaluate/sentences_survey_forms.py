"""A survey goal on a display, in easy-read and in a report: the same numbers, said three ways."""

from etl.evaluate.contexts import SurveyContext
from etl.evaluate.headline import reached_but_not_surely
from etl.evaluate.numbers_sv import in_words, lower_first, number, rounded_half_up, signed, units, upper_first
from etl.evaluate.sentences_shared import (
    EASY_WORDS,
    easy_answer,
    easy_text,
    fitting,
    is_ahead,
    second_sentence,
    undecided_short,
)
from etl.evaluate.sentences_survey_parts import done_verb, index_text, is_flat, measured, noun, rise, shares
from etl.evaluate.verdict import Direction, Judgement, Reason, Verdict
from etl.evaluate.wording import brief_who, who


def short_survey(judgement: Judgement, context: SurveyContext) -> str:
    """One goal on a display: at most 14 words."""
    name = f"”{upper_first(context.indicator_name)}”"
    undecided = undecided_short(judgement, _question(judgement, context), [f"{name} i {context.place}", name])
    if not _is_compared(judgement, context):
        return undecided
    texts = [f"{text}{ending}." for text in _short_movements(context) for ending in _short_endings(judgement, context)]
    if not judgement.decided:
        return fitting([*texts, undecided])
    before, after = shares(context)
    return fitting([*texts, f"{after} procent, mot {before} förut."])


def _is_compared(judgement: Judgement, context: SurveyContext) -> bool:
    """Whether two shares stand against each other, judged or only published."""
    both = context.value0 is not None and context.value1 is not None and not context.is_index
    return both and (judgement.estimate is not None or judgement.reason_code is Reason.N_NOT_PUBLISHED)


def _question(judgement: Judgement, context: SurveyContext) -> str:
    people = None if context.is_index else who(context.indicator)
    if people is None or context.group or judgement.direction not in (Direction.INCREASE, Direction.DECREASE):
        return f"{measured(context)} i {context.place} {done_verb(judgement)}"
    return f"{'färre' if judgement.direction is Direction.DECREASE else 'fler'} {people} i {context.place}"


def _short_movements(context: SurveyContext) -> list[str]:
    """The two shares, the fullest first."""
    before, after = shares(context)
    group, here = f" ({context.group})" if context.group else "", f" i {context.place}"
    told: list[str] = []
    for people in dict.fromkeys(filter(None, (who(context.indicator), brief_who(context.indicator)))):
        if before == after:
            told.append(f"{after} procent{here}{group} {people}, både {context.wave0} och {context.wave1}")
            told += [f"{after} procent{place}{group} {people}, precis som förut" for place in (here, "")]
        else:
            told.append(f"{after} procent{here}{group} {people} {context.wave1}, mot {before} procent {context.wave0}")
            told.append(f"{after} procent{here}{group} {people}, mot {before} procent {context.wave0}")
            told += [f"{after} procent{place}{group} {people}, mot {before} förut" for place in (here, "")]
    name = f"”{upper_first(context.indicator_name)}”"
    as_before = "precis som förut" if before == after else f"mot {before} förut"
    return [*told, *(f"{name}{place}{group}: {after} procent, {as_before}" for place in (here, ""))]


def _short_endings(judgement: Judgement, context: SurveyContext) -> tuple[str, ...]:
    """What follows the shares, the fullest first; each of them says why an undecided goal is so."""
    reason, target = judgement.reason_code, judgement.target
    if reason is Reason.N_NOT_PUBLISHED:
        return ", men antal svarande är inte publicerat", "; antal svarande är okänt"
    if reason is Reason.WITHIN_CHANCE:
        return (", men det kan vara slump" if target is None else ", men det räcker inte för att avgöra",)
    if reason is Reason.TOWARDS_GOAL:
        return (", men det är inte säkert än",)
    if target is not None:
        if reached_but_not_surely(judgement):
            return (", men målet är inte säkert nått",)
        link = "men" if judgement.verdict is Verdict.NOT_MET else "och"
        return (f", {link} {number(target)} procentenheters {noun(judgement)} utlovades",)
    before, after = shares(context)
    if reason is Reason.NO_IMPROVEMENT and before != after and _right_way(judgement, context):
        return (f", men det är ingen tydlig {noun(judgement)}",)
    if reason is Reason.MAINTAINED and before != after and not _is_better(context):
        return (", och det räknas som samma nivå",)
    return ("",)


def _right_way(judgement: Judgement, context: SurveyContext) -> bool:
    return (rise(context) > 0) is (judgement.direction is not Direction.DECREASE)


def _is_better(context: SurveyContext) -> bool:
    return (rise(context) > 0) is context.high_is_good


def easy_survey(judgement: Judgement, context: SurveyContext) -> str:
    """One goal in easy-read: shares as so many of a hundred."""
    return easy_text(
        _easy_subject(judgement, context),
        f"Siffrorna gäller gruppen {context.group}." if context.group else "",
        _easy_goal(judgement, context),
        *_easy_numbers(judgement, context),
        *_easy_meaning(judgement, context),
        *easy_answer(judgement),
    )


def _easy_subject(judgement: Judgement, context: SurveyContext) -> str:
    here = f" i {context.place}"
    people = who(context.indicator)
    is_shown = _is_compared(judgement, context) or judgement.reason_code is Reason.INDEX_NEVER_DECIDES
    asked = [f"”{upper_first(context.indicator_name)}”"]
    if people is not None and not context.is_index:
        asked.insert(0, f"hur många som {people.replace('anser', 'tycker')}")
    if is_shown:
        return fitting([f"En enkät{place} mäter {what}." for what in asked for place in (here, "")], EASY_WORDS)
    return fitting([f"Målet gäller {what}{place}." for what in asked for place in (here, "")], EASY_WORDS)


def _easy_goal(judgement: Judgement, context: SurveyContext) -> str:
    was, should = ("är", "ska") if is_ahead(judgement) else ("var", "skulle")
    if judgement.direction is None:
        return ""
    if judgement.direction is Direction.MAINTAIN:
        return f"Målet {was} att det inte {should} bli sämre."
    up = judgement.direction is Direction.INCREASE
    if context.is_index:
        return f"Målet {was} att siffran {should} bli {'högre' if up else 'lägre'}."
    return f"Målet {was} att de {should} bli {'fler' if up else 'färre'}."


def _easy_numbers(judgement: Judgement, context: SurveyContext) -> tuple[str, ...]:
    if judgement.reason_code is Reason.INDEX_NEVER_DECIDES:
        return _easy_index(context)
    if not _is_compared(judgement, context):
        return ()
    before, after = (_of_hundred(value) for value in (context.value0 or 0.0, context.value1 or 0.0))
    told = (f"I mätningen {context.wave0} var det {before}.", f"I mätningen {context.wave1} var det {after}.")
    if before == after:
        return told[0], f"I mätningen {context.wave1} var det nästan lika många."
    return told


def _of_hundred(value: float) -> str:
    rounded = rounded_half_up(value)
    if rounded <= 0:
        return "nästan ingen"
    return "nästan alla" if rounded >= 100 else f"ungefär {number(value)} av 100"


def _easy_index(context: SurveyContext) -> tuple[str, ...]:
    waves = ((context.wave0, context.value0), (context.wave1, context.value1))
    told = tuple(f"I mätningen {wave} var siffran {index_text(value)}." for wave, value in waves if value is not None)
    return (*told, "En hög siffra är bra." if context.high_is_good else "En låg siffra är bra.")


def _easy_meaning(judgement: Judgement, context: SurveyContext) -> tuple[str, ...]:
    reason = judgement.reason_code
    if judgement.estimate is None:
        return ()
    meaning: list[str] = []
    if judgement.target is not None and judgement.decided:
        more = "färre" if judgement.direction is Direction.DECREASE else "fler"
        meaning.append(f"Löftet var minst {in_words(judgement.target)} {more} av 100.")
        if reached_but_not_surely(judgement):
            meaning.append("Men siffran är osäker.")
    elif reason in (Reason.IMPROVED, Reason.WORSENED) and not is_flat(judgement):
        meaning.append("Skillnaden är för stor för att bara vara slump.")
    elif reason is Reason.NO_IMPROVEMENT:
        meaning.append(f"Det är ingen tydlig {noun(judgement)}.")
    elif reason is Reason.MAINTAINED:
        meaning.append("Det är ungefär som förut." if is_flat(judgement) else "Det blev inte sämre.")
    if reason is Reason.WITHIN_CHANCE and judgement.target is None:
        meaning.append("Alla har inte fått frågan.")
    return tuple(meaning)


def report_survey(judgement: Judgement, context: SurveyContext, sentence: str) -> str:
    """The sentence, and a second one with data, interval and caution."""
    instrument = context.instrument or "enkäten"
    if instrument.startswith(("Polisens ", "Kommunens ")):
        instrument = lower_first(instrument)
    if judgement.reason_code is Reason.N_NOT_PUBLISHED:
        return f"{sentence} {second_sentence([], [f'värdena från {instrument} visas utan felmarginal'])}"
    if judgement.estimate is None or judgement.n0 is None or judgement.n1 is None:
        return sentence
    asked = f"{units(judgement.n0)} svar {context.wave0} och {units(judgement.n1)} svar {context.wave1}"
    low, high = signed(judgement.low or 0.0, 1), signed(judgement.high or 0.0, 1)
    clauses = [
        f"underlaget är {asked} i {instrument}",
        f"osäkerhetsintervallet (95 procent) går från {low} till {high} procentenheter",
    ]
    cautions = ["felmarginalen räknar inte med att de som inte har svarat kan tycka annorlunda"]
    if context.assumed_deff:
        cautions.append("vikternas inverkan är antagen")
    return f"{sentence} {second_sentence(clauses, cautions)}"
