"""Asks an ASGI application as a server would, without a network."""

from collections.abc import Coroutine, Mapping
from dataclasses import dataclass
from typing import Any

import pytest


@dataclass(frozen=True, kw_only=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: str


def ask(
    app: Any,
    path: str,
    *,
    method: str = "GET",
    query: str = "",
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """What a client gets. `path` is decoded, as servers hand it on."""
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    known = {"host": "127.0.0.1:8501", **(headers or {})}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "server": ("127.0.0.1", 8501),
        "root_path": "",
        "path": path,
        "raw_path": path.encode("utf-8", "surrogateescape"),
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in known.items()],
    }
    finish(app(scope, receive, send))
    start, *bodies = sent
    return Answer(
        status=start["status"],
        headers={name.decode(): value.decode() for name, value in start["headers"]},
        body=b"".join(message.get("body", b"") for message in bodies).decode(),
    )


def finish(coroutine: Coroutine[Any, Any, None]) -> None:
    """Runs to the end what never waits. No event loop: the browser tests of the same session keep one running."""
    with pytest.raises(StopIteration):
        coroutine.send(None)
