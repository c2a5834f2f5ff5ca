"""The door: asks of every request whether it is for us, and of every answer whether it may go out as it is."""

import logging
import uuid
from collections.abc import Iterable

from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.server.plain_page import plain_page
from pages.server.security import frames, safety_headers
from pages.server.settings import ServerSettings
from pages.server.stream import Stream

_log = logging.getLogger(__name__)
STREAM = "/_stcore/stream"
_HOST_CONFIG = "/_stcore/host-config"
# All that the browser needs of Streamlit. Metrics, uploads, components, agent and health of scripts stay closed.
_FILES = ("/static/", "/media/")
_EXACT = ("/_stcore/health", _HOST_CONFIG)
_LONGEST_PATH, _LONGEST_QUERY = 2_000, 8_000
_READING = ("GET", "HEAD")
_POLICY, _FRAMES = b"content-security-policy", b"frame-ancestors"


class Door:
    """ASGI middleware around everything. `routes` are those of our own; Streamlit's are named here."""

    def __init__(self, app: ASGIApp, *, routes: Iterable[BaseRoute], settings: ServerSettings) -> None:
        self.app = app
        self._routes = tuple(routes)
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._http(scope, receive, _Outgoing(send, self._settings))
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, outgoing: "_Outgoing") -> None:
        answer = self._refusal(scope) or _host_config(scope)
        if answer:
            await answer(scope, receive, outgoing)
            return
        try:
            await self.app(scope, receive, outgoing)
            # An English error page of Streamlit's own was held back.
            if outgoing.withheld:
                await plain_page(outgoing.withheld, self._settings)(scope, receive, outgoing)
        except Exception:
            mark = uuid.uuid4().hex[:8]
            _log.exception("fel %s", mark)
            if outgoing.started:
                raise
            await plain_page(500, self._settings, mark=mark)(scope, receive, outgoing)

    def _refusal(self, scope: Scope) -> Response | None:
        """The page for a request that is not answered; None for one that is."""
        headers = dict(scope["headers"])
        if not self._settings.answers_to(headers.get(b"host", b"").decode("latin-1")):
            return plain_page(421, self._settings)
        if len(scope["path"]) > _LONGEST_PATH or len(scope["query_string"]) > _LONGEST_QUERY:
            return plain_page(414, self._settings)
        if not self._known(scope):
            return plain_page(404, self._settings)
        if scope["method"] not in _READING:
            return plain_page(405, self._settings)
        if headers.get(b"content-length", b"0") != b"0" or b"transfer-encoding" in headers:
            return plain_page(413, self._settings)
        return None

    def _known(self, scope: Scope) -> bool:
        path = scope["path"]
        if not path.isprintable() or "\\" in path or "//" in path or "/." in path:
            return False
        return path in _EXACT or path.startswith(_FILES) or self._ours(scope)

    def _ours(self, scope: Scope) -> bool:
        return any(route.matches(scope)[0] is not Match.NONE for route in self._routes)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        host = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
        if scope["path"] != STREAM or not self._settings.answers_to(host):
            await send({"type": "websocket.close", "code": 1008, "reason": "Servern svarar inte på den här adressen"})
            return
        stream = Stream(receive, send, public=self._settings.public)
        try:
            await self.app(scope, stream.receive, stream.send)
        except Exception as fault:
            # Streamlit raises on what is not its protocol, after it has hung up; the server would print a trace. The
            # words of the fault may hold what the visitor sent, so only its kind is written down.
            _log.warning(
                "en förbindelse bröts: den följde inte protokollet (%s)",
                type(fault).__name__,
                exc_info=_log.isEnabledFor(logging.DEBUG),
            )


def _host_config(scope: Scope) -> Response | None:
    """Streamlit's answer to ”who may send messages to this page” names its own company's hosts; ours is nobody."""
    if scope["path"] != _HOST_CONFIG:
        return None
    return JSONResponse(
        {
            "allowedOrigins": [],
            "useExternalAuthToken": False,
            "enableCustomParentMessages": False,
            "enforceDownloadInNewTab": False,
            "metricsUrl": "",
            "blockErrorDialogs": False,
            "resourceCrossOriginMode": None,
        },
        headers={"cache-control": "no-cache"},
    )


class _Outgoing:
    """Adds the headers of safety, and holds back an error page that is not ours."""

    def __init__(self, send: Send, settings: ServerSettings) -> None:
        self._send = send
        self._settings = settings
        self.started = False
        self.withheld = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = dict(message["headers"])
            if refused := _not_ours(message["status"], headers):
                self.withheld = refused
                return
            self.withheld = 0
            self.started = True
            message = {**message, "headers": self._with_safety(message["headers"], headers)}
        elif self.withheld:
            return
        await self._send(message)

    def _with_safety(self, sent: list[tuple[bytes, bytes]], known: dict[bytes, bytes]) -> list[tuple[bytes, bytes]]:
        # The public pages need to remember nothing in the browser; Streamlit's cookie protects uploads and logins.
        kept = [
            (name, self._with_frames(value) if name == _POLICY else value)
            for name, value in sent
            if not (self._settings.public and name == b"set-cookie")
        ]
        return kept + [(name, value) for name, value in safety_headers(self._settings) if name not in known]

    def _with_frames(self, own_policy: bytes) -> bytes:
        """A page's own policy, with who may frame it where it does not say."""
        return own_policy if _FRAMES in own_policy else own_policy + b"; " + frames(self._settings).encode()


def _not_ours(status: int, headers: dict[bytes, bytes]) -> int:
    """The status of an English page of Streamlit's; 0 for what may be sent on.

    For a file that it does not have Streamlit sends its index as if that were it.
    """
    if b"content-language" in headers:
        return 0
    is_page = headers.get(b"content-type", b"").startswith(b"text/html")
    return status if status >= 400 else 404 if is_page else 0
