"""Reported crime on a display, in easy-read and in a report: the same numbers, said three ways."""

from etl.evaluate.contexts import CrimeContext
from etl.evaluate.headline import reached_but_not_surely
from etl.evaluate.numbers_sv import in_period, in_words, lower_first, number, rounded_half_up, signed_visibly
from etl.evaluate.sentences_crime_parts import (
    BIGGEST_SHOWN,
    baseline_text,
    change_words,
    done_verb,
    is_clear,
    months_if_part_of_a_year,
    noun,
    spans,
)
from etl.evaluate.sentences_shared import (
    EASY_WORDS,
    SHORT_WORDS,
    during_in_words,
    easy_answer,
    easy_text,
    fitting,
    is_ahead,
    second_sentence,
    undecided_short,
    word_count,
    years_in_words,
)
from etl.evaluate.verdict import Direction, Judgement, Reason, Verdict
from etl.evaluate.wording import CRIME_CAUTION, crime_words

_EXPLAINED = {
    "skadegorelse": "Skadegörelse är när någon förstör saker med vilje.",
    "ofredande": "Ofredande är när någon stör eller skrämmer en annan person.",
    "klotter": "Klotter är när någon målar på andras väggar utan lov.",
    "misshandel": "Misshandel är när någon gör en annan person illa.",
    "burglary": "Bostadsinbrott är när någon bryter sig in i ett hem.",
    "narkotika": "Narkotika är förbjudna droger.",
}


def short_crime(judgement: Judgement, context: CrimeContext) -> str:
    """One goal on a display: at most 14 words."""
    if judgement.estimate is None or judgement.reason_code is Reason.REPORTING_EFFECT:
        return _short_undecided(judgement, context)
    ending, changes = _short_ending(judgement), _short_changes(judgement, context)
    whole = [f"{text}{ending}." for text in changes]
    if judgement.decided:
        return fitting([*whole, *(f"{text}." for text in changes)])
    found = fitting(whole)
    return found if word_count(found) <= SHORT_WORDS else _short_undecided(judgement, context)


def _short_undecided(judgement: Judgement, context: CrimeContext) -> str:
    words = crime_words(context.crime, context.crime_name)
    local = f"nmälda {words.plural} i {context.place}"
    return undecided_short(judgement, f"a{local} {done_verb(judgement)}", [f"A{local}", f"Anmälda {words.plural}"])


def _short_changes(judgement: Judgement, context: CrimeContext) -> list[str]:
    """What happened, the fullest first."""
    before, after = spans(context)
    words = crime_words(context.crime, context.crime_name)
    is_open = judgement.open_period
    during = "" if is_open else f" {in_period(*after)}"
    than = baseline_text(context, before)
    here = f" i {context.place}"
    if context.x1 == 0:
        reported = ("Hittills har inga", "anmälts") if is_open else ("Inga", "anmäldes")
        none = [f"{reported[0]} {words.plural} {reported[1]}{place}" for place in (here, "")]
        against = f"{during}, mot {number(context.x0 or 0)} {than}"
        return [f"{none[0]}{against}", f"{none[0]}{during}", *none, f"{reported[0]} sådana brott {reported[1]}"]
    amount = _amount(judgement)
    is_as_many = amount.endswith("många")
    verb = "är hittills" if is_open else "var"
    link = "som" if is_as_many else "än"
    tails = (f" per invånare{during} {link} {than}", f" per invånare {link} före löftet", " per invånare", "")
    subjects = (f"Anmälda {words.plural}{here}", f"Anmälda {words.plural}", "De anmälda brotten")
    return [f"{subject} {verb} {amount}{tail}" for subject in subjects for tail in tails]


def _amount(judgement: Judgement) -> str:
    return change_words(judgement.estimate or 0.0, moved=judgement.verdict is not Verdict.UNDECIDABLE)


