"""Numbers, dates, periods and lists as British English writes them; rounded exactly as the Swedish ones are."""

from collections.abc import Sequence
from datetime import date, timedelta

from etl.evaluate.numbers_sv import is_whole_years, rounded_half_up

MINUS = "\N{MINUS SIGN}"
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ORDINALS = ("first", "second", "third", "fourth")
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def number(value: float, decimals: int = 0) -> str:
    """12345.6 → "12,346"; a real minus; halves away from zero."""
    rounded = rounded_half_up(value, decimals)
    text = f"{abs(rounded):,.{decimals}f}"
    return f"{MINUS}{text}" if rounded < 0 else text


def units(value: float) -> str:
    """Hours and pieces: no decimals when whole, else one."""
    return number(value, 0 if rounded_half_up(value, 1) == rounded_half_up(value, 0) else 1)


def percent(value: float, decimals: int = 0) -> str:
    """3.4 → "3.4%"."""
    return f"{number(value, decimals)}%"


def in_words(value: float) -> str:
    """Whole numbers up to twelve as words ("no" for none), the rest in figures."""
    return _SMALL[int(value)] if value in range(len(_SMALL)) else units(value)


def date_en(day: date) -> str:
    """31 March 2017."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def period_text(start: date, end: date) -> str:
    """The shortest true name: "2015–2016", "the first half of 2017", "March–May 2017", "3 March–5 May 2017"."""
    whole_months = start.day == 1 and (end + timedelta(days=1)).day == 1
    if not whole_months:
        return _days_text(start, end)
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if start.month == 1 and end.month == 12:
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if months == 6 and start.month in (1, 7):
        return f"the {_ORDINALS[start.month // 7]} half of {start.year}"
    if months == 3 and start.month % 3 == 1:
        return f"the {_ORDINALS[start.month // 3]} quarter of {start.year}"
    first, last = MONTHS[start.month - 1], MONTHS[end.month - 1]
    if months == 1:
        return f"{first} {start.year}"
    if start.year == end.year:
        return f"{first}–{last} {start.year}"
    return f"{first} {start.year}–{last} {end.year}"


def in_period(start: date, end: date) -> str:
    """As an adverbial: "in 2017", "in March–May 2017", "from 3 March to 5 May 2017"."""
    text = period_text(start, end)
    if start.day == 1 and (end + timedelta(days=1)).day == 1:
        return f"in {text}"
    return f"on {text}" if start == end else f"from {text.replace('–', ' to ')}"


def same_months_of(start: date, end: date) -> str:
    """ "in the same months of 2015–2016", for a follow-up shorter than a year."""
    text = period_text(start, end)
    return f"in the same months {'of' if is_whole_years(start, end) else 'of the period'} {text}"


def join_en(items: Sequence[str], last: str = "and") -> str:
    """a, b and c."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def plural(count: float, one: str, many: str) -> str:
    """1 hour, 2 hours, 0 hours."""
    return f"{units(count)} {one if count == 1 else many}"


def lower_first(text: str) -> str:
    """For a phrase within a sentence."""
    return text[:1].lower() + text[1:]


def _days_text(start: date, end: date) -> str:
    if start == end:
        return date_en(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{date_en(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]}–{date_en(end)}"
    return f"{date_en(start)}–{date_en(end)}"
