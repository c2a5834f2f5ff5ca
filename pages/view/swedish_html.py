"""ASGI middleware: the page is Swedish from its first byte, and the browser may fetch nothing from elsewhere.

Streamlit sends `<html lang="en">`, no Content-Security-Policy and no frame policy; all three are set here.
Its few fixed English labels (skip link, menu button, connection dialog) are translated by `swedish_ui.js`.
"""

import base64
import hashlib
import re
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TITLE = "Löfteskollen"
SCRIPT_PATH = "/swedish_ui.js"
# Not pages: leave them compressed and cacheable.
_ASSETS = ("/static", "/_stcore", "/app/static", "/media", "/component", SCRIPT_PATH)
# Streamlit answers these to anybody; the dashboard needs none of them.
_CLOSED = ("/_stcore/metrics", "/_stcore/agent")
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def policy(html: str = "") -> str:
    """The Content-Security-Policy; inline scripts that stand in `html` itself are allowed by their hash."""
    hashes = [
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in _INLINE_SCRIPT.findall(html)
    ]
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(("script-src", "'self'", *hashes)),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )


def in_swedish(html: str) -> str:
    """Streamlit's own index page with Swedish language, our title and the script that translates its labels."""
    html = re.sub(r'<html lang="[^"]*">', '<html lang="sv">', html, count=1)
    html = re.sub(r"<title>[^<]*</title>", f"<title>{TITLE}</title>", html, count=1)
    # Before Streamlit's own script, because it reads what ours leaves behind.
    return html.replace("</title>", f'</title><script src=".{SCRIPT_PATH}"></script>', 1)


class SwedishHtml:
    """Wraps the whole server; websockets pass untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["path"].startswith(_CLOSED):
            await Response(status_code=404)(scope, receive, send)
        else:
            await self.app(_uncompressed(scope), receive, _Reply(send))


def _uncompressed(scope: Scope) -> Scope:
    """Ask for the page itself and not 'unchanged', a part of it or a compressed one, which would hide the tag."""
    if scope["path"].startswith(_ASSETS):
        return scope
    drop = (b"if-none-match", b"if-modified-since", b"range", b"accept-encoding")
    return {**scope, "headers": [(name, value) for name, value in scope["headers"] if name not in drop]}


class _Reply:
    """Collects an HTML answer whole, translates it and sends it on; everything else only gets the headers."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._held: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._begin(message)
        elif self._held is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                await self._finish(self._held)

    async def _begin(self, message: Message) -> None:
        kind = dict(message["headers"]).get(b"content-type", b"")
        if message["status"] == 200 and kind.startswith(b"text/html"):
            self._held = message
        else:
            await self._send({**message, "headers": [*message["headers"], *_safety_headers(policy())]})

    async def _finish(self, start: Message) -> None:
        body = in_swedish(self._body.decode()).encode()
        replaced = (b"content-length", b"etag", b"last-modified")
        headers = [(name, value) for name, value in start["headers"] if name not in replaced]
        headers += [(b"content-length", str(len(body)).encode()), *_safety_headers(policy(body.decode()))]
        await self._send({**start, "headers": headers})
        await self._send({"type": "http.response.body", "body": body})


def _safety_headers(content_policy: str) -> list[tuple[bytes, bytes]]:
    return [
        (b"content-security-policy", content_policy.encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"x-frame-options", b"SAMEORIGIN"),
        (b"referrer-policy", b"same-origin"),
        (b"content-language", b"sv"),
    ]


def ui_script_route() -> Route:
    """The route that serves the translations of Streamlit's own labels."""
    script = (Path(__file__).parent / "swedish_ui.js").read_text(encoding="utf-8")

    async def swedish_ui(_: Request) -> Response:
        return Response(script, media_type="text/javascript; charset=utf-8")

    return Route(SCRIPT_PATH, swedish_ui)
