"""Duties to tell others how it goes, and when it was done: once too late, once not at all."""

from datetime import date

from etl.demo.register import AGREEMENT
from etl.demo.sheets import Sheet
from etl.demo.story import STORY

SITE = "https://exempelkoping.example/medborgarlofte"
YEAR_2024, YEAR_2025, YEAR_2026 = "9999-2024-P1", STORY.feedback.duty_id, "9999-2026-P1"
ROAD, COUNCIL, BOARD = "9999-2025-trafik-P1", "9999-2023-2026-P1", "9999-2023-2026-P2"
# duty, promise, agreement, interval, times a year, recipient, channel, party
DUTIES: tuple[tuple[str, str | None, str | None, str | None, int | None, str, str, str], ...] = (
    (YEAR_2024, "9999-2024", None, "kvartal", None, "invånarna", "kommunens webbplats", "kommunen"),
    (YEAR_2025, "9999-2025", None, "kvartal", None, "invånarna", "kommunens webbplats", "kommunen"),
    (ROAD, "9999-2025-trafik", None, "halvår", None, "invånarna", "skolornas veckobrev", "båda"),
    (YEAR_2026, "9999-2026", None, None, 4, "invånarna", "kommunens webbplats", "båda"),
    (COUNCIL, None, AGREEMENT, "år", None, "Rådet för trygghet och folkhälsa", "möte", "båda"),
    (BOARD, None, AGREEMENT, "år", None, "kommunstyrelsen", "skriftlig rapport", "kommunen"),
)
GIVEN: tuple[tuple[str, str, date], ...] = (
    (YEAR_2024, "2024-K1", date(2024, 4, 22)),
    (YEAR_2024, "2024-K2", date(2024, 7, 4)),
    (YEAR_2024, "2024-K3", date(2024, 10, 15)),
    (YEAR_2024, "2024-K4", date(2025, 1, 20)),
    (YEAR_2025, "2025-K1", date(2025, 4, 28)),
    (YEAR_2025, STORY.feedback.late_period, STORY.feedback.given),
    (YEAR_2025, "2025-K4", date(2026, 1, 13)),
    (ROAD, "2025-H2", date(2025, 12, 18)),
    (YEAR_2026, "2026-K1", date(2026, 4, 20)),
    (YEAR_2026, "2026-K2", date(2026, 7, 3)),
    (YEAR_2026, "2026-K3", date(2026, 10, 19)),
    (COUNCIL, "2023", date(2024, 2, 13)),
    (COUNCIL, "2024", date(2025, 2, 11)),
    (COUNCIL, "2025", date(2026, 2, 10)),
    (BOARD, "2023", date(2024, 1, 30)),
    (BOARD, "2024", date(2025, 1, 28)),
    (BOARD, "2025", date(2026, 1, 27)),
)


def feedback_sheets(today: date) -> tuple[Sheet, ...]:
    duties = {duty[0]: duty for duty in DUTIES}
    return (
        Sheet(
            table="aterkopplingsplikter",
            headings=(
                "plikt_id",
                "löfte_id",
                "överenskommelse_id",
                "intervall",
                "antal per år",
                "mottagare",
                "kanal",
                "ansvarig part",
            ),
            rows=DUTIES,
        ),
        Sheet(
            table="aterkoppling",
            headings=("plikt_id", "löfte_id", "avser period", "datum", "kanal", "avsändare part", "adress"),
            rows=tuple(
                (
                    duty_id,
                    duties[duty_id][1],
                    period,
                    day,
                    duties[duty_id][6],
                    duties[duty_id][7],
                    f"{SITE}/{period}",
                )
                for duty_id, period, day in GIVEN
                if day <= today
            ),
        ),
    )
