"""The two questions, each on its own card: verdict, sentence, and the parts that it rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pages.view.formats import given, text
from pages.view.markup import esc, paragraph
from pages.view.verdict_chip import verdict_chip

DID_WE = "Gjorde vi det vi lovade?"
BETTER = "Blev det bättre?"


@dataclass(frozen=True, kw_only=True)
class Part:
    """One commitment or goal on a card; `spark` is ready SVG or nothing."""

    name: str
    verdict: str
    state: str
    spark: str = ""


def verdict_card(
    question: str,
    promise: Mapping[str, Any],
    *,
    kind: str,
    parts: Sequence[Part] = (),
    extra: str = "",
    level: int = 3,
    easy: bool = False,
) -> str:
    """`kind` is the prefix of the columns in marts.promise: `commitment` or `goal`. `easy` is the lättläst version."""
    verdict, sentence, reason = (text(promise[f"{kind}_{name}"]) for name in ("verdict", "sentence", "reason"))
    if easy:
        return (
            f'<section class="lk-card"><h{level} class="lk-h3">{esc(question)}</h{level}>'
            f'<p class="lk-verdict">{verdict_chip(verdict, promise["state"], large=True)}</p>'
            f"{easy_text(promise[f'{kind}_easy'], sentence)}</section>"
        )
    why = (
        f"Varför? {reason[:1].upper()}{reason[1:].rstrip('.')}."
        if reason and reason.casefold() not in sentence.casefold()
        else ""
    )
    return (
        f'<section class="lk-card"><h{level} class="lk-h3">{esc(question)}</h{level}>'
        f'<p class="lk-verdict">{verdict_chip(verdict, promise["state"], large=True)}</p>'
        f"{paragraph(sentence, kind='lk-sentence')}{paragraph(why, kind='lk-muted')}"
        f"{paragraph(extra, kind='lk-muted')}{_parts(parts)}</section>"
    )


def _parts(parts: Sequence[Part]) -> str:
    if not parts:
        return ""
    rows = "".join(
        f'<li><span class="lk-name">{esc(part.name)}</span>'
        f'<span class="lk-side">{part.spark}{verdict_chip(part.verdict, part.state)}</span></li>'
        for part in parts
    )
    return f'<ul class="lk-parts">{rows}</ul>'


def easy_text(easy: object, sentence: str) -> str:
    """The lättläst text, one line a sentence as it was written; the ordinary sentence where there is none."""
    lines = [line.strip() for line in (text(easy) or sentence).splitlines()]
    return "".join(paragraph(line, kind="lk-easy") for line in lines if line)


def part_head(title: str, row: Mapping[str, Any], *, level: int = 3, eyebrow: str = "") -> str:
    """The name of a commitment or goal with its verdict beside it."""
    above = f'<span class="lk-eyebrow">{esc(eyebrow)}</span>' if eyebrow else ""
    return (
        f'<div class="lk-part-head">{above}<h{level} class="lk-h3">{esc(title)}</h{level}>'
        f"{verdict_chip(row['verdict'], row['state'], reason=text(row['reason']))}</div>"
    )


def wholes(goals: pd.DataFrame) -> pd.DataFrame:
    """The goals themselves, without the measures that some of them are judged by."""
    return goals[~goals["part_of"].map(given).astype(bool)]


def cards(*ready: str) -> str:
    """Cards side by side where there is room, below each other on a phone."""
    return f'<div class="lk-cards">{"".join(ready)}</div>'
