"""From problem to what was promised and what was done."""

from etl.contract.model import Table
from etl.contract.tables._columns import (
    area,
    choice,
    date,
    decimal,
    free_text,
    identifier,
    integer,
    municipality,
    party,
    period,
    public,
    text,
    time,
    yes_no,
)

PROBLEM = Table(
    name="problem",
    title="Problem",
    explanation="Problem ur lägesbilden. En rad för varje steg som tas; ett steg tillbaka är en ny rad.",
    columns=(
        identifier("problem_id", "problem_id", "Eget id.", required=True),
        municipality(),
        identifier("promise_id", "löfte_id", "Löftet.", references="loften"),
        area(),
        text("title", "rubrik", "Problemet i några ord.", required=True),
        free_text("description", "beskrivning", "Vad problemet består i."),
        choice(
            "step",
            "steg",
            "Steg i SARA-processen.",
            choices=("kartläggning", "analys", "åtgärder", "uppföljning"),
        ),
        date("step_date", "steg datum", "När steget togs.", required=True),
        date("revise_by", "revideras senast", "När bilden senast ska ses över."),
        public(),
    ),
    unique=("problem_id", "step", "step_date"),
)

ORSAKER = Table(
    name="orsaker",
    title="Orsaker",
    explanation="Bidragande orsaker till ett problem.",
    columns=(
        identifier("cause_id", "orsak_id", "Eget id.", required=True, key=True),
        identifier("problem_id", "problem_id", "Problemet.", required=True, references="problem"),
        free_text("cause", "orsak", "Orsaken i ord.", required=True),
    ),
)

ATGARDER = Table(
    name="atgarder",
    title="Åtgärder",
    explanation="Åtgärdsplanens rader.",
    columns=(
        identifier("measure_id", "åtgärd_id", "Eget id.", required=True, key=True),
        municipality(),
        identifier("problem_id", "problem_id", "Problemet.", references="problem"),
        identifier("cause_id", "orsak_id", "Orsaken.", references="orsaker"),
        identifier("commitment_id", "åtagande_id", "Åtagandet.", references="ataganden"),
        free_text("measure", "åtgärd", "Vad som ska göras.", required=True),
        party(),
        date("starts", "börjar", "När åtgärden börjar."),
        date("due", "klar senast", "När den senast ska vara klar."),
        choice("status", "status", "Hur långt den kommit.", choices=("planerad", "pågår", "klar", "avbruten")),
    ),
    ordered=(("starts", "due"),),
)

ATAGANDEN = Table(
    name="ataganden",
    title="Åtaganden",
    explanation="Det som lovats bli gjort.",
    columns=(
        identifier("commitment_id", "åtagande_id", "Eget id.", required=True, key=True, example="1263-2017-A1"),
        identifier("promise_id", "löfte_id", "Löftet.", required=True, references="loften"),
        free_text("commitment", "åtagande", "Åtagandet i ord.", required=True),
        choice(
            "kind",
            "typ",
            "Hur åtagandet räknas.",
            required=True,
            choices=("antal", "timmar", "återkommande", "beskrivande"),
        ),
        decimal("target", "mål", "Hur många, eller hur många timmar. Tomt om inget tal är lovat.", minimum=0),
        text("unit", "enhet", "Vad som räknas.", example="timmar"),
        choice(
            "interval",
            "intervall",
            "Hur ofta, för återkommande åtaganden.",
            choices=("vecka", "månad", "kvartal", "halvår", "år"),
        ),
        choice(
            "weekday",
            "veckodag",
            "Dag i veckan om en är bestämd.",
            choices=("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
        ),
        yes_no("distinct_areas", "olika områden", "ja om det ska ske i så många olika områden."),
        text("exemptions", "undantag", "Perioder eller dagar som på förhand är undantagna, med semikolon emellan."),
        decimal("tolerance", "tolerans", "Andel perioder som måste hållas, 0,01–1.", minimum=0.01, maximum=1),
        party(),
        identifier("focus_area_id", "fokusområde_id", "Fokusområdet.", references="fokusomraden"),
        identifier("problem_id", "problem_id", "Problemet.", references="problem"),
        yes_no("reporting_complete", "rapportering komplett", "ja om allt som gjorts är inrapporterat."),
    ),
)

AKTIVITETER = Table(
    name="aktiviteter",
    title="Aktiviteter",
    explanation="Aktivitetsloggen: en rad för varje sak som gjorts, eller en nollrapport.",
    columns=(
        date("day", "datum", "Dagen.", required=True, example="2017-03-31"),
        time("starts", "starttid", "Klockslag då det började."),
        time("ends", "sluttid", "Klockslag då det slutade."),
        identifier("commitment_id", "åtagande_id", "Åtagandet det räknas mot.", references="ataganden"),
        municipality(required=False),
        text(
            "activity",
            "aktivitet",
            "Vad som gjordes, till exempel trygghetsvandring, tillsyn eller utsättning.",
            required=True,
            example="trygghetsvandring",
        ),
        decimal("hours", "timmar", "Arbetade timmar sammanlagt.", minimum=0, maximum=100_000, example="12,5"),
        integer("participants", "deltagare", "Antal deltagare.", minimum=0, maximum=1_000_000),
        area(),
        text("place", "plats", "Platsens namn."),
        party("part"),
        period("concerns_period", "avser period", "Perioden det räknas till, om en annan än datumets."),
        yes_no("is_nil_report", "nollrapport", "ja om inget utfördes under perioden."),
        free_text("note", "anteckning", "Anteckning utan personuppgifter."),
        public(),
    ),
    one_of=(("commitment_id", "municipality_code", "area_id"),),
)

PLANERADE = Table(
    name="planerade",
    title="Planerade tillfällen",
    explanation="Daterad plan för ett åtagande.",
    columns=(
        identifier("commitment_id", "åtagande_id", "Åtagandet.", required=True, references="ataganden"),
        date("day", "datum", "Planerad dag.", required=True),
        decimal("amount", "antal", "Hur många. Tomt betyder 1.", minimum=0),
    ),
)

TABLES = (PROBLEM, ORSAKER, ATGARDER, ATAGANDEN, AKTIVITETER, PLANERADE)
