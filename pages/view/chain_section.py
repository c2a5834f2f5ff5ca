"""The three links of a promise as a drawing, and the gaps between them."""

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from pages.view.formats import plural, text, upper_first
from pages.view.markup import bullets, esc, folded, heading, paragraph
from pages.view.verdict_card import wholes

PROBLEM, PROMISED, GOAL = "Problemet", "Det här lovade vi", "Det här ville vi uppnå"
ANCHOR = "luckor"
# Which link a gap is drawn at: the one where something is missing after it.
_AT: Mapping[str, str] = MappingProxyType(
    {
        "problem utan åtgärd": PROBLEM,
        "aktivitet utan åtagande": PROMISED,
        "åtagande utan mål": PROMISED,
        "mål utan mätning": GOAL,
        "mål utan utgångsvärde": GOAL,
    }
)
_SHOWN = 4


def chain(problems: pd.DataFrame, commitments: pd.DataFrame, goals: pd.DataFrame, gaps: pd.DataFrame) -> str:
    """What each link of the promise holds; a missing link is named, and gaps are counted where they are."""
    titles = list(dict.fromkeys(problems["title"].map(text))) if len(problems) else []
    links = (
        (PROBLEM, "; ".join(titles) if titles else "Inget problem är beskrivet i löftet."),
        (PROMISED, _counted(len(commitments), "åtagande", "åtaganden")),
        (GOAL, _counted(len(wholes(goals)), "mål", "mål")),
    )
    at = gaps["kind"].map(_AT)
    return '<ol class="lk-chain">' + "".join(
        f"<li><strong>{esc(name)}</strong><span>{esc(said)}</span>{_mark(int((at == name).sum()))}</li>"
        for name, said in links
    ) + "</ol>"  # fmt: skip


def _counted(count: int, one: str, many: str) -> str:
    return plural(count, one, many) if count else f"Inga {many} står i löftet."


def _mark(count: int) -> str:
    return f'<span class="lk-gap">{esc(plural(count, "lucka", "luckor"))}</span>' if count else ""


def gaps_title(count: int) -> str:
    return f"Luckor i kedjan ({count})"


def gaps_html(gaps: pd.DataFrame) -> str:
    """Each gap in a sentence; the first few in the open, the rest folded."""
    order = {kind: place for place, kind in enumerate(_AT)}
    ordered = gaps.assign(place=gaps["kind"].map(order)).sort_values("place", kind="stable")
    lines = [
        f"<strong>{esc(upper_first(text(row['kind'])))}</strong>: {esc(row['sentence'])}"
        for row in ordered.to_dict("records")
    ]
    said = (
        bullets(lines[:_SHOWN]) + folded(f"Visa {len(lines) - _SHOWN} till", bullets(lines[_SHOWN:]))
        if lines
        else paragraph("Inga luckor: varje problem, åtagande och mål hänger ihop med nästa led.", kind="lk-muted")
    )
    return f'<div id="{ANCHOR}">{heading(gaps_title(len(lines)), level=2)}{said}</div>'
