""" "Kan vi ens se det?": what a goal can show, before it is set (method, sections 0 and 3)."""

from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite

from etl.evaluate.crime_goal import LEAST_BASE, LEAST_BASELINE_MONTHS, LEAST_FOLLOWUP_MONTHS, TAU
from etl.evaluate.detectable_crime import CrimeChance, Noise
from etl.evaluate.detectable_survey import SurveyChance
from etl.evaluate.survey import LEAST_ANSWERS
from etl.evaluate.survey_goal import LEAST_CHANGE
from etl.evaluate.verdict import Direction, Reason

CRIME_CHANGES = (10.0, 20.0, 30.0)
"""Percent."""
SURVEY_CHANGES = (3.0, 5.0, 10.0)
"""Percentage points."""
SEEN = 0.80
"""A change is called detectable when it leads to Uppfyllt this often."""
PERCENT, POINTS = "procent", "procentenheter"

_BIGGEST_FALL = 0.99
_BIGGEST_RISE = 9.0


@dataclass(frozen=True, kw_only=True)
class CrimePlan:
    """A goal on reported crime that is to be set.

    `x0` crimes were reported in the baseline of `months0` months; when less than a year is to be followed up, only
    in the same calendar months of it. `months1` months will be followed up. The population is taken to stay the
    same. `target` is the promised change as a share.
    """

    x0: float
    months0: int
    phi: float
    months1: int = 12
    tau: float = TAU
    target: float = 0.0
    direction: Direction = Direction.DECREASE

    def __post_init__(self) -> None:
        numbers = (self.x0, self.months0, self.months1, self.tau, self.target)
        if any(not isfinite(number) or number < 0 for number in numbers) or not 0 < self.phi < float("inf"):
            raise ValueError("antal, månader, τ och mål ska vara noll eller större och φ större än noll")
        if self.direction is Direction.DECREASE and self.target >= 1:
            raise ValueError("en minskning kan inte vara 100 procent eller mer")

    @classmethod
    def from_rate(
        cls,
        *,
        rate_per_1000: float,
        inhabitants: float,
        months0: int,
        phi: float,
        months1: int = 12,
        tau: float = TAU,
        target: float = 0.0,
        direction: Direction = Direction.DECREASE,
    ) -> "CrimePlan":
        """From crimes per 1 000 inhabitants and year, for a follow-up of whole years."""
        x0 = rate_per_1000 / 1000 * inhabitants * months0 / 12
        return cls(x0=x0, months0=months0, phi=phi, months1=months1, tau=tau, target=target, direction=direction)

    @property
    def per_year(self) -> float:
        """Crimes a year; in a follow-up of less than a year, in those months."""
        return self.x0 * 12 / self.months0 if self.months0 else 0.0


@dataclass(frozen=True, kw_only=True)
class SurveyPlan:
    """A goal on a survey share that is to be set.

    `share0` (0–1) was the share in the baseline wave, on `n0` answers that count as `neff0`. The follow-up wave is
    taken to be as large unless `neff1` says otherwise. `target` is the promised change as a proportion.
    """

    share0: float
    n0: float
    neff0: float
    neff1: float | None = None
    target: float = 0.0
    direction: Direction = Direction.INCREASE
    high_is_good: bool = True

    def __post_init__(self) -> None:
        numbers = (self.n0, self.neff0, self.neff1 or 0.0, self.target)
        if not 0 <= self.share0 <= 1 or any(not isfinite(number) or number < 0 for number in numbers):
            raise ValueError("andelen ska ligga mellan 0 och 1, och antal svar och mål vara noll eller större")

    @property
    def falls_is_good(self) -> bool:
        """Whether the goal is a lower share."""
        if self.direction is Direction.MAINTAIN:
            return not self.high_is_good
        return self.direction is Direction.DECREASE


@dataclass(frozen=True, kw_only=True)
class Chance:
    """How often (0–1) a true change leads to Uppfyllt; None when the change is not possible."""

    change: float
    chance: float | None


@dataclass(frozen=True, kw_only=True)
class Detectable:
    """What a goal can show. Changes are in `unit` (procent or procentenheter), without sign: `direction` tells.

    `least_change` is the smallest true change that is called Uppfyllt in 80 % of cases; None when none is. A goal
    to maintain has no change to see: `if_unchanged` is then the chance of Uppfyllt when nothing changes. `reason`
    says why nothing can ever be called Uppfyllt, if so.
    """

    unit: str
    direction: Direction
    changes: tuple[Chance, ...] = ()
    least_change: float | None = None
    if_unchanged: float | None = None
    reason: Reason | None = None


