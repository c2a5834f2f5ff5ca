"""Which files of the given folders are to be read."""

from collections.abc import Iterable
from pathlib import Path

from etl.errors import SourceError

# Papers that lie beside the data: they describe it and hold no rows.
_NOT_DATA = {".md", ".geojson", ".gitkeep", ".rst", ".html", ".sql", ".py"}


def find_sources(places: Iterable[Path], leave_out: Iterable[Path] = ()) -> list[Path]:
    """Every file below the given files and folders, in a fixed order. A named file is always included.

    Raises SourceError when a place does not exist.
    """
    passed_over = {path.resolve() for path in leave_out}
    found: dict[Path, None] = {}
    for place in places:
        if not place.exists():
            raise SourceError(what="Filen eller mappen finns inte", where=str(place), todo="Kontrollera sökvägen.")
        if place.is_file():
            found[place] = None
            continue
        for path in sorted(place.rglob("*")):
            if path.is_file() and _is_data(path, place) and path.resolve() not in passed_over:
                found[path] = None
    return list(found)


def _is_data(path: Path, root: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in path.relative_to(root).parts)
    return not hidden and path.suffix.lower() not in _NOT_DATA and path.name != ".gitkeep"
