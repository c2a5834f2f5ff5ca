"""The frame of every visit: which screens there are, what the visitor looks at, and one place where errors end up."""

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from pages.view import frame
from pages.view.choice import choose, keep
from pages.view.frame import guarded
from pages.view.markup import show
from pages.view.menu import menu
from pages.view.style import style_sheet
from pages.view.theme import palette

_ICON = str(Path(__file__).parent / "view" / "favicon.png")
_PUBLIC = {
    "screens/public/laget.py": ("Läget i korthet", ""),
    "screens/public/lofte.py": ("Löftet", "lofte"),
    "screens/public/datalexikon.py": ("Datalexikon", "datalexikon"),
}
_STEERING = {"screens/steering/trender.py": ("Trender", "trender")}
# Screens with a version in lättläst.
_EASY = ("", "lofte")
_POLICE = {"screens/police/aktivitetslogg.py": ("Aktivitetslogg", "aktivitetslogg")}


def _pages(screens: Mapping[str, tuple[str, str]]) -> list[st.Page]:
    return [
        st.Page(path, title=title, url_path=address or None, default=not address)
        for path, (title, address) in screens.items()
    ]


def _visit() -> None:
    sections = {"": _pages(_PUBLIC), "Ledning": _pages(_STEERING), "Polis": _pages(_POLICE)}
    # Own menu: Streamlit's drops the chosen promise from the address, and its section headings break WCAG 1.3.1.
    screen = st.navigation([page for pages in sections.values() for page in pages], position="hidden")
    st.set_page_config(page_title=f"{screen.title} – Löfteskollen", page_icon=_ICON, layout="wide")
    show(style_sheet(palette()))
    guarded(lambda: _screen(screen, sections))


def _screen(screen: st.Page, sections: Mapping[str, list[st.Page]]) -> None:
    place_for_menu = st.container(key="huvudmeny", horizontal=True, gap="small", vertical_alignment="center")
    choice = choose(easy_offered=screen.url_path in _EASY)
    with place_for_menu:
        menu(sections, choice.address if choice else {})
    if choice is None:
        frame.nothing_here(
            "Databasen är tom",
            "Det finns ingen kommun i databasen.",
            "Lägg in ett medborgarlöfte i data/register och bygg om.",
        )
        return
    keep(choice)
    frame.banners(choice, internal=screen not in sections[""])
    screen.run()
    frame.footer(choice)


_visit()
