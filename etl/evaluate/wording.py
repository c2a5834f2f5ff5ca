"""Tables of Swedish words: reasons, crime types, survey questions, units, intervals."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from etl.evaluate.verdict import Direction, Reason

NOT_ALL_CRIME = "anmälda brott, inte alla brott"
CRIME_CAUTION = f"Siffran visar {NOT_ALL_CRIME} som begås."
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
        Reason.NO_FOLLOWUP_WAVE: "ingen mätning efter löftets början",
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
        Reason.NOT_JUDGEABLE: "måttet visas men avgör inget mål",
        Reason.TOO_EARLY: "för tidigt att bedöma takten",
        Reason.NO_RECENT_REPORT: "ingen rapport på mer än 45 dagar",
        Reason.REPORTING_INCOMPLETE: "rapporteringen har luckor",
        Reason.HOURS_MISSING: "timmar saknas i loggen",
        Reason.AREA_MISSING: "område saknas i loggen",
        Reason.TOO_FEW_WEEKS: "färre än fyra hela veckor i loggen",
        Reason.FORECAST_UNCLEAR: "takten varierar för mycket",
        Reason.UNKNOWN_SUBPERIODS: "uppgifter saknas för en del av löftestiden",
        Reason.NO_SUBPERIOD_CLOSED: "ingen delperiod är avslutad",
        Reason.CLOSED_EARLY: "löftet avslutades i förtid",
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
    """As in "anmälda skadegörelser", "de anmälda skadegörelserna" and "en anmäld skadegörelse"."""

    plural: str
    definite: str
    article: str
    one: str

    @property
    def one_reported(self) -> str:
        """ "en anmäld skadegörelse", "ett anmält ofredande"."""
        return f"{self.article} {'anmäld' if self.article == 'en' else 'anmält'} {self.one}"


# Key, indefinite plural, definite plural, one with its article.
_CRIME_TABLE = (
    ("total", "brott", "brotten", "ett brott"),
    ("brottsbalken", "brott mot brottsbalken", "brotten mot brottsbalken", "ett brott mot brottsbalken"),
    ("person", "brott mot person", "brotten mot person", "ett brott mot person"),
    ("liv_halsa", "brott mot liv och hälsa", "brotten mot liv och hälsa", "ett brott mot liv och hälsa"),
    ("misshandel", "misshandelsbrott", "misshandelsbrotten", "ett misshandelsbrott"),
    ("frihet_frid", "brott mot frihet och frid", "brotten mot frihet och frid", "ett brott mot frihet och frid"),
    ("ofredande", "ofredanden", "ofredandena", "ett ofredande"),
    ("olaga_hot", "fall av olaga hot", "fallen av olaga hot", "ett fall av olaga hot"),
    ("sexualbrott", "sexualbrott", "sexualbrotten", "ett sexualbrott"),
    ("formogenhet", "förmögenhetsbrott", "förmögenhetsbrotten", "ett förmögenhetsbrott"),
    ("theft", "stöld- och rånbrott", "stöld- och rånbrotten", "ett stöld- eller rånbrott"),
    ("burglary", "bostadsinbrott", "bostadsinbrotten", "ett bostadsinbrott"),
    ("biltillgrepp", "biltillgrepp", "biltillgreppen", "ett biltillgrepp"),
    ("fordonstillgrepp", "tillgrepp av motorfordon", "tillgreppen av motorfordon", "ett tillgrepp av motorfordon"),
    ("cykelstold", "cykelstölder", "cykelstölderna", "en cykelstöld"),
    ("cykeltillgrepp", "cykeltillgrepp", "cykeltillgreppen", "ett cykeltillgrepp"),
    ("ovrig_stold", "övriga stölder", "övriga stölderna", "en övrig stöld"),
    ("stold_fran_fordon", "stölder från fordon", "stölderna från fordon", "en stöld från fordon"),
    (
        "stold_motorfordon", "stölder ur och från motorfordon", "stölderna ur och från motorfordon",
        "en stöld ur eller från motorfordon",
    ),
    ("butiksstold", "butiksstölder", "butiksstölderna", "en butiksstöld"),
    ("fickstold", "fickstölder", "fickstölderna", "en fickstöld"),
    ("ran", "rån", "rånen", "ett rån"),
    ("bedrageri", "bedrägeribrott", "bedrägeribrotten", "ett bedrägeribrott"),
    ("skadegorelse", "skadegörelser", "skadegörelserna", "en skadegörelse"),
    ("skadegorelse_brand", "skadegörelser genom brand", "skadegörelserna genom brand", "en skadegörelse genom brand"),
    (
        "skadegorelse_motorfordon", "skadegörelser på motorfordon", "skadegörelserna på motorfordon",
        "en skadegörelse på motorfordon",
    ),
    ("klotter", "klotterbrott", "klotterbrotten", "ett klotterbrott"),
    ("allman_ordning", "brott mot allmän ordning", "brotten mot allmän ordning", "ett brott mot allmän ordning"),
    ("trafikbrott", "trafikbrott", "trafikbrotten", "ett trafikbrott"),
    ("narkotika", "narkotikabrott", "narkotikabrotten", "ett narkotikabrott"),
    ("miljobrott", "miljöbrott", "miljöbrotten", "ett miljöbrott"),
    ("alkohol", "brott mot alkohollagen", "brotten mot alkohollagen", "ett brott mot alkohollagen"),
    ("vapen", "vapenbrott", "vapenbrotten", "ett vapenbrott"),
    ("bidragsbrott", "bidragsbrott", "bidragsbrotten", "ett bidragsbrott"),
    ("drugs_weapons", "narkotika- och vapenbrott", "narkotika- och vapenbrotten", "ett narkotika- eller vapenbrott"),
)  # fmt: skip
_CRIMES: Mapping[str, CrimeWords] = MappingProxyType(
    {
        key: CrimeWords(plural=plural, definite=definite, article=one.split(" ")[0], one=one.split(" ", 1)[1])
        for key, plural, definite, one in _CRIME_TABLE
    }
)

# Follows "andelen som", "fler" and "hur många som" alike, so no "inte" whose place would differ.
_WHO: Mapping[str, str] = MappingProxyType(
    {
        "trygg": "känner sig trygga",
        "otrygg": "känner sig otrygga",
        "trygg_morker": "känner sig trygga utomhus när det är mörkt",
        "ej_utsatt": "har klarat sig undan brott",
        "utsatt": "har utsatts för brott",
        "utsatt_skadegorelse": "har utsatts för skadegörelse",
        "utsatt_ofredande": "har utsatts för ofredande",
        "polisen_bryr_sig": "anser att polisen bryr sig om de lokala problemen",
        "polisen_bryr_sig_inte": "anser att polisen inte bryr sig om de lokala problemen",
        "fortroende_polis": "har förtroende för polisen",
        "polisens_narvaro": "är nöjda med polisens närvaro",
        "ungdomsgang": "ser ungdomsgäng som ett problem",
        "buskorning": "ser buskörning som ett problem",
        "fortkorning": "ser fortkörning som ett problem",
        "problem_skadegorelse": "ser skadegörelse som ett problem",
        "problem_klotter": "ser klotter som ett problem",
        "problem_nedskrapning": "ser nedskräpning som ett problem",
        "problem_fortkorning": "ser fortkörning som ett problem",
        "problem_trafikregler": "ser det som ett problem att bilister bryter mot trafikreglerna",
        "litet_problem_skadegorelse": "anser att skadegörelse och klotter är ett litet problem",
        "atgarder_skadegorelse": "anser att åtgärderna mot skadegörelse fungerar bra",
        "lag_oro_inbrott": "känner liten oro för inbrott",
        "lag_oro_vald": "känner liten oro för våld och hot",
    }
)

# The longest of them, for a display.
_BRIEF_WHO: Mapping[str, str] = MappingProxyType(
    {
        "trygg_morker": "känner sig trygga i mörkret",
        "polisen_bryr_sig": "anser att polisen bryr sig",
        "polisen_bryr_sig_inte": "anser att polisen inte bryr sig",
        "problem_trafikregler": "ser regelbrott i trafiken som problem",
        "litet_problem_skadegorelse": "ser skadegörelse som ett litet problem",
        "atgarder_skadegorelse": "anser att åtgärder mot skadegörelse fungerar",
        "lag_oro_vald": "känner liten oro för våld",
    }
)

_SINGULAR_ENDINGS = (
    ("timmar", "timme"), ("möten", "möte"), ("dialoger", "dialog"), ("vandringar", "vandring"),
    ("inventeringar", "inventering"), ("föreläsningar", "föreläsning"), ("utsättningar", "utsättning"),
    ("undersökningar", "undersökning"), ("kvällar", "kväll"), ("insatser", "insats"), ("samtal", "samtal"),
    ("aktiviteter", "aktivitet"), ("rapporter", "rapport"), ("områden", "område"), ("besök", "besök"),
    ("tillfällen", "tillfälle"), ("kontroller", "kontroll"), ("träffar", "träff"), ("pass", "pass"),
    ("lägesbilder", "lägesbild"), ("redovisningar", "redovisning"), ("uppföljningar", "uppföljning"),
    ("utvärderingar", "utvärdering"), ("patrulleringar", "patrullering"), ("utbildningar", "utbildning"),
)  # fmt: skip

_NEUTER_UNITS = ("möte", "samtal", "område", "besök", "tillfälle", "pass")

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
    own = f"av typen {label}"
    fallback = CrimeWords(plural=f"brott {own}", definite=f"brotten {own}", article="ett", one=f"brott {own}")
    return _CRIMES.get(key, fallback)


def who(indicator: str) -> str | None:
    """The people a share counts, as a verb phrase; None for a question without one."""
    return _WHO.get(indicator.removeprefix("enkat:"))


def brief_who(indicator: str) -> str | None:
    """The same people in as few words as can be."""
    return _BRIEF_WHO.get(indicator.removeprefix("enkat:"), who(indicator))


def one_unit(unit: str) -> str:
    """A single one with its article: "ett uppstartsmöte för x", "en timme"; "1 x" when the word is not known."""
    single = unit_word(1, unit)
    if single == unit and not unit.split(" ")[0].endswith(_NEUTER_UNITS):
        return f"1 {unit}"
    return f"{'ett' if single.split(' ')[0].endswith(_NEUTER_UNITS) else 'en'} {single}"


def unit_word(count: float, unit: str) -> str:
    """The unit in the number it needs: for one, "uppstartsmöten för x" → "uppstartsmöte för x"."""
    if count != 1:
        return unit
    head, *rest = unit.split(" ")
    for many, one in _SINGULAR_ENDINGS:
        if head.endswith(many):
            return " ".join([head.removesuffix(many) + one, *rest])
    return unit
