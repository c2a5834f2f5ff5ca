"""Pages about the figures themselves: how we judge, open data, and accessibility."""

from collections.abc import Iterator
from typing import Any

import pandas as pd
from markupsafe import Markup

from pages.documents.site_data import SiteData
from pages.documents.site_frame import Page
from pages.documents.site_names import up_from
from pages.view.accessibility_statement import TITLE, Shortcoming, statement_html
from pages.view.contact import acting_party
from pages.view.markup import bullets, esc, heading, paragraph
from pages.view.method_lists import breaks_html, disclosure_html, glossary_html, sources_html
from pages.view.method_words import limits_html, rule_html, titled, verdicts_html
from pages.view.open_data_catalogue import data_sets
from pages.view.open_data_files import FOLDER, Published, published
from pages.view.open_data_section import evidence_list, table_list

METHOD, OPEN_DATA, ACCESSIBILITY = "metod/", "oppna-data/", "tillganglighet/"
_PROGRAM = (
    ("Katalog för dataportaler (DCAT-AP-SE)", "katalog.jsonld"),
    ("Vad kolumnerna betyder", "kolumner.json"),
    ("Schema för ett medborgarlöfte", "medborgarlofte.schema.json"),
    ("Lista över alla filer, med storlek och kontrollsumma", "filer.json"),
)
_SHORTCOMINGS = (
    Shortcoming(
        use="Användning utan synförmåga",
        what="Sidorna är inte prövade med skärmläsare av någon som använder det till vardags.",
        instead="Varje diagram har en beskrivning i ord och en tabell.",
    ),
    Shortcoming(
        use="Användning med nedsatt syn",
        what="Texten i diagrammen följer sidans storlek när man zoomar, men inte egna inställningar för radavstånd och "
        "avstånd mellan bokstäver.",
        instead="Samma uppgifter finns i tabellen under diagrammet.",
        criterion="1.4.12",
    ),
    Shortcoming(
        use="Användning med nedsatt syn",
        what="På smala skärmar och vid 400 procents förstoring rullas breda tabeller i sidled, var för sig.",
        instead="Samma uppgifter finns i filerna under Öppna data.",
    ),
    Shortcoming(
        use="Användning med kognitiv nedsättning",
        what="Lättläst finns för löftena, men inte för de andra sidorna.",
        instead="Ordlistan förklarar orden.",
    ),
)


def about_pages(data: SiteData) -> Iterator[Page]:
    """The three pages, in the order of the menu."""
    yield _page(METHOD, "Så bedömer vi", "Så avgörs om ett löfte är hållet, och vad orden betyder.", _method(data))
    yield _open_data()
    yield _page(ACCESSIBILITY, TITLE, "Hur tillgängliga sidorna är, och hur du berättar om brister.", _statement(data))


def _page(address: str, title: str, description: str, html: str) -> Page:
    return Page(
        address=address,
        template="fritext.html",
        title=title,
        description=description,
        content={"html": Markup(heading(title, level=1) + html), "fictitious": ""},
        section=address,
    )


def _method(data: SiteData) -> str:
    sections = (
        ("omdomen", "Vad omdömena betyder", verdicts_html()),
        ("regeln", "Så bedöms ett löfte", rule_html()),
        ("granser", "Regelns gränser", limits_html()),
        ("rojandeskydd", "Vad som inte visas, och varför", disclosure_html(data.thresholds)),
        ("kallor", "Var siffrorna kommer ifrån", sources_html(data.sources)),
        ("seriebrott", "När siffror inte går att jämföra", breaks_html(data.breaks)),
        ("ordlista", "Ordlista", glossary_html()),
    )
    links = bullets([f'<a href="#{anchor}">{esc(title)}</a>' for anchor, title, _ in sections])
    return (
        paragraph(
            "Så avgörs om ett löfte är hållet, vad orden betyder och varför en del siffror inte visas.", kind="lk-lead"
        )
        + f'<nav aria-label="På sidan">{links}</nav>'
        + "".join(titled(anchor, title, inside) for anchor, title, inside in sections)
    )


def _open_data() -> Page:
    edition = published()
    content: dict[str, Any] = {"data_sets": [], "evidence": [], "program": [], "fictitious": ""}
    if edition:
        content["data_sets"] = [
            {
                "title": each.title,
                "description": each.description,
                "terms": f"Licens: {each.licence}. {each.terms}",
                "tables": _near(table_list(edition, each.tables)),
            }
            for each in data_sets(edition)
        ]
        content["evidence"] = list(_evidence(edition))
        content["program"] = [
            (title, f"{FOLDER.lstrip('/')}{name}") for title, name in _PROGRAM if name in edition.files
        ]
    return Page(
        address=OPEN_DATA,
        template="oppna_data.html",
        title="Öppna data",
        description="Hämta allt som visas som filer: CSV, JSON och Parquet, med förklaringar, källor och licens.",
        content=content,
        section=OPEN_DATA,
    )


def _evidence(edition: Published) -> Iterator[tuple[str, Markup]]:
    """The evidence packages, promise by promise, and the promises as files."""
    packages = edition.of_kind("bevis")
    for file in edition.of_kind("löfte"):
        own = [each for each in packages if each.about.get("lofte") == file.about.get("lofte")]
        if own:
            title = f"Bevispaket: {file.title.split(': ', 1)[-1]}"
            yield title, _near(evidence_list(own))


def _near(html: str) -> Markup:
    """Links to the files of open data, from the root of a server to where they lie beside this page."""
    return Markup(html.replace(f'href="{FOLDER}', f'href="{up_from(OPEN_DATA)}{FOLDER.lstrip("/")}'))


def _statement(data: SiteData) -> str:
    """Who gave the promises is the municipality when there is one, else all of them together."""
    real = [known for known in data.municipalities if not known.is_fictitious] or list(data.municipalities)
    contacts = pd.concat([known.contacts for known in real]) if real else data.thresholds.head(0)
    actor = acting_party(real[0].contacts, real[0].name) if len(real) == 1 else "kommunerna och polisen"
    return statement_html(actor=actor, contacts=contacts, shortcomings=_SHORTCOMINGS)
