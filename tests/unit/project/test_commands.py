"""make, the CI script and the server's settings: what can be held without running them."""

import os
import re
import shutil
import subprocess
import tomllib

import pytest

from tests.support import ROOT
from tests.unit.project.checkout import read


def make(*arguments: str) -> str:
    if shutil.which("make") is None:
        pytest.skip("make saknas (i Windows används kommandona i README)")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    command = ["make", "--no-print-directory", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=True).stdout


def test_make_alone_tells_what_there_is() -> None:
    told = set(re.findall(r"^  make ([a-z-]+) ", make(), re.MULTILINE))
    phony = re.search(r"^\.PHONY: (.+)$", read("Makefile"), re.MULTILINE)
    assert phony
    assert told == set(phony[1].split()) - {"help"}


def test_an_old_python_is_refused_in_swedish() -> None:
    with pytest.raises(subprocess.CalledProcessError) as refused:
        make("run", "PYTHON=/finns/inte/python3")
    assert "Löfteskollen behöver Python 3.11 eller nyare" in refused.value.stderr


def test_everything_is_installed_with_hashes() -> None:
    assert "--require-hashes" in read("Makefile")
    assert re.findall(r"pip install(?!.*--require-hashes)", read("Makefile")) == []


def test_the_server_answers_only_this_machine() -> None:
    settings = tomllib.loads(read(".streamlit/config.toml"))
    assert settings["server"]["address"] == "127.0.0.1"
    assert settings["browser"]["gatherUsageStats"] is False
    assert "address" not in read("Makefile")


def test_ci_stops_at_the_first_fault_and_runs_both_commands() -> None:
    script = read(".ci/run")
    assert script.startswith("#!/usr/bin/env bash\n")
    assert "set -euo pipefail" in script
    assert "export CI=true" in script
    assert script.rstrip().endswith("make --keep-going check test")
    assert os.name == "nt" or os.access(ROOT / ".ci" / "run", os.X_OK)
