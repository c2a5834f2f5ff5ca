"""Where the databases live, and which one is served."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from etl.build.os_words import os_words
from etl.errors import BuildError

ROOT = Path(__file__).resolve().parents[2]
DEFAULT_DATA = tuple(ROOT / "data" / part for part in ("register", "reference", "demo", "inbox"))
POINTER = "current"
LOCK = "build.lock"
LOG = "fel.log"
KEEP = 10
UNFINISHED = ".bygge"
REJECTS = ".avvisade.csv"
OPEN_DATA = "-data"
INTERNAL, PUBLIC = "loften", "oppet"


def database_directory(given: Path | None) -> Path:
    """--db, else LOFTESKOLLEN_DB, else data/db."""
    return given or Path(os.environ.get("LOFTESKOLLEN_DB") or ROOT / "data" / "db")


def public_directory(given: Path | None) -> Path:
    """--public, else LOFTESKOLLEN_PUBLIC_DB, else data/public."""
    return given or Path(os.environ.get("LOFTESKOLLEN_PUBLIC_DB") or ROOT / "data" / "public")


def served(directory: Path) -> Path | None:
    """The database that screens read, or None when nothing has been built."""
    pointer = directory / POINTER
    if not pointer.exists():
        return None
    path = directory / pointer.read_text(encoding="utf-8").strip()
    return path if path.is_file() else None


def finished_databases(directory: Path, kind: str = INTERNAL) -> list[Path]:
    """Every whole database, the served one first and then the newest first."""
    current = served(directory)
    others = sorted((path for path in directory.glob(f"{kind}-*.duckdb") if UNFINISHED not in path.name), reverse=True)
    return ([current] if current is not None else []) + [path for path in others if path != current]


@contextmanager
def only_builder(directory: Path, option: str = "--db") -> Iterator[None]:
    """Hold the build lock. A killed build lets go by itself.

    Raises BuildError when another build holds it, and when the folder cannot be made or written in.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        handle = (directory / LOCK).open("a+b")
    except OSError as error:
        raise BuildError(
            what=f"Det går inte att skriva i databasens mapp: {os_words(error)}",
            where=str(directory),
            todo=f"Kontrollera sökvägen ({option}) och att du har rätt att skriva där.",
        ) from error
    with handle:
        if not _locked(handle.fileno()):
            raise BuildError(
                what="Ett annat bygge pågår", where=str(directory), todo="Vänta tills det är klart och försök igen."
            )
        yield


def clear_unfinished(directory: Path) -> None:
    """Remove what a killed build left behind. Only with the lock held."""
    for path in directory.iterdir():
        if UNFINISHED in path.name:
            _remove(path)


def new_names(directory: Path, now: datetime, kind: str = INTERNAL) -> tuple[Path, Path]:
    """(path while building, path when done). The name is the moment of the build."""
    stamp = now.strftime("%Y%m%dT%H%M%S%f")
    return directory / f"{kind}-{stamp}{UNFINISHED}.duckdb", directory / f"{kind}-{stamp}.duckdb"


def swap(directory: Path, finished: Path) -> None:
    """Point at the finished database. The pointer is replaced in one step, so a reader sees the old or the new."""
    aside = directory / f"{POINTER}{UNFINISHED}"
    with aside.open("w", encoding="utf-8") as stream:
        stream.write(finished.name + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    aside.replace(directory / POINTER)
    _flush_names(directory)


def rejects_beside(database: Path) -> Path:
    """The CSV with what was refused when the database was built."""
    return database.with_suffix(REJECTS)


def open_data_beside(database: Path) -> Path:
    """The folder with the files of open data that were written with a public database."""
    return database.with_name(f"{database.stem}{OPEN_DATA}")


def forget_old(directory: Path, keep: int = KEEP) -> None:
    """Keep the newest databases, and the newest of what lies beside them, as history; remove the rest."""
    current = served(directory)
    spared = () if current is None else (current, rejects_beside(current), open_data_beside(current))
    kinds = (f"{INTERNAL}-*.duckdb", f"{INTERNAL}-*{REJECTS}", f"{PUBLIC}-*.duckdb", f"{PUBLIC}-*{OPEN_DATA}")
    for pattern in kinds:
        for path in sorted(p for p in directory.glob(pattern) if UNFINISHED not in p.name)[:-keep]:
            if path not in spared:
                _remove(path)


def _flush_names(directory: Path) -> None:
    """Make the new names survive a power cut. Windows has no such call, and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(path: Path) -> None:
    if path.is_dir():
        for child in path.iterdir():
            _remove(child)
        path.rmdir()
    else:
        path.unlink(missing_ok=True)


def _locked(descriptor: int) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
