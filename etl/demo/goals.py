"""What each promise says will be achieved (mål), each with the periods that decide its verdict."""

from dataclasses import dataclass
from datetime import date

from etl.demo.register import CENTRE, DAMAGE, GRAFFITI, HEIGHTS, SCHOOL_ROAD, VIOLENCE
from etl.demo.sheets import Sheet, record_row


@dataclass(frozen=True, kw_only=True)
class Goal:
    """Fields in the order of the headings in mal."""

    goal_id: str
    promise_id: str
    text: str
    indicator: str
    area_id: str | None = None
    direction: str = "minska"
    baseline_from: date
    baseline_to: date
    followup_from: date
    followup_to: date
    primary: bool = True
    locked_on: date
    problem: str | None = None
    part_of: str | None = None


@dataclass(frozen=True, kw_only=True)
class _Terms:
    """What all goals of one promise share."""

    promise_id: str
    baseline_year: int
    followup_year: int
    locked_on: date


def _goal(
    terms: _Terms,
    number: int,
    text: str,
    indicator: str,
    *,
    area_id: str | None = None,
    direction: str = "minska",
    primary: bool = True,
    problem: str | None = None,
    part_of: int | None = None,
) -> Goal:
    """Baseline: crime, the 36 months up to the end of `baseline_year`; survey, the wave of that year.

    `part_of` is the number of the goal that this is another measure of.
    """
    years = 3 if indicator.startswith("brott:") else 1
    return Goal(
        goal_id=f"{terms.promise_id}-M{number}",
        promise_id=terms.promise_id,
        text=text,
        indicator=indicator,
        area_id=area_id,
        direction=direction,
        baseline_from=date(terms.baseline_year - years + 1, 1, 1),
        baseline_to=date(terms.baseline_year, 12, 31),
        followup_from=date(terms.followup_year, 1, 1),
        followup_to=date(terms.followup_year, 12, 31),
        primary=primary,
        locked_on=terms.locked_on,
        problem=problem,
        part_of=f"{terms.promise_id}-M{part_of}" if part_of else None,
    )


_2024 = _Terms(promise_id="9999-2024", baseline_year=2023, followup_year=2024, locked_on=date(2023, 12, 12))
_2025 = _Terms(promise_id="9999-2025", baseline_year=2024, followup_year=2025, locked_on=date(2024, 12, 10))
_HEIGHTS = _Terms(promise_id="9999-2025-hojden", baseline_year=2024, followup_year=2025, locked_on=date(2024, 12, 10))
_ROAD = _Terms(promise_id="9999-2025-trafik", baseline_year=2024, followup_year=2026, locked_on=date(2025, 6, 17))
_2026 = _Terms(promise_id="9999-2026", baseline_year=2025, followup_year=2026, locked_on=date(2025, 12, 9))
_UP = "öka"
GOALS = (
    _goal(_2024, 1, "Anmälda ofredanden ska minska.", "brott:ofredande", problem=CENTRE),
    _goal(_2024, 2, "Fler ska känna sig trygga ute på kvällen.", "enkat:trygg", direction=_UP, problem=CENTRE),
    _goal(_2024, 3, "Färre ska utsättas för ofredande.", "enkat:utsatt_ofredande", problem=CENTRE),
    _goal(_2024, 4, "Förtroendet för polisen ska öka.", "enkat:fortroende_polis", direction=_UP, primary=False),
    _goal(_2025, 1, "Anmäld skadegörelse ska minska.", "brott:skadegorelse", problem=DAMAGE),
    _goal(
        _2025,
        2,
        "Färre ska utsättas för skadegörelse.",
        "enkat:utsatt_skadegorelse",
        problem=DAMAGE,
        part_of=1,
    ),
    _goal(_2025, 3, "Fler ska känna sig trygga ute på kvällen.", "enkat:trygg", direction=_UP, primary=False),
    _goal(
        _HEIGHTS,
        1,
        "Ofredandena på Björkhöjden ska minska.",
        "brott:ofredande",
        area_id="9999-bjorkhojden",
        problem=HEIGHTS,
    ),
    _goal(
        _HEIGHTS,
        2,
        "Fler på Björkhöjden ska känna sig trygga ute på kvällen.",
        "enkat:trygg",
        area_id="9999-bjorkhojden",
        direction=_UP,
        problem=HEIGHTS,
    ),
    _goal(_ROAD, 1, "Färre ska uppleva att det körs för fort.", "enkat:fortkorning", problem=SCHOOL_ROAD),
    _goal(_2026, 1, "Anmäld misshandel ska minska.", "brott:misshandel", problem=VIOLENCE),
    _goal(_2026, 2, "Fler ska känna sig trygga ute på kvällen.", "enkat:trygg", direction=_UP, primary=False),
    _goal(
        _2026,
        3,
        "Klottret i Södervik ska minska.",
        "brott:klotter",
        area_id="9999-sodervik",
        primary=False,
        problem=GRAFFITI,
    ),
)


def goals_sheet() -> Sheet:
    return Sheet(
        table="mal",
        headings=(
            "mål_id",
            "löfte_id",
            "mål",
            "indikator",
            "område",
            "riktning",
            "utgångsläge från",
            "utgångsläge till",
            "uppföljning från",
            "uppföljning till",
            "primärt",
            "låst datum",
            "problem_id",
            "delmål av",
        ),
        rows=tuple(record_row(g) for g in GOALS),
    )
