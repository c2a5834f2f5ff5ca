"""Tillgänglighetsredogörelse: what works for everybody, what does not, and whom to tell."""

from pages import store
from pages.view.accessibility_statement import HEADING, statement_html
from pages.view.choice import chosen
from pages.view.contact import acting_party
from pages.view.markup import heading, paragraph, show


def main() -> None:
    choice = chosen()
    contacts = store.contacts(choice.municipality_code)
    show(
        heading(HEADING, level=1),
        paragraph("Kommunen är påhittad, och redogörelsen visar hur den kan se ut." if choice.is_fictitious else ""),
        statement_html(actor=acting_party(contacts, choice.municipality_name), contacts=contacts),
    )


main()
