"""The real command line, in this process: what it prints, how it ends, and what it leaves behind."""

import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest

from etl.__main__ import main

TODAY = "2026-11-22"


@dataclass(frozen=True, kw_only=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        return self.out + self.err

    def line(self, at: str) -> str:
        """The line about a place, such as "brott.csv, rad 3"; all that was said when there is none."""
        return next((line for line in self.said.splitlines() if at in line), f"inte nämnt: {at}\n{self.said}")


@dataclass(frozen=True)
class CommandLine:
    """python -m etl …, with the output caught. Nothing printed may be a traceback."""

    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str | Path) -> Answer:
        self.capsys.readouterr()
        self.monkeypatch.setattr(sys, "argv", ["etl", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = int(stop.code or 0)
        printed = self.capsys.readouterr()
        answer = Answer(code=code, out=printed.out, err=printed.err)
        assert "Traceback" not in answer.said
        return answer

    def check(self, *paths: Path) -> Answer:
        return self("check", *paths)

    def build(self, data: Path, db: Path, *more: str) -> Answer:
        return self("build", "--data", data, "--db", db, "--today", TODAY, *more)


def snapshot(directory: Path) -> dict[str, str]:
    """What is served: the pointer and every database, byte for byte."""
    names = [directory / "current", *directory.glob("*.duckdb")]
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in names if path.exists()}


def query(directory: Path, question: str) -> list[tuple[object, ...]]:
    """Ask the served database."""
    path = directory / (directory / "current").read_text().strip()
    with duckdb.connect(str(path), read_only=True) as con:
        return con.execute(question).fetchall()
