"""make bench: the whole build against a bare DuckDB load and a plain pandas script, in one run.

python tests/benchmarks/run.py [--crimes N --answers N --activities N --rounds N]

Machines differ and are shared, so ratios are the result. Each contender runs in its own process; its time
runs from the first file opened to the last result in place, its peak memory is its own VmHWM, and what its
imports cost is printed apart. The contenders take turns, round by round.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CONTENDERS = {
    "bygget": "hela bygget: läsa, granska, bedöma, kontrollera, byta databas",
    "duckdb": "(a) bar CREATE TABLE AS … read_csv av samma filer",
    "pandas": "(b) ett vanligt pandas-skript: läsa, granska, summera",
}


def main() -> None:
    sizes = argparse.ArgumentParser(description="Mätbänk: förhållanden, inte absoluta tider.")
    sizes.add_argument("--crimes", type=int, default=1_000_000)
    sizes.add_argument("--answers", type=int, default=1_000_000)
    sizes.add_argument("--activities", type=int, default=200_000)
    sizes.add_argument("--rounds", type=int, default=3)
    given = sizes.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "filer"
        _make_files(folder, given.crimes, given.answers, given.activities)
        results: dict[str, list[dict[str, float]]] = {name: [] for name in CONTENDERS}
        for number in range(given.rounds):
            for name in CONTENDERS:
                results[name].append(_run(name, folder, Path(scratch) / f"{name}-{number}"))
        _print(given, results)


def _make_files(folder: Path, crimes: int, answers: int, activities: int) -> None:
    sizes = ("--crimes", str(crimes), "--answers", str(answers), "--activities", str(activities))
    subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.make_big", str(folder), *sizes],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )


def _run(name: str, folder: Path, target: Path) -> dict[str, float]:
    command = [sys.executable, "tests/benchmarks/contender.py", name, str(folder), str(target)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def _print(given: argparse.Namespace, results: dict[str, list[dict[str, float]]]) -> None:
    print(f"{given.crimes} brottsrader, {given.answers} enkätsvar, {given.activities} aktiviteter; {given.rounds} varv")
    print(f"{'':8} {'sekunder':>9} {'processor':>10} {'import':>7} {'minne MiB':>10}   (median)")
    for name, text in CONTENDERS.items():
        runs = results[name]
        middle = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
        print(
            f"{name:8} {middle['seconds']:9.2f} {middle['cpu']:10.2f} {middle['imports']:7.2f}"
            f" {max(run['peak_mib'] for run in runs):10.0f}   {text}"
        )
    for rival in ("duckdb", "pandas"):
        pairs = [
            own["seconds"] / other["seconds"] for own, other in zip(results["bygget"], results[rival], strict=True)
        ]
        print(f"bygget / {rival}: {statistics.median(pairs):.2f} (varv: {', '.join(f'{pair:.2f}' for pair in pairs)})")
    ratio = statistics.median(
        own["seconds"] / other["seconds"] for own, other in zip(results["bygget"], results["duckdb"], strict=True)
    )
    peak = max(run["peak_mib"] for run in results["bygget"])
    print(f"Under 4 × (a): {'ja' if ratio < 4 else 'nej'}. Minne under 1024 MiB: {'ja' if peak < 1024 else 'nej'}.")


if __name__ == "__main__":
    main()
