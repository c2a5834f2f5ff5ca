"""Goals measured in reported crime: baseline against follow-up, per person-year (sections 3, 6, 8, 9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, isfinite, log, sqrt
from types import MappingProxyType
from typing import Any

from etl.evaluate.decision import Limits, decide, leaning
from etl.evaluate.verdict import Z60, Z95, Direction, Judgement, Reason, undecidable

TAU = 0.10
"""Ordinary variation between years, beyond chance."""
LEAST_CHANGE = -log(0.95)
LEAST_BASE = 20
LEAST_BASELINE_MONTHS = 24
LEAST_FOLLOWUP_MONTHS = 6
ASSUMED_PHI: Mapping[str, float] = MappingProxyType({"skadegorelse": 2.8, "ofredande": 1.6})
"""Median dispersion of monthly counts in 15 Swedish municipalities 2022–2025."""
ASSUMED_PHI_OTHER = 2.0


@dataclass(frozen=True, kw_only=True)
class CrimeEvidence:
    """Reported crimes before and after. A missing count or population is None, never zero.

    `months0` is the length of the whole baseline, also when only some calendar months of it are counted;
    `months1` the months followed up. `target_ratio` is the change that was promised, as a share (0.2 = 20 %).
    """

    x0: int | None
    person_years0: float | None
    months0: int
    x1: int | None
    person_years1: float | None
    months1: int
    phi: float
    phi_assumed: bool
    tau: float = TAU
    tau_assumed: bool = True
    target_ratio: float = 0.0
    open_period: bool = False
    definition_changed: bool = False
    direction: Direction = Direction.DECREASE

    def __post_init__(self) -> None:
        counts = (self.x0, self.person_years0, self.x1, self.person_years1)
        numbers = (*counts, self.phi, self.tau, self.target_ratio)
        if any(number is not None and (not isfinite(number) or number < 0) for number in numbers):
            raise ValueError("antal, personår, φ, τ och mål ska vara noll eller större")
        if self.direction is Direction.DECREASE and self.target_ratio >= 1:
            raise ValueError("en minskning kan inte vara 100 procent eller mer")


def assumed_phi(crime: str) -> float:
    """The overdispersion assumed for a crime type whose months are not known."""
    return ASSUMED_PHI.get(crime, ASSUMED_PHI_OTHER)


def overdispersion(counts: Sequence[int], calendar_months: Sequence[int]) -> float | None:
    """φ = max(1, Pearson χ² of monthly counts around their calendar-month means / degrees of freedom).

    `calendar_months` (1–12) goes with `counts`. The degrees of freedom are months less calendar months seen.
    None on fewer than 24 months, when φ has to be assumed.
    """
    if len(counts) != len(calendar_months):
        raise ValueError("varje månadsantal ska ha en kalendermånad")
    if len(counts) < LEAST_BASELINE_MONTHS:
        return None
    by_month: dict[int, list[int]] = {}
    for count, month in zip(counts, calendar_months, strict=True):
        by_month.setdefault(month, []).append(count)
    degrees = len(counts) - len(by_month)
    if degrees <= 0:
        return None
    chi_square = 0.0
    for values in by_month.values():
        mean = sum(values) / len(values)
        if mean > 0:
            chi_square += sum((value - mean) ** 2 for value in values) / mean
    return max(1.0, chi_square / degrees)


def judge_crime(evidence: CrimeEvidence) -> Judgement:
    """The verdict of a crime goal; estimate and limits are percent change of the rate.

    Without follow-up crimes the ratio is computed on half a crime, so that the interval stays finite.
    """
    known: dict[str, Any] = {
        "open_period": evidence.open_period,
        "direction": evidence.direction,
        "target": None if evidence.direction is Direction.MAINTAIN else 100 * evidence.target_ratio or None,
        "phi": evidence.phi,
        "phi_assumed": evidence.phi_assumed,
        "tau": evidence.tau,
        "tau_assumed": evidence.tau_assumed,
    }
    obstacle = _obstacle(evidence)
    if obstacle is not None:
        return undecidable(obstacle, **known)

    ratio, log_se = _log_ratio(evidence)
    change = Limits(
        low95=log(ratio) - Z95 * log_se,
        high95=log(ratio) + Z95 * log_se,
        low60=log(ratio) - Z60 * log_se,
        high60=log(ratio) + Z60 * log_se,
    )
    verdict, reason = decide(
        _improvement(change, evidence),
        least_change=LEAST_CHANGE,
        direction=evidence.direction,
        open_period=evidence.open_period,
    )
    return Judgement(
        verdict=verdict,
        reason_code=reason,
        rate_ratio=ratio,
        log_se=log_se,
        estimate=_percent(log(ratio)),
        low=_percent(change.low95),
        high=_percent(change.high95),
        low60=_percent(change.low60),
        high60=_percent(change.high60),
        leaning=leaning(change),
        **known,
    )


def _obstacle(evidence: CrimeEvidence) -> Reason | None:
    """The first of the conditions under which nothing is computed."""
    conditions = (
        (evidence.x0 is None and evidence.x1 is None, Reason.NO_DATA),
        (evidence.x0 is None, Reason.NO_BASELINE),
        (evidence.x1 is None, Reason.NO_FOLLOWUP),
        (evidence.definition_changed, Reason.DEFINITION_CHANGED),
        (evidence.months0 < LEAST_BASELINE_MONTHS, Reason.BASELINE_TOO_SHORT),
        (evidence.x0 is not None and evidence.x0 < LEAST_BASE, Reason.BASE_TOO_SMALL),
        (evidence.months1 < LEAST_FOLLOWUP_MONTHS, Reason.FOLLOWUP_TOO_SHORT),
        (not evidence.person_years0 or not evidence.person_years1, Reason.NO_POPULATION),
    )
    return next((reason for holds, reason in conditions if holds), None)


def _log_ratio(evidence: CrimeEvidence) -> tuple[float, float]:
    """Rate ratio and the standard error of its logarithm; only called when all four numbers are there."""
    if not (evidence.x0 and evidence.person_years0 and evidence.person_years1) or evidence.x1 is None:
        raise ValueError("kvoten kräver antal och personår för båda perioderna")
    x1 = max(evidence.x1, 0.5)
    ratio = (x1 / evidence.person_years1) / (evidence.x0 / evidence.person_years0)
    chance = evidence.phi * (1 / evidence.x0 + 1 / x1)
    between_years = evidence.tau**2 * (12 / evidence.months0 + 12 / evidence.months1)
    return ratio, sqrt(chance + between_years)


def _improvement(change: Limits, evidence: CrimeEvidence) -> Limits:
    if evidence.direction is Direction.INCREASE:
        return change.shifted(-log(1 + evidence.target_ratio))
    target = 0.0 if evidence.direction is Direction.MAINTAIN else evidence.target_ratio
    return change.reversed().shifted(log(1 - target))


def _percent(log_value: float) -> float:
    # An interval wider than e^50 says nothing more; the cap keeps every stored number finite.
    return 100 * (exp(min(log_value, 50.0)) - 1)
