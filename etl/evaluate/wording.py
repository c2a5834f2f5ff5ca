"""Tables of Swedish words: reasons, crime types, survey questions, units, intervals."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from etl.evaluate.verdict import Direction, Reason

REASONS: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.NO_DATA: "inga uppgifter",
        Reason.NO_ACTIVITY_LOG: "ingen aktivitetslogg",
        Reason.NO_MEASURE: "målet har inget mått",
        Reason.NO_TARGET: "inget antal är angivet",
        Reason.NO_PARTS: "inget mål i siffror",
        Reason.NO_PRIMARY: "inget huvudmål i siffror",
        Reason.NO_BASELINE: "utgångsläge saknas",
        Reason.NO_FOLLOWUP: "uppgifter saknas för löftestiden",
        Reason.NO_POPULATION: "folkmängd saknas",
        Reason.NO_BASELINE_WAVE: "ingen mätning före löftet",
        Reason.NO_FOLLOWUP_WAVE: "ingen mätning efter löftet",
        Reason.PERIOD_MISSING: "löftets period är inte angiven",
        Reason.PAUSED: "löftet är pausat",
        Reason.CONDITIONAL: "löftet är villkorat",
        Reason.NOT_STARTED: "löftestiden har inte börjat",
        Reason.DEFINITION_CHANGED: "sättet att räkna har ändrats",
        Reason.INSTRUMENT_CHANGED: "enkäten har ändrats",
        Reason.BASE_TOO_SMALL: "för få anmälningar i utgångsläget",
        Reason.BASELINE_TOO_SHORT: "utgångsläget är kortare än två år",
        Reason.FOLLOWUP_TOO_SHORT: "mindre än sex månader har följts upp",
        Reason.TOO_FEW_ANSWERS: "för få svar",
        Reason.N_NOT_PUBLISHED: "antal svarande är inte publicerat",
        Reason.INDEX_NEVER_DECIDES: "indexet har ingen publicerad felmarginal",
        Reason.TOO_EARLY: "för tidigt att bedöma takten",
        Reason.NO_RECENT_REPORT: "ingen rapport på mer än 45 dagar",
        Reason.REPORTING_INCOMPLETE: "rapporteringen har luckor",
        Reason.TOO_FEW_WEEKS: "färre än fyra hela veckor i loggen",
        Reason.FORECAST_UNCLEAR: "takten varierar för mycket",
        Reason.UNKNOWN_SUBPERIODS: "uppgifter saknas för en del av löftestiden",
        Reason.NO_SUBPERIOD_CLOSED: "ingen delperiod är avslutad",
        Reason.WITHIN_CHANCE: "inget tydligt",
        Reason.REPORTING_EFFECT: "anmälningar och enkät pekar åt olika håll",
        Reason.PART_UNDECIDED: "underlaget räcker inte",
        Reason.IMPROVED: "förbättringen är statistiskt säkerställd",
        Reason.MAINTAINED: "en tydlig försämring kan uteslutas",
        Reason.TOWARDS_GOAL: "utvecklingen går åt rätt håll men är inte säkerställd än",
        Reason.WORSENED: "utvecklingen tyder inte på någon förbättring",
        Reason.NO_IMPROVEMENT: "utvecklingen tyder inte på någon förbättring",
        Reason.DONE: "det som utlovades är genomfört",
        Reason.NOT_DONE: "antalet blev lägre än vad som utlovades",
        Reason.ON_PACE: "takten räcker",
        Reason.BEHIND_PACE: "takten räcker inte",
        Reason.ALL_MET: "alla delar är uppfyllda",
        Reason.ALL_ON_TRACK: "delarna är uppfyllda eller på väg",
        Reason.SOME_NOT_MET: "minst en del är inte uppfylld",
    }
)


@dataclass(frozen=True, kw_only=True)
class CrimeWords:
    """As in "anmälda skadegörelser" and "de anmälda skadegörelserna"."""

    plural: str
    definite: str


_CRIMES: Mapping[str, CrimeWords] = MappingProxyType(
    {
        "total": CrimeWords(plural="brott", definite="brotten"),
        "person": CrimeWords(plural="brott mot person", definite="brotten mot person"),
        "misshandel": CrimeWords(plural="misshandelsbrott", definite="misshandelsbrotten"),
        "frihet_frid": CrimeWords(plural="brott mot frihet och frid", definite="brotten mot frihet och frid"),
        "ofredande": CrimeWords(plural="ofredanden", definite="ofredandena"),
        "olaga_hot": CrimeWords(plural="fall av olaga hot", definite="fallen av olaga hot"),
        "theft": CrimeWords(plural="stöld- och rånbrott", definite="stöld- och rånbrotten"),
        "burglary": CrimeWords(plural="bostadsinbrott", definite="bostadsinbrotten"),
        "skadegorelse": CrimeWords(plural="skadegörelser", definite="skadegörelserna"),
        "klotter": CrimeWords(plural="klotterbrott", definite="klotterbrotten"),
        "narkotika": CrimeWords(plural="narkotikabrott", definite="narkotikabrotten"),
        "vapen": CrimeWords(plural="vapenbrott", definite="vapenbrotten"),
        "drugs_weapons": CrimeWords(
            plural="narkotika- och vapenbrott", definite="narkotika- och vapenbrotten"
        ),
    }
)

# Follows "andelen som", "fler" and "hur många som" alike, so no "inte" whose place would differ.
_WHO: Mapping[str, str] = MappingProxyType(
    {
        "trygg": "känner sig trygga utomhus på kvällen",
        "otrygg": "känner sig otrygga utomhus på kvällen",
        "polisen_bryr_sig": "anser att polisen bryr sig om de lokala problemen",
        "utsatt_skadegorelse": "har utsatts för skadegörelse",
        "utsatt_ofredande": "har utsatts för ofredande",
        "ej_utsatt": "har klarat sig undan brott",
        "fortroende_polis": "har förtroende för polisen",
        "ungdomsgang": "ser ungdomsgäng som ett problem",
        "buskorning": "ser buskörning som ett problem",
        "fortkorning": "ser fortkörning som ett problem",
    }
)

_SINGULAR_ENDINGS = (
    ("timmar", "timme"), ("möten", "möte"), ("dialoger", "dialog"), ("vandringar", "vandring"),
    ("inventeringar", "inventering"), ("föreläsningar", "föreläsning"), ("utsättningar", "utsättning"),
    ("undersökningar", "undersökning"), ("kvällar", "kväll"), ("insatser", "insats"), ("samtal", "samtal"),
    ("aktiviteter", "aktivitet"), ("rapporter", "rapport"), ("områden", "område"), ("besök", "besök"),
    ("tillfällen", "tillfälle"), ("kontroller", "kontroll"), ("träffar", "träff"), ("pass", "pass"),
    ("lägesbilder", "lägesbild"), ("redovisningar", "redovisning"), ("uppföljningar", "uppföljning"),
)  # fmt: skip

INTERVALS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "vecka": ("vecka", "veckor"),
        "månad": ("månad", "månader"),
        "kvartal": ("kvartal", "kvartal"),
        "halvår": ("halvår", "halvår"),
        "år": ("år", "år"),
    }
)

CHANGE_NOUN: Mapping[Direction, str] = MappingProxyType(
    {Direction.DECREASE: "minskning", Direction.INCREASE: "ökning", Direction.MAINTAIN: "förändring"}
)


def crime_words(crime: str, name: str = "") -> CrimeWords:
    """Words for a crime key; an unknown one is named as its source names it."""
    key = crime.removeprefix("brott:")
    label = name or key
    fallback = CrimeWords(plural=f"brott av typen {label}", definite=f"brotten av typen {label}")
    return _CRIMES.get(key, fallback)


def who(indicator: str) -> str | None:
    """The people a share counts, as a verb phrase; None for a question without one."""
    return _WHO.get(indicator.removeprefix("enkat:"))


def unit_word(count: float, unit: str) -> str:
    """The unit in the number it needs: for one, "uppstartsmöten för x" → "uppstartsmöte för x"."""
    if count != 1:
        return unit
    head, *rest = unit.split(" ")
    for many, one in _SINGULAR_ENDINGS:
        if head.endswith(many):
            return " ".join([head.removesuffix(many) + one, *rest])
    return unit
