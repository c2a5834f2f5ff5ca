"""Nobody's address is written down: who asked for what is left out of the server's own log."""

import logging


def leave_out_visitors() -> None:
    """Call after Streamlit is imported: it gives uvicorn's loggers handlers, which undoes --no-access-log."""
    logging.getLogger("uvicorn.access").disabled = True
    # A filter and not a level, which Streamlit sets anew.
    logging.getLogger("uvicorn.error").addFilter(_names_no_visitor)


def _names_no_visitor(record: logging.LogRecord) -> bool:
    """Websockets are told about, with the visitor's address, among notes about starting and stopping."""
    return '"WebSocket ' not in str(record.msg)