def _short_ending(judgement: Judgement) -> str:
    estimate, target, reason = judgement.estimate or 0.0, judgement.target, judgement.reason_code
    if reason is Reason.WITHIN_CHANCE:
        return ", men det kan vara slump" if target is None else ", men det räcker inte för att avgöra"
    if reason is Reason.TOWARDS_GOAL:
        return ", men det är inte säkert än"
    if target is not None:
        if reached_but_not_surely(judgement):
            return ", men målet är inte säkert nått"
        link = "men" if judgement.verdict is Verdict.NOT_MET else "och"
        wanted = "fler" if judgement.direction is Direction.INCREASE else "färre"
        same_way = _amount(judgement).endswith(wanted)
        return f", {link} minst {number(target)} procent {'' if same_way else f'{wanted} '}utlovades"
    if reason is Reason.NO_IMPROVEMENT and (estimate > 0) is (judgement.direction is Direction.INCREASE):
        return "" if _amount(judgement).endswith("många") else f", men det är ingen tydlig {noun(judgement)}"
    if reason is Reason.MAINTAINED and estimate > 0:
        return ", och det räknas som samma nivå"
    return ""


def easy_crime(judgement: Judgement, context: CrimeContext) -> str:
    """One goal in easy-read: short sentences with one thought each, the percentage explained."""
    words = crime_words(context.crime, context.crime_name)
    key = context.crime.removeprefix("brott:")
    return easy_text(
        _easy_goal(judgement, context),
        _EXPLAINED.get(key, ""),
        *_easy_numbers(judgement, context),
        *_easy_meaning(judgement),
        *(() if judgement.reason_code is not Reason.REPORTING_EFFECT else _easy_survey(judgement)),
        *easy_answer(judgement),
        *_easy_caution(judgement, words.plural),
    )


def _easy_goal(judgement: Judgement, context: CrimeContext) -> str:
    definite = crime_words(context.crime, context.crime_name).definite
    become = {
        Direction.DECREASE: "bli färre",
        Direction.INCREASE: "bli fler",
        Direction.MAINTAIN: "bli fler",
    }
    if judgement.direction is None:
        return f"Det här gäller {definite} i {context.place}."
    wish = become[judgement.direction]
    was, should = ("är", "ska") if is_ahead(judgement) else ("var", "skulle")
    if judgement.direction is Direction.MAINTAIN:
        should = f"inte {should}"
    candidates = [f"Målet {was} att {definite}{place} {should} {wish}." for place in (f" i {context.place}", "")]
    return fitting([*candidates, f"Målet {was} att brotten {should} {wish}."], EASY_WORDS)


def _easy_numbers(judgement: Judgement, context: CrimeContext) -> tuple[str, ...]:
    reason = judgement.reason_code
    if reason is Reason.BASE_TOO_SMALL and context.baseline is not None:
        return (_easy_reported(context.x0, context, during_in_words(context.baseline), few=True),)
    if judgement.estimate is None:
        return ()
    before, after = spans(context)
    part = months_if_part_of_a_year(context) is not None
    compared = f"Vi jämför med {'samma månader ' if part else ''}{years_in_words(before)}."
    if context.x1 == 0:
        return _easy_reported(0, context, during_in_words(after)), compared
    amount = _amount(judgement)
    size = rounded_half_up(abs(judgement.estimate))
    told = f"Räknat per invånare {'är' if judgement.open_period else 'var'} det {amount}."
    explained = ""
    if size and judgement.estimate <= BIGGEST_SHOWN:
        now = 100 + (size if judgement.estimate > 0 else -size)
        explained = f"Det är som om 100 brott hade blivit {number(float(now))}."
    return _easy_reported(context.x1, context, during_in_words(after)), compared, told, explained


def _easy_reported(count: int | None, context: CrimeContext, when: str, *, few: bool = False) -> str:
    if count is None:
        return ""
    words = crime_words(context.crime, context.crime_name)
    if count == 0:
        return fitting([f"{when} anmäldes inga {words.plural}.", f"{when} anmäldes inga brott."], EASY_WORDS)
    amount = f"{words.article} {words.one}" if count == 1 else f"{in_words(count)} {words.plural}"
    generic = "ett brott" if count == 1 else f"{in_words(count)} brott"
    told = f"fick polisen {'bara ' if few else ''}veta om"
    named = [f"{when} {told} {crimes}." for crimes in (amount, generic)]
    return fitting([*named, f"Polisen fick veta om {generic}."], EASY_WORDS)


