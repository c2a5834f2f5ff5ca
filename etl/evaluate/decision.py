"""The decision rule that crime and survey goals share (method, sections 3 and 9)."""

from dataclasses import dataclass

from etl.evaluate.verdict import Direction, Leaning, Reason, Verdict


@dataclass(frozen=True, kw_only=True)
class Limits:
    """95 % and 60 % limits."""

    low95: float
    high95: float
    low60: float
    high60: float

    def reversed(self) -> "Limits":
        """The limits of the same quantity with its sign turned."""
        return Limits(low95=-self.high95, high95=-self.low95, low60=-self.high60, high60=-self.low60)

    def shifted(self, by: float) -> "Limits":
        return Limits(low95=self.low95 + by, high95=self.high95 + by, low60=self.low60 + by, high60=self.high60 + by)


def decide(
    improvement: Limits, *, least_change: float, direction: Direction, open_period: bool
) -> tuple[Verdict, Reason]:
    """Verdict and reason from the limits of the improvement, target already subtracted.

    `least_change` is the smallest change worth the name (−ln 0.95 for crime, 0.03 for shares). Green asks for
    97.5 % one-sided evidence, red for 80 %: a false "met" costs credibility, while a goal to improve is in
    fact not met when nothing changed.
    """
    green = Verdict.ON_TRACK if open_period else Verdict.MET
    if direction is Direction.MAINTAIN:
        if improvement.low95 > -least_change:
            return green, Reason.MAINTAINED
        if improvement.high60 < 0:
            return Verdict.NOT_MET, Reason.WORSENED
        return Verdict.UNDECIDABLE, Reason.WITHIN_CHANCE
    if improvement.low95 > 0:
        return green, Reason.IMPROVED
    if improvement.high60 < 0:
        return Verdict.NOT_MET, Reason.WORSENED
    if improvement.high95 < least_change:
        return Verdict.NOT_MET, Reason.NO_IMPROVEMENT
    if improvement.low60 > 0 and open_period:
        return Verdict.ON_TRACK, Reason.TOWARDS_GOAL
    return Verdict.UNDECIDABLE, Reason.WITHIN_CHANCE


def leaning(change: Limits) -> Leaning | None:
    """The way the change itself points at 60 %, or None when nothing is clear."""
    if change.low60 > 0:
        return Leaning.INCREASE
    if change.high60 < 0:
        return Leaning.DECREASE
    return None
