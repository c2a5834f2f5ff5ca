"""Estimated widths keep words apart also where no font is known."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.documents.picture_scene import Dot, Line, Words
from pages.documents.picture_text import covered, flowed, text_width, wrapped

SENTENCES = (
    "Anmälda skadegörelser blev fler under löftesåret", "utgångsläge 9,8", "Källa: Brå, SCB.", "MWÅÄÖ %@", "2 345,6 %",
    "Lågt är bra ↓", "”Går inte att avgöra” – i en liten kommun", "jljl.,;:'fitt",
)  # fmt: skip
TEXTS = st.text(alphabet="abcåäöÅ 0123456789,.–%”", min_size=1, max_size=60)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("words", SENTENCES)
def test_no_estimate_is_below_what_the_wide_font_takes(words: str, bold: bool) -> None:
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextPath

    font = FontProperties(family="DejaVu Sans", weight="bold" if bold else "normal")
    true_width = TextPath((0, 0), words, size=100, prop=font).get_extents().x1

    assert true_width <= text_width(words, 100, bold=bold) <= 1.45 * true_width


@given(TEXTS, st.floats(40, 600))
def test_lines_hold_every_word_and_are_no_wider_than_they_may_be(words: str, width: float) -> None:
    lines = wrapped(words, size=14, width=width)

    assert " ".join(lines) == words
    assert all(text_width(line, 14) <= width for line in lines if " " in line)


@given(st.lists(TEXTS, max_size=5), st.floats(100, 700))
def test_what_flows_never_meets(items: list[str], width: float) -> None:
    placed = flowed(items, size=14, width=width, gap=20)

    for (x, row, words), (next_x, next_row, _) in pairwise(placed):
        assert (row, x + text_width(words, 14)) <= (next_row, next_x) or next_row > row


def test_what_lies_behind_words_is_counted() -> None:
    words = Words(x=100, y=100, text="utgångsläge", size=14, role="muted")
    through = Line(points=((90, 96), (200, 96)), role="accent", width=2)

    assert covered(words, [Dot(x=120, y=95, radius=4, role="accent")]) == 1
    assert covered(words, [Dot(x=120, y=300, radius=4, role="accent")]) == 0
    assert covered(words, [through]) > 3
