"""A curve the size of a word, for lists: the shape of the series, the promise time marked."""

from collections.abc import Sequence

from pages.view.verdict_chip import data_uri

_WIDTH, _HEIGHT, _EDGE = 84, 22, 4


def spark(values: Sequence[float], *, marked: int | None = None) -> str:
    """HTML of a small curve; `marked` is the place of the point to dot. Empty for fewer than three values.

    Hidden from screen readers: the sentence and the table say the same.
    """
    if len(values) < 3:
        return ""
    top = max(values) or 1.0
    step = (_WIDTH - 2 * _EDGE) / (len(values) - 1)
    places = [(_EDGE + i * step, _HEIGHT - _EDGE - (_HEIGHT - 2 * _EDGE) * v / top) for i, v in enumerate(values)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    dot = ""
    if marked is not None and 0 <= marked < len(places):
        x, y = places[marked]
        dot = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.2" />'
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}"><polyline points="{line}"'
        f' fill="none" stroke="#000" stroke-width="1.6" stroke-linejoin="round"/>{dot}</svg>'
    )
    return f'<span class="lk-spark" style="--lk-mask: url(&quot;{data_uri(drawing)}&quot;)"></span>'
