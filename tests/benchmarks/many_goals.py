"""How much a goal costs: verdicts for 290 municipalities × 10 goals in a real build, and what the screens import.

python tests/benchmarks/many_goals.py

Ends with an error when judging a goal takes 5 ms or more, or when the modules behind the screens bring scipy or
statsmodels along. Machines differ, so the times are also printed as parts of the whole build.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from etl.build import make_marts  # noqa: E402
from etl.build.pipeline import build  # noqa: E402
from tests.benchmarks.make_big import write_big  # noqa: E402

TODAY = date(2026, 11, 22)
MOST_MS = 5.0
SIZES = {"crimes": 350_000, "answers": 150_000, "activities": 30_000}
INDICATORS = (
    *(f"brott:{key}" for key in ("skadegorelse", "ofredande", "klotter", "misshandel", "olaga_hot", "total", "theft")),
    *(f"enkat:{key}" for key in ("trygg", "fortroende_polis", "utsatt_ofredande")),
)
UPWARDS = ("enkat:trygg", "enkat:fortroende_polis")
IMPORTS = """
import importlib, sys, time
names = sys.argv[1].split(",")
begun = time.perf_counter()
for name in names:
    importlib.import_module(name)
heavy = sorted({"scipy", "statsmodels"} & set(sys.modules))
print(time.perf_counter() - begun, *heavy)
"""
Timed = dict[str, float]


def main() -> int:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "filer"
        write_big(folder, **SIZES)
        goals = write_goals(folder)
        spent = _timed_build(folder, Path(scratch) / "db")
    whole, judging = spent.pop("bygget"), spent.pop("omdömen")
    per_goal = 1000 * judging / goals
    print(f"{goals} mål: {per_goal:.2f} ms per mål (under {MOST_MS:g}); {judging / whole:.0%} av byggets {whole:.1f} s")
    for name, seconds in spent.items():
        print(f"  {name}: {1000 * seconds / goals:.2f} ms per mål, {seconds / whole:.0%} av bygget")
    light = _imports_are_light()
    quick = per_goal < MOST_MS
    print(f"Under {MOST_MS:g} ms per mål: {'ja' if quick else 'nej'}. Lätta skärmar: {'ja' if light else 'nej'}.")
    return 0 if quick and light else 1


def write_goals(folder: Path) -> int:
    """Ten goals for every promise instead of three. Returns how many there are."""
    with duckdb.connect() as con:
        promises = [row[0] for row in con.sql(f"SELECT löfte_id FROM '{folder / 'loften.csv'}' ORDER BY 1").fetchall()]
        rows: list[dict[str, Any]] = [
            {
                "mål_id": f"{promise}-M{number}",
                "löfte_id": promise,
                "mål": f"Mål {number}.",
                "indikator": indicator,
                "riktning": "öka" if indicator in UPWARDS else "minska",
                "utgångsläge från": "2024-01-01" if indicator.startswith("enkat:") else "2022-01-01",
                "utgångsläge till": "2024-12-31",
                "uppföljning från": "2025-01-01",
                "uppföljning till": "2025-12-31",
                "primärt": "ja",
            }
            for promise in promises
            for number, indicator in enumerate(INDICATORS, start=1)
        ]
        con.register("rows", pa.Table.from_pylist(rows))
        con.execute(f"COPY rows TO '{folder / 'mal.csv'}' (FORMAT csv, DELIMITER ';', HEADER)")
    return len(rows)


def _timed_build(folder: Path, target: Path) -> Timed:
    """Seconds of the whole build, of the verdicts of the goals and of each step that rests on them."""
    import pandas  # noqa: F401  pyarrow imports it at the first list it is given
    import scipy.special  # noqa: F401  the limits of counts import it when they are first needed

    spent: Timed = {}
    make_marts.judge_goals = _timed(spent, "omdömen", make_marts.judge_goals)
    make_marts.AFTER_VERDICTS = tuple((name, _timed(spent, name, fill)) for name, fill in make_marts.AFTER_VERDICTS)
    begun = time.perf_counter()
    outcome = build(
        [folder],
        target,
        today=TODAY,
        now=datetime.now().astimezone(),
        accept_rejects=False,
        progress=lambda what, rows: None,
    )
    if outcome.database is None:
        raise SystemExit(f"bygget avvisade {outcome.fault_count} fel: {outcome.faults[:3]}")
    return spent | {"bygget": time.perf_counter() - begun}


def _timed(spent: Timed, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
    def timed(*given: Any) -> Any:
        begun = time.perf_counter()
        answer = work(*given)
        spent[name] = time.perf_counter() - begun
        return answer

    return timed


def _imports_are_light() -> bool:
    """Import what the screens rest on, and the same with scipy and statsmodels, three times each in turn."""
    screens = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for room in ("etl/evaluate", "pages/view")
        for path in sorted((ROOT / room).glob("*.py"))
        if path.stem != "__init__"
    ]
    light, heavy = [], []
    found: set[str] = set()
    for _ in range(3):
        seconds, brought = _import_time(["pages.store", *screens])
        found |= brought
        light.append(seconds)
        heavy.append(_import_time(["pages.store", *screens, "scipy.stats", "statsmodels.api"])[0])
    alone, both = statistics.median(light), statistics.median(heavy)
    print(f"Skärmarnas moduler: {alone:.2f} s; med scipy och statsmodels {both:.2f} s ({both / alone:.1f} gånger)")
    if found:
        print(f"  Skärmarna drar med sig {', '.join(sorted(found))}.")
    return not found


def _import_time(modules: list[str]) -> tuple[float, set[str]]:
    command = [sys.executable, "-c", IMPORTS, ",".join(modules)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    seconds, *brought = done.stdout.split()
    return float(seconds), set(brought)


if __name__ == "__main__":
    sys.exit(main())
