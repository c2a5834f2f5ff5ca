"""One edition of the display: everything it shows for a choice of municipality and promise, made once per build."""

import hashlib
import json
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from pages import store
from pages.server.display_settings import ALL, DisplaySettings
from pages.view.display_panels import Known, Panel, promise_panels
from pages.view.formats import plural, text
from pages.view.palette import LIGHT

Row = Mapping[str, Any]
# Shown to a display whose address names no municipality: the promise that Löfteskollen was built from.
_FIRST = "1263"
# Pixels of the picture and of its smallest text on the screens they are made for: 1920 × 1080, 1350 × 1080 and
# 1080 × 1920. The text is a little larger than 1/30 of the screen's height, so that it stays so where the picture is
# shrunk a bit.
_SIZES = {"liggande": (1080, 740, 38), "kvadrat": (760, 740, 40), "staende": (1000, 710, 66)}
_drawing = threading.Lock()


@dataclass(frozen=True, kw_only=True)
class Edition:
    """Ready JSON and its mark; the mark changes with the content, not with the build."""

    body: bytes
    etag: str


@dataclass(frozen=True, kw_only=True)
class _Choice:
    """What an address asked for and the database has; `reason` says what it has not."""

    code: str = ""
    municipality: str = ""
    fictitious: bool = False
    promises: tuple[str, ...] = ()
    reason: str = ""


def edition(settings: DisplaySettings) -> Edition:
    """What is served now for these settings. Raises StoreError when there is no database to read."""
    choice = _choice(settings)
    # What is not there is not kept: an address can ask for endlessly many such things.
    return _made(choice, settings.form) if choice.reason else _kept(store.stamp(), choice, settings.form)


# A display asks for one choice again and again; 64 is more choices than there are displays in most municipalities.
@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs={_Choice: repr})
def _kept(build: store.Stamp, choice: _Choice, form: str) -> Edition:
    with _drawing:
        return _made(choice, form)


def _choice(settings: DisplaySettings) -> _Choice:
    """The municipality and promises to show: those asked for, or the first of each."""
    places = {text(row["municipality_code"]): row for row in store.municipalities().to_dict("records")}
    wished = (settings.municipality,) if settings.municipality else (settings.promise.split("-", 1)[0], _FIRST)
    code = next((c for c in wished if c in places), "" if settings.municipality else next(iter(places), ""))
    if not code:
        unknown = f"Kommunen {settings.municipality} finns inte i Löfteskollen."
        return _Choice(reason=unknown if settings.municipality else "Databasen innehåller ingen kommun.")
    name = text(places[code]["name"])
    known = [text(promise) for promise in store.promises(code)["promise_id"]]
    chosen = _chosen(known, settings.promise)
    reason = f"Löftet {settings.promise} finns inte i {name}." if known else f"{name} har inget medborgarlöfte här än."
    return _Choice(
        code=code,
        municipality=name,
        fictitious=bool(places[code]["is_fictitious"]),
        promises=tuple(chosen),
        reason="" if chosen else reason,
    )


def _chosen(known: list[str], asked: str) -> list[str]:
    """All of them, the one asked for, or the first: the running one, else the newest."""
    if asked.casefold() == ALL:
        return known
    return [promise for promise in known if promise == asked] if asked else known[:1]


def _made(choice: _Choice, form: str) -> Edition:
    """Municipality, notes, panels, and the reason where there are none."""
    wanted = [row for row in _rows(store.promises(choice.code)) if row["promise_id"] in choice.promises]
    panels = [asdict(panel) for row in wanted for panel in _panels(choice.code, row, form)]
    content = {
        "municipality": choice.municipality,
        "fictitious": choice.fictitious,
        "missing": _missing(),
        "reason": choice.reason or ("" if panels else "Löftet har inget som kan visas på en skärm."),
        "panels": panels,
    }
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=_plain).encode()
    return Edition(body=body, etag=f'"{hashlib.sha256(body).hexdigest()[:32]}"')


def _panels(code: str, promise: Row, form: str) -> tuple[Panel, ...]:
    from pages.documents.commitment_picture import commitment_picture
    from pages.documents.picture import goal_picture

    own = text(promise["promise_id"])
    width, height, size = _SIZES[form]
    duties = store.duties(code)
    known = Known(
        promise=promise,
        commitments=_rows(store.commitments(code, own)),
        progress=_rows(store.progress(code, own)),
        goals=_rows(store.goals(code, own)),
        points=store.goal_points(code, own),
        duties=_rows(duties[duties["promise_id"] == own]),
    )

    def draw_goal(goal: Row, points: pd.DataFrame) -> str:
        return goal_picture(
            goal, points, palette=LIGHT, kind="svg", width=width, height=height, large_type=True, smallest=size
        ).decode()

    def draw_commitment(row: Row) -> str:
        return commitment_picture(row, palette=LIGHT, width=width, height=height / 2, text_size=size)

    return promise_panels(known, draw_goal=draw_goal, draw_commitment=draw_commitment)


def _rows(frame: pd.DataFrame) -> list[Row]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def _missing() -> str:
    count = store.reject_count()
    return f"{plural(count, 'inlämnad rad', 'inlämnade rader')} saknas i siffrorna." if count else ""


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"går inte att skriva som JSON: {type(value).__name__}")
