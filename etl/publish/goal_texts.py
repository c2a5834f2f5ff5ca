"""Which texts a goal has, and whether one of them names figures more exactly than the public sees them."""

import re
from collections.abc import Sequence

from etl.evaluate.english import numbers_en
from etl.evaluate.numbers_sv import number

TEXTS = ("sentence", "claim", "caution", "alt", "short", "easy", "report", "english")
"""The columns of marts.goal_verdict that the sentence engine fills and that may hold figures."""

_DECIMALS = re.compile(r"\d,\d")
_ENGLISH_DECIMALS = re.compile(r"\d\.\d")


def names_exact_figures(text: str | None, exact: Sequence[int]) -> bool:
    """Whether the text holds a number with decimals, or one of the exact numbers of answers."""
    if not text:
        return False
    return bool(_DECIMALS.search(text)) or any(
        re.search(rf"(?<![\d\u00a0]){re.escape(number(count))}(?![\d\u00a0]*\d)", text) for count in exact
    )


def names_exact_figures_in_english(text: str | None, exact: Sequence[int]) -> bool:
    """As `names_exact_figures`, of numbers written as "1,203" and "3.4"."""
    if not text:
        return False
    return bool(_ENGLISH_DECIMALS.search(text)) or any(
        re.search(rf"(?<![\d,]){re.escape(numbers_en.number(count))}(?!,?\d)", text) for count in exact
    )
