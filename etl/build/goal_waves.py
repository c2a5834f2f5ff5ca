"""Which two waves of a survey a goal compares, and whether they can be compared."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from etl.build.crime_evidence import Window

Row = Mapping[str, Any]
Pair = tuple[Row | None, Row | None]


def two_waves(window: Window | None, waves: Sequence[Row], breaks: Sequence[Row]) -> Pair:
    """The last baseline wave and the last follow-up wave, comparable ones when there are any.

    A wave belongs to the baseline when it ended there, to the follow-up when it began there: a year that holds
    days of both belongs to neither. Waves with too few answers to show come last, so that one can say why.
    """
    if window is None:
        return None, None
    baseline = [row for row in waves if window.baseline[0] <= row["ends"] <= window.baseline[1]]
    followup = [row for row in waves if window.followup[0] <= row["starts"] <= window.followup[1]]
    baseline = [row for row in baseline if row["ends"] < window.followup[0]]
    shown0, shown1 = _shown(baseline), _shown(followup)
    for after in sorted(shown1, key=_when, reverse=True):
        same = [row for row in shown0 if are_comparable(row, after, breaks)]
        if same:
            return max(same, key=_when), after
    before = shown0 or [row for row in baseline if is_hidden(row)]
    after_any = shown1 or [row for row in followup if is_hidden(row)]
    return max(before, key=_when, default=None), max(after_any, key=_when, default=None)


def are_comparable(before: Row, after: Row, breaks: Sequence[Row]) -> bool:
    """Whether both are of one series, with no known break of the instrument between them."""
    return before["series_id"] == after["series_id"] and not any(
        before["starts"] < date(known["year"], 1, 1) <= after["ends"]
        for known in breaks
        if known["year"] and _is_instrument(known["series"], after["instrument"])
    )


def is_hidden(row: Row) -> bool:
    """Whether the value is left out because too few have answered for it to be shown."""
    return row["value"] is None and row["hidden_reason"] is not None


def is_over(row: Row, today: date) -> bool:
    """Whether the wave has been asked: one with days when they are past, one that only names its year when it came.

    A survey that itself states the whole year is still being answered until the last day of it.
    """
    names_its_year = row["published"] or (_is_whole_year(row) and not row["has_own_days"])
    return bool(row["starts" if names_its_year else "ends"] <= today)


def _is_whole_year(row: Row) -> bool:
    return (row["starts"].month, row["starts"].day, row["ends"].month, row["ends"].day) == (1, 1, 12, 31)


def _shown(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row["value"] is not None]


def _when(row: Row) -> tuple[date, date, str]:
    return row["ends"], row["starts"], row["wave"] or ""


def _is_instrument(series: str, instrument: str | None) -> bool:
    """ "NTU" is the instrument "NTU, Kolada N07601" too."""
    return re.search(rf"(?<!\w){re.escape(series)}(?!\w)", instrument or "", re.IGNORECASE) is not None
