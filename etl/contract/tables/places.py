"""Areas and what happens in them."""

from etl.contract.model import Table
from etl.contract.tables._columns import (
    area,
    choice,
    date,
    decimal,
    free_text,
    identifier,
    municipality,
    public,
    text,
    time,
)

OMRADEN = Table(
    name="omraden",
    title="Områden",
    explanation="Tätorter, stadsdelar och andra områden inom en kommun.",
    columns=(
        identifier("area_id", "område_id", "Eget id.", required=True, key=True, example="1263-bara"),
        municipality(),
        text("name", "namn", "Områdets namn.", required=True),
        choice(
            "kind",
            "typ",
            "Vilket slags område.",
            choices=("tätort", "stadsdel", "DeSO", "RegSO", "lokalpolisområde", "plats"),
        ),
        identifier("part_of", "del av", "Området det är en del av.", references="omraden"),
        text("polygon", "polygon", "Fil med områdets gräns (GeoJSON)."),
        text("version", "version", "Indelningens version, till exempel DeSO 2025."),
    ),
)

HANDELSER = Table(
    name="handelser",
    title="Händelser",
    explanation="Brott och händelser med plats, för den gemensamma bilden av var det händer.",
    columns=(
        identifier("incident_id", "händelse_id", "Eget id.", required=True, key=True),
        municipality(),
        date("day", "datum", "Dagen.", required=True),
        time("clock", "tid", "Klockslag."),
        text("kind", "typ", "Vad som hände.", required=True),
        area(),
        text("place", "plats", "Platsens namn."),
        decimal("latitude", "latitud", "WGS 84.", minimum=55, maximum=70),
        decimal("longitude", "longitud", "WGS 84.", minimum=10, maximum=25),
        decimal("easting", "x", "SWEREF 99 TM, öst.", minimum=200_000, maximum=1_000_000),
        decimal("northing", "y", "SWEREF 99 TM, nord.", minimum=6_000_000, maximum=7_800_000),
        text("source", "källa", "Vem uppgiften kommer från, till exempel polis, skola eller nattvandrare."),
        choice("reported", "polisanmäld", "Om händelsen är polisanmäld.", choices=("ja", "nej", "vet ej")),
        free_text("description", "beskrivning", "Beskrivning utan personuppgifter."),
        public(),
    ),
)

LAGESBILD = Table(
    name="lagesbild",
    title="Lägesbild",
    explanation="Iakttagelser till den gemensamma lägesbilden.",
    columns=(
        date("day", "datum", "Dagen.", required=True),
        municipality(),
        area(),
        text("source", "källa", "Varifrån iakttagelsen kommer.", required=True),
        text("theme", "tema", "Tema."),
        free_text("observation", "iakttagelse", "Iakttagelsen utan personuppgifter.", required=True),
        public(),
    ),
)

SYNPUNKTER = Table(
    name="synpunkter",
    title="Synpunkter",
    explanation="Det invånarna har sagt, och vad det blev av det.",
    columns=(
        date("day", "datum", "Dagen.", required=True),
        municipality(),
        area(),
        text("theme", "tema", "Tema."),
        free_text("view", "synpunkt", "Synpunkten utan personuppgifter.", required=True),
        text("channel", "kanal", "Hur den kom in."),
        free_text("outcome", "blev", "Vad det blev av den."),
        identifier("commitment_id", "åtagande_id", "Åtagandet den ledde till.", references="ataganden"),
        public(),
    ),
)

TABLES = (OMRADEN, HANDELSER, LAGESBILD, SYNPUNKTER)
