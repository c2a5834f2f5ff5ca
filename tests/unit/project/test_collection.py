"""`make test` runs every test file there is. Whole folders were once left out in silence, for what they were called."""

import subprocess
import sys
from pathlib import PurePosixPath

from tests.support import ROOT
from tests.unit.project.checkout import files_under


def test_every_test_file_is_collected() -> None:
    written = {name for name in files_under("tests/", suffix=".py") if PurePosixPath(name).name.startswith("test_")}
    command = [sys.executable, "-m", "pytest", "--collect-only", "-qq", "-p", "no:cacheprovider"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    collected = {line.split(":")[0] for line in listed.splitlines() if line.startswith("tests/")}
    assert sorted(written - collected) == []
