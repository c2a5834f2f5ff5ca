"""One contender in a process of its own: python contender.py bygget|duckdb|pandas FOLDER TARGET. Prints JSON."""

import json
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 22)


def main() -> None:
    sys.path.insert(0, str(ROOT))
    name, folder, target = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    before = time.perf_counter()
    work = {"bygget": _build, "duckdb": _bare, "pandas": _pandas}[name](folder, target)
    imported = time.perf_counter()
    cpu = time.process_time()
    work()
    done = time.perf_counter()
    print(
        json.dumps(
            {
                "seconds": done - imported,
                "cpu": time.process_time() - cpu,
                "imports": imported - before,
                "peak_mib": _peak_mib(),
            }
        )
    )


def _build(folder: Path, target: Path) -> Callable[[], None]:
    import pandas  # noqa: F401  pyarrow imports it at the first list it is given
    import scipy.special  # noqa: F401  the limits of counts import it when they are first needed

    from etl.build.pipeline import build

    def work() -> None:
        now = datetime.now().astimezone()
        outcome = build([folder], target, today=TODAY, now=now, accept_rejects=False, progress=lambda what, rows: None)
        if outcome.database is None:
            raise SystemExit(f"bygget avvisade {outcome.fault_count} fel: {outcome.faults[:3]}")

    return work


def _bare(folder: Path, target: Path) -> Callable[[], None]:
    from tests.benchmarks.bare_duckdb import load

    return lambda: load(folder, target.with_suffix(".duckdb"))


def _pandas(folder: Path, target: Path) -> Callable[[], None]:
    from tests.benchmarks.plain_pandas import run

    return lambda: run(folder, target)


def _peak_mib() -> float:
    """The process's own high-water mark. ru_maxrss of a forked child would inherit the parent's."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return float("nan")


if __name__ == "__main__":
    main()
