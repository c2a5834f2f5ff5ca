"""The tools below a chart: a picture of it, a link to exactly this view, and texts to copy. `chart_tools.js` acts."""

import re

from etl.evaluate.sentences_share import MADE_UP, Shared, posts
from pages.view.chart_object import ChartObject
from pages.view.formats import date_sv
from pages.view.markup import esc

COPY_TEXT = "Kopiera text"


def anchor_of(key: str) -> str:
    """The place on the page that a link to the chart leads to."""
    return f"figur-{re.sub(r'[^0-9A-Za-zÅÄÖåäö_-]+', '-', key)}"


def anchored(html: str, key: str) -> str:
    """What stands above the chart, as the place that a link to the chart leads to."""
    return f'<div id="{anchor_of(key)}" class="lk-anchor" tabindex="-1">{html}</div>'


def chart_tools(chart: ChartObject, shared: Shared) -> str:
    """HTML of the line below a chart. The picture carries claim, subtitle, direction, source and data date."""
    through = f" Data till och med {date_sv(chart.data_through)}." if chart.data_through else ""
    carried = {
        "anchor": anchor_of(chart.key),
        "name": anchor_of(chart.key).removeprefix("figur-"),
        "title": shared.headline,
        "subtitle": chart.subtitle if shared.place in chart.subtitle else f"{shared.place}: {chart.subtitle}",
        "direction": chart.direction,
        "source": f"Källa: {chart.source.rstrip('.')}.{through}" if chart.source else through.strip(),
        "note": MADE_UP if shared.is_fictitious else "",
    }
    buttons = _button("picture", "Bild", f"Spara som bild: {shared.headline}") + _button(
        "link", "Kopiera länk", f"Kopiera länk till: {shared.headline}"
    )
    return _tools(carried, buttons, posts_html(shared))


def promise_tools(shared: Shared) -> str:
    """The same line for a whole promise, which has no picture."""
    return _tools({"anchor": "", "name": ""}, _button("link", "Kopiera länk", "Kopiera länk"), posts_html(shared))


def posts_html(shared: Shared) -> str:
    """The texts, folded: each can be read before it is copied."""
    rows = "".join(
        f'<div data-lk-post="1"><p class="lk-eyebrow">{esc(post.where)}</p>'
        f'<p class="lk-post" data-lk-text="1">{esc(post.text)}</p>'
        f"{_button('text', 'Kopiera', f'Kopiera texten för {post.where}')}</div>"
        for post in posts(shared)
    )
    return f'<details class="lk-more" data-lk-posts="1"><summary>{COPY_TEXT}</summary>{rows}</details>'


def _tools(carried: dict[str, str], buttons: str, folded: str) -> str:
    data = "".join(f' data-lk-{name}="{esc(value)}"' for name, value in carried.items())
    return (
        f'<div class="lk-tools" data-lk-tools="1"{data}>{buttons}{folded}'
        '<span class="lk-status" role="status"></span></div>'
    )


def _button(act: str, words: str, name: str) -> str:
    # The name begins with what is seen, for those who speak to their computer (WCAG 2.5.3).
    label = name if name.startswith(words) else f"{words}. {name}"
    return f'<button type="button" class="lk-tool" data-lk="{act}" aria-label="{esc(label)}">{esc(words)}</button>'
