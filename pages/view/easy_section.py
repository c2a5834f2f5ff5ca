"""The promise in lättläst: what was promised, did we do it, did it get better. No charts, no statistics."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.view.corrections_section import corrections_html
from pages.view.formats import text
from pages.view.markup import heading, paragraph, show
from pages.view.verdict_card import BETTER, DID_WE, cards, easy_text, part_head, verdict_card, wholes

Row = Mapping[str, Any]
MORE = "Vill du se diagram, regler och källor? Stäng av Lättläst."


def easy_section(promise: Row, commitments: pd.DataFrame, goals: pd.DataFrame, corrections: pd.DataFrame) -> None:
    """The whole screen Löftet when Lättläst is on."""
    show(
        heading(text(promise["title"]), level=1, eyebrow=text(promise["municipality_name"])),
        easy_text(promise["summary"], ""),
        easy_cards(promise, level=2),
        _parts("Det här lovade vi", commitments, "commitment"),
        _parts("Det här ville vi uppnå", wholes(goals), "goal"),
        corrections_html(corrections),
        paragraph(MORE, kind="lk-muted"),
    )


def easy_cards(promise: Row, *, level: int) -> str:
    """The two questions with their verdicts in lättläst."""
    return cards(
        verdict_card(DID_WE, promise, kind="commitment", level=level, easy=True),
        verdict_card(BETTER, promise, kind="goal", level=level, easy=True),
    )


def _parts(title: str, rows: pd.DataFrame, name: str) -> str:
    if rows.empty:
        return ""
    said = [
        part_head(text(row[name]), {**row, "reason": ""}) + easy_text(row["easy"], text(row["sentence"]))
        for row in rows.to_dict("records")
    ]
    return heading(title, level=2) + "".join(said)
