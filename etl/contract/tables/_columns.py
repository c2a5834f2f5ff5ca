"""Short constructors, so that a table definition reads as a list of what people fill in."""

from functools import partial
from typing import Any

from etl.contract.model import Column, Kind

PARTIES = ("polisen", "kommunen", "båda", "annan aktör")
YES_NO = ("ja", "nej")
GENDERS = ("kvinna", "man", "annat")
# A goal or a published value about "kvinnor" concerns those who answered "kvinna".
GROUP_SPELLINGS = (
    *((word, "kvinna") for word in ("kvinna", "kvinnor", "kvinnorna")),
    *((word, "man") for word in ("man", "män", "männen")),
)


def _column(kind: Kind, name: str, heading: str, explanation: str, **more: Any) -> Column:
    return Column(kind=kind, name=name, heading=heading, explanation=explanation, **more)


text = partial(_column, Kind.TEXT)
free_text = partial(_column, Kind.FREE_TEXT)
identifier = partial(_column, Kind.IDENTIFIER)
integer = partial(_column, Kind.INTEGER)
decimal = partial(_column, Kind.DECIMAL)
date = partial(_column, Kind.DATE)
time = partial(_column, Kind.TIME)
period = partial(_column, Kind.PERIOD)
year = partial(_column, Kind.YEAR)
choice = partial(_column, Kind.CHOICE)
crime_type = partial(_column, Kind.CRIME_TYPE)
duration = partial(_column, Kind.DURATION)


def municipality(**more: Any) -> Column:
    more.setdefault("required", True)
    return _column(
        Kind.MUNICIPALITY,
        "municipality_code",
        "kommun",
        "Kommunens kod med fyra siffror.",
        example="1263",
        **more,
    )


def area(**more: Any) -> Column:
    return identifier(
        "area_id",
        "område",
        "Område enligt tabellen omraden. Tomt betyder hela kommunen.",
        references="omraden",
        **more,
    )


def source(**more: Any) -> Column:
    return text("source", "källa", "Varifrån uppgiften kommer: dokument, webbadress eller system.", **more)


def group(explanation: str) -> Column:
    return text("group_name", "grupp", explanation, spellings=GROUP_SPELLINGS)


def party(heading: str = "ansvarig part", **more: Any) -> Column:
    name = "responsible_party" if heading == "ansvarig part" else "party"
    return choice(name, heading, "Vem som ansvarar.", choices=PARTIES, **more)


def yes_no(name: str, heading: str, explanation: str, **more: Any) -> Column:
    return choice(name, heading, explanation, choices=YES_NO, **more)


def public(**more: Any) -> Column:
    return yes_no("is_public", "offentlig", "ja om fritexten får visas för allmänheten.", **more)
