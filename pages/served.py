"""Which database the screens read: the one that the text file `current` names.

In public mode (LOFTESKOLLEN_PUBLIC) that is the public one, and no other folder is looked in.
"""

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from etl.errors import StoreError

ROOT = Path(__file__).resolve().parents[1]
_BUILD = "Bygg databasen med ”make run” eller ”python -m etl build” och ladda sedan om sidan."
_REBUILD = "Bygg om databasen med ”make build” eller ”python -m etl build” och ladda sedan om sidan."
_PUBLISH = "Publicera med ”make publish” eller ”python -m etl publish” och ladda sedan om sidan."
_PRIVATE = ("", "0", "nej", "false")


class Stamp(NamedTuple):
    """Names one build: the file, and what tells it from an earlier file of the same name."""

    path: str
    inode: int
    modified_ns: int


def is_public(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether only what has been published may be shown. Whatever LOFTESKOLLEN_PUBLIC says but no means yes."""
    return environment.get("LOFTESKOLLEN_PUBLIC", "").strip().lower() not in _PRIVATE


def directory() -> Path:
    """Where the databases live: LOFTESKOLLEN_DB or data/db; in public mode LOFTESKOLLEN_PUBLIC_DB or data/public."""
    if is_public():
        return Path(os.environ.get("LOFTESKOLLEN_PUBLIC_DB") or ROOT / "data" / "public")
    return Path(os.environ.get("LOFTESKOLLEN_DB") or ROOT / "data" / "db")


def stamp() -> Stamp:
    """The build that is served now. Raises StoreError when there is none."""
    folder = directory()
    pointer = folder / "current"
    try:
        pointing = pointer.stat()
        name = _name_in(str(pointer), pointing.st_ino, pointing.st_mtime_ns)
        path = folder / name
        status = path.stat()
    except FileNotFoundError as missing:
        raise fault("Det finns ingen databas att visa än", str(missing.filename)) from missing
    if not name or not path.is_file():
        raise fault("Det finns ingen databas att visa än", str(pointer))
    return Stamp(str(path), status.st_ino, status.st_mtime_ns)


# Asked several times in every visit; a build puts a new file in the pointer's place, which its inode and time tell.
@lru_cache(maxsize=8)
def _name_in(pointer: str, inode: int, modified_ns: int) -> str:
    return Path(pointer).read_text(encoding="utf-8").strip()


def fault(what: str, path: str, *, rebuild: bool = False) -> StoreError:
    """A StoreError with what to do about it. The public is told the name of the file, not where on the server it is."""
    if is_public():
        return StoreError(what=what, where=Path(path).name, todo=_PUBLISH)
    return StoreError(what=what, where=path, todo=_REBUILD if rebuild else _BUILD)
