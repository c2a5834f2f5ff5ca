"""The folder of open data while it is being written, and the list of what is in it: the only names that are served."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

LIST = "filer.json"
FOLDER = "/data/v1/"
MEDIA_TYPES = {
    ".csv": "text/csv; charset=utf-8; header=present",
    ".parquet": "application/vnd.apache.parquet",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".csv-metadata.json": "application/csvm+json",
    ".schema.json": "application/schema+json",
    ".zip": "application/zip",
}


@dataclass(frozen=True, kw_only=True)
class PublishedFile:
    """One file. `name` is its address under /data/v1/, `kind` what it is: tabell, beskrivning, schema, löfte or bevis.

    `about` names what it concerns: the mart, or the municipality, promise, goal or commitment.
    """

    name: str
    kind: str
    title: str
    media_type: str
    bytes: int
    sha256: str
    about: dict[str, str]


@dataclass(kw_only=True)
class Folder:
    """Where the files go. `address(name)` is absolute when `base_url` is given, else it begins at the server's root."""

    path: Path
    base_url: str
    published: datetime
    files: list[PublishedFile] = field(default_factory=list)

    def address(self, name: str = "") -> str:
        return f"{self.base_url.rstrip('/')}{FOLDER}{name}"

    def page(self, address: str) -> str:
        """The address of a screen."""
        return f"{self.base_url.rstrip('/')}/{address}"

    def place(self, name: str) -> Path:
        """Where the file with that name is to be written."""
        target = self.path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    def write(self, name: str, content: bytes, *, kind: str, title: str, about: dict[str, str] | None = None) -> None:
        """Write a file and put it on the list."""
        self.place(name).write_bytes(content)
        self.note(name, kind=kind, title=title, about=about)

    def note(self, name: str, *, kind: str, title: str, about: dict[str, str] | None = None) -> None:
        """Put a file that has been written on the list."""
        target = self.path / name
        digest = sha256()
        with target.open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
        self.files.append(
            PublishedFile(
                name=name,
                kind=kind,
                title=title,
                media_type=media_type(name),
                bytes=target.stat().st_size,
                sha256=digest.hexdigest(),
                about=about or {},
            )
        )

    def close(self) -> None:
        """Write the list, last of all: a folder without it is not finished, and nothing in it is served."""
        listed = {
            "publicerad": timestamp(self.published),
            "dag": self.published.date().isoformat(),
            "adress": self.base_url.rstrip("/"),
            "filer": [_listed(file) for file in sorted(self.files, key=lambda file: file.name)],
        }
        (self.path / LIST).write_bytes(json_bytes(listed))


def _listed(file: PublishedFile) -> dict[str, Any]:
    return {
        "namn": file.name,
        "slag": file.kind,
        "titel": file.title,
        "medietyp": file.media_type,
        "byte": file.bytes,
        "sha256": file.sha256,
        "galler": file.about,
    }


def media_type(name: str) -> str:
    """The longest known ending decides."""
    endings = [ending for ending in MEDIA_TYPES if name.endswith(ending)]
    return MEDIA_TYPES[max(endings, key=len)]


def json_bytes(value: Any) -> bytes:
    """Readable JSON with a last line end; Swedish letters as they are."""
    return (json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def timestamp(moment: datetime) -> str:
    """2026-11-22T09:30:00Z. Raises ValueError for a time without time zone."""
    if moment.tzinfo is None:
        raise ValueError("tiden saknar tidszon")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
