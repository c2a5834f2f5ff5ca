"""”Rättelser”: every verdict or published figure that has changed between builds, dated, with its cause."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.view.formats import day_sv, given, text, upper_first
from pages.view.markup import bullets, esc, heading, paragraph

Row = Mapping[str, Any]
ANCHOR = "rattelser"


def corrections_title(count: int) -> str:
    """As in the line of links: ”Rättelser (0)”."""
    return f"Rättelser ({count})"


def corrections_html(corrections: pd.DataFrame) -> str:
    """The section on the promise, newest first; it stands there also when there are none."""
    said = (
        bullets([_correction(row) for row in corrections.to_dict("records")])
        if len(corrections)
        else paragraph("Inga rättelser: inget omdöme och ingen siffra i löftet har ändrats efter att den visats.")
    )
    return f'<div id="{ANCHOR}">{heading(corrections_title(len(corrections)), level=2)}{said}</div>'


def history_html(corrections: pd.DataFrame, concerns_id: str) -> str:
    """What has changed about one goal or commitment, within its ”Varför?”."""
    own = corrections[corrections["concerns_id"] == concerns_id]
    said = (
        bullets([_correction(row) for row in own.to_dict("records")])
        if len(own)
        else paragraph("Omdömet har inte ändrats sedan det först visades.")
    )
    return heading("Historiken", level=4) + said


def _correction(row: Row) -> str:
    before, after = text(row["before"]).rstrip("."), text(row["after"]).rstrip(".")
    sentence = text(row["sentence"])
    change = f"Före: {before or 'inget'}. Efter: {after or 'inget'}."
    told = before and after and before in sentence and after in sentence
    said = (
        "" if told or not (before or after) else change,
        f"Orsak: {text(row['cause'])}." if given(row["cause"]) else "",
    )
    small = " ".join(filter(None, said))
    return (
        f"<strong>{esc(day_sv(row['noticed_on']))}</strong>: {esc(upper_first(sentence))}"
        f"{f'<br><span class=lk-small>{esc(small)}</span>' if small else ''}"
    )
