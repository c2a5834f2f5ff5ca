"""Numbers, dates, periods and lists as Swedish writes them."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_ORDINALS = ("första", "andra", "tredje", "fjärde")
_SMALL = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")


def number(value: float, decimals: int = 0) -> str:
    """12345.6 → "12 346" with a non-breaking space, decimal comma, a real minus; halves away from zero."""
    rounded = rounded_half_up(value, decimals)
    text = f"{abs(rounded):,.{decimals}f}".replace(",", NBSP).replace(".", ",")
    return f"{MINUS}{text}" if rounded < 0 else text


def rounded_half_up(value: float, decimals: int = 0) -> Decimal:
    """Rounded as people do it: 0.5 upwards in size. Raises ValueError on what is not a number."""
    if not isfinite(value):
        raise ValueError("ett tal som ska skrivas ut måste vara ändligt")
    rounded = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return rounded if rounded else abs(rounded)


def units(value: float) -> str:
    """Hours and pieces: no decimals when whole, else one."""
    return number(value, 0 if rounded_half_up(value, 1) == rounded_half_up(value, 0) else 1)


def in_words(value: float, one: str = "ett") -> str:
    """Running text: whole numbers up to twelve as words (`one` for 1: en or ett), the rest in figures."""
    if value not in range(len(_SMALL)):
        return units(value)
    return one if value == 1 else _SMALL[int(value)]


def percent(value: float, decimals: int = 0) -> str:
    """3.4 → "3,4 %" with a non-breaking space."""
    return f"{number(value, decimals)}{NBSP}%"


def signed(value: float, decimals: int = 0) -> str:
    """With its sign written out: "+6", "−3", "±0"."""
    rounded = rounded_half_up(value, decimals)
    prefix = "+" if rounded > 0 else "±" if rounded == 0 else ""
    return prefix + number(value, decimals)


def signed_visibly(value: float) -> str:
    """Signed and whole, unless a value that is not zero would look like one."""
    decimals = 0
    while decimals < 3 and value != 0 and rounded_half_up(value, decimals) == 0:
        decimals += 1
    return signed(value, decimals)


def date_sv(day: date) -> str:
    """31 mars 2017."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def date_iso(day: date) -> str:
    """2017-03-31."""
    return day.isoformat()


def period_text(start: date, end: date) -> str:
    """The shortest true name: "2015–2016", "första halvåret 2017", "mars–maj 2017", "3 mars–5 maj 2017"."""
    whole_months = start.day == 1 and (end + timedelta(days=1)).day == 1
    if not whole_months:
        return _days_text(start, end)
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if start.month == 1 and end.month == 12:
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if months == 6 and start.month in (1, 7):
        return f"{_ORDINALS[start.month // 7]} halvåret {start.year}"
    if months == 3 and start.month % 3 == 1:
        return f"{_ORDINALS[start.month // 3]} kvartalet {start.year}"
    first, last = MONTHS[start.month - 1], MONTHS[end.month - 1]
    if months == 1:
        return f"{first} {start.year}"
    if start.year == end.year:
        return f"{first}–{last} {start.year}"
    return f"{first} {start.year}–{last} {end.year}"


def is_whole_years(start: date, end: date) -> bool:
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


def in_period(start: date, end: date) -> str:
    """As an adverbial: years stand alone ("2017"), everything else takes "under"."""
    text = period_text(start, end)
    return text if is_whole_years(start, end) else f"under {text}"


def join_sv(items: Sequence[str], last: str = "och") -> str:
    """a, b och c."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def plural(count: float, one: str, many: str) -> str:
    """1 timme, 2 timmar, 0 timmar."""
    return f"{units(count)} {one if count == 1 else many}"


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """For a name within a sentence; an abbreviation (NTU …) stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def year_span(first: int, last: int) -> str:
    """2010–2025, or one year alone."""
    return str(first) if first == last else f"{first}–{last}"


def _days_text(start: date, end: date) -> str:
    if start == end:
        return date_sv(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{date_sv(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]}–{date_sv(end)}"
    return f"{date_sv(start)}–{date_sv(end)}"
