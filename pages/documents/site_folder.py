"""Puts the finished site in its folder: written aside and swapped in, so that a half-made one is never served."""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from etl.errors import LofteskollenError

MARK = ".lofteskollen-webbplats"
_MARK_TEXT = "Mappen skrivs av Löfteskollen. Allt i den byts ut vid nästa publicering.\n"


class SiteError(LofteskollenError):
    """The site was not written; what stood in the folder is untouched."""


def write_folder(target: Path, contents: Iterable[tuple[str, bytes]], *, copied: Path | None, copied_to: str) -> int:
    """Write files (address below the folder, bytes) and a copy of the folder `copied`; returns how many there are.

    Raises SiteError when the folder holds something else than an earlier site, or cannot be written.
    """
    target = target.absolute()
    _refuse_foreign(target)
    aside, old = (target.with_name(f".{target.name}.{word}-{os.getpid()}") for word in ("ny", "gammal"))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        count = _filled(aside, contents, copied, copied_to)
        if target.exists():
            target.rename(old)
        try:
            aside.rename(target)
        except OSError:
            if old.exists():
                old.rename(target)
            raise
    except OSError as fault:
        raise SiteError(
            what="Det går inte att skriva webbplatsen",
            where=str(target),
            todo="Kontrollera sökvägen och att du har rätt att skriva där.",
        ) from fault
    finally:
        for left in (aside, old):
            shutil.rmtree(left, ignore_errors=True)
    return count


def _refuse_foreign(target: Path) -> None:
    """Only what an earlier publication wrote may be replaced."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise SiteError(what="Det finns redan något annat än en mapp där", where=str(target), todo=_CHOOSE)
    with suppress(FileNotFoundError, NotADirectoryError):
        if any(target.iterdir()) and not (target / MARK).is_file():
            raise SiteError(what="Mappen innehåller annat än en webbplats från Löfteskollen", where=str(target),
                            todo=_CHOOSE)  # fmt: skip


_CHOOSE = "Välj en mapp som är tom eller inte finns."


def _filled(aside: Path, contents: Iterable[tuple[str, bytes]], copied: Path | None, copied_to: str) -> int:
    aside.mkdir()
    written = 0
    for name, content in contents:
        path = aside / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written += 1
    if copied is not None:
        shutil.copytree(copied, aside / copied_to)
        written += sum(1 for path in (aside / copied_to).rglob("*") if path.is_file())
    (aside / MARK).write_text(_MARK_TEXT, encoding="utf-8")
    return written
