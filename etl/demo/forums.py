"""Where it is decided: forums and who came, deviations lifted to the leaders, and decisions."""

from datetime import date, timedelta

from etl.demo.place import MUNICIPALITY
from etl.demo.register import CENTRE, GRAFFITI, HEIGHTS
from etl.demo.sheets import Row, Sheet, until
from etl.demo.story import STORY

COUNCIL, LEADERS, ROADS, YOUNG = "9999-F1", "9999-F2", "9999-F3", "9999-F4"
FORUMS: tuple[tuple[str, str, str], ...] = (
    (COUNCIL, "Rådet för trygghet och folkhälsa", "kvartal"),
    (LEADERS, "Gemensamma ledningsgruppen", "månad"),
    (ROADS, "Trafiksäkerhetsgruppen", "halvår"),
    (YOUNG, "SSPF", "månad"),
)
MEETING_MONTHS = {
    COUNCIL: (2, 5, 9, 12),
    LEADERS: (1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12),
    ROADS: (4, 10),
    YOUNG: (1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12),
}
MEETING_DAY = {COUNCIL: 18, LEADERS: 9, ROADS: 24, YOUNG: 13}
# Meetings where one party was missing: both must be represented.
POLICE_ABSENT = {(COUNCIL, 2024, 9), (LEADERS, 2025, 8), (YOUNG, 2025, 10), (YOUNG, 2025, 11)}
MUNICIPALITY_ABSENT = {(ROADS, 2025, 4)}
DEVIATIONS: tuple[tuple[str, date, str, str, str, str], ...] = (
    (
        "9999-V1",
        date(2023, 5, 8),
        "9999-centrum",
        "Fler ofredanden än väntat vid Stationstorget under april.",
        "lokalpolisområdets ledningsgrupp",
        "uppföljd",
    ),
    (
        "9999-V2",
        date(2025, 12, 8),
        STORY.deviation.area_id,
        "Klottret i Södervik är mer än dubbelt så stort som samma månader tidigare år.",
        "kommunens ledningsgrupp",
        "åtgärd beslutad",
    ),
    (
        "9999-V3",
        date(2026, 1, 12),
        "9999-norrby",
        "Fler krossade rutor än väntat vid Norrbyskolan.",
        "kommunens ledningsgrupp",
        "ny",
    ),
)
# id, day, forum, decision, concerns, party, due, done on
DECISIONS: tuple[tuple[str, date, str, str, str | None, str, date, date | None], ...] = (
    (
        "9999-B01",
        date(2023, 5, 9),
        LEADERS,
        "Kvällspass vid Stationstorget prövas under sommaren.",
        "9999-V1",
        "polisen",
        date(2023, 8, 31),
        date(2023, 8, 25),
    ),
    (
        "9999-B02",
        date(2023, 12, 18),
        COUNCIL,
        "Löftet för 2024 gäller centrum och hela kommunens dialoger.",
        CENTRE,
        "båda",
        date(2024, 1, 31),
        date(2024, 1, 15),
    ),
    (
        "9999-B03",
        date(2024, 2, 9),
        LEADERS,
        "Belysningen mellan stationen och biblioteket byts ut.",
        "9999-T2",
        "kommunen",
        date(2024, 6, 30),
        date(2024, 8, 16),
    ),
    (
        "9999-B04",
        date(2025, 2, 18),
        COUNCIL,
        "Skador på kommunens byggnader lagas inom en vecka.",
        "9999-T4",
        "kommunen",
        date(2025, 12, 31),
        None,
    ),
    (
        "9999-B05",
        date(2025, 9, 9),
        LEADERS,
        "Närvaron på Björkhöjden återupptas och loggas varje vecka.",
        HEIGHTS,
        "polisen",
        date(2025, 9, 30),
        date(2025, 9, 24),
    ),
    (
        "9999-B06",
        date(2025, 10, 24),
        ROADS,
        "Hastighetskontrollerna pausas tills vägbygget är klart.",
        "9999-T6",
        "båda",
        date(2025, 11, 1),
        date(2025, 11, 1),
    ),
    (
        STORY.overdue_decision_id,
        date(2025, 12, 9),
        LEADERS,
        "Kommunen tar fram en plan för snabb sanering i Södervik.",
        "9999-V2",
        "kommunen",
        date(2026, 1, 12),
        None,
    ),
    (
        "9999-B08",
        date(2026, 2, 9),
        LEADERS,
        "Platser för kvällspass väljs efter klotterkartan.",
        GRAFFITI,
        "polisen",
        date(2026, 3, 31),
        date(2026, 3, 20),
    ),
    (
        "9999-B09",
        date(2026, 9, 18),
        COUNCIL,
        "Förslag till löfte för 2027 lämnas till decembermötet.",
        None,
        "båda",
        date(2026, 12, 4),
        None,
    ),
)


def forum_sheets(today: date) -> tuple[Sheet, ...]:
    return (
        Sheet(
            table="forum",
            headings=("forum_id", "kommun", "namn", "intervall"),
            rows=tuple((forum_id, MUNICIPALITY, name, interval) for forum_id, name, interval in FORUMS),
        ),
        Sheet(
            table="forum_moten",
            headings=(
                "forum_id",
                "datum",
                "polisen deltog",
                "kommunen deltog",
                "ordförande part",
                "anteckning",
            ),
            rows=until(today, _meetings(), column=1),
        ),
        Sheet(
            table="avvikelser",
            headings=("avvikelse_id", "kommun", "upptäckt", "område", "beskrivning", "ägare", "status"),
            rows=until(today, ((d[0], MUNICIPALITY, *d[1:]) for d in DEVIATIONS), column=2),
        ),
        Sheet(
            table="beslut",
            headings=(
                "beslut_id",
                "datum",
                "kommun",
                "forum_id",
                "beslut",
                "avser",
                "ansvarig part",
                "klart senast",
                "klart",
                "status",
            ),
            rows=tuple(_decision(*decision, today=today) for decision in DECISIONS if decision[1] <= today),
        ),
    )


def _meetings() -> tuple[Row, ...]:
    return tuple(
        (
            forum_id,
            _weekday(date(year, month, MEETING_DAY[forum_id])),
            (forum_id, year, month) not in POLICE_ABSENT,
            (forum_id, year, month) not in MUNICIPALITY_ABSENT,
            "polisen" if forum_id == LEADERS and year % 2 else "kommunen",
            None,
        )
        for year in range(2023, 2027)
        for forum_id, months in MEETING_MONTHS.items()
        for month in months
    )


def _weekday(day: date) -> date:
    """A meeting that would fall on a weekend is held on the Monday after."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > 4 else day


def _decision(
    decision_id: str,
    day: date,
    forum_id: str,
    decision: str,
    concerns: str | None,
    party: str,
    due: date,
    done_on: date | None,
    *,
    today: date,
) -> Row:
    done = done_on if done_on is not None and done_on <= today else None
    return (
        decision_id,
        day,
        MUNICIPALITY,
        forum_id,
        decision,
        concerns,
        party,
        due,
        done,
        "klart" if done else "pågår",
    )
