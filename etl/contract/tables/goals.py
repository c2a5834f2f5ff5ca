"""What was to be achieved, and narrative assessments signed by a role."""

from etl.contract.model import Table
from etl.contract.tables._columns import (
    area,
    choice,
    date,
    decimal,
    free_text,
    group,
    identifier,
    text,
    yes_no,
)

MAL = Table(
    name="mal",
    title="Mål",
    explanation="Det som löftet ska leda till, med utgångsläge och uppföljning.",
    columns=(
        identifier("goal_id", "mål_id", "Eget id.", required=True, key=True, example="1263-2017-M1"),
        identifier("promise_id", "löfte_id", "Löftet.", required=True, references="loften"),
        free_text("goal", "mål", "Målet i ord.", required=True),
        text(
            "indicator",
            "indikator",
            "brott: eller enkat: och nyckeln, till exempel brott:skadegorelse. Skriv ingen när målet saknar mått.",
            required=True,
            example="brott:skadegorelse",
        ),
        area(),
        group("Grupp bland de svarande, så som den står i enkätsvaren, till exempel kvinna eller kvinnor."),
        choice(
            "direction",
            "riktning",
            "Åt vilket håll värdet ska gå.",
            required=True,
            choices=("öka", "minska", "upprätthålla"),
        ),
        date("baseline_from", "utgångsläge från", "Utgångslägets första dag."),
        date("baseline_to", "utgångsläge till", "Utgångslägets sista dag."),
        date("followup_from", "uppföljning från", "Uppföljningens första dag."),
        date("followup_to", "uppföljning till", "Uppföljningens sista dag."),
        decimal(
            "least_change",
            "minsta förändring",
            "Lovad förändring i procent (brott) eller procentenheter (enkät).",
            minimum=0,
            maximum=99,
        ),
        yes_no("is_primary", "primärt", "ja om målet avgör om löftet är uppfyllt."),
        date("locked_on", "låst datum", "När regeln låstes."),
        identifier("problem_id", "problem_id", "Problemet.", references="problem"),
        identifier(
            "part_of",
            "delmål av",
            "Målets id, när raden är ett av flera mått på ett och samma mål i löftet.",
            references="mal",
        ),
    ),
    ordered=(("baseline_from", "baseline_to"), ("followup_from", "followup_to")),
    before=(("baseline_to", "followup_from"),),
)

BEDOMNINGAR = Table(
    name="bedomningar",
    title="Bedömningar",
    explanation="Beskrivande bedömningar, undertecknade av en roll och aldrig av ett namn.",
    columns=(
        identifier("commitment_id", "åtagande_id", "Åtagandet.", references="ataganden"),
        identifier("goal_id", "mål_id", "Målet.", references="mal"),
        date("day", "datum", "När bedömningen gjordes.", required=True),
        free_text("assessment", "bedömning", "Bedömningen i ord.", required=True),
        text("assessed_by", "bedömd av", "Roll, till exempel kommunpolis."),
        choice("status", "läge", "Hur det står till.", choices=("gäller", "pausat", "avslutat", "villkorat")),
    ),
    one_of=(("commitment_id", "goal_id"),),
)

TABLES = (MAL, BEDOMNINGAR)
