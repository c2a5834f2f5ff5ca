"""Small pieces of HTML. Everything that comes from data passes `esc`."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from pages.view.formats import text, unbroken


def esc(value: object) -> str:
    """Text from data, safe between tags and inside a quoted attribute."""
    return escape(text(value), quote=True)


def show(*parts: str) -> None:
    """Puts ready HTML on the page; nothing when there is none."""
    if html := "".join(parts):
        st.html(html)


def heading(title: str, *, level: int, eyebrow: str = "") -> str:
    """A heading with an optional small line above it."""
    above = f'<p class="lk-eyebrow">{esc(eyebrow)}</p>' if eyebrow else ""
    return f'{above}<h{level} class="lk-h{level}">{esc(title)}</h{level}>'


def paragraph(content: object, *, kind: str = "lk-p") -> str:
    """A paragraph, or nothing when there is nothing to say."""
    words = unbroken(content)
    return f'<p class="{kind}">{esc(words)}</p>' if words else ""


def facts(pairs: Iterable[tuple[str, object]]) -> str:
    """A list of names and values; pairs without a value are left out."""
    rows = "".join(f"<div><dt>{esc(n)}</dt><dd>{linked(v)}</dd></div>" for n, v in pairs if text(v))
    return f'<dl class="lk-facts">{rows}</dl>' if rows else ""


def linked(value: object) -> str:
    """Text in which a web address can be followed."""
    words = []
    for word in text(value).split(" "):
        bare = word.rstrip(".,;)")
        if bare.startswith(("https://", "http://")):
            rest = word[len(bare) :]
            words.append(f'<a href="{esc(bare)}" rel="noopener" target="_blank">{esc(bare)}</a>{esc(rest)}')
        else:
            words.append(esc(word))
    return " ".join(words)


def screen_link(address: str, words: str, *, place: str = "") -> str:
    """A link to another screen, and to a place on it; the chosen municipality and promise follow (links.js)."""
    to = f"./{address}{f'#{place}' if place else ''}"
    return f'<a href="{esc(to)}" target="_self" data-lk-go="1">{esc(words)}</a>'


def bullets(items: Sequence[str]) -> str:
    """A plain list of ready HTML items."""
    return '<ul class="lk-list">' + "".join(f"<li>{item}</li>" for item in items) + "</ul>" if items else ""


def folded(title: str, inside: str) -> str:
    """Ready HTML behind a line that unfolds it; nothing when there is nothing inside."""
    return f'<details class="lk-more"><summary>{esc(title)}</summary>{inside}</details>' if inside else ""


def notice(content: str, *, kind: str = "quiet") -> str:
    """A line set apart from the text: `quiet` for a remark, `loud` for what must not be missed."""
    return f'<p class="lk-notice lk-{kind}" role="note">{esc(content)}</p>'
