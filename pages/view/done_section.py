"""”Vad har gjorts, var och när?”: what the log says of each commitment, area by area, and on which days."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.view.formats import date_iso, day_sv, given, period_text, plain, plural, text, to_date, upper_first
from pages.view.markup import folded, heading, paragraph
from pages.view.tables import html_table

Row = Mapping[str, Any]
ANCHOR = "gjort"
TITLE = "Vad har gjorts, var och när?"
_NEWEST = 40
_ELSEWHERE = "utan angivet område"


def done_section(activities: pd.DataFrame, months: pd.DataFrame, commitments: pd.DataFrame) -> str:
    """HTML of the section: rows of marts.public_activity, activity_month and commitment_verdict of one promise."""
    said = (
        _counted(months, commitments) + _one_by_one(activities)
        if len(months) or len(activities)
        else paragraph("Ingen aktivitetslogg är inlämnad, så vi vet inte vad som har gjorts.")
    )
    return f'<div id="{ANCHOR}">{heading(TITLE, level=2)}{said}</div>'


def _counted(months: pd.DataFrame, commitments: pd.DataFrame) -> str:
    order = [text(key) for key in commitments["commitment_id"]]
    parts = []
    for commitment_id, own in sorted(months.groupby("commitment_id"), key=lambda part: _place(order, part[0])):
        parts.append(heading(text(own["commitment"].iloc[0]), level=3))
        parts.append(paragraph(summary(own)))
        if own["area_name"].map(given).any():
            parts.append(folded("Visa områdena", area_table(own, text(commitment_id))))
    return "".join(parts)


def _place(order: list[str], commitment_id: object) -> int:
    key = text(commitment_id)
    return order.index(key) if key in order else len(order)


def summary(months: pd.DataFrame) -> str:
    """ "187 tillfällen, 1 594 timmar, i Centrum, Norrby och …, januari–november 2026."."""
    hours = months["hours"].sum(min_count=1)
    areas = [text(name) for name in months["area_name"] if given(name)]
    named = sorted(dict.fromkeys(areas))
    said = (
        plural(int(months["activities"].sum()), "tillfälle", "tillfällen"),
        f"{plain(hours)} timmar" if given(hours) else "",
        f"{plural(len(named), 'område', 'områden')}" if named else "",
        _time(months),
    )
    return f"{', '.join(filter(None, said))}."


def area_table(months: pd.DataFrame, key: str) -> str:
    """One row an area, most occasions first."""
    rows = []
    for name, own in months.groupby(months["area_name"].map(lambda area: text(area) or _ELSEWHERE)):
        hours = own["hours"].sum(min_count=1)
        rows.append((int(own["activities"].sum()), text(name), plain(hours), _time(own)))
    rows.sort(key=lambda row: (-row[0], row[1]))
    frame = pd.DataFrame(
        {
            "Område": [row[1] for row in rows],
            "Tillfällen": [plain(row[0]) for row in rows],
            "Timmar": [row[2] for row in rows],
            "När": [row[3] for row in rows],
        }
    )
    return html_table(frame, caption=f"Gjort per område, åtagande {key}", numeric=("Tillfällen", "Timmar"))


def _time(months: pd.DataFrame) -> str:
    first, last = to_date(months["month"].min()), to_date(months["month"].max())
    return period_text(first, _end_of_month(last)) if first and last else ""


def _end_of_month(day: Any) -> Any:
    return (pd.Timestamp(day) + pd.offsets.MonthEnd(0)).date()


def _one_by_one(activities: pd.DataFrame) -> str:
    if activities.empty:
        return paragraph("Ingen enskild aktivitet är märkt som offentlig i loggen.", kind="lk-muted")
    newest = activities.head(_NEWEST)
    latest = day_sv(newest["day"].iloc[0])
    count = plural(len(activities), "aktivitet", "aktiviteter")
    caption = f"De {_NEWEST} senaste av {count}" if len(activities) > _NEWEST else f"{count}, den senaste {latest}"
    frame = pd.DataFrame(
        {
            "Dag": newest["day"].map(date_iso),
            "Aktivitet": newest["activity"].map(text),
            "Område": newest["area_name"].map(lambda name: text(name) or "–"),
            "Timmar": newest["hours"].map(plain),
            "Av": newest["party"].map(text),
            "Anteckning": newest["note"].map(text),
        }
    )
    if (frame["Anteckning"] == "").all():
        frame = frame.drop(columns="Anteckning")
    return paragraph(
        f"{upper_first(count)} i loggen {'är märkt' if len(activities) == 1 else 'är märkta'} som offentliga, den "
        f"senaste {latest}.",
        kind="lk-muted",
    ) + folded("Visa aktiviteterna", html_table(frame, caption=caption, numeric=("Timmar",), wide=("Anteckning",)))
