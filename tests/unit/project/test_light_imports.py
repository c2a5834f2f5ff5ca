"""Screens start quickly: what they import leaves the heavy statistics packages to the moment they are needed."""

import subprocess
import sys

import pytest

from tests.support import ROOT
from tests.unit.project.checkout import files_under

HEAVY = ("scipy", "statsmodels")
SCRIPT = """
import importlib, sys
for name in sys.argv[1].split(","):
    importlib.import_module(name)
print(*sorted(set(sys.argv[2].split(",")) & set(sys.modules)))
"""


def modules(folder: str) -> list[str]:
    files = files_under(folder, suffix=".py")
    return [name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in files]


def brought_along(names: list[str]) -> list[str]:
    """Which of the heavy packages are loaded when a fresh Python imports these modules."""
    command = [sys.executable, "-c", SCRIPT, ",".join(names), ",".join(HEAVY)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.parametrize("folder", ["etl/evaluate/", "pages/view/"])
def test_every_module_leaves_the_heavy_packages_alone(folder: str) -> None:
    names = modules(folder)
    assert len(names) > 10
    assert brought_along(names) == []


def test_the_packages_are_there_and_would_be_seen() -> None:
    assert brought_along(["scipy.special"]) == ["scipy"]
