"""Pages from templates: what every page has around it, and links that work in any folder."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from pages.documents.site_frame import Frame, Page
from pages.documents.site_names import relative
from pages.view.palette import DARK, LIGHT

MENU_SV = (("Kommuner", ""), ("Så bedömer vi", "metod/"), ("Öppna data", "oppna-data/"), ("Lättläst", "lattlast/"),
           ("English", "en/"))  # fmt: skip
MENU_EN = (("English", "en/"), ("Svenska", ""))
_DESCRIPTION = 155
_SCREEN_LINK = re.compile(r'<a href="\./([a-z]*)(#[^"]*)?" target="_self" data-lk-go="1">')
_PAGE_OF_SCREEN = {"": "", "metod": "metod/", "oppnadata": "oppna-data/", "tillganglighet": "tillganglighet/"}


def drawn(page: Page, frame: Frame) -> bytes:
    """The HTML of a page."""
    # A missing page is shown at any address, so its links begin at the root of the server.
    root = (urlsplit(frame.base_url).path or "/") if page.address.endswith(".html") else ""
    html = _environment().get_template(page.template).render(
        **page.content,
        to=lambda address: f"{root}{address}" if root else relative(page.address, address),
        address=page.address,
        title=page.title,
        description=_short(page.description),
        section=page.section,
        lang=page.lang,
        picture=page.picture,
        picture_alt=page.picture_alt,
        noindex=not page.listed,
        menu=MENU_EN if page.lang == "en" else MENU_SV,
        paper={"light": LIGHT.paper, "dark": DARK.paper},
        base_url=frame.base_url,
        app_url=frame.app_url,
        fresh=frame.fresh,
        missing_rows=frame.missing_rows,
    )  # fmt: skip
    return _SCREEN_LINK.sub(lambda found: _to_page(found, page.address), html).encode("utf-8")


def _to_page(found: re.Match[str], address: str) -> str:
    """A link to a screen, as the pieces of the screens have them, to the page that says the same."""
    return f'<a href="{relative(address, _PAGE_OF_SCREEN[found[1]])}{found[2] or ""}">'


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("pages.documents"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _short(words: str) -> str:
    """At most as much as a search engine shows, cut between two words."""
    if len(words) <= _DESCRIPTION:
        return words
    return words[: words.rfind(" ", 0, _DESCRIPTION - 1)].rstrip(" ,;:.–") + " …"
