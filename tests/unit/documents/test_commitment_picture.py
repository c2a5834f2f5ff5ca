import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.documents.commitment_picture import commitment_picture
from pages.view.palette import LIGHT
from tests.unit.pages.display_rows import commitment

NS = {"s": "http://www.w3.org/2000/svg"}


def picture(*, width: float = 1080, text_size: float = 38, **changed: object) -> str:
    return commitment_picture(commitment(1, **changed), palette=LIGHT, width=width, height=370, text_size=text_size)


def words(svg: str) -> list[str]:
    found = ElementTree.fromstring(svg).findall("s:text", NS)
    return [(text.text or "").replace("\N{NO-BREAK SPACE}", " ") for text in found]


def test_what_was_reported_stands_above_and_what_was_promised_below() -> None:
    assert words(picture()) == ["Rapporterat hittills: 6 dialoger", "Lovat: minst 8 dialoger"]
    assert words(picture(state="avslutat"))[0] == "Rapporterat: 6 dialoger"


def test_the_bar_is_as_long_as_its_share_of_the_promise() -> None:
    widths = [float(width) for width in re.findall(r'<rect [^>]*?width="([\d.]+)"', picture())]

    assert widths == [1080, 810]


def test_more_than_promised_fills_the_bar_and_the_promise_is_marked_within_it() -> None:
    drawn = picture(estimate=16.0)

    assert 'd="M540' in drawn
    assert [float(width) for width in re.findall(r'<rect [^>]*?width="([\d.]+)"', drawn)] == [1080, 1080]


def test_where_there_is_no_room_the_unit_is_left_out() -> None:
    long = picture(width=1000, text_size=66, unit="uppstartsmöten för grannsamverkan")

    assert words(long) == ["Rapporterat: 6", "Lovat: minst 8"]


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "återkommande"},
        {"kind": "beskrivande"},
        {"estimate": None},
        {"target": None},
        {"target": 0.0},
        {"estimate": 0.0, "last_report": None},
    ],
)
def test_what_is_not_counted_or_not_reported_has_no_bar(changed: dict[str, object]) -> None:
    assert picture(**changed) == ""


@given(done=st.floats(0, 1e6), target=st.floats(0.1, 1e6), size=st.floats(10, 70))
def test_nothing_is_drawn_outside_the_picture(done: float, target: float, size: float) -> None:
    drawn = picture(estimate=done, target=target, text_size=size)
    for x, width in re.findall(r'<rect x="([\d.]+)"[^>]*?width="([\d.]+)"', drawn):
        assert 0 <= float(x) <= float(x) + float(width) <= 1080.1
    ElementTree.fromstring(drawn)


def test_the_picture_is_described_in_words() -> None:
    drawn = ElementTree.fromstring(picture())

    assert drawn.get("role") == "img"
    assert drawn.findtext("s:desc", namespaces=NS) == "Hittills 1 av 8 dialoger, och målet kan nås i tid."
