"""English as a choice: it stands in the address and in every link, and other screens say what they are in."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.unit.pages.test_screens import at, html_of


@pytest.mark.parametrize("screen", ["Läget i korthet", "Löftet"])
def test_english_is_a_choice_that_stands_in_every_link(served: Path, app: AppTest, screen: str) -> None:
    shown = at(app, screen, kommun="1263", sprak="en")
    html = html_of(shown)
    menu = re.findall(r"<nav.*?</nav>", html)[0]

    assert "Did it get better?" in html
    assert "Blev det bättre?" not in html
    assert "This page is available in Swedish only." not in html
    assert len(shown.get("toggle")) == 0
    assert shown.query_params["sprak"] == "en"
    assert re.findall(r'<a class="lk-language" [^>]*sprak=sv[^>]*lang="sv"[^>]*>Svenska</a>', menu)
    others = [link for link in re.findall(r'href="([^"]+)"', menu) if "sprak=sv" not in link]
    assert all("sprak=en" in link for link in others)


def test_swedish_is_what_one_comes_to(served: Path, app: AppTest) -> None:
    shown = at(app, "Läget i korthet", kommun="1263", sprak="sv")

    assert "Blev det bättre?" in html_of(shown)
    assert "sprak" not in shown.query_params
    assert ">English</a>" in html_of(shown)


def test_a_municipality_without_a_promise_says_so_in_english(served: Path, app: AppTest) -> None:
    assert "No promise has been entered" in html_of(at(app, "Läget i korthet", kommun="1465", sprak="en"))
    assert "No promise has been entered" in html_of(at(app, "Löftet", kommun="1465", sprak="en"))


def test_screens_without_english_say_so(served: Path, app: AppTest) -> None:
    html = html_of(at(app, "Anmälda brott", kommun="1263", sprak="en"))

    assert '<p class="lk-notice lk-quiet" role="note" lang="en">This page is available in Swedish only.</p>' in html
