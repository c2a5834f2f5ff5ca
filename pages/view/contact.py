"""Whom to turn to: a function and a channel, never a person."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.view.formats import NBSP, text, upper_first
from pages.view.markup import bullets, esc, heading, linked, paragraph

Row = Mapping[str, Any]
ANCHOR = "kontakt"
_URGENT = "Vid akuta lägen och pågående brott: ring 112."


def contact_section(contacts: pd.DataFrame, *, is_fictitious: bool, level: int = 2) -> str:
    """HTML with rows of marts.contact of one municipality."""
    said = contact_list(contacts) or paragraph("Ingen kontaktväg är inlagd för kommunen.")
    urgent = "" if is_fictitious else paragraph(_URGENT, kind="lk-muted")
    return f'<div id="{ANCHOR}">{heading("Kontakt", level=level)}{said}{urgent}</div>'


def contact_list(contacts: pd.DataFrame) -> str:
    """The functions with their channels; nothing where there are none."""
    return bullets([_contact(row) for row in contacts.to_dict("records")])


def _contact(row: Row) -> str:
    function, channel, address = (text(row[name]) for name in ("function", "channel", "address"))
    return f"{esc(upper_first(function))}: {esc(channel)}{f' {_address(address)}' if address else ''}"


def _address(address: str) -> str:
    digits = address.replace(" ", "")
    if digits.isdigit():
        return f'<a href="tel:{digits}">{esc(address.replace(" ", NBSP))}</a>'
    return linked(address)


def acting_party(contacts: pd.DataFrame, municipality_name: str) -> str:
    """Who gave the promises, within a sentence: the municipality by its full name where known, with the police."""
    full = next((text(name) for name in contacts["function"] if text(name).endswith(" kommun")), "")
    return f"{full or f'kommunen {municipality_name}'}, tillsammans med polisen,"
