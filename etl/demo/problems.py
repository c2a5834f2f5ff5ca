"""The chain from problem to cause to measure, with one step back and one problem that nobody acts on."""

from datetime import date

from etl.demo.place import MUNICIPALITY
from etl.demo.register import CENTRE, DAMAGE, GRAFFITI, HEIGHTS, SCHOOL_ROAD, VIOLENCE
from etl.demo.sheets import Row, Sheet
from etl.demo.story import STORY

MOPEDS = STORY.problem_without_measure_id
MAP, ANALYSE, ACT, EVALUATE = "kartläggning", "analys", "åtgärder", "uppföljning"
# problem_id, promise, area, title, description, steps taken, revise by
PROBLEMS: tuple[tuple[str, str | None, str | None, str, str, tuple[tuple[str, date], ...], date], ...] = (
    (
        CENTRE,
        "9999-2024",
        "9999-centrum",
        "Otrygga kvällar i centrum",
        "Ofredanden vid Stationstorget, mest på fredags- och lördagskvällar.",
        (
            (MAP, date(2023, 2, 6)),
            (ANALYSE, date(2023, 4, 17)),
            (ACT, date(2023, 9, 4)),
            (ANALYSE, date(2023, 10, 9)),
            (ACT, date(2024, 1, 8)),
            (EVALUATE, date(2025, 1, 20)),
        ),
        date(2025, 2, 6),
    ),
    (
        DAMAGE,
        "9999-2025",
        None,
        "Skadegörelse vid skolor och torg",
        "Krossade rutor, förstörda busskurer och klotter i flera delar av kommunen.",
        (
            (MAP, date(2024, 3, 11)),
            (ANALYSE, date(2024, 9, 2)),
            (ACT, date(2025, 1, 7)),
            (EVALUATE, date(2026, 1, 12)),
            (ANALYSE, date(2026, 2, 16)),
        ),
        date(2026, 3, 11),
    ),
    (
        HEIGHTS,
        "9999-2025-hojden",
        "9999-bjorkhojden",
        "Oro på Björkhöjden",
        "Invånare berättar om oro på kvällarna, men få brott anmäls.",
        ((MAP, date(2024, 10, 7)), (ANALYSE, date(2024, 11, 25)), (ACT, date(2025, 1, 8))),
        date(2026, 10, 7),
    ),
    (
        SCHOOL_ROAD,
        "9999-2025-trafik",
        None,
        "Höga hastigheter vid skolorna",
        "Föräldrar och skolpersonal ser bilar som kör för fort vid lämning och hämtning.",
        ((MAP, date(2025, 3, 3)), (ANALYSE, date(2025, 5, 12)), (ACT, date(2025, 8, 18))),
        date(2027, 3, 3),
    ),
    (
        VIOLENCE,
        "9999-2026",
        "9999-centrum",
        "Misshandel vid krogstängning",
        "Anmälningarna rör till stor del natten mot lördag och söndag i centrum.",
        ((MAP, date(2025, 6, 2)), (ANALYSE, date(2025, 9, 15)), (ACT, date(2026, 1, 5))),
        date(2027, 6, 2),
    ),
    (
        GRAFFITI,
        "9999-2026",
        "9999-sodervik",
        "Klotter i Södervik",
        "Klottret har mer än fördubblats sedan oktober 2025, mest vid Varvsplanen och gångtunneln.",
        ((MAP, date(2025, 12, 1)), (ANALYSE, date(2026, 2, 9)), (ACT, date(2026, 4, 13))),
        date(2027, 12, 1),
    ),
    (
        MOPEDS,
        None,
        "9999-vastra-angen",
        "Mopedkörning på gångvägar",
        "Boende berättar om hög fart på gångvägarna mellan skolan och centrum.",
        ((MAP, date(2025, 9, 22)),),
        date(2027, 9, 22),
    ),
)
CAUSES: tuple[tuple[str, str, str], ...] = (
    ("9999-O1", CENTRE, "Få vuxna rör sig på torget efter klockan 20."),
    ("9999-O2", CENTRE, "Belysningen är svag mellan stationen och biblioteket."),
    ("9999-O3", DAMAGE, "Skolgårdarna ligger öppna och saknar insyn på kvällarna."),
    ("9999-O4", DAMAGE, "Skador lagas långsamt, och då kommer fler."),
    ("9999-O5", HEIGHTS, "Sista bussen går tidigt, och få är ute efter det."),
    ("9999-O6", SCHOOL_ROAD, "Vägen förbi Norrbyskolan är rak och saknar farthinder."),
    ("9999-O7", VIOLENCE, "Många lämnar krogarna samtidigt och väntar länge på buss."),
    ("9999-O8", GRAFFITI, "Väggarna vid Varvsplanen är svåra att se från gatan."),
)
# id, problem, cause, commitment, measure, party, begins, due, done on
MEASURES: tuple[tuple[str, str, str, str | None, str, str, date, date, date | None], ...] = (
    (
        "9999-T1",
        CENTRE,
        "9999-O1",
        "9999-2024-A1",
        "Kvällspass vid Stationstorget.",
        "polisen",
        date(2024, 1, 2),
        date(2024, 12, 31),
        date(2024, 12, 31),
    ),
    (
        "9999-T2",
        CENTRE,
        "9999-O2",
        None,
        "Ny belysning mellan stationen och biblioteket.",
        "kommunen",
        date(2024, 2, 1),
        date(2024, 6, 30),
        date(2024, 8, 16),
    ),
    (
        "9999-T3",
        DAMAGE,
        "9999-O3",
        "9999-2025-A2",
        "Gemensam lägesbild varje fredag.",
        "båda",
        date(2025, 1, 3),
        date(2025, 12, 31),
        date(2025, 12, 31),
    ),
    (
        "9999-T4",
        DAMAGE,
        "9999-O4",
        None,
        "Skador lagas inom en vecka.",
        "kommunen",
        date(2025, 3, 1),
        date(2025, 12, 31),
        None,
    ),
    (
        "9999-T5",
        HEIGHTS,
        "9999-O5",
        "9999-2025-hojden-A1",
        "Kvällspass på Björkhöjden.",
        "polisen",
        date(2025, 1, 8),
        date(2025, 12, 31),
        date(2025, 12, 31),
    ),
    (
        "9999-T6",
        SCHOOL_ROAD,
        "9999-O6",
        "9999-2025-trafik-A1",
        "Hastighetskontroller vid skolorna.",
        "polisen",
        date(2025, 8, 18),
        date(2026, 12, 31),
        None,
    ),
    (
        "9999-T7",
        VIOLENCE,
        "9999-O7",
        "9999-2026-A1",
        "Fler poliser till fots vid krogstängning.",
        "polisen",
        date(2026, 1, 2),
        date(2026, 12, 31),
        None,
    ),
    (
        "9999-T8",
        GRAFFITI,
        "9999-O8",
        "9999-2026-A3",
        "Trygghetsvandring vid Varvsplanen och sanering inom två dygn.",
        "kommunen",
        date(2026, 3, 1),
        date(2026, 12, 31),
        None,
    ),
)


