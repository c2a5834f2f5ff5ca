"""Is the rule honest? Crime goals simulated many times and judged by the rule itself.

python tests/benchmarks/simulate_rule.py [--runs N]

Months are gamma-Poisson counts (φ 1.5) around a level that differs between years (gamma, τ 0.1); 36 baseline months and
12 of follow-up go through overdispersion() and judge_crime(). Without a true change at most 4 % may be called Uppfyllt;
otherwise the program ends with an error. The power is printed beside what the method states.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from etl.evaluate.crime_goal import CrimeEvidence, judge_crime, overdispersion  # noqa: E402
from etl.evaluate.verdict import Verdict  # noqa: E402

PHI, TAU = 1.5, 0.10
YEARS0, YEARS1 = 3, 1
MOST_FALSE = 0.04
INHABITANTS = 20_000.0
SEED = 20261122
PER_MONTH = (5, 20, 60)
POWERS = {0.8: 0.30, 0.7: 0.63}
"""True rate ratio at 20 crimes a month: how often the method says it is called Uppfyllt."""
MONTHS = tuple(range(1, 13)) * YEARS0


@dataclass(frozen=True, kw_only=True)
class Cell:
    per_month: float
    ratio: float


def draw_months(rng: np.random.Generator, cell: Cell, runs: int) -> NDArray[np.int64]:
    """Counts of runs × 48 months, the last twelve after the change."""
    years = YEARS0 + YEARS1
    level = rng.gamma(TAU**-2, TAU**2, (runs, years, 1)) * cell.per_month
    level[:, YEARS0:] *= cell.ratio
    means = np.broadcast_to(level, (runs, years, 12)).reshape(runs, years * 12)
    return rng.negative_binomial(means / (PHI - 1), 1 / PHI)


def share_met(cell: Cell, runs: int, seed: int) -> float:
    """How often the rule says Uppfyllt."""
    months = draw_months(np.random.default_rng(seed), cell, runs)
    return sum(_verdict(row) is Verdict.MET for row in months.tolist()) / runs


def _verdict(months: Sequence[int]) -> Verdict:
    baseline, followup = months[: 12 * YEARS0], months[12 * YEARS0 :]
    phi = overdispersion(baseline, MONTHS)
    if phi is None:
        raise ValueError("36 månader räcker för att uppskatta överspridningen")
    return judge_crime(
        CrimeEvidence(
            x0=sum(baseline),
            person_years0=INHABITANTS * YEARS0,
            months0=12 * YEARS0,
            x1=sum(followup),
            person_years1=INHABITANTS * YEARS1,
            months1=12 * YEARS1,
            phi=phi,
            phi_assumed=False,
            tau=TAU,
        )
    ).verdict


def main() -> int:
    options = argparse.ArgumentParser(description="Simulerar regeln för brottsmål.")
    options.add_argument("--runs", type=int, default=10_000)
    runs = options.parse_args().runs
    print(f"Regeln simulerad: {runs} gånger per rad, φ {PHI}, τ {TAU}, {12 * YEARS0} + {12 * YEARS1} månader")
    honest = True
    for place, per_month in enumerate(PER_MONTH):
        false = share_met(Cell(per_month=per_month, ratio=1.0), runs, SEED + place)
        honest = honest and false <= MOST_FALSE
        print(f"  {per_month:2} brott i månaden, oförändrat: {false:6.1%} falska Uppfyllt (högst {MOST_FALSE:.0%})")
    for place, (ratio, stated) in enumerate(POWERS.items()):
        power = share_met(Cell(per_month=20, ratio=ratio), runs, SEED + 10 + place)
        print(f"  20 brott i månaden, {ratio - 1:+.0%}: {power:6.1%} Uppfyllt (metoden anger {stated:.0%})")
    print(f"Högst {MOST_FALSE:.0%} falska Uppfyllt: {'ja' if honest else 'nej'}.")
    return 0 if honest else 1


if __name__ == "__main__":
    sys.exit(main())
