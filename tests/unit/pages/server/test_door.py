import logging
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route

from pages.server.door import Door
from pages.server.settings import ServerSettings
from tests.unit.pages.server.asking import Answer, ask, finish

SECRET = "hemligheten i spåret"


async def screen(_: Request) -> Response:
    return HTMLResponse("<p>hej</p>", headers={"content-language": "sv", "x-frame-options": "DENY"})


async def broken(_: Request) -> Response:
    raise RuntimeError(SECRET)


async def streamlit(scope: Any, receive: Any, send: Any) -> None:
    """As Streamlit does it: its index for whatever it does not know, plain words for what it refuses."""
    found = {
        "/static/x.js": PlainTextResponse("kod", headers={"set-cookie": "_streamlit_xsrf=1"}),
        "/media/borta.csv": PlainTextResponse("Not Found", status_code=404),
    }
    await found.get(scope["path"], HTMLResponse("<html lang='en'>Streamlit</html>"))(scope, receive, send)


def door(settings: ServerSettings | None = None) -> Starlette:
    routes = [Route("/lofte", screen), Route("/trasig", broken)]
    inside = Middleware(Door, routes=routes, settings=settings or ServerSettings())
    return Starlette(routes=[*routes, Mount("/", app=streamlit)], middleware=[inside])


def is_swedish_page(answer: Answer) -> bool:
    return '<html lang="sv">' in answer.body and "Löfteskollen</title>" in answer.body


def test_a_screen_goes_out_with_the_headers_of_safety_and_keeps_its_own() -> None:
    answer = ask(door(), "/lofte")

    assert (answer.status, answer.body) == (200, "<p>hej</p>")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize(
    "path",
    [
        "/finns-inte",
        "/_stcore/metrics",
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/interact",
        "/_stcore/upload_file/a/b",
        "/_stcore/script-health-check",
        "/component/x/y.js",
        "/app/static/x",
        "/lofte/extra",
        "/static/../lofte",
        "/static//x",
        "/static/.hidden",
        "/static/\\x",
        "/\x00",
        "/lofte\x00",
        "/å\x85",
        "/\udcff",
    ],
)
def test_what_is_not_an_address_of_ours_is_a_swedish_page(path: str) -> None:
    answer = ask(door(), path)

    assert answer.status == 404
    assert is_swedish_page(answer)


@pytest.mark.parametrize("path", ["/static/borta.js", "/media/borta.csv"])
def test_a_file_that_streamlit_does_not_have_is_missing_in_swedish(path: str) -> None:
    answer = ask(door(), path)

    assert answer.status == 404
    assert is_swedish_page(answer)
    assert "Streamlit" not in answer.body


def test_a_fault_is_a_swedish_page_with_a_mark_and_the_trace_stays_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR):
        answer = ask(door(), "/trasig")
    mark = caplog.records[0].args[0]  # type: ignore[index]

    assert answer.status == 500
    assert is_swedish_page(answer)
    assert str(mark) in answer.body
    assert SECRET not in answer.body
    assert "Traceback" not in answer.body
    assert SECRET in caplog.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "HACKA"])
def test_nothing_can_be_written(method: str) -> None:
    answer = ask(door(), "/lofte", method=method)

    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_nothing_is_taken_in() -> None:
    assert ask(door(), "/lofte", headers={"content-length": "1"}).status == 413
    assert ask(door(), "/lofte", headers={"transfer-encoding": "chunked"}).status == 413


def test_too_long_is_said_to_be_too_long() -> None:
    assert ask(door(), f"/{'a' * 10_000}").status == 414
    assert ask(door(), "/lofte", query="a=" + "b" * 10_000).status == 414


def test_another_name_than_ours_is_not_answered_to() -> None:
    answer = ask(door(), "/lofte", headers={"host": "evil.example"})

    assert answer.status == 421
    assert "LOFTESKOLLEN_HOSTS" in answer.body


def test_streamlits_list_of_hosts_that_may_send_messages_is_empty() -> None:
    answer = ask(door(), "/_stcore/host-config")

    assert '"allowedOrigins":[]' in answer.body
    assert "streamlit" not in answer.body


def test_the_public_server_leaves_nothing_in_the_browser() -> None:
    assert "set-cookie" in ask(door(), "/static/x.js").headers
    assert "set-cookie" not in ask(door(ServerSettings(public=True)), "/static/x.js").headers


def test_the_policy_of_a_page_of_its_own_gets_the_list_of_who_may_frame_it() -> None:
    async def display(_: Request) -> Response:
        return HTMLResponse("", headers={"content-language": "sv", "content-security-policy": "default-src 'none'"})

    settings = ServerSettings(embed_in=("https://www.kommunen.se",))
    routes = [Route("/skarm", display)]
    app = Starlette(routes=routes, middleware=[Middleware(Door, routes=routes, settings=settings)])

    assert ask(app, "/skarm").headers["content-security-policy"] == (
        "default-src 'none'; frame-ancestors 'self' https://www.kommunen.se"
    )


@given(st.text(max_size=300), st.text(max_size=300), st.sampled_from(["GET", "HEAD", "POST"]))
def test_any_address_gives_a_page_or_the_screen(path: str, query: str, method: str) -> None:
    answer = ask(door(), f"/{path}", query=query.encode("utf-8", "replace").decode(), method=method)

    assert answer.status in (200, 404, 405, 414, 500)
    assert answer.status == 200 or is_swedish_page(answer)
    assert "Traceback" not in answer.body


def websocket(path: str, host: str = "127.0.0.1") -> list[Any]:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "websocket.connect"}

    async def inside(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "websocket.accept"})
        if scope["query_string"]:
            raise TypeError(SECRET)

    scope = {
        "type": "websocket",
        "path": path.split("?")[0],
        "query_string": path.partition("?")[2].encode(),
        "headers": [(b"host", host.encode())],
    }
    finish(Door(inside, routes=[], settings=ServerSettings())(scope, receive, send))
    return [message["type"] for message in sent]


def test_only_the_stream_of_streamlit_is_a_websocket() -> None:
    assert websocket("/_stcore/stream") == ["websocket.accept"]
    assert websocket("/annat") == ["websocket.close"]
    assert websocket("/_stcore/stream", host="evil.example") == ["websocket.close"]


def test_a_visitor_who_does_not_follow_the_protocol_is_a_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    assert websocket("/_stcore/stream?brutet") == ["websocket.accept"]

    assert "följde inte protokollet (TypeError)" in caplog.text
    assert SECRET not in caplog.text