def _easy_meaning(judgement: Judgement) -> tuple[str, ...]:
    if judgement.estimate is None or not judgement.decided:
        return ()
    meaning: list[str] = []
    if judgement.target is not None:
        wanted = "fler" if judgement.direction is Direction.INCREASE else "färre"
        meaning.append(f"Löftet var minst {number(judgement.target)} procent {wanted}.")
        if reached_but_not_surely(judgement):
            meaning.append("Men siffran är osäker.")
    elif judgement.reason_code in (Reason.IMPROVED, Reason.WORSENED) and is_clear(judgement):
        meaning.append("Så stor är skillnaden sällan mellan två år.")
    elif judgement.reason_code is Reason.NO_IMPROVEMENT:
        meaning.append(f"Det är ingen tydlig {noun(judgement)}.")
    elif judgement.reason_code is Reason.MAINTAINED and not is_clear(judgement):
        meaning.append("Det är ungefär som förut.")
    return tuple(meaning)


def _easy_survey(judgement: Judgement) -> tuple[str, ...]:
    if (judgement.estimate or 0) > 0:
        return "I enkäten är det färre som har råkat ut för brott.", "Kanske är det fler som anmäler nu."
    return "I enkäten är det fler som har råkat ut för brott.", "Kanske är det färre som anmäler nu."


def _easy_caution(judgement: Judgement, plural: str) -> tuple[str, ...]:
    if judgement.estimate is None:
        return ()
    some = f"Alla {plural} blir inte anmälda."
    more = "Kanske är det fler som anmäler nu." if judgement.estimate > 0 and judgement.decided else ""
    return some, more


def report_crime(judgement: Judgement, context: CrimeContext, sentence: str) -> str:
    """The sentence, and a second one with data, interval and caution."""
    if context.baseline is None or context.followup is None or (context.x0 is None and context.x1 is None):
        return sentence
    clauses = [_counts(context), _interval(judgement)]
    cautions = [lower_first(CRIME_CAUTION.rstrip("."))]
    if (judgement.estimate or 0) > 0 and judgement.reason_code is not Reason.REPORTING_EFFECT:
        cautions.append("fler anmälningar kan också betyda att fler anmäler")
    cautions.append(_assumed(judgement))
    if context.preliminary:
        cautions.append("uppgifterna är preliminära")
    cautions.append(lower_first(context.baseline_note.rstrip(".")))
    return f"{sentence} {second_sentence(clauses, cautions)}"


def _assumed(judgement: Judgement) -> str:
    between = [
        name
        for name, assumed in (("månaderna", judgement.phi_assumed), ("åren", judgement.tau_assumed))
        if assumed and judgement.estimate is not None
    ]
    return f"spridningen mellan {' och mellan '.join(between)} är antagen" if between else ""


def _counts(context: CrimeContext) -> str:
    before, after = spans(context)
    counts = []
    if context.x1 is not None:
        counts.append(f"{_reported(context.x1)} {in_period(*after)}")
    if context.x0 is not None:
        counts.append(f"{_reported(context.x0)} {baseline_text(context, before)}")
    rates = ""
    if context.rate0 is not None and context.rate1 is not None and len(counts) == 2:
        now, then = (number(rate, 0 if rate == 0 else 1) for rate in (context.rate1, context.rate0))
        rates = f" ({now} respektive {then} per 1\N{NO-BREAK SPACE}000 invånare och år)"
    return f"underlaget är {' och '.join(counts)}{rates}"


def _reported(count: int) -> str:
    return f"{number(count)} {'anmält' if count == 1 else 'anmälda'} brott"


def _interval(judgement: Judgement) -> str:
    if judgement.low is None or judgement.high is None:
        return ""
    over = f"över +{number(BIGGEST_SHOWN)}"
    if judgement.low > BIGGEST_SHOWN:
        return f"osäkerhetsintervallet (95 procent) ligger {over} procent"
    high = over if judgement.high > BIGGEST_SHOWN else signed_visibly(judgement.high)
    return f"osäkerhetsintervallet (95 procent) går från {signed_visibly(judgement.low)} till {high} procent"
