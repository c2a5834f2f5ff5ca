"""The words of a judgement: verdict, state, reason, and the numbers they rest on."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

RULE_VERSION = "1.0"

Z95 = 1.959963984540054
Z80 = 1.2815515655446004
"""Two-sided 80 %, for forecasts."""
Z60 = 0.8416212335729143
"""Two-sided 60 %, which is one-sided 80 %."""


class Verdict(StrEnum):
    """The four words, stored exactly like this."""

    MET = "Uppfyllt"
    ON_TRACK = "På väg"
    NOT_MET = "Ej uppfyllt"
    UNDECIDABLE = "Går inte att avgöra"


class State(StrEnum):
    """Where a promise stands in time."""

    ONGOING = "pågår"
    CLOSED = "avslutat"
    PAUSED = "pausat"
    CONDITIONAL = "villkorat"
    NO_PERIOD = "period saknas"


class Direction(StrEnum):
    """What the goal says should happen to its measure."""

    INCREASE = "öka"
    DECREASE = "minska"
    MAINTAIN = "upprätthålla"


class Leaning(StrEnum):
    """The way an undecided measure points: its 60 % interval lies wholly on one side of no change."""

    DECREASE = "minskning"
    INCREASE = "ökning"


class Reason(StrEnum):
    """Why a verdict is what it is. The Swedish phrases are in wording.REASONS."""

    # Undecidable: nothing to judge.
    NO_DATA = "no_data"
    NO_ACTIVITY_LOG = "no_activity_log"
    NO_MEASURE = "no_measure"
    NO_TARGET = "no_target"
    NO_PARTS = "no_parts"
    NO_PRIMARY = "no_primary"
    NO_BASELINE = "no_baseline"
    NO_FOLLOWUP = "no_followup"
    NO_POPULATION = "no_population"
    NO_BASELINE_WAVE = "no_baseline_wave"
    NO_FOLLOWUP_WAVE = "no_followup_wave"
    # Undecidable: the promise itself.
    PERIOD_MISSING = "period_missing"
    PAUSED = "paused"
    CONDITIONAL = "conditional"
    NOT_STARTED = "not_started"
    # Undecidable: what there is cannot carry a verdict.
    DEFINITION_CHANGED = "definition_changed"
    INSTRUMENT_CHANGED = "instrument_changed"
    BASE_TOO_SMALL = "base_too_small"
    BASELINE_TOO_SHORT = "baseline_too_short"
    FOLLOWUP_TOO_SHORT = "followup_too_short"
    TOO_FEW_ANSWERS = "too_few_answers"
    N_NOT_PUBLISHED = "n_not_published"
    INDEX_NEVER_DECIDES = "index_never_decides"
    NOT_JUDGEABLE = "not_judgeable"
    TOO_EARLY = "too_early"
    NO_RECENT_REPORT = "no_recent_report"
    REPORTING_INCOMPLETE = "reporting_incomplete"
    HOURS_MISSING = "hours_missing"
    AREA_MISSING = "area_missing"
    TOO_FEW_WEEKS = "too_few_weeks"
    FORECAST_UNCLEAR = "forecast_unclear"
    UNKNOWN_SUBPERIODS = "unknown_subperiods"
    NO_SUBPERIOD_CLOSED = "no_subperiod_closed"
    CLOSED_EARLY = "closed_early"
    WITHIN_CHANCE = "within_chance"
    REPORTING_EFFECT = "reporting_effect"
    PART_UNDECIDED = "part_undecided"
    # Decided.
    IMPROVED = "improved"
    MAINTAINED = "maintained"
    TOWARDS_GOAL = "towards_goal"
    WORSENED = "worsened"
    NO_IMPROVEMENT = "no_improvement"
    DONE = "done"
    NOT_DONE = "not_done"
    ON_PACE = "on_pace"
    BEHIND_PACE = "behind_pace"
    ALL_MET = "all_met"
    ALL_ON_TRACK = "all_on_track"
    SOME_NOT_MET = "some_not_met"


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """One verdict and every number behind it. Numbers are finite or None.

    `estimate`, `low`, `high` (95 %) and `low60`, `high60`: percent change for crime, percentage points for
    surveys; for commitments `estimate` is the units done and the others are None. `forecast*` carry an 80 %
    interval. `target` is in the unit of the estimate.
    """

    verdict: Verdict
    reason_code: Reason
    open_period: bool = False
    direction: Direction | None = None
    target: float | None = None
    estimate: float | None = None
    low: float | None = None
    high: float | None = None
    low60: float | None = None
    high60: float | None = None
    leaning: Leaning | None = None
    # crime
    rate_ratio: float | None = None
    log_se: float | None = None
    phi: float | None = None
    phi_assumed: bool | None = None
    tau: float | None = None
    tau_assumed: bool | None = None
    # survey
    n0: float | None = None
    n1: float | None = None
    neff0: float | None = None
    neff1: float | None = None
    # commitments counted in units
    done: float | None = None
    forecast: float | None = None
    forecast_low: float | None = None
    forecast_high: float | None = None
    expected_now: float | None = None
    needed_per_week: float | None = None
    mean_per_week: float | None = None
    rows_without_hours: int | None = None
    # recurring commitments
    periods_kept: int | None = None
    periods_closed: int | None = None
    periods_total: int | None = None
    periods_needed: int | None = None
    periods_unknown: int | None = None

    @property
    def decided(self) -> bool:
        return self.verdict is not Verdict.UNDECIDABLE


def undecidable(reason: Reason, **fields: Any) -> Judgement:
    """A grey judgement; `fields` are those of `Judgement`."""
    return Judgement(verdict=Verdict.UNDECIDABLE, reason_code=reason, **fields)
