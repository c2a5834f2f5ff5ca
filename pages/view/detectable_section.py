"""”Kan vi ens se det?”: how large a true change must be before the data can show it."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.view.formats import NBSP, given, percent, plain, text
from pages.view.markup import heading, paragraph
from pages.view.tables import html_table

Row = Mapping[str, Any]
_SIZES = ("small", "middle", "large")


def detectable_html(row: Row | None) -> str:
    """Takes a row of marts.detectable; nothing for a goal without one."""
    if row is None or not given(row["sentence"]):
        return ""
    return "".join((heading("Kan vi ens se det?", level=4), paragraph(row["sentence"]), _chances(row)))


def _chances(row: Row) -> str:
    known = [size for size in _SIZES if given(row[f"change_{size}"]) and given(row[f"chance_{size}"])]
    if not known:
        return ""
    table = pd.DataFrame(
        {
            "Verklig förbättring": [_change(row[f"change_{size}"], text(row["unit"])) for size in known],
            "Chans": [_chance(float(row[f"chance_{size}"])) for size in known],
        }
    )
    return html_table(table, caption="Chansen att omdömet blir Uppfyllt", numeric=(table.columns[1],))


def _change(change: Any, unit: str) -> str:
    return f"{plain(change)}{NBSP}{'%' if unit == 'procent' else unit}"


def _chance(chance: float) -> str:
    """A share as whole percent; never quite none and never quite all."""
    if chance < 0.01:
        return f"under {percent(1)}"
    return f"över {percent(99)}" if chance > 0.99 else percent(100 * chance)
