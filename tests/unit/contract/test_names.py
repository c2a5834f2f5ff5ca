"""Municipality codes and crime types, and what people write instead of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.contract.names import NO_CONTEXT, ParseContext, parse_crime_type, parse_municipality
from etl.contract.outcome import Parsed, Refusal

_CONTEXT = ParseContext(
    municipalities={
        "0136": "Haninge",
        "1263": "Svedala",
        "1480": "Göteborg",
        "2023": "Malung-Sälen",
        "9999": "Exempelköping",
    },
    crime_types={
        "Totalt antal brott": "total",
        "12 kap. Skadegörelsebrott": "skadegorelse",
        "Ofredande (7 §)": "ofredande",
        "Misshandel inkl. grov (5, 6 §)": "misshandel",
        "därav misshandel inkl. grov": "misshandel",
        "Biltillgrepp": "bilar",
        "därav inbrottsstöld i bostad": "burglary",
        "Inbrottsstöld i bostad, ej av skjutvapen": "inbrott",
        "Genom brand": "skadegorelse_brand",
        "Skadegörelse inkl. grov, åverkan (1-3 §) › Genom brand": "skadegorelse_brand",
        "Övrig stöld (1, 2, 4 §) › Från fordon m.m.": "fran_fordon",
    },
)


@pytest.mark.parametrize(
    ("text", "code"),
    [("1263", "1263"), ("0136", "0136"), ("136", "0136"), ("136.0", "0136"), (" 1263\u00a0", "1263")],
)
def test_codes(text: str, code: str) -> None:
    assert parse_municipality(text, _CONTEXT) == Parsed(value=code)
    assert parse_municipality(text) == Parsed(value=code)


@pytest.mark.parametrize(
    ("text", "reason", "remedy"),
    [
        ("Svedala", "kommunens namn", "1263"),
        ("SVEDALA KOMMUN", "kommunens namn", "1263"),
        ("Svedalas kommun", "kommunens namn", "1263"),
        ("Göteborgs stad", "kommunens namn", "1480"),
        ("Malung–Sälen", "kommunens namn", "2023"),
        ("Svedalla", "inte en kommunkod", "Menades Svedala, 1263?"),
        ("Atlantis", "inte en kommunkod", "fyra siffror"),
        ("1263 Svedala", "mer än en kommunkod", "Skriv bara koden: 1263."),
        ("1264", "ingen kommun med koden 1264", "Kontrollera koden"),
        ("12", "länskod", "fyra siffror"),
        ("0001", "region eller hela landet", "kolumnen region"),
        ("0000", "region eller hela landet", "kolumnen region"),
        ("001", "region eller hela landet", "kolumnen region"),
        ("12630", "inte en kommunkod", "fyra siffror"),
        ("1263-bara", "inte en kommunkod", "fyra siffror"),
    ],
)
def test_refused_municipalities(text: str, reason: str, remedy: str) -> None:
    refused = parse_municipality(text, _CONTEXT)
    assert isinstance(refused, Refusal)
    assert reason in refused.reason
    assert remedy in refused.remedy


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("skadegorelse", "skadegorelse"),
        ("Skadegörelse", "skadegorelse"),
        ("12 kap. Skadegörelsebrott", "skadegorelse"),
        ("12 kap. skadegörelsebrott ", "skadegorelse"),
        ("12\u00a0kap.  Skadegörelsebrott", "skadegorelse"),
        ("Ofredande (7§)", "ofredande"),
        ("OFREDANDE ( 7 § )", "ofredande"),
        ("Ofredande (7 §) 1)", "ofredande"),
        ("Ofredande (7 §)*", "ofredande"),
        ("Misshandel inkl.grov (5,6 §)", "misshandel"),
        ("4 kap. Brott mot frihet och frid > Ofredande (7 §)", "ofredande"),
        ("3-7 kap. Brott mot person › 4 kap. Brott mot frihet och frid › Ofredande (7 §)", "ofredande"),
        ("4 kap. Brott mot frihet och frid / Ofredande (7 §)", "ofredande"),
        ("därav misshandel inkl. grov", "misshandel"),
        ("3 kap. Brott mot liv och hälsa › Därav misshandel inkl. grov", "misshandel"),
        ("därav inbrottsstöld i bostad", "burglary"),
        ("Genom brand", "skadegorelse_brand"),
        ("12 kap. › Skadegörelse inkl. grov, åverkan (1–3 §) › Genom brand", "skadegorelse_brand"),
    ],
)
def test_crime_types(text: str, key: str) -> None:
    assert parse_crime_type(text, _CONTEXT) == Parsed(value=key)


@pytest.mark.parametrize(
    ("text", "reason", "remedy"),
    [
        ("därav biltillgrepp", "inte samma sak som ”Biltillgrepp”", "Ta bort raden"),
        ("13 kap. Allmänfarliga brott › Genom brand", "okänd", "Menades"),
        ("Från fordon m.m.", "okänd", ""),
        ("Ofredanden", "okänd", "Menades ”ofredande”"),
        ("klotter", "okänd", ""),
        ("zzz", "okänd", "brottstyper.csv"),
    ],
)
def test_refused_crime_types(text: str, reason: str, remedy: str) -> None:
    refused = parse_crime_type(text, _CONTEXT)
    assert isinstance(refused, Refusal)
    assert reason in refused.reason
    assert remedy in refused.remedy


def test_inbrott_with_and_without_darav_are_different_things() -> None:
    assert parse_crime_type("därav inbrottsstöld i bostad", _CONTEXT) != parse_crime_type(
        "Inbrottsstöld i bostad, ej av skjutvapen", _CONTEXT
    )


def test_without_reference_data_only_the_form_is_checked() -> None:
    assert parse_municipality("1264") == Parsed(value="1264")
    assert parse_crime_type("vad_som_helst") == Parsed(value="vad_som_helst")
    assert isinstance(parse_crime_type("Vad som helst"), Refusal)


@given(st.text(), st.sampled_from([NO_CONTEXT, _CONTEXT]))
def test_any_text_gives_an_answer(text: str, context: ParseContext) -> None:
    for parse in (parse_municipality, parse_crime_type):
        outcome = parse(text, context)
        if isinstance(outcome, Parsed):
            assert parse(outcome.value, context) == outcome
