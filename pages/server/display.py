"""The display for a library or a reception: a page of its own that needs nothing of Streamlit, so it outlives it.

`/skarm` is the frame, `/skarm/paneler.json` what it shows. The page polls for a new edition and keeps the last one.
"""

import hashlib
import json
import logging
import uuid
from collections.abc import Callable
from functools import cache, partial
from html import escape
from pathlib import Path
from string import Template

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from etl.errors import LofteskollenError
from pages.server.display_edition import edition
from pages.server.display_settings import DisplaySettings, read_settings
from pages.server.display_style import style

_log = logging.getLogger(__name__)
_FOLDER = Path(__file__).parent / "display_page"
ADDRESS = "/skarm"
SCRIPTS = ("skarm.js", "draw.js", "fit.js", "keep.js", "words.js")
_ALWAYS_ASK = {"cache-control": "no-cache", "content-language": "sv"}


def routes() -> list[Route]:
    """The page, its script and style, what it shows, and the worker that lets it start without the server."""
    return [
        Route(ADDRESS, _page, methods=["GET"]),
        Route(f"{ADDRESS}/paneler.json", _panels, methods=["GET"]),
        *(
            Route(f"{ADDRESS}/{name}", _file(partial(script, name), "text/javascript"), methods=["GET"])
            for name in SCRIPTS
        ),
        Route(f"{ADDRESS}/skarm.css", _file(style, "text/css"), methods=["GET"]),
        Route(
            f"{ADDRESS}/vakt.js",
            _file(partial(script, "vakt.js"), "text/javascript", **{"service-worker-allowed": ADDRESS}),
            methods=["GET"],
        ),
    ]


@cache
def script(name: str) -> str:
    """One of SCRIPTS, or the worker."""
    return (_FOLDER / name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    return Template((_FOLDER / "skarm.html").read_text(encoding="utf-8"))


@cache
def version() -> str:
    """Changes with the page itself; a display that has run since before an upgrade then loads itself anew."""
    parts = (*map(script, SCRIPTS), style(), _template().template)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def page(settings: DisplaySettings) -> str:
    """The whole page. Only settings that were read and limited reach it."""
    return _template().substitute(
        municipality=escape(settings.municipality),
        promise=escape(settings.promise),
        theme=settings.theme,
        pace=settings.pace,
        loops="ja" if settings.loops else "nej",
        keys="ja" if settings.keys else "nej",
        version=version(),
    )


def _page(request: Request) -> Response:
    html = page(read_settings(request.query_params))
    return _answer(request, html.encode(), "text/html")


def _panels(request: Request) -> Response:
    """The edition as JSON; 304 when the display has it; 503 with words in Swedish when it cannot be made now."""
    try:
        made = edition(read_settings(request.query_params))
    except LofteskollenError as fault:
        _log.warning("%s", fault)
        return _unavailable(f"{fault.what}.")
    except Exception:
        mark = uuid.uuid4().hex[:8]
        _log.exception("fel %s", mark)
        return _unavailable(f"Något gick fel på servern (märke {mark}).")
    return _answer(request, made.body, "application/json", etag=made.etag, **{"x-lofteskollen-skarm": version()})


def _unavailable(words: str) -> Response:
    body = json.dumps({"fault": words}, ensure_ascii=False)
    headers = {"cache-control": "no-store", "content-language": "sv"}
    return Response(body, status_code=503, headers=headers, media_type="application/json; charset=utf-8")


def _file(read: Callable[[], str], kind: str, **headers: str) -> Callable[[Request], Response]:
    def serve(request: Request) -> Response:
        return _answer(request, read().encode(), kind, **headers)

    return serve


def _answer(request: Request, body: bytes, kind: str, *, etag: str = "", **headers: str) -> Response:
    """The body, or 304 without it when the asker already has it."""
    mark = etag or f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    carried = {**_ALWAYS_ASK, "etag": mark, **headers}
    known = {tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")}
    if mark in known:
        return Response(status_code=304, headers=carried)
    return Response(body, headers=carried, media_type=f"{kind}; charset=utf-8")
