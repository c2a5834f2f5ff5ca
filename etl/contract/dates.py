"""Dates: ISO, Swedish in words and figures, never American by guess."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from etl.contract.blanks import plain_dashes, tidy
from etl.contract.outcome import Outcome, Parsed, Refusal

FIRST_YEAR = 1900
LAST_YEAR = 2100
MONTH_NAMES = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
MONTHS: Mapping[str, int] = {
    **{name: number for number, name in enumerate(MONTH_NAMES, start=1)},
    **{name[:3]: number for number, name in enumerate(MONTH_NAMES, start=1)},
    "sept": 9,
}

_MIDNIGHT = r"(?:[ T]00:00(?::00(?:\.0+)?)?Z?)?"
_ISO = re.compile(rf"([0-9]{{4}})([-/.])([0-9]{{1,2}})\2([0-9]{{1,2}}){_MIDNIGHT}")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:\.0+)?")
_WEEKDAY = r"(?:(?:mån|tis|ons|tors|fre|lör|sön)(?:dagen|dag)?\.?,? )?"
_WORDS = re.compile(rf"{_WEEKDAY}(?:den )?([0-9]{{1,2}})(?::?[ae])?\.? ?([a-zåäö]+)\.?,? ?([0-9]{{4}})")
_SWEDISH = re.compile(rf"{_WEEKDAY}(?:den )?([0-9]{{1,2}})/([0-9]{{1,2}})[ -]([0-9]{{4}})")
_FIGURES = re.compile(rf"([0-9]{{1,2}})([-/.])([0-9]{{1,2}})\2 ?([0-9]{{4}}){_MIDNIGHT}")
_WITH_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T][0-9]{1,2}[:.][0-9]{2}.*")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ]'?[0-9]{2}|[0-9]{6}")
_SERIAL = re.compile(r"([0-9]{5})(?:\.0+)?")
_WITHOUT_YEAR = re.compile(r"(?:den )?[0-9]{1,2}(?:/[0-9]{1,2}| ?(?:[a-zåäö]+)\.?)")
_EXCEL_EPOCH = date(1899, 12, 30)
_HOW = "Skriv datumet som 2017-03-31 eller 31 mars 2017."


def parse_date(text: str) -> Outcome:
    """ISO, 20170331, 31 mars 2017, 31/3 2017 and 31.3.2017; years 1900 to 2100; time of day only if midnight.

    03/04/2017 and 03-04-2017 are refused: Swedish and American programs mean different days by it.
    """
    cleaned = plain_dashes(tidy(text))
    lower = cleaned.casefold()
    shown = cleaned if len(cleaned) <= 40 else cleaned[:40] + "…"
    if found := _ISO.fullmatch(cleaned) or _COMPACT.fullmatch(cleaned):
        groups = found.groups()
        return _date(int(groups[0]), int(groups[-2]), int(groups[-1]))
    if found := _SWEDISH.fullmatch(lower):
        return _date(int(found[3]), int(found[2]), int(found[1]))
    if found := _WORDS.fullmatch(lower):
        month = MONTHS.get(found[2])
        if month is None:
            return Refusal(reason=f"”{found[2]}” är inte en månad", remedy=_HOW)
        return _date(int(found[3]), month, int(found[1]))
    if found := _FIGURES.fullmatch(cleaned):
        return _day_first(int(found[1]), found[2], int(found[3]), int(found[4]))
    return _no_date(cleaned, shown)


def _day_first(day: int, separator: str, month: int, year: int) -> Outcome:
    if month > 12 >= day >= 1 and month <= 31:
        return Refusal(
            reason=f"månad {month} finns inte, så dag och månad ser ut att stå i amerikansk ordning",
            remedy=_HOW,
        )
    if separator != "." and day != month and 1 <= day <= 12:
        swedish, american = (_date(year, month, day), _date(year, day, month))
        if isinstance(swedish, Parsed) and isinstance(american, Parsed):
            return Refusal(
                reason=f"datumet kan läsas både som {day} {MONTH_NAMES[month - 1]} {year} "
                f"och som {month} {MONTH_NAMES[day - 1]} {year}",
                remedy=f"Skriv {swedish.value} eller {american.value}.",
            )
    return _date(year, month, day)


def _date(year: int, month: int, day: int) -> Outcome:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Refusal(reason=f"år {year} ligger utanför {FIRST_YEAR}–{LAST_YEAR}", remedy="Kontrollera årtalet.")
    if not 1 <= month <= 12:
        return Refusal(reason=f"månad {month} finns inte", remedy=_HOW)
    try:
        return Parsed(value=date(year, month, day).isoformat())
    except ValueError:
        leap = f" {year}" if (month, day) == (2, 29) else ""
        return Refusal(
            reason=f"{day} {MONTH_NAMES[month - 1]}{leap} finns inte", remedy="Kontrollera dagen och månaden."
        )


def _no_date(cleaned: str, shown: str) -> Refusal:
    if found := _WITH_TIME.fullmatch(cleaned):
        return Refusal(
            reason=f"”{shown}” innehåller även ett klockslag",
            remedy=f"Skriv bara datumet: {found[1]}. Klockslaget hör hemma i en egen kolumn.",
        )
    if _SHORT_YEAR.fullmatch(cleaned):
        return Refusal(reason=f"”{shown}” har inte årtalet med fyra siffror", remedy=_HOW)
    if found := _SERIAL.fullmatch(cleaned):
        day = _EXCEL_EPOCH + timedelta(days=int(found[1]))
        return Refusal(
            reason=f"”{shown}” är inte ett datum, men kan vara Excels löpnummer för {day.isoformat()}",
            remedy="Välj talformatet Datum för kolumnen i Excel, eller skriv datumet som text.",
        )
    if re.fullmatch(r"[0-9]{4}(?:-[0-9]{1,2})?", cleaned):
        return Refusal(reason=f"”{shown}” är inte ett datum, eftersom dagen saknas", remedy=_HOW)
    if _WITHOUT_YEAR.fullmatch(cleaned.casefold()):
        return Refusal(reason=f"”{shown}” saknar årtal", remedy=_HOW)
    return Refusal(reason=f"”{shown}” är inte ett datum", remedy=_HOW)
