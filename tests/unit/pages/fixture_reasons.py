"""What the fixture database holds of reasons: locked rules, corrections, gaps, what can be seen, effect."""

from datetime import date

from tests.unit.pages.fixture_facts import AS_OF, MADE_UP, SVEDALA, Row

CAUTIONS = (
    "Fler anmälningar kan bero på ökad anmälningsbenägenhet.\n"
    "Löftet gavs efter ett dåligt år, och nästa år blir ofta bättre av sig självt.\n"
    "Brotten kan ha flyttat till andra platser.\n"
    "Andra åtgärder kan ha haft betydelse."
)


def goal_rule() -> list[Row]:
    locked = {"rule_version": "1.0", "as_of": AS_OF, "is_changed": False}
    return [
        {
            **SVEDALA, **locked, "goal_id": "1263-2017-M1", "locked_on": date(2016, 11, 1),
            "first_seen_on": date(2026, 11, 20), "rule_hash": "3fa9c2d1e8b7a6f5",
            "rule_text": "Anmälda skadegörelser per invånare ska vara färre 2017 än under 2014–2016.",
        },
        {
            **MADE_UP, **locked, "goal_id": "9999-2026-M1", "locked_on": date(2025, 11, 20),
            "first_seen_on": date(2025, 11, 20), "rule_hash": "77ab12cd00ee", "is_changed": True,
            "changed_on": date(2026, 3, 3),
            "rule_text": "Skadegörelserna ska minska med minst 10 procent.",
            "changed_text": "Efter start ändrades minsta förändring från 10 till 5 procent; omdömet följer regeln som "
            "låstes 20 november 2025.",
            "now_text": "Skadegörelserna ska minska med minst 5 procent.",
        },
        {
            **MADE_UP, **locked, "goal_id": "9999-2026-M2", "locked_on": date(2025, 11, 20),
            "first_seen_on": date(2025, 11, 20), "rule_hash": "90cd",
            "rule_text": "Andelen som känner sig trygga ska öka från mätningen före löftet.",
        },
    ]  # fmt: skip


def correction() -> list[Row]:
    return [
        {
            **MADE_UP, "concerns": "mål", "concerns_id": "9999-2026-M1", "noticed_on": date(2026, 4, 12),
            "cause": "nya uppgifter", "before": "Går inte att avgöra", "after": "På väg", "as_of": AS_OF,
            "sentence": "omdömet om målet ”Skadegörelsen i centrum ska minska.” ändrades från Går inte att avgöra "
            "till På väg.",
        },
        {
            **MADE_UP, "concerns": "siffra", "concerns_id": "9999-2026-M2", "noticed_on": date(2026, 5, 2),
            "cause": "ändrade uppgifter", "before": "61 procent", "after": "62 procent", "as_of": AS_OF,
            "sentence": "En siffra i mätningen 2025 rättades.",
        },
    ]  # fmt: skip


def chain_gap() -> list[Row]:
    gap = {**MADE_UP, "count": 1, "as_of": AS_OF}
    return [
        {
            **SVEDALA, "kind": "mål utan mätning", "concerns_id": "1263-2017-M2", "count": 1, "as_of": AS_OF,
            "concerns": "Ofredandena ska minska.",
            "sentence": "Målet ”Ofredandena ska minska.” har ingen mätning.",
        },
        {
            **gap, "kind": "åtagande utan mål", "concerns_id": "9999-2026-A4",
            "concerns": "Regelbundna besök på ungdomsgårdarna.",
            "sentence": "Åtagandet ”Regelbundna besök på ungdomsgårdarna.” hör inte till något mål.",
        },
        {
            **gap, "kind": "aktivitet utan åtagande", "count": 4, "concerns": "medborgardialog",
            "sentence": "4 aktiviteter i loggen hör inte till något åtagande.",
        },
        {
            **gap, "kind": "problem utan åtgärd", "concerns_id": "9999-P1", "concerns": "Otryggt torg på kvällen",
            "sentence": "Problemet ”Otryggt torg på kvällen” möts inte av något åtagande.",
        },
        {
            **gap, "kind": "mål utan mätning", "concerns_id": "9999-2026-M3", "concerns": "Mer jämlik hälsa.",
            "sentence": "Målet ”Mer jämlik hälsa.” har ingen mätning.",
        },
        {
            **gap, "kind": "mål utan utgångsvärde", "concerns_id": "9999-2026-M3", "concerns": "Mer jämlik hälsa.",
            "sentence": "Målet ”Mer jämlik hälsa.” har inget utgångsvärde.",
        },
    ]  # fmt: skip


def detectable() -> list[Row]:
    crime = {"unit": "procent", "change_small": 10, "change_middle": 20, "change_large": 30, "as_of": AS_OF}
    return [
        {
            **SVEDALA, **crime, "goal_id": "1263-2017-M1", "least_change": 47.2, "chance_small": 0.05,
            "chance_middle": 0.14, "chance_large": 0.35,
            "sentence": "Skadegörelserna behöver minska med ungefär 47 procent för att det troligen ska synas.",
        },
        {
            **MADE_UP, "goal_id": "9999-2026-M2", "unit": "procentenheter", "least_change": 8.4, "chance_small": 0.004,
            "chance_middle": 0.38, "chance_large": 0.996, "change_small": 3, "change_middle": 5, "change_large": 10,
            "sentence": "Tryggheten behöver öka med ungefär 8 procentenheter för att det troligen ska synas.",
            "as_of": AS_OF,
        },
    ]  # fmt: skip


def effect() -> list[Row]:
    return [
        {
            **SVEDALA, "goal_id": "1263-2017-M1", "level": "ingen", "unmet": "månadssiffror; en logg över åtgärderna",
            "sentence": "Underlaget räcker inte för att avgöra om insatserna har haft effekt, eftersom det saknas "
            "månadssiffror och en logg över åtgärderna.",
            "cautions": CAUTIONS, "as_of": AS_OF,
        },
        {
            **MADE_UP, "goal_id": "9999-2026-M1", "level": "tidsserie", "rirr": 0.8162, "rirr_low": 0.614,
            "rirr_high": 1.1043, "wdd": -38.2, "wdd_low": -79.5, "wdd_high": 3.1, "its_ratio": 0.79, "its_low": 0.6,
            "its_high": 0.98, "placebo_rank": 2, "placebo_of": 24, "cautions": CAUTIONS, "as_of": AS_OF,
            "sentence": "Anmälningarna minskade mer här än i jämförelsekommunerna, vilket är förenligt med att "
            "insatserna haft effekt men inte bevisar det.",
        },
    ]  # fmt: skip
