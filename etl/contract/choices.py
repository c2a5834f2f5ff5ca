"""Columns with a closed list of words, and lengths of time in words."""

import re
from difflib import get_close_matches

from etl.contract.blanks import loose, tidy
from etl.contract.headings import normalise
from etl.contract.outcome import Outcome, Parsed, Refusal

_YES = {"ja", "j", "yes", "y", "x", "1", "1.0", "sant", "sann", "true", "✓", "✔"}
_NO = {"nej", "n", "no", "0", "0.0", "falskt", "false"}
_UNITS = {
    **dict.fromkeys(("år", "års"), ("år", "år")),
    **dict.fromkeys(("månad", "månader", "mån", "mån.", "månaders"), ("månad", "månader")),
    **dict.fromkeys(("kvartal", "kv"), ("kvartal", "kvartal")),
    **dict.fromkeys(("halvår",), ("halvår", "halvår")),
    **dict.fromkeys(("vecka", "veckor", "v", "v."), ("vecka", "veckor")),
    **dict.fromkeys(("dag", "dagar", "dygn"), ("dag", "dagar")),
}
_COUNTS = {
    word: number
    for number, word in enumerate(
        ("en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"), start=1
    )
} | {"ett": 1}
_DURATION = re.compile(r"([0-9]{1,4}|[a-zåäö]+) ?([a-zåäö]+\.?)")
_EVERY = {
    "varje år": "1 år",
    "årligen": "1 år",
    "vartannat år": "2 år",
    "vart tredje år": "3 år",
    "vart fjärde år": "4 år",
}


def parse_choice(text: str, choices: tuple[str, ...]) -> Outcome:
    """One of `choices`, in any case and with any blanks and hyphens; the answer is spelt as there.

    Where ja is a choice also j, x, 1, sant and the like. Where it is the only one, nej is an empty cell.
    """
    word = loose(text)
    by_word = {normalise(choice): choice for choice in choices}
    if found := by_word.get(normalise(text)):
        return Parsed(value=found)
    if "ja" in choices:
        if word in _YES:
            return Parsed(value="ja")
        if word in _NO and ("nej" in choices or len(choices) == 1):
            return Parsed(value="nej" if "nej" in choices else "")
    cleaned = tidy(text)
    shown = cleaned if len(cleaned) <= 60 else cleaned[:60] + "…"
    close = get_close_matches(normalise(text), list(by_word), n=1, cutoff=0.7)
    hint = f"Menades {by_word[close[0]]}? " if close else ""
    return Refusal(reason=f"”{shown}” är inte ett av de tillåtna orden", remedy=f"{hint}Skriv {listed(choices)}.")


def listed(choices: tuple[str, ...]) -> str:
    """ "a, b eller c"."""
    return choices[0] if len(choices) == 1 else f"{', '.join(choices[:-1])} eller {choices[-1]}"


def parse_duration(text: str) -> Outcome:
    """A whole number of years, months, weeks …: "2 år", "6 månader", "två år", "vartannat år"."""
    cleaned = tidy(text)
    word = loose(text)
    if word in _EVERY:
        return Parsed(value=_EVERY[word])
    found = _DURATION.fullmatch(word)
    unit = _UNITS.get(found[2]) if found else None
    if found and unit:
        count = int(found[1]) if found[1].isdigit() else _COUNTS.get(found[1], 0)
        if count:
            return Parsed(value=f"{count} {unit[0] if count == 1 else unit[1]}")
    shown = cleaned if len(cleaned) <= 40 else cleaned[:40] + "…"
    return Refusal(
        reason=f"”{shown}” är inte en tidslängd",
        remedy="Skriv ett antal och en enhet, till exempel 2 år eller 6 månader.",
    )
