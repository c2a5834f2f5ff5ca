"""One error base for the whole project.

LofteskollenError
├── SourceError     a file that cannot be read, or is not what it says it is
├── BuildError      the build stopped; the served database is untouched
└── StoreError      a screen cannot reach the database

A Fault is not raised: it describes one cell or row that was refused, and many are collected at once.
"""

from dataclasses import dataclass


class LofteskollenError(Exception):
    """Says in Swedish what is wrong, where, and what to do. Technical detail belongs in the log."""

    def __init__(self, *, what: str, where: str = "", todo: str = "") -> None:
        self.what = what
        self.where = where
        self.todo = todo
        place = f" ({where})" if where else ""
        remedy = f" {todo}" if todo else ""
        super().__init__(f"{what.rstrip('.')}{place}.{remedy}")


class SourceError(LofteskollenError):
    """A file that cannot be read, or is not what it says it is."""


class BuildError(LofteskollenError):
    """The build stopped; the served database is untouched."""


class StoreError(LofteskollenError):
    """A screen cannot reach the database."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One refused cell (row and column given), row (column missing) or file (row missing)."""

    file: str
    reason: str
    remedy: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None
    table: str | None = None
