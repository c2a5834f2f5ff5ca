"""The static site: the public answers as plain files for any web server, readable without JavaScript."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pages.documents.feed import FEED, atom
from pages.documents.site_data import SiteData, read_site
from pages.documents.site_folder import SiteError, write_folder
from pages.documents.site_frame import Frame, Page
from pages.documents.site_pages import site_pages
from pages.documents.site_promise import pictures
from pages.documents.site_style import ICON, STYLE, icon, style_sheet
from pages.documents.site_templates import drawn
from pages.documents.sitemap import ROBOTS, SITEMAP, robots, sitemap
from pages.served import is_public
from pages.view.formats import day_sv, plural
from pages.view.markup import notice
from pages.view.open_data_files import published

OPEN_DATA = "data/v1"
Progress = Callable[[str], None]


@dataclass(frozen=True, kw_only=True)
class Written:
    """How much was written, and the address that the site believes it has (empty when it was not told)."""

    pages: int
    files: int
    base_url: str


def write_site(target: Path, *, base_url: str, app_url: str, progress: Progress) -> Written:
    """Write the site of the public database that is served. The same database gives the same bytes.

    `base_url` is empty for the address that the publication was given. Raises SiteError when the database is not a
    published one or the folder holds other things, and StoreError when there is no database.
    """
    if not is_public():
        raise SiteError(
            what="Webbplatsen görs bara av det som är publicerat",
            todo="Publicera med ”make publish” eller ”python -m etl publish”.",
        )
    data = read_site()
    frame = frame_of(data, base_url=base_url, app_url=app_url)
    drawn_pages = list(site_pages(data, frame))
    edition = published()
    count = write_folder(
        target,
        _files(data, drawn_pages, frame, progress),
        copied=edition.folder if edition else None,
        copied_to=OPEN_DATA,
    )
    return Written(pages=len(drawn_pages), files=count, base_url=frame.base_url)


def frame_of(data: SiteData, *, base_url: str, app_url: str) -> Frame:
    """What is the same on every page; addresses get the slash that they end with."""
    day = day_sv(data.build.get("as_of"))
    said = f"Bedömningarna är gjorda den {day}. " if day else ""
    missing = plural(data.missing_rows, "inlämnad rad", "inlämnade rader")
    return Frame(
        base_url=_slashed(base_url or data.build.get("base_url", "")),
        app_url=_slashed(app_url),
        fresh=f"{said}Källor: Brå, SCB och publicerade trygghetsmätningar; varje diagram anger sin egen.",
        missing_rows=notice(f"{missing} kunde inte läsas in och saknas i siffrorna.", kind="loud")
        if data.missing_rows
        else "",
    )


def _files(data: SiteData, pages: list[Page], frame: Frame, progress: Progress) -> Iterator[tuple[str, bytes]]:
    for page in pages:
        progress(page.title)
        yield page.file, drawn(page, frame)
    for known in data.municipalities:
        for promise in known.promises:
            progress(f"Bilder: {promise.title}")
            yield from pictures(promise)
    yield STYLE, style_sheet()
    yield ICON, icon()
    yield ROBOTS, robots(frame.base_url)
    if frame.base_url:
        listed = [page.address for page in pages if page.listed]
        day = data.build.get("published_on") or data.build.get("as_of", "")
        yield SITEMAP, sitemap(listed, frame.base_url, day[:10])
        yield FEED, atom(data, frame.base_url)


def _slashed(address: str) -> str:
    return f"{address.rstrip('/')}/" if address else ""
