"""The still picture of a goal: the same data as the chart on the screen, as SVG and PNG."""

import gzip
import struct
import subprocess
import sys
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest

from pages.documents.picture import goal_picture
from pages.documents.picture_goal import goal_scene
from pages.documents.picture_scene import Box, Dot, Line, Scene, Words
from pages.view.palette import DARK, LIGHT
from tests.support import ROOT
from tests.unit.documents.goal_rows import goal, months, points

SVG = "{http://www.w3.org/2000/svg}"
YEARS = (16.5, 10.6, 10.4, 9.6, 14.7, 9.8)


def svg(row: dict[str, Any], own: pd.DataFrame, **changed: Any) -> bytes:
    return goal_picture(row, own, **({"palette": LIGHT, "kind": "svg", "width": 680, "height": 290} | changed))


def drawn(row: dict[str, Any], own: pd.DataFrame, **changed: Any) -> Scene:
    scene = goal_scene(row, own, **({"width": 680, "height": 290, "size": 14} | changed))
    assert scene is not None
    return scene


def words(scene: Scene) -> list[str]:
    return [mark.text for mark in scene.marks if isinstance(mark, Words)]


def dots(scene: Scene) -> list[Dot]:
    return [mark for mark in scene.marks if isinstance(mark, Dot)]


def test_every_measured_year_has_a_dot_where_it_belongs() -> None:
    found = dots(drawn(goal(), points(YEARS)))
    heights = [dot.y for dot in found]

    assert len(found) == len(YEARS)
    assert sorted(range(6), key=lambda i: -heights[i]) == sorted(range(6), key=lambda i: YEARS[i])
    assert [dot.x for dot in found] == sorted(dot.x for dot in found)


def test_what_decides_the_verdict_is_strong_and_the_rest_light() -> None:
    assert [dot.opacity == 1 for dot in dots(drawn(goal(), points(YEARS)))] == [False, False, True, True, True, False]


def test_baseline_promise_time_and_good_direction_are_named() -> None:
    said = words(drawn(goal(), points(YEARS)))

    assert {"löftesår", "utgångsläge 10", "14,7", "Lågt är bra ↓"} <= set(said)


def test_no_line_crosses_a_break_and_the_break_is_named() -> None:
    scene = drawn(goal(), points(YEARS, break_before=[None, None, "Ny räkning", None, None, None]))
    broken = next(mark.points[0][0] for mark in scene.marks if isinstance(mark, Line) and mark.role == "muted")
    lines = [mark for mark in scene.marks if isinstance(mark, Line) and mark.role == "accent" and mark.opacity < 1]

    assert not any(min(x for x, _ in line.points) < broken < max(x for x, _ in line.points) for line in lines)
    assert {"serien bryts", "2015"} <= set(words(scene))


def test_waves_of_different_instruments_are_never_joined() -> None:
    own = points(
        [50.0, 52.0, 60.0, 61.0], first=2014, series_id=["a", "a", "b", "b"], unit="procent", low=None, high=None
    )
    lines = [
        m
        for m in drawn(goal(unit="procent", measure="enkät"), own).marks
        if isinstance(m, Line) and len(m.points) > 1 and m.role == "accent"
    ]

    assert len(lines) == 2


def test_a_hidden_figure_is_a_gap_with_a_word_and_never_a_zero() -> None:
    own = points([16.5, None, 10.4, 9.6, 14.7], hidden_reason=[None, "färre än 5", None, None, None])
    scene = drawn(goal(), own)

    assert "färre än 5" in words(scene)
    assert len(dots(scene)) == 4
    assert any(isinstance(mark, Box) and mark.opacity == 0.08 for mark in scene.marks)


def test_a_wave_with_too_few_answers_is_said_not_to_be_shown() -> None:
    own = points([50.0, None, 55.0], first=2015, answers=[200, 12, 210], unit="procent")

    assert "visas inte" in words(drawn(goal(unit="procent", measure="enkät"), own))


