"""Agreements, their focus areas, and the promises made to the inhabitants."""

from etl.contract.model import Table
from etl.contract.tables._columns import choice, date, duration, free_text, identifier, municipality, source, text

OVERENSKOMMELSER = Table(
    name="overenskommelser",
    title="Samverkansöverenskommelser",
    explanation="Skriftliga överenskommelser mellan kommun och polis.",
    columns=(
        identifier("agreement_id", "överenskommelse_id", "Eget id.", required=True, key=True, example="1263-2023-2026"),
        municipality(),
        text("title", "rubrik", "Överenskommelsens namn.", required=True),
        date("starts", "från", "Första dagen den gäller.", required=True, example="2023-01-01"),
        date("ends", "till", "Sista dagen den gäller.", required=True, example="2026-12-31"),
        date("decided_on", "beslutad", "När den beslutades."),
        text("parties", "parter", "Vilka som slutit den, som funktioner och inte personnamn."),
        text("police_diary_number", "diarienummer polisen", "Polisens diarienummer."),
        text("municipality_diary_number", "diarienummer kommunen", "Kommunens diarienummer."),
        free_text("purpose", "syfte", "Syftet med överenskommelsen."),
        duration("revised_at_least", "revideras minst", "Hur ofta den revideras.", example="2 år"),
        duration("followed_up_at_least", "följs upp minst", "Hur ofta den följs upp.", example="1 år"),
        source(),
    ),
    ordered=(("starts", "ends"),),
)

FOKUSOMRADEN = Table(
    name="fokusomraden",
    title="Fokusområden",
    explanation="Områden som en överenskommelse eller ett löfte samlas kring.",
    columns=(
        identifier("focus_area_id", "fokusområde_id", "Eget id.", required=True, key=True),
        identifier("agreement_id", "överenskommelse_id", "Överenskommelsen.", references="overenskommelser"),
        identifier("promise_id", "löfte_id", "Löftet.", references="loften"),
        text("name", "namn", "Till exempel Trygghet, Folkhälsa eller Trafik.", required=True),
    ),
    one_of=(("agreement_id", "promise_id"),),
)

LOFTEN = Table(
    name="loften",
    title="Medborgarlöften",
    explanation="Det polisen och kommunen har lovat invånarna.",
    columns=(
        identifier("promise_id", "löfte_id", "Eget id.", required=True, key=True, example="1263-2017"),
        identifier(
            "agreement_id", "överenskommelse_id", "Överenskommelsen det hör till.", references="overenskommelser"
        ),
        municipality(),
        text("title", "rubrik", "Löftets namn.", required=True, example="Medborgarlöfte 2017"),
        free_text("summary", "sammanfattning", "En mening: vem lovade vad."),
        date("starts", "från", "Första dagen. Tomt: period saknas.", example="2017-01-01"),
        date("ends", "till", "Sista dagen. Tomt: period saknas.", example="2017-12-31"),
        date("signed_on", "undertecknat", "När löftet undertecknades."),
        text("police_diary_number", "diarienummer polisen", "Polisens diarienummer."),
        text("municipality_diary_number", "diarienummer kommunen", "Kommunens diarienummer."),
        free_text("picture", "lägesbild", "Vad löftet bygger på."),
        choice("status", "läge", "Hur det står till.", choices=("gäller", "pausat", "avslutat", "villkorat")),
        date("paused_from", "pausat från", "Första dagen i pausen."),
        date("paused_to", "pausat till", "Sista dagen i pausen."),
        source(),
    ),
    ordered=(("starts", "ends"), ("paused_from", "paused_to")),
)

TABLES = (OVERENSKOMMELSER, FOKUSOMRADEN, LOFTEN)
