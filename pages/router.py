"""The frame of every visit: which screens there are, what the visitor looks at, and one place where errors end up."""

import streamlit as st

from pages.view import frame
from pages.view.choice import choose, keep
from pages.view.frame import guarded
from pages.view.markup import show
from pages.view.style import style_sheet
from pages.view.theme import palette

_ICON = "pages/view/favicon.png"
_START = "screens/public/laget.py"
# No section headings: in Streamlit's menu they break the rules for lists (WCAG 1.3.1).
_PUBLIC = {
    _START: ("Läget i korthet", ""),
    "screens/public/lofte.py": ("Löftet", "lofte"),
    "screens/public/datalexikon.py": ("Datalexikon", "datalexikon"),
}
_INTERNAL = {
    "screens/steering/trender.py": ("Ledning: Trender", "trender"),
    "screens/police/aktivitetslogg.py": ("Polis: Aktivitetslogg", "aktivitetslogg"),
}


def _visit() -> None:
    screens = {
        path: st.Page(path, title=title, url_path=address or None, default=path == _START)
        for path, (title, address) in {**_PUBLIC, **_INTERNAL}.items()
    }
    screen = st.navigation(list(screens.values()), position="top")
    internal = screen in [screens[path] for path in _INTERNAL]
    st.set_page_config(page_title=f"{screen.title} – Löfteskollen", page_icon=_ICON, layout="wide")
    show(style_sheet(palette()))
    guarded(lambda: _screen(screen, internal=internal))


def _screen(screen: st.Page, *, internal: bool) -> None:
    choice = choose()
    if choice is None:
        frame.nothing_here(
            "Databasen är tom",
            "Det finns ingen kommun i databasen.",
            "Lägg in ett medborgarlöfte i data/register och bygg om.",
        )
        return
    keep(choice)
    frame.banners(choice, internal=internal)
    screen.run()
    frame.footer(choice)


_visit()
