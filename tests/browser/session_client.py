"""A visitor without a browser: speaks Streamlit's protocol and says what the page would show."""

import re
from dataclasses import dataclass
from html import unescape

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect


@dataclass(frozen=True, kw_only=True)
class Shown:
    """`html` is all HTML of the run, `faults` Streamlit's own error boxes, `ended` how the script finished."""

    html: str
    faults: tuple[str, ...]
    ended: int

    @property
    def heading(self) -> str:
        found = re.search(r"<h1[^>]*>(.*?)</h1>", self.html)
        return unescape(found[1]) if found else ""


def visit_without_browser(server: str, *, query: str = "", page: str = "", seconds: float = 60) -> Shown:
    """One whole visit: connects, asks for the screen and waits until it is drawn. `query` without question mark."""
    address = f"{server.replace('http', 'ws', 1)}/_stcore/stream"
    with connect(address, max_size=None, compression=None, open_timeout=seconds) as stream:
        asked = BackMsg()
        asked.rerun_script.query_string = query
        asked.rerun_script.page_name = page
        stream.send(asked.SerializeToString())
        return _until_drawn(stream, seconds)


def _until_drawn(stream: ClientConnection, seconds: float) -> Shown:
    html: list[str] = []
    faults: list[str] = []
    while True:
        message = ForwardMsg.FromString(stream.recv(timeout=seconds))  # type: ignore[arg-type]
        kind = message.WhichOneof("type")
        if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            element = message.delta.new_element
            if element.WhichOneof("type") == "html":
                html.append(element.html.body)
            elif element.WhichOneof("type") == "exception":
                faults.append(f"{element.exception.type}: {element.exception.message}")
        elif kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return Shown(html="\n".join(html), faults=tuple(faults), ended=message.script_finished)
