"""Places that cannot be read, errors nobody expected, and what is told about them."""

import os
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from etl.build import receive
from tests.support import ROOT
from tests.unit.broken.case import Case, lines
from tests.unit.broken.cells import ATAGANDE, BROTT, FIRST, LOFTE, PEOPLE
from tests.unit.broken.harness import CommandLine, query, snapshot
from tests.unit.broken.texts import endless


def good(folder: Path) -> Path:
    path = folder / "brott.csv"
    path.write_text(lines(BROTT, FIRST), encoding="utf-8")
    return path


def nowhere(folder: Path) -> Path:
    return folder / "finns inte"


def a_loop(folder: Path) -> Path:
    path = folder / "brott.csv"
    path.symlink_to(path)
    return folder


def a_dead_link(folder: Path) -> Path:
    (folder / "brott.csv").symlink_to(folder / "borta.csv")
    return folder


def a_pipe(folder: Path) -> Path:
    os.mkfifo(folder / "rör")
    return folder / "rör"


def nothing(folder: Path) -> Path:
    (folder / ".dold.csv").write_text("a;b\n")
    return folder


PLACES = {
    "Filen eller mappen finns inte": nowhere,
    "leder till en fil som inte finns, eller tillbaka till sig själv": a_loop,
    "En länk leder till en fil som inte finns": a_dead_link,
    "Det är varken en fil eller en mapp": a_pipe,
    "Det finns inga filer att läsa": nothing,
}


@pytest.mark.parametrize("words", PLACES)
def test_a_place_without_readable_files(words: str, data: Path, db: Path, etl: CommandLine) -> None:
    place = PLACES[words](data)
    before = snapshot(db)
    for answer in (etl.check(place), etl.build(place, db)):
        assert answer.code == 1
        assert words in answer.err
        assert str(place) in answer.err
        assert answer.err.count("\n") == 1
    assert snapshot(db) == before


def test_a_file_that_may_not_be_read(data: Path, db: Path, etl: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = good(data)
    opened: Any = Path.open

    def guarded(path: Path, *arguments: Any, **more: Any) -> Any:
        if path == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **more)

    monkeypatch.setattr(Path, "open", guarded)
    before = snapshot(db)
    for answer in (etl.check(data), etl.build(data, db)):
        assert answer.code == 1
        assert "brott.csv: filen kan inte läsas: du har inte rätt till den." in answer.said
    assert snapshot(db) == before


def test_a_folder_of_databases_that_is_a_file(data: Path, tmp_path: Path, etl: CommandLine) -> None:
    good(data)
    (tmp_path / "fil").touch()
    answer = etl.build(data, tmp_path / "fil")
    assert answer.code == 1
    assert "Det går inte att skriva i databasens mapp: det finns redan en fil med det namnet" in answer.err


def test_a_folder_that_links_to_itself_is_read_once(data: Path, etl: CommandLine) -> None:
    good(data)
    (data / "igen").symlink_to(data)
    answer = etl.check(data)
    assert (answer.code, answer.out) == (0, "Inga fel i 1 rad.\n")


def test_the_same_file_through_two_names_is_read_once(data: Path, etl: CommandLine) -> None:
    (data / "samma.csv").symlink_to(good(data))
    assert etl.check(data, data / "brott.csv").out == "Inga fel i 1 rad.\n"


