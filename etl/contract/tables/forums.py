"""Where decisions are made: forums, deviations, decisions."""

from etl.contract.model import Table
from etl.contract.tables._columns import (
    PARTIES,
    area,
    choice,
    date,
    free_text,
    identifier,
    municipality,
    party,
    text,
    yes_no,
)

FORUM = Table(
    name="forum",
    title="Forum",
    explanation="Forum där kommun och polis samverkar.",
    columns=(
        identifier("forum_id", "forum_id", "Eget id.", required=True, key=True),
        municipality(),
        text("name", "namn", "Forumets namn.", required=True, example="SSPF"),
        choice(
            "interval",
            "intervall",
            "Hur ofta det möts.",
            choices=("vecka", "månad", "kvartal", "halvår", "år"),
        ),
    ),
)

FORUM_MOTEN = Table(
    name="forum_moten",
    title="Forummöten",
    explanation="Möten, och om båda parter deltog.",
    columns=(
        identifier("forum_id", "forum_id", "Forumet.", required=True, references="forum"),
        date("day", "datum", "Mötesdagen.", required=True),
        yes_no("police_attended", "polisen deltog", "ja eller nej.", required=True),
        yes_no("municipality_attended", "kommunen deltog", "ja eller nej.", required=True),
        choice("chaired_by", "ordförande part", "Vem som var ordförande.", choices=PARTIES),
        free_text("note", "anteckning", "Anteckning utan personuppgifter."),
    ),
    unique=("forum_id", "day"),
)

AVVIKELSER = Table(
    name="avvikelser",
    title="Avvikelser",
    explanation="Geografiska avvikelser som lyfts till ledningsgrupperna.",
    columns=(
        identifier("deviation_id", "avvikelse_id", "Eget id.", required=True, key=True),
        municipality(),
        date("found_on", "upptäckt", "När den upptäcktes.", required=True),
        area(),
        free_text("description", "beskrivning", "Vad som avviker."),
        choice(
            "owner",
            "ägare",
            "Vem som äger den.",
            choices=("kommunens ledningsgrupp", "lokalpolisområdets ledningsgrupp"),
        ),
        choice("status", "status", "Hur långt den kommit.", choices=("ny", "bedömd", "åtgärd beslutad", "uppföljd")),
    ),
)

BESLUT = Table(
    name="beslut",
    title="Beslut",
    explanation="Beslut med ansvarig och slutdatum.",
    columns=(
        identifier("decision_id", "beslut_id", "Eget id.", required=True, key=True),
        date("day", "datum", "Beslutsdagen.", required=True),
        municipality(),
        identifier("forum_id", "forum_id", "Forumet.", references="forum"),
        free_text("decision", "beslut", "Beslutet i ord.", required=True),
        text("concerns", "avser", "Id för problem, avvikelse, åtgärd eller mål."),
        party(),
        date("due", "klart senast", "När det senast ska vara klart."),
        date("done_on", "klart", "När det blev klart."),
        text("status", "status", "Hur långt det kommit."),
    ),
)

TABLES = (FORUM, FORUM_MOTEN, AVVIKELSER, BESLUT)
