import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.server.display_settings import FASTEST, FORMS, SLOWEST, THEMES, USUAL, DisplaySettings, read_settings


def test_an_address_without_anything_has_the_usual_settings() -> None:
    assert read_settings({}) == DisplaySettings()


@pytest.mark.parametrize(
    ("asked", "pace"),
    [("30", 30), ("1", FASTEST), ("99999", SLOWEST), ("", USUAL), ("-5", USUAL), ("8,5", USUAL), ("٣٠", USUAL)],
)
def test_the_pace_is_seconds_within_limits(asked: str, pace: int) -> None:
    assert read_settings({"takt": asked}).pace == pace


@pytest.mark.parametrize(("asked", "theme"), [("mörkt", "morkt"), ("LJUST", "ljust"), ("rosa", "auto")])
def test_a_theme_is_known_also_with_its_dots(asked: str, theme: str) -> None:
    assert read_settings({"tema": asked}).theme == theme


@pytest.mark.parametrize(("asked", "on"), [("nej", False), ("0", False), ("ja", True), ("", True), ("kanske", True)])
def test_loop_and_keys_are_on_unless_turned_off(asked: str, on: bool) -> None:
    read = read_settings({"slinga": asked, "tangenter": asked})

    assert (read.loops, read.keys) == (on, on)


@given(st.dictionaries(st.sampled_from(["kommun", "lofte", "tema", "form", "takt", "slinga", "tangenter"]), st.text()))
def test_whatever_is_asked_the_settings_stay_within_what_exists(query: dict[str, str]) -> None:
    read = read_settings(query)

    assert read.theme in THEMES
    assert read.form in FORMS
    assert FASTEST <= read.pace <= SLOWEST
    assert len(read.municipality) <= 60
    assert read.promise.isprintable()
