"""The scripts and the style sheet that stand beside Streamlit's own: each a file of ours, nothing inline."""

import hashlib
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pages.view.style import style_sheet

# In this order in the page, before Streamlit's script.
SCRIPTS = ("swedish_ui.js", "links.js", "chart_tools.js", "announce.js")
SHEET, ICON = "stil.css", "favicon.png"
_FOLDER = Path(__file__).resolve().parents[1] / "view"


def tags() -> str:
    """The <script> elements for the head of the page."""
    return "".join(f'<script src="./{name}"></script>' for name in SCRIPTS)


def routes() -> list[Route]:
    """One route a script, that of the style sheet and that of the icon, which Streamlit would send in every visit."""
    scripts = [_route(name, (_FOLDER / name).read_bytes(), "text/javascript") for name in SCRIPTS]
    icon = _route(ICON, (_FOLDER / ICON).read_bytes(), "image/png")
    return [*scripts, _route(SHEET, style_sheet().encode(), "text/css"), icon]


def _route(name: str, content: bytes, media_type: str) -> Route:
    headers = {"etag": f'"{hashlib.sha256(content).hexdigest()[:16]}"', "cache-control": "no-cache"}

    async def file(request: Request) -> Response:
        if request.headers.get("if-none-match") == headers["etag"]:
            return Response(status_code=304, headers=headers)
        return Response(content, media_type=media_type, headers=headers)

    return Route(f"/{name}", file, name=name)
