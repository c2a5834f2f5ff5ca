"""What stands around every screen: banners above, data date and origin below, and the one place errors end up."""

import logging
import uuid
from collections.abc import Callable

import streamlit as st

from etl.errors import LofteskollenError
from pages import store
from pages.view.choice import Choice
from pages.view.formats import date_sv, day_sv, plural, text, to_date
from pages.view.markup import esc, heading, notice, paragraph, screen_link, show

_log = logging.getLogger(__name__)

FICTITIOUS = "Påhittad kommun: alla uppgifter om {name} är påhittade och visar hur Löfteskollen kan användas."
# Asked for by law on every page: the accessibility statement.
_LINKS = (
    ("Ordlista och metod", "metod", ""),
    ("Kontakt", "", "kontakt"),
    ("Tillgänglighetsredogörelse", "tillganglighet", ""),
)
NO_LOGIN = "Ingen inloggning än: servern svarar bara på den här datorn."


def banners(choice: Choice, *, internal: bool) -> None:
    """Says what must not be missed: made-up figures, missing rows, an internal screen without login."""
    if choice.is_fictitious:
        show(notice(FICTITIOUS.format(name=choice.municipality_name), kind="loud"))
    if internal:
        show(notice(f"Internt arbetsmaterial. {NO_LOGIN}"))
    if missing := store.reject_count():
        rows = plural(missing, "inlämnad rad", "inlämnade rader")
        words = f"{rows} kunde inte läsas in och saknas i siffrorna."
        show(notice(words, kind="loud"))


def footer(choice: Choice | None) -> None:
    """Where the figures come from and how fresh they are."""
    info = store.build_info()
    through = to_date(choice.promise["data_through"]) if choice and choice.promise else None
    today = text(info.get("as_of"))
    said = [
        f"Uppgifter till och med {date_sv(through)}." if through else "",
        f"Bedömningarna är gjorda den {day_sv(today)}." if today else "",
        f"Bedömningsregel {esc(choice.promise['rule_version'])}." if choice and choice.promise else "",
        "Källor: Brå, SCB och publicerade trygghetsmätningar; varje diagram anger sin egen.",
    ]
    links = " · ".join(screen_link(address, words, place=place) for words, address, place in _LINKS)
    show(
        f'<div class="lk-foot"><p class="lk-muted">{" ".join(filter(None, said))}</p>'
        f'<p class="lk-muted">{links}</p></div>'
    )


def guarded(run: Callable[[], None]) -> None:
    """Runs a screen; whatever goes wrong becomes Swedish on the page and details in the log."""
    try:
        run()
    except Exception as fault:
        tell(fault)


def tell(fault: Exception) -> bool:
    """Says on the page, in Swedish, that something went wrong; details only in the log. Always true: it is told."""
    if isinstance(fault, LofteskollenError):
        _log.warning("%s", fault)
        show(
            heading("Sidan kan inte visas", level=1),
            paragraph(f"{fault.what}.", kind="lk-lead"),
            paragraph(f"Var: {fault.where}" if fault.where else "", kind="lk-muted"),
            paragraph(fault.todo),
        )
        return True
    reference = uuid.uuid4().hex[:8]
    _log.error("fel %s", reference, exc_info=fault)
    show(
        heading("Något gick fel när sidan skulle visas", level=1),
        paragraph(f"Felet är antecknat i serverns logg med märket {reference}.", kind="lk-lead"),
        paragraph("Ladda om sidan. Hjälper det inte, lämna märket till den som sköter Löfteskollen."),
    )
    return True


def nothing_here(title: str, reason: str, todo: str = "") -> None:
    """An empty screen always says why, and what would fill it."""
    show(heading(title, level=1), paragraph(reason, kind="lk-lead"), paragraph(todo))
    st.empty()
