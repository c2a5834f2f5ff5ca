"""Writes the smallest .xls that a reader accepts: BIFF8 in an OLE container ([MS-XLS], [MS-CFB]).

So old Excel files are tested everywhere, without a library that writes them.
"""

import struct
from collections.abc import Sequence
from pathlib import Path

_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD

Cell = str | float | bool | None


class ErrorCell(float):
    """An error value; the number is Excel's code (0x17 is #REF!, 0x2A is #N/A)."""


def tiny_xls(path: Path, sheets: dict[str, Sequence[Sequence[Cell]]], *, encrypted: bool = False) -> Path:
    path.write_bytes(_ole(_workbook(sheets, encrypted=encrypted)))
    return path


def _record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _unicode(text: str, length: str) -> bytes:
    return struct.pack(length, len(text)) + b"\x01" + text.encode("utf-16-le")


def _workbook(sheets: dict[str, Sequence[Sequence[Cell]]], *, encrypted: bool) -> bytes:
    def start(kind: int) -> bytes:
        return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))

    font = _record(0x0031, struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + _unicode("Arial", "<B"))
    style = _record(0x00E0, struct.pack("<HHHBBBBIIH", 0, 0, 0xFFF5, 0x20, 0, 0, 0, 0, 0, 0x20C0))
    head = start(5) + (_record(0x002F, b"\x00" * 6) if encrypted else b"") + font * 4 + style * 16
    bodies = [start(0x10) + b"".join(_cells(rows)) + _record(0x000A) for rows in sheets.values()]
    names = [_unicode(name, "<B") for name in sheets]
    offset = len(head) + sum(4 + 6 + len(name) for name in names) + 4
    directory = b""
    for name, body in zip(names, bodies, strict=True):
        directory += _record(0x0085, struct.pack("<IH", offset, 0) + name)
        offset += len(body)
    return head + directory + _record(0x000A) + b"".join(bodies)


def _cells(rows: Sequence[Sequence[Cell]]) -> list[bytes]:
    records = []
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            place = struct.pack("<HHH", r, c, 0)
            if isinstance(value, str) and value:
                records.append(_record(0x0204, place + _unicode(value, "<H")))
            elif isinstance(value, ErrorCell):
                records.append(_record(0x0205, place + struct.pack("<BB", int(value), 1)))
            elif isinstance(value, bool):
                records.append(_record(0x0205, place + struct.pack("<BB", value, 0)))
            elif isinstance(value, int | float):
                records.append(_record(0x0203, place + struct.pack("<d", value)))
    return records


def _entry(name: str, kind: int, child: int, first: int, size: int) -> bytes:
    raw = (name + "\x00").encode("utf-16-le") if name else b""
    links = struct.pack("<BBIII", kind, 1, _FREE, _FREE, child)
    return raw.ljust(64, b"\x00") + struct.pack("<H", len(raw)) + links + bytes(36) + struct.pack("<IQ", first, size)


def _ole(stream: bytes) -> bytes:
    stream = stream.ljust(4096, b"\x00")
    count = -(-len(stream) // _SECTOR)
    fat = [*range(1, count), _END, _END, _FAT]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, count, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<I", count + 1) + struct.pack("<I", _FREE) * 108
    directory = _entry("Root Entry", 5, 1, _END, 0) + _entry("Workbook", 2, _FREE, 0, len(stream))
    directory += _entry("", 0, _FREE, 0, 0) * 2
    table = b"".join(struct.pack("<I", sector) for sector in fat).ljust(_SECTOR, b"\xff")
    return header + stream.ljust(count * _SECTOR, b"\x00") + directory + table
