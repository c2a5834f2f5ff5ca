"""`make test` runs every test file there is. Whole folders were once left out in silence, for what they were called."""

import subprocess
import sys
from pathlib import Path, PurePosixPath

from tests.support import ROOT
from tests.unit.project.checkout import files_under


def test_every_test_file_is_collected() -> None:
    written = {name for name in files_under("tests/", suffix=".py") if PurePosixPath(name).name.startswith("test_")}
    plugin = "tests.unit.project.names_only"
    command = [sys.executable, "-m", "pytest", "--collect-only", "--noconftest", "-s", "-p", plugin]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False).stdout
    collected = {str(Path(line).relative_to(ROOT)) for line in listed.splitlines() if line.startswith(str(ROOT))}
    assert sorted(written - collected) == []
