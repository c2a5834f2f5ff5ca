"""The smaller sections of the screen Löftet: what surrounds commitments and goals."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.view.formats import day_sv, days_sv, given, text
from pages.view.markup import bullets, facts, heading, linked, paragraph, show

Row = Mapping[str, Any]
_STATES = {
    "pågår": "pågår",
    "avslutat": "avslutat",
    "pausat": "pausat",
    "villkorat": "gäller bara under vissa villkor",
    "period saknas": "period saknas",
}


def period_line(promise: Row) -> str:
    period = days_sv(promise["period_start"], promise["period_end"])
    signed = f"undertecknat {day_sv(promise['signed_on'])}" if given(promise["signed_on"]) else ""
    state = _STATES.get(text(promise["state"]), text(promise["state"]))
    return " · ".join(filter(None, (text(promise["municipality_name"]), period, state, signed)))


def problem_section(promise: Row, problems: pd.DataFrame) -> None:
    show(heading("Problemet", level=2), paragraph(promise["picture"]))
    for _, steps in problems.groupby("problem_id", sort=False):
        first, last = steps.iloc[0], steps.iloc[-1]
        when = day_sv(last["step_date"]) if given(last["step_date"]) else ""
        step = f"Senaste steg: {text(last['step'])}{f', {when}' if when else ''}." if text(last["step"]) else ""
        show(
            heading(text(first["title"]), level=3, eyebrow=text(first["area_name"])),
            paragraph(first["description"]),
            paragraph(step, kind="lk-muted"),
        )


def sources(promise: Row, commitments: pd.DataFrame, goals: pd.DataFrame) -> None:
    numbers = (
        ("Polisens diarienummer", promise["police_diary_number"]),
        ("Kommunens diarienummer", promise["municipality_diary_number"]),
    )
    used = [promise["source"], *commitments["source"], *goals["source"]]
    listed = [linked(source) for source in dict.fromkeys(map(text, used)) if source]
    show(heading("Källor", level=2), facts(numbers), bullets(listed))
