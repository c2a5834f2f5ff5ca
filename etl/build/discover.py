"""Which files of the given folders are to be read."""

import filecmp
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from etl.build.os_words import os_words
from etl.errors import SourceError

# Papers that lie beside the data: they describe it and hold no rows.
_NOT_DATA = {".md", ".geojson", ".gitkeep", ".rst", ".html", ".sql", ".py"}


def find_sources(places: Iterable[Path], leave_out: Iterable[Path] = ()) -> list[Path]:
    """Every file below the given files and folders. A named file is always included, a file found twice is read once.

    The order depends on the files' names below their place, not on the order of the places.
    Raises SourceError when a place does not exist or cannot be listed, for a link that leads nowhere or back
    to itself, and when there is nothing to read.
    """
    given = list(places)
    passed_over = {os.path.realpath(path) for path in leave_out}
    found: dict[str, tuple[str, str, Path]] = {}
    for place in given:
        for relative, path in _files(place):
            real = os.path.realpath(path)
            if path == place or real not in passed_over:
                found.setdefault(real, (relative, str(path), path))
    if not found:
        raise SourceError(
            what="Det finns inga filer att läsa",
            where=", ".join(str(place) for place in given),
            todo="Lägg in filerna, eller ange en annan mapp.",
        )
    return [path for *_, path in sorted(found.values())]


def _files(place: Path) -> Iterator[tuple[str, Path]]:
    _refuse_dead_link(place)
    if not place.exists():
        raise SourceError(what="Filen eller mappen finns inte", where=str(place), todo="Kontrollera sökvägen.")
    if place.is_file():
        yield place.name, place
        return
    if not place.is_dir():
        raise SourceError(what="Det är varken en fil eller en mapp", where=str(place), todo="Kontrollera sökvägen.")
    seen: set[str] = set()
    for folder, folders, names in os.walk(place, followlinks=True, onerror=_unreadable):
        real = os.path.realpath(folder)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not _is_hidden(name))
        for name in sorted(names):
            path = Path(folder) / name
            if _is_hidden(name) or path.suffix.lower() in _NOT_DATA:
                continue
            _refuse_dead_link(path)
            if path.is_file():
                yield path.relative_to(place).as_posix(), path


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$"))


def _refuse_dead_link(path: Path) -> None:
    if path.is_symlink() and not path.exists():
        raise SourceError(
            what="En länk leder till en fil som inte finns, eller tillbaka till sig själv",
            where=str(path),
            todo="Ta bort länken, eller lägg filen där i stället.",
        )


def _unreadable(error: OSError) -> None:
    raise SourceError(
        what=f"Mappen kan inte läsas: {os_words(error)}",
        where=str(error.filename),
        todo="Kontrollera att du har rätt att läsa den.",
    ) from error


def with_twins(paths: Iterable[Path]) -> Iterator[tuple[Path, Path | None]]:
    """Each path with the earlier one that has the very same bytes, if any: the same file handed in twice."""
    of_size: dict[int, list[Path]] = {}
    for path in paths:
        twin = None
        if path.is_file() and os.access(path, os.R_OK) and path.stat().st_size:
            earlier = of_size.setdefault(path.stat().st_size, [])
            twin = next((other for other in earlier if filecmp.cmp(path, other, shallow=False)), None)
            earlier.append(path)
        yield path, twin
