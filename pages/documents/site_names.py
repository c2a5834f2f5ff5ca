"""Addresses of the static site: short, readable, and the same at every publication."""

import re
from collections.abc import Iterable

_LETTERS = str.maketrans("åäöéèüÅÄÖÉÈÜ", "aaoeeuAAOEEU")
# First parts of addresses that a municipality may never take.
RESERVED = ("metod", "oppna-data", "tillganglighet", "lattlast", "en", "data")


def slug(name: str) -> str:
    """Letters a–z, figures and hyphens: ”Medborgarlöfte 2017” is ”medborgarlofte-2017”."""
    return re.sub(r"[^a-z0-9]+", "-", name.translate(_LETTERS).lower()).strip("-") or "namnlos"


def slugs(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Id to slug of its name; where a name is taken or reserved the id comes first in the slug. The ids are unique."""
    taken: dict[str, str] = {}
    for identifier, name in sorted(names):
        short = slug(name)
        if short in RESERVED or short in taken.values():
            short = slug(f"{identifier}-{name}")
        taken[identifier] = short
    return taken


def promise_slug(municipality_code: str, promise_id: str) -> str:
    """What the id says beyond the municipality: ”1263-2017” is ”2017”."""
    return slug(promise_id.removeprefix(f"{municipality_code}-"))


def up_from(address: str) -> str:
    """What leads from a page back to the first one: nothing, ”../”, ”../../” …"""
    return "../" * address.count("/")


def relative(from_address: str, to_address: str) -> str:
    """A link that works wherever the site is put; ”./” leads to the page's own folder."""
    return f"{up_from(from_address)}{to_address}" or "./"