def test_a_preliminary_figure_is_hollow_and_said() -> None:
    scene = drawn(goal(), points(YEARS, preliminary=[False] * 5 + [True]))

    assert [dot.hollow for dot in dots(scene)] == [False] * 5 + [True]
    assert "Ihålig: preliminär." in words(scene)


def test_months_are_light_dots_and_twelve_together_a_strong_line() -> None:
    own = months([float(10 + i % 3) for i in range(36)])
    scene = drawn(goal(), own)
    strong = [mark for mark in scene.marks if isinstance(mark, Line) and mark.role == "accent"]

    assert {dot.opacity for dot in dots(scene)} == {0.55}
    assert [len(line.points) for line in strong] == [36 - 11]
    assert [m.role for m in scene.marks if isinstance(m, Words) and m.text == "14,7"] == ["ink"]


@pytest.mark.parametrize("size", [(680, 290, 14), (340, 290, 14), (1080, 740, 36), (1000, 720, 66)])
@pytest.mark.parametrize("own", [points(YEARS), months([float(10 + i % 5) for i in range(36)])], ids=["år", "månader"])
def test_all_words_stand_within_the_picture(own: pd.DataFrame, size: tuple[int, int, int]) -> None:
    width, height, letters = size
    for mark in drawn(goal(), own, width=width, height=height, size=letters).marks:
        if isinstance(mark, Words):
            assert 0 <= mark.x <= width
            assert mark.size * 0.7 <= mark.y <= height


def test_large_type_has_no_letters_smaller_than_a_thirtieth_of_the_height() -> None:
    root = ElementTree.fromstring(svg(goal(), points(YEARS), width=1920, height=1080, large_type=True))

    assert min(float(text.attrib["font-size"]) for text in root.iter(f"{SVG}text")) >= 1080 / 30


def test_svg_is_text_with_names_for_those_who_cannot_see_it() -> None:
    root = ElementTree.fromstring(svg(goal(), points(YEARS)))
    names = {child.tag.removeprefix(SVG): child for child in root[:2]}

    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == names["title"].attrib["id"]
    assert (names["title"].text, names["desc"].text) == ("Fler skadegörelser", "Stapel")
    assert any(text.text == "löftesår" for text in root.iter(f"{SVG}text"))


def test_svg_needs_no_style_of_its_own_and_follows_the_colours_of_the_page() -> None:
    picture = svg(goal(), points(YEARS)).decode()

    assert "style" not in picture
    assert "var(--lk-accent,#12436D)" in picture
    assert "var(--lk-accent,#7FB2E5)" in svg(goal(), points(YEARS), palette=DARK).decode()


def test_what_data_say_cannot_become_markup() -> None:
    hostile = svg(goal(claim="<script>alert(1)</script>", alt='"><b>'), points(YEARS))

    assert b"<script" not in hostile
    assert ElementTree.fromstring(hostile)[0].text == "<script>alert(1)</script>"


@pytest.mark.parametrize("own", [points(YEARS * 3), months([float(10 + i % 7) for i in range(90)])])
def test_svg_is_small(own: pd.DataFrame) -> None:
    assert len(gzip.compress(svg(goal(), own))) < 6_000


def test_the_same_data_give_the_same_bytes() -> None:
    for kind in ("svg", "png"):
        first, second = (svg(goal(), points(YEARS), kind=kind, width=600, height=315) for _ in range(2))
        assert first == second


def test_png_has_the_size_that_was_asked_for() -> None:
    picture = svg(goal(), points(YEARS), kind="png", width=1200, height=630, place="Svedala")

    assert struct.unpack(">II", picture[16:24]) == (1200, 630)


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_nothing_measured_gives_no_picture(kind: str) -> None:
    assert svg(goal(), points([None, None, None]), kind=kind) == b""
    assert svg(goal(), points([]), kind=kind) == b""


def test_svg_is_made_without_matplotlib() -> None:
    script = "import sys, pages.documents.picture; print('matplotlib' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "False"
