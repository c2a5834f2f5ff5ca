"""A display without a server: the page's own files, and editions that a test decides, moment by moment."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import BrowserContext, Page, Route

from pages.server import display
from pages.server.display_settings import read_settings
from pages.server.display_style import style
from pages.server.security import policy
from pages.server.settings import ServerSettings
from pages.view.display_panels import Panel

HOST = "http://skarm.test"


def panel(number: int, **changed: Any) -> Panel:
    """A panel like any other; `changed` is what a test cares for."""
    usual: dict[str, Any] = {
        "key": f"p{number}",
        "kind": "verdict",
        "promise": "Medborgarlöfte 2026: lugna kvällar",
        "question": "Blev det bättre?",
        "verdict": "På väg",
        "tone": "way",
        "sentence": f"Mening nummer {number}.",
        "data": "Uppgifter till och med 31 oktober 2026",
        "data_brief": "Till och med 31 oktober 2026",
    }
    return Panel(**{**usual, **changed})


def edition(*panels: Panel, **changed: Any) -> dict[str, Any]:
    content = {"municipality": "Svedala", "fictitious": False, "missing": "", "reason": ""}
    return {**content, "panels": json.loads(json.dumps([asdict(p) for p in panels], default=str)), **changed}


@dataclass
class Served:
    """What the server answers now: an edition, a `fault` in words (503), or nothing at all (`away`)."""

    edition: dict[str, Any]
    away: bool = False
    fault: str = ""
    asked: int = 0
    unchanged: int = 0
    version: str = field(default_factory=display.version)

    def answer(self, context: BrowserContext) -> None:
        """From now on the context gets its display from here, and nothing from anywhere else."""
        context.route(f"{HOST}/**", self._route)

    def _route(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        if self.away:
            route.abort()
        elif path == "/skarm/paneler.json":
            self._panels(route)
        elif path == "/skarm":
            settings = read_settings(dict(parse_qsl(urlsplit(route.request.url).query)))
            _send(route, display.page(settings), "text/html")
        elif path == "/skarm/skarm.css":
            _send(route, style(), "text/css")
        elif path.removeprefix("/skarm/") in display.SCRIPTS:
            _send(route, display.script(path.removeprefix("/skarm/")), "text/javascript")
        else:
            route.fulfill(status=204)

    def _panels(self, route: Route) -> None:
        self.asked += 1
        body = json.dumps(self.edition)
        mark = f'"{hash(body)}"'
        headers = {"etag": mark, "x-lofteskollen-skarm": self.version}
        if self.fault:
            _send(route, json.dumps({"fault": self.fault}), "application/json", status=503)
        elif route.request.headers.get("if-none-match") == mark:
            self.unchanged += 1
            route.fulfill(status=304, headers=headers)
        else:
            _send(route, body, "application/json", headers=headers)


def _send(route: Route, body: str, kind: str, *, status: int = 200, headers: dict[str, str] | None = None) -> None:
    safe = {"content-security-policy": policy(ServerSettings()), "content-type": f"{kind}; charset=utf-8"}
    route.fulfill(status=status, headers={**safe, **(headers or {})}, body=body)


def poll(page: Page, served: Served, seconds: int = 61) -> None:
    """So much time goes that it asks once, and the answer has come."""
    before = served.asked
    page.clock.run_for(seconds * 1000)
    tries = 100
    while served.asked == before and not served.away and tries:
        page.wait_for_timeout(20)
        tries -= 1
    page.wait_for_timeout(50)
