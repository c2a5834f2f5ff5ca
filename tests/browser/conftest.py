"""A real server on a free port and a real browser. Every test here is marked `browser`."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.support import ROOT
from tests.unit.pages.fixture_marts import write

QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
)
Open = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the dashboard on the fixture database."""
    database = write(tmp_path_factory.mktemp("db"))
    with serving({"LOFTESKOLLEN_DB": str(database)}, tmp_path_factory.mktemp("server")) as address:
        yield address


@pytest.fixture(scope="session")
def public_server(public_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the dashboard in public mode, on a published edition."""
    settings = {"LOFTESKOLLEN_PUBLIC": "1", "LOFTESKOLLEN_PUBLIC_DB": str(public_database.parent)}
    with serving(settings, tmp_path_factory.mktemp("oppen-server")) as address:
        yield address


@contextmanager
def serving(settings: Mapping[str, str], folder: Path) -> Iterator[str]:
    """A server of its own with these settings; its log is `server.log` in `folder`."""
    log = folder / "server.log"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", "dashboard:app", "--port", str(port), "--log-level", "warning"]
    with log.open("w") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **settings}, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_until_up(address, process, log)
            yield address
        finally:
            process.kill()
            process.wait()


def _wait_until_up(address: str, process: "subprocess.Popen[bytes]", log: Path, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        with suppress(OSError), urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as answer:
            if answer.status == 200:
                return
        time.sleep(0.2)
    pytest.fail(f"servern startade inte:\n{log.read_text()}")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield launched
        launched.close()


@pytest.fixture
def visit(browser: Browser, server: str) -> Iterator[Open]:
    """Opens an address in a fresh visitor's browser and waits until it is drawn."""
    contexts = []

    def open_page(
        address: str, *, width: int = 1280, scheme: str = "light", watch: Callable[[Page], None] | None = None
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            locale="sv-SE",
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        if watch:
            watch(page)
        page.goto(f"{server}{address}")
        settled(page)
        return page

    yield open_page
    for context in contexts:
        context.close()


def settled(page: Page) -> None:
    """Waits until the script has run, the page has its heading and every chart its drawing, and nothing fades."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=60_000)
    page.wait_for_selector("h1", timeout=30_000)
    page.wait_for_function(
        "() => [...document.querySelectorAll('[data-testid=stPlotlyChart]')]"
        ".every(chart => chart.querySelector('.main-svg'))",
        timeout=60_000,
    )
    # What a new run replaces is faded out and in, and is hard to read meanwhile.
    page.wait_for_function(
        "() => document.getAnimations().every(one =>"
        " one.playState !== 'running' || one.effect.getComputedTiming().endTime === Infinity)"
    )
