"""Surveys: who was asked what, their answers, and values published by others."""

from etl.contract.model import Table
from etl.contract.tables._columns import (
    GENDERS,
    area,
    choice,
    date,
    decimal,
    group,
    identifier,
    integer,
    municipality,
    source,
    text,
    year,
)

ENKATER = Table(
    name="enkater",
    title="Enkäter",
    explanation="En rad för varje omgång av en enkät.",
    columns=(
        identifier("survey_id", "enkät_id", "Eget id.", required=True, key=True, example="1263-2024"),
        municipality(),
        text("instrument", "instrument", "Till exempel polisens trygghetsmätning eller NTU.", required=True),
        text("wave", "omgång", "Omgångens namn, oftast året.", required=True, example="2024"),
        date("starts", "från", "Första svarsdagen."),
        date("ends", "till", "Sista svarsdagen."),
        choice("method", "metod", "Hur svaren samlades in.", choices=("postal", "telefon", "webb urval", "webb öppen")),
        text("population", "målgrupp", "Vilka som kunde svara.", example="16–85 år"),
        integer("sent", "antal utskick", "Antal tillfrågade.", minimum=0),
        integer("answered", "antal svar", "Antal svarande.", minimum=0),
        text("scale", "skala", "Skalan om den är gemensam för enkäten."),
        text("comparable_with", "jämförbar med", "enkät_id för omgången den kan jämföras med."),
        source(),
    ),
    ordered=(("starts", "ends"),),
)

ENKAT_FRAGOR = Table(
    name="enkat_fragor",
    title="Enkätfrågor",
    explanation="Frågornas lydelse och vad som är ett bra svar.",
    columns=(
        text("instrument", "instrument", "Instrumentet frågan hör till.", required=True),
        text("question", "fråga", "Rubriken i enkat_svar.", required=True, example="trygg_kvall"),
        text("wording", "lydelse", "Frågan så som den ställdes.", required=True),
        text("scale", "skala", "Värde = text, med semikolon emellan.", example="1 = mycket otrygg; 5 = mycket trygg"),
        choice(
            "good",
            "riktning",
            "Åt vilket håll som är bra.",
            required=True,
            choices=("högt är bra", "lågt är bra"),
        ),
        text("indicator", "indikator", "Indikatorn frågan mäter.", example="enkat:trygg"),
        text("good_answers", "bra svar", "Vilka svar som räknas, med semikolon emellan.", example="4;5"),
        date("valid_from", "giltig från", "Från när lydelsen gäller."),
    ),
    unique=("instrument", "question", "valid_from"),
)

ENKAT_SVAR = Table(
    name="enkat_svar",
    title="Enkätsvar",
    explanation="En rad för varje svarande och en kolumn för varje fråga.",
    columns=(
        identifier("survey_id", "enkät_id", "Enkäten.", references="enkater"),
        municipality(required=False),
        text("wave", "omgång", "Omgången, om enkät_id saknas."),
        identifier("answer_id", "svar_id", "Svarets löpnummer, utan koppling till en person.", required=True),
        area(),
        choice("gender", "kön", "Svarandens kön.", choices=GENDERS),
        text("age_group", "åldersgrupp", "Till exempel 16–24."),
        decimal("weight", "vikt", "Svarets vikt. Tomt betyder 1.", minimum=0, maximum=1_000_000, example="1,25"),
        text("stratum", "stratum", "Urvalets stratum."),
    ),
    one_of=(("survey_id", "municipality_code"),),
    unique=("survey_id", "municipality_code", "wave", "answer_id"),
    open_columns=True,
)

ENKAT_VARDEN = Table(
    name="enkat_varden",
    title="Publicerade enkätvärden",
    explanation="Värden som andra har publicerat, utan de enskilda svaren.",
    columns=(
        municipality(required=False),
        area(),
        text("region", "region", "Område som inte är en kommun, till exempel ett lokalpolisområde eller hela landet."),
        text("wave", "omgång", "Omgången."),
        year("year", "år", "Året."),
        text("question", "fråga", "Frågan så som den är publicerad."),
        text("indicator", "indikator", "Indikatorn.", example="enkat:totalindex"),
        decimal("value", "värde", "Det publicerade värdet. .. betyder att det saknas.", required=True, example="1,94"),
        choice(
            "unit",
            "enhet",
            "Värdets enhet.",
            required=True,
            choices=("procent", "index 0–6", "index 0–100"),
        ),
        integer("answers", "antal svar", "Antal svarande. Tomt om det inte är publicerat.", minimum=0),
        decimal("low", "undre gräns", "Osäkerhetsintervallets undre gräns."),
        decimal("high", "övre gräns", "Osäkerhetsintervallets övre gräns."),
        group("Grupp bland de svarande."),
        text("instrument", "instrument", "Enkätens namn."),
        text("method", "metod", "Hur svaren samlades in."),
        source(),
    ),
    one_of=(("municipality_code", "area_id", "region"), ("wave", "year"), ("question", "indicator")),
    unique=(
        "municipality_code",
        "area_id",
        "region",
        "wave",
        "year",
        "question",
        "indicator",
        "unit",
        "group_name",
        "instrument",
        "method",
    ),
)

TABLES = (ENKATER, ENKAT_FRAGOR, ENKAT_SVAR, ENKAT_VARDEN)
