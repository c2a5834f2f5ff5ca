"""What the fixture database holds of contacts, sources and what has been done and reported back."""

from tests.unit.pages.fixture_facts import Row


def contact() -> list[Row]:
    return [
        {
            "municipality_code": "1263", "function": "kommunpolis i Svedala", "channel": "telefon, polisens växel",
            "address": "114 14",
        },
        {
            "municipality_code": "1263", "function": "Svedala kommun", "channel": "webbplats",
            "address": "https://svedala.se",
        },
        {
            "municipality_code": "9999", "function": "kommunpolis i Exempelköping",
            "channel": "påhittad kommun, går inte att kontakta",
        },
    ]  # fmt: skip


def source() -> list[Row]:
    return [
        {
            "source_id": "bra-anmalda-brott", "name": "Anmälda brott", "publisher": "Brottsförebyggande rådet (Brå)",
            "address": "https://statistik.bra.se/solwebb/action/index",
            "terms": "Får användas fritt om källan Brå anges.",
        },
        {
            "source_id": "scb-folkmangd", "name": "Folkmängd den 31 december",
            "publisher": "Statistiska centralbyrån (SCB)", "address": "https://www.scb.se", "terms": "CC0.",
        },
    ]  # fmt: skip


def threshold() -> list[Row]:
    return [
        {"key": "minsta_antal", "value": 5.0, "unit": "anmälda brott", "explanation": "Lägre antal än så visas inte."},
        {"key": "minsta_svar", "value": 30.0, "unit": "svar", "explanation": "Resultat på färre svar visas inte."},
    ]
