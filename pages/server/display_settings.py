"""What the address of the display asks for. Whatever stands in it, there is always something to show."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

FASTEST, USUAL, SLOWEST = 8, 20, 120
ALL = "alla"
THEMES = ("auto", "ljust", "morkt")
FORMS = ("liggande", "kvadrat", "staende")
_NO = ("nej", "av", "0")
# Longer texts are no code and no id of a promise.
_LONGEST = 60


@dataclass(frozen=True, kw_only=True)
class DisplaySettings:
    """`pace` is seconds a panel; `loops` begins again after the last panel; `keys` lets letters and arrows steer."""

    municipality: str = ""
    promise: str = ""
    theme: str = THEMES[0]
    form: str = FORMS[0]
    pace: int = USUAL
    loops: bool = True
    keys: bool = True


def read_settings(query: Mapping[str, str]) -> DisplaySettings:
    """The settings of an address; what cannot be read is as if it were not there."""
    return DisplaySettings(
        municipality=_word(query.get("kommun", "")),
        promise=_word(query.get("lofte", "")),
        theme=_one_of(query.get("tema", ""), THEMES),
        form=_one_of(query.get("form", ""), FORMS),
        pace=_pace(query.get("takt", "")),
        loops=query.get("slinga", "").casefold() not in _NO,
        keys=query.get("tangenter", "").casefold() not in _NO,
    )


def _word(asked: str) -> str:
    return "".join(sign for sign in asked.strip()[:_LONGEST] if sign.isprintable())


def _one_of(asked: str, allowed: tuple[str, ...]) -> str:
    known = asked.casefold().replace("ö", "o").replace("å", "a")
    return known if known in allowed else allowed[0]


def _pace(asked: str) -> int:
    if not re.fullmatch(r"[0-9]{1,6}", asked):
        return USUAL
    return min(max(int(asked), FASTEST), SLOWEST)
