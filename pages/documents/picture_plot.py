"""The plot of a still picture: the rectangle that values are drawn in, its scales, ticks and rows of words."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from pages.documents.picture_scene import Anchor, Line, Mark, Role, Words
from pages.documents.picture_text import flowed, text_width
from pages.view.chart_frame import year_ticks
from pages.view.formats import plain

ROW = 1.35


@dataclass(frozen=True, kw_only=True)
class Plot:
    """Pixels of the plot, the years from `first` to `last` along it and the values from zero to `top` up it."""

    left: float
    right: float
    above: float
    below: float
    width: float
    first: float
    last: float
    top: float
    size: float

    @property
    def pen(self) -> float:
        """The width of a thin line: one pixel beside text of ordinary size."""
        return max(1.0, self.size / 14)

    def x(self, year: float) -> float:
        return self.left + (self.right - self.left) * (year - self.first) / (self.last - self.first)

    def y(self, value: float) -> float:
        return self.below - (self.below - self.above) * value / self.top

    def words(
        self, text: str, *, x: float, y: float, role: Role = "muted", anchor: Anchor = "start", bold: bool = False
    ) -> Words:
        """A direct label that is moved as far as it takes to stay within the picture."""
        wide = text_width(text, self.size, bold=bold)
        before = {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        inside = min(max(x, before + 1), self.width - (wide - before) - 1)
        high = min(max(y, self.above + self.size), self.below - 0.3 * self.size)
        return Words(x=inside, y=high, text=text, size=self.size, role=role, anchor=anchor, bold=bold, halo=True)


def ticks_of(top: float, *, most: int = 5) -> list[float]:
    """At most `most` even steps from zero to the end of the axis, or close below it."""
    if top == 100:
        step = next(step for step in (25.0, 50.0, 100.0) if 100 / step <= max(most, 1))
    else:
        rough = top / max(most, 1)
        power = 10.0 ** math.floor(math.log10(rough))
        step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= rough * 0.999)
    return [i * step for i in range(math.floor(top / step + 1e-9) + 1)]


def plot_of(
    *,
    years: tuple[float, float],
    top: float,
    percent: bool,
    width: float,
    height: float,
    size: float,
    rows_below: int,
) -> Plot:
    """The plot within a picture of `width` by `height`, with a row for words above it and `rows_below` below."""
    widest = max(text_width(tick_text(tick, top, percent=percent), size) for tick in ticks_of(top))
    return Plot(
        left=widest + 0.5 * size,
        right=width - 0.4 * size,
        above=(ROW + 0.15) * size,
        below=height - size * (ROW + ROW * rows_below + 0.2),
        width=width,
        first=years[0],
        last=years[1],
        top=top,
        size=size,
    )


def tick_text(value: float, top: float, *, percent: bool) -> str:
    """A value on the axis; the uppermost says that they are per cent."""
    return f"{plain(value)}\N{NO-BREAK SPACE}%" if percent and value == top else plain(value)


def axes(plot: Plot, *, percent: bool) -> list[Mark]:
    """Few grid lines, a base line, and the years."""
    marks: list[Mark] = []
    steps = min(5, int((plot.below - plot.above) / (1.8 * plot.size)))
    for tick in ticks_of(plot.top, most=steps):
        y = plot.y(tick)
        if tick:
            marks.append(Line(points=((plot.left, y), (plot.right, y)), role="rule", width=plot.pen))
        name = tick_text(tick, plot.top, percent=percent)
        marks.append(
            Words(x=plot.left - 0.4 * plot.size, y=y + 0.35 * plot.size, text=name, size=plot.size, role="muted",
                  anchor="end")
        )  # fmt: skip
    marks.append(Line(points=((plot.left, plot.below), (plot.right, plot.below)), role="baseline", width=plot.pen))
    room = max(2, int((plot.right - plot.left) / (4 * plot.size)))
    for place, year in zip(*year_ticks(plot.first, plot.last, most=room), strict=True):
        half = text_width(year, plot.size) / 2
        x = min(max(plot.x(place), half), plot.width - half)
        marks.append(
            Words(x=x, y=plot.below + 1.15 * plot.size, text=year, size=plot.size, role="muted", anchor="middle")
        )
    return marks


def rows_of(items: Sequence[str], *, width: float, size: float) -> int:
    """How many rows the words below the plot take."""
    return max((row for _, row, _ in flowed(items, size=size, width=width, gap=1.5 * size)), default=-1) + 1


def words_below(plot: Plot, items: Sequence[str]) -> list[Mark]:
    """Direction of good and the meaning of the marks, below the years."""
    placed = flowed(items, size=plot.size, width=plot.width, gap=1.5 * plot.size)
    first = plot.below + plot.size * (ROW + 1.15)
    return [
        Words(x=x, y=first + row * ROW * plot.size, text=words, size=plot.size, role="ink" if not place else "muted")
        for place, (x, row, words) in enumerate(placed)
    ]
