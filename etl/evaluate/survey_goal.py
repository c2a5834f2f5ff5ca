"""Goals measured in a safety survey: one wave before, one after (method, sections 3, 7, 9)."""

from dataclasses import dataclass
from math import isfinite
from typing import Any

from etl.evaluate.decision import Limits, decide, leaning
from etl.evaluate.survey import LEAST_ANSWERS, newcombe
from etl.evaluate.verdict import Z60, Z95, Direction, Judgement, Reason, undecidable

LEAST_CHANGE = 0.03


@dataclass(frozen=True, kw_only=True)
class SurveyEvidence:
    """Two waves of one question. Shares are proportions (0–1); what is missing is None.

    `n` is the number of answers, `neff` the effective one that intervals rest on. `target` is the change that
    was promised, as a proportion. `high_is_good` matters only for `upprätthålla`. An index (`index_scale`)
    may bring any value in p0 and p1: it is never decided on.
    """

    p0: float | None
    neff0: float | None
    n0: float | None
    p1: float | None
    neff1: float | None
    n1: float | None
    direction: Direction = Direction.INCREASE
    high_is_good: bool = True
    target: float = 0.0
    open_period: bool = False
    instrument_changed: bool = False
    published_without_n: bool = False
    index_scale: bool = False

    def __post_init__(self) -> None:
        numbers = (self.p0, self.neff0, self.n0, self.p1, self.neff1, self.n1, self.target)
        if any(number is not None and (not isfinite(number) or number < 0) for number in numbers):
            raise ValueError("andelar, antal svar och mål ska vara noll eller större")
        if not self.index_scale and any(p is not None and p > 1 for p in (self.p0, self.p1)):
            raise ValueError("en andel ska ligga mellan 0 och 1")


def judge_survey(evidence: SurveyEvidence) -> Judgement:
    """The verdict of a survey goal; estimate and limits are percentage points of the share itself."""
    known: dict[str, Any] = {
        "open_period": evidence.open_period,
        "direction": evidence.direction,
        "target": None if evidence.direction is Direction.MAINTAIN else 100 * evidence.target or None,
        "n0": evidence.n0,
        "n1": evidence.n1,
        "neff0": evidence.neff0,
        "neff1": evidence.neff1,
    }
    obstacle = _obstacle(evidence)
    if obstacle is not None:
        return undecidable(obstacle, **known)

    difference, change = _change(evidence)
    falls_is_good = evidence.direction is Direction.DECREASE or (
        evidence.direction is Direction.MAINTAIN and not evidence.high_is_good
    )
    target = 0.0 if evidence.direction is Direction.MAINTAIN else evidence.target
    verdict, reason = decide(
        (change.reversed() if falls_is_good else change).shifted(-target),
        least_change=LEAST_CHANGE,
        direction=evidence.direction,
        open_period=evidence.open_period,
    )
    return Judgement(
        verdict=verdict,
        reason_code=reason,
        estimate=100 * difference,
        low=100 * change.low95,
        high=100 * change.high95,
        low60=100 * change.low60,
        high60=100 * change.high60,
        leaning=leaning(change),
        **known,
    )


def _obstacle(evidence: SurveyEvidence) -> Reason | None:
    """The first of the conditions under which nothing is computed."""
    effective = (evidence.neff0, evidence.neff1)
    asked = (evidence.n0, evidence.n1)
    conditions = (
        (evidence.p0 is None and evidence.p1 is None, Reason.NO_DATA),
        (evidence.p0 is None, Reason.NO_BASELINE_WAVE),
        (evidence.p1 is None, Reason.NO_FOLLOWUP_WAVE),
        # Before the reasons whose sentences show the shares: fewer than 30 answers are never shown.
        (any(n is not None and n < LEAST_ANSWERS for n in asked), Reason.TOO_FEW_ANSWERS),
        (evidence.index_scale, Reason.INDEX_NEVER_DECIDES),
        (evidence.instrument_changed, Reason.INSTRUMENT_CHANGED),
        (evidence.published_without_n or None in effective, Reason.N_NOT_PUBLISHED),
        (any(n is not None and n < LEAST_ANSWERS for n in effective), Reason.TOO_FEW_ANSWERS),
    )
    return next((reason for holds, reason in conditions if holds), None)


def _change(evidence: SurveyEvidence) -> tuple[float, Limits]:
    """p1 − p0 with Newcombe's limits; only called when nothing is missing."""
    p0, p1, neff0, neff1 = evidence.p0, evidence.p1, evidence.neff0, evidence.neff1
    if p0 is None or p1 is None or neff0 is None or neff1 is None:
        raise ValueError("förändringen kräver andel och antal svar för båda omgångarna")
    low95, high95 = newcombe(p0, neff0, p1, neff1, Z95)
    low60, high60 = newcombe(p0, neff0, p1, neff1, Z60)
    return p1 - p0, Limits(low95=low95, high95=high95, low60=low60, high60=high60)
