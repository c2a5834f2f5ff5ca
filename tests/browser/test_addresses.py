"""Whatever is asked of the running server, it answers with a page in Swedish and never with a trace.

Over HTTP byte by byte, so that no library mends an address on the way; and as visits, whose address Streamlit hands to
the screens.
"""

import socket
from contextlib import suppress
from urllib.parse import quote, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.browser.session_client import Shown, visit_without_browser

SCRIPT = "<script>alert(1)</script>"
ADDRESSES = (
    b"/finns-inte",
    b"/lofte/../../etc/passwd",
    b"/%2e%2e/%2e%2e/etc/passwd",
    b"/..%2f..%2fetc%2fpasswd",
    b"/%2e%2e%5c%2e%2e%5cwindows",
    b"//evil.example/lofte",
    b"/%00",
    b"/lofte%00.html",
    b"/lofte?kommun=%00",
    b"/%ff%fe",
    b"/lofte?kommun=%ff%fe",
    b"/%c3%28",
    b"/%E2%80%AE",
    b"/%0d%0aSet-Cookie:%20a=b",
    b"/lofte/%0d%0aLocation:%20x",
    b"/" + b"a" * 10_000,
    b"/" + b"a/" * 5_000,
    b"/lofte?" + b"a" * 10_000,
    b"/lofte?" + b"&".join(b"a%d=1" % number for number in range(1_000)),
    b"/lofte?kommun=" + quote(SCRIPT).encode(),
    b"/" + quote(SCRIPT).encode(),
    b"/static/js/borta.js",
    b"/static/../../../secrets.toml",
    b"/static/%2e%2e/%2e%2e/config.toml",
    b"/media/borta.csv",
    b"/.streamlit/config.toml",
    b"/.git/config",
    b"/data/v1/../../db/current",
    b"/data/v1/%2e%2e/%2e%2e/db/current",
    b"/skarm?kommun=" + quote(SCRIPT).encode(),
    b"/skarm/paneler.json?kommun=%ff&takt=NaN",
    b"/_stcore/metrics",
    b"/_stcore/agent/openapi.json",
    b"/component/streamlit/index.html",
    b"http://evil.example/",
    b"*",
)
QUERIES = (
    f"kommun={quote(SCRIPT)}&lofte={quote(SCRIPT)}&lattlast={quote(SCRIPT)}",
    "kommun=%00&lofte=%ff%fe",
    "kommun=9999&kommun=1263&lofte=&lofte=9999-2025",
    "&".join(f"a{number}={number}" for number in range(3_000)),
    "kommun=" + "9" * 10_000,
    "omrade=1&brott=2&matt=3&grupp=4&fraga=5&sprak=xx",
    "%",
    "=&=&&;;",
    "kommun=' OR 1=1; DROP TABLE marts.promise --",
)
SCREENS = ("", "lofte", "tryggheten", "brott", "metod", "oppnadata", "tillganglighet", "trender", "aktivitetslogg")


def ask(server: str, address: bytes, *, method: bytes = b"GET", headers: bytes = b"", body: bytes = b"") -> str:
    """The whole answer to one request, as it came."""
    parts = urlsplit(server)
    request = (
        method + b" " + address + b" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + headers + b"\r\n" + body
    )
    answer = b""
    with socket.create_connection((parts.hostname, parts.port), timeout=20) as connection:
        connection.sendall(request)
        # A server that refuses to read the rest of what is sent hangs up when it has answered.
        with suppress(ConnectionResetError):
            while piece := connection.recv(65_536):
                answer += piece
    return answer.decode("utf-8", "replace")


def status_of(answer: str) -> int:
    return int(answer.split(" ", 2)[1])


def is_safe(answer: str) -> bool:
    """No trace, no path of the machine, nothing that would run; and Swedish, where it is a page."""
    head, _, body = answer.partition("\r\n\r\n")
    is_page = "text/html" in head
    leaks = ("Traceback", 'File "', "site-packages", "Exception", SCRIPT)
    return not any(words in answer for words in leaks) and (not is_page or '<html lang="sv"' in body)


