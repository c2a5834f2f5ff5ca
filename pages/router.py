"""The frame of every visit: which screens there are, what the visitor looks at, and one place where errors end up."""

from collections.abc import Mapping

import streamlit as st

from pages import store
from pages.view import frame
from pages.view.choice import Choice, choose, keep, selectors
from pages.view.english import only_swedish
from pages.view.frame import guarded
from pages.view.markup import show
from pages.view.menu import language_link, menu

_PUBLIC = {
    "screens/public/laget.py": ("Läget i korthet", ""),
    "screens/public/lofte.py": ("Löftet", "lofte"),
    "screens/public/tryggheten.py": ("Tryggheten", "tryggheten"),
    "screens/public/brott.py": ("Anmälda brott", "brott"),
    "screens/public/metod.py": ("Ordlista och metod", "metod"),
    "screens/public/oppna_data.py": ("Öppna data", "oppnadata"),
    "screens/public/tillganglighet.py": ("Tillgänglighetsredogörelse", "tillganglighet"),
}
_STEERING = {
    "screens/steering/trender.py": ("Trender", "trender"),
    "screens/steering/datalexikon.py": ("Datalexikon", "datalexikon"),
}
# Screens with a version in lättläst and in English.
_EASY = ("", "lofte")
_POLICE = {"screens/police/aktivitetslogg.py": ("Aktivitetslogg", "aktivitetslogg")}
Screens = Mapping[str, tuple[str, str]]


def _open_to_this_visit() -> dict[str, Screens]:
    """The screens by heading in the menu. In public mode the internal ones do not exist."""
    public: dict[str, Screens] = {"": _PUBLIC}
    return public if store.is_public() else public | {"Ledning": _STEERING, "Polis": _POLICE}


def addresses() -> tuple[str, ...]:
    """The addresses of every screen, without slash; the start page is the empty one."""
    return tuple(address for screens in _open_to_this_visit().values() for _, address in screens.values())


def _pages(screens: Screens) -> list[st.Page]:
    return [
        st.Page(path, title=title, url_path=address or None, default=not address)
        for path, (title, address) in screens.items()
    ]


def _visit() -> None:
    sections = {title: _pages(screens) for title, screens in _open_to_this_visit().items()}
    # Own menu: Streamlit's drops the chosen promise from the address, and its section headings break WCAG 1.3.1.
    screen = st.navigation([page for pages in sections.values() for page in pages], position="hidden")
    st.set_page_config(page_title=f"{screen.title} – Löfteskollen", layout="wide")
    guarded(lambda: _screen(screen, sections))


def _screen(screen: st.Page, sections: Mapping[str, list[st.Page]]) -> None:
    choice = choose()
    show(menu(sections, choice.address if choice else {}, screen, _other_language(choice, screen)))
    if choice is None:
        frame.nothing_here(
            "Databasen är tom",
            "Det finns ingen kommun i databasen.",
            "Lägg in ett medborgarlöfte i data/register och bygg om.",
        )
        return
    keep(choice)
    selectors(choice, easy_offered=screen.url_path in _EASY and not choice.english)
    frame.banners(choice, internal=screen not in sections[""])
    if choice.english and screen.url_path not in _EASY:
        show(only_swedish())
    screen.run()
    frame.footer(choice)


def _other_language(choice: Choice | None, screen: st.Page) -> str:
    if choice is None:
        return ""
    return language_link(choice.address_in("sv" if choice.english else "en"), screen, english=choice.english)


# Streamlit runs this file as its script; the server only asks it for the addresses.
if __name__ == "__main__":
    _visit()
