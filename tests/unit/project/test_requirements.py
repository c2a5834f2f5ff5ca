"""What is installed is decided here, byte for byte, and nothing else."""

import re
from importlib.metadata import version

import pytest

from tests.unit.project.checkout import read

_LINE = re.compile(r"^(?P<name>[A-Za-z0-9][\w.-]*)(?:==(?P<version>[^\s;]+))?", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def wanted(file: str) -> dict[str, str | None]:
    """Name to version (None when any will do) of the lines in an .in file."""
    return {normal(m["name"]): m["version"] for m in _LINE.finditer(read(file))}


def locked(file: str) -> dict[str, str]:
    """Name to version of a lock. Every entry must be pinned and carry at least one hash."""
    entries = re.split(r"\n(?=[A-Za-z0-9])", "\n" + re.sub(r"^\s*#.*\n", "", read(file), flags=re.MULTILINE))
    found: dict[str, str] = {}
    for entry in filter(str.strip, entries):
        line = _LINE.match(entry.strip())
        assert line, entry
        assert line["version"], f"{file}: {line['name']} has no version"
        assert _HASH.search(entry), f"{file}: {line['name']} has no hash"
        found[normal(line["name"])] = line["version"]
    return found


@pytest.mark.parametrize("name", ["requirements", "requirements-test"])
def test_the_lock_holds_what_is_wanted(name: str) -> None:
    lock = locked(f"{name}.txt")
    assert {package: lock.get(package) for package in wanted(f"{name}.in")} == {
        package: pin or lock.get(package, "not locked") for package, pin in wanted(f"{name}.in").items()
    }


def test_the_runtime_is_the_same_with_test_tools() -> None:
    everything = locked("requirements-test.txt")
    assert {name: everything.get(name) for name in locked("requirements.txt")} == locked("requirements.txt")


def test_what_is_wanted_at_runtime_has_a_version() -> None:
    assert [name for name, pin in wanted("requirements.in").items() if pin is None] == []


def test_this_environment_is_the_locked_one() -> None:
    lock = locked("requirements-test.txt")
    names = wanted("requirements.in") | wanted("requirements-test.in")
    assert {name: version(name) for name in names} == {name: lock[name] for name in names}
