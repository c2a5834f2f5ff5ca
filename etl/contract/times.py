"""Times of day."""

import re

from etl.contract.blanks import tidy
from etl.contract.outcome import Outcome, Parsed, Refusal

_CLOCK = re.compile(r"(?:kl\.? ?|klockan )?([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2})(?:\.0+)?)?")
_HOUR = re.compile(r"(?:kl\.? ?|klockan )?([0-9]{1,2})")
_FOUR_DIGITS = re.compile(r"(?:kl\.? ?|klockan )?([0-9]{2})([0-9]{2})")
_EXCEL_FRACTION = re.compile(r"0?[.,]([0-9]{1,20})")
_EXCEL_DAY_ZERO = re.compile(r"(?:1899-12-3[01]|1900-01-0[01])[ T]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.0+)?)?")
_TWELVE_HOURS = re.compile(r".*[0-9].*[ap]\.?m\.?")
_RANGE = re.compile(r"[0-9]{1,2}(?:[:.][0-9]{2})? ?[-–] ?[0-9]{1,2}(?:[:.][0-9]{2})?")
_HOW = "Skriv klockslaget som 08:30."
_SECONDS_PER_DAY = 86_400


def parse_time(text: str) -> Outcome:
    """08:30, 8.30, 8:30:00, kl 8.30, 0830, 18, or a fraction of a day as Excel stores it (0,354166…).

    A fraction with two decimals such as 0.25 is refused: it may be 00:25, or 06:00 as stored by Excel.
    """
    cleaned = tidy(text).casefold()
    if found := _EXCEL_FRACTION.fullmatch(cleaned):
        return _from_fraction(cleaned, found[1])
    found = (
        _CLOCK.fullmatch(cleaned)
        or _EXCEL_DAY_ZERO.fullmatch(cleaned)
        or _FOUR_DIGITS.fullmatch(cleaned)
        or _HOUR.fullmatch(cleaned)
    )
    if found:
        return _time(*(int(part or 0) for part in found.groups()))
    shown = cleaned if len(cleaned) <= 40 else cleaned[:40] + "…"
    if _TWELVE_HOURS.fullmatch(cleaned):
        return Refusal(reason=f"”{shown}” är skrivet med tolvtimmarsklocka", remedy="Skriv klockslaget som 18:30.")
    if _RANGE.fullmatch(cleaned):
        return Refusal(
            reason=f"”{shown}” är två klockslag",
            remedy="Skriv början och slut i var sin kolumn, till exempel 08:30.",
        )
    return Refusal(reason=f"”{shown}” är inte ett klockslag", remedy=_HOW)


def _from_fraction(cleaned: str, digits: str) -> Outcome:
    seconds = round(float(f"0.{digits}") * _SECONDS_PER_DAY) % _SECONDS_PER_DAY
    value = f"{seconds // 3600:02}:{seconds % 3600 // 60:02}:{seconds % 60:02}"
    if len(digits) == 2 and int(digits) <= 59 and digits != "00":
        return Refusal(
            reason=f"”{cleaned}” kan läsas som 00:{digits}, eller som {value[:5]} (Excels sätt)",
            remedy=f"Skriv 00:{digits} eller {value[:5]}.",
        )
    return Parsed(value=value)


def _time(hour: int, minute: int = 0, second: int = 0) -> Outcome:
    if (hour, minute, second) == (24, 0, 0):
        return Refusal(
            reason="klockan 24:00 hör till nästa dygn",
            remedy="Skriv 23:59, eller 00:00 och nästa dags datum.",
        )
    if hour > 23:
        return Refusal(reason=f"timme {hour} finns inte", remedy=_HOW)
    if minute > 59 or second > 59:
        wrong = f"minut {minute}" if minute > 59 else f"sekund {second}"
        return Refusal(reason=f"{wrong} finns inte", remedy=_HOW)
    return Parsed(value=f"{hour:02}:{minute:02}:{second:02}")
