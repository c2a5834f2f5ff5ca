"""What each promise says will be done (åtaganden), and the dated plan for this year."""

from dataclasses import dataclass
from datetime import date

from etl.demo.register import CENTRE, DAMAGE, GRAFFITI, HEIGHTS, SAFETY, SCHOOL_ROAD, TRAFFIC, VIOLENCE, YOUTH
from etl.demo.sheets import Sheet, record_row


@dataclass(frozen=True, kw_only=True)
class Commitment:
    """Fields in the order of the headings in ataganden."""

    commitment_id: str
    promise_id: str
    text: str
    kind: str
    target: int | None = None
    unit: str | None = None
    interval: str | None = None
    weekday: str | None = None
    distinct_areas: str | None = None
    exemptions: str | None = None
    party: str = "båda"
    focus_area: str = SAFETY
    problem: str | None = None


COMMITMENTS = (
    Commitment(
        commitment_id="9999-2024-A1",
        promise_id="9999-2024",
        text="Polisen lägger minst 1 500 timmar på synligt trygghetsarbete under kvällar och helger 2024.",
        kind="timmar",
        target=1500,
        unit="timmar",
        party="polisen",
        problem=CENTRE,
    ),
    Commitment(
        commitment_id="9999-2024-A2",
        promise_id="9999-2024",
        text="Vi håller medborgardialoger i minst fyra olika delar av kommunen.",
        kind="antal",
        target=4,
        unit="områden med dialog",
        distinct_areas="ja",
        problem=CENTRE,
    ),
    Commitment(
        commitment_id="9999-2024-A3",
        promise_id="9999-2024",
        text="Vi går två trygghetsvandringar per halvår.",
        kind="återkommande",
        target=2,
        unit="trygghetsvandringar",
        interval="halvår",
        party="kommunen",
        problem=CENTRE,
    ),
    Commitment(
        commitment_id="9999-2024-A4",
        promise_id="9999-2024",
        text="Vi håller gemensamma bekymringssamtal när det behövs.",
        kind="beskrivande",
        focus_area=YOUTH,
    ),
    Commitment(
        commitment_id="9999-2025-A1",
        promise_id="9999-2025",
        text="Vi håller minst sex medborgardialoger under 2025.",
        kind="antal",
        target=6,
        unit="dialoger",
        problem=DAMAGE,
    ),
    Commitment(
        commitment_id="9999-2025-A2",
        promise_id="9999-2025",
        text="Vi delar lägesbild på en gemensam utsättning varje fredag.",
        kind="återkommande",
        target=1,
        unit="utsättningar",
        interval="vecka",
        weekday="fredag",
        exemptions="2025-V16;2025-V25;2025-V52",
        problem=DAMAGE,
    ),
    Commitment(
        commitment_id="9999-2025-A3",
        promise_id="9999-2025",
        text="Vi besöker regelbundet de platser där unga samlas.",
        kind="beskrivande",
        focus_area=YOUTH,
        problem=DAMAGE,
    ),
    Commitment(
        commitment_id="9999-2025-hojden-A1",
        promise_id="9999-2025-hojden",
        text="Polisen är på plats på Björkhöjden minst 300 timmar under 2025.",
        kind="timmar",
        target=300,
        unit="timmar",
        party="polisen",
        problem=HEIGHTS,
    ),
    Commitment(
        commitment_id="9999-2025-trafik-A1",
        promise_id="9999-2025-trafik",
        text="Polisen gör minst tio hastighetskontroller vid kommunens skolor.",
        kind="antal",
        target=10,
        unit="kontroller",
        party="polisen",
        focus_area=TRAFFIC,
        problem=SCHOOL_ROAD,
    ),
    Commitment(
        commitment_id="9999-2026-A1",
        promise_id="9999-2026",
        text="Polisen lägger minst 1 650 timmar på synligt trygghetsarbete under kvällar och helger 2026.",
        kind="timmar",
        target=1650,
        unit="timmar",
        party="polisen",
        problem=VIOLENCE,
    ),
    Commitment(
        commitment_id="9999-2026-A2",
        promise_id="9999-2026",
        text="Vi håller minst åtta medborgardialoger under 2026.",
        kind="antal",
        target=8,
        unit="dialoger",
        problem=VIOLENCE,
    ),
    Commitment(
        commitment_id="9999-2026-A3",
        promise_id="9999-2026",
        text="Vi går en trygghetsvandring varje kvartal.",
        kind="återkommande",
        target=1,
        unit="trygghetsvandringar",
        interval="kvartal",
        party="kommunen",
        problem=GRAFFITI,
    ),
    Commitment(
        commitment_id="9999-2026-A4",
        promise_id="9999-2026",
        text="Vi samordnar stödet till unga i riskzon när det behövs.",
        kind="beskrivande",
        party="kommunen",
        focus_area=YOUTH,
    ),
)


# The dialogues of 2026 and the walks: what lies ahead of today counts as a dated plan.
PLANNED: tuple[tuple[str, date], ...] = (
    ("9999-2026-A2", date(2026, 2, 11)),
    ("9999-2026-A2", date(2026, 3, 18)),
    ("9999-2026-A2", date(2026, 4, 22)),
    ("9999-2026-A2", date(2026, 5, 20)),
    ("9999-2026-A2", date(2026, 9, 16)),
    ("9999-2026-A2", date(2026, 10, 21)),
    ("9999-2026-A2", date(2026, 11, 25)),
    ("9999-2026-A2", date(2026, 12, 9)),
    ("9999-2026-A3", date(2026, 3, 12)),
    ("9999-2026-A3", date(2026, 5, 28)),
    ("9999-2026-A3", date(2026, 9, 10)),
    ("9999-2026-A3", date(2026, 12, 3)),
)


def commitments_sheet() -> Sheet:
    return Sheet(
        table="ataganden",
        headings=(
            "åtagande_id",
            "löfte_id",
            "åtagande",
            "typ",
            "mål",
            "enhet",
            "intervall",
            "veckodag",
            "olika områden",
            "undantag",
            "ansvarig part",
            "fokusområde_id",
            "problem_id",
        ),
        rows=tuple(record_row(c) for c in COMMITMENTS),
    )


def planned_sheet() -> Sheet:
    return Sheet(
        table="planerade",
        headings=("åtagande_id", "datum", "antal"),
        rows=tuple((commitment_id, day, 1) for commitment_id, day in PLANNED),
    )
