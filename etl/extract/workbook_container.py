"""Is this file a workbook that is safe to open? Decided on the container alone."""

import zipfile
import zlib
from enum import StrEnum
from pathlib import Path

from etl.errors import SourceError

MAX_UNPACKED = 500_000_000
MAX_RATIO = 200
RATIO_MATTERS_ABOVE = 10_000_000
MAX_ENTRIES = 10_000

# What zipfile lets out when a zip file is cut off or damaged.
ZIP_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, OSError, ValueError, NotImplementedError)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_SAVE_AS_XLSX = "Öppna filen i Excel eller LibreOffice och spara den som Excel-arbetsbok (.xlsx)."
_EXPORT_AGAIN = "Hämta eller spara filen på nytt och lämna in den igen."


class Container(StrEnum):
    XLSX = "xlsx"
    XLS = "xls"


def container_of(path: Path) -> Container | None:
    """XLSX or XLS by content, None when the file is no workbook at all.

    Raises SourceError for a file that looks like a workbook but is empty, cut off, encrypted, a macro
    workbook,
    a zip bomb, or of a format that is not read (.xlsb, .ods, other zip files, Word and PowerPoint).
    """
    with path.open("rb") as stream:
        head = stream.read(8)
    if not head:
        raise SourceError(what="Filen är tom (0 byte)", where=path.name, todo=_EXPORT_AGAIN)
    if head.startswith(_OLE):
        _check_ole(path)
        return Container.XLS
    if head.startswith(_ZIP):
        _check_zip(path)
        return Container.XLSX
    if path.suffix.casefold() in {".xlsx", ".xls", ".xlsm", ".xlsb"} and head[:2] in (b"PK", b"\xd0\xcf"):
        raise SourceError(what="Arbetsboken är avhuggen", where=path.name, todo=_EXPORT_AGAIN)
    return None


def _check_ole(path: Path) -> None:
    data = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise _encrypted(path)
    if "_VBA_PROJECT".encode("utf-16-le") in data or "Macros".encode("utf-16-le") in data:
        raise _macros(path)
    if not any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")):
        raise SourceError(what="Filen är en Office-fil men ingen Excel-arbetsbok", where=path.name, todo=_SAVE_AS_XLSX)


def _check_zip(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except ZIP_DAMAGE as error:
        raise SourceError(what="Arbetsboken är avhuggen eller skadad", where=path.name, todo=_EXPORT_AGAIN) from error
    names = {entry.filename for entry in entries}
    if len(names) != len(entries):
        # Two parts of one name: what is inspected would not be what is read.
        raise SourceError(what="Arbetsboken är skadad: en del finns två gånger", where=path.name, todo=_SAVE_AS_XLSX)
    if len(entries) > MAX_ENTRIES:
        raise _bomb(path, f"den har {len(entries)} delar")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise _encrypted(path)
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > MAX_UNPACKED:
        raise _bomb(path, f"den blir {unpacked // 1_000_000} MB uppackad")
    if unpacked > RATIO_MATTERS_ABOVE and unpacked > MAX_RATIO * max(packed, 1):
        raise _bomb(path, f"den växer {unpacked // max(packed, 1)} gånger när den packas upp")
    if "xl/vbaProject.bin" in names or any(name.casefold().endswith("vbaproject.bin") for name in names):
        raise _macros(path)
    if "xl/workbook.bin" in names:
        raise SourceError(what="Binära arbetsböcker (.xlsb) läses inte", where=path.name, todo=_SAVE_AS_XLSX)
    if "xl/workbook.xml" not in names:
        is_ods = "content.xml" in names and "mimetype" in names
        kind = "OpenDocument-ark (.ods) läses inte" if is_ods else "Zip-filen är ingen Excel-arbetsbok"
        todo = _SAVE_AS_XLSX if is_ods else "Packa upp zip-filen och lämna in filerna i den."
        raise SourceError(what=kind, where=path.name, todo=todo)
    if _is_macro_type(path):
        raise _macros(path)


def _is_macro_type(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive, archive.open("[Content_Types].xml") as part:
            return b"macroEnabled" in part.read(1_000_000)
    except ZIP_DAMAGE as error:
        raise SourceError(what="Arbetsboken är skadad", where=path.name, todo=_EXPORT_AGAIN) from error


def _encrypted(path: Path) -> SourceError:
    return SourceError(
        what="Arbetsboken är skyddad med lösenord",
        where=path.name,
        todo="Ta bort lösenordet (Arkiv, Info, Skydda arbetsbok) och spara igen.",
    )


def _macros(path: Path) -> SourceError:
    return SourceError(what="Arbetsboken innehåller makron och öppnas därför inte", where=path.name, todo=_SAVE_AS_XLSX)


def _bomb(path: Path, why: str) -> SourceError:
    return SourceError(
        what=f"Arbetsboken är orimligt stor uppackad: {why}",
        where=path.name,
        todo="Spara bara de blad som behövs, utan formatering ned till sista raden.",
    )
