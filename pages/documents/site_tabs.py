"""What every page about a municipality begins with: the way to its other pages, and whether it exists at all."""

from markupsafe import Markup

from pages.documents.site_data import MunicipalityData, PromiseData
from pages.view.frame import FICTITIOUS
from pages.view.markup import notice


def tabs(known: MunicipalityData, current: PromiseData | None = None) -> tuple[tuple[str, str], ...]:
    """The pages of a municipality, with the promise that is read or else its first one."""
    shown = [current] if current else known.promises[:1]
    return (
        (f"{known.name} i korthet", known.address),
        *((promise.title, promise.address) for promise in shown),
        ("Tryggheten", f"{known.address}tryggheten/"),
        ("Anmälda brott", f"{known.address}brott/"),
    )


def made_up(known: MunicipalityData) -> Markup:
    """The warning on pages about a municipality that does not exist; nothing on others."""
    return Markup(notice(FICTITIOUS.format(name=known.name), kind="loud") if known.is_fictitious else "")
