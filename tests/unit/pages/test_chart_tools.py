"""The line of tools: what it carries for the picture, and texts that say what the database says."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.evaluate.sentences_share import CRIME_CAUTION, LINK, posts
from pages import store
from pages.view.chart_object import ChartObject
from pages.view.chart_tools import anchor_of, anchored, chart_tools, promise_tools
from pages.view.goal_chart import goal_chart
from pages.view.palette import LIGHT
from pages.view.shared_texts import shared_chart, shared_promise


@pytest.fixture
def goal(served: Path) -> dict[str, Any]:
    rows = store.goals("1263", "1263-2017").to_dict("records")
    return next({str(k): v for k, v in row.items()} for row in rows if row["measure"] == "brott" and row["estimate"])


@pytest.fixture
def chart(goal: dict[str, Any]) -> ChartObject:
    points = store.goal_points("1263", "1263-2017")
    made = goal_chart(goal, points[points["goal_id"] == goal["goal_id"]], LIGHT, "Svedala")
    assert made is not None
    return made


def test_the_picture_carries_what_must_never_be_left_behind(chart: ChartObject) -> None:
    html = unescape(chart_tools(chart, shared_chart(chart, place="Svedala", is_fictitious=False)))

    assert f'data-lk-title="{chart.title}"' in html
    assert "Svedala" in re.findall(r'data-lk-subtitle="([^"]*)"', html)[0]
    assert "Data till och med 31\u00a0december\u00a02025" in html or "Data till och med 31 december 2025" in html
    assert "Källa: " in html
    assert 'data-lk-note=""' in html


def test_a_made_up_municipality_says_so_in_picture_and_text(chart: ChartObject) -> None:
    html = chart_tools(chart, shared_chart(chart, place="Exempelköping", is_fictitious=True))

    assert html.count("Påhittad kommun") == 4
    assert 'data-lk-subtitle="Exempelköping: ' in html


def test_the_place_of_a_chart_is_the_one_that_its_tools_link_to(chart: ChartObject) -> None:
    anchor = anchor_of(chart.key)

    assert f'id="{anchor}"' in anchored("<p>x</p>", chart.key)
    assert f'data-lk-anchor="{anchor}"' in chart_tools(chart, shared_chart(chart, place="Svedala", is_fictitious=False))
    assert anchor_of("enkät:trygg <1>") == "figur-enkät-trygg-1-"


def test_the_texts_say_the_stored_sentence(goal: dict[str, Any], chart: ChartObject) -> None:
    shared = shared_chart(
        chart, place="Svedala", is_fictitious=False, sentence=goal["sentence"], short=goal["short"] or ""
    )

    assert all(goal["sentence"] in post.text for post in posts(shared))
    assert all("inte alla brott" in post.text for post in posts(shared))


def test_buttons_have_names_that_begin_with_what_is_seen(chart: ChartObject) -> None:
    html = chart_tools(chart, shared_chart(chart, place="Svedala", is_fictitious=False))
    buttons = re.findall(r'<button[^>]*aria-label="([^"]*)"[^>]*>([^<]*)</button>', html)

    assert [seen for _, seen in buttons] == ["Bild", "Kopiera länk", "Kopiera", "Kopiera", "Kopiera"]
    assert all(name.startswith(seen) for name, seen in buttons)


def test_the_whole_promise_tells_both_answers_and_merges_none(served: Path) -> None:
    promise = {str(k): v for k, v in store.promises("1263").to_dict("records")[0].items()}

    for post in posts(shared_promise(promise)):
        assert "Gjorde vi det vi lovade? Går inte att avgöra. " in post.text
        assert "Blev det bättre? Ej uppfyllt. " in post.text
        assert CRIME_CAUTION in post.text
    assert LINK in promise_tools(shared_promise(promise))


def test_an_open_failure_is_one_so_far(served: Path) -> None:
    promise = {str(k): v for k, v in store.promises("9999").to_dict("records")[0].items()}
    told = posts(shared_promise({**promise, "state": "pågår", "goal_verdict": "Ej uppfyllt"}))

    assert all("Blev det bättre? Ej uppfyllt (hittills). " in post.text for post in told)


def test_every_promise_of_the_real_database_fits_in_every_channel(built_database: Path) -> None:
    with duckdb.connect(str(built_database), read_only=True) as con:
        rows = con.execute("FROM marts.promise").df().to_dict("records")

    assert len(rows) > 5
    for row in rows:
        promise = {str(k): v for k, v in row.items()}
        for post in posts(shared_promise(promise)):
            assert promise["goal_sentence"] in post.text
            assert promise["commitment_sentence"] in post.text
            assert ("inte alla brott" in post.text) == ("anmäl" in post.text.casefold())
            assert ("Påhittad kommun" in post.text) == promise["is_fictitious"]
