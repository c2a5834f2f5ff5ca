"""A source as it can be read from a distance: web addresses by the name of their site."""

import re

_ADDRESS = re.compile(r"https?://(?:www\.)?([^/\s;,]+)\S*")


def brief_source(source: str) -> str:
    """”Brå, anmälda brott; https://www.svedala.se/x/y” as ”Brå, anmälda brott; svedala.se”, each named once."""
    parts = [_ADDRESS.sub(r"\1", part).strip() for part in source.split(";")]
    return "; ".join(dict.fromkeys(filter(None, parts)))
