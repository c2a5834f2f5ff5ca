from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.server.door import Door
from pages.server.settings import ServerSettings
from pages.server.stream import LONGEST_FRAME, discreet, is_greeting
from tests.unit.pages.server.asking import finish

HANG_UP = {"type": "websocket.disconnect", "code": 1000}


def order(name: str) -> bytes:
    """A message from a browser of the given kind, as it is on the wire."""
    asked = BackMsg()
    if name == "deferred_file":
        asked.backend_operation_request.deferred_file.file_id = "1"
    elif name in ("install_skills", "dismiss_skills_nudge", "dataframe_chunk"):
        getattr(asked.backend_operation_request, name).SetInParent()
    elif name == "rerun_script":
        asked.rerun_script.query_string = "kommun=9999"
    elif name == "file_urls_request":
        asked.file_urls_request.request_id = "1"
    else:
        setattr(asked, name, True)
    return bytes(asked.SerializeToString())


class Visit:
    """Frames from one browser through the door: what reached Streamlit, and what went back."""

    def __init__(self, *frames: bytes, public: bool = True, answers: tuple[bytes, ...] = ()) -> None:
        self.reached: list[Any] = []
        self.sent: list[Any] = []
        waiting = [*({"type": "websocket.receive", "bytes": frame} for frame in frames), HANG_UP]

        async def receive() -> Any:
            return waiting.pop(0)

        async def send(message: Any) -> None:
            self.sent.append(message)

        async def streamlit(_: Any, receive: Any, send: Any) -> None:
            while (message := await receive())["type"] == "websocket.receive":
                self.reached.append(message["bytes"])
            self.ended = message["code"]
            for frame in answers:
                await send({"type": "websocket.send", "bytes": frame})

        scope = {"type": "websocket", "path": "/_stcore/stream", "headers": [(b"host", b"127.0.0.1")]}
        finish(Door(streamlit, routes=[], settings=ServerSettings(public=public))(scope, receive, send))


def greeting() -> ForwardMsg:
    message = ForwardMsg()
    message.metadata.run.script_run_id = "7"
    session = message.new_session
    session.name = "/srv/hemlig/dashboard.py"
    session.main_script_path = "/srv/hemlig/pages/router.py"
    session.main_script_hash = "abc"
    session.initialize.session_id = "s"
    session.initialize.user_info.installation_id_v4 = "dator-17"
    session.initialize.environment_info.streamlit_version = "1.67.0"
    session.initialize.environment_info.python_version = "3.11.7"
    session.initialize.environment_info.server_os = "linux"
    session.initialize.skills_nudge_suppressed_reason = "agent"
    session.app_pages.add().page_name = "Läget i korthet"
    return message


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.parametrize("name", ["rerun_script", "stop_script", "app_heartbeat"])
def test_what_a_screen_asks_for_reaches_streamlit_untouched(name: str, public: bool) -> None:
    assert Visit(order(name), public=public).reached == [order(name)]


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.parametrize(
    "name",
    [
        "clear_cache",
        "set_run_on_save",
        "load_git_info",
        "debug_disconnect_websocket",
        "debug_shutdown_runtime",
        "file_urls_request",
        "install_skills",
        "dismiss_skills_nudge",
        "dataframe_chunk",
    ],
)
def test_what_no_screen_asks_for_is_dropped_and_the_visit_goes_on(name: str, public: bool) -> None:
    visit = Visit(order(name), order("rerun_script"), public=public)

    assert visit.reached == [order("rerun_script")]
    assert visit.sent == []


def test_every_kind_that_streamlit_knows_is_decided_upon() -> None:
    """A new version of Streamlit may bring a new order: it is refused until somebody has thought about it."""
    assert {field.name for field in BackMsg.DESCRIPTOR.fields} == {
        *("rerun_script", "stop_script", "app_heartbeat", "backend_operation_request"),
        *("clear_cache", "set_run_on_save", "load_git_info", "file_urls_request"),
        *("debug_disconnect_websocket", "debug_shutdown_runtime"),
    }


def test_a_file_made_on_demand_is_only_of_the_internal_screens() -> None:
    assert Visit(order("deferred_file"), public=False).reached == [order("deferred_file")]
    assert Visit(order("deferred_file"), public=True).reached == []


def test_an_order_hidden_behind_another_is_judged_by_what_streamlit_would_do() -> None:
    """Of several in one frame the last one counts."""
    assert Visit(order("rerun_script") + order("clear_cache")).reached == []
    assert Visit(order("clear_cache") + order("rerun_script")).reached != []
    assert Visit(b"").reached == []


@pytest.mark.parametrize(
    ("frame", "code"), [(b"\xff\xff\xff", 1002), (b"\x00" * (LONGEST_FRAME + 1), 1009)], ids=["skräp", "för lång"]
)
def test_what_is_not_the_protocol_ends_the_visit_and_nothing_more_is_said(frame: bytes, code: int) -> None:
    visit = Visit(frame, order("rerun_script"), answers=(greeting().SerializeToString(),))

    assert visit.reached == []
    assert visit.ended == code
    assert visit.sent == [{"type": "websocket.close", "code": code}]


@given(st.binary(max_size=200))
def test_any_frame_is_dropped_ends_the_visit_or_is_an_order_of_a_screen(frame: bytes) -> None:
    for reached in Visit(frame).reached:
        assert BackMsg.FromString(reached).WhichOneof("type") in ("rerun_script", "stop_script", "app_heartbeat")


def test_the_greeting_tells_nothing_of_the_machine() -> None:
    (sent,) = Visit(answers=(greeting().SerializeToString(),)).sent
    for secret in (b"/srv", b"hemlig", b"dator-17", b"3.11.7", b"linux", b"agent"):
        assert secret not in sent["bytes"]


def test_the_greeting_keeps_what_the_page_needs() -> None:
    told = ForwardMsg.FromString(discreet(greeting().SerializeToString()))

    assert told.metadata.run.script_run_id == "7"
    assert told.new_session.main_script_hash == "abc"
    assert [page.page_name for page in told.new_session.app_pages] == ["Läget i korthet"]
    assert told.new_session.initialize.session_id == "s"
    assert told.new_session.initialize.HasField("user_info")
    assert told.new_session.initialize.environment_info.streamlit_version == "1.67.0"


@given(st.text(max_size=300), st.text(max_size=20), st.text(max_size=500))
def test_only_a_greeting_is_one(mark: str, run: str, body: str) -> None:
    chart = ForwardMsg(hash=mark)
    chart.metadata.run.script_run_id = run
    chart.delta.new_element.html.body = body
    first = greeting()
    first.hash = mark

    assert not is_greeting(chart.SerializeToString())
    assert is_greeting(first.SerializeToString())


def test_other_answers_go_out_byte_for_byte() -> None:
    done = ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY).SerializeToString()
    assert Visit(answers=(done, b"")).sent == [
        {"type": "websocket.send", "bytes": done},
        {"type": "websocket.send", "bytes": b""},
    ]