def plan(goal: CrimePlan | SurveyPlan) -> Detectable:
    """What the goal can show, by the rule it would be judged on when its period is over (rule version 1.0)."""
    return _plan_crime(goal) if isinstance(goal, CrimePlan) else _plan_survey(goal)


def never_met(reason: Reason, *, unit: str, direction: Direction) -> Detectable:
    """A goal that can never be called Uppfyllt, whatever happens."""
    changes = CRIME_CHANGES if unit == PERCENT else SURVEY_CHANGES
    still = direction is Direction.MAINTAIN
    return Detectable(
        unit=unit,
        direction=direction,
        changes=() if still else tuple(Chance(change=change, chance=0.0) for change in changes),
        if_unchanged=0.0 if still else None,
        reason=reason,
    )


def _plan_crime(goal: CrimePlan) -> Detectable:
    conditions = (
        (goal.months0 < LEAST_BASELINE_MONTHS, Reason.BASELINE_TOO_SHORT),
        (goal.x0 < LEAST_BASE, Reason.BASE_TOO_SMALL),
        (goal.months1 < LEAST_FOLLOWUP_MONTHS, Reason.FOLLOWUP_TOO_SHORT),
    )
    obstacle = next((reason for holds, reason in conditions if holds), None)
    if obstacle is not None:
        return never_met(obstacle, unit=PERCENT, direction=goal.direction)
    chance = CrimeChance(
        x0=goal.x0,
        unchanged=goal.per_year * max(1.0, goal.months1 / 12),
        noise=Noise(phi=goal.phi, tau=goal.tau, months0=goal.months0, months1=goal.months1),
        target=goal.target,
        direction=goal.direction,
    )
    if goal.direction is Direction.MAINTAIN:
        return Detectable(unit=PERCENT, direction=goal.direction, if_unchanged=chance.at(1.0))
    sign, biggest = (1, _BIGGEST_RISE) if goal.direction is Direction.INCREASE else (-1, _BIGGEST_FALL)
    return _detectable(PERCENT, goal.direction, CRIME_CHANGES, lambda change: chance.at(1 + sign * change), biggest)


def _plan_survey(goal: SurveyPlan) -> Detectable:
    neff1 = goal.neff0 if goal.neff1 is None else goal.neff1
    if min(goal.n0, goal.neff0, neff1) < LEAST_ANSWERS:
        return never_met(Reason.TOO_FEW_ANSWERS, unit=POINTS, direction=goal.direction)
    share0 = 1 - goal.share0 if goal.falls_is_good else goal.share0
    still = goal.direction is Direction.MAINTAIN
    chance = SurveyChance(share0=share0, neff0=goal.neff0, neff1=neff1, target=-LEAST_CHANGE if still else goal.target)
    if still:
        return Detectable(unit=POINTS, direction=goal.direction, if_unchanged=chance.at(0.0))
    return _detectable(POINTS, goal.direction, SURVEY_CHANGES, chance.at, 1 - share0)


def _detectable(
    unit: str,
    direction: Direction,
    changes: tuple[float, ...],
    chance: Callable[[float], float | None],
    biggest: float,
) -> Detectable:
    """`chance` and `biggest` are of changes as shares, the answer in percent or percentage points."""
    least = _least_change(chance, biggest)
    return Detectable(
        unit=unit,
        direction=direction,
        changes=tuple(Chance(change=change, chance=chance(change / 100)) for change in changes),
        least_change=None if least is None else 100 * least,
    )


def _least_change(chance: Callable[[float], float | None], biggest: float) -> float | None:
    """The smallest change seen often enough, to a thousandth. Enlarged until it is, then closed in on from both sides.

    On very few crimes the rule calls nearly none at all uncertain again, so the largest change may be seen less
    often than a smaller one: that is why the search begins from below.
    """

    def above(change: float) -> float:
        return (chance(change) or 0.0) - SEEN

    low, high = 0.0, min(0.1, biggest)
    under, over = -SEEN, above(high)
    while over < 0:
        if high >= biggest:
            return None
        low, high, under = high, min(biggest, 1.5 * high), over
        over = above(high)
    while high - low > 0.001:
        # A straight line between the ends, but never so near one of them that the other stays for long.
        share = min(0.9, max(0.1, under / (under - over)))
        middle = low + share * (high - low)
        reached = above(middle)
        if reached < 0:
            low, under = middle, reached
        else:
            high, over = middle, reached
    return high