def test_an_unexpected_error_is_told_and_kept(
    data: Path, db: Path, etl: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("inte väntat")

    good(data)
    (data / "okänd.csv").write_text("a;b\n1;2\n")
    monkeypatch.setattr(receive, "read_foreign", broken)
    before = snapshot(db)
    # Each command writes where its own database is: the one it was told of, or else the usual one.
    for answer, folder in ((etl.build(data, db), db), (etl.check(data), tmp_path / "ingen databas")):
        log = folder / "fel.log"
        assert answer.code == 1
        assert "okänd.csv" in answer.err
        assert "ett fel i programmet" in answer.err
        assert str(log) in answer.err
        assert log.read_text(encoding="utf-8").count("\nZeroDivisionError: inte väntat") == 1
    assert snapshot(db) == before


def test_an_error_in_publishing_is_kept_beside_the_internal_database(
    db: Path, etl: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise AttributeError("inte väntat")

    monkeypatch.setattr("etl.publish.publish.publish", broken)
    answer = etl("publish", "--db", db, "--public", tmp_path / "öppet")
    assert str(db / "fel.log") in answer.err
    assert not (tmp_path / "öppet").exists()
    assert not (tmp_path / "ingen databas").exists()


def test_an_error_outside_the_files_is_told_and_kept(
    etl: CommandLine, monkeypatch: pytest.MonkeyPatch, data: Path, tmp_path: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise AttributeError("inte väntat")

    good(data)
    monkeypatch.setattr("etl.build.pipeline.check_across_rows", broken)
    answer = etl.check(data)
    assert answer.code == 1
    assert "Något gick fel i programmet (AttributeError). Rapportera felet." in answer.err
    assert "inte väntat" in (tmp_path / "ingen databas" / "fel.log").read_text(encoding="utf-8")


def test_memory_stays_small_whatever_the_length_of_a_line(data: Path, etl: CommandLine) -> None:
    endless("en rad", good_rows=True).make(data)
    tracemalloc.start()
    try:
        assert etl.check(data).code == 1
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 50_000_000


@pytest.mark.parametrize("case", PEOPLE, ids=lambda case: case.id)
def test_personal_data_stands_nowhere(case: Case, data: Path, db: Path, etl: CommandLine) -> None:
    case.make(data)
    secret = next(s for s in ("19811228-9874", "19701063-2391", "070-174 06 35", "anna@example.se") if s in text(data))
    answer = etl.build(data, db, "--accept-rejects")
    kept = repr(query(db, "FROM main.rejects")) + repr(query(db, "FROM marts.activity"))
    assert secret not in answer.said + kept + "".join(p.read_text(encoding="utf-8") for p in db.glob("*.csv"))
    assert all(secret.encode() not in path.read_bytes() for path in db.iterdir())


def text(folder: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in folder.iterdir())


def test_personal_data_in_headings_and_sheet_names_is_masked_too(data: Path, etl: CommandLine) -> None:
    (data / "brott.csv").write_text(lines(f"{BROTT};19811228-9874", f"{FIRST};x"), encoding="utf-8")
    answer = etl.check(data)
    assert answer.code == 0
    assert "lästes inte: ”••••••••-••••”" in answer.out


@pytest.mark.parametrize(
    ("name", "content", "words", "extent"),
    [
        (
            "brott.csv",
            lines(BROTT, FIRST.replace("218", "många")),
            "brott.csv, rad 2, kolumnen antal: ”många”",
            "1 rad.",
        ),
        (
            "karta.csv",
            '{"type": "FeatureCollection"}',
            "karta.csv: Filen är en karta (GeoJSON)",
            "1 hel fil eller helt blad.",
        ),
        ("br\udcf6tt.csv", "", "Filen är tom (0 byte)", "1 hel fil eller helt blad."),
    ],
)
def test_as_a_command_of_its_own(name: str, content: str, words: str, extent: str, data: Path, db: Path) -> None:
    (data / name).write_text(content, encoding="utf-8")
    (data / "loften.csv").write_text(LOFTE, encoding="utf-8")
    (data / "ataganden.csv").write_text(ATAGANDE, encoding="utf-8")
    before = snapshot(db)
    command = [sys.executable, "-m", "etl", "build", "--data", str(data), "--db", str(db), "--today", "2026-11-22"]
    environment = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, env=environment, check=False)
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    assert done.returncode == 1, said
    assert words in said
    assert "Traceback" not in said
    assert f"1 fel: {extent}" in said
    assert snapshot(db) == before
