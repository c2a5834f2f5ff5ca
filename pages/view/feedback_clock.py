"""The feedback clock: a mark for every time that the inhabitants were to be told how it goes, with words."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.view.formats import day_sv, given, period_sv, plain, plural, text, to_date, upper_first
from pages.view.markup import esc, heading, paragraph
from pages.view.verdict_chip import data_uri

Row = Mapping[str, Any]
_PEN = 'fill="none" stroke="#000" stroke-linecap="round" stroke-linejoin="round"'
_BOX = f'<rect x="3" y="3" width="18" height="18" rx="3" {_PEN} stroke-width="2"'
# Squares, so that nobody takes them for the round shapes of the verdicts.
_MARKS = {
    "i tid": (
        "kept",
        '<mask id="m"><rect width="24" height="24" fill="#fff"/>'
        f'<path d="M7 12.4l3.4 3.6 6.6-7.6" {_PEN} stroke-width="2.6"/></mask>'
        '<rect x="2" y="2" width="20" height="20" rx="4" mask="url(#m)"/>',
    ),
    "för sent": ("late", f'{_BOX}/><path d="M7 12.4l3.4 3.6 6.6-7.6" {_PEN} stroke-width="2"/>'),
    "saknas": ("missing", f'{_BOX}/><path d="M8 8l8 8M16 8l-8 8" {_PEN} stroke-width="2"/>'),
    "väntar": ("waiting", f'{_BOX} stroke-dasharray="4 3"/><path d="M12 7.5V12l3 2" {_PEN} stroke-width="2"/>'),
    "kommande": ("coming", f'{_BOX} stroke-dasharray="4 3"/>'),
}


def clock_section(promise: Row, duties: pd.DataFrame, *, level: int = 2) -> str:
    """HTML of the section on the promise; `duties` are its rows of marts.duty. Nothing when nothing is promised."""
    if duties.empty:
        return ""
    done = int(promise["feedback_given"]) if len(duties) == 1 and given(promise["feedback_given"]) else None
    groups = [_duty(rows, done) for _, rows in duties.groupby("duty_id", sort=False)]
    latest = to_date(promise["feedback_latest"])
    said = f"Senast återkopplat {day_sv(latest)}, " if latest else ""
    required = promise["feedback_required"]
    line = f"{said}{plain(promise['feedback_given'])} av {plain(required)} i tid." if given(required) else ""
    return heading("Så har vi återkopplat", level=level) + paragraph(upper_first(line)) + "".join(groups)


def mark_rules() -> str:
    """CSS that gives each mark its shape, in the colour of the text around it."""
    return "".join(
        f'.lk-mark.lk-{name} {{ --lk-mask: url("{data_uri(_svg(shape))}"); }}' for name, shape in _MARKS.values()
    )


def mark_class(status: str) -> str:
    """The class of the mark of a status in marts.duty; nothing for one that has no mark."""
    return _MARKS[status][0] if status in _MARKS else ""


def _svg(shape: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{shape}</svg>'


def _duty(rows: pd.DataFrame, done: int | None) -> str:
    """`done` is how many times it was done, where the promise has no other duty that the number could belong to."""
    first = {str(key): value for key, value in rows.iloc[0].items()}
    marks = (
        _times(first, done)
        if done is not None and given(first["times_per_year"])
        else "".join(_mark({str(k): v for k, v in row.items()}) for row in rows.to_dict("records"))
    )
    promised = upper_first(_promised(first))
    return f'{paragraph(promised, kind="lk-muted")}<ol class="lk-clock">{marks}</ol>' if marks else paragraph(promised)


def _promised(row: Row) -> str:
    """ "Varje kvartal till invånarna, på kommunens webbplats."."""
    often = f"varje {text(row['interval'])}" if given(row["interval"]) else ""
    if given(row["times_per_year"]):
        often = f"minst {plain(row['times_per_year'])} gånger per år"
    to = f" till {text(row['recipient'])}" if given(row["recipient"]) else ""
    through = f", via {text(row['channel'])}" if given(row["channel"]) else ""
    return f"lovat: {often or 'utan angivet antal'}{to}{through}."


def _mark(row: Row) -> str:
    """One period; nothing where the promise has no period to report on."""
    status = text(row["status"])
    if not given(row["period"]) or status not in _MARKS:
        return ""
    return _item(status, upper_first(period_sv(row["period"])), _words(status, row))


def _times(row: Row, done: int) -> str:
    """A mark for each time of a year in which a number of times was promised, whenever in the year they are."""
    status, times = text(row["status"]), int(row["times_per_year"])
    if not given(row["period"]) or status not in _MARKS:
        return ""
    rest = "saknas" if status == "saknas" else "kommande"
    words = f"{'saknas, skulle ha kommit' if status == 'saknas' else 'återstår,'} senast {day_sv(row['due'])}"
    names = (f"{period_sv(row['period'])}, gång {time} av {times}" for time in range(1, times + 1))
    return "".join(
        _item("i tid", name, "gjort") if place < done else _item(rest, name, words) for place, name in enumerate(names)
    )


def _item(status: str, name: str, words: str) -> str:
    mark = f'<span class="lk-mark lk-{_MARKS[status][0]}"></span>'
    return f"<li>{mark}<strong>{esc(name)}</strong><span>{esc(words)}</span></li>"


def _words(status: str, row: Row) -> str:
    if status == "i tid":
        return f"i tid, {day_sv(row['given_on'])}"
    if status == "för sent":
        late = plural(int(row["days_late"]), "dag", "dagar") if given(row["days_late"]) else ""
        return f"{', '.join(filter(None, ('för sent', late)))} ({day_sv(row['given_on'])})"
    if status == "saknas":
        return f"saknas, skulle ha kommit senast {day_sv(row['due'])}"
    return f"{status}, senast {day_sv(row['due'])}"
