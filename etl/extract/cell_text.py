"""A cell's value as the text that the contract's parsers read."""

from datetime import date, datetime, time, timedelta
from typing import Any


def text_of(value: Any) -> str:
    """Text as it is; 308.0 as "308"; dates and times in ISO form; durations as hours:minutes.

    True and False as Swedish Excel shows them: SANT and FALSKT.
    """
    if isinstance(value, str):
        return value
    if type(value) is date:
        return value.isoformat()
    if isinstance(value, bool):
        return "SANT" if value else "FALSKT"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return _datetime_text(value)
    if isinstance(value, time):
        return value.isoformat("minutes" if value.second == 0 else "seconds")
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    return "" if value is None else str(value)


def _datetime_text(value: datetime) -> str:
    rounded = (value + timedelta(milliseconds=500)).replace(microsecond=0)
    if (rounded.hour, rounded.minute, rounded.second) == (0, 0, 0):
        return rounded.date().isoformat()
    return rounded.isoformat(" ", "minutes" if rounded.second == 0 else "seconds")
