"""A kind of broken input: how it is made, and what the message must say about it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Make = Callable[[Path], object]


@dataclass(frozen=True, kw_only=True)
class Case:
    """`at`: how the line of the message begins, after the folder; `says`: words in that line.

    `received` and `refused`: rows handed in and rows refused, when the fault is in rows and not in a whole file.
    """

    id: str
    make: Make
    at: str
    says: tuple[str, ...]
    received: int | None = None
    refused: int = 1


def files(**content: str | bytes) -> Make:
    """Text (as UTF-8) or bytes by name; "brott" is written as brott.csv."""

    def make(folder: Path) -> None:
        for name, text in content.items():
            data = text.encode() if isinstance(text, str) else text
            (folder / (name if "." in name else f"{name}.csv")).write_bytes(data)

    return make


def named(name: str, content: str | bytes) -> Make:
    return files(**{name: content})


def lines(*rows: str) -> str:
    return "".join(f"{row}\n" for row in rows)
