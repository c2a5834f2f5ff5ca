"""Which character encoding a text file has, and when it must be refused instead of guessed.

A wrong guess does not fail: it turns "Skadegörelse" into "Skadegîrelse" and makes a new crime type of it.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from etl.errors import SourceError

BLOCK_SIZE = 1 << 20
_OVERLAP = 8

UTF8 = "utf-8"
UTF8_BOM = "utf-8-sig"
UTF16 = "utf-16"
CP1252 = "cp1252"
LATIN1 = "latin-1"

_SAVE_AS_UTF8 = "Spara om filen som ”CSV UTF-8” i Excel eller LibreOffice och lämna in den igen."

_MAGIC = (
    (b"PK\x03\x04", "en zip-fil eller arbetsbok"),
    (b"\xd0\xcf\x11\xe0", "en gammal Office-fil"),
    (b"%PDF", "en PDF"),
    (b"\x89PNG", "en bild"),
    (b"\xff\xd8\xff", "en bild"),
    (b"\x1f\x8b", "en komprimerad fil"),
    (b"7z\xbc\xaf", "en komprimerad fil"),
    (b"PAR1", "en Parquet-fil"),
    (b"SQLite format 3", "en databas"),
)

# å ä ö é read as CP850 or MacRoman are, in CP1252, „ ” † ‚ and Œ Š š Ž: signs that never stand inside a word.
_FOREIGN_IN_WORD = re.compile(rb"[A-Za-z][\x82\x84\x86\x89\x94\x99][A-Za-z]")
# š and ž do stand inside words (Dušan), so they count only where the file has no å, ä or ö at all.
_MAYBE_FOREIGN_IN_WORD = re.compile(rb"[A-Za-z][\x80\x85\x8a\x8c\x8e\x9a][a-z]")
_SWEDISH_LETTER = re.compile(rb"[\xe5\xe4\xf6\xc5\xc4\xd6]")
_UNDEFINED_IN_CP1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_C1 = re.compile(rb"[\x80-\x9f]")
# UTF-8 read as CP1252 and saved again: å ä ö Å Ä Ö é – ” become Ã and a sign.
_DOUBLE_UTF8 = re.compile(
    "Ã[¥¤¶©¼¸¦\u2026\u201e\u2013\u2030\u0085\u0084\u0096\u0089]|â€[\u201c\u201d\u2122\u0153\u009d]".encode()
)
_DAMAGE_BEGINS = ("Ã", "â", "\ufffd")
_MIXED = re.compile(rb"\xc3[\xa5\xa4\xb6\x85\x84\x96\xa9]")
_REPLACEMENT = "\ufffd".encode()


@dataclass(kw_only=True)
class _Signs:
    """What has been seen so far. First positions are line numbers (1-based)."""

    file: str
    line: int = 1
    is_utf8: bool = True
    has_utf8_signs: bool = False
    has_c1: bool = False
    has_swedish: bool = False
    maybe_foreign_line: int | None = None
    foreign_line: int | None = None
    undefined_line: int | None = None
    double_line: int | None = None
    mixed_line: int | None = None
    replacement_line: int | None = None
    decoder: codecs.IncrementalDecoder = field(default_factory=lambda: codecs.getincrementaldecoder("utf-8")("strict"))


def decode(data: bytes, *, file: str) -> tuple[str, str]:
    """The text without byte order mark, and the encoding's name: utf-8, utf-8-sig, utf-16, cp1252, latin-1.

    Raises SourceError for an empty or binary file and for text that cannot be read with certainty.
    """
    encoding = _encoding_of([data], file=file)
    return data.decode(encoding), encoding


def detect(path: Path) -> str:
    """The encoding of a file of any size, in constant memory. Raises SourceError like decode."""
    with path.open("rb") as stream:
        return _encoding_of(iter(lambda: stream.read(BLOCK_SIZE), b""), file=path.name)


def _encoding_of(blocks: Iterable[bytes], *, file: str) -> str:
    stream: Iterator[bytes] = iter(blocks)
    first = next(stream, b"")
    if not first:
        raise SourceError(what="Filen är tom", where=file, todo="Kontrollera att rätt fil lämnades in.")
    refuse_binary(first, file=file)
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        _check_utf16(first, stream, file=file)
        return UTF16
    signs = _Signs(file=file)
    tail = b""
    block = first
    while block:
        _look(signs, tail, block)
        tail = block[-_OVERLAP:]
        block = next(stream, b"")
    return _conclude(signs, has_bom=first.startswith(codecs.BOM_UTF8))


def refuse_binary(first: bytes, *, file: str) -> None:
    """Raises SourceError when the first bytes are those of a known kind of file that is not text."""
    for magic, kind in _MAGIC:
        if first.startswith(magic):
            raise SourceError(
                what=f"Filen är {kind}, inte en textfil",
                where=file,
                todo="Lämna in CSV, Excel (.xlsx eller .xls) eller JSON, och ge filen rätt filändelse.",
            )


def _check_utf16(first: bytes, rest: Iterator[bytes], *, file: str) -> None:
    decoder = codecs.getincrementaldecoder("utf-16")("strict")
    try:
        decoder.decode(first)
        for block in rest:
            decoder.decode(block)
        decoder.decode(b"", True)
    except UnicodeDecodeError as error:
        raise SourceError(
            what="Filen säger sig vara UTF-16 men är skadad eller avhuggen", where=file, todo=_SAVE_AS_UTF8
        ) from error


def _look(signs: _Signs, tail: bytes, block: bytes) -> None:
    if b"\x00" in block:
        raise SourceError(
            what="Filen innehåller binära tecken (NUL) och är ingen läsbar textfil",
            where=f"{signs.file}, rad {signs.line + block[: block.index(0)].count(10)}",
            todo=_SAVE_AS_UTF8,
        )
    text = _decoded(signs, block) if signs.is_utf8 else None
    if text is not None:
        signs.has_utf8_signs = signs.has_utf8_signs or not block.isascii()
        if any(sign in text for sign in _DAMAGE_BEGINS):
            _look_for_damage(signs, tail, block)
    elif not block.isascii() or not tail.isascii():
        _look_at_high_bytes(signs, tail, block)
    signs.line += block.count(b"\n")


def _decoded(signs: _Signs, block: bytes) -> str | None:
    """The block as text, or None (and no longer UTF-8) when it cannot be."""
    try:
        return signs.decoder.decode(block)
    except UnicodeDecodeError:
        signs.is_utf8 = False
        return None


def _look_for_damage(signs: _Signs, tail: bytes, block: bytes) -> None:
    """Text that is UTF-8 so far is only searched for damage done in an earlier step."""
    window = tail + block
    first_line = signs.line - tail.count(b"\n")
    if signs.double_line is None:
        match = _DOUBLE_UTF8.search(window)
        if match is not None:
            signs.double_line = first_line + window.count(b"\n", 0, match.start())
    if signs.replacement_line is None and _REPLACEMENT in window:
        signs.replacement_line = first_line + window.count(b"\n", 0, window.index(_REPLACEMENT))


def _look_at_high_bytes(signs: _Signs, tail: bytes, block: bytes) -> None:
    window = tail + block
    first_line = signs.line - tail.count(b"\n")
    if signs.has_utf8_signs and signs.mixed_line is None:
        signs.mixed_line = signs.line

    def line_of(pattern: re.Pattern[bytes]) -> int | None:
        match = pattern.search(window)
        return None if match is None else first_line + window.count(b"\n", 0, match.start())

    signs.has_c1 = signs.has_c1 or _C1.search(block) is not None
    signs.has_swedish = signs.has_swedish or _SWEDISH_LETTER.search(block) is not None
    signs.maybe_foreign_line = signs.maybe_foreign_line or line_of(_MAYBE_FOREIGN_IN_WORD)
    signs.foreign_line = signs.foreign_line or line_of(_FOREIGN_IN_WORD)
    signs.undefined_line = signs.undefined_line or line_of(_UNDEFINED_IN_CP1252)
    signs.double_line = signs.double_line or line_of(_DOUBLE_UTF8)
    signs.mixed_line = signs.mixed_line or line_of(_MIXED)
    if signs.replacement_line is None and _REPLACEMENT in window:
        signs.replacement_line = first_line + window.count(b"\n", 0, window.index(_REPLACEMENT))


def _conclude(signs: _Signs, *, has_bom: bool) -> str:
    if signs.is_utf8:
        try:
            signs.decoder.decode(b"", True)
        except UnicodeDecodeError:
            signs.is_utf8 = False
    if signs.is_utf8:
        if signs.double_line is not None:
            raise _refusal(signs, signs.double_line, "Texten är kodad två gånger (”Ã¥” där det ska stå ”å”)")
        if signs.replacement_line is not None:
            raise _refusal(signs, signs.replacement_line, "Tecken har gått förlorade (�) i ett tidigare steg")
        return UTF8_BOM if has_bom else UTF8
    if has_bom or signs.mixed_line is not None:
        line = signs.mixed_line or signs.line
        raise _refusal(signs, line, "Filen blandar UTF-8 med en annan teckenkodning eller är skadad")
    if signs.undefined_line is not None:
        raise _refusal(signs, signs.undefined_line, "Teckenkodningen känns inte igen (kanske DOS eller Mac)")
    foreign = signs.foreign_line or (None if signs.has_swedish else signs.maybe_foreign_line)
    if foreign is not None:
        what = "Å, ä och ö ser ut att vara kodade för DOS (CP850) eller Mac (MacRoman)"
        raise _refusal(signs, foreign, what)
    return CP1252 if signs.has_c1 else LATIN1


def _refusal(signs: _Signs, line: int, what: str) -> SourceError:
    return SourceError(what=what, where=f"{signs.file}, rad {line}", todo=_SAVE_AS_UTF8)
