"""Sentences about a month that stands out, and about the trend of a monthly series."""

from functools import lru_cache

from etl.evaluate.numbers_sv import MONTHS, number, plural, units, upper_first
from etl.evaluate.wording import crime_words

SEASON_SENTENCE = (
    "Varje månad jämförs med samma månader tidigare år, så att en vanlig sommartopp inte tas för en försämring."
)
PRELIMINARY = "Siffran är preliminär."
RISING, FALLING, UNCLEAR = "ökar", "minskar", "ingen tydlig"
LEAST_CASES = 5


@lru_cache(maxsize=4096)
def month_name(month_number: int) -> str:
    """12 · year + month − 1 → "oktober 2026"."""
    return f"{MONTHS[month_number % 12]} {month_number // 12}"


@lru_cache(maxsize=16384)
def ordinary_month_sentence(count: int, expected: str, month: str, *, above_limit: bool) -> str:
    """A month that is not marked; `expected` is expected_text. Above the limit it says why there is no mark."""
    if count == 0:
        return f"Inga anmälningar gjordes i {month}, mot väntade {expected}."
    compared = f"I {month} gjordes {_reports(count)} mot väntade {expected}"
    if not above_limit:
        return f"{compared}, vilket inte är ovanligt många."
    if count < LEAST_CASES:
        return f"{compared}; färre än fem anmälningar markeras aldrig."
    return f"{compared}, men när så många serier granskas samtidigt kan det vara slumpen."


def no_base_sentence(month: str) -> str:
    """Too little is known of the three years before."""
    return f"{upper_first(month)} går inte att jämföra, eftersom uppgifter saknas från tre tidigare år."


def early_warning_sentence(count: int, expected: str, month: str, crime: str, crime_name: str | None = None) -> str:
    """More than expected in the whole municipality."""
    return (
        f"Fler {crime_words(crime, crime_name or '').plural} än väntat anmäldes i {month}, {number(count)} mot "
        f"väntade {expected}; markeringen säger inget om orsaken, och högst två till tre månader av hundra "
        "markeras av ren slump."
    )


def area_warning_sentence(
    count: int, expected: str, month: str, crime: str, crime_name: str | None = None, area_name: str | None = None
) -> str:
    """An area that stands out against its own earlier years."""
    return (
        f"{upper_first(area_name or 'området')} sticker ut i {month} med {number(count)} anmälda "
        f"{crime_words(crime, crime_name or '').plural} mot väntade {expected}, vilket sällan beror på slumpen; "
        "markeringen säger inget om orsaken."
    )


@lru_cache(maxsize=16384)
def expected_text(expected: float) -> str:
    """Whole from ten, else with one decimal where there is one."""
    return number(expected) if expected >= 10 else units(expected)


@lru_cache(maxsize=16384)
def trend_sentence(
    direction: str, slope_per_year: float, since: str, crime: str, crime_name: str | None = None, enough: bool = True
) -> str:
    """The trend in words. `slope_per_year` in percent; `enough` is false below 20 crimes a year."""
    words = crime_words(crime, crime_name or "")
    if not enough:
        return f"Det anmäls i snitt färre än 20 {words.plural} om året, och det är för få för att bedöma en trend."
    if direction == UNCLEAR:
        return f"Det syns ingen tydlig ökning eller minskning av de anmälda {words.definite} sedan {since}."
    verb = "ökat" if direction == RISING else "minskat"
    return f"De anmälda {words.definite} har {verb}{_per_year(slope_per_year)} sedan {since}."


@lru_cache(maxsize=4096)
def outside_sentence(outside: int, months: int) -> str:
    """How many months lie outside the limits of the control chart; empty when none does."""
    if outside == 0:
        return ""
    return f"{number(outside)} av {plural(months, 'månad', 'månader')} ligger utanför seriens vanliga svängningar."


@lru_cache(maxsize=4096)
def _reports(count: int) -> str:
    return plural(count, "anmälan", "anmälningar")


def _per_year(slope: float) -> str:
    if not slope:
        return ""
    if abs(slope) < 1:
        return " med mindre än 1 procent om året"
    return f" med omkring {number(abs(slope))} procent om året"
