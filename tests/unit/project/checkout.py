"""The files of the project, as Git sees them: what is committed, and what is new and not ignored."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.support import ROOT

NOT_TEXT = {".png", ".xls", ".xlsx", ".duckdb"}
# Where there is no Git (an unpacked archive) these folders are what Git would have ignored.
_MADE_HERE = {".git", ".venv", "__pycache__", ".pytest_cache", ".hypothesis", ".mypy_cache", ".ruff_cache"}
_MADE_IN_DATA = {"data/db", "data/demo"}


@cache
def project_files() -> tuple[str, ...]:
    """Paths from the root of the project with "/" between the parts, in alphabetical order."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    names = listed.stdout.decode("utf-8").split("\0") if listed.returncode == 0 else _walk(ROOT)
    return tuple(sorted({name for name in names if name and (ROOT / name).is_file()}))


def files_under(*folders: str, suffix: str) -> list[str]:
    """Files with that ending below the given folders; a folder without "/" at its end may also be a file."""
    return [name for name in project_files() if name.startswith(folders) and name.endswith(suffix)]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def parsed(name: str) -> ast.Module:
    return ast.parse(read(name), filename=name)


def imported_modules(name: str) -> set[str]:
    """Dotted names of all that a Python file imports, inside functions too: `from a import b` gives a and a.b."""
    found: set[str] = set()
    for node in ast.walk(parsed(name)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}:{node.lineno}: write the whole name of the module"
            found |= {str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def _walk(folder: Path) -> Iterator[str]:
    for path in folder.iterdir():
        name = path.relative_to(ROOT).as_posix()
        if path.is_file():
            yield name
        elif path.name not in _MADE_HERE and name not in _MADE_IN_DATA:
            yield from _walk(path)
