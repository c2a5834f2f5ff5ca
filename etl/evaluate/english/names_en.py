"""English names of crime types, survey questions, units, intervals, groups and waves."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from etl.evaluate.numbers_sv import upper_first

# Plurals, as in "no thefts were reported" and "reported thefts"; beside wording._CRIME_TABLE, key by key.
_CRIMES: Mapping[str, str] = MappingProxyType(
    {
        "total": "offences",
        "brottsbalken": "offences against the Criminal Code",
        "person": "offences against the person",
        "liv_halsa": "offences against life and health",
        "misshandel": "assaults",
        "frihet_frid": "offences against liberty and peace",
        "ofredande": "harassment offences",
        "olaga_hot": "unlawful threats",
        "sexualbrott": "sexual offences",
        "formogenhet": "property offences",
        "theft": "thefts and robberies",
        "burglary": "home burglaries",
        "biltillgrepp": "car thefts",
        "fordonstillgrepp": "motor vehicle thefts",
        "cykelstold": "bicycle thefts",
        "cykeltillgrepp": "bicycle thefts",
        "ovrig_stold": "other thefts",
        "stold_fran_fordon": "thefts from vehicles",
        "stold_motorfordon": "thefts in and from motor vehicles",
        "butiksstold": "shop thefts",
        "fickstold": "pickpocketing offences",
        "ran": "robberies",
        "bedrageri": "fraud offences",
        "skadegorelse": "criminal damage offences",
        "skadegorelse_brand": "criminal damage offences by fire",
        "skadegorelse_motorfordon": "criminal damage offences against motor vehicles",
        "klotter": "graffiti offences",
        "allman_ordning": "public order offences",
        "trafikbrott": "traffic offences",
        "narkotika": "drug offences",
        "miljobrott": "environmental offences",
        "alkohol": "offences against the Alcohol Act",
        "vapen": "weapons offences",
        "bidragsbrott": "benefit fraud offences",
        "drugs_weapons": "drug and weapons offences",
    }
)

# Follows "people who", beside wording._WHO, key by key.
_WHO: Mapping[str, str] = MappingProxyType(
    {
        "trygg": "feel safe",
        "otrygg": "feel unsafe",
        "trygg_morker": "feel safe outdoors after dark",
        "ej_utsatt": "have not been victims of crime",
        "utsatt": "have been victims of crime",
        "utsatt_skadegorelse": "have been victims of criminal damage",
        "utsatt_ofredande": "have been victims of harassment",
        "polisen_bryr_sig": "think that the police care about local problems",
        "polisen_bryr_sig_inte": "think that the police do not care about local problems",
        "fortroende_polis": "have confidence in the police",
        "polisens_narvaro": "are satisfied with the presence of the police",
        "ungdomsgang": "see youth gangs as a problem",
        "buskorning": "see reckless driving as a problem",
        "fortkorning": "see speeding as a problem",
        "problem_skadegorelse": "see criminal damage as a problem",
        "problem_klotter": "see graffiti as a problem",
        "problem_nedskrapning": "see littering as a problem",
        "problem_fortkorning": "see speeding as a problem",
        "problem_trafikregler": "see drivers breaking traffic rules as a problem",
        "litet_problem_skadegorelse": "think that criminal damage and graffiti are a small problem",
        "atgarder_skadegorelse": "think that the measures against criminal damage work well",
        "lag_oro_inbrott": "worry little about burglary",
        "lag_oro_vald": "worry little about violence and threats",
    }
)

# Survey measures that are no share of people; they follow "the".
_INDEXES: Mapping[str, str] = MappingProxyType(
    {
        "totalindex": "overall index of the safety survey",
        "ungdomsgang": "index for youth gangs",
        "buskorning": "index for reckless driving",
        "fortkorning": "index for speeding",
        "utsatt_vald_index": "index for exposure to physical violence",
    }
)

# The unit as the register has it: one, many.
_UNITS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "timmar": ("hour", "hours"),
        "möten": ("meeting", "meetings"),
        "uppstartsmöten för grannsamverkan": (
            "neighbourhood watch start-up meeting", "neighbourhood watch start-up meetings",
        ),
        "dialoger": ("dialogue", "dialogues"),
        "medborgardialoger": ("citizen dialogue", "citizen dialogues"),
        "trygghetsdialoger": ("safety dialogue", "safety dialogues"),
        "områden": ("area", "areas"),
        "områden med dialog": ("area with a dialogue", "areas with a dialogue"),
        "vandringar": ("walk", "walks"),
        "trygghetsvandringar": ("safety walk", "safety walks"),
        "nattvandringar": ("night walk", "night walks"),
        "inventeringar": ("inspection", "inspections"),
        "trygghetsinventeringar": ("safety inspection", "safety inspections"),
        "undersökningar": ("survey", "surveys"),
        "trygghetsundersökningar": ("safety survey", "safety surveys"),
        "utsättningar": ("briefing", "briefings"),
        "utvärderingar": ("evaluation", "evaluations"),
        "uppföljningar": ("follow-up", "follow-ups"),
        "redovisningar": ("report", "reports"),
        "rapporter": ("report", "reports"),
        "lägesbilder": ("situation report", "situation reports"),
        "föreläsningar": ("lecture", "lectures"),
        "utbildningar": ("training course", "training courses"),
        "patrulleringar": ("patrol", "patrols"),
        "kontroller": ("check", "checks"),
        "insatser": ("operation", "operations"),
        "aktiviteter": ("activity", "activities"),
        "besök": ("visit", "visits"),
        "samtal": ("talk", "talks"),
        "träffar": ("meeting", "meetings"),
        "kvällar": ("evening", "evenings"),
        "pass": ("shift", "shifts"),
        "tillfällen": ("occasion", "occasions"),
        "antal": ("occasion", "occasions"),
    }
)  # fmt: skip

INTERVALS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "vecka": ("week", "weeks"),
        "månad": ("month", "months"),
        "kvartal": ("quarter", "quarters"),
        "halvår": ("half-year", "half-years"),
        "år": ("year", "years"),
    }
)

_GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "kvinna": "women",
        "kvinnor": "women",
        "man": "men",
        "män": "men",
        "annat": "another gender",
        "unga": "young people",
        "äldre": "older people",
    }
)
_SEASONS: Mapping[str, str] = MappingProxyType(
    {
        "våren": "spring",
        "vår": "spring",
        "sommaren": "summer",
        "sommar": "summer",
        "hösten": "autumn",
        "höst": "autumn",
        "vintern": "winter",
        "vinter": "winter",
    }
)


def quoted(swedish: str) -> str:
    """Words that stay in Swedish."""
    return f"“{swedish.strip().replace('“', '‘').replace('”', '’')}”"


def crimes(crime: str, name: str = "") -> str:
    """The plural of a crime key; an unknown one is named as its Swedish source names it."""
    key = crime.removeprefix("brott:")
    return _CRIMES.get(key) or f"offences of the type {quoted(name or key)}"


def who(indicator: str) -> str | None:
    """The people a share counts, as a verb phrase; None for a question without one."""
    return _WHO.get(indicator.removeprefix("enkat:"))


def index_name(indicator: str, name: str) -> str:
    """An index without its article; an unknown one by its Swedish name."""
    return _INDEXES.get(indicator.removeprefix("enkat:")) or f"index {quoted(name)}"


def measure_name(indicator: str, name: str) -> str:
    """What a goal is measured by, as a heading; `name` is its Swedish name, used where there is no English one."""
    kind, _, key = indicator.partition(":")
    if kind == "brott" and key in _CRIMES:
        return f"Reported {_CRIMES[key]}"
    if kind == "enkat" and key in _INDEXES:
        return upper_first(f"the {_INDEXES[key]}")
    if kind == "enkat" and key in _WHO:
        return f"People who {_WHO[key]}"
    return quoted(name)


def unit_word(count: float, unit: str) -> str:
    """The unit in the number it needs; an unknown one as the register has it."""
    known = _UNITS.get(unit)
    return quoted(unit) if known is None else known[0] if count == 1 else known[1]


def group_name(group: str) -> str:
    """ "women", "aged 16–29"; another group by its Swedish name."""
    if re.fullmatch(r"\d+(–\d+)?( år)?", group):
        return f"aged {group.removesuffix(' år')}"
    return _GROUPS.get(group) or quoted(group)


def wave_name(wave: str) -> str:
    """ "2016", "spring 2016"; another name as the survey has it."""
    season, _, year = wave.rpartition(" ")
    if season in _SEASONS and year.isdigit():
        return f"{_SEASONS[season]} {year}"
    return wave if re.fullmatch(r"\d{4}(–\d{4})?", wave) else quoted(wave)
