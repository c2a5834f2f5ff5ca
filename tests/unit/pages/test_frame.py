"""Whatever goes wrong is told in Swedish, with a mark that finds it in the log."""

import logging

import pytest
from streamlit.testing.v1 import AppTest

SCRIPT = """
from etl.errors import StoreError
from pages.view.frame import tell

tell({fault})
"""


def told(fault: str) -> str:
    shown = AppTest.from_string(SCRIPT.format(fault=fault)).run()
    assert not shown.exception
    return "".join(element.proto.body for element in shown.get("html"))


def test_a_fault_nobody_thought_of_shows_a_mark_and_no_trace(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "pages.view.frame"):
        html = told("ValueError('hemligheten')")
    mark = next(record.args[0] for record in caplog.records if record.msg == "fel %s")  # type: ignore[index]

    assert "Något gick fel" in html
    assert str(mark) in html
    assert "hemligheten" not in html
    assert "hemligheten" in caplog.text


def test_a_known_fault_says_what_where_and_what_to_do() -> None:
    html = told("StoreError(what='Det finns ingen databas', where='data/db', todo='Bygg den.')")

    assert "Sidan kan inte visas" in html
    assert "Det finns ingen databas." in html
    assert "Var: data/db" in html
    assert "Bygg den." in html
