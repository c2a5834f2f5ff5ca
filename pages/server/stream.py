"""The websocket between a browser and Streamlit: what a visitor may ask for, and what the server tells of itself.

Streamlit takes more orders from a browser than any screen gives: among them to empty the caches that all visitors
share, and to write files beside the program.
"""

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from starlette.types import Message, Receive, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

LONGEST_FRAME = 256 * 1024
"""Bytes from a browser. Our fullest screen sends less than a thousand, and some more the longer a visit is."""
_SCREENS_ASK = ("rerun_script", "stop_script", "app_heartbeat")
_OPERATION = "backend_operation_request"
# Only the internal screens have a file that is made first when somebody wants it.
_LATE_FILE = "deferred_file"
_TOO_LONG, _NOT_THE_PROTOCOL = 1009, 1002
_NEW_SESSION = ForwardMsg.DESCRIPTOR.fields_by_name["new_session"].number
_ENVELOPE = tuple(ForwardMsg.DESCRIPTOR.fields_by_name[name].number for name in ("hash", "metadata"))
# The version of Streamlit stands: the page reloads itself when it changes, and its script tells it anyway.
_SECRET_ENVIRONMENT = ("python_version", "server_os", "has_display")


class Stream:
    """One visitor's websocket: `receive` and `send` stand between the server and Streamlit."""

    def __init__(self, receive: Receive, send: Send, *, public: bool) -> None:
        self._receive = receive
        self._send = send
        self._public = public
        self._is_over = False

    async def receive(self) -> Message:
        """The next message that a screen can have a reason to send; the others are dropped without an answer."""
        while True:
            message = await self._receive()
            frame = message.get("bytes")
            if frame is None:
                return message
            if len(frame) > LONGEST_FRAME:
                return await self._hang_up(_TOO_LONG)
            try:
                asked = BackMsg.FromString(frame)
            except DecodeError:
                return await self._hang_up(_NOT_THE_PROTOCOL)
            if is_for_a_screen(asked, public=self._public):
                return message

    async def send(self, message: Message) -> None:
        """Sends on, without what the greeting tells about this machine."""
        if self._is_over:
            return
        frame = message.get("bytes")
        if frame is not None and is_greeting(frame):
            message = {**message, "bytes": discreet(frame)}
        await self._send(message)

    async def _hang_up(self, code: int) -> Message:
        self._is_over = True
        await self._send({"type": "websocket.close", "code": code})
        return {"type": "websocket.disconnect", "code": code}


def is_for_a_screen(asked: BackMsg, *, public: bool) -> bool:
    """Whether our screens need the message."""
    kind = asked.WhichOneof("type")
    if kind == _OPERATION:
        return not public and asked.backend_operation_request.WhichOneof("payload") == _LATE_FILE
    return kind in _SCREENS_ASK


def is_greeting(frame: bytes) -> bool:
    """Whether a serialised ForwardMsg begins a run. Looks only at its outermost fields: every chart passes here."""
    at = 0
    while at < len(frame):
        tag, at = _varint(frame, at)
        if tag >> 3 not in _ENVELOPE:
            return tag >> 3 == int(_NEW_SESSION)
        length, at = _varint(frame, at)
        at += length
    return False


def discreet(frame: bytes) -> bytes:
    """The greeting without paths, the operating system and the marks that single out this computer."""
    message = ForwardMsg.FromString(frame)
    greeting = message.new_session
    greeting.name = "Löfteskollen"
    greeting.main_script_path = ""
    greeting.initialize.user_info.Clear()
    # The page refuses a greeting where these parts are not there at all.
    greeting.initialize.user_info.SetInParent()
    for name in _SECRET_ENVIRONMENT:
        greeting.initialize.environment_info.ClearField(name)
    greeting.initialize.skills_nudge_suppressed_reason = ""
    return bytes(message.SerializeToString())


def _varint(frame: bytes, at: int) -> tuple[int, int]:
    """A number in protobuf's own form, and where the next thing begins."""
    number = shift = 0
    while True:
        byte = frame[at]
        at += 1
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            return number, at
        shift += 7
