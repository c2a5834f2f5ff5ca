"""How often a true change in reported crime is called Uppfyllt: the rule of crime goals, computed before the fact."""

from dataclasses import dataclass
from math import erfc, exp, inf, log, sqrt

from etl.evaluate.crime_goal import LEAST_BASE, LEAST_CHANGE
from etl.evaluate.verdict import Z95, Direction

# Gauss–Hermite nodes and weights for a standard normal variable (Abramowitz & Stegun 1972, table 25.10, rescaled).
_NODES = (
    (-3.750439717725742, 0.000548268855972218),
    (-2.366759410734541, 0.030757123967586497),
    (-1.154405394739968, 0.240123178605012714),
    (0.0, 0.457142857142857143),
    (1.154405394739968, 0.240123178605012714),
    (2.366759410734541, 0.030757123967586497),
    (3.750439717725742, 0.000548268855972218),
)
_HALF = 0.5
"""What the rule counts with when no crime is reported."""


@dataclass(frozen=True, kw_only=True)
class Noise:
    """φ, τ and the months on both sides: what the standard error of the rule rests on."""

    phi: float
    tau: float
    months0: int
    months1: int

    @property
    def between_years(self) -> float:
        return self.tau**2 * (12 / self.months0 + 12 / self.months1)

    def relative_variance(self, mean: float, months: int) -> float:
        """Squared coefficient of variation of a count with this mean."""
        return self.phi / mean + self.tau**2 * 12 / months


@dataclass(frozen=True, kw_only=True)
class GreenCounts:
    """Follow-up counts from `low` to `high` are called Uppfyllt; it holds with probability `weight`."""

    weight: float
    low: float
    high: float


class CrimeChance:
    """The chance of Uppfyllt as a function of the true rate ratio, for one baseline.

    `x0` crimes are expected in the baseline and `unchanged` in the follow-up if nothing changes; `target` is the
    promised change as a share. The baseline count varies too (seven Gauss–Hermite nodes); for each, the follow-up
    counts that the rule calls green are solved for, and their probability taken from the Wilson–Hilferty (1931)
    normal approximation of an overdispersed count, which holds to about 3 percentage points from 20 crimes up.
    """

    def __init__(self, *, x0: float, unchanged: float, noise: Noise, target: float, direction: Direction) -> None:
        self._noise = noise
        self._unchanged = unchanged
        spread = noise.relative_variance(x0, noise.months0)
        asked = _asked(target, direction)
        self._green: list[GreenCounts] = []
        for z, weight in _NODES:
            count = x0 * max(0.0, 1 - spread / 9 + z * sqrt(spread) / 3) ** 3
            if count < LEAST_BASE:
                continue
            centre = log(unchanged * count / x0) + asked
            base = noise.phi / count + noise.between_years
            solve = _rising if direction is Direction.INCREASE else _falling
            found = solve(centre, base, noise.phi)
            if found is not None:
                self._green.append(GreenCounts(weight=weight, low=found[0], high=found[1]))

    def at(self, ratio: float) -> float:
        """The chance (0–1) when the true rate ratio is `ratio`, above zero."""
        mean = self._unchanged * ratio
        shape = 1 / self._noise.relative_variance(mean, self._noise.months1)
        chance = sum(
            green.weight * (_below(green.high, mean, shape) - _below(green.low, mean, shape)) for green in self._green
        )
        return min(1.0, max(0.0, chance))


def _asked(target: float, direction: Direction) -> float:
    """Logarithm of the ratio that has to be passed: on the good side of it by 1.96 standard errors."""
    if direction is Direction.INCREASE:
        return log(1 + target)
    return LEAST_CHANGE if direction is Direction.MAINTAIN else log(1 - target)


def _falling(centre: float, base: float, phi: float) -> tuple[float, float] | None:
    """Counts x with centre − ln x > 1.96·√(base + φ/x); None when no count is low enough.

    Near zero the standard error grows faster than the improvement, so there may be a lower end too.
    """
    half = log(_HALF)
    peak = max(half, log(phi * Z95**2 / (2 * (1 + sqrt(1 + Z95**2 * base)))))
    if _clear(peak, centre, base, phi, 1.0) <= 0:
        return None
    every_lower_count = _clear(half, centre, base, phi, 1.0) > 0
    low = 0.0 if every_lower_count else exp(_edge(half, centre, base, phi, 1.0))
    return low, exp(_edge(centre, centre, base, phi, 1.0))


def _rising(centre: float, base: float, phi: float) -> tuple[float, float]:
    """Counts x with ln x − centre > 1.96·√(base + φ/x)."""
    return exp(_edge(centre, centre, base, phi, -1.0)), inf


def _clear(u: float, centre: float, base: float, phi: float, good: float) -> float:
    """By how much the improvement at count e^u exceeds its margin; `good` is 1 for a fall, −1 for a rise."""
    return good * (centre - u) - Z95 * sqrt(base + phi * exp(-u))


def _edge(u: float, centre: float, base: float, phi: float, good: float) -> float:
    """Where the improvement equals its margin, by Newton's method: concave in u, so it never oversteps the root."""
    for _ in range(60):
        margin = sqrt(base + phi * exp(-u))
        step = (good * (centre - u) - Z95 * margin) / (Z95 * phi * exp(-u) / (2 * margin) - good)
        u -= step
        if abs(step) < 1e-7:
            break
    return u


def _below(count: float, mean: float, shape: float) -> float:
    """P(X ≤ count) for a gamma-shaped count: its cube root is nearly normal (Wilson & Hilferty 1931)."""
    if count <= 0:
        return 0.0
    if count == inf:
        return 1.0
    z = ((count / mean) ** (1 / 3) - (1 - 1 / (9 * shape))) * 3 * sqrt(shape)
    return 0.5 * erfc(-z / sqrt(2))
