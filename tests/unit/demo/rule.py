"""The decision rule written down a second time, short and plain, to hold the generated story to it."""

from math import log, sqrt

Z95, Z60 = 1.960, 0.8416
MET, ON_TRACK, NOT_MET = "Uppfyllt", "På väg", "Ej uppfyllt"
UNDECIDABLE = "Går inte att avgöra"


def dispersion(baseline: list[tuple[int, int]]) -> float:
    """max(1, Pearson χ² around the calendar-month means / (months − 12)); pairs of month and count."""
    chi = 0.0
    for month in range(1, 13):
        counts = [n for m, n in baseline if m == month]
        mean = sum(counts) / len(counts)
        chi += sum((n - mean) ** 2 / mean for n in counts) if mean else 0.0
    return max(1.0, chi / (len(baseline) - 12))


def decide(d: float, se: float, least: float, *, running: bool) -> str:
    """`d` is the improvement, `least` the improvement that must not be ruled out."""
    if d - Z95 * se > 0:
        return ON_TRACK if running else MET
    if d + Z60 * se < 0 or d + Z95 * se < least:
        return NOT_MET
    return ON_TRACK if running and d - Z60 * se > 0 else UNDECIDABLE


def crime(
    baseline: list[tuple[int, int]],
    followup: list[tuple[int, int]],
    years0: float,
    years1: float,
    *,
    running: bool,
) -> str:
    """Counts by calendar month; `years0`, `years1`: mean population of the two periods."""
    same = {m for m, _ in followup}
    compared = [n for m, n in baseline if m in same]
    x0, x1 = sum(compared), sum(n for _, n in followup)
    if x0 < 20 or len(baseline) < 24 or len(followup) < 6:
        return UNDECIDABLE
    change = log((x1 / (years1 * len(followup))) / (x0 / (years0 * len(compared))))
    variance = dispersion(baseline) * (1 / x0 + 1 / x1) + 0.01 * (12 / len(baseline) + 12 / len(followup))
    return decide(-change, sqrt(variance), -log(0.95), running=running)


def share(answers: list[tuple[float, int]]) -> tuple[float, float]:
    """Weighted share and variance-based n_eff of pairs (weight, 0 or 1)."""
    total = sum(w for w, _ in answers)
    p = sum(w * y for w, y in answers) / total
    spread = sum((w * (y - p)) ** 2 for w, y in answers)
    variance = len(answers) / (len(answers) - 1) * spread / total**2
    return p, p * (1 - p) / variance


def _wilson(p: float, n: float, z: float) -> tuple[float, float]:
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return centre - half, centre + half


def _newcombe(p0: float, n0: float, p1: float, n1: float, z: float) -> tuple[float, float]:
    (l0, u0), (l1, u1), d = _wilson(p0, n0, z), _wilson(p1, n1, z), p1 - p0
    return d - sqrt((p1 - l1) ** 2 + (u0 - p0) ** 2), d + sqrt((u1 - p1) ** 2 + (p0 - l0) ** 2)


def survey(before: list[tuple[float, int]], after: list[tuple[float, int]], *, up: bool) -> str:
    """Two waves of (weight, counted answer); a closed period."""
    if not before or not after:
        return UNDECIDABLE
    (p0, n0), (p1, n1) = share(before), share(after)
    if min(n0, n1, len(before), len(after)) < 30:
        return UNDECIDABLE
    low95, high95 = _newcombe(p0, n0, p1, n1, Z95)
    low60, high60 = _newcombe(p0, n0, p1, n1, Z60)
    if not up:
        low95, high95, low60, high60 = -high95, -low95, -high60, -low60
    if low95 > 0:
        return MET
    return NOT_MET if high60 < 0 or high95 < 0.03 else UNDECIDABLE
