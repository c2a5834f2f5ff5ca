"""How sources write that a value is missing, and whole numbers as text."""

import re

# The contract's own sign for "the figure does not exist"; a required cell must say so instead of being empty.
MISSING = ".."

_MISSING_SIGNS = frozenset({"", "..", "...", "…", "NA", "null", "None"})
_BLANKS_IN_NUMBER = re.compile(r"(?<=\d)[ \u00a0\u202f\u2009](?=\d{3})")


def or_missing(text: str) -> str:
    """The text as received, or the contract's sign for missing."""
    return MISSING if text.strip() in _MISSING_SIGNS else text.strip()


def whole_number(text: str) -> int | None:
    """A count such as "38 248", "38248" or "38248.0"; None when it is missing.

    Raises ValueError when the text is neither.
    """
    plain = or_missing(text)
    if plain == MISSING:
        return None
    plain = _BLANKS_IN_NUMBER.sub("", plain)
    return int(plain.removesuffix(".0"))
