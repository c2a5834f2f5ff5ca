"""Find what points out a person in free text: personal identity numbers, telephone numbers, e-mail addresses.

Identity numbers follow Skatteverket's form: six or eight digits for the day of birth (day + 60 in a
samordningsnummer), four more of which the last is a Luhn check digit over the ten. The check digit and the
day keep ordinary numbers out: of all ten-digit numbers fewer than one in a hundred passes both.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class FindingKind(StrEnum):
    PERSONAL_NUMBER = "personnummer"
    COORDINATION_NUMBER = "samordningsnummer"
    TEMPORARY_NUMBER = "tillfälligt nummer"
    TELEPHONE = "telefonnummer"
    EMAIL = "e-postadress"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Where in the text it stands: `text[start:end]`."""

    kind: FindingKind
    start: int
    end: int


_GAP = "[ \u00a0]?[-+\u2010-\u2015\u2212]?[ \u00a0]?"
_BLANK = "[ \u00a0\u202f\u2009]"
_NOT_INSIDE_NUMBER = r"(?<![0-9])(?<![0-9][.,])(?<![0-9A-Za-z][-+\u2010-\u2015\u2212])"
_NUMBER_ENDS = r"(?![0-9])(?![.,][0-9])"

_IDENTITY = re.compile(
    rf"{_NOT_INSIDE_NUMBER}(?P<century>18|19|20)?(?P<day>[0-9]{{6}})(?P<gap>{_GAP})(?P<last>[0-9]{{4}}){_NUMBER_ENDS}"
)
_TEMPORARY = re.compile(
    rf"{_NOT_INSIDE_NUMBER}(?P<century>18|19|20)?(?P<day>[0-9]{{6}})[-+\u2010-\u2015\u2212]?"
    r"(?:TF[0-9]{2}|[TR][0-9]{3})(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_MOBILE = re.compile(
    rf"{_NOT_INSIDE_NUMBER}(?<![/=])07[02369](?:{_BLANK}?[-\u2010-\u2015/]?{_BLANK}?)(?:[0-9]{_BLANK}?){{6}}[0-9]{_NUMBER_ENDS}"
)
_INTERNATIONAL = re.compile(
    rf"(?<![0-9])(?:\+|00)46{_BLANK}?[-\u2010-\u2015]?{_BLANK}?(?:\(0\)|0)?{_BLANK}?[1-9]"
    rf"(?:[-\u2010-\u2015]?{_BLANK}?[0-9]){{6,9}}(?![0-9])"
)
_LANDLINE = re.compile(
    rf"{_NOT_INSIDE_NUMBER}\(?0(?!20|77)(?:8|[1-9][0-9]{{1,2}})\)?"
    rf"(?:{_BLANK}?[-\u2010-\u2015/]{_BLANK}?[1-9](?:{_BLANK}?[0-9]){{4,7}}"
    rf"|{_BLANK}[1-9][0-9]{{1,2}}{_BLANK}[0-9]{{2}}{_BLANK}[0-9]{{2}}){_NUMBER_ENDS}(?![-/\u2010-\u2015][0-9])"
)
_SHORT_DATE = re.compile(r"\(?0[0-9]\)?[-/](?:0?[1-9]|1[0-2])[-/ ](?:19|20)[0-9]{2}")
_EMAIL = re.compile(r"[\w.+%-]+@(?:[\w-]+\.)+[^\W\d_]{2,}")

IDENTITY_CANDIDATE_PATTERN = "[0-9]{6}[ \u00a0]?[-+\u2010-\u2015\u2212]?[ \u00a0]?(?:[0-9]{4}|[TtRr])"
"""The part of CANDIDATE_PATTERN that identity numbers match: all that an id is refused for."""

CANDIDATE_PATTERN = (
    f"@|{IDENTITY_CANDIDATE_PATTERN}"
    "|(?:[+]|00)46[^0-9]{0,6}[0-9]"
    "|(?:^|[^0-9])0[1-9][0-9]{0,2}[)]?[ \u00a0\u202f\u2009/\u2010-\u2015-]{1,3}"
    "[1-9](?:[ \u00a0\u202f\u2009]?[0-9]){4}"
    "|(?:^|[^0-9])07[0-9][ \u00a0\u202f\u2009/\u2010-\u2015-]{0,3}[0-9](?:[ \u00a0\u202f\u2009]?[0-9]){6}"
)
"""RE2 syntax, for `regexp_matches`. Every text with a finding matches; a match is a reason to look closer."""


def find_personal_data(text: str) -> tuple[Finding, ...]:
    """Everything in `text` that points out a person, in order and without overlap."""
    found = sorted(_all(text), key=lambda f: (f.start, -f.end))
    kept: list[Finding] = []
    for finding in found:
        if not kept or finding.start >= kept[-1].end:
            kept.append(finding)
    return tuple(kept)


def mask(text: str) -> str:
    """The text with every letter and digit of a finding replaced by a dot, safe to show in a message."""
    masked = list(text)
    for finding in find_personal_data(text):
        for place in range(finding.start, finding.end):
            if masked[place].isalnum():
                masked[place] = "•"
    return "".join(masked)


def _all(text: str) -> Iterator[Finding]:
    for found in _EMAIL.finditer(text):
        yield _finding(FindingKind.EMAIL, found)
    for found in _IDENTITY.finditer(text):
        if _luhn(found["day"] + found["last"]):
            if _is_day(found["century"], found["day"], shift=0):
                yield _finding(FindingKind.PERSONAL_NUMBER, found)
            elif _is_day(found["century"], found["day"], shift=60):
                yield _finding(FindingKind.COORDINATION_NUMBER, found)
    for found in _TEMPORARY.finditer(text):
        if _is_day(found["century"], found["day"], shift=0) or _is_day(found["century"], found["day"], shift=60):
            yield _finding(FindingKind.TEMPORARY_NUMBER, found)
    for pattern in (_MOBILE, _INTERNATIONAL, _LANDLINE):
        for found in pattern.finditer(text):
            if not _SHORT_DATE.match(found[0]) and not _in_address(text, found.start()):
                yield _finding(FindingKind.TELEPHONE, found)


def _finding(kind: FindingKind, found: re.Match[str]) -> Finding:
    return Finding(kind=kind, start=found.start(), end=found.end())


def _in_address(text: str, place: int) -> bool:
    """Whether the place is inside a web address, where long numbers are document numbers."""
    word = text[:place].rsplit(maxsplit=1)[-1:] if not text[:place][-1:].isspace() else []
    return bool(word) and "://" in word[0]


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(digits):
        product = int(digit) * (2 if place % 2 == 0 else 1)
        total += product - 9 if product > 9 else product
    return total % 10 == 0


def _is_day(century: str | None, digits: str, shift: int) -> bool:
    year, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:6]) - shift
    return any(_exists(int(c) * 100 + year, month, day) for c in ((century,) if century else ("19", "20")))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
