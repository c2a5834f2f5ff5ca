"""The feedback clock in English: the marks of feedback_clock with English words."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from etl.evaluate.english.names_en import INTERVALS, quoted
from etl.evaluate.english.numbers_en import plural, units
from etl.evaluate.numbers_sv import upper_first
from pages.view.english import day_en, paragraph_en, period_en, recipient_en, told_back
from pages.view.feedback_clock import mark_class
from pages.view.formats import given, text
from pages.view.markup import esc, heading

Row = Mapping[str, Any]
_TITLE = "What the inhabitants have been told"
_WORDS = {"väntar": "pending", "kommande": "coming up"}


def clock_en(promise: Row, duties: pd.DataFrame) -> str:
    """HTML of the section; `duties` are the promise's rows of marts.duty. Only a line when nothing is promised."""
    groups = [_duty(rows) for _, rows in duties.groupby("duty_id", sort=False)] if len(duties) else []
    return heading(_TITLE, level=2) + paragraph_en(told_back(promise)) + "".join(groups)


def _duty(rows: pd.DataFrame) -> str:
    marks = "".join(_mark({str(key): value for key, value in row.items()}) for row in rows.to_dict("records"))
    promised = paragraph_en(_promised({str(key): value for key, value in rows.iloc[0].items()}), kind="lk-muted")
    return f'{promised}<ol class="lk-clock">{marks}</ol>' if marks else promised


def _promised(row: Row) -> str:
    interval = text(row["interval"])
    often = f"every {INTERVALS[interval][0]}" if interval in INTERVALS else ""
    if given(row["times_per_year"]):
        often = f"at least {plural(row['times_per_year'], 'time', 'times')} a year"
    to = f" to {recipient_en(text(row['recipient']))}" if given(row["recipient"]) else ""
    through = f", through {quoted(text(row['channel']))}" if given(row["channel"]) else ""
    return f"Promised: {often or 'no number given'}{to}{through}."


def _mark(row: Row) -> str:
    name = mark_class(text(row["status"]))
    if not given(row["period"]) or not name:
        return ""
    return (
        f'<li><span class="lk-mark lk-{name}"></span><strong>{esc(upper_first(period_en(row["period"])))}'
        f"</strong><span>{esc(_status(row))}</span></li>"
    )


def _status(row: Row) -> str:
    status = text(row["status"])
    if status == "i tid":
        return f"on time, {day_en(row['given_on'])}"
    if status == "för sent":
        days = row["days_late"]
        late = f"{units(days)} {'day' if days == 1 else 'days'} late" if given(days) else "late"
        return f"{late} ({day_en(row['given_on'])})"
    if status == "saknas":
        return f"missing, was due on {day_en(row['due'])}"
    return f"{_WORDS[status]}, due on {day_en(row['due'])}"
