"""What all tests share: one real database, Chromium, how Hypothesis runs, and what was not run and why."""

import os
from collections import Counter
from collections.abc import Generator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from etl.build.pipeline import build
from etl.demo import generate
from etl.publish.publish import publish
from tests.chromium import HOW_TO_GET_CHROMIUM, find_chromium
from tests.support import ROOT

TODAY = date(2026, 11, 22)
IN_CI = os.environ.get("CI", "").lower() in ("true", "1")

settings.register_profile("here", deadline=None)
settings.register_profile("same-every-time", deadline=None, derandomize=True)
settings.load_profile("same-every-time" if IN_CI else "here")


@pytest.fixture(scope="session")
def built_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of a fresh machine on 22 November 2026: register, reference and demo. Only to be read.

    Its folder is what LOFTESKOLLEN_DB and --db mean: the text file `current` in it names this database.
    """
    demo = generate(tmp_path_factory.mktemp("demo"), today=TODAY).folder
    outcome = build(
        [ROOT / "data" / "register", ROOT / "data" / "reference", demo],
        tmp_path_factory.mktemp("db"),
        today=TODAY,
        now=datetime(2026, 11, 22, 12, tzinfo=UTC),
        accept_rejects=False,
        progress=lambda what, rows: None,
    )
    assert outcome.database is not None, outcome.faults
    return outcome.database


@pytest.fixture(scope="session")
def public_database(built_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first public edition of `built_database`, with its open data beside it. Only to be read.

    Its folder is what LOFTESKOLLEN_PUBLIC_DB and --public mean.
    """
    return publish(
        built_database.parent,
        tmp_path_factory.mktemp("public"),
        base_url="https://lofteskollen.example",
        now=datetime(2026, 11, 22, 13, tzinfo=UTC),
        progress=lambda what, rows: None,
    ).database


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the browser. Tests that use it are marked `browser`."""
    path = find_chromium()
    if path is None:
        pytest.skip(f"Chromium saknas. {HOW_TO_GET_CHROMIUM}")
    return path


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: they are slow, and Playwright's event loop would be in the way of other tests."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI nobody reads why a browser test was skipped, so there a skip is a failure."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail") and item.get_closest_marker("browser"):
        report.outcome = "failed"
        report.longrepr = f"Ett webbläsarprov får inte hoppas över i CI. {_reason(report)}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The last lines name every test that was not run, so that a green result cannot hide one."""
    reasons: dict[str, Counter[str]] = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = _reason(report).removeprefix("Skipped: ").removeprefix("ej körd: ")
        kind = "../shared saknas" if reason.startswith("../shared") else reason
        reasons.setdefault(kind, Counter())[report.nodeid.split("[")[0]] += 1
    for reason, tests in reasons.items():
        terminalreporter.section(f"ej körd: {reason} ({tests.total()} prov)")
        for test, times in sorted(tests.items()):
            terminalreporter.line(test if times == 1 else f"{test} ({times})")


def _reason(report: pytest.TestReport) -> str:
    return report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
