"""Duties to report back, and when it was done."""

from etl.contract.model import Table
from etl.contract.tables._columns import choice, date, identifier, integer, party, period, text

ATERKOPPLINGSPLIKTER = Table(
    name="aterkopplingsplikter",
    title="Återkopplingsplikter",
    explanation="Löften om att berätta hur det går.",
    columns=(
        identifier("duty_id", "plikt_id", "Eget id.", required=True, key=True),
        identifier("promise_id", "löfte_id", "Löftet.", references="loften"),
        identifier("agreement_id", "överenskommelse_id", "Överenskommelsen.", references="overenskommelser"),
        choice(
            "interval",
            "intervall",
            "Hur ofta, om det är bestämt.",
            choices=("vecka", "månad", "kvartal", "halvår", "år"),
        ),
        integer(
            "times_per_year", "antal per år", "Hur många gånger per år, om det är bestämt.", minimum=0, maximum=366
        ),
        text("recipient", "mottagare", "Vem som ska få veta."),
        text("channel", "kanal", "Hur det berättas."),
        party(),
    ),
    one_of=(("promise_id", "agreement_id"),),
)

ATERKOPPLING = Table(
    name="aterkoppling",
    title="Återkoppling",
    explanation="Tillfällen då återkoppling har skett.",
    columns=(
        identifier("duty_id", "plikt_id", "Plikten.", references="aterkopplingsplikter"),
        identifier("promise_id", "löfte_id", "Löftet.", references="loften"),
        period("concerns_period", "avser period", "Perioden återkopplingen gäller."),
        date("day", "datum", "Dagen.", required=True),
        text("channel", "kanal", "Var den gavs."),
        party("avsändare part"),
        text("address", "adress", "Webbadress där den finns."),
    ),
    one_of=(("duty_id", "promise_id"),),
)

TABLES = (ATERKOPPLINGSPLIKTER, ATERKOPPLING)
