"""The answer to "Kan vi ens se det?" in words."""

from itertools import groupby

from etl.evaluate.detectable import PERCENT, CrimePlan, Detectable, SurveyPlan
from etl.evaluate.numbers_sv import join_sv, number, rounded_half_up, units
from etl.evaluate.verdict import Reason
from etl.evaluate.wording import CHANGE_NOUN, REASONS

_FEW = ("noll", "ett", "två", "tre", "fyra", "fem")
_WHY_NEVER = {
    Reason.BASELINE_TOO_SHORT: "utgångsläget är kortare än två år",
    Reason.FOLLOWUP_TOO_SHORT: "uppföljningen är kortare än sex månader",
    Reason.TOO_FEW_ANSWERS: "färre än 30 svar är för lite att räkna på",
    Reason.N_NOT_PUBLISHED: "antalet svarande inte är publicerat",
    Reason.INDEX_NEVER_DECIDES: "indexet inte har någon publicerad felmarginal",
    Reason.NOT_JUDGEABLE: "måttet visas men inte avgör något mål",
    Reason.BASE_TOO_SMALL: "utgångsläget har färre än 20 anmälningar",
}


def tell_detectable(found: Detectable, plan: CrimePlan | SurveyPlan | None = None) -> str:
    """One to two sentences: the smallest change that shows, and how often smaller and larger ones do.

    `plan` is what was asked; without it (a goal that can never be met) only the reason is told.
    """
    if found.reason is not None or plan is None:
        return f"Målet kan inte bli Uppfyllt, eftersom {_never(found.reason, plan)}."
    base = _crime_base(plan) if isinstance(plan, CrimePlan) else _survey_base(plan)
    if found.if_unchanged is not None:
        how_often = chance_words(found.if_unchanged)
        return f"{base} blir omdömet Uppfyllt {how_often} om läget i själva verket är oförändrat."
    return f"{base} {_least(found, plan)} {_chances(found)}".rstrip()


def chance_words(chance: float) -> str:
    """0.31 → "i 3 fall av 10"; close to none or all it is told in twentieths."""
    if chance < 0.05:
        return "i färre än 1 fall av 20"
    if chance >= 0.95:
        return "i minst 19 fall av 20"
    return f"i {number(10 * chance)} fall av 10"


def _never(reason: Reason | None, plan: CrimePlan | SurveyPlan | None) -> str:
    if reason is Reason.BASE_TOO_SMALL and isinstance(plan, CrimePlan):
        return f"utgångsläget bara har {number(plan.x0)} anmälningar och det behövs minst 20"
    if reason is None:
        return "det saknas ett utgångsläge"
    return _WHY_NEVER.get(reason, REASONS[reason])


def _crime_base(plan: CrimePlan) -> str:
    """ "Vid omkring 240 anmälningar om året" and, when it is not one year, how long they are followed up."""
    count = f"Vid omkring {_roughly(plan.per_year)} anmälningar"
    if plan.months1 < 12:
        return f"{count} under de {number(plan.months1)} månader som följs upp"
    if plan.months1 < 24:
        return f"{count} om året"
    years = plan.months1 // 12
    return f"{count} om året och {_FEW[years] if years < len(_FEW) else number(years)} års uppföljning"


def _survey_base(plan: SurveyPlan) -> str:
    after = plan.n0 if plan.neff1 is None else plan.n0 * plan.neff1 / plan.neff0
    if rounded_half_up(after) == rounded_half_up(plan.n0):
        return f"Med omkring {_roughly(plan.n0)} svar i varje omgång"
    return f"Med omkring {_roughly(plan.n0)} svar före och {_roughly(after)} efter"


def _least(found: Detectable, plan: CrimePlan | SurveyPlan) -> str:
    noun, target = CHANGE_NOUN[found.direction], 100 * plan.target
    if found.least_change is None:
        seen = f"att den utlovade {noun}en är nådd" if target else f"en {noun}"
        return f"räcker underlaget inte för att säkert visa {seen}, hur stor {noun}en än är."
    least = number(found.least_change) if found.unit == PERCENT else units(found.least_change)
    size = f"{least} {found.unit}"
    if target:
        promised = f"den utlovade {noun}en på {number(target)} {found.unit}"
        start = f"går det att säkert visa att {promised} är nådd först när {noun}en i själva verket är minst {size}"
    else:
        start = f"syns en {noun} säkert först när den är minst {size}"
    return f"{start}: då blir omdömet Uppfyllt i 8 fall av 10."


def _chances(found: Detectable) -> str:
    """ "Vid en verklig minskning på 10 procent blir omdömet Uppfyllt i 1 fall av 10 och vid 20 eller 30 …"."""
    known = [(change.change, chance_words(change.chance)) for change in found.changes if change.chance is not None]
    parts = [
        f"{join_sv([number(change) for change, _ in alike], 'eller')} {found.unit} {{}}{words}"
        for words, alike in groupby(known, key=lambda pair: pair[1])
    ]
    if not parts:
        return ""
    start = f"Vid en verklig {CHANGE_NOUN[found.direction]} på {parts[0].format('blir omdömet Uppfyllt ')}"
    return join_sv([start, *(f"vid {part.format('')}" for part in parts[1:])]) + "."


def _roughly(count: float) -> str:
    """Two figures are enough for a number that will not be the same next year."""
    step = 1 if count < 100 else 10 if count < 1000 else 100
    return number(step * float(rounded_half_up(count / step)))
