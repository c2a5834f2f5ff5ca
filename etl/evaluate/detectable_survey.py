"""How often a true change of a share is called Uppfyllt: the rule of survey goals, computed before the fact."""

from math import erfc, sqrt

from etl.evaluate.survey import newcombe


class SurveyChance:
    """The chance of Uppfyllt as a function of the true improvement, for one baseline wave.

    `share0` is the good share (0–1): when a goal is that a share falls, its complement. `neff0` and `neff1` are
    effective numbers of answers, `target` the promised improvement as a proportion, negative for what may be lost.
    The rule is met when Newcombe's lower limit (1998, method 10) exceeds the target; the difference of two shares
    is taken as normal.
    """

    def __init__(self, *, share0: float, neff0: float, neff1: float, target: float) -> None:
        self._share0 = share0
        self._neff0 = neff0
        self._neff1 = neff1
        self._target = target

    def at(self, improvement: float) -> float | None:
        """The chance (0–1) when the true share rises by `improvement`; None when it would leave 0–1."""
        share1 = self._share0 + improvement
        if not 0 <= share1 <= 1:
            return None
        spread0 = self._share0 * (1 - self._share0) / self._neff0
        spread1 = share1 * (1 - share1) / self._neff1
        spread = spread0 + spread1
        if spread < 1e-12:
            return 1.0 if improvement > self._needed(share1, improvement, 0.5) else 0.0
        needed = self._needed(share1, improvement, spread0 / spread)
        return 0.5 * erfc((needed - improvement) / sqrt(2 * spread))

    def _needed(self, share1: float, improvement: float, part0: float) -> float:
        """The observed improvement whose lower limit is the target, the chance part of it split by variance."""
        needed = improvement
        for _ in range(50):
            p0 = min(1.0, max(0.0, self._share0 + (improvement - needed) * part0))
            p1 = min(1.0, max(0.0, share1 - (improvement - needed) * (1 - part0)))
            margin = p1 - p0 - newcombe(p0, self._neff0, p1, self._neff1)[0]
            before, needed = needed, self._target + margin
            if abs(needed - before) < 1e-6:
                break
        return needed