@pytest.mark.parametrize("address", ADDRESSES, ids=range(len(ADDRESSES)))
def test_a_strange_address_gives_a_page(server: str, address: bytes) -> None:
    answer = ask(server, address)

    assert is_safe(answer), answer[:2_000]
    assert status_of(answer) in (200, 301, 400, 404, 414, 503)
    assert "set-cookie: a=b" not in answer.casefold()


@pytest.mark.parametrize("method", [b"POST", b"PUT", b"DELETE", b"PATCH", b"OPTIONS", b"TRACE", b"HACKA"])
@pytest.mark.parametrize("address", [b"/", b"/_stcore/upload_file/a/b", b"/data/v1/katalog.jsonld"])
def test_nothing_can_be_written(server: str, address: bytes, method: bytes) -> None:
    answer = ask(server, address, method=method)

    assert is_safe(answer), answer[:2_000]
    assert status_of(answer) in (404, 405)


def test_nothing_is_taken_in(server: str) -> None:
    assert status_of(ask(server, b"/", headers=b"Content-Length: 5\r\n", body=b"hejsa")) == 413
    assert status_of(ask(server, b"/", headers=b"Transfer-Encoding: chunked\r\n", body=b"1\r\na\r\n0\r\n\r\n")) == 413


def test_what_is_no_request_at_all_is_refused_without_a_trace(server: str) -> None:
    for address in (b"\xff\xfe", b"/ \x00", b""):
        answer = ask(server, address)
        assert is_safe(answer)
        assert status_of(answer) == 400


def test_another_host_is_not_answered_to(server: str) -> None:
    parts = urlsplit(server)
    with socket.create_connection((parts.hostname, parts.port), timeout=20) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
        assert connection.recv(20).startswith(b"HTTP/1.1 421")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400), st.booleans())
def test_any_address_gives_a_page(server: str, address: bytes, encoded: bool) -> None:
    asked = quote(address, safe="/?&=%").encode() if encoded else bytes(set(address) - set(b" \r\n\x00"))
    answer = ask(server, b"/" + asked)

    assert is_safe(answer), answer[:2_000]
    assert status_of(answer) < 500 or status_of(answer) == 503


def is_a_screen(shown: Shown) -> bool:
    return bool(shown.heading) and not shown.faults and "gick fel" not in shown.heading and SCRIPT not in shown.html


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_a_visit_with_a_strange_address_shows_the_screen(server: str, screen: str, query: str) -> None:
    shown = visit_without_browser(server, query=query, page=screen)

    assert is_a_screen(shown), (shown.heading, shown.faults)
    assert "a:0" not in shown.heading


def test_a_visit_to_a_screen_that_is_not_there_shows_the_start(server: str) -> None:
    for page in ("finns-inte", "../../etc/passwd", "\x00", "å" * 5_000):
        assert visit_without_browser(server, page=page).heading.startswith("Hur går det med löftet")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(SCREENS),
    st.dictionaries(
        st.sampled_from(["kommun", "lofte", "lattlast", "omrade", "brott", "fraga", "matt", "grupp", "sprak", "x"]),
        st.text(max_size=50),
        max_size=6,
    ),
)
def test_any_choice_in_an_address_shows_the_screen(server: str, screen: str, chosen: dict[str, str]) -> None:
    query = "&".join(f"{key}={quote(value, errors='replace')}" for key, value in chosen.items())
    shown = visit_without_browser(server, query=query, page=screen)

    assert is_a_screen(shown), (shown.heading, shown.faults)


def test_a_visitor_who_does_not_follow_the_protocol_disturbs_nobody(server: str) -> None:
    address = f"{server.replace('http', 'ws', 1)}/_stcore/stream"
    for nonsense in ("text i stället", b"\xff\xff\xff", b"", b"\x0a" * 100_000):
        with suppress(ConnectionClosed, TimeoutError), connect(address) as stream:
            stream.send(nonsense)
            stream.recv(timeout=1)
    assert is_a_screen(visit_without_browser(server))
