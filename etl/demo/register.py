"""The agreement, the promises, and what each promise says will be done and achieved."""

from datetime import date

from etl.demo.place import MUNICIPALITY
from etl.demo.sheets import SOURCE, Row, Sheet
from etl.demo.story import STORY

AGREEMENT = "9999-2023-2026"
SAFETY, YOUTH, TRAFFIC = "9999-fokus-trygghet", "9999-fokus-unga", "9999-fokus-trafik"
CENTRE, DAMAGE, HEIGHTS, SCHOOL_ROAD, VIOLENCE, GRAFFITI = (
    "9999-problem-centrum",
    "9999-problem-skadegorelse",
    "9999-problem-hojden",
    "9999-problem-skolvagen",
    "9999-problem-vald",
    "9999-problem-klotter",
)


def agreement_sheets() -> tuple[Sheet, ...]:
    agreement: Row = (
        AGREEMENT,
        MUNICIPALITY,
        "Samverkansöverenskommelse 2023–2026",
        date(2023, 1, 1),
        date(2026, 12, 31),
        date(2022, 12, 12),
        "Exempelköpings kommun och lokalpolisområde Exempel",
        "PÅHITTAT-P-2022-41",
        "PÅHITTAT-KS-2022-118",
        "Förebygga brott och göra Exempelköping tryggare tillsammans med invånarna.",
        "2 år",
        "1 år",
        SOURCE,
    )
    return (
        Sheet(
            table="overenskommelser",
            headings=(
                "överenskommelse_id",
                "kommun",
                "rubrik",
                "från",
                "till",
                "beslutad",
                "parter",
                "diarienummer polisen",
                "diarienummer kommunen",
                "syfte",
                "revideras minst",
                "följs upp minst",
                "källa",
            ),
            rows=(agreement,),
        ),
        Sheet(
            table="fokusomraden",
            headings=("fokusområde_id", "överenskommelse_id", "namn"),
            rows=(
                (SAFETY, AGREEMENT, "Trygghet"),
                (YOUTH, AGREEMENT, "Barn och unga"),
                (TRAFFIC, AGREEMENT, "Trafik"),
            ),
        ),
    )


def promises_sheet(today: date) -> Sheet:
    """`läge` follows the day: a promise whose period has ended is `avslutat`."""
    pause = STORY.pause
    promises: tuple[tuple[str, str, str, date, date, date, str], ...] = (
        (
            "9999-2024",
            "Medborgarlöfte 2024: tryggare kvällar i centrum",
            "Polisen och kommunen lovade att synas mer på kvällarna och att lyssna i hela kommunen.",
            date(2024, 1, 1),
            date(2024, 12, 31),
            date(2023, 12, 12),
            "Dialoger, enkäten 2023 och anmälningarna visade otrygga kvällar och många ofredanden i centrum.",
        ),
        (
            "9999-2025",
            "Medborgarlöfte 2025: mindre skadegörelse",
            "Polisen och kommunen lovade fler dialoger och en gemensam lägesbild varje fredag.",
            date(2025, 1, 1),
            date(2025, 12, 31),
            date(2024, 12, 10),
            "Skolor, fastighetsägare och nattvandrare berättade om krossade rutor och klotter.",
        ),
        (
            "9999-2025-hojden",
            "Medborgarlöfte 2025: lugnt på Björkhöjden",
            "Polisen lovade att vara närvarande på Björkhöjden under året.",
            date(2025, 1, 1),
            date(2025, 12, 31),
            date(2024, 12, 10),
            "På en dialog i bygdegården berättade invånare om oro, men få brott anmäls där.",
        ),
        (
            pause.promise_id,
            "Medborgarlöfte 2025–2026: trygg väg till skolan",
            "Polisen lovade hastighetskontroller vid skolorna. Löftet är pausat under vägbygget.",
            date(2025, 7, 1),
            date(2026, 12, 31),
            date(2025, 6, 17),
            "Föräldrar och skolor upplever att det körs för fort vid skolorna.",
        ),
        (
            "9999-2026",
            "Medborgarlöfte 2026: mindre våld, fler samtal",
            "Polisen och kommunen lovar synlighet på kvällarna, åtta dialoger och en vandring varje kvartal.",
            date(2026, 1, 1),
            date(2026, 12, 31),
            date(2025, 12, 9),
            "Misshandeln ligger kvar på en hög nivå, och klottret i Södervik har ökat sedan hösten 2025.",
        ),
    )
    rows: list[Row] = []
    for number, (promise_id, title, summary, starts, ends, signed, picture) in enumerate(promises, start=1):
        paused = promise_id == pause.promise_id
        status = "avslutat" if today > ends else "pausat" if paused else "gäller"
        rows.append(
            (
                promise_id,
                AGREEMENT,
                MUNICIPALITY,
                title,
                summary,
                starts,
                ends,
                signed,
                f"PÅHITTAT-P-{signed.year}-{number}",
                f"PÅHITTAT-KS-{signed.year}-{number}",
                picture,
                status,
                pause.starts if paused else None,
                pause.ends if paused else None,
                SOURCE,
            )
        )
    return Sheet(
        table="loften",
        headings=(
            "löfte_id",
            "överenskommelse_id",
            "kommun",
            "rubrik",
            "sammanfattning",
            "från",
            "till",
            "undertecknat",
            "diarienummer polisen",
            "diarienummer kommunen",
            "lägesbild",
            "läge",
            "pausat från",
            "pausat till",
            "källa",
        ),
        rows=tuple(rows),
    )


def assessments_sheet(today: date) -> Sheet:
    """Narrative assessments of the descriptive commitments, signed by a role."""
    rows: tuple[tuple[str, date, str, str, str], ...] = (
        (
            "9999-2024-A4",
            date(2025, 1, 22),
            "Samtalen har kommit i gång snabbare än året innan, med skolan och socialtjänsten varje gång.",
            "kommunpolis i Exempelköping",
            "avslutat",
        ),
        (
            "9999-2025-A3",
            date(2026, 1, 14),
            "Platserna besöktes regelbundet på våren men sällan på hösten, när personalen inte räckte.",
            "säkerhetssamordnare i Exempelköping",
            "avslutat",
        ),
        (
            "9999-2026-A4",
            date(2026, 7, 2),
            "Fritidsgården och fältarna möts varje vecka. Arbetet följer planen.",
            "säkerhetssamordnare i Exempelköping",
            "gäller",
        ),
    )
    return Sheet(
        table="bedomningar",
        headings=("åtagande_id", "datum", "bedömning", "bedömd av", "läge"),
        rows=tuple(row for row in rows if row[1] <= today),
    )
