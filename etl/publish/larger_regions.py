"""The regions that are larger than a municipality, by the names that Brå, the police and SCB give them.

A closed list: whoever hands in a file writes the name of the region, and "Region Norrby" may be a block of houses.
Gotland is a county with a single municipality, whose own quarters and years are exact as well.
"""

import unicodedata

# https://www.scb.se/hitta-statistik/regional-statistik-och-kartor/regionala-indelningar/lan-och-kommuner/
_COUNTIES = {
    "01": "stockholms län",
    "03": "uppsala län",
    "04": "södermanlands län",
    "05": "östergötlands län",
    "06": "jönköpings län",
    "07": "kronobergs län",
    "08": "kalmar län",
    "09": "gotlands län",
    "10": "blekinge län",
    "12": "skåne län",
    "13": "hallands län",
    "14": "västra götalands län",
    "17": "värmlands län",
    "18": "örebro län",
    "19": "västmanlands län",
    "20": "dalarnas län",
    "21": "gävleborgs län",
    "22": "västernorrlands län",
    "23": "jämtlands län",
    "24": "västerbottens län",
    "25": "norrbottens län",
}
_POLICE_REGIONS = ("bergslagen", "mitt", "nord", "stockholm", "syd", "väst", "öst")
_COUNTRY = ("hela landet", "riket", "00 riket")
_NAMES = frozenset(
    (
        *_COUNTRY,
        *_COUNTIES.values(),
        *(f"{code} {name}" for code, name in _COUNTIES.items()),
        *(f"{kind} {name}" for kind in ("region", "polisregion") for name in _POLICE_REGIONS),
    )
)


def is_larger(region: str) -> bool:
    """Whether the name is that of the country, a county (with or without its code) or a police region."""
    plain = unicodedata.normalize("NFC", region).replace("\u00a0", " ")
    return " ".join(plain.casefold().split()) in _NAMES
