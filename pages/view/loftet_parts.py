"""The smaller sections of the screen Löftet: what surrounds commitments and goals."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.view.formats import (
    date_iso,
    day_sv,
    days_sv,
    given,
    period_sv,
    plain,
    plural,
    text,
)
from pages.view.markup import bullets, facts, heading, linked, paragraph, show
from pages.view.tables import html_table

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


def feedback_section(promise: Row, duties: pd.DataFrame) -> None:
    own = duties[duties["promise_id"] == promise["promise_id"]]
    if own.empty:
        return
    show(heading("Så har vi återkopplat", level=2), html_table(duty_table(own), caption="Återkoppling till invånarna"))


def duty_table(duties: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Period": [_duty_period(row) for row in duties.to_dict("records")],
            "Till": duties["recipient"].map(text),
            "Senast": duties["due"].map(date_iso),
            "Gjort": duties["given_on"].map(lambda day: date_iso(day) or "–"),
            "Läge": [_status(s, d) for s, d in zip(duties["status"], duties["days_late"], strict=True)],
        }
    )


def _duty_period(row: Row) -> str:
    """The period that is reported on; where the promise has none, how often it was promised."""
    if given(row["period"]):
        return period_sv(row["period"])
    times = f"minst {plain(row['times_per_year'])} gånger per år" if given(row["times_per_year"]) else ""
    return times or f"varje {text(row['interval'])}"


def _status(status: Any, days: Any) -> str:
    late = int(days) if given(days) else 0
    return f"för sent, {plural(late, 'dag', 'dagar')}" if text(status) == "för sent" and late else text(status)


def sources(promise: Row, commitments: pd.DataFrame, goals: pd.DataFrame) -> None:
    numbers = (
        ("Polisens diarienummer", promise["police_diary_number"]),
        ("Kommunens diarienummer", promise["municipality_diary_number"]),
    )
    used = [promise["source"], *commitments["source"], *goals["source"]]
    listed = [linked(source) for source in dict.fromkeys(map(text, used)) if source]
    show(heading("Källor", level=2), facts(numbers), bullets(listed))
