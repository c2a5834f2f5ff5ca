import base64
import hashlib
from collections.abc import Coroutine
from typing import Any

import pytest

from pages.view.swedish_html import SwedishHtml, in_swedish, policy

INDEX = '<!DOCTYPE html><html lang="en"><head><title>Streamlit</title><script>window.a = 1</script></head></html>'


def finish(coroutine: Coroutine[Any, Any, None]) -> None:
    """Runs to the end what never waits. No event loop: the browser tests of the same session keep one running."""
    with pytest.raises(StopIteration):
        coroutine.send(None)


def answer(path: str, body: str = INDEX, kind: str = "text/html", status: int = 200) -> tuple[dict[Any, Any], str]:
    """What a browser gets for `path` when the wrapped server sends `body` in two pieces."""
    seen: list[Any] = []

    async def inner(scope: Any, receive: Any, send: Any) -> None:
        seen.append(scope)
        headers = [(b"content-type", kind.encode()), (b"content-length", b"7"), (b"etag", b"x")]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body[:9].encode(), "more_body": True})
        await send({"type": "http.response.body", "body": body[9:].encode()})

    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request"}

    scope = {"type": "http", "path": path, "method": "GET", "headers": [(b"accept-encoding", b"gzip")]}
    finish(SwedishHtml(inner)(scope, receive, send))
    start = sent[0]
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    if seen:
        headers["asked-encoding"] = str(dict(seen[0]["headers"]).get(b"accept-encoding"))
    return {"status": start["status"], **headers}, b"".join(m.get("body", b"") for m in sent[1:]).decode()


def test_the_page_is_swedish_from_its_first_byte() -> None:
    head, body = answer("/lofte")

    assert '<html lang="sv">' in body
    assert "<title>Löfteskollen</title>" in body
    assert head["content-length"] == str(len(body.encode()))
    assert "etag" not in head


def test_a_compressed_page_is_never_asked_for_but_assets_are() -> None:
    assert answer("/lofte")[0]["asked-encoding"] == "None"
    assert answer("/static/js/x.js", kind="text/javascript")[0]["asked-encoding"] == "b'gzip'"


def test_inline_scripts_are_allowed_by_their_hash_and_eval_is_not() -> None:
    head, body = answer("/")
    digest = base64.b64encode(hashlib.sha256(b"window.a = 1").digest()).decode()
    script = next(part for part in head["content-security-policy"].split("; ") if part.startswith("script-src"))

    assert script == f"script-src 'self' 'sha256-{digest}'"
    assert "unsafe-eval" not in head["content-security-policy"]
    assert '<script src="./swedish_ui.js"></script>' in body


def test_every_answer_carries_the_safety_headers() -> None:
    head, body = answer("/static/x.css", body="a { color: red }", kind="text/css")

    assert body == "a { color: red }"
    assert head["x-content-type-options"] == "nosniff"
    assert head["x-frame-options"] == "SAMEORIGIN"
    assert "default-src 'self'" in head["content-security-policy"]


def test_an_error_page_is_passed_on_as_it_is() -> None:
    head, body = answer("/saknas", body="<html lang='en'>borta</html>", status=404)

    assert (head["status"], body) == (404, "<html lang='en'>borta</html>")


def test_the_server_says_nothing_about_its_inside() -> None:
    assert answer("/_stcore/metrics")[0]["status"] == 404
    assert answer("/_stcore/agent/openapi.json")[0]["status"] == 404


def test_websockets_pass_untouched() -> None:
    seen: list[Any] = []

    async def inner(scope: Any, receive: Any, send: Any) -> None:
        seen.append(scope)

    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": [(b"accept-encoding", b"gzip")]}
    finish(SwedishHtml(inner)(scope, None, None))  # type: ignore[arg-type]

    assert seen == [scope]


def test_the_policy_names_no_other_host() -> None:
    assert "http" not in policy(in_swedish(INDEX))