def problem_sheets(today: date) -> tuple[Sheet, ...]:
    """Steps and measures later than `today` have not been written down yet."""
    return (
        Sheet(
            table="problem",
            headings=(
                "problem_id",
                "kommun",
                "löfte_id",
                "område",
                "rubrik",
                "beskrivning",
                "steg",
                "steg datum",
                "revideras senast",
                "offentlig",
            ),
            rows=tuple(
                (
                    problem_id,
                    MUNICIPALITY,
                    promise_id,
                    area_id,
                    title,
                    description,
                    step,
                    day,
                    revise_by,
                    True,
                )
                for problem_id, promise_id, area_id, title, description, steps, revise_by in PROBLEMS
                for step, day in steps
                if day <= today
            ),
        ),
        Sheet(table="orsaker", headings=("orsak_id", "problem_id", "orsak"), rows=CAUSES),
        Sheet(
            table="atgarder",
            headings=(
                "åtgärd_id",
                "kommun",
                "problem_id",
                "orsak_id",
                "åtagande_id",
                "åtgärd",
                "ansvarig part",
                "börjar",
                "klar senast",
                "status",
            ),
            rows=tuple(_measure(*measure, today=today) for measure in MEASURES),
        ),
    )


def _measure(
    measure_id: str,
    problem_id: str,
    cause_id: str,
    commitment_id: str | None,
    measure: str,
    party: str,
    begins: date,
    due: date,
    done_on: date | None,
    *,
    today: date,
) -> Row:
    done = done_on is not None and done_on <= today
    status = "klar" if done else "planerad" if begins > today else "pågår"
    return (
        measure_id,
        MUNICIPALITY,
        problem_id,
        cause_id,
        commitment_id,
        measure,
        party,
        begins,
        due,
        status,
    )
