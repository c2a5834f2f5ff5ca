"""Blanks, dashes and other characters that look alike on paper but not to a computer."""

import re
import unicodedata

BLANKS = " \t\r\n\v\f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212\ufe58\ufe63\uff0d"

_BLANKS = re.compile(f"[{BLANKS}]+")
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_DASHES = re.compile(f"[{DASHES}]")


def tidy(text: str) -> str:
    """One composed Unicode form, no invisible characters, single ordinary blanks, none at the ends."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", _INVISIBLE.sub("", text))).strip(" ")


def plain_dashes(text: str) -> str:
    """Every dash and minus sign as the hyphen on the keyboard."""
    return _DASHES.sub("-", text)


def loose(text: str) -> str:
    """For comparing words: tidied, without case, and with ordinary hyphens."""
    return unicodedata.normalize("NFC", plain_dashes(tidy(text)).casefold())
