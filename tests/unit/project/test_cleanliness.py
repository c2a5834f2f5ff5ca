"""What must not be in any file, and how long a file may be."""

import ast
import re
from pathlib import PurePosixPath

import pytest

from tests.unit.project.checkout import NOT_TEXT, parsed, project_files, read

TEXTS = [name for name in project_files() if PurePosixPath(name).suffix not in NOT_TEXT]
PYTHON = [name for name in TEXTS if name.endswith(".py")]
SOURCES = [name for name in TEXTS if name.endswith((".py", ".sql", ".js", ".toml")) or name in ("Makefile", ".ci/run")]
LONGEST = 300

# Written in parts, so that this file does not find itself.
_UNFINISHED = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK")) + r")\b")
_OF_ONE_MACHINE = re.compile(
    "|".join(
        (
            # A path begins where no word, point or slash stands before: an address on the web is not one.
            r"(?<![\w./-])/(?:ro" + "ot|wo" + "rk|ho" + "me|Us" + r"ers)/",
            r"[A-Z]:\\Us" + "ers",
            "py" + r"env\b",
        )
    )
)
_REGISTRY = re.compile(
    "|".join(("pypi" + r"\.org", "python" + r"hosted\.org", "--(?:extra-)?ind" + "ex-url", "--trusted" + "-host"))
)


def hits(pattern: re.Pattern[str], names: list[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for name in names
        for number, line in enumerate(read(name).splitlines(), start=1)
        if pattern.search(line)
    ]


def test_nothing_is_left_unfinished() -> None:
    assert hits(_UNFINISHED, SOURCES) == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    assert hits(_OF_ONE_MACHINE, TEXTS) == []


def test_no_file_names_a_package_registry() -> None:
    assert hits(_REGISTRY, TEXTS) == []


def test_the_patterns_find_what_they_look_for() -> None:
    assert _UNFINISHED.search("# TO" + "DO: later")
    assert not _UNFINISHED.search("todo=remedy")
    assert _OF_ONE_MACHINE.search('path = "/ho' + 'me/anna/loften"')
    assert not _OF_ONE_MACHINE.search("https://example.se/wo" + "rk/a")
    assert _REGISTRY.search("https://py" + "pi.org/simple")


def test_every_text_is_utf8_with_unix_line_ends_and_a_last_one() -> None:
    endings = [name for name in TEXTS if (text := read(name)) and ("\r" in text or not text.endswith("\n"))]
    assert endings == []


def test_no_source_file_is_long() -> None:
    long = {
        name: lines
        for name in TEXTS
        if name.endswith((".py", ".sql", ".js")) and (lines := read(name).count("\n")) > LONGEST
    }
    assert long == {}


def silenced(tree: ast.Module) -> list[int]:
    """Lines where errors vanish: `except:`, a handler that does nothing, or suppress(Exception)."""
    lines: list[int] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            idle = all(
                isinstance(step, ast.Pass) or (isinstance(step, ast.Expr) and isinstance(step.value, ast.Constant))
                for step in node.body
            )
            if node.type is None or idle:
                lines.append(node.lineno)
        elif isinstance(node, ast.Call):
            everything = any(ast.unparse(argument).endswith("Exception") for argument in node.args)
            if everything and ast.unparse(node.func).split(".")[-1] == "suppress":
                lines.append(node.lineno)
    return lines


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("try:\n    f()\nexcept:\n    raise", [3]),
        ("try:\n    f()\nexcept Exception:\n    pass", [3]),
        ("with suppress(Exception):\n    f()", [1]),
        ("try:\n    f()\nexcept ValueError:\n    return_nothing()", []),
    ],
)
def test_a_silenced_error_is_seen(code: str, found: list[int]) -> None:
    assert silenced(ast.parse(code)) == found


def test_no_error_is_silenced() -> None:
    assert [f"{name}:{line}" for name in PYTHON for line in silenced(parsed(name))] == []
