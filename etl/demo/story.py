"""What is built into the generated data, written down so that a test can hold the product to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

MET = "Uppfyllt"
ON_TRACK = "På väg"
NOT_MET = "Ej uppfyllt"
UNDECIDABLE = "Går inte att avgöra"


@dataclass(frozen=True, kw_only=True)
class Expected:
    """The verdict that must come out for one goal, commitment or promise on any day in [since, until]."""

    verdict: str
    why: str
    since: date = date(2026, 1, 15)
    until: date = date.max

    def holds_on(self, day: date) -> bool:
        return self.since <= day <= self.until


@dataclass(frozen=True, kw_only=True)
class Deviation:
    """One area departs from its own past: `factor` times as many from `since` to the end of the data."""

    area_id: str
    crime_type: str
    since: date
    factor: float


@dataclass(frozen=True, kw_only=True)
class LateFeedback:
    """A quarterly duty: `late_period` was given `days_late` days after it was due (period end + 45 days)."""

    duty_id: str
    late_period: str
    due: date
    given: date
    missing_period: str

    @property
    def days_late(self) -> int:
        return (self.given - self.due).days


@dataclass(frozen=True, kw_only=True)
class Pause:
    promise_id: str
    starts: date
    ends: date


@dataclass(frozen=True, kw_only=True)
class Story:
    """`promise_commitments` and `promise_goals` hold the two verdicts of each promise, never merged."""

    municipality_code: str
    municipality_name: str
    holds_from: date
    commitments: Mapping[str, Expected]
    goals: Mapping[str, Expected]
    promise_commitments: Mapping[str, Expected]
    promise_goals: Mapping[str, Expected]
    deviation: Deviation
    feedback: LateFeedback
    pause: Pause
    overdue_decision_id: str
    problem_without_measure_id: str

    def verdicts_on(self, day: date) -> dict[str, str]:
        """Goal and commitment ids with their verdict on `day`; those not certain that day are absent."""
        both = {**self.commitments, **self.goals}
        return {key: expected.verdict for key, expected in both.items() if expected.holds_on(day)}


_RUNNING = date(2026, 12, 31)

STORY = Story(
    municipality_code="9999",
    municipality_name="Exempelköping",
    holds_from=date(2026, 1, 15),
    commitments={
        "9999-2024-A1": Expected(verdict=MET, why="minst 1 500 timmar lovade, omkring 1 770 loggade"),
        "9999-2024-A2": Expected(verdict=MET, why="fem dialoger i fyra olika områden, fyra områden lovade"),
        "9999-2024-A3": Expected(verdict=MET, why="två vandringar i vart och ett av de två halvåren"),
        "9999-2025-A1": Expected(verdict=NOT_MET, why="tre dialoger av sex, månadsvisa nollrapporter"),
        "9999-2025-A2": Expected(verdict=MET, why="fredagsutsättning alla veckor utom en, undantag borträknade"),
        "9999-2025-hojden-A1": Expected(
            verdict=UNDECIDABLE, why="under 300 timmar loggade och ingen rapport mellan april och september"
        ),
        "9999-2025-trafik-A1": Expected(verdict=UNDECIDABLE, why="pausat; tre kontroller av tio, ingen rapport sedan"),
        "9999-2026-A1": Expected(
            verdict=ON_TRACK,
            why="omkring 34 timmar i veckan räcker till 1 650 timmar",
            since=date(2026, 2, 15),
            until=date(2026, 11, 25),
        ),
        "9999-2026-A2": Expected(
            verdict=ON_TRACK,
            why="genomförda och daterade dialoger är tillsammans åtta",
            since=date(2026, 2, 15),
            until=date(2026, 12, 8),
        ),
        "9999-2026-A3": Expected(
            verdict=ON_TRACK,
            why="en vandring i varje avslutat kvartal, det sista kvartalet återstår",
            since=date(2026, 4, 1),
            until=date(2026, 12, 2),
        ),
    },
    goals={
        "9999-2024-M1": Expected(verdict=MET, why="ofredandena mer än halverade från omkring 26 i månaden"),
        "9999-2024-M2": Expected(verdict=MET, why="trygga 52 till 66 procent, omkring 900 svar per omgång"),
        "9999-2024-M3": Expected(verdict=MET, why="utsatta för ofredande 12,5 till 6,5 procent"),
        "9999-2024-M4": Expected(verdict=UNDECIDABLE, why="förtroende 47 till 50 procent ryms i slumpen"),
        "9999-2025-M1": Expected(verdict=NOT_MET, why="skadegörelse upp med nästan hälften"),
        "9999-2025-M2": Expected(verdict=NOT_MET, why="utsatta för skadegörelse 10 till 15 procent"),
        "9999-2025-M3": Expected(verdict=UNDECIDABLE, why="trygga 66 till 67 procent ryms i slumpen"),
        "9999-2025-hojden-M1": Expected(verdict=UNDECIDABLE, why="färre än 20 ofredanden på tre år i Björkhöjden"),
        "9999-2025-hojden-M2": Expected(verdict=UNDECIDABLE, why="färre än 30 svar från Björkhöjden per omgång"),
        "9999-2025-trafik-M1": Expected(verdict=UNDECIDABLE, why="enkäten frågar inte om fortkörning"),
        "9999-2026-M1": Expected(
            verdict=ON_TRACK,
            why="misshandel tydligt ned, men löftet pågår",
            since=date(2026, 7, 1),
            until=_RUNNING,
        ),
        "9999-2026-M2": Expected(verdict=UNDECIDABLE, why="ingen enkätomgång under 2026"),
        "9999-2026-M3": Expected(
            verdict=NOT_MET,
            why="klotter i Södervik mer än fördubblat (hittills)",
            since=date(2026, 7, 1),
        ),
    },
    promise_commitments={
        "9999-2024": Expected(verdict=MET, why="alla räknade åtaganden genomförda"),
        "9999-2025": Expected(verdict=NOT_MET, why="för få dialoger"),
        "9999-2025-hojden": Expected(verdict=UNDECIDABLE, why="glapp i rapporteringen"),
        "9999-2025-trafik": Expected(verdict=UNDECIDABLE, why="pausat", until=_RUNNING),
        "9999-2026": Expected(
            verdict=ON_TRACK, why="alla tre i takt", since=date(2026, 4, 1), until=date(2026, 11, 25)
        ),
    },
    promise_goals={
        "9999-2024": Expected(verdict=MET, why="alla primära mål uppfyllda"),
        "9999-2025": Expected(verdict=NOT_MET, why="skadegörelsen ökade"),
        "9999-2025-hojden": Expected(verdict=UNDECIDABLE, why="för små tal"),
        "9999-2025-trafik": Expected(verdict=UNDECIDABLE, why="inga uppgifter"),
        "9999-2026": Expected(
            verdict=ON_TRACK, why="det enda primära målet är på väg", since=date(2026, 7, 1), until=_RUNNING
        ),
    },
    deviation=Deviation(area_id="9999-sodervik", crime_type="klotter", since=date(2025, 10, 1), factor=2.2),
    feedback=LateFeedback(
        duty_id="9999-2025-P1",
        late_period="2025-K2",
        due=date(2025, 8, 14),
        given=date(2025, 9, 2),
        missing_period="2025-K3",
    ),
    pause=Pause(promise_id="9999-2025-trafik", starts=date(2025, 11, 1), ends=date(2026, 12, 31)),
    overdue_decision_id="9999-B07",
    problem_without_measure_id="9999-problem-mopeder",
)
