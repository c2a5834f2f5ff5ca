"""A test that was not run is told, and in CI a browser test that was not run is a failure."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.chromium import HOW_TO_GET_CHROMIUM, find_chromium
from tests.support import ROOT

SKIPPING = """
import pytest

@pytest.mark.browser
def test_screen():
    pytest.skip("Chromium saknas.")

@pytest.mark.parametrize("file", ["a", "b"])
def test_collected(file):
    pytest.skip(f"ej körd: ../shared/{file} saknas")
"""


def run(folder: Path, *, ci: str) -> subprocess.CompletedProcess[str]:
    (folder / "test_skips.py").write_text(SKIPPING, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = browser\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider", str(folder)]
    environment = {**os.environ, "CI": ci, "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_the_last_lines_say_what_was_not_run(tmp_path: Path) -> None:
    result = run(tmp_path, ci="")
    assert result.returncode == 0
    assert "ej körd: ../shared saknas (2 prov)" in result.stdout
    assert "test_skips.py::test_collected (2)" in result.stdout
    assert "ej körd: Chromium saknas. (1 prov)" in result.stdout


def test_in_ci_a_skipped_browser_test_is_a_failure(tmp_path: Path) -> None:
    result = run(tmp_path, ci="true")
    assert result.returncode == 1
    assert "1 failed, 2 skipped" in result.stdout
    assert "Ett webbläsarprov får inte hoppas över i CI. Skipped: Chromium saknas." in result.stdout


def test_the_environment_names_a_browser_in_an_unusual_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/opt/chromium/chrome")
    assert find_chromium() == "/opt/chromium/chrome"
    assert "CHROMIUM" in HOW_TO_GET_CHROMIUM
