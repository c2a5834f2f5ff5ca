"""make bench: fifty visitors at once on the start page, against a bare Streamlit page with four cached charts.

python tests/benchmarks/load.py [--sessions N --many N --rounds N] [--public DIR]

Ratios are the result: both servers run on this machine and take turns, with the same settings (config.toml, where
the collection of garbage after every visit is off for both) and the same frozen garbage collector. Without --public
the database is made here, from the data of the project. The load comes from ../shared/tools/ws_load.py, which speaks
Streamlit's protocol; where that is missing nothing is measured.
"""

import argparse
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CLIENT = ROOT.parent / "shared" / "tools" / "ws_load.py"
MOST = 1.5
_BARE_SERVER = """
import gc
import streamlit as st

app = st.App("page.py")
import pandas, plotly.graph_objects
gc.collect()
gc.freeze()
"""
_BARE_PAGE = """
import plotly.graph_objects as go
import streamlit as st

@st.cache_resource
def figure(number):
    years = list(range(2010, 2026))
    values = [(year * 7 + number * 13) % 40 + 20 for year in years]
    drawn = go.Figure(go.Scatter(x=years, y=values, mode="lines+markers", name="Anmälda brott"))
    return drawn.update_layout(title=f"Diagram {number}", yaxis_title="per 1 000 invånare")

st.title("En bar sida")
for number in range(4):
    st.plotly_chart(figure(number), key=f"diagram-{number}")
"""


def main() -> int:
    options = argparse.ArgumentParser(description="Mätbänk: många besökare på en gång.")
    options.add_argument("--sessions", type=int, default=50)
    options.add_argument("--many", type=int, default=200)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--public", type=Path, help="mapp med en publicerad databas")
    given = options.parse_args()
    if not CLIENT.exists():
        print("Belastning: ej körd, ../shared/tools/ws_load.py saknas")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        public = given.public or _publish(Path(scratch))
        with (
            _serving(_bare(Path(scratch)), "server:app", {}) as bare,
            _serving(ROOT, "dashboard:app", _ours(public)) as ours,
        ):
            _check(ours)
            return _measure(bare, ours, given)


def _ours(public: Path) -> dict[str, str]:
    return {"LOFTESKOLLEN_PUBLIC": "1", "LOFTESKOLLEN_PUBLIC_DB": str(public)}


def _publish(scratch: Path) -> Path:
    """A published database of the project's own data, made from nothing."""
    demo, internal, public = scratch / "demo", scratch / "db", scratch / "oppet"
    sources = [word for name in ("register", "reference") for word in ("--data", str(ROOT / "data" / name))]
    for command in (
        ["demo", str(demo)],
        ["build", "--db", str(internal), *sources, "--data", str(demo)],
        ["publish", "--db", str(internal), "--public", str(public)],
    ):
        subprocess.run([sys.executable, "-m", "etl", *command], cwd=ROOT, check=True, capture_output=True)
    return public


def _bare(scratch: Path) -> Path:
    folder = scratch / "bar"
    (folder / ".streamlit").mkdir(parents=True)
    shutil.copy(ROOT / ".streamlit" / "config.toml", folder / ".streamlit")
    (folder / "server.py").write_text(_BARE_SERVER, encoding="utf-8")
    (folder / "page.py").write_text(_BARE_PAGE, encoding="utf-8")
    return folder


@contextmanager
def _serving(folder: Path, app: str, environment: dict[str, str]) -> Iterator[str]:
    """The address of a server of its own, up and warm; it ends with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", app, "--port", str(port), "--log-level", "warning", "--no-access-log"]
    process = subprocess.Popen(
        command, cwd=folder, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_up(address, process)
        _load(address, 5)
        yield address
    finally:
        process.terminate()
        process.wait()


def _wait_until_up(address: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        with suppress(OSError), urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
            return
        time.sleep(0.2)
    raise SystemExit(f"servern på {address} startade inte")


def _check(address: str) -> None:
    """A page that says that something is wrong is fast, and proves nothing."""
    sys.path.insert(0, str(ROOT))
    from tests.browser.session_client import visit_without_browser

    shown = visit_without_browser(address)
    if not shown.heading.startswith("Hur går det med löftet") or "Blev det bättre?" not in shown.html:
        raise SystemExit(f"startsidan visar inte det den ska: {shown.heading}")


def _load(address: str, sessions: int) -> dict[str, Any]:
    """What the client says of so many new visitors at once."""
    command = [sys.executable, str(CLIENT), address, "--sessions", str(sessions), "--timeout", "120"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def _p95(measured: dict[str, Any]) -> float:
    if measured["errors"] or measured["exceptions"]:
        raise SystemExit(f"fel under belastning: {measured['errors']}, {measured['exceptions']} undantag")
    return float(measured["first_run_s"]["p95"])


def _measure(bare: str, ours: str, given: argparse.Namespace) -> int:
    pairs = [(_p95(_load(bare, given.sessions)), _p95(_load(ours, given.sessions))) for _ in range(given.rounds)]
    ratios = [own / other for other, own in pairs]
    ratio = statistics.median(ratios)
    print(f"{given.sessions} nya besökare på en gång, 95:e percentilen i sekunder (median av {given.rounds} varv)")
    print(f"  en bar sida {statistics.median(pair[0] for pair in pairs):.2f}")
    print(f"  startsidan  {statistics.median(pair[1] for pair in pairs):.2f}")
    print(f"  startsidan / bar sida: {ratio:.2f} (varv: {', '.join(f'{each:.2f}' for each in ratios)})")
    many = _load(ours, given.many)
    failed = sum(many["errors"].values()) + many["exceptions"]
    print(f"{given.many} nya besökare på en gång: {failed} fel, p95 {many['first_run_s']['p95']:.1f} s")
    print(
        f"Under {MOST:.1f}".replace(".", ",")
        + f": {'ja' if ratio <= MOST else 'nej'}. Utan fel: {'nej' if failed else 'ja'}."
    )
    return 0 if ratio <= MOST and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
