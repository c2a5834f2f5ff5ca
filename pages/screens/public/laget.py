"""Läget i korthet: was the promise kept, and did it get better? Every promise of the chosen municipality."""

from pages.view.choice import chosen
from pages.view.english_section import english_nothing
from pages.view.frame import nothing_here
from pages.view.made_once import once
from pages.view.markup import show
from pages.view.start_page import english_start_page, start_page


def main() -> None:
    choice = chosen()
    promise = choice.promise
    if promise is None and choice.english:
        show(english_nothing(choice.municipality_name))
        return
    if promise is None:
        nothing_here(
            f"Läget i {choice.municipality_name}",
            "Inget medborgarlöfte är inlagt för kommunen.",
            "Löften läggs in i data/register, en mapp per kommun.",
        )
        return
    page = english_start_page if choice.english else start_page
    show(once(("laget", *choice.address.items()), lambda: page(choice, promise)))


main()
