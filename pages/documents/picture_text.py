"""How wide words are, where to break them and what they cover, without a font at hand.

No estimate is below what DejaVu Sans takes, which is a wide letter.
"""

from collections.abc import Iterable, Iterator, Sequence

from pages.documents.picture_scene import Dot, Line, Mark, Words

_WIDTHS = (
    ("ijlI|'.,:;!\N{NO-BREAK SPACE} ", 0.34),
    ("frt()[]-/·J", 0.44),
    ("mwMWOQ@%&–—−+±=<>↑↓”", 0.96),
    ("ABCDEFGHKLNPRSTUVXYZÅÄÖ", 0.74),
)
_EACH = {letter: width for letters, width in _WIDTHS for letter in letters}
_OTHER, _BOLD = 0.64, 1.13


def text_width(words: str, size: float, *, bold: bool = False) -> float:
    """The width in pixels of one line of text of `size` pixels, rounded upwards."""
    return sum(_EACH.get(letter, _OTHER) for letter in words) * size * (_BOLD if bold else 1)


def wrapped(words: str, *, size: float, width: float, bold: bool = False) -> list[str]:
    """The words in lines of at most `width` pixels; one word that is wider has a line of its own."""
    lines: list[str] = []
    for word in words.split(" "):
        if lines and text_width(f"{lines[-1]} {word}", size, bold=bold) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines


def flowed(items: Sequence[str], *, size: float, width: float, gap: float) -> list[tuple[float, int, str]]:
    """Items one after another, as (x, row, words); one that does not fit in what is left of a row begins the next."""
    placed: list[tuple[float, int, str]] = []
    x, row = 0.0, 0
    for item in items:
        for part in wrapped(item, size=size, width=width):
            wide = text_width(part, size)
            if x > 0 and x + wide > width:
                x, row = 0.0, row + 1
            placed.append((x, row, part))
            x += wide + gap
    return placed


def covered(words: Words, marks: Iterable[Mark]) -> int:
    """How much of the drawn lines, dots and words lies behind these words, in places that are hit."""
    x0, y0, x1, y1 = _frame(words)
    return sum(x0 <= x <= x1 and y0 <= y <= y1 for mark in marks for x, y in _places(mark))


def _frame(words: Words) -> tuple[float, float, float, float]:
    wide = text_width(words.text, words.size, bold=words.bold)
    left = words.x - {"start": 0.0, "middle": wide / 2, "end": wide}[words.anchor]
    return left, words.y - words.size, left + wide, words.y + 0.25 * words.size


def _places(mark: Mark) -> Iterator[tuple[float, float]]:
    """Places close together along a line or over the words; level lines stand beside their own name and count not."""
    if isinstance(mark, Dot):
        yield mark.x, mark.y
    elif isinstance(mark, Words):
        x0, y0, x1, y1 = _frame(mark)
        yield from ((x0 + (x1 - x0) * i / 8, y) for i in range(9) for y in (y0, (y0 + y1) / 2, y1))
    elif isinstance(mark, Line) and mark.role == "accent":
        for (xa, ya), (xb, yb) in zip(mark.points, mark.points[1:], strict=False):
            yield from ((xa + (xb - xa) * i / 10, ya + (yb - ya) * i / 10) for i in range(11))
