"""What has been published as open data: the list that the publication wrote beside the public database."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

from etl.errors import StoreError
from pages.served import ROOT

LIST = "filer.json"
FOLDER = "/data/v1/"


@dataclass(frozen=True, kw_only=True)
class OpenFile:
    """One file: `name` is its address under /data/v1/, `kind` tabell, beskrivning, schema, löfte or bevis."""

    name: str
    kind: str
    title: str
    media_type: str
    bytes: int
    sha256: str
    about: Mapping[str, str]

    @property
    def address(self) -> str:
        """From the root of the server."""
        return f"{FOLDER}{self.name}"


@dataclass(frozen=True, kw_only=True)
class Published:
    """One publication. `day` is its date where it was made, `address` that of the public server, or empty when it was
    not told; no file stands in `files` that does not lie in `folder`."""

    folder: Path
    published: datetime
    day: date
    address: str
    files: Mapping[str, OpenFile]

    def of_kind(self, kind: str, **about: str) -> list[OpenFile]:
        """The files of a kind that concern what `about` says, in the order of their names."""
        return [
            file
            for file in self.files.values()
            if file.kind == kind and all(file.about.get(key) == value for key, value in about.items())
        ]


def directory() -> Path:
    """Where the public databases and the folders of open data lie: LOFTESKOLLEN_PUBLIC_DB, or data/public."""
    return Path(os.environ.get("LOFTESKOLLEN_PUBLIC_DB") or ROOT / "data" / "public")


def published() -> Published | None:
    """The publication that is served now; None before the first. Raises StoreError when its list cannot be read."""
    try:
        name = (directory() / "current").read_text(encoding="utf-8").strip()
        folder = directory() / f"{Path(name).stem}-data"
        return _read(folder, (folder / LIST).stat().st_mtime_ns)
    except (FileNotFoundError, NotADirectoryError):
        return None


@lru_cache(maxsize=2)
def _read(folder: Path, _modified: int) -> Published:
    try:
        content = (folder / LIST).read_bytes()
        told = json.loads(content)
        files = [_open_file(file) for file in told["filer"]]
        return Published(
            folder=folder,
            published=datetime.fromisoformat(told["publicerad"]),
            day=date.fromisoformat(told["dag"]),
            address=told["adress"],
            files=MappingProxyType({f.name: f for f in [_the_list(content), *files] if _inside(folder, f.name)}),
        )
    except (ValueError, KeyError, TypeError) as fault:
        raise StoreError(
            what="Listan över öppna data går inte att läsa",
            where=LIST,
            todo="Publicera på nytt med ”python -m etl publish”.",
        ) from fault


def _open_file(told: Mapping[str, Any]) -> OpenFile:
    return OpenFile(
        name=told["namn"],
        kind=told["slag"],
        title=told["titel"],
        media_type=told["medietyp"],
        bytes=told["byte"],
        sha256=told["sha256"],
        about=MappingProxyType(told["galler"]),
    )


def _the_list(content: bytes) -> OpenFile:
    """The list can be fetched too, but cannot hold its own fingerprint."""
    return OpenFile(
        name=LIST,
        kind="beskrivning",
        title="Lista över alla filer",
        media_type="application/json",
        bytes=len(content),
        sha256=sha256(content).hexdigest(),
        about=MappingProxyType({}),
    )


def _inside(folder: Path, name: str) -> bool:
    return (folder / name).resolve().is_relative_to(folder.resolve())
